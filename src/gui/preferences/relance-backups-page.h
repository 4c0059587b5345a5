/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_BACKUPS_PAGE (relance_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBackupsPage,
                      relance_backups_page,
                      RELANCE,
                      BACKUPS_PAGE,
                      AdwPreferencesPage)

void relance_backups_page_set_desk (RelanceBackupsPage *self,
                                    RelanceDesk        *desk);
void relance_backups_page_load     (RelanceBackupsPage *self);

G_END_DECLS
