/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminder-block.h"

static RelanceBlock
get_plan_block (const RelanceReminderFacts *facts,
                const RelancePlanStep *next,
                RelanceDate today,
                RelanceDate *from)
{
  const RelanceDebt *oldest = g_ptr_array_index (facts->debts, 0);

  *from = next->from;
  if (oldest->due >= today)
    {
      *from = oldest->due;
      return RELANCE_BLOCK_NOT_DUE;
    }

  switch (next->state)
    {
    case RELANCE_PLAN_EARLY:
      return RELANCE_BLOCK_EARLY;
    case RELANCE_PLAN_WAITING:
      return RELANCE_BLOCK_ANSWER;
    case RELANCE_PLAN_FINISHED:
      return RELANCE_BLOCK_FINISHED;
    case RELANCE_PLAN_NONE:
      return RELANCE_BLOCK_NO_PLAN;
    case RELANCE_PLAN_SMALL:
      return RELANCE_BLOCK_SMALL;
    case RELANCE_PLAN_READY:
    default:
      return RELANCE_BLOCK_NONE;
    }
}

static RelanceBlock
get_cap_block (const RelanceReminderFacts *facts, RelanceDate today, RelanceDate *from)
{
  switch (relance_contact_get_cap (facts->contacts, &facts->settings.limits, today, from))
    {
    case RELANCE_CONTACT_SAME_DAY:
      return RELANCE_BLOCK_SAME_DAY;
    case RELANCE_CONTACT_SAME_WEEK:
      return RELANCE_BLOCK_SAME_WEEK;
    case RELANCE_CONTACT_SAME_MONTH:
      return RELANCE_BLOCK_SAME_MONTH;
    case RELANCE_CONTACT_FREE:
    default:
      return RELANCE_BLOCK_NONE;
    }
}

/* What the plan says of the letters it plans; of others it only says that nothing is late yet. */
static RelanceBlock
get_stage_block (const RelanceReminderFacts *facts,
                 RelanceStage stage,
                 RelanceDate today,
                 RelanceDate *from)
{
  RelancePlanStep next = relance_reminder_facts_plan (facts, today);
  RelanceBlock block = get_plan_block (facts, &next, today, from);
  gboolean is_planned = stage == RELANCE_STAGE_FIRST || stage == RELANCE_STAGE_SECOND ||
                        stage == next.stage;

  if (is_planned || block == RELANCE_BLOCK_NOT_DUE || block == RELANCE_BLOCK_EARLY)
    return block;

  *from = today;
  return RELANCE_BLOCK_NONE;
}

/**
 * relance_block_get_for_stage:
 * @stage: what would leave
 *
 * As relance_block_get(), for a letter that the user asked for, which the plan may not
 * know.
 */
RelanceBlock
relance_block_get_for_stage (const RelanceReminderFacts *facts,
                             RelanceStage stage,
                             RelanceDate today,
                             RelanceDate *from)
{
  RelanceBlock block = RELANCE_BLOCK_NONE, cap;
  RelanceDate cap_from;

  *from = today;
  if (facts->pending)
    return RELANCE_BLOCK_PENDING;
  if (facts->excluded != NULL)
    {
      *from = facts->excluded_until;
      return RELANCE_BLOCK_EXCLUDED;
    }
  if (facts->client->email == NULL)
    return RELANCE_BLOCK_NO_ADDRESS;

  if (facts->debts->len > 0)
    block = get_stage_block (facts, stage, today, from);
  if (block != RELANCE_BLOCK_NONE && block != RELANCE_BLOCK_ANSWER)
    return block;

  cap = get_cap_block (facts, today, &cap_from);
  if (cap == RELANCE_BLOCK_NONE || cap_from < *from)
    return block;
  *from = cap_from;
  return cap;
}

/**
 * relance_block_get:
 * @from: (out): the day from which it is no longer so, where there is one; for
 *   %RELANCE_BLOCK_FINISHED the day the last one left, for %RELANCE_BLOCK_NOT_DUE the due date, for
 *   %RELANCE_BLOCK_EXCLUDED the last day of it or %RELANCE_DATE_NONE
 *
 * Returns: why a reminder cannot leave today, the reason that lasts longest first
 */
RelanceBlock
relance_block_get (const RelanceReminderFacts *facts, RelanceDate today, RelanceDate *from)
{
  RelanceStage stage = facts->debts->len > 0 ? relance_reminder_facts_plan (facts, today).stage
                                             : RELANCE_STAGE_FIRST;

  return relance_block_get_for_stage (facts, stage, today, from);
}
