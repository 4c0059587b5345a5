/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-enum-types.h"
#include "relance-plan-text.h"
#include "relance-plan.h"

/* What is read is written the same again. */
static const char *const good[] = {
  "first=due+1",
  "first=due+365",
  "first=issue+45",
  "first=due+3 second=contact+7",
  "first=due+3 second=due+10 third=due+17 formal-notice=due+24",
  "first=issue+30 second=due+1 third=issue+37 formal-notice=contact+7",
  "first=due+20 second=contact+365",
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GArray) steps = relance_plan_parse (good[i]);
      RelancePlan plan = relance_plan_of_steps (steps);
      g_autofree char *text = NULL;

      g_assert_nonnull (steps);
      text = relance_plan_to_text (&plan);
      g_assert_cmpstr (text, ==, good[i]);
    }
}

static void
test_shipped (void)
{
  for (int rhythm = RELANCE_RHYTHM_GENTLE; rhythm <= RELANCE_RHYTHM_BRISK; rhythm++)
    {
      RelancePlan plan = relance_rhythm_get_plan (rhythm);

      g_assert_cmpint (relance_plan_check (&plan, NULL), ==, RELANCE_PLAN_FAULT_NONE);
    }
}

/* What another program may have written in the book, or a person typed. */
static const char *const bad[] = {
  "",
  " ",
  "first",
  "first=",
  "first=due",
  "first=due+",
  "first=due-3",
  "first=due+-3",
  "first=due+ 3",
  "first=due+3 ",
  " first=due+3",
  "first=due+3  second=contact+7",
  "first=due+3.5",
  "first=due+99999999999999999999",
  "first=3",
  "1=due+3",
  "First=due+3",
  "first=Due+3",
  "=due+3",
  "first=+3",
  "first=due+3=4",
  "thanks=due+3",
  "courtesy=due+3",
  "first=due+3 second=contact+7 third=contact+7 formal-notice=contact+7 formal-notice=contact+7",
};

static void
test_bad (void)
{
  g_autofree char *endless = g_strnfill (100000, '+');

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (relance_plan_parse (bad[i]));
  g_assert_null (relance_plan_parse (endless));
}

static const struct
{
  const char *steps[4];
  RelancePlanFault fault;
  guint place;
} faults[] = {
  { { NULL }, RELANCE_PLAN_FAULT_EMPTY, 0 },
  { { "second=due+3" }, RELANCE_PLAN_FAULT_ORDER, 0 },
  { { "first=due+3", "third=contact+7" }, RELANCE_PLAN_FAULT_ORDER, 1 },
  { { "first=due+3", "first=contact+7" }, RELANCE_PLAN_FAULT_ORDER, 1 },
  { { "first=due+3", "second=contact+7", "formal-notice=contact+7" }, RELANCE_PLAN_FAULT_ORDER, 2 },
  { { "first=contact+7" }, RELANCE_PLAN_FAULT_ANCHOR, 0 },
  { { "first=due+0" }, RELANCE_PLAN_FAULT_DAYS, 0 },
  { { "first=issue+0" }, RELANCE_PLAN_FAULT_DAYS, 0 },
  { { "first=due+366" }, RELANCE_PLAN_FAULT_DAYS, 0 },
  { { "first=due+3", "second=contact+6" }, RELANCE_PLAN_FAULT_DAYS, 1 },
  { { "first=due+3", "second=due+9" }, RELANCE_PLAN_FAULT_CLOSE, 1 },
  { { "first=due+3", "second=contact+7", "third=due+3" }, RELANCE_PLAN_FAULT_CLOSE, 2 },
  { { "first=issue+60", "second=issue+30" }, RELANCE_PLAN_FAULT_CLOSE, 1 },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (RelanceStep));
      RelancePlan plan;
      guint place = 0;

      for (int j = 0; j < 4 && faults[i].steps[j] != NULL; j++)
        {
          RelanceStep step;

          g_assert_true (relance_step_parse (faults[i].steps[j], &step));
          g_array_append_val (steps, step);
        }
      plan = relance_plan_of_steps (steps);
      g_assert_cmpint (relance_plan_check (&plan, &place), ==, faults[i].fault);
      g_assert_cmpuint (place, ==, faults[i].place);
    }
}

/* When a step comes: days are counted from today, @issued and @due are so many days ago, and so is
 * @last, the first reminder, unless it is negative. */
