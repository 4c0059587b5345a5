/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-rhythm.h"

G_BEGIN_DECLS

/* One step for each level that a reminder can have. */
#define RELANCE_PLAN_MAX_STEPS 4
#define RELANCE_PLAN_MAX_DAYS 365

/**
 * RelancePlanFault:
 * @RELANCE_PLAN_FAULT_EMPTY: it has no step
 * @RELANCE_PLAN_FAULT_ORDER: a step is not the letter that follows the one before
 * @RELANCE_PLAN_FAULT_ANCHOR: the first step counts from a reminder, and there is none before it
 * @RELANCE_PLAN_FAULT_DAYS: out of the range of relance_step_get_min_days() to
 *   %RELANCE_PLAN_MAX_DAYS
 * @RELANCE_PLAN_FAULT_CLOSE: two steps that count from the same day are less than a week apart
 *
 * Why a plan is none.
 */
typedef enum
{
  RELANCE_PLAN_FAULT_NONE,
  RELANCE_PLAN_FAULT_EMPTY,
  RELANCE_PLAN_FAULT_ORDER,
  RELANCE_PLAN_FAULT_ANCHOR,
  RELANCE_PLAN_FAULT_DAYS,
  RELANCE_PLAN_FAULT_CLOSE,
} RelancePlanFault;

GArray          *relance_plan_copy_steps   (const RelancePlan *self);
RelancePlan      relance_plan_of_steps     (GArray            *steps);
GArray          *relance_plan_parse        (const char        *text);
char            *relance_plan_to_text      (const RelancePlan *self);
RelancePlanFault relance_plan_check        (const RelancePlan *self,
                                            guint             *place);
RelanceStage     relance_plan_get_stage    (guint              place);
gboolean         relance_step_parse        (const char        *text,
                                            RelanceStep       *step);
char            *relance_step_to_text      (const RelanceStep *self);
int              relance_step_get_min_days (const RelanceStep *self);

G_END_DECLS
