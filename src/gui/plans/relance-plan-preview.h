/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a client of the book would get, and when, by a plan that is being edited. */
#define RELANCE_TYPE_PLAN_PREVIEW (relance_plan_preview_get_type ())
G_DECLARE_FINAL_TYPE (RelancePlanPreview, relance_plan_preview, RELANCE, PLAN_PREVIEW,
                      AdwPreferencesGroup)

void relance_plan_preview_set_desk (RelancePlanPreview *self,
                                    RelanceDesk        *desk);
void relance_plan_preview_show     (RelancePlanPreview *self,
                                    GArray             *steps);

G_END_DECLS
