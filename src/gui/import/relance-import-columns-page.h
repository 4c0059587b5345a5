/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-import.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_IMPORT_COLUMNS_PAGE (relance_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportColumnsPage, relance_import_columns_page, RELANCE,
                      IMPORT_COLUMNS_PAGE, AdwNavigationPage)

/**
 * RelanceImportColumnsPage:
 *
 * Where somebody says what the columns of a table hold. Emits "fields-changed" whenever enough of
 * them are known for the table to be read, and "finished" when that is to be used.
 */
AdwNavigationPage *relance_import_columns_page_new        (const char                 *name,
                                                           const RelanceImportColumns *columns);
GStrv              relance_import_columns_page_dup_fields (RelanceImportColumnsPage   *self);
void               relance_import_columns_page_show       (RelanceImportColumnsPage   *self,
                                                           GPtrArray                  *items,
                                                           const char                 *refusal);

G_END_DECLS
