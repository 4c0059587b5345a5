/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-account.h"

G_BEGIN_DECLS

gboolean relance_secrets_store  (RelanceAccount  *account,
                                 const char      *key,
                                 GCancellable    *cancellable,
                                 GError         **error);
char    *relance_secrets_lookup (RelanceAccount  *account,
                                 GCancellable    *cancellable,
                                 GError         **error);
gboolean relance_secrets_clear  (RelanceAccount  *account,
                                 GCancellable    *cancellable,
                                 GError         **error);

G_END_DECLS
