/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan.h"
#include "relance-queue.h"

#define FIRST RELANCE_STAGE_FIRST
#define SECOND RELANCE_STAGE_SECOND

/* Dates are days late, or days ago; instalments are numbered from 1 in the order of @late. */
typedef struct
{
  const char *name;
  int late[4]; /* each debt, ended by -1 */
  struct
  {
    int ago;
    RelanceStage stage;
    gint64 instalments[4];
  } past[4]; /* ended by a stage of 0 */
  RelancePlanState state;
  RelanceStage stage;
  int from; /* in days from now */
} PlanCase;

static const PlanCase plan_cases[] = {
  { "the day after", { 1, -1 }, { { 0 } }, RELANCE_PLAN_EARLY, FIRST, 2 },
  { "the day it is due", { 0, -1 }, { { 0 } }, RELANCE_PLAN_EARLY, FIRST, 3 },
  { "three days late", { 3, -1 }, { { 0 } }, RELANCE_PLAN_READY, FIRST, 0 },
  { "very old, just imported", { 200, -1 }, { { 0 } }, RELANCE_PLAN_READY, FIRST, -197 },
  { "first reminder today", { 9, -1 }, { { 0, FIRST, { 1 } } }, RELANCE_PLAN_WAITING, SECOND, 7 },
  { "six days ago", { 9, -1 }, { { 6, FIRST, { 1 } } }, RELANCE_PLAN_WAITING, SECOND, 1 },
  { "a week ago", { 9, -1 }, { { 7, FIRST, { 1 } } }, RELANCE_PLAN_READY, SECOND, 0 },
  { "missed for months, caught up once",
    { 120, -1 },
    { { 90, FIRST, { 1 } } },
    RELANCE_PLAN_READY,
    SECOND,
    -83 },
  { "both have left",
    { 40, -1 },
    { { 30, FIRST, { 1 } }, { 20, SECOND, { 1 } } },
    RELANCE_PLAN_FINISHED,
    SECOND,
    -20 },
  { "another invoice since",
    { 40, 5, -1 },
    { { 30, FIRST, { 1 } }, { 20, SECOND, { 1 } } },
    RELANCE_PLAN_READY,
    SECOND,
    -13 },
  { "another invoice, too fresh",
    { 40, 5, -1 },
    { { 30, FIRST, { 1 } }, { 3, SECOND, { 1 } } },
    RELANCE_PLAN_WAITING,
    SECOND,
    4 },
  { "all mentioned since",
    { 40, 25, -1 },
    { { 30, FIRST, { 1 } }, { 8, SECOND, { 1, 2 } } },
    RELANCE_PLAN_FINISHED,
    SECOND,
    -8 },
  { "an old debt that is settled does not count",
    { 10, -1 },
    { { 60, FIRST, { 9 } }, { 50, SECOND, { 9 } } },
    RELANCE_PLAN_READY,
    FIRST,
    -7 },
  { "the oldest sets the level",
    { 10, 50, -1 },
    { { 8, FIRST, { 1 } } },
    RELANCE_PLAN_READY,
    FIRST,
    -47 },
  { "in any order",
    { 50, 10, -1 },
    { { 20, SECOND, { 1, 2 } }, { 40, FIRST, { 1 } } },
    RELANCE_PLAN_FINISHED,
    SECOND,
    -20 },
};

static void
test_case (gconstpointer data)
{
  const PlanCase *test = data;
  RelanceDate today = relance_date_new (2028, 2, 29);
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray)
    past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);
  RelancePlanStep step;

  for (int i = 0; test->late[i] >= 0; i++)
    {
      RelanceDebt *debt = relance_debt_new ("F-042", "EUR", 1000, today - test->late[i]);

      debt->instalment_id = i + 1;
      g_ptr_array_add (debts, debt);
    }

  for (int i = 0; i < 4 && test->past[i].stage != 0; i++)
    {
      RelancePastReminder *reminder =
        relance_past_reminder_new (today - test->past[i].ago, test->past[i].stage);

      for (int j = 0; j < 4 && test->past[i].instalments[j] != 0; j++)
        g_array_append_val (reminder->instalments, test->past[i].instalments[j]);
      g_ptr_array_add (past, reminder);
    }

  step = relance_plan_next (debts, past, today);
  g_assert_cmpint (step.state, ==, test->state);
  g_assert_cmpint (step.stage, ==, test->stage);
  g_assert_cmpint (step.from - today, ==, test->from);
}

static void
record (GPtrArray *past, RelanceDate date, RelanceStage stage)
{
  RelancePastReminder *reminder = relance_past_reminder_new (date, stage);
  gint64 instalment = 1;

  g_array_append_val (reminder->instalments, instalment);
  g_ptr_array_add (past, reminder);
}

/* Whoever asks every day, many times a day, sends each stage once and a week apart. */
static void
test_year (void)
{
  RelanceDate due = relance_date_new (2026, 1, 31);
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray)
    past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);
  RelanceDebt *debt = relance_debt_new ("F-042", "EUR", 1000, due);

  debt->instalment_id = 1;
  g_ptr_array_add (debts, debt);

  for (int ask = 0; ask < 365 * 10; ask++)
    {
      RelancePlanStep step = relance_plan_next (debts, past, due + 1 + ask / 10);

      if (step.state == RELANCE_PLAN_READY)
        record (past, due + 1 + ask / 10, step.stage);
    }

  g_assert_cmpuint (past->len, ==, 2);
  g_assert_cmpint (((RelancePastReminder *) past->pdata[0])->date, ==, due + 3);
  g_assert_cmpint (((RelancePastReminder *) past->pdata[1])->date, ==, due + 10);
}

static void
test_sums (void)
{
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GArray) totals = NULL;

  g_ptr_array_add (debts, relance_debt_new ("1", "EUR", 100, 0));
  g_ptr_array_add (debts, relance_debt_new ("2", "USD", 30, 0));
  g_ptr_array_add (debts, relance_debt_new ("3", "EUR", 1, 0));
  totals = relance_debts_sum (debts);

  g_assert_cmpuint (totals->len, ==, 2);
  g_assert_cmpstr (g_array_index (totals, RelanceDebtTotal, 0).currency, ==, "EUR");
  g_assert_cmpint (g_array_index (totals, RelanceDebtTotal, 0).amount, ==, 101);
  g_assert_cmpint (g_array_index (totals, RelanceDebtTotal, 1).amount, ==, 30);
}

static void
test_queue (void)
{
  double small = relance_queue_get_usefulness (10000, 2, FIRST, 10);

  g_assert_cmpfloat (relance_queue_get_usefulness (20000, 2, FIRST, 10), >, small);
  g_assert_cmpfloat (relance_queue_get_usefulness (10000, 2, FIRST, 20), >, small);
  g_assert_cmpfloat (relance_queue_get_usefulness (10000, 2, SECOND, 10), <, small);
  g_assert_cmpfloat (relance_queue_get_usefulness (10000, 0, FIRST, 10), >, small);
  g_assert_cmpfloat (relance_queue_get_usefulness (10000, 2, FIRST, 400), <,
                     relance_queue_get_usefulness (10000, 2, FIRST, 60));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (plan_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/plan/", plan_cases[i].name, NULL);

      g_test_add_data_func (path, &plan_cases[i], test_case);
    }
  g_test_add_func ("/rules/plan/year", test_year);
  g_test_add_func ("/rules/debts/sums", test_sums);
  g_test_add_func ("/rules/queue", test_queue);

  return g_test_run ();
}
