/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-text.h"
#include "relance-planner.h"

/*
 * Random lives of a client, day by day for a year, and what must hold of every letter in them
 * whatever happens: invoices come and are paid, in part or whole; some are left out for a while;
 * somebody says what the debts are; days are skipped, and the clock is set back. The plan is one of
 * the program, none, or one that somebody made.
 */

#define LIVES 2000
#define LIVES_SLOW 10000
#define DAYS 365
#define MOST_DEBTS 12

typedef struct
{
  GRand *random;
  RelanceHolidays holidays;
  RelancePlannerFacts facts; /* its debts: those that are late today */
  GPtrArray *all;            /* every debt, settled or not */
  int levels[MOST_DEBTS + 1];
  RelanceDate mentioned[MOST_DEBTS + 1];
  GArray *payments; /* RelanceDate */
  GArray *own;      /* RelanceStep, or NULL */
} Life;

/* So that the properties are known to have been tried. */
static guint n_stages[RELANCE_STAGE_TERMS + 1];
static guint n_silences, n_repeats, n_set_back, n_own;

static gboolean
toss (Life *life, int one_in)
{
  return g_rand_int_range (life->random, 0, one_in) == 0;
}

/* Any plan that may be kept. */
static GArray *
make_plan (Life *life)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (RelanceStep));
  guint n_steps = (guint) g_rand_int_range (life->random, 1, RELANCE_PLAN_MAX_STEPS + 1);
  RelancePlan plan;

  do
    {
      g_array_set_size (steps, 0);
      for (guint i = 0; i < n_steps; i++)
        {
          RelanceStep step = { relance_plan_get_stage (i),
                               g_rand_int_range (life->random, RELANCE_ANCHOR_DUE,
                                                 RELANCE_ANCHOR_ISSUE + 1),
                               g_rand_int_range (life->random, 0, 60) };

          g_array_append_val (steps, step);
        }
      plan = relance_plan_of_steps (steps);
    }
  while (relance_plan_check (&plan, NULL) != RELANCE_PLAN_FAULT_NONE);

  n_own++;
  return steps;
}

static RelancePlan
choose_plan (Life *life)
{
  if (toss (life, 20))
    return relance_rhythm_get_plan (RELANCE_RHYTHM_NONE);
  if (toss (life, 2))
    life->own = make_plan (life);
  if (life->own != NULL)
    return relance_plan_of_steps (life->own);
  return relance_rhythm_get_plan (
    g_rand_int_range (life->random, RELANCE_RHYTHM_GENTLE, RELANCE_RHYTHM_BRISK + 1));
}

static void
begin (Life *life, guint32 seed)
{
  *life = (Life) { .random = g_rand_new_with_seed (seed) };
  life->holidays = g_rand_int_range (life->random, RELANCE_HOLIDAYS_UNKNOWN,
                                     RELANCE_HOLIDAYS_NORTHERN_IRELAND + 1);
  life->all = relance_debts_new ();
  life->payments = g_array_new (FALSE, FALSE, sizeof (RelanceDate));
  for (int i = 0; i <= MOST_DEBTS; i++)
    life->mentioned[i] = RELANCE_DATE_NONE;
  life->facts = (RelancePlannerFacts) {
    .plan = choose_plan (life),
    .debts = g_ptr_array_new (),
    .past = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free),
    .contacts = g_array_new (FALSE, FALSE, sizeof (RelanceDate)),
    .last_payment = RELANCE_DATE_NONE,
    .limits = { toss (life, 3) ? g_rand_int_range (life->random, 0, 30) : 7,
                toss (life, 3) ? (guint) g_rand_int_range (life->random, 0, 9) : 4 },
    .threshold = toss (life, 4) ? 50 : 0,
  };
}

static void
end (Life *life)
{
  g_rand_free (life->random);
  g_clear_pointer (&life->own, g_array_unref);
  g_ptr_array_unref (life->all);
  g_array_unref (life->payments);
  g_ptr_array_unref (life->facts.debts);
  g_ptr_array_unref (life->facts.past);
  g_array_unref (life->facts.contacts);
}

