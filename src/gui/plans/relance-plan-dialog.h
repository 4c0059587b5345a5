/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-plans.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes or changes a reminder plan. "saved" is emitted with what was told of it and the change, so
 * that whoever opened it can offer Undo. */
#define RELANCE_TYPE_PLAN_DIALOG (relance_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelancePlanDialog, relance_plan_dialog, RELANCE, PLAN_DIALOG, AdwDialog)

AdwDialog *relance_plan_dialog_new (RelanceDesk               *desk,
                                    const RelanceReminderPlan *plan);

G_END_DECLS
