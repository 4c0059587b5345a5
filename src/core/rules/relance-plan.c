/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan.h"

#include "relance-contact.h"

/**
 * relance_past_reminder_new:
 *
 * Returns: (transfer full): a message that left, about no instalment yet
 */
RelancePastReminder *
relance_past_reminder_new (RelanceDate date, RelanceStage stage)
{
  RelancePastReminder *self = g_new0 (RelancePastReminder, 1);

  self->date = date;
  self->stage = stage;
  self->instalments = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
relance_past_reminder_free (RelancePastReminder *self)
{
  g_array_unref (self->instalments);
  g_free (self);
}

/**
 * relance_past_reminder_has:
 *
 * Returns: whether the message spoke of that instalment
 */
gboolean
relance_past_reminder_has (const RelancePastReminder *self, gint64 instalment_id)
{
  for (guint i = 0; i < self->instalments->len; i++)
    if (g_array_index (self->instalments, gint64, i) == instalment_id)
      return TRUE;

  return FALSE;
}

/* Every instalment that a reminder spoke of. */
static GHashTable *
collect_mentioned (GPtrArray *past)
{
  GHashTable *mentioned = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < past->len; i++)
    {
      const RelancePastReminder *reminder = g_ptr_array_index (past, i);

      if (relance_stage_get_level (reminder->stage) > 0)
        for (guint j = 0; j < reminder->instalments->len; j++)
          g_hash_table_add (mentioned, &g_array_index (reminder->instalments, gint64, j));
    }

  return mentioned;
}

static gboolean
are_all_mentioned (GPtrArray *past, GPtrArray *debts)
{
  g_autoptr (GHashTable) mentioned = collect_mentioned (past);

  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (!g_hash_table_contains (mentioned, &debt->instalment_id))
        return FALSE;
    }

  return TRUE;
}

/* How far the reminders about one debt have come. */
static void
follow_debt (GPtrArray *past, const RelanceDebt *debt, RelancePlanStep *step)
{
  for (guint i = 0; i < past->len; i++)
    {
      const RelancePastReminder *reminder = g_ptr_array_index (past, i);
      int level = relance_stage_get_level (reminder->stage);

      if (level == 0 || !relance_past_reminder_has (reminder, debt->instalment_id))
        continue;

      if (level > relance_stage_get_level (step->last_stage))
        step->last_stage = reminder->stage;
      if (step->last == RELANCE_DATE_NONE || reminder->date > step->last)
        step->last = reminder->date;
    }
}

/* The first step that is firmer than what has left; NULL after the last. */
static const RelanceStep *
find_step (const RelancePlan *plan, int level)
{
  for (guint i = 0; i < plan->n_steps; i++)
    if (relance_stage_get_level (plan->steps[i].stage) > level)
      return &plan->steps[i];

  return NULL;
}

/* The step that speaks of the rest once more, when a debt has come that no reminder mentioned:
 * the first one would be too soft for the rest, but where a plan has no other. */
static const RelanceStep *
find_repeated (const RelancePlan *plan)
{
  const RelanceStep *step = find_step (plan, relance_stage_get_level (RELANCE_STAGE_FIRST));

  return step != NULL ? step : &plan->steps[plan->n_steps - 1];
}

/* The day that a step names by itself, whatever has left before. An invoice that was just issued
 * gets as many days, however old its due date is; and before it is late there is nothing to say. */
static RelanceDate
get_named_day (const RelanceStep *step, const RelanceDebt *oldest)
{
  gboolean is_dated = oldest->issued != RELANCE_DATE_NONE;

  if (step->anchor == RELANCE_ANCHOR_ISSUE)
    return MAX ((is_dated ? oldest->issued : oldest->due) + step->days, oldest->due + 1);
  return is_dated ? MAX (oldest->due, oldest->issued) + step->days : oldest->due + step->days;
}

/* A step that names its day leaves a week after the one before all the same, so that one that was
 * missed is not followed at once. */
static RelanceDate
get_start (const RelanceStep *step, const RelanceDebt *oldest, RelanceDate last)
{
  if (last == RELANCE_DATE_NONE)
    return get_named_day (step, oldest);
  if (step->anchor == RELANCE_ANCHOR_CONTACT)
    return last + step->days;
  return MAX (get_named_day (step, oldest), last + RELANCE_CONTACT_DAYS_BETWEEN);
}

/**
 * relance_plan_next:
 * @debts: (element-type RelanceDebt): all that is overdue at one client, at least one
 * @past: (element-type RelancePastReminder): the messages that left for this client
 *
 * Which stage comes next. The oldest debt sets the level, by the messages that
 * spoke of *it*, so that a client who has paid starts kindly again, and a very
 * old invoice that just came into the book does too. Levels are climbed one at a
 * time: a step that was missed is caught up once, and the next one counts from when
 * the last one really left. When every step has left, an invoice that no message
 * has mentioned yet brings the second stage once more, or the only one there is.
 *
 * Returns: the next step
 */
RelancePlanStep
relance_plan_next (const RelancePlan *plan, GPtrArray *debts, GPtrArray *past, RelanceDate today)
{
  const RelanceDebt *oldest;
  RelancePlanStep next = { .state = RELANCE_PLAN_NONE,
                           .stage = RELANCE_STAGE_FIRST,
                           .from = today,
                           .last = RELANCE_DATE_NONE };

  g_assert (debts->len > 0);

  oldest = relance_debts_find_oldest (debts);
  follow_debt (past, oldest, &next);
  if (plan->n_steps == 0)
    return next;

  next.step = find_step (plan, relance_stage_get_level (next.last_stage));
  if (next.step == NULL && !are_all_mentioned (past, debts))
    next.step = find_repeated (plan);
  if (next.step == NULL)
    {
      next.state = RELANCE_PLAN_FINISHED;
      next.stage = plan->steps[plan->n_steps - 1].stage;
      next.from = next.last;
      return next;
    }

  next.stage = next.step->stage;
  next.from = get_start (next.step, oldest, next.last);
  if (today >= next.from)
    next.state = RELANCE_PLAN_READY;
  else
    next.state = next.last == RELANCE_DATE_NONE ? RELANCE_PLAN_EARLY : RELANCE_PLAN_WAITING;

  return next;
}
