/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-store-snapshots.h"

G_BEGIN_DECLS

/* Snapshots of the book. Nothing is kept of one that is empty, and nothing of the sample. */
gboolean         relance_backups_daily        (RelanceBook          *book,
                                               GError              **error);
gboolean         relance_backups_before       (RelanceBook          *book,
                                               RelanceBackupReason   reason,
                                               GError              **error);
RelanceSnapshot *relance_backups_make         (RelanceBook          *book,
                                               GError              **error);
gboolean         relance_backups_save_copy    (RelanceBook          *book,
                                               const char           *file,
                                               GError              **error);
GPtrArray       *relance_backups_list         (const char           *path);
RelanceSnapshot *relance_backups_find_newest  (const char           *path);
gboolean         relance_backups_restore      (const char           *path,
                                               const char           *file,
                                               RelanceClock         *clock,
                                               RelanceSnapshot     **replaced,
                                               GError              **error);
void             relance_backups_restore_async (const char          *path,
                                               const char           *file,
                                               RelanceClock         *clock,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
RelanceSnapshot *relance_backups_restore_finish (GAsyncResult       *result,
                                               GError              **error);
const char      *relance_backups_get_words    (RelanceBackupReason   reason);

G_END_DECLS
