/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-desk.h"
#include "relance-invoice-query.h"

G_BEGIN_DECLS

/* What is done to several rows of a list of invoices. @ids: (element-type gint64): as the list calls
 * them. What was done, and the Undo of it, is told in the window of @page. */
void relance_invoice_selection_copy   (GtkWidget                 *page,
                                       RelanceDesk               *desk,
                                       GArray                    *ids);
void relance_invoice_selection_pay    (GtkWidget                 *page,
                                       RelanceDesk               *desk,
                                       GArray                    *ids);
void relance_invoice_selection_remove (GtkWidget                 *page,
                                       RelanceDesk               *desk,
                                       GArray                    *ids);
void relance_invoice_selection_export (GtkWidget                 *page,
                                       RelanceDesk               *desk,
                                       const RelanceInvoiceQuery *query);

G_END_DECLS
