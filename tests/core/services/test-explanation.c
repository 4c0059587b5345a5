/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-explanation.h"

#include <math.h>
#include <string.h>

#define MONTHS 12

typedef struct
{
  BookFixture book;
  RelanceDashboard *dashboard;
  RelanceDashboard *before;
  RelanceComparison comparison;
} Fixture;

/* Six fell due: three paid on time, one late, two still open, one of them paid in part. */
static void
fill (Fixture *fixture)
{
  static const struct
  {
    gint64 total;
    const char *due;
    gint64 paid;
    const char *when;
  } rows[] = {
    { 100000, "2026-03-10", 100000, "2026-03-10" },
    { 50050, "2026-04-10", 50050, "2026-04-01" },
    { 70000, "2026-06-10", 70000, "2026-06-09" },
    { 30000, "2026-03-20", 30000, "2026-04-20" },
    { 200000, "2026-10-01", 50000, "2026-10-05" },
    { 120000, "2026-10-30", 0, NULL },
    { 90000, "2026-12-01", 0, NULL },
  };
  gint64 client = book_fixture_add_client (&fixture->book, "Sample Studio");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = g_strdup_printf ("F-%zu", i);
      g_autofree char *issued = relance_date_to_iso (relance_date_parse_iso (rows[i].due) - 30);
      gint64 id = book_fixture_add_invoice (&fixture->book, client, number, rows[i].total, "EUR",
                                            issued, rows[i].due);

      if (rows[i].paid > 0)
        book_fixture_add_payment (&fixture->book, id, rows[i].paid, rows[i].when);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RelanceDate day;

  book_fixture_set_up (&fixture->book, "2026-11-24");
  fill (fixture);
  fixture->dashboard =
    relance_dashboard_load_whole (fixture->book.book, RELANCE_DATE_NONE, MONTHS, &error);
  g_assert_no_error (error);
  day = relance_comparison_get_day_before (fixture->dashboard->as_of);
  fixture->before = relance_dashboard_load_day (fixture->book.book, day, MONTHS, &error);
  g_assert_no_error (error);
  fixture->comparison = (RelanceComparison) {
    .now = relance_dashboard_find (fixture->dashboard, "EUR"),
    .day = fixture->dashboard->as_of,
    .is_today = TRUE,
    .before = relance_dashboard_find (fixture->before, "EUR"),
    .before_day = day,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  relance_dashboard_free (fixture->dashboard);
  relance_dashboard_free (fixture->before);
  book_fixture_tear_down (&fixture->book);
}

/* The numbers of a text in the order they are read; thousands are parted by commas. */
static GArray *
read_numbers (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GString) number = g_string_new (NULL);

  for (const char *at = text;; at++)
    {
      gboolean belongs = g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1]));

      if (belongs)
        g_string_append_c (number, *at);
      else if (number->len > 0 && !(*at == ',' && g_ascii_isdigit (at[1])))
        {
          double value = g_ascii_strtod (number->str, NULL);

          g_array_append_val (numbers, value);
          g_string_truncate (number, 0);
        }
      if (*at == '\0')
        return numbers;
    }
}

static void
assert_numbers (const char *text, const double *expected, guint n)
{
  g_autoptr (GArray) numbers = read_numbers (text);

  g_assert_cmpuint (numbers->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (numbers, double, i), expected[i], 1e-9);
}

static void
test_owed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceExplanation) explanation = relance_explain_owed (&fixture->comparison);
  const double expected[] = { 900, 1500 + 1200, 900 + 1500 + 1200 };

  assert_numbers (explanation->sum, expected, G_N_ELEMENTS (expected));
  g_assert_cmpint (fixture->comparison.now->owed.amount, ==, 360000);
  g_assert_cmpstr (explanation->basis, ==, "3 invoices, as of November 24, 2026.");
  /* On 24 October the last one was not issued yet. */
  g_assert_nonnull (strstr (explanation->note, "On October 24, 2026 it was €2,700.00."));
}

