/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-invoice-query.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

GPtrArray      *relance_invoices_list    (RelanceBook                *book,
                                          const RelanceInvoiceQuery  *query,
                                          GError                    **error);
GArray         *relance_invoices_sum     (RelanceBook                *book,
                                          const RelanceInvoiceQuery  *query,
                                          GError                    **error);
RelanceInvoice *relance_invoices_get     (RelanceBook                *book,
                                          gint64                      id,
                                          GError                    **error);
RelanceInvoice *relance_invoices_find    (RelanceBook                *book,
                                          const char                 *reference,
                                          GError                    **error);
gint64          relance_invoices_save    (RelanceBook                *book,
                                          RelanceInvoice             *invoice,
                                          gint64                     *change,
                                          GError                    **error);
gboolean        relance_invoices_remove  (RelanceBook                *book,
                                          gint64                      id,
                                          gint64                     *change,
                                          GError                    **error);
GPtrArray      *relance_invoices_history (RelanceBook                *book,
                                          gint64                      id,
                                          GError                    **error);

gint64          relance_payments_add     (RelanceBook                *book,
                                          gint64                      invoice_id,
                                          gint64                      amount,
                                          RelanceDate                 date,
                                          const char                 *means,
                                          gint64                     *change,
                                          GError                    **error);
gboolean        relance_payments_get     (RelanceBook                *book,
                                          gint64                      id,
                                          gint64                     *invoice_id,
                                          gint64                     *amount,
                                          GError                    **error);
gboolean        relance_payments_remove  (RelanceBook                *book,
                                          gint64                      id,
                                          gint64                     *invoice_id,
                                          gint64                     *change,
                                          GError                    **error);

gboolean        relance_changes_get_last (RelanceBook                *book,
                                          gint64                     *id,
                                          RelanceChangeKind          *kind,
                                          char                      **detail,
                                          GError                    **error);
gboolean        relance_changes_undo     (RelanceBook                *book,
                                          gint64                      change,
                                          GError                    **error);

G_END_DECLS
