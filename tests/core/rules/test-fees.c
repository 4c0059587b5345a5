/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fees.h"
#include "relance-rate-tables.h"

/* The fees of one invoice. Amounts are in minor units. */
typedef struct
{
  const char *name;
  const char *country;
  RelanceKind kind;
  const char *agreed; /* or NULL */
  const char *currency;
  /* An instalment a line: "AMOUNT DUE", then what lowered it: "DATE-AMOUNT", with a c behind when
   * it was credited. */
  const char *debts;
  const char *until;
  /* A line each: "FROM TO DAYS BASE RATE AMOUNT", with ? for what is not known */
  const char *lines;
  gint64 interest;
  const char *fixed;   /* or NULL when it is not known */
  const char *missing; /* "KIND FROM", or NULL */
} Case;

#define BUSINESS "FR", RELANCE_KIND_BUSINESS, NULL, "EUR"

/* Those of the facts that the program rests on: to the cent. */
static const Case vectors[] = {
  { "30 days in a half-year", BUSINESS, "120000 2026-03-31 2026-04-30-120000", "2026-11-22",
    "2026-04-01 2026-04-30 30 120000 12.15 1198\n", 1198, "4000 EUR", NULL },
  { "over the end of June", BUSINESS, "120000 2026-06-15 2026-07-15-120000", "2026-11-22",
    "2026-06-16 2026-06-30 15 120000 12.15 599\n"
    "2026-07-01 2026-07-15 15 120000 12.40 612\n",
    1211, "4000 EUR", NULL },
  { "open for a year", BUSINESS, "480000 2025-11-30", "2026-11-22",
    "2025-12-01 2025-12-31 31 480000 12.15 4953\n"
    "2026-01-01 2026-06-30 181 480000 12.15 28921\n"
    "2026-07-01 2026-11-22 145 480000 12.40 23644\n",
    57518, "4000 EUR", NULL },
  { "under British law", "GB", RELANCE_KIND_BUSINESS, NULL, "GBP",
    "500000 2026-01-31 2026-03-12-500000", "2026-11-22",
    "2026-02-01 2026-03-12 40 500000 11.75 6438\n", 6438, "7000 GBP", NULL },
};

