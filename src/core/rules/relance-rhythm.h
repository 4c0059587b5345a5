/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"

#include <glib.h>

G_BEGIN_DECLS

/* One letter of a plan: @days after its anchor. */
typedef struct
{
  RelanceStage  stage;
  RelanceAnchor anchor;
  int           days;
} RelanceStep;

/**
 * RelancePlan:
 * @steps: in the order in which they leave, each firmer than the one before
 * @n_steps: 0 where no reminder is proposed
 */
typedef struct
{
  const RelanceStep *steps;
  guint              n_steps;
} RelancePlan;

RelancePlan  relance_rhythm_get_plan   (RelanceRhythm     self);
RelancePlan  relance_plan_suit         (RelancePlan       self,
                                        RelanceSituation  situation);
RelanceStage relance_situation_get_cap (RelanceSituation  situation);
int          relance_stage_get_level   (RelanceStage      stage);

G_END_DECLS
