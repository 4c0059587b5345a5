/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store-snapshots.h"

G_BEGIN_DECLS

gboolean relance_store_is_book_or_absent (const char     *file);
gboolean relance_store_has_content  (RelanceStore         *self,
                                     gboolean             *found,
                                     GError              **error);
gboolean relance_store_is_backed_up (RelanceStore         *self);
gboolean relance_store_back_up      (RelanceStore         *self,
                                     RelanceBackupReason   reason,
                                     RelanceClock         *clock,
                                     RelanceSnapshot     **snapshot,
                                     GError              **error);
gboolean relance_store_copy_to      (RelanceStore         *self,
                                     const char           *file,
                                     GError              **error);

/* Of the store's own: the same without a store around the connection. */
gboolean relance_backup_copy_pages  (sqlite3              *from,
                                     sqlite3              *to,
                                     GError              **error);
gboolean relance_backup_write       (sqlite3              *from,
                                     const char           *file,
                                     GError              **error);
gboolean relance_backup_rename      (const char           *from,
                                     const char           *to,
                                     GError              **error);
gboolean relance_backup_verify      (const char           *file,
                                     gboolean              thorough,
                                     GError              **error);
gboolean relance_backup_add         (sqlite3              *from,
                                     const char           *book,
                                     RelanceBackupReason   reason,
                                     RelanceClock         *clock,
                                     RelanceSnapshot     **snapshot,
                                     GError              **error);
gboolean relance_backup_add_locked  (sqlite3              *from,
                                     const char           *book,
                                     RelanceBackupReason   reason,
                                     RelanceClock         *clock,
                                     RelanceSnapshot     **snapshot,
                                     GError              **error);
sqlite3 *relance_backup_open_still  (const char           *file,
                                     GError              **error);
void     relance_backup_remove      (const char           *file);

G_END_DECLS
