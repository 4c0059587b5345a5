/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-clock.h"
#include "relance-store.h"

G_BEGIN_DECLS

/* Why a copy of a book was kept. The last one is no snapshot: what a restore found damaged. */
typedef enum
{
  RELANCE_BACKUP_DAILY = 1,
  RELANCE_BACKUP_MANUAL,
  RELANCE_BACKUP_BEFORE_IMPORT,
  RELANCE_BACKUP_BEFORE_MIGRATION,
  RELANCE_BACKUP_BEFORE_RESTORE,
  RELANCE_BACKUP_DAMAGED,
} RelanceBackupReason;

/**
 * RelanceSnapshot:
 * @at: UTC seconds, to the minute
 * @number: which of those of its minute, from 1
 * @size: in bytes
 * @stamp: when the book that it copies was last written, in nanoseconds
 *
 * A copy of a book in the folder of its snapshots. Its name is its date, its time, its number
 * and its reason: "2026-11-24-1000-1-daily.db".
 */
typedef struct
{
  char                *path;
  RelanceBackupReason  reason;
  gint64               at;
  int                  number;
  gint64               size;
  gint64               stamp;
} RelanceSnapshot;

char            *relance_snapshots_dup_folder (const char          *book);
GPtrArray       *relance_snapshots_list       (const char          *book);
int              relance_snapshots_lock       (const char          *book,
                                               GError             **error);
char            *relance_snapshots_dup_next   (const char          *book,
                                               RelanceBackupReason  reason,
                                               RelanceClock        *clock);
void             relance_snapshots_prune      (const char          *book);
gint64           relance_snapshots_get_stamp  (const char          *book);
RelanceSnapshot *relance_snapshot_new         (const char          *path);
void             relance_snapshot_free        (RelanceSnapshot     *self);
const char      *relance_backup_reason_get_word (RelanceBackupReason  reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceSnapshot, relance_snapshot_free)

G_END_DECLS
