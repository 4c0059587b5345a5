/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-blend.h"
#include "relance-cash.h"
#include "relance-payers.h"
#include "relance-recent-days.h"

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

/* Own 2 4 9, everybody 0 and 10 with so much weight together. */
static RelanceBlend
blend (RelanceTallyOfDays *all, double weight)
{
  static const int own[] = { 2, 4, 9 };

  relance_tally_of_days_add (all, 0);
  relance_tally_of_days_add (all, 10);
  return (RelanceBlend) { own, G_N_ELEMENTS (own), all, weight };
}

static void
test_blend (void)
{
  g_autoptr (RelanceTallyOfDays) all = relance_tally_of_days_new ();
  RelanceBlend known = blend (all, 1);

  g_test_message (
    "0 weighs 0.5, 2 4 9 weigh 1 each, 10 weighs 0.5, in all 4: up to 4 it is 2.5 / 4");
  g_assert_cmpfloat (relance_blend_get_share (&known, 4), ==, 0.625);
  g_assert_cmpint (relance_blend_get_quantile (&known, 0.1), ==, 0);
  g_assert_cmpint (relance_blend_get_quantile (&known, 0.125), ==, 0);
  g_assert_cmpint (relance_blend_get_quantile (&known, 0.9), ==, 10);
  g_test_message ("the middle, 2 of 4, lies in the 1 of 4");
  g_assert_cmpfloat (relance_blend_get_median (&known), ==, 4);
  g_test_message ("the half in the middle, from 1 to 3: 2 × 0.5 + 4 × 1 + 9 × 0.5, / 2 = 4.75");
  g_assert_cmpfloat_with_epsilon (relance_blend_get_middle_half (&known), 4.75, 1e-9);
}

static void
test_blend_between_two (void)
{
  g_autoptr (RelanceTallyOfDays) all = relance_tally_of_days_new ();
  RelanceBlend known = blend (all, 1);

  known.n_own = 2;
  known.weight = 2;
  g_test_message (
    "0 weighs 1, 2 and 4 weigh 1 each, 10 weighs 1: the middle is (2 + 4) / 2, and so is "
    "that of the half in the middle");
  g_assert_cmpfloat (relance_blend_get_median (&known), ==, 3);
  g_assert_cmpfloat_with_epsilon (relance_blend_get_middle_half (&known), 3, 1e-9);
  known.n_own = 0;
  g_test_message ("of somebody unknown, everybody's: (0 + 10) / 2");
  g_assert_cmpfloat (relance_blend_get_median (&known), ==, 5);
  g_assert_cmpfloat_with_epsilon (relance_blend_get_middle_half (&known), 5, 1e-9);
}

static void
test_recent_days (void)
{
  g_autoptr (RelanceRecentDays) recent = relance_recent_days_new ();
  const int *sorted;
  int last[3];
  guint n;

  g_assert_cmpuint (relance_recent_days_copy_last (recent, 3, last), ==, 0);
  for (int i = 0; i < RELANCE_RECENT_MOST + 2; i++)
    relance_recent_days_add (recent, -i);
  sorted = relance_recent_days_get_sorted (recent, &n);
  g_assert_cmpuint (n, ==, RELANCE_RECENT_MOST);
  g_assert_cmpint (sorted[0], ==, -RELANCE_RECENT_MOST - 1);
  g_assert_cmpint (sorted[n - 1], ==, -2);
  g_assert_cmpuint (relance_recent_days_copy_last (recent, 3, last), ==, 3);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (last[i], ==, -RELANCE_RECENT_MOST - 1 + i);
}

static double
foretell (RelancePayers *payers, RelanceWay way)
{
  RelanceClaim open = { .client_id = 1, .issued = DAY - 5, .due = DAY, .sold = 1, .balance = 1 };

  return relance_payers_foretell (payers, &open, way) - DAY;
}

/* Client 1 settled 10 and 20 late, 40 and 35 days after the issue; client 2 was 0 late after 30. */
static RelancePayers *
learn_three (void)
{
  RelancePayers *payers = relance_payers_new ();
  g_autoptr (GArray) claims = new_claims ();

  add (claims, 2, -100, -70, 1, -70);
  add (claims, 1, -60, -30, 1, -20);
  add (claims, 1, -54, -39, 1, -19);
  for (guint i = 0; i < claims->len; i++)
    relance_payers_learn (payers, &g_array_index (claims, RelanceClaim, i));
  return payers;
}

