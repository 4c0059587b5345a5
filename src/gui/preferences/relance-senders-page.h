/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_SENDERS_PAGE (relance_senders_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSendersPage,
                      relance_senders_page,
                      RELANCE,
                      SENDERS_PAGE,
                      AdwPreferencesPage)

void relance_senders_page_set_desk (RelanceSendersPage *self,
                                    RelanceDesk        *desk);
void relance_senders_page_fill     (RelanceSendersPage *self,
                                    GPtrArray          *senders,
                                    GPtrArray          *accounts);

G_END_DECLS
