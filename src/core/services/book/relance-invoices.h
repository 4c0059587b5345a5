/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-invoice-query.h"
#include "relance-invoice.h"
#include "relance-payments.h"

G_BEGIN_DECLS

/* How many instalments an invoice may have: five years of months. */
#define RELANCE_INSTALMENTS_MAX 60

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
gint64          relance_invoices_type    (RelanceBook                *book,
                                          RelanceInvoice             *invoice,
                                          gint64                      document_id,
                                          gint64                     *change,
                                          GError                    **error);
gboolean        relance_invoices_remove  (RelanceBook                *book,
                                          gint64                      id,
                                          gint64                     *change,
                                          GError                    **error);
GPtrArray      *relance_invoices_history (RelanceBook                *book,
                                          gint64                      id,
                                          GError                    **error);

gboolean        relance_invoices_exclude (RelanceBook                *book,
                                          gint64                      id,
                                          const char                 *reason,
                                          RelanceDate                 until,
                                          gint64                     *change,
                                          GError                    **error);
gboolean        relance_invoices_write_off (RelanceBook              *book,
                                          gint64                      id,
                                          RelanceDate                 date,
                                          const char                 *reason,
                                          gint64                     *change,
                                          GError                    **error);
gboolean        relance_invoices_replace (RelanceBook                *book,
                                          gint64                      old_id,
                                          gint64                      new_id,
                                          gint64                     *change,
                                          GError                    **error);
gboolean        relance_instalments_set  (RelanceBook                *book,
                                          gint64                      invoice_id,
                                          GArray                     *instalments,
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
