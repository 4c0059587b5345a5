/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-client-query.h"
#include "relance-invoice-query.h"

G_BEGIN_DECLS

char     *relance_invoices_dup_text  (RelanceBook                *book,
                                      GArray                     *ids,
                                      GError                    **error);
gboolean  relance_invoices_write_csv (RelanceBook                *book,
                                      const RelanceInvoiceQuery  *query,
                                      GOutputStream              *stream,
                                      GCancellable               *cancellable,
                                      GError                    **error);
char     *relance_clients_dup_text   (RelanceBook                *book,
                                      GArray                     *ids,
                                      GError                    **error);
gboolean  relance_clients_write_csv  (RelanceBook                *book,
                                      const RelanceClientQuery   *query,
                                      GOutputStream              *stream,
                                      GCancellable               *cancellable,
                                      GError                    **error);

G_END_DECLS
