/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-csv-preview.h"
#include "relance-import.h"

G_BEGIN_DECLS

RelanceImportFile    *relance_import_file_new          (const char               *path,
                                                        const char               *name);
void                  relance_import_file_free         (RelanceImportFile        *self);
void                  relance_import_file_refuse       (RelanceImportFile        *self,
                                                        const char               *reason);
RelanceImportColumns *relance_import_columns_new       (const RelanceCsvPreview  *preview);

G_END_DECLS
