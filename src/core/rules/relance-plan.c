/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan.h"

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

static const RelanceDebt *
find_oldest (GPtrArray *debts)
{
  const RelanceDebt *oldest = g_ptr_array_index (debts, 0);

  for (guint i = 1; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (debt->due < oldest->due)
        oldest = debt;
    }

  return oldest;
}

/* What asks for money that is late; a courtesy note, thanks or a statement does not. */
static gboolean
is_reminder (RelanceStage stage)
{
  return stage >= RELANCE_STAGE_FIRST && stage <= RELANCE_STAGE_FORMAL_NOTICE;
}

static gboolean
speaks_of (const RelancePastReminder *reminder, const RelanceDebt *debt)
{
  if (!is_reminder (reminder->stage))
    return FALSE;

  for (guint i = 0; i < reminder->instalments->len; i++)
    if (g_array_index (reminder->instalments, gint64, i) == debt->instalment_id)
      return TRUE;

  return FALSE;
}

static gboolean
is_mentioned (GPtrArray *past, const RelanceDebt *debt)
{
  for (guint i = 0; i < past->len; i++)
    if (speaks_of (g_ptr_array_index (past, i), debt))
      return TRUE;

  return FALSE;
}

static gboolean
are_all_mentioned (GPtrArray *past, GPtrArray *debts)
{
  for (guint i = 0; i < debts->len; i++)
    if (!is_mentioned (past, g_ptr_array_index (debts, i)))
      return FALSE;

  return TRUE;
}

/* How far the reminders about one debt have come. */
static void
follow_debt (GPtrArray *past, const RelanceDebt *debt, RelancePlanStep *step)
{
  for (guint i = 0; i < past->len; i++)
    {
      const RelancePastReminder *reminder = g_ptr_array_index (past, i);

      if (!speaks_of (reminder, debt))
        continue;

      step->last_stage = MAX (step->last_stage, reminder->stage);
      if (step->last == RELANCE_DATE_NONE || reminder->date > step->last)
        step->last = reminder->date;
    }
}

/**
 * relance_plan_next:
 * @debts: (element-type RelanceDebt): all that is overdue at one client, at least one
 * @past: (element-type RelancePastReminder): the messages that left for this client
 *
 * Which stage comes next. The oldest debt sets the level, by the messages that
 * spoke of *it*, so that a client who has paid starts kindly again, and a very
 * old invoice that just came into the book does too. A stage that was missed is
 * caught up once: the next one counts from when the last one really left.
 * When every stage has left, an invoice that no message has mentioned yet
 * brings the second stage once more: the first one would be too soft for the rest.
 *
 * Returns: the next step
 */
RelancePlanStep
relance_plan_next (GPtrArray *debts, GPtrArray *past, RelanceDate today)
{
  const RelanceDebt *oldest;
  RelancePlanStep step = { .stage = RELANCE_STAGE_FIRST, .last = RELANCE_DATE_NONE };

  g_assert (debts->len > 0);

  oldest = find_oldest (debts);
  follow_debt (past, oldest, &step);

  if (step.last == RELANCE_DATE_NONE)
    {
      step.from = oldest->due + RELANCE_PLAN_FIRST_AFTER_DAYS;
      step.state = today >= step.from ? RELANCE_PLAN_READY : RELANCE_PLAN_EARLY;
      return step;
    }

  step.stage = RELANCE_STAGE_SECOND;
  step.from = step.last + RELANCE_PLAN_DAYS_BETWEEN;
  step.state = today >= step.from ? RELANCE_PLAN_READY : RELANCE_PLAN_WAITING;

  if (step.last_stage >= RELANCE_STAGE_SECOND && are_all_mentioned (past, debts))
    {
      step.state = RELANCE_PLAN_FINISHED;
      step.from = step.last;
    }

  return step;
}
