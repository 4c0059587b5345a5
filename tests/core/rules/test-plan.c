/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-enum-types.h"
#include "relance-planner.h"
#include "relance-queue.h"
#include "relance-simulation.h"

#define FIRST RELANCE_STAGE_FIRST
#define SECOND RELANCE_STAGE_SECOND
#define THIRD RELANCE_STAGE_THIRD
#define FORMAL RELANCE_STAGE_FORMAL_NOTICE
#define INCIDENT RELANCE_STAGE_INCIDENT

#define GENTLE RELANCE_RHYTHM_GENTLE
#define BRISK RELANCE_RHYTHM_BRISK
#define NONE RELANCE_RHYTHM_NONE
#define UNPAID RELANCE_SITUATION_UNPAID
#define FAILED RELANCE_SITUATION_INCIDENT

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
  int from;                   /* in days from now */
  RelanceRhythm rhythm;       /* 0: regular */
  RelanceSituation situation; /* 0: late */
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
  { "gentle waits a week", { 6, -1 }, { { 0 } }, RELANCE_PLAN_EARLY, FIRST, 1, GENTLE, 0 },
  { "gentle", { 7, -1 }, { { 0 } }, RELANCE_PLAN_READY, FIRST, 0, GENTLE, 0 },
  { "gentle leaves two weeks",
    { 30, -1 },
    { { 13, FIRST, { 1 } } },
    RELANCE_PLAN_WAITING,
    SECOND,
    1,
    GENTLE,
    0 },
  { "brisk writes the day after", { 1, -1 }, { { 0 } }, RELANCE_PLAN_READY, FIRST, 0, BRISK, 0 },
  { "none", { 90, -1 }, { { 0 } }, RELANCE_PLAN_NONE, FIRST, 0, NONE, 0 },
  { "none, though unpaid", { 90, -1 }, { { 0 } }, RELANCE_PLAN_NONE, FIRST, 0, NONE, UNPAID },
  { "none, though it failed", { 90, -1 }, { { 0 } }, RELANCE_PLAN_NONE, FIRST, 0, NONE, FAILED },
  { "unpaid starts with the first all the same",
    { 90, -1 },
    { { 0 } },
    RELANCE_PLAN_READY,
    FIRST,
    -87,
    0,
    UNPAID },
  { "unpaid goes on",
    { 90, -1 },
    { { 40, FIRST, { 1 } }, { 14, SECOND, { 1 } } },
    RELANCE_PLAN_READY,
    THIRD,
    0,
    0,
    UNPAID },
  { "unpaid, too fresh",
    { 90, -1 },
    { { 40, FIRST, { 1 } }, { 13, SECOND, { 1 } } },
    RELANCE_PLAN_WAITING,
    THIRD,
    1,
    0,
    UNPAID },
  { "no formal notice by itself",
    { 90, -1 },
    { { 60, FIRST, { 1 } }, { 50, SECOND, { 1 } }, { 40, THIRD, { 1 } } },
    RELANCE_PLAN_FINISHED,
    THIRD,
    -40,
    0,
    UNPAID },
  { "nothing after a formal notice",
    { 90, -1 },
    { { 40, FORMAL, { 1 } } },
    RELANCE_PLAN_FINISHED,
    THIRD,
    -40,
    0,
    UNPAID },
  { "nothing softer than what left by hand",
    { 90, -1 },
    { { 40, THIRD, { 1 } } },
    RELANCE_PLAN_FINISHED,
    SECOND,
    -40 },
  { "another invoice after the third",
    { 90, 5, -1 },
    { { 60, FIRST, { 1 } }, { 50, SECOND, { 1 } }, { 40, THIRD, { 1 } } },
    RELANCE_PLAN_READY,
    SECOND,
    -33,
    0,
    UNPAID },
  { "a payment failed", { 2, -1 }, { { 0 } }, RELANCE_PLAN_READY, INCIDENT, 0, 0, FAILED },
  { "a payment failed, in haste",
    { 1, -1 },
    { { 0 } },
    RELANCE_PLAN_EARLY,
    INCIDENT,
    1,
    0,
    FAILED },
  { "a failed payment was told of",
    { 20, -1 },
    { { 14, INCIDENT, { 1 } } },
    RELANCE_PLAN_READY,
    SECOND,
    0,
    0,
    FAILED },
  { "a failed payment is not threatened",
    { 90, -1 },
    { { 70, INCIDENT, { 1 } }, { 50, SECOND, { 1 } } },
    RELANCE_PLAN_FINISHED,
    SECOND,
    -50,
    0,
    FAILED },
  { "in any order",
    { 50, 10, -1 },
    { { 20, SECOND, { 1, 2 } }, { 40, FIRST, { 1 } } },
    RELANCE_PLAN_FINISHED,
    SECOND,
    -20 },
};