static void
test_ways (void)
{
  g_autoptr (RelancePayers) payers = learn_three ();

  g_test_message (
    "0 weighs 1/3, 10 and 20 weigh 4/3; from 3/4 to 9/4: 10 × 11/12 + 20 × 7/12, / 1.5");
  g_assert_cmpfloat_with_epsilon (foretell (payers, RELANCE_WAY_USUAL),
                                  (10 * 11 / 12.0 + 20 * 7 / 12.0) / 1.5, 1e-9);
  g_test_message (
    "30 weighs 1/3, 35 and 40 weigh 4/3: (35 × 11/12 + 40 × 7/12) / 1.5, from 5 days ago");
  g_assert_cmpfloat_with_epsilon (foretell (payers, RELANCE_WAY_USUAL_FROM_ISSUE),
                                  (35 * 11 / 12.0 + 40 * 7 / 12.0) / 1.5 - 5, 1e-9);
  g_test_message ("0 weighs 1/6, 10 and 20 weigh 7/6, the middle of 2.5 is 1.25: 10");
  g_assert_cmpfloat (foretell (payers, RELANCE_WAY_SAME), ==, 10);
  g_assert_cmpfloat (foretell (payers, RELANCE_WAY_SAME_FROM_ISSUE), ==, 30);
  g_test_message ("0 10 20: 10");
  g_assert_cmpfloat (foretell (payers, RELANCE_WAY_ALL_ALIKE), ==, 10);
  g_assert_cmpfloat (foretell (payers, RELANCE_WAY_LATELY), ==,
                     foretell (payers, RELANCE_WAY_USUAL));
  g_test_message (
    "paid on 3 and 4 November, the upper middle is the 4th; from 6 to 7 December it is 4 "
    "December");
  g_assert_cmpfloat (DAY + foretell (payers, RELANCE_WAY_DAY_OF_MONTH), ==,
                     relance_date_new (2026, 12, 4));
}

/* Of nine settled, 8 are remembered as the last: the first one, far off, is none of them. */
static void
test_lately (void)
{
  g_autoptr (RelancePayers) payers = relance_payers_new ();
  g_autoptr (GArray) claims = new_claims ();

  add (claims, 1, -400, -390, 1, -300);
  for (int i = 1; i <= 8; i++)
    add (claims, 1, -300 + 20 * i, -290 + 20 * i, 1, -285 + 20 * i);
  for (guint i = 0; i < claims->len; i++)
    relance_payers_learn (payers, &g_array_index (claims, RelanceClaim, i));
  g_assert_cmpfloat (foretell (payers, RELANCE_WAY_LATELY), ==, 5);
}

/* Everybody pays 40 days after the issue, whatever the terms: the errors show it. */
static void
test_another_way_is_found (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (RelanceForecaster) forecaster = NULL;
  RelanceClaim open = { .client_id = 1, .issued = DAY, .due = DAY + 60, .sold = 1, .balance = 1 };
  RelanceExpectation expectation, date;

  for (int i = 0; i < 30; i++)
    add (claims, i % 3, -700 + 20 * i, -700 + 20 * i + 15 * (i % 4), 100, -660 + 20 * i);
  forecaster = relance_forecaster_new (claims);
  g_assert_true (relance_forecaster_expect (forecaster, &open, &expectation));
  g_assert_true (relance_forecaster_expect_date (forecaster, &open, &date));
  g_assert_cmpfloat (expectation.date, ==, DAY + 40);
  g_assert_cmpfloat (date.date, ==, DAY + 40);
  g_assert_cmpfloat (expectation.median_date, ==, DAY + 40);
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
    "due date by 16. The third was issued after both: half of all weighs 10, half 16, the middle "
    "is 13, and so is the median: wrong by 3, the due date by 10. Means 4.5 and 13");
  forecaster = relance_forecaster_new (claims);
  backtest = relance_forecaster_get_backtest (forecaster);
  g_assert_cmpint (backtest.n, ==, 2);
  g_assert_cmpfloat (backtest.mae, ==, 4.5);
  g_assert_cmpfloat (backtest.median_mae, ==, 4.5);
  g_assert_cmpfloat (backtest.due_mae, ==, 13);
  g_assert_cmpfloat (backtest.within_3, ==, 0.5);
  g_assert_cmpfloat (backtest.within_7, ==, 1);
}

