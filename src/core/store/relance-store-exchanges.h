/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-exchange.h"
#include "relance-store.h"

G_BEGIN_DECLS

gboolean   relance_store_add_exchange   (RelanceStore           *self,
                                         const RelanceExchange  *exchange,
                                         gint64                  change,
                                         gint64                 *id,
                                         GError                **error);
GPtrArray *relance_store_list_exchanges (RelanceStore           *self,
                                         gint64                  client_id,
                                         GError                **error);
gboolean   relance_store_get_exchange   (RelanceStore           *self,
                                         gint64                  id,
                                         RelanceExchange       **exchange,
                                         GError                **error);

G_END_DECLS
