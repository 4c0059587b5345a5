/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-cash.h"
#include "relance-tally-of-days.h"

#include <math.h>

#define NEVER G_MAXINT

/* A Monday. */
#define DAY (relance_date_new (2026, 11, 23))

static void
add (GArray *claims, gint64 client, int issued, int due, gint64 amount, int end)
{
  gboolean open = end == NEVER;
  RelanceClaim claim = { .client_id = client,
                         .issued = DAY + issued,
                         .due = DAY + due,
                         .sold = amount,
                         .balance = open ? amount : 0,
                         .end = open ? RELANCE_DATE_NONE : DAY + end };

  g_array_append_val (claims, claim);
}

static GArray *
new_claims (void)
{
  return g_array_new (FALSE, FALSE, sizeof (RelanceClaim));
}

static void
test_tally (void)
{
  g_autoptr (RelanceTallyOfDays) tally = relance_tally_of_days_new ();
  static const int days[] = { 7, -2, 7, 100000, -5 };

  g_assert_true (isnan (relance_tally_of_days_get_median (tally)));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    relance_tally_of_days_add (tally, days[i]);
  g_test_message (
    "-5 -2 7 7 and one beyond the most: 2 are up to 6, 4 up to 7, the middle one is 7");
  g_assert_cmpint (relance_tally_of_days_count (tally, -6), ==, 0);
  g_assert_cmpint (relance_tally_of_days_count (tally, 6), ==, 2);
  g_assert_cmpint (relance_tally_of_days_count (tally, 7), ==, 4);
  g_assert_cmpint (relance_tally_of_days_count (tally, RELANCE_MOST_DAYS), ==, 5);
  g_assert_cmpfloat (relance_tally_of_days_get_median (tally), ==, 7);
  relance_tally_of_days_add (tally, -4);
  g_test_message ("-5 -4 -2 7 7 …: (-2 + 7) / 2");
  g_assert_cmpfloat (relance_tally_of_days_get_median (tally), ==, 2.5);
}

static void
test_nothing_settled (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (RelanceForecaster) forecaster = NULL;
  RelanceExpectation expectation;
  RelanceCash cash;

  add (claims, 1, -40, -10, 500, NEVER);
  forecaster = relance_forecaster_new (claims);
  g_assert_cmpint (relance_forecaster_get_backtest (forecaster).n, ==, 0);
  g_assert_true (isnan (relance_forecaster_get_backtest (forecaster).mae));
  g_assert_false (
    relance_forecaster_expect (forecaster, &g_array_index (claims, RelanceClaim, 0), &expectation));
  relance_cash_compute (&cash, forecaster, claims, DAY, 2);
  g_assert_cmpint (cash.unknown_count, ==, 1);
  g_assert_cmpint (cash.unknown_amount, ==, 500);
  g_assert_cmpuint (cash.weeks->len, ==, 2);
  g_assert_cmpint (g_array_index (cash.weeks, RelanceCashWeek, 1).p90, ==, 0);
  relance_cash_clear (&cash);
}

static void
test_backtest (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (RelanceForecaster) forecaster = NULL;
  RelanceBacktest backtest;

  add (claims, 1, -300, -270, 100, -260);
  add (claims, 1, -200, -170, 100, -154);
  add (claims, 1, -150, -120, 100, -110);
  g_test_message (
    "The first has no precedent. The second: 10 late expected, 16 happened: wrong by 6, the "
    "due date by 16. The third was issued after both: (10 + 16) / 2 = 13, and everybody's "
    "median is the same 13: wrong by 3, the due date by 10. Means 4.5 and 13");
  forecaster = relance_forecaster_new (claims);
  backtest = relance_forecaster_get_backtest (forecaster);
  g_assert_cmpint (backtest.n, ==, 2);
  g_assert_cmpfloat (backtest.mae, ==, 4.5);
  g_assert_cmpfloat (backtest.median_mae, ==, 4.5);
  g_assert_cmpfloat (backtest.due_mae, ==, 13);
  g_assert_cmpfloat (backtest.within_3, ==, 0.5);
  g_assert_cmpfloat (backtest.within_7, ==, 1);
}

