/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store.h"

G_BEGIN_DECLS

gboolean    relance_store_get_setting    (RelanceStore  *self,
                                          const char    *key,
                                          char         **value,
                                          GError       **error);
gboolean    relance_store_set_setting    (RelanceStore  *self,
                                          const char    *key,
                                          const char    *value,
                                          GError       **error);
gboolean    relance_store_remove_setting (RelanceStore  *self,
                                          const char    *key,
                                          GError       **error);
GHashTable *relance_store_list_settings  (RelanceStore  *self,
                                          const char    *prefix,
                                          GError       **error);

G_END_DECLS
