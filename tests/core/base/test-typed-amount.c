/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-base-error.h"
#include "relance-money.h"
#include "relance-typed-amount.h"

#include <glib.h>

#define NB "\u00A0"
#define THIN "\u202F"
#define REFUSED G_MININT64

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
    const char *locale;
    gint64 minor;
  } cases[] = {
    { "1 234,5", "EUR", "fr", 123450 },
    { "1234.5", "EUR", "fr", 123450 },
    { "1,234.50", "EUR", "fr", 123450 },
    { "1.234,50", "EUR", "en", 123450 },
    { "1234,5 €", "EUR", "en", 123450 },
    { " 1" THIN "234,50" NB "€ ", "EUR", "fr", 123450 },
    { "€1,234.50", "EUR", "en", 123450 },
    { "1234,50 EUR", "EUR", "fr", 123450 },
    { "1234 euros", "EUR", "fr", 123400 },
    { "\u200F1,234.50" NB "\u200F€", "EUR", "he", 123450 },
    { "12", "EUR", "fr", 1200 },
    { "0,5", "EUR", "fr", 50 },
    { ",5", "EUR", "fr", 50 },
    { "12.", "EUR", "fr", 1200 },
    { "1'234.50", "CHF", "de_CH", 123450 },
    { "CHF 1'200.–", "CHF", "fr_CH", 120000 },
    { "12,-- €", "EUR", "de", 1200 },
    { "1 234 567,89", "EUR", "fr", 123456789 },
    { "1,234,567", "EUR", "en", 123456700 },
    { "1.234.567", "EUR", "en", 123456700 },
    { "-12", "EUR", "fr", -1200 },
    { "0", "EUR", "fr", 0 },
    { "100.000000", "EUR", "fr", 10000 },
    /* One sign and three digits: thousands only for whoever writes them so. */
    { "1,200", "EUR", "en_GB", 120000 },
    { "1,200", "EUR", "fr", REFUSED },
    { "1.200", "EUR", "de", 120000 },
    { "1.200", "EUR", "en_US", REFUSED },
    { "1.200", "EUR", "fr", REFUSED },
    { "5.001", "EUR", "en", REFUSED },
    { "0.500", "EUR", "fr", 50 },
    /* A currency of three decimals, and one of none. */
    { "12.500", "TND", "fr", 12500 },
    { "12,500", "TND", "fr", 12500 },
    { "12.500", "TND", "en", 12500 },
    { "12,500", "TND", "en", 12500000 },
    { "1234", "JPY", "en", 1234 },
    { "¥1,234", "JPY", "en", 1234 },
    { "12.5", "JPY", "en", REFUSED },
    /* The mark of the currency, or of another. */
    { "$12", "USD", "en_US", 1200 },
    { "12 $US", "USD", "fr", 1200 },
    { "12 $", "USD", "fr", 1200 },
    { "$12", "CAD", "en", 1200 },
    { "CA$12", "CAD", "en", 1200 },
    { "12 $CA", "CAD", "fr", 1200 },
    { "£12", "GBP", "fr", 1200 },
    { "$12", "EUR", "fr", REFUSED },
    { "12 USD", "EUR", "fr", REFUSED },
    { "12 £", "EUR", "en", REFUSED },
    { "US$12", "CAD", "en", REFUSED },
    /* What is no amount. */
    { "", "EUR", "fr", REFUSED },
    { " ", "EUR", "fr", REFUSED },
    { "€", "EUR", "fr", REFUSED },
    { "-", "EUR", "fr", REFUSED },
    { ".–", "EUR", "fr", REFUSED },
    { "12.–5", "EUR", "fr", REFUSED },
    { "12k", "EUR", "fr", REFUSED },
    { "100+20", "EUR", "fr", REFUSED },
    { "=12", "EUR", "fr", REFUSED },
    { "1e3", "EUR", "fr", REFUSED },
    { "12 5", "EUR", "fr", REFUSED },
    { "1 23 456", "EUR", "fr", REFUSED },
    { "1.23.456", "EUR", "fr", REFUSED },
    { "1.234,5O", "EUR", "fr", REFUSED },
    { "12,345", "EUR", "fr", REFUSED },
    { "1,2,3", "EUR", "en", REFUSED },
    { "15/3", "EUR", "fr", REFUSED },
    { "１２", "EUR", "fr", REFUSED },
    { "12\xff", "EUR", "fr", REFUSED },
    { "1000000000000", "EUR", "fr", REFUSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = REFUSED;
      gboolean read = relance_typed_amount_parse (cases[i].text, cases[i].currency, cases[i].locale,
                                                  &minor, &error);

      g_test_message ("“%s” of %s in %s", cases[i].text, cases[i].currency, cases[i].locale);
      g_assert_cmpint (minor, ==, cases[i].minor);
      g_assert_cmpint (read, ==, cases[i].minor != REFUSED);
      g_assert_true (read || (error != NULL && error->domain == RELANCE_BASE_ERROR));
    }
}

/* A field that is filled with an amount can be left as it is. */
static void
test_round_trip (void)
{
  static const char *const currencies[] = { "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY",
                                            "SEK", "NOK", "DKK", "PLN", "XOF", "TND", "BRL" };
  static const char *const locales[] = { "fr",    "en", "en_US", "en_GB", "fr_CH", "fr_CA",
                                         "de_CH", "de", "es",    "it",    "he" };
  static const gint64 amounts[] = { 5, 1200, 123400, 123450, 100000, 123456789, -4200 };

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (locales); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (amounts); k++)
        {
          g_autofree char *text = relance_money_format (amounts[k], currencies[i], locales[j]);
          gint64 minor = 0;

          g_test_message ("“%s” in %s", text, locales[j]);
          g_assert_true (
            relance_typed_amount_parse (text, currencies[i], locales[j], &minor, NULL));
          g_assert_cmpint (minor, ==, amounts[k]);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-amount/parse", test_parse);
  g_test_add_func ("/typed-amount/round-trip", test_round_trip);

  return g_test_run ();
}
