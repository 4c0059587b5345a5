/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-dso.h"
#include "relance-habit.h"
#include "relance-lateness.h"
#include "relance-order.h"
#include "relance-statistics.h"
#include "relance-survival.h"

#include <math.h>
#include <string.h>

/* The day of every example; the days of claims are counted from it. */
#define DAY 20000
#define NEVER G_MININT

/* Days are relative to the day: -30 is thirty days ago. Ended by a client of 0. */
typedef struct
{
  gint64 client;
  int issued;
  int due;
  gint64 sold;
  gint64 balance;
  int end;
  gboolean given_up;
} Row;

typedef struct
{
  const char *computation;
  double (*measure) (GArray *claims);
  double expected;
  Row rows[10];
} Example;

static GArray *
make_claims (const Row *rows)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (RelanceClaim));

  for (; rows->client != 0; rows++)
    {
      RelanceClaim claim = {
        rows->client,  DAY + rows->issued, DAY + rows->due,
        rows->sold,    rows->balance,      rows->end == NEVER ? RELANCE_DATE_NONE : DAY + rows->end,
        rows->given_up
      };

      g_array_append_val (claims, claim);
    }
  return claims;
}

static void
assert_days (double said, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (said));
  else
    g_assert_cmpfloat_with_epsilon (said, expected, 1e-9);
}

static double
count_back (GArray *claims)
{
  return relance_dso_count_back (claims, DAY);
}

static double
simple (GArray *claims)
{
  return relance_dso_simple (claims, DAY);
}

static double
best (GArray *claims)
{
  return relance_dso_best (claims, DAY);
}

static double
with_open (GArray *claims)
{
  return relance_lateness_get_with_open (claims, DAY);
}

static const Example examples[] = {
  { "count-back: nothing sold, not known", count_back, NAN, { { 0 } } },
  { "count-back: nothing owed, 0 days", count_back, 0, { { 1, -9, 0, 100, 0, -3, FALSE }, { 0 } } },
  { "count-back: 100 owed of 100 sold ten days ago: ten days wholly absorbed + 100/100 = 11",
    count_back,
    11,
    { { 1, -10, 20, 100, 100, NEVER, FALSE }, { 0 } } },
  { "count-back: 1500 owed; 1000 sold 10 days ago absorbed, 500 of the 2000 sold 40 days ago: "
    "40 + 500/2000 = 40.25",
    count_back,
    40.25,
    { { 1, -10, 20, 1000, 0, -2, FALSE }, { 1, -40, -10, 2000, 1500, NEVER, FALSE }, { 0 } } },
  { "count-back: two sales of one day are one: 5 + 150/300 = 5.5",
    count_back,
    5.5,
    { { 1, -5, 20, 100, 50, NEVER, FALSE }, { 2, -5, 20, 200, 100, NEVER, FALSE }, { 0 } } },
  { "count-back: what is issued tomorrow is not sold yet: 0 + 50/100 = 0.5",
    count_back,
    0.5,
    { { 1, 0, 20, 100, 50, NEVER, FALSE }, { 2, 1, 20, 900, 900, NEVER, FALSE }, { 0 } } },
  { "simple: 500 owed / 2000 sold in 365 days × 365 = 91.25; what is older is not sold in them",
    simple,
    91.25,
    { { 1, -364, -300, 1500, 0, -10, FALSE },
      { 1, -9, -1, 500, 500, NEVER, FALSE },
      { 1, -365, -1, 7000, 0, -10, FALSE },
      { 0 } } },
  { "best: of 500 owed 200 is not overdue (due today is not): 200 / 2000 × 365 = 36.5",
    best,
    36.5,
    { { 1, -300, -270, 1500, 300, NEVER, FALSE }, { 1, -9, 0, 500, 200, NEVER, FALSE }, { 0 } } },
  { "best: nothing sold in 365 days, not known",
    best,
    NAN,
    { { 1, -365, -300, 1500, 300, NEVER, FALSE }, { 0 } } },
  { "median: 12 late, 4 early, 2 late; in order -4 2 12: 2; given up and open do not count",
    relance_lateness_get_median,
    2,
    { { 1, -90, -60, 100, 0, -48, FALSE },
      { 1, -90, -60, 100, 0, -64, FALSE },
      { 1, -90, -60, 100, 0, -58, FALSE },
      { 1, -90, -60, 100, 0, 0, TRUE },
      { 1, -90, -60, 100, 100, NEVER, FALSE },
      { 0 } } },
  { "median: -4 2: the mean of the two, -1; what was wholly credited does not count",
    relance_lateness_get_median,
    -1,
    { { 1, -90, -60, 100, 0, -64, FALSE },
      { 1, -90, -60, 100, 0, -58, FALSE },
      { 1, -90, -60, 0, 0, 0, FALSE },
      { 0 } } },
  { "weighted: (300 × 10 + 100 × 0, it came early) / 400 = 7.5",
    relance_lateness_get_weighted,
    7.5,
    { { 1, -90, -60, 300, 0, -50, FALSE },
      { 1, -90, -60, 100, 0, -80, FALSE },
      { 1, -90, -60, 900, 900, NEVER, FALSE },
      { 0 } } },
  { "with what is open: (300 × 10 + 100 × 60) / (300 + 100) = 22.5, of 900 only 100 remain",
    with_open,
    22.5,
    { { 1, -90, -60, 300, 0, -50, FALSE }, { 1, -90, -60, 900, 100, NEVER, FALSE }, { 0 } } },
};

