/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-account.h"
#include "relance-book.h"
#include "relance-business.h"

G_BEGIN_DECLS

RelanceBusiness *relance_business_load     (RelanceBook            *book,
                                            GError                **error);
gboolean         relance_business_set      (RelanceBusiness        *business,
                                            const char             *key,
                                            const char             *value,
                                            GError                **error);
gboolean         relance_business_put      (RelanceBook            *book,
                                            const RelanceBusiness  *business,
                                            GError                **error);
gboolean         relance_business_save     (RelanceBook            *book,
                                            const RelanceBusiness  *business,
                                            GError                **error);

char            *relance_accounts_dup_default_folder (RelanceBook  *book);
GPtrArray       *relance_accounts_list     (RelanceBook            *book,
                                            GError                **error);
gboolean         relance_accounts_add      (RelanceBook            *book,
                                            RelanceAccount         *account,
                                            const char             *key,
                                            gboolean                check,
                                            GCancellable           *cancellable,
                                            GError                **error);
gboolean         relance_accounts_check    (RelanceBook            *book,
                                            const char             *id,
                                            GCancellable           *cancellable,
                                            GError                **error);
gboolean         relance_accounts_remove   (RelanceBook            *book,
                                            const char             *id,
                                            GError                **error);
gboolean         relance_accounts_send_test (RelanceBook           *book,
                                            const char             *id,
                                            const char             *to,
                                            GCancellable           *cancellable,
                                            GError                **error);

GPtrArray       *relance_senders_list      (RelanceBook            *book,
                                            GError                **error);
gboolean         relance_senders_add       (RelanceBook            *book,
                                            RelanceSender          *sender,
                                            GError                **error);
gboolean         relance_senders_remove    (RelanceBook            *book,
                                            const char             *reference,
                                            GError                **error);

G_END_DECLS
