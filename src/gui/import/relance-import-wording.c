/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-wording.h"

#include "relance-words.h"

#include <glib/gi18n.h>

static gboolean
is_set (const char *text)
{
  return text && *text;
}

/* A file of one e-invoice has no lines. */
static char *
title_refused (const RelanceImportItem *item)
{
  if (item->line <= 0)
    return g_strdup (item->file);
  if (is_set (item->number))
    /* Translators: a line of a file, and the invoice number found there */
    return g_strdup_printf (_ ("Line %d · %s"), item->line, item->number);
  /* Translators: a line of a file */
  return g_strdup_printf (_ ("Line %d"), item->line);
}

static void
add_part (GStrvBuilder *parts, char *part)
{
  if (is_set (part))
    g_strv_builder_take (parts, part);
  else
    g_free (part);
}

static char *
word_due (const RelanceImportItem *item)
{
  g_autofree char *due = NULL;

  if (item->due == RELANCE_DATE_NONE)
    return NULL;
  due = relance_words_date (item->due);
  /* Translators: a date */
  return g_strdup_printf (_ ("Due %s"), due);
}

static char *
word_issued (const RelanceImportItem *item)
{
  g_autofree char *issued = NULL;

  if (item->issued == RELANCE_DATE_NONE)
    return NULL;
  issued = relance_words_date (item->issued);
  /* Translators: a date */
  return g_strdup_printf (_ ("Issued %s"), issued);
}

static char *
word_paid (const RelanceImportItem *item)
{
  g_autofree char *paid = NULL;

  if (item->paid == 0)
    return NULL;
  paid = relance_words_amount (item->paid, item->currency);
  /* Translators: an amount */
  return g_strdup_printf (_ ("%s paid"), paid);
}

static char *
join (GStrvBuilder *builder, const char *separator)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  return g_strjoinv (separator, parts);
}

/* An invoice goes without saying. */
static const char *
get_kind_word (RelanceImportWhat what)
{
  switch (what)
    {
    case RELANCE_IMPORT_CREDIT_NOTE:
      return C_ ("import", "Credit note");
    case RELANCE_IMPORT_CLIENT:
      return C_ ("import", "Client");
    case RELANCE_IMPORT_CONTACT:
      return C_ ("import", "Contact");
    case RELANCE_IMPORT_INVOICE:
    case RELANCE_IMPORT_DOCUMENT:
    default:
      return "";
    }
}

static char *
word_facts (const RelanceImportItem *item)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  add_part (parts, g_strdup (get_kind_word (item->what)));
  add_part (parts, word_issued (item));
  add_part (parts, word_due (item));
  add_part (parts, word_paid (item));
  add_part (parts, g_strdup (item->email));
  return join (parts, " · ");
}

static char *
word_difference (const RelanceImportDifference *difference)
{
  const char *before = *difference->before ? difference->before : "–";
  const char *after = *difference->after ? difference->after : "–";

  /* Translators: the name of a field, what it was, and what it becomes */
  return g_strdup_printf (_ ("%s: %s → %s"), difference->label, before, after);
}

/* The differences say in short what the note says in words. */
static void
add_differences (const RelanceImportItem *item, GStrvBuilder *lines)
{
  for (guint i = 0; i < item->differences->len; i++)
    add_part (lines,
              word_difference (&g_array_index (item->differences, RelanceImportDifference, i)));
}

static char *
word_document (const RelanceImportItem *item)
{
  return g_strdup (item->fate == RELANCE_IMPORT_KEPT
                     ? _ ("It is kept with the book, for the invoice that you type.")
                     : _ ("The book has this PDF already."));
}

/**
 * relance_import_wording_title:
 *
 * Returns: (transfer full): what a row is about
 */
char *
relance_import_wording_title (const RelanceImportItem *item)
{
  if (item->fate == RELANCE_IMPORT_REJECTED)
    return title_refused (item);
  if (item->what == RELANCE_IMPORT_DOCUMENT)
    return g_strdup (item->file);
  if (is_set (item->number) && is_set (item->client))
    /* Translators: an invoice's number and the client's name */
    return g_strdup_printf (_ ("%s · %s"), item->number, item->client);
  return g_strdup (is_set (item->client) ? item->client : item->number);
}

/**
 * relance_import_wording_detail:
 *
 * Returns: (transfer full): the rest that is known of a row, a line for each part
 */
char *
relance_import_wording_detail (const RelanceImportItem *item)
{
  g_autoptr (GStrvBuilder) lines = NULL;

  if (item->fate == RELANCE_IMPORT_REJECTED)
    return g_strjoin ("\n", item->note, item->file, NULL);
  if (item->what == RELANCE_IMPORT_DOCUMENT)
    return word_document (item);

  lines = g_strv_builder_new ();
  add_part (lines, word_facts (item));
  if (item->differences && item->differences->len > 0)
    add_differences (item, lines);
  else
    add_part (lines, g_strdup (item->note));
  return join (lines, "\n");
}

/**
 * relance_import_wording_amount:
 *
 * Returns: (transfer full) (nullable): of an invoice or a credit note
 */
char *
relance_import_wording_amount (const RelanceImportItem *item)
{
  if (item->fate == RELANCE_IMPORT_REJECTED)
    return NULL;
  if (item->what == RELANCE_IMPORT_INVOICE)
    return relance_words_amount (item->total, item->currency);
  if (item->what == RELANCE_IMPORT_CREDIT_NOTE)
    return relance_words_amount (-item->total, item->currency);
  return NULL;
}
