/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-plans.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Is told what the clients of the plan @id get instead, as relance_plans_give() takes it. */
typedef void (*RelancePlanChosen) (gpointer    page,
                                   gint64      id,
                                   const char *instead);

void relance_plan_removing_ask (GtkWidget                 *page,
                                const RelanceReminderPlan *plan,
                                GPtrArray                 *plans,
                                RelancePlanChosen          chosen);

G_END_DECLS