static const Case edges[] = {
  { "due today", BUSINESS, "120000 2026-03-31", "2026-03-31", "", 0, "0 EUR", NULL },
  { "paid on the due date", BUSINESS, "120000 2026-03-31 2026-03-31-120000", "2026-11-22", "", 0,
    "0 EUR", NULL },
  { "paid before", BUSINESS, "120000 2026-03-31 2026-02-01-120000", "2026-11-22", "", 0, "0 EUR",
    NULL },
  { "paid a day late", BUSINESS, "120000 2026-03-31 2026-04-01-120000", "2026-11-22",
    "2026-04-01 2026-04-01 1 120000 12.15 40\n", 40, "4000 EUR", NULL },
  { "due on a Sunday", BUSINESS, "120000 2026-05-31", "2026-06-01",
    "2026-06-01 2026-06-01 1 120000 12.15 40\n", 40, "4000 EUR", NULL },
  { "due on 29 February", BUSINESS, "120000 2024-02-29", "2024-03-30",
    "2024-03-01 2024-03-30 30 120000 14.50 1430\n", 1430, "4000 EUR", NULL },
  { "a leap year of 366 days over 365", BUSINESS, "120000 2023-12-31", "2024-12-31",
    "2024-01-01 2024-06-30 182 120000 14.50 8676\n"
    "2024-07-01 2024-12-31 184 120000 14.25 8620\n",
    17296, "4000 EUR", NULL },
  { "the interest begins with the half-year", BUSINESS, "120000 2025-06-30", "2025-07-30",
    "2025-07-01 2025-07-30 30 120000 12.15 1198\n", 1198, "4000 EUR", NULL },
  { "half a cent is a cent", BUSINESS, "1825 2020-01-31", "2020-02-01",
    "2020-02-01 2020-02-01 1 1825 10.00 1\n", 1, "4000 EUR", NULL },
  { "less than half a cent is nothing", BUSINESS, "1824 2020-01-31", "2020-02-01",
    "2020-02-01 2020-02-01 1 1824 10.00 0\n", 0, "4000 EUR", NULL },
  /* 30 days on 1,200 (11.98356) and 30 on 700 (6.99041): 18.97397 in all */
  { "a part payment", BUSINESS, "120000 2026-03-31 2026-04-30-50000", "2026-05-30",
    "2026-04-01 2026-04-30 30 120000 12.15 1198\n"
    "2026-05-01 2026-05-30 30 70000 12.15 699\n",
    1897, "4000 EUR", NULL },
  { "a part in time", BUSINESS, "120000 2026-03-31 2026-03-20-100000", "2026-04-30",
    "2026-04-01 2026-04-30 30 20000 12.15 200\n", 200, "4000 EUR", NULL },
  { "several payments, two on a day, in disorder", BUSINESS,
    "120000 2026-03-31 2026-04-20-20000 2026-04-10-30000 2026-04-10-20000 2026-04-30-50000",
    "2026-11-22",
    "2026-04-01 2026-04-10 10 120000 12.15 399\n"
    "2026-04-11 2026-04-20 10 70000 12.15 233\n"
    "2026-04-21 2026-04-30 10 50000 12.15 167\n",
    799, "4000 EUR", NULL },
  { "a payment on the last day of a half-year", BUSINESS, "120000 2026-06-15 2026-06-30-50000",
    "2026-07-15",
    "2026-06-16 2026-06-30 15 120000 12.15 599\n"
    "2026-07-01 2026-07-15 15 70000 12.40 357\n",
    956, "4000 EUR", NULL },
  { "a payment after the last day that counts", BUSINESS, "120000 2026-03-31 2026-06-30-120000",
    "2026-04-30", "2026-04-01 2026-04-30 30 120000 12.15 1198\n", 1198, "4000 EUR", NULL },
  { "a credit note that came late: it was never owed", BUSINESS,
    "120000 2026-03-31 2026-04-20-20000c", "2026-04-30",
    "2026-04-01 2026-04-30 30 100000 12.15 999\n", 999, "4000 EUR", NULL },
  { "credited whole", BUSINESS, "120000 2026-03-31 2026-09-20-120000c", "2026-11-22", "", 0,
    "0 EUR", NULL },
  { "credited and paid", BUSINESS, "120000 2026-03-31 2026-04-10-90000 2026-05-01-30000c",
    "2026-11-22", "2026-04-01 2026-04-10 10 90000 12.15 300\n", 300, "4000 EUR", NULL },
  { "instalments, each from its own date, one sum for the invoice", BUSINESS,
    "60000 2026-03-31 2026-04-30-60000\n"
    "60000 2026-04-30\n"
    "60000 2026-12-31\n",
    "2026-05-30",
    "2026-04-01 2026-04-30 30 60000 12.15 599\n"
    "2026-05-01 2026-05-30 30 60000 12.15 599\n",
    1198, "4000 EUR", NULL },
  { "yen have no cents", "FR", RELANCE_KIND_BUSINESS, NULL, "JPY", "100000 2026-03-31",
    "2026-04-30", "2026-04-01 2026-04-30 30 100000 12.15 999\n", 999, "4000 EUR", NULL },
  { "a consumer", "FR", RELANCE_KIND_CONSUMER, NULL, "EUR", "120000 2026-03-31", "2026-11-22", "",
    0, "0 ", NULL },
  { "a British consumer", "GB", RELANCE_KIND_CONSUMER, NULL, "GBP", "120000 2026-03-31",
    "2026-11-22", "", 0, "0 ", NULL },
  { "another law", "DE", RELANCE_KIND_BUSINESS, NULL, "EUR", "120000 2026-03-31", "2026-11-22", "",
    0, "0 ", NULL },
  { "a public body keeps the rate of the first day", "FR", RELANCE_KIND_PUBLIC, NULL, "EUR",
    "120000 2026-06-15", "2026-07-15", "2026-06-16 2026-07-15 30 120000 10.15 1001\n", 1001,
    "4000 EUR", NULL },
  { "a British debt keeps the rate of the first day", "GB", RELANCE_KIND_PUBLIC, NULL, "GBP",
    "99999 2025-06-29", "2025-07-30", "2025-06-30 2025-07-30 31 99999 12.75 1083\n", 1083,
    "4000 GBP", NULL },
  { "a rate that nobody knows yet", BUSINESS, "120000 2026-12-01", "2027-01-10",
    "2026-12-02 2026-12-31 30 120000 12.40 1223\n"
    "2027-01-01 2027-01-10 10 120000 ? ?\n",
    1223, "4000 EUR", "reference 2027-01-01" },
  { "older than the table", BUSINESS, "120000 2012-12-29", "2013-01-02",
    "2012-12-30 2012-12-31 2 120000 ? ?\n"
    "2013-01-01 2013-01-02 2 120000 10.75 71\n",
    71, "4000 EUR", "reference 2012-07-01" },
  { "an agreed rate above the law’s least", "FR", RELANCE_KIND_BUSINESS, "9", "EUR",
    "120000 2026-03-31", "2026-04-30", "2026-04-01 2026-04-30 30 120000 9.00 888\n", 888,
    "4000 EUR", NULL },
  { "an agreed rate below the law’s least", "FR", RELANCE_KIND_BUSINESS, "5", "EUR",
    "120000 2026-03-31", "2026-04-30", "2026-04-01 2026-04-30 30 120000 7.86 775\n", 775,
    "4000 EUR", NULL },
  { "in 2024 the least was above the law’s own rate", "FR", RELANCE_KIND_BUSINESS, "14.6", "EUR",
    "120000 2024-05-31", "2024-07-30",
    "2024-06-01 2024-06-30 30 120000 15.21 1500\n"
    "2024-07-01 2024-07-30 30 120000 14.76 1456\n",
    2956, "4000 EUR", NULL },
  { "the law’s least of that half-year is not known", "FR", RELANCE_KIND_BUSINESS, "9", "EUR",
    "120000 2026-06-30", "2026-07-30", "2026-07-01 2026-07-30 30 120000 ? ?\n", 0, "4000 EUR",
    "legal 2026-07-01" },
  { "the British sum just below 1,000", "GB", RELANCE_KIND_BUSINESS, NULL, "GBP",
    "99999 2026-01-31", "2026-02-01", "2026-02-01 2026-02-01 1 99999 11.75 32\n", 32, "4000 GBP",
    NULL },
  { "the British sum at 1,000", "GB", RELANCE_KIND_BUSINESS, NULL, "GBP", "100000 2026-01-31",
    "2026-02-01", "2026-02-01 2026-02-01 1 100000 11.75 32\n", 32, "7000 GBP", NULL },
  { "the British sum just below 10,000", "GB", RELANCE_KIND_BUSINESS, NULL, "GBP",
    "999999 2026-01-31", "2026-02-01", "2026-02-01 2026-02-01 1 999999 11.75 322\n", 322,
    "7000 GBP", NULL },
  { "the British sum at 10,000", "GB", RELANCE_KIND_BUSINESS, NULL, "GBP", "1000000 2026-01-31",
    "2026-02-01", "2026-02-01 2026-02-01 1 1000000 11.75 322\n", 322, "10000 GBP", NULL },
  { "the British sum of an invoice in euros", "GB", RELANCE_KIND_BUSINESS, NULL, "EUR",
    "100000 2026-01-31", "2026-02-01", "2026-02-01 2026-02-01 1 100000 11.75 32\n", 32, NULL,
    NULL },
  { "the largest amount there is", BUSINESS, "99999999999999 2013-01-01", "2026-11-22", NULL,
    152190684931505, "4000 EUR", NULL },
};

