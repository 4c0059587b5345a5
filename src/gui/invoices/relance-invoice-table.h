/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-invoice-query.h"
#include "relance-paged-list.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_TABLE (relance_invoice_table_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceTable, relance_invoice_table, RELANCE, INVOICE_TABLE, GtkWidget)

/**
 * RelanceInvoiceTable:
 *
 * Invoices in columns, or in rows of two lines where there is no room for
 * columns. Emits "invoice-activated" with an invoice or a credit note, "sorted" when the user asks for
 * another order, and "chosen" when other rows are selected. Its keys and its menu ask for the actions
 * "invoices.open", "invoices.pay", "invoices.copy" and "invoices.remove", which are whoever's it is in.
 */
void               relance_invoice_table_set_list     (RelanceInvoiceTable *self,
                                                       RelancePagedList    *list);
void               relance_invoice_table_set_sort     (RelanceInvoiceTable *self,
                                                       RelanceInvoiceSort   sort,
                                                       gboolean             descending);
RelanceInvoiceSort relance_invoice_table_get_sort     (RelanceInvoiceTable *self,
                                                       gboolean            *descending);
GtkBitset         *relance_invoice_table_dup_selection (RelanceInvoiceTable *self);
GArray            *relance_invoice_table_dup_selected (RelanceInvoiceTable *self);
void               relance_invoice_table_unselect     (RelanceInvoiceTable *self);
GListModel        *relance_invoice_table_get_columns  (RelanceInvoiceTable *self);
void               relance_invoice_table_scroll_to_top (RelanceInvoiceTable *self);

G_END_DECLS
