/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-invoice-list.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_TABLE (relance_invoice_table_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceTable, relance_invoice_table, RELANCE, INVOICE_TABLE, GtkWidget)

/**
 * RelanceInvoiceTable:
 *
 * Invoices in columns, or in rows of two lines where there is no room for
 * columns. Emits "invoice-activated" with an id and "sorted" when the user asks
 * for another order.
 */
void               relance_invoice_table_set_list     (RelanceInvoiceTable *self,
                                                       RelanceInvoiceList  *list);
void               relance_invoice_table_set_sort     (RelanceInvoiceTable *self,
                                                       RelanceInvoiceSort   sort,
                                                       gboolean             descending);
RelanceInvoiceSort relance_invoice_table_get_sort     (RelanceInvoiceTable *self,
                                                       gboolean            *descending);
void               relance_invoice_table_scroll_to_top (RelanceInvoiceTable *self);

G_END_DECLS
