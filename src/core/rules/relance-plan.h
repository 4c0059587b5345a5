/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-debt.h"
#include "relance-enums.h"

G_BEGIN_DECLS

/* A transfer takes a day or two: before that, a reminder would be haste. */
#define RELANCE_PLAN_FIRST_AFTER_DAYS 3

/* How long a client has to answer before the next stage. */
#define RELANCE_PLAN_DAYS_BETWEEN 7

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
 */
typedef enum
{
  RELANCE_PLAN_READY = 1,
  RELANCE_PLAN_EARLY,
  RELANCE_PLAN_WAITING,
  RELANCE_PLAN_FINISHED,
} RelancePlanState;

/**
 * RelancePlanStep:
 * @stage: what comes next, or came last when finished
 * @from: when it may; when the last one left, when finished
 * @last: when the last stage of these debts left, or %RELANCE_DATE_NONE
 * @last_stage: its stage, or 0
 */
typedef struct
{
  RelancePlanState  state;
  RelanceStage      stage;
  RelanceDate       from;
  RelanceDate       last;
  RelanceStage      last_stage;
} RelancePlanStep;

RelancePastReminder *relance_past_reminder_new  (RelanceDate          date,
                                                 RelanceStage         stage);
void                 relance_past_reminder_free (RelancePastReminder *self);
RelancePlanStep      relance_plan_next          (GPtrArray           *debts,
                                                 GPtrArray           *past,
                                                 RelanceDate          today);

G_END_DECLS