static void
add_lowering (RelanceFeesDebt *debt, const char *text)
{
  g_autofree char *date = g_strndup (text, RELANCE_DATE_ISO_SIZE - 1);
  char *end = NULL;
  RelanceLowering lowering = {
    .date = relance_date_parse_iso (date),
    .amount = g_ascii_strtoll (text + RELANCE_DATE_ISO_SIZE, &end, 10),
  };

  lowering.was_never_owed = *end == 'c';
  g_array_append_val (debt->lowerings, lowering);
}

static GPtrArray *
read_debts (const char *text)
{
  GPtrArray *debts = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_fees_debt_free);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  for (char **row = rows; *row != NULL && **row != '\0'; row++)
    {
      g_auto (GStrv) words = g_strsplit (*row, " ", -1);
      RelanceFeesDebt *debt = relance_fees_debt_new (relance_date_parse_iso (words[1]),
                                                     g_ascii_strtoll (words[0], NULL, 10));

      for (char **word = words + 2; *word != NULL; word++)
        add_lowering (debt, *word);
      g_ptr_array_add (debts, debt);
    }
  return debts;
}

static char *
write_lines (const RelanceFees *fees)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fees->lines->len; i++)
    {
      const RelanceFeesLine *line = &g_array_index (fees->lines, RelanceFeesLine, i);
      g_autofree char *from = relance_date_to_iso (line->from);
      g_autofree char *to = relance_date_to_iso (line->to);

      g_string_append_printf (text, "%s %s %d %" G_GINT64_FORMAT " ", from, to, line->days,
                              line->base);
      if (line->rate == RELANCE_RATE_NONE)
        g_string_append (text, "? ?\n");
      else
        g_string_append_printf (text, "%d.%02d %" G_GINT64_FORMAT "\n",
                                line->rate / RELANCE_RATE_PERCENT,
                                line->rate % RELANCE_RATE_PERCENT / 100, line->amount);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_missing (const RelanceFees *fees)
{
  const RelanceMissingRate *missing;
  g_autofree char *half = NULL;

  if (fees->missing->len == 0)
    return NULL;
  g_assert_cmpint (fees->missing->len, ==, 1);
  missing = &g_array_index (fees->missing, RelanceMissingRate, 0);
  half = relance_date_to_iso (missing->half);
  return g_strdup_printf ("%s %s", relance_rate_kind_to_word (missing->kind), half);
}

static int
read_agreed (const char *text)
{
  int rate = RELANCE_RATE_NONE;

  g_assert_true (text == NULL || relance_rate_parse (text, &rate));
  return rate;
}

static void
check_case (const Case *expected)
{
  g_autoptr (GPtrArray) rates = relance_rate_tables_load (expected->country);
  const RelanceFeesTerms terms = { relance_fees_pick_rule (expected->country, expected->kind),
                                   rates, read_agreed (expected->agreed) };
  g_autoptr (GPtrArray) debts = read_debts (expected->debts);
  g_autoptr (RelanceFees) fees = relance_fees_compute (&terms, debts, expected->currency,
                                                       relance_date_parse_iso (expected->until));
  g_autofree char *lines = write_lines (fees);
  g_autofree char *missing = write_missing (fees);
  g_autofree char *fixed =
    g_strdup_printf ("%" G_GINT64_FORMAT " %s", fees->fixed, fees->fixed_currency);

  g_test_message ("%s: %" G_GINT64_FORMAT " %s, and %s\n%s", expected->name, fees->interest,
                  expected->currency, fixed, lines);
  if (expected->lines != NULL)
    g_assert_cmpstr (lines, ==, expected->lines);
  g_assert_cmpint (fees->interest, ==, expected->interest);
  g_assert_cmpint (fees->is_fixed_known, ==, expected->fixed != NULL);
  if (expected->fixed != NULL)
    g_assert_cmpstr (fixed, ==, expected->fixed);
  g_assert_cmpstr (missing, ==, expected->missing);
}

static void
test_vectors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    check_case (&vectors[i]);
}

