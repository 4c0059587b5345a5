/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-base-error.h"
#include "relance-money.h"

#include <glib.h>

#define NB "\u00A0"
#define THIN "\u202F"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *currency;
    RelanceDecimal decimal;
    gint64 minor;
  } cases[] = {
    { "1234.50", "EUR", RELANCE_DECIMAL_GUESS, 123450 },
    { "1 234,5", "EUR", RELANCE_DECIMAL_GUESS, 123450 },
    { "1" THIN "234,50" NB "€", "EUR", RELANCE_DECIMAL_GUESS, 123450 },
    { "1.234,50", "EUR", RELANCE_DECIMAL_GUESS, 123450 },
    { "1,234.50", "USD", RELANCE_DECIMAL_GUESS, 123450 },
    { "$1,234", "USD", RELANCE_DECIMAL_GUESS, 123400 },
    { "1'234.50 CHF", "CHF", RELANCE_DECIMAL_GUESS, 123450 },
    { "1.234.567", "EUR", RELANCE_DECIMAL_GUESS, 123456700 },
    { "1.234", "EUR", RELANCE_DECIMAL_GUESS, 123400 },
    { "1.234", "EUR", RELANCE_DECIMAL_COMMA, 123400 },
    { "12,5", "EUR", RELANCE_DECIMAL_COMMA, 1250 },
    { "1234,00000", "EUR", RELANCE_DECIMAL_COMMA, 123400 },
    { "1,234", "TND", RELANCE_DECIMAL_COMMA, 1234 },
    { "1234", "JPY", RELANCE_DECIMAL_GUESS, 1234 },
    { "0", "EUR", RELANCE_DECIMAL_GUESS, 0 },
    { ",50", "EUR", RELANCE_DECIMAL_COMMA, 50 },
    { "-12,30", "EUR", RELANCE_DECIMAL_GUESS, -1230 },
    { "\u221212,30", "EUR", RELANCE_DECIMAL_GUESS, -1230 },
    { "+7", "EUR", RELANCE_DECIMAL_GUESS, 700 },
    { "999999999999,99", "EUR", RELANCE_DECIMAL_COMMA, 99999999999999 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = -1;

      g_test_message ("%s", cases[i].text);
      relance_money_parse (cases[i].text, cases[i].currency, cases[i].decimal, &minor, &error);
      g_assert_no_error (error);
      g_assert_cmpint (minor, ==, cases[i].minor);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    RelanceDecimal decimal;
    int code;
  } cases[] = {
    { "", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "€", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "-", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { ",", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "1.234,5O", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "12,345,67", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "12.34,567.8", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "1.23.456", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "1,234.56", RELANCE_DECIMAL_COMMA, RELANCE_BASE_ERROR_MONEY },
    { "12.50", RELANCE_DECIMAL_COMMA, RELANCE_BASE_ERROR_MONEY },
    { "1,005", RELANCE_DECIMAL_COMMA, RELANCE_BASE_ERROR_MONEY },
    { "1e6", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "=1+1", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "12 € 50 €", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "１２", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_MONEY },
    { "1000000000000", RELANCE_DECIMAL_GUESS, RELANCE_BASE_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = 77;

      g_test_message ("%s", cases[i].text);
      g_assert_false (relance_money_parse (cases[i].text, "EUR", cases[i].decimal, &minor, &error));
      g_assert_error (error, RELANCE_BASE_ERROR, cases[i].code);
      g_assert_cmpint (minor, ==, 77);
    }
}

/* Whatever is written can be read again. */
static void
test_round_trip (void)
{
  static const char *const currencies[] = { "EUR", "JPY", "TND", "USD" };
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (int i = 0; i < 5000; i++)
    {
      const char *currency = currencies[i % G_N_ELEMENTS (currencies)];
      gint64 minor = ((gint64) g_rand_int (random) << 10) % RELANCE_MONEY_MAX - 1000000;
      g_autofree char *plain = relance_money_format_plain (minor, currency);
      g_autofree char *french = relance_money_format (minor, currency, "fr");
      gint64 back = 0;

      g_assert_true (relance_money_parse (plain, currency, RELANCE_DECIMAL_POINT, &back, NULL));
      g_assert_cmpint (back, ==, minor);
      if (g_str_equal (currency, "EUR"))
        {
          g_assert_true (
            relance_money_parse (french, currency, RELANCE_DECIMAL_COMMA, &back, NULL));
          g_assert_cmpint (back, ==, minor);
        }
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *locale;
    const char *text;
  } cases[] = {
    { 123450, "EUR", "fr", "1" THIN "234,50" NB "€" },
    { 123450, "EUR", "en_GB", "€1,234.50" },
    { 123450, "GBP", "en_GB", "£1,234.50" },
    { -5, "EUR", "fr", "-0,05" NB "€" },
    { 1234, "JPY", "en", "¥1,234" },
    { 1234567, "TND", "fr", "1" THIN "234,567" NB "TND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        relance_money_format (cases[i].minor, cases[i].currency, cases[i].locale);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_true (relance_money_is_currency ("EUR"));
  g_assert_false (relance_money_is_currency ("eur"));
  g_assert_false (relance_money_is_currency ("ZZQ"));
  g_assert_false (relance_money_is_currency (NULL));
}

/* Whole units, unless nothing would be left. */
static void
test_format_short (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *text;
  } cases[] = {
    { 123456, "EUR", "€1,235" },      { 51, "EUR", "€1" },          { 50, "EUR", "€0.50" },
    { -5, "EUR", "-€0.05" },          { 0, "EUR", "€0" },           { 7, "JPY", "JP¥7" },
    { 500, "TND", "TND" NB "0.500" }, { 501, "TND", "TND" NB "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        relance_money_format_short (cases[i].minor, cases[i].currency, "en_GB");

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/refused", test_refused);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/format-short", test_format_short);

  return g_test_run ();
}
