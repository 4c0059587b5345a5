/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-document.h"

G_BEGIN_DECLS

gint64     relance_documents_add     (RelanceBook  *book,
                                      gint64        invoice_id,
                                      const char   *name,
                                      const char   *media_type,
                                      GBytes       *content,
                                      gint64       *change,
                                      GError      **error);
GPtrArray *relance_documents_list    (RelanceBook  *book,
                                      gint64        invoice_id,
                                      GError      **error);
gboolean   relance_documents_give    (RelanceBook  *book,
                                      gint64        id,
                                      gint64        invoice_id,
                                      gint64       *change,
                                      GError      **error);
gboolean   relance_documents_write   (RelanceBook  *book,
                                      gint64        id,
                                      const char   *path,
                                      GCancellable *cancellable,
                                      GError      **error);
GBytes    *relance_documents_read    (RelanceBook  *book,
                                      gint64        id,
                                      GError      **error);
gboolean   relance_documents_remove  (RelanceBook  *book,
                                      gint64        id,
                                      gint64       *change,
                                      GError      **error);

G_END_DECLS
