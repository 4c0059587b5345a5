/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-invoices.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_ITEM (relance_invoice_item_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceItem, relance_invoice_item, RELANCE, INVOICE_ITEM, GObject)

/**
 * RelanceInvoiceItem:
 *
 * A place in the list. Its properties "invoice" (%NULL until it has been read) and
 * "today" (the day the invoice's state was derived for) change when the book does.
 */
RelanceInvoice            *relance_invoice_item_get_invoice (RelanceInvoiceItem        *self);

#define RELANCE_TYPE_INVOICE_LIST (relance_invoice_list_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceList, relance_invoice_list, RELANCE, INVOICE_LIST, GObject)

/**
 * RelanceInvoiceList:
 *
 * The invoices of a query as a #GListModel of #RelanceInvoiceItem, read page by
 * page as they are looked at, so that its length costs nothing. Follows the
 * book. Emits "answered" when its length and totals are those of the query, and
 * "failed" with a #GError when the book could not be read. Main thread only.
 */
RelanceInvoiceList        *relance_invoice_list_new         (RelanceDesk               *desk);
void                       relance_invoice_list_set_query   (RelanceInvoiceList        *self,
                                                             const RelanceInvoiceQuery *query);
const RelanceInvoiceQuery *relance_invoice_list_get_query   (RelanceInvoiceList        *self);
GArray                    *relance_invoice_list_get_totals  (RelanceInvoiceList        *self);

G_END_DECLS
