/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client-query.h"
#include "relance-client.h"
#include "relance-invoice-query.h"
#include "relance-store.h"

G_BEGIN_DECLS

/*
 * The listing: what lists sort, filter and search by, derived for the whole book once and kept beside
 * it by this connection (sql/listing.sql). relance_store_update_listing() comes first, whenever the
 * book may have changed. The rows of credit notes have the id of their payment below zero.
 */

gboolean   relance_store_update_listing        (RelanceStore              *self,
                                                GError                   **error);
gboolean   relance_store_age_listing           (RelanceStore              *self,
                                                RelanceDate                today,
                                                GError                   **error);
gboolean   relance_store_complete_listing      (RelanceStore              *self,
                                                gboolean                  *complete,
                                                GError                   **error);
GArray    *relance_store_list_first            (RelanceStore              *self,
                                                const RelanceInvoiceQuery *query,
                                                RelanceDate                today,
                                                GError                   **error);
gboolean   relance_store_list_all              (RelanceStore              *self,
                                                const RelanceInvoiceQuery *query,
                                                RelanceDate                today,
                                                GArray                   **ids,
                                                GArray                   **totals,
                                                GError                   **error);
GPtrArray *relance_store_read_listed           (RelanceStore              *self,
                                                const gint64              *ids,
                                                guint                      n_ids,
                                                RelanceDate                today,
                                                GError                   **error);
GArray    *relance_store_list_client_ids       (RelanceStore              *self,
                                                const RelanceClientQuery  *query,
                                                RelanceDate                today,
                                                GError                   **error);
GPtrArray *relance_store_read_listed_clients   (RelanceStore              *self,
                                                const gint64              *ids,
                                                guint                      n_ids,
                                                RelanceDate                today,
                                                GError                   **error);
GArray    *relance_store_sum_listed_clients    (RelanceStore              *self,
                                                GArray                    *ids,
                                                const char                *currency,
                                                RelanceDate                today,
                                                GError                   **error);
gboolean   relance_store_update_listed_messages (RelanceStore             *self,
                                                GError                   **error);
GArray    *relance_store_list_sent             (RelanceStore              *self,
                                                const char                *search,
                                                int                        limit,
                                                GError                   **error);
GArray    *relance_store_list_unsent           (RelanceStore              *self,
                                                int                        limit,
                                                GError                   **error);
GPtrArray *relance_store_read_listed_messages  (RelanceStore              *self,
                                                const gint64              *ids,
                                                guint                      n_ids,
                                                GError                   **error);

G_END_DECLS
