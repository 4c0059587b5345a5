/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-import.h"

G_BEGIN_DECLS

/* The rows of a preview as groups of a preferences page. */
GtkWidget *relance_import_group_new          (RelanceImportFate  fate,
                                              GPtrArray         *items,
                                              int                total);
GtkWidget *relance_import_group_new_rejected (GPtrArray         *items,
                                              int                total);
GtkWidget *relance_import_group_new_refused  (const char        *title,
                                              GPtrArray         *sentences);

G_END_DECLS
