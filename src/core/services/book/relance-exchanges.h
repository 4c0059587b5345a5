/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-exchange.h"

G_BEGIN_DECLS

gint64           relance_exchanges_add      (RelanceBook            *book,
                                             const RelanceExchange  *exchange,
                                             gint64                 *change,
                                             GError                **error);
GPtrArray       *relance_exchanges_list     (RelanceBook            *book,
                                             gint64                  client_id,
                                             GError                **error);
RelanceExchange *relance_exchanges_get      (RelanceBook            *book,
                                             gint64                  id,
                                             GError                **error);
gboolean         relance_exchanges_remove   (RelanceBook            *book,
                                             gint64                  id,
                                             GError                **error);

G_END_DECLS