static void
test_edges (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    check_case (&edges[i]);
}

/* What a debt costs on the first day of a half-year. */
static int
find_rate (const char *country, RelanceKind kind, int agreed, RelanceDate day)
{
  g_autoptr (GPtrArray) rates = relance_rate_tables_load (country);
  const RelanceFeesTerms terms = { relance_fees_pick_rule (country, kind), rates, agreed };
  g_autoptr (GPtrArray)
    debts = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_fees_debt_free);
  g_autoptr (RelanceFees) fees = NULL;

  g_ptr_array_add (debts, relance_fees_debt_new (day - 1, 100000));
  fees = relance_fees_compute (&terms, debts, "EUR", day);
  g_assert_cmpint (fees->lines->len, ==, 1);
  return g_array_index (fees->lines, RelanceFeesLine, 0).rate;
}

/* Percents by hundreds, from 2013 on: what a French business, a French public body and a British
 * business owe, and three times the legal interest rate, from 2015 on; -1 is not known. */
static void
test_every_half_year (void)
{
  static const struct
  {
    int business;
    int public;
    int british;
    int least;
  } halves[] = {
    { 1075, 875, 850, 12 },     { 1050, 850, 850, 12 },     { 1025, 825, 850, 12 },
    { 1015, 815, 850, 12 },     { 1005, 805, 850, 279 },    { 1005, 805, 850, 297 },
    { 1005, 805, 850, 303 },    { 1000, 800, 850, 279 },    { 1000, 800, 825, 270 },
    { 1000, 800, 825, 270 },    { 1000, 800, 850, 267 },    { 1000, 800, 850, 264 },
    { 1000, 800, 875, 258 },    { 1000, 800, 875, 261 },    { 1000, 800, 875, 261 },
    { 1000, 800, 810, 252 },    { 1000, 800, 810, 237 },    { 1000, 800, 810, 228 },
    { 1000, 800, 825, 228 },    { 1000, 800, 925, 231 },    { 1250, 1050, 1150, 618 },
    { 1400, 1200, 1300, 1266 }, { 1450, 1250, 1325, 1521 }, { 1425, 1225, 1325, 1476 },
    { 1315, 1115, 1275, 1113 }, { 1215, 1015, 1225, 828 },  { 1215, 1015, 1175, 786 },
    { 1240, 1040, 1175, -1 },   { -1, -1, -1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      RelanceDate day = relance_date_new (2013 + (int) i / 2, i % 2 == 0 ? 1 : 7, 1);
      int rates[] = { find_rate ("FR", RELANCE_KIND_BUSINESS, RELANCE_RATE_NONE, day),
                      find_rate ("FR", RELANCE_KIND_PUBLIC, RELANCE_RATE_NONE, day),
                      find_rate ("GB", RELANCE_KIND_BUSINESS, RELANCE_RATE_NONE, day),
                      find_rate ("FR", RELANCE_KIND_BUSINESS, 0, day) };
      int expected[] = { halves[i].business, halves[i].public, halves[i].british, halves[i].least };

      for (gsize j = 0; j < G_N_ELEMENTS (rates); j++)
        {
          g_test_message ("%d-%d: %d", 2013 + (int) i / 2, (int) i % 2 + 1, rates[j]);
          g_assert_cmpint (rates[j], ==,
                           expected[j] < 0 ? RELANCE_RATE_NONE
                                           : expected[j] * (RELANCE_RATE_PERCENT / 100));
        }
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int rate; /* RELANCE_RATE_NONE: refused */
  } cases[] = {
    { "2.15", 21500 },    { "2,15", 21500 },     { " 2.4 ", 24000 },
    { "12.15%", 121500 }, { "12,15 %", 121500 }, { "0", 0 },
    { "100", 1000000 },   { "0.0001", 1 },       { "100.0001", -1 },
    { "101", -1 },        { "999999", -1 },      { "99999999999", -1 },
    { "", -1 },           { "%", -1 },           { ".", -1 },
    { "2.", -1 },         { ".5", -1 },          { "-1", -1 },
    { "1.2.3", -1 },      { "2.15555", -1 },     { "two", -1 },
    { "2 15", -1 },       { "2.15 %%", -1 },     { "1e2", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int rate = RELANCE_RATE_NONE;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (relance_rate_parse (cases[i].text, &rate), ==, cases[i].rate >= 0);
      g_assert_cmpint (rate, ==, cases[i].rate);
    }
}

static void
put (GPtrArray *rates, RelanceDate day, int rate)
{
  const RelanceRate added = {
    RELANCE_RATE_REFERENCE, day, rate, (char *) "example.org", day, TRUE
  };

  relance_rates_put (rates, &added);
}

static void
test_put (void)
{
  g_autoptr (GPtrArray) rates = relance_rate_tables_load ("FR");
  guint n = rates->len;
  RelanceDate day = relance_date_new (2027, 3, 15);
  const RelanceRate *rate;

  g_assert_cmpuint (n, >, 50);
  g_assert_null (relance_rates_find (rates, RELANCE_RATE_REFERENCE, day));
  put (rates, day, 25000);
  rate = relance_rates_find (rates, RELANCE_RATE_REFERENCE, relance_date_new (2027, 6, 30));
  g_assert_cmpint (rate->rate, ==, 25000);
  g_assert_cmpint (rate->half, ==, relance_date_new (2027, 1, 1));
  g_assert_cmpstr (rate->source, ==, "example.org");
  g_assert_null (relance_rates_find (rates, RELANCE_RATE_REFERENCE, relance_date_new (2027, 7, 1)));
  put (rates, day + 10, 26000);
  g_assert_cmpint (relance_rates_find (rates, RELANCE_RATE_REFERENCE, day)->rate, ==, 26000);
  g_assert_cmpuint (rates->len, ==, n + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/fees/vectors", test_vectors);
  g_test_add_func ("/rules/fees/edges", test_edges);
  g_test_add_func ("/rules/fees/every-half-year", test_every_half_year);
  g_test_add_func ("/rules/rates/parse", test_parse);
  g_test_add_func ("/rules/rates/put", test_put);
  return g_test_run ();
}