static RelanceDebt *
pick_debt (Life *life)
{
  return life->all->len > 0
           ? life->all->pdata[g_rand_int_range (life->random, 0, (gint32) life->all->len)]
           : NULL;
}

static void
issue (Life *life, RelanceDate today)
{
  g_autofree char *number = g_strdup_printf ("F-%u", life->all->len + 1);
  RelanceDate issued = today - (toss (life, 4) ? g_rand_int_range (life->random, 0, 300) : 0);
  RelanceDebt *debt = relance_debt_new (number, toss (life, 5) ? "USD" : "EUR",
                                        g_rand_int_range (life->random, 100, 100000),
                                        issued + g_rand_int_range (life->random, -5, 61));

  if (life->all->len >= MOST_DEBTS)
    {
      relance_debt_free (debt);
      return;
    }
  debt->issued = toss (life, 10) ? RELANCE_DATE_NONE : issued;
  debt->instalment_id = life->all->len + 1;
  debt->invoice_id = debt->instalment_id;
  g_ptr_array_add (life->all, debt);
}

static void
pay (Life *life, RelanceDate today)
{
  RelanceDebt *debt = pick_debt (life);

  if (debt == NULL || debt->balance == 0)
    return;
  debt->balance -= toss (life, 3) ? debt->balance / 2 : debt->balance;
  g_array_append_val (life->payments, today);
  if (life->facts.last_payment == RELANCE_DATE_NONE || today > life->facts.last_payment)
    life->facts.last_payment = today;
}

/* What happens on a day besides letters. */
static void
happen (Life *life, RelanceDate today)
{
  RelanceDebt *debt;

  if (toss (life, 25))
    issue (life, today);
  if (toss (life, 60))
    pay (life, today);
  if (toss (life, 150) && (debt = pick_debt (life)) != NULL)
    debt->silent_until = today + g_rand_int_range (life->random, 0, 40);
  if (toss (life, 200))
    life->facts.stated =
      (RelanceStated) { g_rand_int_range (life->random, 0, RELANCE_SITUATION_UNPAID + 1), today };
}

static void
list_late (Life *life, RelanceDate today)
{
  g_ptr_array_set_size (life->facts.debts, 0);
  for (guint i = 0; i < life->all->len; i++)
    {
      RelanceDebt *debt = life->all->pdata[i];

      if (debt->balance > 0 && debt->due < today &&
          (debt->silent_until == RELANCE_DATE_NONE || debt->silent_until < today))
        g_ptr_array_add (life->facts.debts, debt);
    }
}

static RelanceDebt *
find_oldest (Life *life)
{
  RelanceDebt *oldest = life->facts.debts->pdata[0];

  for (guint i = 1; i < life->facts.debts->len; i++)
    {
      RelanceDebt *debt = life->facts.debts->pdata[i];

      if (debt->due < oldest->due)
        oldest = debt;
    }
  return oldest;
}

static int
get_level (RelanceStage stage)
{
  switch ((int) stage)
    {
    case RELANCE_STAGE_FIRST:
    case RELANCE_STAGE_INCIDENT:
      return 1;
    case RELANCE_STAGE_SECOND:
      return 2;
    case RELANCE_STAGE_THIRD:
      return 3;
    case RELANCE_STAGE_FORMAL_NOTICE:
      return 4;
    default:
      g_assert_not_reached ();
    }
}

/* Never two a day, never closer than a week or what was set, never more than the cap in a month: in
 * any order, as the clock was set back. */
static void
check_contacts (Life *life, RelanceDate today)
{
  guint month = 1, cap = CLAMP (life->facts.limits.month_cap, 1, 4);

  for (guint i = 0; i < life->facts.contacts->len; i++)
    {
      RelanceDate contact = g_array_index (life->facts.contacts, RelanceDate, i);

      g_assert_cmpint (ABS (today - contact), >=, MAX (life->facts.limits.days_between, 7));
      g_assert_cmpint (today, >, contact);
      month += contact > today - 30;
    }
  g_assert_cmpuint (month, <=, cap);
}

