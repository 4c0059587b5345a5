/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-invoice-work.h"
#include "relance-desk.h"
#include "widgets/relance-row-group.h"

G_BEGIN_DECLS

/* The files that are kept with an invoice. What was done is said by the window of @widget. */
void relance_invoice_documents_show   (RelanceRowGroup           *group,
                                       const RelanceInvoiceFacts *facts);
void relance_invoice_documents_open   (GtkWidget                 *widget,
                                       RelanceDesk               *desk,
                                       GPtrArray                 *documents,
                                       gint64                     id);
void relance_invoice_documents_save   (GtkWidget                 *widget,
                                       RelanceDesk               *desk,
                                       GPtrArray                 *documents,
                                       gint64                     id);
void relance_invoice_documents_choose (GtkWidget                 *widget,
                                       RelanceDesk               *desk,
                                       gint64                     invoice_id);
void relance_invoice_documents_attach (GtkWidget                 *widget,
                                       RelanceDesk               *desk,
                                       gint64                     invoice_id,
                                       GFile                     *file);
void relance_invoice_documents_take   (GtkWidget                 *widget,
                                       RelanceDesk               *desk,
                                       gint64                     invoice_id,
                                       GListModel                *files);
void relance_invoice_documents_remove (GtkWidget                 *widget,
                                       RelanceDesk               *desk,
                                       gint64                     id);

G_END_DECLS
