/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-store.h"

G_BEGIN_DECLS

gboolean relance_store_read_contacts  (RelanceStore          *self,
                                       RelanceClient         *client,
                                       GError               **error);
gboolean relance_store_find_contact   (RelanceStore          *self,
                                       gint64                 id,
                                       gint64                *client_id,
                                       GError               **error);
gboolean relance_store_add_contact    (RelanceStore          *self,
                                       gint64                 client_id,
                                       const RelanceContact  *contact,
                                       gint64                 change,
                                       gint64                *id,
                                       GError               **error);
gboolean relance_store_update_contact (RelanceStore          *self,
                                       const RelanceContact  *contact,
                                       gint64                 change,
                                       GError               **error);
gboolean relance_store_remove_contact (RelanceStore          *self,
                                       gint64                 id,
                                       gint64                 change,
                                       GError               **error);

G_END_DECLS