static RelancePlan
get_plan (RelanceRhythm rhythm, RelanceSituation situation)
{
  return relance_plan_suit (relance_rhythm_get_plan (rhythm != 0 ? rhythm : RELANCE_RHYTHM_REGULAR),
                            situation != 0 ? situation : RELANCE_SITUATION_LATE);
}

static void
test_case (gconstpointer data)
{
  const PlanCase *test = data;
  RelanceDate today = relance_date_new (2028, 2, 29);
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray)
    past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);
  RelancePlan plan = get_plan (test->rhythm, test->situation);
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

  step = relance_plan_next (&plan, debts, past, today);
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
  RelancePlan plan = get_plan (0, 0);

  debt->instalment_id = 1;
  g_ptr_array_add (debts, debt);

  for (int ask = 0; ask < 365 * 10; ask++)
    {
      RelancePlanStep step = relance_plan_next (&plan, debts, past, due + 1 + ask / 10);

      if (step.state == RELANCE_PLAN_READY)
        record (past, due + 1 + ask / 10, step.stage);
    }

  g_assert_cmpuint (past->len, ==, 2);
  g_assert_cmpint (((RelancePastReminder *) past->pdata[0])->date, ==, due + 3);
  g_assert_cmpint (((RelancePastReminder *) past->pdata[1])->date, ==, due + 10);
}

/* Whoever issued an invoice whose due date is long past has not waited yet. */
static void
test_just_issued (void)
{
  RelanceDate today = relance_date_new (2026, 11, 24);
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray)
    past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);
  RelanceDebt *debt = relance_debt_new ("F-042", "EUR", 1000, today - 90);
  RelancePlan plan = get_plan (0, 0);

  g_ptr_array_add (debts, debt);
  debt->issued = today - 1;
  g_assert_cmpint (relance_plan_next (&plan, debts, past, today).state, ==, RELANCE_PLAN_EARLY);
  debt->issued = today - 3;
  g_assert_cmpint (relance_plan_next (&plan, debts, past, today).state, ==, RELANCE_PLAN_READY);
}

/* No plan is in more of a hurry than two contacts may be, nor climbs two levels at once. */
static void
test_shipped_plans (void)
{
  for (int rhythm = GENTLE; rhythm <= NONE; rhythm++)
    for (int situation = FAILED; situation <= UNPAID; situation++)
      {
        RelancePlan plan = get_plan (rhythm, situation);

        g_assert_cmpint (plan.n_steps == 0, ==, rhythm == NONE);
        for (guint i = 0; i < plan.n_steps; i++)
          {
            const RelanceStep *step = &plan.steps[i];

            g_assert_cmpint (relance_stage_get_level (step->stage), ==, i + 1);
            g_assert_cmpint (step->anchor, ==,
                             i == 0 ? RELANCE_ANCHOR_DUE : RELANCE_ANCHOR_CONTACT);
            g_assert_cmpint (step->days, >=, i == 0 ? 1 : RELANCE_CONTACT_DAYS_BETWEEN);
            g_assert_cmpint (step->stage, !=, FORMAL);
            if (situation != UNPAID)
              g_assert_cmpint (step->stage, !=, THIRD);
          }
      }
}

