/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-import-report.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_IMPORT_ROW (relance_import_row_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportRow, relance_import_row, RELANCE, IMPORT_ROW, AdwBin)

/**
 * RelanceImportRow:
 *
 * A row of a preview, whatever it is about: a group, a file, or what is in it. Emits
 * "columns-wanted" with the index of a file.
 */
GtkWidget *relance_import_row_new    (void);
void       relance_import_row_show   (RelanceImportRow    *self,
                                      RelanceImportReport *report,
                                      GObject             *subject,
                                      GtkListItem         *place);
void       relance_import_row_clear  (RelanceImportRow    *self);
gboolean   relance_import_row_toggle (RelanceImportRow    *self);

G_END_DECLS