static void
check_day (Life *life, RelanceDate today)
{
  g_assert_cmpint (relance_date_get_weekday (today), <=, 5);
  g_assert_false (relance_holidays_has (life->holidays, today));
}

/* A firm letter needs a refusal that was said, or silence: never a date alone. */
static void
check_firmness (Life *life, const RelanceVerdict *verdict, RelanceDebt *oldest, RelanceDate today)
{
  RelanceStated stated = life->facts.stated;
  RelanceDate begin = oldest->issued != RELANCE_DATE_NONE ? oldest->issued : oldest->due;
  gboolean is_stated = stated.situation != 0 && begin <= stated.on;
  int n_unanswered = 0;

  if (get_level (verdict->next.stage) < 3)
    return;
  if (is_stated)
    {
      g_assert_cmpint (stated.situation, ==, RELANCE_SITUATION_UNPAID);
      return;
    }

  for (guint i = 0; i < life->facts.past->len; i++)
    {
      RelancePastReminder *reminder = life->facts.past->pdata[i];
      gboolean is_answered = !relance_past_reminder_has (reminder, oldest->instalment_id);

      for (guint j = 0; j < life->payments->len; j++)
        is_answered |= g_array_index (life->payments, RelanceDate, j) >= reminder->date;
      n_unanswered += !is_answered;
    }
  g_assert_cmpint (n_unanswered, >=, 2);
  g_assert_cmpint (today - life->mentioned[oldest->instalment_id], >=, 14);
  n_silences++;
}

/* Levels are climbed one at a time, and never come before their day. */
static void
check_level (Life *life, const RelanceVerdict *verdict, RelanceDebt *oldest, RelanceDate today)
{
  int level = get_level (verdict->next.stage);
  int reached = life->levels[oldest->instalment_id];
  RelancePlan plan = relance_plan_suit (life->facts.plan, verdict->judgement.situation);
  gboolean has_new = FALSE;

  g_assert_cmpint (level, <=, reached + 1);
  if (level == reached + 1 && level > 1)
    g_assert_cmpint (today - life->mentioned[oldest->instalment_id], >=, 7);
  if (level == 1)
    g_assert_cmpint (today, >, oldest->due);
  if (level == reached + 1)
    return;

  for (guint i = 0; i < life->facts.debts->len; i++)
    has_new |= life->levels[((RelanceDebt *) life->facts.debts->pdata[i])->instalment_id] == 0;
  g_assert_true (has_new);
  g_assert_cmpint (level, ==, MIN (2, (int) plan.n_steps));
  n_repeats++;
}

/* A step that names its day does not come before it. */
static void
check_anchor (const RelanceVerdict *verdict, const RelanceDebt *oldest, RelanceDate today)
{
  const RelanceStep *step = verdict->next.step;

  if (step->anchor == RELANCE_ANCHOR_DUE)
    g_assert_cmpint (today, >=, oldest->due + step->days);
  if (step->anchor == RELANCE_ANCHOR_ISSUE && oldest->issued != RELANCE_DATE_NONE)
    g_assert_cmpint (today, >=, oldest->issued + step->days);
}

/* Every step is one of the client's plan, by a rule. */
static void
check_trace (Life *life, const RelanceVerdict *verdict)
{
  RelancePlan plan = relance_plan_suit (life->facts.plan, verdict->judgement.situation);
  gboolean found = FALSE;

  g_assert_cmpint (verdict->judgement.rule, >=, RELANCE_SITUATION_BY_DEFAULT);
  g_assert_nonnull (verdict->next.step);
  g_assert_cmpint (verdict->next.step->stage, ==, verdict->next.stage);
  for (guint i = 0; i < plan.n_steps; i++)
    found |= verdict->next.step == &plan.steps[i];
  g_assert_true (found);
  g_assert_cmpuint (life->facts.plan.n_steps, >, 0);
}

