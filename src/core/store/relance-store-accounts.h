/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-account.h"
#include "relance-store.h"

G_BEGIN_DECLS

gboolean   relance_store_add_account    (RelanceStore    *self,
                                         RelanceAccount  *account,
                                         GError         **error);
GPtrArray *relance_store_list_accounts  (RelanceStore    *self,
                                         GError         **error);
gboolean   relance_store_get_account    (RelanceStore    *self,
                                         const char      *id,
                                         RelanceAccount **account,
                                         GError         **error);
gboolean   relance_store_update_account (RelanceStore    *self,
                                         RelanceAccount  *account,
                                         GError         **error);
gboolean   relance_store_remove_account (RelanceStore    *self,
                                         const char      *id,
                                         GError         **error);
gboolean   relance_store_add_sender     (RelanceStore    *self,
                                         RelanceSender   *sender,
                                         GError         **error);
GPtrArray *relance_store_list_senders   (RelanceStore    *self,
                                         GError         **error);
gboolean   relance_store_remove_sender  (RelanceStore    *self,
                                         gint64           id,
                                         GError         **error);

G_END_DECLS
