/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-csv-guess.h"
#include "relance-import-row.h"

G_BEGIN_DECLS

#define RELANCE_IMPORT_MAX_BYTES (G_GINT64_CONSTANT (512) * 1024 * 1024)

/**
 * RelanceInvoiceTable:
 *
 * The invoices that a file of columns says there are, and the rows of it that
 * are refused. It owns every string of its rows.
 */
typedef struct _RelanceInvoiceTable RelanceInvoiceTable;

RelanceInvoiceTable *relance_invoice_table_read     (GBytes               *bytes,
                                                     const GArray         *choices,
                                                     const char           *currency,
                                                     GCancellable         *cancellable,
                                                     GError              **error);
const GArray        *relance_invoice_table_get_rows (RelanceInvoiceTable  *self);
void                 relance_invoice_table_free     (RelanceInvoiceTable  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceInvoiceTable, relance_invoice_table_free)

G_END_DECLS
