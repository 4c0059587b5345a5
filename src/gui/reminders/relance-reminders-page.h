/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_REMINDERS_PAGE (relance_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceRemindersPage,
                      relance_reminders_page,
                      RELANCE,
                      REMINDERS_PAGE,
                      AdwNavigationPage)

/* The weekly sitting: who should hear from us, and the letter to each. */
RelanceRemindersPage *relance_reminders_page_new    (RelanceDesk          *desk);
void                  relance_reminders_page_select (RelanceRemindersPage *self,
                                                     gint64                client_id);

G_END_DECLS