/* The three of the backtest, and a fourth that is open. */
static void
test_range (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (RelanceForecaster) forecaster = NULL;
  RelanceClaim open = { .client_id = 1, .issued = DAY - 5, .due = DAY, .sold = 1, .balance = 1 };
  RelanceExpectation expectation;

  add (claims, 1, -300, -270, 100, -260);
  add (claims, 1, -200, -170, 100, -154);
  add (claims, 1, -150, -120, 100, -110);
  forecaster = relance_forecaster_new (claims);
  g_test_message (
    "10 weighs 8/3 and 16 weighs 4/3, from 1 to 3: (10 × 5/3 + 16 × 1/3) / 2 = 11 late");
  g_assert_true (relance_forecaster_expect (forecaster, &open, &expectation));
  g_assert_cmpfloat_with_epsilon (expectation.date, DAY + 11, 1e-9);
  g_test_message (
    "errors were 6, where none was known, and -3, where 6 was: both outside, so that 0.1 × exp "
    "(-0.4 × 0.8 × 2) = 0.0527 may be; the quantiles of 0.026 and 0.974 are -3 and 6");
  g_assert_cmpint (expectation.earliest, ==, DAY + 8);
  g_assert_cmpint (expectation.latest, ==, DAY + 17);
  g_test_message ("each error is half of all: on day 8 half is settled, on day 17 all");
  g_assert_cmpfloat (relance_forecaster_get_settled (forecaster, &open, &expectation, DAY + 7), ==,
                     0);
  g_assert_cmpfloat (relance_forecaster_get_settled (forecaster, &open, &expectation, DAY + 8), ==,
                     0.5);
  g_assert_cmpfloat (relance_forecaster_get_settled (forecaster, &open, &expectation, DAY + 17), ==,
                     1);
}

/* What is later than its client ever was comes as others came that were as late. */
static void
test_tail (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (RelanceForecaster) forecaster = NULL;
  const RelanceCashWeek *weeks;
  RelanceCash cash;

  for (int i = 0; i < 20; i++)
    add (claims, 1, -900 + 40 * i, -870 + 40 * i, 1, -870 + 40 * i);
  add (claims, 2, -900, -870, 1, -840);
  add (claims, 2, -900, -870, 1, -790);
  add (claims, 1, -90, -60, 100, NEVER);
  g_test_message (
    "22 settled: 20 on the day, 1 after 30 days and 1 after 80. One is open for 60: of 23 watched "
    "2 are left after 30, one of them open; the other came at 80, so this one does in 20 days");
  forecaster = relance_forecaster_new (claims);
  relance_cash_compute (&cash, forecaster, claims, DAY, 4);
  weeks = (const RelanceCashWeek *) cash.weeks->data;
  g_assert_cmpint (cash.unknown_count, ==, 0);
  g_assert_cmpint (weeks[1].p90, ==, 0);
  g_assert_cmpint (weeks[2].p10, ==, 100);
  g_assert_cmpint (weeks[3].p90, ==, 0);
  relance_cash_clear (&cash);
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
  g_test_message (
    "own 30 weighs 1; 0 0 0 0 30 of all together 1, so 30 weighs 1.2 of 2, and 0 weighs 0.8; of "
    "the half in the middle, from 0.5 to 1.5, 0 has 0.3 and 30 has 0.7: 21 days late");
  forecaster = relance_forecaster_new (claims);
  g_assert_true (relance_forecaster_expect (forecaster, &open, &expectation));
  g_assert_cmpfloat_with_epsilon (expectation.date, DAY + 21, 1e-9);
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
  g_test_add_func ("/rules/forecast/blend", test_blend);
  g_test_add_func ("/rules/forecast/blend-between-two", test_blend_between_two);
  g_test_add_func ("/rules/forecast/recent-days", test_recent_days);
  g_test_add_func ("/rules/forecast/ways", test_ways);
  g_test_add_func ("/rules/forecast/lately", test_lately);
  g_test_add_func ("/rules/forecast/another-way-is-found", test_another_way_is_found);
  g_test_add_func ("/rules/forecast/nothing-settled", test_nothing_settled);
  g_test_add_func ("/rules/forecast/backtest", test_backtest);
  g_test_add_func ("/rules/forecast/range", test_range);
  g_test_add_func ("/rules/forecast/tail", test_tail);
  g_test_add_func ("/rules/forecast/own-habit-weighs-most", test_own_habit_weighs_most);
  g_test_add_func ("/rules/forecast/weeks", test_weeks);
  g_test_add_func ("/rules/forecast/chance", test_chance);

  return g_test_run ();
}
