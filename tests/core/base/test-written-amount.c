/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-written-amount.h"

#include <glib.h>

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
    { "CHF 1'200.–", RELANCE_DECIMAL_POINT, 120000, "CHF", RELANCE_DECIMAL_GUESS },
    { "1.234,-- €", RELANCE_DECIMAL_COMMA, 123400, "EUR", RELANCE_DECIMAL_GUESS },
    { "12.–5", RELANCE_DECIMAL_POINT, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { ".–", RELANCE_DECIMAL_POINT, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "12 euros", RELANCE_DECIMAL_COMMA, 1200, "EUR", RELANCE_DECIMAL_GUESS },
    { "1.234.567", RELANCE_DECIMAL_COMMA, 123456700, "", RELANCE_DECIMAL_COMMA },
    { "1.234", RELANCE_DECIMAL_COMMA, 123400, "", RELANCE_DECIMAL_GUESS },
    { "1.234", RELANCE_DECIMAL_POINT, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "1,200", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "100.00000000", RELANCE_DECIMAL_POINT, 10000, "", RELANCE_DECIMAL_POINT },
    { "0.500", RELANCE_DECIMAL_POINT, 50, "", RELANCE_DECIMAL_POINT },
    { "(12,00)", RELANCE_DECIMAL_COMMA, -1200, "", RELANCE_DECIMAL_COMMA },
    { "-12", RELANCE_DECIMAL_COMMA, -1200, "", RELANCE_DECIMAL_GUESS },
    { "€ (12,00)", RELANCE_DECIMAL_COMMA, -1200, "EUR", RELANCE_DECIMAL_COMMA },
    { "(12,00) €", RELANCE_DECIMAL_COMMA, -1200, "EUR", RELANCE_DECIMAL_COMMA },
    { "1.234,50-", RELANCE_DECIMAL_COMMA, -123450, "", RELANCE_DECIMAL_COMMA },
    { "12\u2212", RELANCE_DECIMAL_COMMA, -1200, "", RELANCE_DECIMAL_GUESS },
    { "-12-", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "(-12)", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "((12))", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
    { "12€50", RELANCE_DECIMAL_COMMA, G_MININT64, "", RELANCE_DECIMAL_GUESS },
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/written-amount/amounts", test_amounts);

  return g_test_run ();
}
