/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoice-words.h"
#include "relance-written-amount.h"
#include "relance-written-date.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    RelanceDateOrder order;
    const char *expected; /* NULL: no date */
  } cases[] = {
    { "31/01/2026", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "31-01-2026", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "31.01.26", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "1/2/2026", RELANCE_DATE_ORDER_DMY, "2026-02-01" },
    { "1/2/2026", RELANCE_DATE_ORDER_MDY, "2026-01-02" },
    { "1/2/2026", RELANCE_DATE_ORDER_GUESS, "2026-02-01" },
    { "01/31/2026 4:05 PM", RELANCE_DATE_ORDER_MDY, "2026-01-31" },
    { "31/01/2026 10:30", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "2026-01-31", RELANCE_DATE_ORDER_MDY, "2026-01-31" },
    { "2026-01-31T10:00:00.000Z", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "2026-01-31 10:00:00 UTC", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "20260131", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "46053", RELANCE_DATE_ORDER_DMY, "2026-01-31" },
    { "Jan 28 2021", RELANCE_DATE_ORDER_DMY, "2021-01-28" },
    { "January 28, 2021", RELANCE_DATE_ORDER_DMY, "2021-01-28" },
    { "28-Jan-21", RELANCE_DATE_ORDER_DMY, "2021-01-28" },
    { "28 janv. 2021", RELANCE_DATE_ORDER_DMY, "2021-01-28" },
    { "1er mars 2021", RELANCE_DATE_ORDER_DMY, "2021-03-01" },
    { "mar. 2 févr. 2021", RELANCE_DATE_ORDER_DMY, "2021-02-02" },
    { "mardi 2 mars 2021", RELANCE_DATE_ORDER_DMY, "2021-03-02" },
    { "3 août 2021", RELANCE_DATE_ORDER_DMY, "2021-08-03" },
    { "5 juin 2021", RELANCE_DATE_ORDER_DMY, "2021-06-05" },
    { "5 juil. 2021", RELANCE_DATE_ORDER_DMY, "2021-07-05" },
    { "29/02/2024", RELANCE_DATE_ORDER_DMY, "2024-02-29" },
    { "29/02/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "31/02/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "13/13/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "01/31/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "31/01/202", RELANCE_DATE_ORDER_DMY, NULL },
    { "0/1/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "31/01/2026 soon", RELANCE_DATE_ORDER_DMY, NULL },
    { "31/O1/2026", RELANCE_DATE_ORDER_DMY, NULL },
    { "tomorrow", RELANCE_DATE_ORDER_DMY, NULL },
    { "12", RELANCE_DATE_ORDER_DMY, NULL },
    { "99999999999999", RELANCE_DATE_ORDER_DMY, NULL },
    { "", RELANCE_DATE_ORDER_DMY, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceDate date = relance_written_date_parse (cases[i].text, cases[i].order);
      g_autofree char *iso = date != RELANCE_DATE_NONE ? relance_date_to_iso (date) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

static void
test_date_votes (void)
{
  g_assert_cmpint (relance_written_date_vote ("31/01/2026"), ==, RELANCE_DATE_ORDER_DMY);
  g_assert_cmpint (relance_written_date_vote ("01/31/2026"), ==, RELANCE_DATE_ORDER_MDY);
  g_assert_cmpint (relance_written_date_vote ("03/04/2026"), ==, RELANCE_DATE_ORDER_GUESS);
  g_assert_cmpint (relance_written_date_vote ("2026-01-31"), ==, RELANCE_DATE_ORDER_GUESS);
  g_assert_cmpint (relance_written_date_vote ("28 janv. 2026"), ==, RELANCE_DATE_ORDER_GUESS);
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *text;
    RelanceDecimal decimal;
    gint64 minor; /* G_MININT64: refused */
    const char *currency;
    RelanceDecimal vote;
  } cases[] = {
    { "1234,56", RELANCE_DECIMAL_COMMA, 123456, "", RELANCE_DECIMAL_COMMA },
    { "1 234,56 €", RELANCE_DECIMAL_COMMA, 123456, "EUR", RELANCE_DECIMAL_COMMA },
    { "1\u202f234,56\u00a0€", RELANCE_DECIMAL_COMMA, 123456, "EUR", RELANCE_DECIMAL_COMMA },
    { "1.234,56", RELANCE_DECIMAL_COMMA, 123456, "", RELANCE_DECIMAL_COMMA },
    { "1.234,56", RELANCE_DECIMAL_POINT, G_MININT64, "", RELANCE_DECIMAL_COMMA },
    { "$1,234.56", RELANCE_DECIMAL_POINT, 123456, "USD", RELANCE_DECIMAL_POINT },
    { "CHF 1'234.50", RELANCE_DECIMAL_POINT, 123450, "CHF", RELANCE_DECIMAL_POINT },
    { "12 euros", RELANCE_DECIMAL_COMMA, 1200, "EUR", RELANCE_DECIMAL_GUESS },
    { "1.234.567", RELANCE_DECIMAL_COMMA, 123456700, "", RELANCE_DECIMAL_COMMA },
    { "1.234", RELANCE_DECIMAL_COMMA, 123400, "", RELANCE_DECIMAL_GUESS },
    { "1.234", RELANCE_DECIMAL_POINT, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "1,200", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "100.00000000", RELANCE_DECIMAL_POINT, 10000, "", RELANCE_DECIMAL_POINT },
    { "0.500", RELANCE_DECIMAL_POINT, 50, "", RELANCE_DECIMAL_POINT },
    { "(12,00)", RELANCE_DECIMAL_COMMA, -1200, "", RELANCE_DECIMAL_COMMA },
    { "-12", RELANCE_DECIMAL_COMMA, -1200, "", RELANCE_DECIMAL_GUESS },
    { "0", RELANCE_DECIMAL_COMMA, 0, "", RELANCE_DECIMAL_GUESS },
    { "12 5", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "1.234,5O", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "+12", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "=12", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "1e3", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "€", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "-", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "12 EUR USD", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "01/02/2026", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "999999999999,99", RELANCE_DECIMAL_COMMA, RELANCE_MONEY_MAX, "", RELANCE_DECIMAL_COMMA },
    { "1000000000000,00", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_COMMA },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceWrittenAmount amount;
      gint64 minor = G_MININT64;
      gboolean split = relance_written_amount_split (cases[i].text, &amount);

      g_test_message ("%s", cases[i].text);
      if (split)
        {
          g_assert_cmpint (relance_written_amount_vote (&amount), ==, cases[i].vote);
          if (!relance_written_amount_to_minor (&amount, "EUR", cases[i].decimal, &minor, NULL))
            minor = G_MININT64;
        }
      g_assert_cmpint (minor, ==, cases[i].minor);
      if (minor != G_MININT64)
        g_assert_cmpstr (amount.currency, ==, cases[i].currency);
    }
}

static void
test_statuses (void)
{
  g_assert_cmpint (relance_status_read ("Payée"), ==, RELANCE_SAYS_PAID);
  g_assert_cmpint (relance_status_read ("PAID"), ==, RELANCE_SAYS_PAID);
  g_assert_cmpint (relance_status_read ("Partiellement payée"), ==, RELANCE_SAYS_NOTHING);
  g_assert_cmpint (relance_status_read ("not paid"), ==, RELANCE_SAYS_NOTHING);
  g_assert_cmpint (relance_status_read ("Brouillon"), ==, RELANCE_SAYS_DRAFT);
  g_assert_cmpint (relance_status_read ("Annulée"), ==, RELANCE_SAYS_VOID);
  g_assert_cmpint (relance_status_read ("Devis"), ==, RELANCE_SAYS_QUOTE);
  g_assert_cmpint (relance_status_read ("Avoir"), ==, RELANCE_SAYS_CREDIT_NOTE);
  g_assert_cmpint (relance_status_read ("Overdue"), ==, RELANCE_SAYS_NOTHING);
}

static void
test_terms (void)
{
  static const struct
  {
    const char *text;
    const char *due;
  } cases[] = {
    { "30", "2026-02-04" },          { "30 jours", "2026-02-04" },
    { "Net 15", "2026-01-20" },      { "45 jours fin de mois", "2026-02-28" },
    { "À réception", "2026-01-05" }, { "Due on receipt", "2026-01-05" },
    { "Fin de mois", "2026-01-31" }, { "when you can", NULL },
    { "99999 days", NULL },
  };
  RelanceDate issued = relance_date_new (2026, 1, 5);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceDate due = relance_terms_apply (cases[i].text, issued);
      g_autofree char *iso = due != RELANCE_DATE_NONE ? relance_date_to_iso (due) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].due);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/imports/written/dates", test_dates);
  g_test_add_func ("/imports/written/date-votes", test_date_votes);
  g_test_add_func ("/imports/written/amounts", test_amounts);
  g_test_add_func ("/imports/written/statuses", test_statuses);
  g_test_add_func ("/imports/written/terms", test_terms);

  return g_test_run ();
}
