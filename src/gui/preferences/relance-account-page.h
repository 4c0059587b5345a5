/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-preferences-work.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_ACCOUNT_PAGE (relance_account_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceAccountPage,
                      relance_account_page,
                      RELANCE,
                      ACCOUNT_PAGE,
                      AdwPreferencesPage)

void relance_account_page_set_desk (RelanceAccountPage       *self,
                                    RelanceDesk              *desk);
void relance_account_page_fill     (RelanceAccountPage       *self,
                                    const RelancePreferences *preferences);

G_END_DECLS
