/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lists/relance-table.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_TABLE (relance_invoice_table_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceTable, relance_invoice_table, RELANCE, INVOICE_TABLE, RelanceTable)

/**
 * RelanceInvoiceTable:
 *
 * A table of invoices and credit notes: of #RelanceInvoice.
 */

G_END_DECLS
