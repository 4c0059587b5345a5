/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-store.h"

G_BEGIN_DECLS

gboolean   relance_store_get_client           (RelanceStore   *self,
                                               gint64          id,
                                               RelanceDate     today,
                                               RelanceClient **client,
                                               GError        **error);
GPtrArray *relance_store_list_clients         (RelanceStore   *self,
                                               const char     *search,
                                               int             limit,
                                               RelanceDate     today,
                                               GError        **error);
GPtrArray *relance_store_list_clients_of_name (RelanceStore   *self,
                                               const char     *name,
                                               RelanceDate     today,
                                               GError        **error);
gboolean   relance_store_has_client           (RelanceStore   *self,
                                               gboolean       *found,
                                               GError        **error);
gboolean   relance_store_add_client           (RelanceStore   *self,
                                               RelanceClient  *client,
                                               gint64          change,
                                               gint64         *id,
                                               GError        **error);
gboolean   relance_store_update_client        (RelanceStore   *self,
                                               RelanceClient  *client,
                                               GError        **error);
gboolean   relance_store_remove_client        (RelanceStore   *self,
                                               gint64          id,
                                               gint64          change,
                                               GError        **error);

G_END_DECLS
