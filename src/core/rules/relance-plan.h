/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-debt.h"
#include "relance-rhythm.h"

G_BEGIN_DECLS

/* A message that left: when, at which stage, about which instalments. */
typedef struct
{
  RelanceDate   date;
  RelanceStage  stage;
  GArray       *instalments; /* gint64 */
} RelancePastReminder;

/**
 * RelancePlanState:
 * @RELANCE_PLAN_READY: the stage is due
 * @RELANCE_PLAN_EARLY: a payment may still be on its way
 * @RELANCE_PLAN_WAITING: the last stage is too fresh for the next one
 * @RELANCE_PLAN_FINISHED: every stage has left
 * @RELANCE_PLAN_NONE: the client has no plan
 * @RELANCE_PLAN_SMALL: the stage would be due, but too little is owed
 */
typedef enum
{
  RELANCE_PLAN_READY = 1,
  RELANCE_PLAN_EARLY,
  RELANCE_PLAN_WAITING,
  RELANCE_PLAN_FINISHED,
  RELANCE_PLAN_NONE,
  RELANCE_PLAN_SMALL,
} RelancePlanState;

/**
 * RelancePlanStep:
 * @stage: what comes next; the last one of the plan when finished
 * @from: when it may; when the last one left, when finished
 * @step: (nullable): the step of the plan it is; %NULL where there is none left
 * @last: when the last stage of these debts left, or %RELANCE_DATE_NONE
 * @last_stage: its stage, or 0
 */
typedef struct
{
  RelancePlanState   state;
  RelanceStage       stage;
  RelanceDate        from;
  const RelanceStep *step;
  RelanceDate        last;
  RelanceStage       last_stage;
} RelancePlanStep;

RelancePastReminder *relance_past_reminder_new  (RelanceDate          date,
                                                 RelanceStage         stage);
void                 relance_past_reminder_free (RelancePastReminder *self);
gboolean             relance_past_reminder_has  (const RelancePastReminder *self,
                                                 gint64               instalment_id);
RelancePlanStep      relance_plan_next          (const RelancePlan   *plan,
                                                 GPtrArray           *debts,
                                                 GPtrArray           *past,
                                                 RelanceDate          today);

G_END_DECLS
