/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-export-output.h"
#include "relance-export.h"

G_BEGIN_DECLS

/* How an export in JSON, and the mark of a folder, begins. */
#define RELANCE_EXPORT_START "{\"format\": \"relance-export\""

gboolean relance_export_write_rows (RelanceBook               *book,
                                    const RelanceExportOrder  *order,
                                    RelanceExportOutput       *output,
                                    RelanceExportCounts       *counts,
                                    GCancellable              *cancellable,
                                    GError                   **error);

G_END_DECLS