/* Days are counted from the day of the first reminder. */
typedef struct
{
  const char *name;
  int reminders[4]; /* their days, ended by -1 */
  int payment;      /* the day money came, or -1 */
  int stated_on;    /* -1: nothing was said */
  RelanceSituation stated;
  int today;
  RelanceSituation situation;
  RelanceSituationRule rule;
  int exchange; /* the day on which we were in touch by other means, or 0 */
} SituationCase;

#define BY_DEFAULT RELANCE_SITUATION_BY_DEFAULT
#define BY_HAND RELANCE_SITUATION_BY_HAND
#define BY_SILENCE RELANCE_SITUATION_BY_SILENCE
#define LATE RELANCE_SITUATION_LATE

/* The invoice was issued on day -40. */
static const SituationCase situation_cases[] = {
  { "never reminded, however old", { -1 }, -1, -1, 0, 4000, LATE, BY_DEFAULT },
  { "one reminder, however old", { 0, -1 }, -1, -1, 0, 4000, LATE, BY_DEFAULT },
  { "two reminders", { 0, 7, -1 }, -1, -1, 0, 20, LATE, BY_DEFAULT },
  { "two reminders and two weeks", { 0, 7, -1 }, -1, -1, 0, 21, UNPAID, BY_SILENCE },
  { "a payment is no silence", { 0, 7, -1 }, 8, -1, 0, 60, LATE, BY_DEFAULT },
  { "a payment between them", { 0, 7, -1 }, 3, -1, 0, 60, LATE, BY_DEFAULT },
  { "a payment before them", { 1, 8, -1 }, 0, -1, 0, 60, UNPAID, BY_SILENCE },
  { "silence again after a payment", { 0, 7, 14, 21 }, 8, -1, 0, 60, UNPAID, BY_SILENCE },
  { "in touch since", { 0, 7, -1 }, -1, -1, 0, 21, LATE, BY_DEFAULT, 20 },
  { "in touch since, and two weeks", { 0, 7, -1 }, -1, -1, 0, 34, UNPAID, BY_SILENCE, 20 },
  { "in touch between them", { 0, 7, -1 }, -1, -1, 0, 21, UNPAID, BY_SILENCE, 3 },
  { "said so", { 0, -1 }, -1, 2, UNPAID, 3, UNPAID, BY_HAND },
  { "said so before any reminder", { -1 }, -1, 0, FAILED, 3, FAILED, BY_HAND },
  { "said against the silence", { 0, 7, -1 }, -1, 30, LATE, 60, LATE, BY_HAND },
  { "said of what came before", { 0, -1 }, -1, -41, UNPAID, 3, LATE, BY_DEFAULT },
};

static void
test_situation (gconstpointer data)
{
  const SituationCase *test = data;
  RelanceDate start = relance_date_new (2026, 3, 2);
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray)
    past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);
  RelanceDebt *debt = relance_debt_new ("F-042", "EUR", 1000, start - 10);
  RelanceStated stated = { test->stated, start + test->stated_on };
  RelanceJudgement judgement;

  debt->instalment_id = 1;
  debt->issued = start - 40;
  g_ptr_array_add (debts, debt);
  for (int i = 0; i < 4 && test->reminders[i] >= 0; i++)
    record (past, start + test->reminders[i], i == 0 ? FIRST : SECOND);

  judgement = relance_situation_judge (
    debts, past, stated, test->payment < 0 ? RELANCE_DATE_NONE : start + test->payment,
    test->exchange == 0 ? RELANCE_DATE_NONE : start + test->exchange, start + test->today);
  g_assert_cmpint (judgement.situation, ==, test->situation);
  g_assert_cmpint (judgement.rule, ==, test->rule);
}

