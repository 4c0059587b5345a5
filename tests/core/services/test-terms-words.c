/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-terms-words.h"

static void
test_words (void)
{
  static const struct
  {
    const char *terms;
    const char *name;
    const char *due;
  } cases[] = {
    { "receipt", "on receipt", "January 15, 2026" },
    { "net:30", "30 days", "February 14, 2026" },
    { "net:1", "1 day", "January 16, 2026" },
    { "net-eom:0", "end of month", "January 31, 2026" },
    { "eom-net:0", "end of month", "January 31, 2026" },
    { "net-eom:30", "30 days, then end of month", "February 28, 2026" },
    { "eom-net:30", "end of month, then 30 days", "March 2, 2026" },
    { "net-eom:0:10", "end of month, then day 10", "February 10, 2026" },
    { "net-eom:30:10", "30 days, then end of month, then day 10", "March 10, 2026" },
  };
  RelanceDate issued = relance_date_new (2026, 1, 15);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceTerms terms;
      g_autofree char *name = NULL;
      g_autofree char *explained = NULL;
      g_autofree char *expected = g_strdup_printf (
        "%s (due on %s for an invoice of January 15, 2026)", cases[i].name, cases[i].due);

      g_assert_true (relance_terms_parse (cases[i].terms, &terms));
      name = relance_terms_words_name (&terms);
      explained = relance_terms_words_explain (&terms, issued);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (explained, ==, expected);
    }
}

static void
test_none (void)
{
  RelanceTerms none = { 0 };

  g_assert_null (relance_terms_words_name (&none));
  g_assert_null (relance_terms_words_explain (&none, relance_date_new (2026, 1, 15)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms-words/words", test_words);
  g_test_add_func ("/terms-words/none", test_none);

  return g_test_run ();
}