static void
test_overdue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceExplanation) explanation = relance_explain_overdue (&fixture->comparison);
  const double expected[] = { 3600, 900, 2700 };

  assert_numbers (explanation->sum, expected, G_N_ELEMENTS (expected));
  g_assert_cmpint (fixture->comparison.now->overdue.amount, ==, 270000);
  g_assert_cmpstr (explanation->basis, ==, "2 invoices, as of November 24, 2026.");
  g_assert_cmpstr (explanation->note, ==, "On October 24, 2026 it was €1,500.00.");
}

static void
test_rate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceExplanation) explanation = relance_explain_rate (&fixture->comparison);
  const double expected[] = { 3, 3, 1, 2, 50, 2200.5, 5700.5, 38 };

  assert_numbers (explanation->sum, expected, G_N_ELEMENTS (expected));
  g_assert_cmpint (relance_comparison_get_percent (fixture->comparison.now), ==, 50);
  g_assert_cmpint (relance_comparison_get_percent_of_amounts (fixture->comparison.now), ==, 38);
  g_assert_cmpstr (explanation->basis, ==,
                   "6 invoices, due from December 1, 2025 to November 23, 2026.");
  /* Five had fallen due by then. */
  g_assert_nonnull (strstr (explanation->note, "On October 24, 2026 it was 60%."));
}

static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  RelanceCurrencyFigures few = *fixture->comparison.now;
  g_autoptr (RelanceExplanation) explanation = NULL;

  few.settled = 1;
  fixture->comparison.now = &few;
  explanation = relance_explain_rate (&fixture->comparison);
  g_assert_null (explanation->sum);
  g_assert_cmpstr (explanation->note, ==, "Under 5 invoices a percentage would tell nothing.");
}

static void
test_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceExplanation) explanation = relance_explain_months (&fixture->comparison);
  const double expected[] = { 3, 1, 2, 6 };

  assert_numbers (explanation->sum, expected, G_N_ELEMENTS (expected));
}

static void
test_ageing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceExplanation) explanation =
    relance_explain_ageing ("EUR", fixture->comparison.day, fixture->comparison.now->bands);
  g_autoptr (GArray) numbers = read_numbers (explanation->sum);
  double sum = 0;

  for (guint i = 0; i + 1 < numbers->len; i++)
    sum += g_array_index (numbers, double, i);
  g_assert_cmpfloat_with_epsilon (sum, 3600, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (numbers, double, numbers->len - 1), sum, 1e-9);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceExplanation) explanation = relance_explain_overdue (&fixture->comparison);
  g_autofree char *text = relance_explanation_dup_text (explanation);

  g_assert_true (g_str_has_prefix (text, explanation->words));
  g_assert_nonnull (strstr (text, explanation->sum));
  g_assert_true (g_str_has_suffix (text, explanation->note));
}

static void
assert_sum (RelanceExplanation *explanation, const char *sum, const char *note)
{
  g_assert_cmpstr (explanation->sum, ==, sum);
  if (note != NULL)
    g_assert_nonnull (strstr (explanation->note, note));
  g_assert_nonnull (explanation->basis);
  relance_explanation_free (explanation);
}

/* By hand, from the rows above. Sold since November 2025: €6,600.50, the last three of them on
 * 1 September (€2,000), 30 September (€1,200) and 1 November (€900). */
static void
test_dsos (Fixture *fixture, gconstpointer data)
{
  const RelanceCurrencyFigures *now = fixture->comparison.now;
  RelanceDate day = fixture->comparison.day;

  assert_sum (relance_explain_dso (now, day), "84 + €1,500.00 ÷ €2,000.00 = 84.8 days",
              "€3,600.00 is owed");
  assert_sum (relance_explain_dso_simple (now, day), "€3,600.00 ÷ €6,600.50 × 365 = 199.1 days",
              NULL);
  assert_sum (relance_explain_dso_best (now, day), "€900.00 ÷ €6,600.50 × 365 = 49.8 days", NULL);
}

/* Settled: 9 days early, 1 day early, on the day, and €300 31 days late. Open: €1,500 for 54 days,
 * €1,200 for 25. */
