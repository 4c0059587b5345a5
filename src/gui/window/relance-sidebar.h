/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_SIDEBAR (relance_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSidebar, relance_sidebar, RELANCE, SIDEBAR, AdwNavigationPage)

/*
 * The list of pages. Emits "page-chosen" with a page's name and whether to go
 * there, which on a narrow window leaves the list.
 */
void relance_sidebar_set_desk (RelanceSidebar *self,
                               RelanceDesk    *desk);
void relance_sidebar_refresh  (RelanceSidebar *self);
void relance_sidebar_select   (RelanceSidebar *self,
                               const char     *name);

G_END_DECLS
