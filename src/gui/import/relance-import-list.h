/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-import-report.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_IMPORT_LIST (relance_import_list_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportList, relance_import_list, RELANCE, IMPORT_LIST, AdwBin)

/**
 * RelanceImportList:
 *
 * The rows of a preview below their groups, which open and close; only what is on screen is built.
 * Emits "columns-wanted" with the index of a file, and "import-wanted" when Enter was pressed.
 */
void relance_import_list_show (RelanceImportList   *self,
                               RelanceImportReport *report);

G_END_DECLS
