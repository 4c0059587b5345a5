/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-backups.h"

#include "relance-outbox-private.h"
#include "relance-store-messages.h"
#include "relance-store-restore.h"
#include "relance-store-settings.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct
{
  char *path;
  char *file;
  RelanceClock *clock;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order->file);
  g_clear_object (&order->clock);
  g_free (order);
}

static gboolean
is_store_error (const GError *error, RelanceStoreError code)
{
  return g_error_matches (error, RELANCE_STORE_ERROR, (int) code);
}

/* What has snapshots was a book once, whatever became of its first bytes. */
static gboolean
can_be_replaced (const char *path, const GError *error)
{
  g_autoptr (GPtrArray) snapshots = relance_snapshots_list (path);

  return is_store_error (error, RELANCE_STORE_ERROR_MISSING) ||
         is_store_error (error, RELANCE_STORE_ERROR_DAMAGED) ||
         (is_store_error (error, RELANCE_STORE_ERROR_FOREIGN) && snapshots->len > 0);
}

/* *@book stays %NULL for a book that is not there, or that cannot be read any more. */
static gboolean
open_replaced (const char *path, RelanceClock *clock, RelanceBook **book, GError **error)
{
  g_autoptr (GError) problem = NULL;

  *book = relance_book_open (path, FALSE, clock, &problem);
  if (*book != NULL || can_be_replaced (path, problem))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The sample never sends, and is made anew: neither takes the place of the other. */
static gboolean
check_sample (RelanceBook *book, RelanceStore *copy, GError **error)
{
  g_autofree char *mark = NULL;

  if (!relance_store_get_setting (copy, "sample", &mark, error))
    return FALSE;
  if (g_strcmp0 (mark, "1") != 0 && (book == NULL || !relance_book_is_sample (book)))
    return TRUE;
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("The sample book cannot be restored, nor take the place of another. "
                          "Nothing was changed."));
  return FALSE;
}

/* Whether the book that is replaced shows that @message was not tried since the copy was made. */
static gboolean
has_stayed (RelanceStore *replaced, RelanceMessage *message)
{
  g_autoptr (RelanceMessage) now = NULL;

  return replaced != NULL && relance_store_get_message (replaced, message->id, &now, NULL) &&
         now != NULL && now->state == message->state && now->tries == message->tries;
}

static gboolean
doubt_message (RelanceStore *copy, RelanceStore *replaced, const char *id, GError **error)
{
  g_autoptr (RelanceMessage) message = NULL;
  RelanceMessageState state;

  if (!relance_store_get_message (copy, id, &message, error))
    return FALSE;
  if (has_stayed (replaced, message))
    return TRUE;
  state = message->state;
  relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "restored", 0);
  return relance_store_move_message (copy, message, state, NULL, error);
}

static gboolean
doubt_messages (RelanceStore *copy,
                RelanceStore *replaced,
                RelanceMessageState state,
                GError **error)
{
  g_autoptr (GPtrArray) ids = relance_store_list_in_state (copy, state, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!doubt_message (copy, replaced, ids->pdata[i], error))
      return FALSE;
  return ids != NULL;
}

/*
 * What waited to leave when the copy was made may have left since. It must not leave twice, so
 * unless the book that is replaced knows better, its fate is unknown: the provider is asked,
 * else the user.
 */
static gboolean
keep_from_sending_twice (RelanceStore *copy, RelanceBook *book, GError **error)
{
  RelanceStore *replaced = book != NULL ? relance_book_get_store (book) : NULL;

  return doubt_messages (copy, replaced, RELANCE_MESSAGE_APPROVED, error) &&
         doubt_messages (copy, replaced, RELANCE_MESSAGE_WAITING, error);
}

static gboolean
replace (RelanceBook *book,
         const char *path,
         const char *file,
         RelanceClock *clock,
         RelanceSnapshot **replaced,
         GError **error)
{
  g_autoptr (RelanceRestore) restore = relance_restore_prepare (path, file, error);
  RelanceStore *copy;

  if (restore == NULL)
    return FALSE;
  copy = relance_restore_get_copy (restore);
  return check_sample (book, copy, error) && keep_from_sending_twice (copy, book, error) &&
         relance_restore_finish (restore, book != NULL ? relance_book_get_store (book) : NULL,
                                 clock, replaced, error);
}

/**
 * relance_backups_find_newest:
 * @path: a book, which need not be readable
 *
 * Returns: (transfer full) (nullable): the newest snapshot that can be restored
 */
RelanceSnapshot *
relance_backups_find_newest (const char *path)
{
  g_autoptr (GPtrArray) snapshots = relance_snapshots_list (path);

  for (guint i = 0; i < snapshots->len; i++)
    {
      RelanceSnapshot *snapshot = snapshots->pdata[i];

      if (snapshot->reason != RELANCE_BACKUP_DAMAGED)
        return relance_snapshot_new (snapshot->path);
    }
  return NULL;
}

/**
 * relance_backups_restore:
 * @path: the book, which need not be there or readable
 * @file: a snapshot or any other copy of a book, of this version or an earlier one
 * @clock: dates what is kept of the book that is replaced
 * @replaced: (out) (optional) (nullable): what the book held, kept as a snapshot
 * @error: %RELANCE_SERVICE_ERROR_BUSY while another program sends; what is wrong with @file, as
 *   an error of %RELANCE_STORE_ERROR; nothing has changed then
 *
 * Puts what @file holds in the place of all that the book holds. @file is verified before, and
 * stays as it is. Programs that have the book open go on with its new content. A message that
 * may have left since is not sent again.
 */
gboolean
relance_backups_restore (const char *path,
                         const char *file,
                         RelanceClock *clock,
                         RelanceSnapshot **replaced,
                         GError **error)
{
  g_autoptr (RelanceBook) book = NULL;
  gboolean damaged;
  gboolean done;
  int lock = -1;

  if (replaced != NULL)
    *replaced = NULL;
  if (!open_replaced (path, clock, &book, error))
    return FALSE;
  damaged = book == NULL || relance_store_is_damaged (relance_book_get_store (book));
  if (!damaged && (lock = relance_outbox_lock (book, error)) < 0)
    return FALSE;
  done = replace (book, path, file, clock, replaced, error);
  if (lock >= 0)
    close (lock);
  return done;
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  RelanceSnapshot *replaced = NULL;
  GError *error = NULL;

  if (relance_backups_restore (order->path, order->file, order->clock, &replaced, &error))
    g_task_return_pointer (task, replaced, (GDestroyNotify) relance_snapshot_free);
  else
    g_task_return_error (task, error);
}

/**
 * relance_backups_restore_async:
 *
 * relance_backups_restore() on a thread of its own, with a connection of its own: the book may
 * be one that nobody can open.
 */
void
relance_backups_restore_async (const char *path,
                               const char *file,
                               RelanceClock *clock,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->file = g_strdup (file);
  order->clock = g_object_ref (clock);
  g_task_set_source_tag (task, relance_backups_restore_async);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, restore_in_thread);
}

/**
 * relance_backups_restore_finish:
 * @error: what went wrong; without it %NULL is no failure
 *
 * Returns: (transfer full) (nullable): what the book held, %NULL when it held nothing
 */
RelanceSnapshot *
relance_backups_restore_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
