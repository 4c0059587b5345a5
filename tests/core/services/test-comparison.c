/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-comparison.h"

typedef struct
{
  RelanceCurrencyFigures now;
  RelanceCurrencyFigures before;
  RelanceComparison comparison;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->now = (RelanceCurrencyFigures) { .currency = "EUR" };
  fixture->before = (RelanceCurrencyFigures) { .currency = "EUR" };
  fixture->comparison = (RelanceComparison) {
    .now = &fixture->now,
    .is_today = TRUE,
    .before = &fixture->before,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
}

typedef char *(*Describe) (const RelanceComparison *self, int *direction);

static void
assert_words (Fixture *fixture, Describe describe, const char *expected, int expected_direction)
{
  int direction = 7;
  g_autofree char *text = describe (&fixture->comparison, &direction);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (direction, ==, expected_direction);
}

static void
test_amounts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 now;
    gint64 before;
    gboolean is_today;
    const char *expected;
    int direction;
  } rows[] = {
    { 132000, 100000, TRUE, "€320 more than a month ago", 1 },
    { 100000, 132000, TRUE, "€320 less than a month ago", -1 },
    { 100000, 100000, TRUE, "As much as a month ago", 0 },
    { 132000, 0, FALSE, "€1,320 more than a month before", 1 },
    { 0, 132000, FALSE, "€1,320 less than a month before", -1 },
    { 100, 100, FALSE, "As much as a month before", 0 },
    { 0, 0, TRUE, NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture->comparison.is_today = rows[i].is_today;
      fixture->now.owed.amount = rows[i].now;
      fixture->before.owed.amount = rows[i].before;
      assert_words (fixture, relance_comparison_describe_owed, rows[i].expected, rows[i].direction);
      fixture->now.overdue.amount = rows[i].now;
      fixture->before.overdue.amount = rows[i].before;
      assert_words (fixture, relance_comparison_describe_overdue, rows[i].expected,
                    rows[i].direction);
    }
}

static void
set_rate (RelanceCurrencyFigures *figures, int on_time, int late, int open)
{
  figures->settled = on_time;
  figures->late = late;
  figures->open_overdue = open;
}

static void
test_rates (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int now[3];
    int before[3];
    const char *expected;
    int direction;
  } rows[] = {
    { { 4, 1, 1 }, { 31, 19, 0 }, "4 points more than a month ago", 1 }, /* 66 after 62 */
    { { 62, 30, 8 }, { 4, 1, 1 }, "4 points less than a month ago", -1 },
    { { 61, 39, 0 }, { 60, 40, 0 }, "1 point more than a month ago", 1 },
    { { 3, 2, 0 }, { 60, 40, 0 }, "The same as a month ago", 0 },
    { { 5, 0, 0 }, { 4, 0, 0 }, NULL, 0 }, /* four are too few */
    { { 2, 1, 1 }, { 5, 5, 5 }, NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      set_rate (&fixture->now, rows[i].now[0], rows[i].now[1], rows[i].now[2]);
      set_rate (&fixture->before, rows[i].before[0], rows[i].before[1], rows[i].before[2]);
      assert_words (fixture, relance_comparison_describe_rate, rows[i].expected, rows[i].direction);
    }
  fixture->comparison.is_today = FALSE;
  set_rate (&fixture->now, 5, 0, 0);
  set_rate (&fixture->before, 5, 5, 0);
  assert_words (fixture, relance_comparison_describe_rate, "50 points more than a month before", 1);
}

static void
test_no_history (Fixture *fixture, gconstpointer data)
{
  fixture->comparison.before = NULL;
  set_rate (&fixture->now, 5, 0, 0);
  assert_words (fixture, relance_comparison_describe_owed, NULL, 0);
  assert_words (fixture, relance_comparison_describe_overdue, NULL, 0);
  assert_words (fixture, relance_comparison_describe_rate, NULL, 0);
}

/* 29 of 100 are 29 %, and 199 of 200 are not yet all. */
static void
test_percents (Fixture *fixture, gconstpointer data)
{
  set_rate (&fixture->now, 29, 71, 0);
  g_assert_cmpint (relance_comparison_get_percent (&fixture->now), ==, 29);
  set_rate (&fixture->now, 199, 0, 1);
  g_assert_cmpint (relance_comparison_get_percent (&fixture->now), ==, 99);
  set_rate (&fixture->now, 4, 0, 0);
  g_assert_cmpint (relance_comparison_get_percent (&fixture->now), ==, -1);

  set_rate (&fixture->now, 5, 0, 0);
  fixture->now.settled_amount = G_GINT64_CONSTANT (9999999999999900);
  fixture->now.due_amount = G_GINT64_CONSTANT (9999999999999901);
  g_assert_cmpint (relance_comparison_get_percent_of_amounts (&fixture->now), ==, 99);
}

static void
test_day_before (void)
{
  static const char *const rows[][2] = {
    { "2026-11-24", "2026-10-24" },
    { "2026-03-31", "2026-02-28" },
    { "2028-03-29", "2028-02-29" },
    { "2026-01-15", "2025-12-15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (relance_comparison_get_day_before (relance_date_parse_iso (rows[i][0])), ==,
                     relance_date_parse_iso (rows[i][1]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/comparison/amounts", Fixture, NULL, set_up, test_amounts, tear_down);
  g_test_add ("/comparison/rates", Fixture, NULL, set_up, test_rates, tear_down);
  g_test_add ("/comparison/no-history", Fixture, NULL, set_up, test_no_history, tear_down);
  g_test_add ("/comparison/percents", Fixture, NULL, set_up, test_percents, tear_down);
  g_test_add_func ("/comparison/day-before", test_day_before);

  return g_test_run ();
}
