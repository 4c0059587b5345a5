/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-window.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_IMPORT_DIALOG (relance_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportDialog, relance_import_dialog, RELANCE, IMPORT_DIALOG, AdwDialog)

AdwDialog *relance_import_dialog_new           (RelanceDesk   *desk,
                                                GListModel    *files,
                                                gboolean       first);
void       relance_import_dialog_choose        (RelanceWindow *window);
void       relance_import_dialog_choose_folder (RelanceWindow *window);

G_END_DECLS
