/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-plan.h"

G_BEGIN_DECLS

/* Silence: so many reminders about the oldest debt, and so many days since the last of them,
 * and since we were last in touch by other means, without any payment since the first. */
#define RELANCE_SITUATION_SILENT_REMINDERS 2
#define RELANCE_SITUATION_SILENT_DAYS 14

/* Which rule decided. */
typedef enum
{
  RELANCE_SITUATION_BY_DEFAULT = 1,
  RELANCE_SITUATION_BY_HAND,
  RELANCE_SITUATION_BY_SILENCE,
} RelanceSituationRule;

/**
 * RelanceStated:
 * @situation: what somebody said the debts of a client are, or 0
 * @on: the day on which it was said
 */
typedef struct
{
  RelanceSituation situation;
  RelanceDate      on;
} RelanceStated;

/**
 * RelanceJudgement:
 * @on: the day it was said, or on which the last reminder left that was met with silence; else
 *   %RELANCE_DATE_NONE
 * @n_reminders: those that were met with silence, by that rule
 */
typedef struct
{
  RelanceSituation     situation;
  RelanceSituationRule rule;
  RelanceDate          on;
  guint                n_reminders;
} RelanceJudgement;

RelanceJudgement relance_situation_judge (GPtrArray     *debts,
                                          GPtrArray     *past,
                                          RelanceStated  stated,
                                          RelanceDate    last_payment,
                                          RelanceDate    last_exchange,
                                          RelanceDate    today);

G_END_DECLS
