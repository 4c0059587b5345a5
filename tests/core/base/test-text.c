/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-base-error.h"
#include "relance-text.h"

#include <glib.h>
#include <string.h>

static void
test_fold (void)
{
  static const char *const cases[][3] = {
    { "Atelier  Durand ", "atelier durand", "atelier durand" },
    { "ÉTÉ à l’Œuvre", "ete a l’oeuvre", "ete a l oeuvre" },
    { "N° Facture :", "n° facture :", "n facture" },
    { "Stra\u00DFe\u00A012", "strasse 12", "strasse 12" },
    { "\tE-mail\n", "e-mail", "e mail" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = relance_text_fold (cases[i][0]);
      g_autofree char *words = relance_text_fold_words (cases[i][0]);

      g_assert_cmpstr (folded, ==, cases[i][1]);
      g_assert_cmpstr (words, ==, cases[i][2]);
    }
}

static void
test_clean_name (void)
{
  static const char *const cases[][2] = {
    { "  Dupont,\r\n Jean\t", "Dupont, Jean" },
    { "\u202Eelpmaxe\u202C \u200FLtd", "elpmaxe Ltd" },
    { "{{iban}}", "{{iban}}" },
    { "E\u0301cole", "École" },
    { "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0" },
    { "X\nBcc: a@b.example", "X Bcc: a@b.example" },
    { "\u2028", "" },
  };
  static const char *const refused[] = { "a\x01z", "a\x1B[31m", "a\x7F", "a\xC2\x80z" };
  g_autofree char *long_name = g_strnfill (501, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = relance_text_clean_name (cases[i][0], NULL);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (relance_text_clean_name (refused[i], &error));
      g_assert_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_CONTROL);
    }
  g_assert_null (relance_text_clean_name (long_name, NULL));
}

static void
test_decode (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *encoding;
    const char *text;
  } cases[] = {
#define BYTES(s) s, sizeof s - 1
    { BYTES ("été €"), "UTF-8", "été €" },
    { BYTES ("\xEF\xBB\xBFété"), "UTF-8", "été" },
    { BYTES ("\xE9t\xE9 12\x80"), "WINDOWS-1252", "été 12€" },
    { BYTES ("\xE9t\xE9 12\xA4"), "ISO-8859-15", "été 12€" },
    { BYTES ("\xE9t\xE9"), "WINDOWS-1252", "été" },
    { BYTES ("Num\x8Ero;\x83"
             "ch\x8E"
             "ance;L\xD5\x8Et\x8E;\xDB"),
      "MACINTOSH", "Numéro;Échéance;L’été;€" },
    { BYTES ("Stra\xDF"
             "e;L\x92"
             "ann\xE9"
             "e;s\x9C"
             "ur;Nom\x99"),
      "WINDOWS-1252", "Straße;L’année;sœur;Nom™" },
    { BYTES ("\xFF\xFE\xE9\0;\0"), "UTF-16LE", "é;" },
    { BYTES ("\xFE\xFF\0\xE9\0;"), "UTF-16BE", "é;" },
    { BYTES ("N\0o\0;\0C\0l\0i\0e\0n\0t\0"), "UTF-16LE", "No;Client" },
    { BYTES ("\0N\0o\0;\0C\0l\0i\0e\0n\0t"), "UTF-16BE", "No;Client" },
    { BYTES (""), "UTF-8", "" },
  };
  static const struct
  {
    const char *bytes;
    gsize size;
  } refused[] = { { BYTES ("a;b\0c") },
                  { BYTES ("\0\0\0\0\0\0\0\0\0\0") },
                  { BYTES ("\xE9\0\x80\x01") } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);
      const char *encoding = NULL;
      g_autofree char *text = relance_text_decode (bytes, &encoding, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (encoding, ==, cases[i].encoding);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (refused[i].bytes, refused[i].size);
      g_autoptr (GError) error = NULL;

      g_assert_null (relance_text_decode (bytes, NULL, &error));
      g_assert_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_ENCODING);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/clean-name", test_clean_name);
  g_test_add_func ("/text/decode", test_decode);

  return g_test_run ();
}
