/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lists/relance-list-page.h"
#include "relance-desk.h"
#include "relance-invoices.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICES_PAGE (relance_invoices_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoicesPage, relance_invoices_page, RELANCE, INVOICES_PAGE, RelanceListPage)

/**
 * RelanceInvoicesPage:
 *
 * All invoices, searched, filtered and sorted, and above them the one that was opened.
 */
GtkWidget *relance_invoices_page_new  (RelanceDesk               *desk);
void       relance_invoices_page_show (RelanceInvoicesPage       *self,
                                       const RelanceInvoiceQuery *query,
                                       const char                *title);
void       relance_invoices_page_open (RelanceInvoicesPage       *self,
                                       gint64                     invoice_id);
void       relance_invoices_page_add  (RelanceInvoicesPage       *self);

G_END_DECLS
