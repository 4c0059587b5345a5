/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-pdf.h"

/* The catalogue as cairo writes it, up to where its entries end. */
#define CATALOGUE "([0-9]+) 0 obj\\s*<< /Type /Catalog[^>]*"
#define TRAILER "trailer\\s*<<\\s*(/Size [0-9]+[^>]*?)\\s*>>\\s*startxref\\s*([0-9]+)"

/* Of a file that is mostly compressed data: bytes, not characters. */
static GMatchInfo *
find (const GByteArray *pdf, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);
  GMatchInfo *match = NULL;

  g_regex_match_full (regex, (const char *) pdf->data, pdf->len, 0, 0, &match, NULL);
  return match;
}

/**
 * relance_letter_pdf_set_language:
 * @pdf: a file as cairo writes it, up to PDF 1.4
 * @language: "fr", "en"
 *
 * Says in which language the text is, for those to whom it is read out. cairo cannot, so an
 * update is appended, as ISO 32000-1 describes in 7.5.6: the catalogue again, with /Lang.
 */
void
relance_letter_pdf_set_language (GByteArray *pdf, const char *language)
{
  g_autoptr (GMatchInfo) catalogue = find (pdf, CATALOGUE);
  g_autoptr (GMatchInfo) trailer = find (pdf, TRAILER);
  g_autoptr (GString) update = g_string_new ("\n");
  g_autofree char *object = NULL, *number = NULL, *entries = NULL, *previous = NULL;
  gsize place = pdf->len + update->len, table;

  if (!g_match_info_matches (catalogue) || !g_match_info_matches (trailer))
    return;

  object = g_match_info_fetch (catalogue, 0);
  number = g_match_info_fetch (catalogue, 1);
  entries = g_match_info_fetch (trailer, 1);
  previous = g_match_info_fetch (trailer, 2);

  g_string_append_printf (update, "%s   /Lang (%s)\n>>\nendobj\n", object, language);
  table = pdf->len + update->len;
  g_string_append_printf (update,
                          "xref\n%s 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                          "trailer\n<< %s\n   /Prev %s\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          number, place, entries, previous, table);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
}
