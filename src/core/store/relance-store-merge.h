/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store.h"

G_BEGIN_DECLS

GStrv    relance_store_list_common_numbers (RelanceStore  *self,
                                            gint64         one,
                                            gint64         other,
                                            GError       **error);
gboolean relance_store_count_for_merge     (RelanceStore  *self,
                                            gint64         client_id,
                                            int           *n_invoices,
                                            int           *n_payments,
                                            int           *n_contacts,
                                            GError       **error);
gboolean relance_store_merge_clients       (RelanceStore  *self,
                                            gint64         from,
                                            gint64         into,
                                            gint64         change,
                                            GError       **error);
gboolean relance_store_has_unsent          (RelanceStore  *self,
                                            gint64         client_id,
                                            gboolean      *found,
                                            GError       **error);
gboolean relance_store_erase_client        (RelanceStore  *self,
                                            gint64         id,
                                            gint64         change,
                                            gint64         now,
                                            GError       **error);

G_END_DECLS
