/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_SIDEBAR_ROW (relance_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSidebarRow, relance_sidebar_row, RELANCE, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget  *relance_sidebar_row_new       (const char        *name,
                                           const char        *title,
                                           const char        *icon_name);
const char *relance_sidebar_row_get_name  (RelanceSidebarRow *self);
void        relance_sidebar_row_set_count (RelanceSidebarRow *self,
                                           int                count,
                                           const char        *description);

G_END_DECLS
