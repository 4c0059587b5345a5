/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of a table that the user wants to see, kept under a key of the settings. */
GMenuModel *relance_invoice_columns_make_menu (GtkWidget   *page,
                                               GListModel  *columns,
                                               GSettings   *settings,
                                               const char  *key);

G_END_DECLS
