/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-document.h"
#include "relance-store.h"

G_BEGIN_DECLS

gboolean   relance_store_attach             (RelanceStore     *self,
                                             const RelanceDocument *document,
                                             gint64            payment_id,
                                             GBytes           *content,
                                             gint64            change,
                                             gint64           *id,
                                             GError          **error);
gboolean   relance_store_find_attachment    (RelanceStore     *self,
                                             GBytes           *content,
                                             gint64            invoice_id,
                                             gint64           *id,
                                             GError          **error);
gboolean   relance_store_give_attachment    (RelanceStore     *self,
                                             gint64            id,
                                             gint64            invoice_id,
                                             gint64            change,
                                             gint64           *given,
                                             GError          **error);
gboolean   relance_store_detach             (RelanceStore     *self,
                                             gint64            id,
                                             gint64            change,
                                             GError          **error);
gboolean   relance_store_get_attachment     (RelanceStore     *self,
                                             gint64            id,
                                             RelanceDocument **document,
                                             GError          **error);
gboolean   relance_store_get_content        (RelanceStore     *self,
                                             gint64            id,
                                             GBytes          **content,
                                             gboolean         *intact,
                                             GError          **error);
gboolean   relance_store_keeps_documents    (RelanceStore     *self,
                                             gboolean         *keeps,
                                             GError          **error);
GPtrArray *relance_store_list_attachments   (RelanceStore     *self,
                                             gint64            invoice_id,
                                             GError          **error);

G_END_DECLS
