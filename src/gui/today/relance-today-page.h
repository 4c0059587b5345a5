/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "printing/relance-paper.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_TODAY_PAGE (relance_today_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceTodayPage, relance_today_page, RELANCE, TODAY_PAGE, AdwNavigationPage)

/**
 * RelanceTodayPage:
 *
 * What is owed, what is late, what to do now, and how people pay. Follows the book. The action
 * "today.print" prints it, once it is there.
 */
GtkWidget    *relance_today_page_new       (RelanceDesk      *desk);
RelancePaper *relance_today_page_dup_paper (RelanceTodayPage *self);

G_END_DECLS