static void
test_examples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GArray) claims = make_claims (examples[i].rows);

      g_test_message ("%s", examples[i].computation);
      assert_days (examples[i].measure (claims), examples[i].expected);
    }
}

static void
test_median (void)
{
  static const int days[] = { -3, 1, 4, 10 };

  g_test_message ("-3 1 4 10: (1 + 4) / 2; -3 1 4: 1; -3: -3; none: not known");
  assert_days (relance_order_median (days, 4), 2.5);
  assert_days (relance_order_median (days, 3), 1);
  assert_days (relance_order_median (days, 1), -3);
  assert_days (relance_order_median (days, 0), NAN);
}

static void
test_survival (void)
{
  static const RelanceSpan spans[] = {
    { 30, TRUE }, { 10, TRUE }, { 20, FALSE }, { 20, TRUE }, { 40, FALSE },
  };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (RelanceSpan));
  g_autoptr (GArray) steps = NULL;

  g_array_append_vals (all, spans, G_N_ELEMENTS (spans));
  steps = relance_survival_new (all);
  g_test_message ("10: 1 × (1 - 1/5) = 0.8; 20: 0.8 × (1 - 1/4) = 0.6, what is open leaves after; "
                  "30: 0.6 × (1 - 1/2) = 0.3; the median is 30");
  assert_days (relance_survival_get_open (steps, 9), 1);
  assert_days (relance_survival_get_open (steps, 10), 0.8);
  assert_days (relance_survival_get_open (steps, 29), 0.6);
  assert_days (relance_survival_get_open (steps, 90), 0.3);
  assert_days (relance_survival_get_median (steps), 30);
}

static void
test_survival_without_end (void)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (RelanceSpan));
  g_autoptr (GArray) steps = NULL;

  g_array_append_vals (spans, &((RelanceSpan) { 5, FALSE }), 1);
  steps = relance_survival_new (spans);
  assert_days (relance_survival_get_open (steps, 90), NAN);
  assert_days (relance_survival_get_median (steps), NAN);
}

/* Client 1 settled six, the last three sooner; client 2 two, too few; client 3 only owes. */
static const Row habit_rows[] = {
  { 2, -90, -60, 100, 0, -59, FALSE },   { 1, -90, -70, 100, 0, -58, FALSE },
  { 1, -90, -70, 100, 0, -50, FALSE },   { 1, -90, -60, 100, 0, -48, FALSE },
  { 1, -90, -40, 100, 0, -39, FALSE },   { 1, -90, -30, 100, 0, -30, FALSE },
  { 1, -90, -20, 100, 0, -18, FALSE },   { 1, -20, -1, 100, 100, NEVER, FALSE },
  { 2, -90, -60, 100, 0, -70, FALSE },   { 3, -90, -1, 100, 100, NEVER, FALSE },
  { 4, -90, 5, 100, 100, NEVER, FALSE }, { 0 },
};

static void
test_habits (void)
{
  g_autoptr (GArray) claims = make_claims (habit_rows);
  g_autoptr (GArray) habits = relance_habits_new (claims, DAY);
  const RelanceHabit *habit = &g_array_index (habits, RelanceHabit, 0);

  g_test_message ("days late as settled: 12 20 12 1 0 2: median (2 + 12) / 2 = 7; late 5 + 1 open "
                  "of 7; the last three 1 0 2 have the median 1, those before 12: -11");
  g_assert_cmpuint (habits->len, ==, 3);
  g_assert_cmpint (habit->client_id, ==, 1);
  g_assert_cmpint (habit->settled, ==, 6);
  g_assert_cmpint (habit->late, ==, 5);
  g_assert_cmpint (habit->open_late, ==, 1);
  assert_days (habit->median, 7);
  assert_days (habit->late_share, 6.0 / 7);
  assert_days (habit->trend, -11);
  habit++;
  g_assert_cmpint (habit->client_id, ==, 2);
  g_assert_cmpint (habit->settled, ==, 2);
  assert_days (habit->median, NAN);
  assert_days (habit->late_share, NAN);
  assert_days (habit->trend, NAN);
  habit++;
  g_assert_cmpint (habit->client_id, ==, 3);
  g_assert_cmpint (habit->open_late, ==, 1);
}

static void
test_all_of_them (void)
{
  static const Row rows[] = {
    { 1, -200, -170, 100, 0, -180, FALSE },
    { 1, -200, -170, 100, 0, -100, FALSE },
    { 1, -200, -170, 100, 100, NEVER, FALSE },
    { 1, -50, -20, 100, 0, -40, TRUE },
    { 0 },
  };
  g_autoptr (GArray) claims = make_claims (rows);
  RelanceStatistics statistics;

  g_test_message (
    "settled after 20 and 100 days: half open after 20, the median; with the one open "
    "for 200 and the one given up at 10: 1 - 1/3 at 20, × (1 - 1/2) = 1/3 at 100");
  relance_statistics_compute (&statistics, claims, DAY);
  assert_days (statistics.days_to_settle, 20);
  assert_days (statistics.days_to_settle_survival, 100);
  assert_days (statistics.open_at_90, 0.5);
  assert_days (statistics.open_at_90_survival, 2.0 / 3);
  relance_statistics_clear (&statistics);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/statistics/examples", test_examples);
  g_test_add_func ("/rules/statistics/median", test_median);
  g_test_add_func ("/rules/statistics/survival", test_survival);
  g_test_add_func ("/rules/statistics/survival-without-end", test_survival_without_end);
  g_test_add_func ("/rules/statistics/habits", test_habits);
  g_test_add_func ("/rules/statistics/all-of-them", test_all_of_them);

  return g_test_run ();
}
