/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-invoice-query.h"
#include "relance-invoice.h"
#include "relance-store.h"

G_BEGIN_DECLS

GPtrArray *relance_store_list_invoices           (RelanceStore              *self,
                                                  const RelanceInvoiceQuery *query,
                                                  RelanceDate                today,
                                                  GError                   **error);
GArray    *relance_store_sum_invoices            (RelanceStore              *self,
                                                  const RelanceInvoiceQuery *query,
                                                  RelanceDate                today,
                                                  GError                   **error);
gboolean   relance_store_get_invoice             (RelanceStore              *self,
                                                  gint64                     id,
                                                  RelanceDate                today,
                                                  RelanceInvoice           **invoice,
                                                  GError                   **error);
gboolean   relance_store_get_credit_note         (RelanceStore              *self,
                                                  gint64                     id,
                                                  RelanceInvoice           **credit_note,
                                                  GError                   **error);
gboolean   relance_store_fill_invoice            (RelanceStore              *self,
                                                  RelanceInvoice            *invoice,
                                                  GError                   **error);
GPtrArray *relance_store_list_invoices_of_number (RelanceStore              *self,
                                                  const char                *number,
                                                  RelanceDate                today,
                                                  GError                   **error);
gboolean   relance_store_find_number             (RelanceStore              *self,
                                                  gint64                     client_id,
                                                  const char                *number,
                                                  gint64                    *id,
                                                  GError                   **error);
gboolean   relance_store_add_invoice             (RelanceStore              *self,
                                                  RelanceInvoice            *invoice,
                                                  gint64                     change,
                                                  gint64                    *id,
                                                  GError                   **error);
gboolean   relance_store_add_instalment          (RelanceStore              *self,
                                                  gint64                     invoice_id,
                                                  RelanceDate                due,
                                                  gint64                     amount,
                                                  gint64                     change,
                                                  GError                   **error);
gboolean   relance_store_remove_instalments      (RelanceStore              *self,
                                                  gint64                     invoice_id,
                                                  gint64                     change,
                                                  GError                   **error);
gboolean   relance_store_exclude_invoice         (RelanceStore              *self,
                                                  gint64                     id,
                                                  const char                *reason,
                                                  RelanceDate                until,
                                                  GError                   **error);
gboolean   relance_store_update_invoice          (RelanceStore              *self,
                                                  RelanceInvoice            *invoice,
                                                  GError                   **error);
gboolean   relance_store_update_instalment       (RelanceStore              *self,
                                                  gint64                     id,
                                                  RelanceDate                due,
                                                  gint64                     amount,
                                                  GError                   **error);
gboolean   relance_store_remove_invoice          (RelanceStore              *self,
                                                  gint64                     id,
                                                  gint64                     change,
                                                  GError                   **error);

G_END_DECLS