static const struct
{
  const char *plan;
  int issued;
  int due;
  int last;
  int from;
  RelanceStage stage;
} days[] = {
  { "first=due+10", 40, 10, -1, 0, RELANCE_STAGE_FIRST },
  { "first=issue+45", 40, 10, -1, 5, RELANCE_STAGE_FIRST },
  /* Before it is late there is nothing to say. */
  { "first=issue+5", 6, -20, -1, 21, RELANCE_STAGE_FIRST },
  { "first=due+3 second=due+20", 40, 10, 5, 10, RELANCE_STAGE_SECOND },
  /* The first one was missed and caught up: the second does not follow at once. */
  { "first=due+3 second=due+20", 90, 60, 2, 5, RELANCE_STAGE_SECOND },
  { "first=due+3 second=issue+90", 50, 20, 15, 40, RELANCE_STAGE_SECOND },
  { "first=due+3 second=contact+30", 50, 20, 15, 15, RELANCE_STAGE_SECOND },
};

static void
test_days (void)
{
  RelanceDate today = relance_date_new (2026, 11, 24);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GArray) steps = relance_plan_parse (days[i].plan);
      RelancePlan plan = relance_plan_of_steps (steps);
      g_autoptr (GPtrArray) debts = relance_debts_new ();
      g_autoptr (GPtrArray)
        past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);
      RelanceDebt *debt = relance_debt_new ("F-042", "EUR", 1000, today - days[i].due);
      RelancePlanStep next;

      debt->issued = today - days[i].issued;
      debt->instalment_id = 1;
      g_ptr_array_add (debts, debt);
      if (days[i].last >= 0)
        {
          g_ptr_array_add (past,
                           relance_past_reminder_new (today - days[i].last, RELANCE_STAGE_FIRST));
          g_array_append_val (((RelancePastReminder *) past->pdata[0])->instalments,
                              debt->instalment_id);
        }

      next = relance_plan_next (&plan, debts, past, today);
      g_assert_cmpint (next.from - today, ==, days[i].from);
      g_assert_cmpint (next.stage, ==, days[i].stage);
    }
}

/* A plan of one letter says it once more when another invoice has become late, and no more. */
static void
test_one_step (void)
{
  RelanceDate today = relance_date_new (2026, 11, 24);
  g_autoptr (GArray) steps = relance_plan_parse ("first=due+3");
  RelancePlan plan = relance_plan_of_steps (steps);
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray)
    past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);
  RelancePastReminder *reminder = relance_past_reminder_new (today - 20, RELANCE_STAGE_FIRST);
  gint64 other = 2;

  g_ptr_array_add (debts, relance_debt_new ("F-1", "EUR", 1000, today - 40));
  ((RelanceDebt *) debts->pdata[0])->instalment_id = 1;
  g_array_append_val (reminder->instalments, ((RelanceDebt *) debts->pdata[0])->instalment_id);
  g_ptr_array_add (past, reminder);
  g_assert_cmpint (relance_plan_next (&plan, debts, past, today).state, ==, RELANCE_PLAN_FINISHED);

  g_ptr_array_add (debts, relance_debt_new ("F-2", "EUR", 1000, today - 5));
  ((RelanceDebt *) debts->pdata[1])->instalment_id = other;
  g_assert_cmpint (relance_plan_next (&plan, debts, past, today).state, ==, RELANCE_PLAN_READY);
  g_assert_cmpint (relance_plan_next (&plan, debts, past, today).stage, ==, RELANCE_STAGE_FIRST);

  g_array_append_val (reminder->instalments, other);
  g_assert_cmpint (relance_plan_next (&plan, debts, past, today).state, ==, RELANCE_PLAN_FINISHED);
}

/* The situation caps any plan, and a failed payment has its own. */
static void
test_situations (void)
{
  g_autoptr (GArray)
    steps = relance_plan_parse ("first=due+3 second=due+10 third=due+17 formal-notice=due+24");
  RelancePlan plan = relance_plan_of_steps (steps);
  RelancePlan failed = relance_plan_suit (plan, RELANCE_SITUATION_INCIDENT);

  g_assert_cmpuint (relance_plan_suit (plan, RELANCE_SITUATION_LATE).n_steps, ==, 2);
  g_assert_cmpuint (relance_plan_suit (plan, RELANCE_SITUATION_UNPAID).n_steps, ==, 4);
  g_assert_cmpint (failed.steps[0].stage, ==, RELANCE_STAGE_INCIDENT);
  g_assert_cmpuint (relance_plan_suit ((RelancePlan) { 0 }, RELANCE_SITUATION_INCIDENT).n_steps, ==,
                    0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/plan-text/good", test_good);
  g_test_add_func ("/rules/plan-text/shipped", test_shipped);
  g_test_add_func ("/rules/plan-text/bad", test_bad);
  g_test_add_func ("/rules/plan-text/faults", test_faults);
  g_test_add_func ("/rules/plan-text/days", test_days);
  g_test_add_func ("/rules/plan-text/one-step", test_one_step);
  g_test_add_func ("/rules/plan-text/situations", test_situations);

  return g_test_run ();
}
