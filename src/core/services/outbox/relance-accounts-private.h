/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-accounts.h"
#include "relance-mailer.h"

G_BEGIN_DECLS

RelanceRoute *relance_accounts_open_route (RelanceBook     *book,
                                           RelanceAccount  *account,
                                           GCancellable    *cancellable,
                                           GError         **error);
gboolean      relance_accounts_note       (RelanceBook           *book,
                                           RelanceAccount        *account,
                                           const RelanceOutcome  *outcome,
                                           GError               **error);

G_END_DECLS
