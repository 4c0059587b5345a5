/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-csv-guess.h"
#include "relance-import-table.h"

G_BEGIN_DECLS

#define RELANCE_IMPORT_MAX_BYTES (G_GINT64_CONSTANT (512) * 1024 * 1024)

RelanceImportTable *relance_invoice_table_read (GBytes        *bytes,
                                                const GArray  *choices,
                                                const char    *currency,
                                                GCancellable  *cancellable,
                                                GError       **error);

G_END_DECLS