static void
test_own_habit_weighs_most (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (RelanceForecaster) forecaster = NULL;
  RelanceClaim open = { .client_id = 2, .issued = DAY - 5, .due = DAY, .sold = 1, .balance = 1 };
  RelanceExpectation expectation;

  for (int i = 0; i < 4; i++)
    add (claims, 1, -100, -90, 100, -90);
  add (claims, 2, -100, -90, 100, -60);
  g_test_message ("own 30 weighs 1 / (1 + 0.5), everybody's 0 the rest: 20 days after it is due");
  forecaster = relance_forecaster_new (claims);
  g_assert_true (relance_forecaster_expect (forecaster, &open, &expectation));
  g_assert_cmpfloat_with_epsilon (expectation.date, DAY + 20, 1e-9);
}

/* Everybody pays on the day; what waits is due on Thursday of this week and of the next. */
static void
test_weeks (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (RelanceForecaster) forecaster = NULL;
  const RelanceCashWeek *weeks;
  RelanceCash cash;

  for (int i = 1; i < 20; i++)
    add (claims, 1, -40 * i, -40 * i + 30, 100, -40 * i + 30);
  add (claims, 1, -10, 3, 700, NEVER);
  add (claims, 1, -9, 10, 50, NEVER);
  add (claims, 1, -90, -60, 9, NEVER);
  g_test_message (
    "700 this week, 50 in the next; 60 days late is beyond all that was seen: no week");
  forecaster = relance_forecaster_new (claims);
  relance_cash_compute (&cash, forecaster, claims, DAY + 2, 3);
  weeks = (const RelanceCashWeek *) cash.weeks->data;
  g_assert_cmpint (weeks[0].monday, ==, DAY);
  g_assert_cmpint (weeks[0].p10, ==, 700);
  g_assert_cmpint (weeks[0].p90, ==, 700);
  g_assert_cmpint (weeks[1].p50, ==, 50);
  g_assert_cmpint (weeks[2].p90, ==, 0);
  g_assert_cmpint (cash.unknown_count, ==, 1);
  g_assert_cmpint (cash.unknown_amount, ==, 9);
  relance_cash_clear (&cash);
}

/* One in two pays on the day, the other 14 days later; chance must not move the middle. */
static void
test_chance (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (RelanceForecaster) forecaster = NULL;
  const RelanceCashWeek *weeks;
  RelanceCash cash;
  gint64 sum = 0;

  for (int i = 1; i < 60; i++)
    add (claims, i, -20 * i, -20 * i + 7, 100, -20 * i + 7 + (i % 2) * 14);
  for (int i = 0; i < 100; i++)
    add (claims, 1000 + i, -5, 2, 10, NEVER);
  forecaster = relance_forecaster_new (claims);
  relance_cash_compute (&cash, forecaster, claims, DAY, 5);
  weeks = (const RelanceCashWeek *) cash.weeks->data;
  for (guint i = 0; i < cash.weeks->len; i++)
    {
      g_assert_cmpint (weeks[i].p10, <=, weeks[i].p50);
      g_assert_cmpint (weeks[i].p50, <=, weeks[i].p90);
      sum += weeks[i].p50;
    }
  g_assert_cmpint (sum, >, 700);
  g_assert_cmpint (sum, <=, 1000);
  g_assert_cmpint (cash.unknown_count, ==, 0);
  relance_cash_clear (&cash);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/forecast/tally", test_tally);
  g_test_add_func ("/rules/forecast/nothing-settled", test_nothing_settled);
  g_test_add_func ("/rules/forecast/backtest", test_backtest);
  g_test_add_func ("/rules/forecast/own-habit-weighs-most", test_own_habit_weighs_most);
  g_test_add_func ("/rules/forecast/weeks", test_weeks);
  g_test_add_func ("/rules/forecast/chance", test_chance);

  return g_test_run ();
}
