/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_PLAN_ROW (relance_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (RelancePlanRow, relance_plan_row, RELANCE, PLAN_ROW, AdwComboRow)

void relance_plan_row_load (RelancePlanRow *self,
                            RelanceDesk    *desk);
void relance_plan_row_show (RelancePlanRow *self,
                            RelanceClient  *client);
void relance_plan_row_read (RelancePlanRow *self,
                            RelanceClient  *client);

G_END_DECLS
