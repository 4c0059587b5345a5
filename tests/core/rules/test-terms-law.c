/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-terms-law.h"

static void
test_any_day (void)
{
  static const struct
  {
    const char *terms;
    RelanceTermsExcess excess;
  } cases[] = {
    { "receipt", RELANCE_TERMS_EXCESS_NONE },
    { "net:30", RELANCE_TERMS_EXCESS_NONE },
    { "net:60", RELANCE_TERMS_EXCESS_NONE },
    { "net:61", RELANCE_TERMS_EXCESS_60_DAYS },
    { "net:90", RELANCE_TERMS_EXCESS_60_DAYS },
    { "net-eom:30", RELANCE_TERMS_EXCESS_NONE },
    { "net-eom:45", RELANCE_TERMS_EXCESS_NONE },
    { "net-eom:46", RELANCE_TERMS_EXCESS_45_DAYS_EOM },
    { "net-eom:60", RELANCE_TERMS_EXCESS_45_DAYS_EOM },
    { "eom-net:30", RELANCE_TERMS_EXCESS_NONE },
    { "eom-net:45", RELANCE_TERMS_EXCESS_NONE },
    { "eom-net:46", RELANCE_TERMS_EXCESS_45_DAYS_EOM },
    { "net-eom:0:10", RELANCE_TERMS_EXCESS_NONE },
    { "net-eom:45:10", RELANCE_TERMS_EXCESS_45_DAYS_EOM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceTerms terms;

      g_test_message ("%s", cases[i].terms);
      g_assert_true (relance_terms_parse (cases[i].terms, &terms));
      g_assert_cmpint (relance_terms_judge (&terms), ==, cases[i].excess);
    }
}

/* The very same terms are within the law or not, as the months fall. */
static void
test_one_invoice (void)
{
  static const struct
  {
    const char *terms;
    const char *issued;
    RelanceTermsExcess excess;
  } cases[] = {
    { "net-eom:60", "2026-01-15", RELANCE_TERMS_EXCESS_NONE },           /* 31 March, as 45 days */
    { "net-eom:60", "2026-02-10", RELANCE_TERMS_EXCESS_45_DAYS_EOM },    /* 30 April */
    { "net-eom:30:10", "2026-01-15", RELANCE_TERMS_EXCESS_NONE },        /* 10 March */
    { "net-eom:30:10", "2026-01-31", RELANCE_TERMS_EXCESS_45_DAYS_EOM }, /* 10 April */
    { "eom-net:60", "2026-01-31", RELANCE_TERMS_EXCESS_NONE },           /* 60 days */
    { "eom-net:60", "2026-01-30", RELANCE_TERMS_EXCESS_45_DAYS_EOM },    /* 1 April */
    { "net:61", "2026-01-15", RELANCE_TERMS_EXCESS_60_DAYS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceTerms terms;

      g_test_message ("%s of %s", cases[i].terms, cases[i].issued);
      g_assert_true (relance_terms_parse (cases[i].terms, &terms));
      g_assert_cmpint (
        relance_terms_judge_invoice (&terms, relance_date_parse_iso (cases[i].issued)), ==,
        cases[i].excess);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms-law/any-day", test_any_day);
  g_test_add_func ("/terms-law/one-invoice", test_one_invoice);

  return g_test_run ();
}