static void
test_days_late (Fixture *fixture, gconstpointer data)
{
  const RelanceCurrencyFigures *now = fixture->comparison.now;

  assert_sum (relance_explain_median_late (now), "(-1 + 0) ÷ 2 = -0.5 days", NULL);
  assert_sum (relance_explain_weighted_late (now), "€9,300.00 ÷ €2,500.50 = 3.7 days",
              "With 2 that are late and still open, at least: (€9,300.00 + €111,000.00) ÷ "
              "(€2,500.50 + €2,700.00) = 23.1 days");
}

/* Settled 21, 29, 30 and 61 days after they were issued; open for 23, 55 and 84. */
static void
test_open_at_90 (Fixture *fixture, gconstpointer data)
{
  assert_sum (
    relance_explain_open_at_90 (fixture->comparison.now), "0 of 4",
    "7 invoices in all: for each day on which some were settled, 1 less their share of those "
    "that had lasted so long: "
    "(1 − 1 ÷ 7) × (1 − 1 ÷ 5) × (1 − 1 ÷ 4) × (1 − 1 ÷ 2) = 25%");
}

/* Before anything was issued there is nothing to compute with, and it is said so. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (RelanceClaim));
  RelanceCurrencyFigures empty = { .currency = "EUR" };

  relance_statistics_compute (&empty.statistics, claims, fixture->comparison.day);
  assert_sum (relance_explain_dso (&empty, 0), NULL, NULL);
  assert_sum (relance_explain_dso_simple (&empty, 0), NULL, NULL);
  assert_sum (relance_explain_dso_best (&empty, 0), NULL, NULL);
  assert_sum (relance_explain_median_late (&empty), NULL, NULL);
  assert_sum (relance_explain_weighted_late (&empty), NULL, NULL);
  assert_sum (relance_explain_open_at_90 (&empty), NULL, NULL);
  relance_statistics_clear (&empty.statistics);
}

static void
test_numbers (void)
{
  static const struct
  {
    double days;
    const char *expected;
  } days[] = { { 0, "0 days" },           { 1, "1 day" },         { -1, "-1 day" },
               { 12.04, "12 days" },      { 12.05, "12.1 days" }, { NAN, "–" },
               { 1234.5, "1234.5 days" }, { -0.5, "-0.5 days" } };
  static const struct
  {
    double share;
    int part;
    int whole;
    const char *expected;
  } shares[] = { { 0.29, 29, 100, "29%" },
                 { 0.999, 999, 1000, "99%" },
                 { 0.25, 1, 4, "1 of 4" },
                 { NAN, 0, 0, "–" } };

  static const struct
  {
    double days;
    gulong count;
  } counts[] = { { 0.5, 0 }, { -0.5, 0 }, { 1, 1 },   { 1.04, 1 },
                 { 1.9, 0 }, { 1.96, 2 }, { -2.5, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (relance_explanation_count_days (counts[i].days), ==, counts[i].count);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = relance_explanation_dup_days (days[i].days);

      g_assert_cmpstr (text, ==, days[i].expected);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *text =
        relance_explanation_dup_share (shares[i].share, shares[i].part, shares[i].whole);

      g_assert_cmpstr (text, ==, shares[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/explanation/owed", Fixture, NULL, set_up, test_owed, tear_down);
  g_test_add ("/explanation/overdue", Fixture, NULL, set_up, test_overdue, tear_down);
  g_test_add ("/explanation/rate", Fixture, NULL, set_up, test_rate, tear_down);
  g_test_add ("/explanation/too-few", Fixture, NULL, set_up, test_too_few, tear_down);
  g_test_add ("/explanation/months", Fixture, NULL, set_up, test_months, tear_down);
  g_test_add ("/explanation/ageing", Fixture, NULL, set_up, test_ageing, tear_down);
  g_test_add ("/explanation/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/explanation/dsos", Fixture, NULL, set_up, test_dsos, tear_down);
  g_test_add ("/explanation/days-late", Fixture, NULL, set_up, test_days_late, tear_down);
  g_test_add ("/explanation/open-at-90", Fixture, NULL, set_up, test_open_at_90, tear_down);
  g_test_add ("/explanation/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add_func ("/explanation/numbers", test_numbers);

  return g_test_run ();
}
