/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_PLANS_PAGE (relance_plans_page_get_type ())
G_DECLARE_FINAL_TYPE (RelancePlansPage, relance_plans_page, RELANCE, PLANS_PAGE, AdwPreferencesPage)

void relance_plans_page_set_desk (RelancePlansPage *self,
                                  RelanceDesk      *desk);
void relance_plans_page_load     (RelancePlansPage *self);

G_END_DECLS