static void
check_letter (Life *life, const RelanceVerdict *verdict, RelanceDate today)
{
  RelanceDebt *oldest = find_oldest (life);
  gint64 units[2] = { 0, 0 };

  check_day (life, today);
  check_contacts (life, today);
  check_level (life, verdict, oldest, today);
  check_firmness (life, verdict, oldest, today);
  check_trace (life, verdict);
  check_anchor (verdict, oldest, today);
  for (guint i = 0; i < life->facts.debts->len; i++)
    {
      RelanceDebt *debt = life->facts.debts->pdata[i];

      g_assert_cmpint (debt->balance, >, 0);
      g_assert_cmpint (debt->due, <, today);
      units[debt->currency[0] == 'E'] += debt->balance;
    }
  g_assert_cmpint (MAX (units[0], units[1]) / 100, >=, life->facts.threshold);
}

static void
send (Life *life, RelanceStage stage, RelanceDate today)
{
  RelancePastReminder *reminder = relance_past_reminder_new (today, stage);

  for (guint i = 0; i < life->facts.debts->len; i++)
    {
      gint64 id = ((RelanceDebt *) life->facts.debts->pdata[i])->instalment_id;

      g_array_append_val (reminder->instalments, id);
      life->levels[id] = MAX (life->levels[id], get_level (stage));
      life->mentioned[id] = today;
    }
  g_ptr_array_add (life->facts.past, reminder);
  g_array_append_val (life->facts.contacts, today);
  n_stages[stage]++;
}

/* Several times a day, as somebody who opens the program again and again. */
static void
ask (Life *life, RelanceDate today)
{
  int n_sent = 0;

  list_late (life, today);
  for (int time = 0; time < 2 && life->facts.debts->len > 0; time++)
    {
      RelanceVerdict verdict = relance_planner_judge (&life->facts, today);

      if (!relance_verdict_is_ready (&verdict) ||
          !relance_holidays_is_working (life->holidays, today))
        continue;
      check_letter (life, &verdict, today);
      send (life, verdict.next.stage, today);
      n_sent++;
    }
  g_assert_cmpint (n_sent, <=, 1);
}

static void
live (guint32 seed)
{
  RelanceDate start = relance_date_new (2026, 1, 1);
  Life life;

  begin (&life, seed);
  for (RelanceDate today = start; today < start + DAYS; today++)
    {
      happen (&life, today);
      ask (&life, today);
      if (toss (&life, 40))
        today += g_rand_int_range (life.random, 1, 25);
      if (toss (&life, 40))
        {
          ask (&life, today - g_rand_int_range (life.random, 1, 10));
          n_set_back++;
        }
    }
  end (&life);
}

static void
test_lives (void)
{
  guint n = g_test_slow () ? LIVES_SLOW : LIVES;

  for (guint32 seed = 1; seed <= n; seed++)
    live (seed);

  g_test_message ("%u own plans: %u first, %u second, %u third, %u formal, %u incident, %u by "
                  "silence, %u repeated",
                  n_own, n_stages[RELANCE_STAGE_FIRST], n_stages[RELANCE_STAGE_SECOND],
                  n_stages[RELANCE_STAGE_THIRD], n_stages[RELANCE_STAGE_FORMAL_NOTICE],
                  n_stages[RELANCE_STAGE_INCIDENT], n_silences, n_repeats);
  g_assert_cmpuint (n_stages[RELANCE_STAGE_FIRST], >, n);
  g_assert_cmpuint (n_stages[RELANCE_STAGE_SECOND], >, n);
  g_assert_cmpuint (n_stages[RELANCE_STAGE_THIRD], >, 0);
  g_assert_cmpuint (n_stages[RELANCE_STAGE_INCIDENT], >, 0);
  g_assert_cmpuint (n_stages[RELANCE_STAGE_FORMAL_NOTICE], >, 0);
  g_assert_cmpuint (n_own, >, n / 4);
  g_assert_cmpuint (n_silences, >, 0);
  g_assert_cmpuint (n_repeats, >, 0);
  g_assert_cmpuint (n_set_back, >, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/lives", test_lives);

  return g_test_run ();
}
