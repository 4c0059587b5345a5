/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-rhythm.h"

/*
 * The plans. Their days are those of the ladder that French creditors customarily climb: a first
 * word one to seven days late, a second about the fifteenth day, a third about the thirtieth. None
 * is shorter than the seven days between two contacts. A formal notice is in none of them: who wants
 * one draws it up, or puts it in a plan of their own.
 */

static const RelanceStep gentle[] = {
  { RELANCE_STAGE_FIRST, RELANCE_ANCHOR_DUE, 7 },
  { RELANCE_STAGE_SECOND, RELANCE_ANCHOR_CONTACT, 14 },
  { RELANCE_STAGE_THIRD, RELANCE_ANCHOR_CONTACT, 21 },
};

/* A transfer takes a day or two: before the third, a reminder would be haste as a rule. */
static const RelanceStep regular[] = {
  { RELANCE_STAGE_FIRST, RELANCE_ANCHOR_DUE, 3 },
  { RELANCE_STAGE_SECOND, RELANCE_ANCHOR_CONTACT, 7 },
  { RELANCE_STAGE_THIRD, RELANCE_ANCHOR_CONTACT, 14 },
};

static const RelanceStep brisk[] = {
  { RELANCE_STAGE_FIRST, RELANCE_ANCHOR_DUE, 1 },
  { RELANCE_STAGE_SECOND, RELANCE_ANCHOR_CONTACT, 7 },
  { RELANCE_STAGE_THIRD, RELANCE_ANCHOR_CONTACT, 7 },
};

/* A payment that failed: a calm word after a wait, then time to put it right. */
static const RelanceStep incident[] = {
  { RELANCE_STAGE_INCIDENT, RELANCE_ANCHOR_DUE, 2 },
  { RELANCE_STAGE_SECOND, RELANCE_ANCHOR_CONTACT, 14 },
};

#define PLAN(steps) ((RelancePlan) { steps, G_N_ELEMENTS (steps) })

/**
 * relance_rhythm_get_plan:
 *
 * Returns: the steps of a plan of the program, whatever the situation
 */
RelancePlan
relance_rhythm_get_plan (RelanceRhythm self)
{
  switch (self)
    {
    case RELANCE_RHYTHM_GENTLE:
      return PLAN (gentle);
    case RELANCE_RHYTHM_BRISK:
      return PLAN (brisk);
    case RELANCE_RHYTHM_NONE:
      return (RelancePlan) { 0 };
    case RELANCE_RHYTHM_REGULAR:
    default:
      return PLAN (regular);
    }
}

/**
 * relance_stage_get_level:
 *
 * Returns: how far a client has come who got that letter, from 1; 0 when it asks for nothing that
 *   is late. A word about a failed payment stands in the place of the first.
 */
int
relance_stage_get_level (RelanceStage stage)
{
  if (stage == RELANCE_STAGE_INCIDENT)
    return 1;
  if (stage < RELANCE_STAGE_FIRST || stage > RELANCE_STAGE_FORMAL_NOTICE)
    return 0;
  return (int) stage - RELANCE_STAGE_FIRST + 1;
}

/**
 * relance_situation_get_cap:
 *
 * Returns: the firmest letter that suits the situation: only who refuses or stays silent is set a
 *   deadline
 */
RelanceStage
relance_situation_get_cap (RelanceSituation situation)
{
  return situation == RELANCE_SITUATION_UNPAID ? RELANCE_STAGE_FORMAL_NOTICE : RELANCE_STAGE_SECOND;
}

/**
 * relance_plan_suit:
 * @self: the plan of a client
 *
 * Returns: what the client hears from us in that situation, no firmer than it allows; nothing
 *   where there is no plan
 */
RelancePlan
relance_plan_suit (RelancePlan self, RelanceSituation situation)
{
  RelancePlan plan = situation == RELANCE_SITUATION_INCIDENT && self.n_steps > 0 ? PLAN (incident)
                                                                                 : self;
  int cap = relance_stage_get_level (relance_situation_get_cap (situation));

  while (plan.n_steps > 0 && relance_stage_get_level (plan.steps[plan.n_steps - 1].stage) > cap)
    plan.n_steps--;

  return plan;
}
