/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-desk.h"
#include "relance-invoice-query.h"

G_BEGIN_DECLS

/* What is done with several rows of the list of invoices, and told in the window. */
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
