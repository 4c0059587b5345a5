/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The steps of a reminder plan, to be changed: which letter a step is, its place says. "changed" is
 * emitted when the user changed one.
 */
#define RELANCE_TYPE_PLAN_STEPS (relance_plan_steps_get_type ())
G_DECLARE_FINAL_TYPE (RelancePlanSteps, relance_plan_steps, RELANCE, PLAN_STEPS, GtkBox)

void    relance_plan_steps_show (RelancePlanSteps *self,
                                 GArray           *steps);
GArray *relance_plan_steps_get  (RelancePlanSteps *self);

G_END_DECLS