/* What is small waits, unless it is large in another currency. */
static void
test_threshold (void)
{
  RelanceDate today = relance_date_new (2026, 11, 24);
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (RelanceDate));
  RelancePlannerFacts facts = { .plan = relance_rhythm_get_plan (RELANCE_RHYTHM_REGULAR),
                                .debts = debts,
                                .past = past,
                                .contacts = contacts,
                                .last_payment = RELANCE_DATE_NONE,
                                .limits = relance_contact_limits_get_default (),
                                .threshold = 15 };

  g_ptr_array_add (debts, relance_debt_new ("1", "EUR", 1499, today - 30));
  g_assert_cmpint (relance_planner_judge (&facts, today).next.state, ==, RELANCE_PLAN_SMALL);
  facts.threshold = 0;
  g_assert_cmpint (relance_planner_judge (&facts, today).next.state, ==, RELANCE_PLAN_READY);
  facts.threshold = 14;
  g_assert_cmpint (relance_planner_judge (&facts, today).next.state, ==, RELANCE_PLAN_READY);
  facts.threshold = 15;
  g_ptr_array_add (debts, relance_debt_new ("2", "JPY", 15, today - 30));
  g_assert_cmpint (relance_planner_judge (&facts, today).next.state, ==, RELANCE_PLAN_READY);
}

typedef struct
{
  GString *days;
  RelanceDate first;
} Seen;

static void
see_letter (const RelancePlannerFacts *facts,
            const RelanceVerdict *verdict,
            RelanceDate date,
            gpointer data)
{
  Seen *seen = data;

  g_string_append_printf (seen->days, "%d:%s:%u ", date - seen->first,
                          relance_enum_to_nick (RELANCE_TYPE_STAGE, (int) verdict->next.stage),
                          facts->debts->len);
}

/* The days ahead: a debt that comes late on the way, one that is left out until then, a weekend. */
static void
test_days_ahead (void)
{
  RelanceDate today = relance_date_new (2026, 11, 24); /* a Tuesday */
  g_autoptr (GPtrArray) debts = relance_debts_new ();
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (RelanceDate));
  RelancePlannerFacts facts = { .plan = relance_rhythm_get_plan (RELANCE_RHYTHM_REGULAR),
                                .debts = debts,
                                .past = past,
                                .contacts = contacts,
                                .last_payment = RELANCE_DATE_NONE,
                                .limits = relance_contact_limits_get_default () };
  Seen seen = { g_string_new (NULL), today };

  for (int i = 0; i < 3; i++)
    {
      RelanceDebt *debt = relance_debt_new ("F-042", "EUR", 1000, today + i);

      debt->instalment_id = i + 1;
      g_ptr_array_add (debts, debt);
    }
  ((RelanceDebt *) debts->pdata[2])->silent_until = today + 8;

  relance_simulation_run (&facts, RELANCE_HOLIDAYS_FRANCE, today, today + 40, see_letter, &seen);
  /* Due on Tuesday: the first leaves on Friday, with what came late on the way. Christmas is a
   * Friday: what silence brings on the 25th leaves on Monday 28. */
  g_assert_cmpstr (seen.days->str, ==, "3:first:2 10:second:3 24:third:3 ");
  g_assert_cmpuint (past->len, ==, 0);
  g_string_free (seen.days, TRUE);
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
  for (gsize i = 0; i < G_N_ELEMENTS (situation_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/situation/", situation_cases[i].name, NULL);

      g_test_add_data_func (path, &situation_cases[i], test_situation);
    }
  g_test_add_func ("/rules/plan/year", test_year);
  g_test_add_func ("/rules/plan/just-issued", test_just_issued);
  g_test_add_func ("/rules/plan/shipped", test_shipped_plans);
  g_test_add_func ("/rules/plan/threshold", test_threshold);
  g_test_add_func ("/rules/plan/days-ahead", test_days_ahead);
  g_test_add_func ("/rules/debts/sums", test_sums);
  g_test_add_func ("/rules/queue", test_queue);

  return g_test_run ();
}
