/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-backups.h"

#include "relance-store-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
is_worth_keeping (RelanceBook *book, gboolean *worth, GError **error)
{
  *worth = FALSE;
  return relance_book_is_sample (book) ||
         relance_store_has_content (relance_book_get_store (book), worth, error);
}

static gboolean
is_of_today (const RelanceSnapshot *snapshot, RelanceBook *book)
{
  return snapshot->reason == RELANCE_BACKUP_DAILY &&
         relance_clock_to_date (snapshot->at, NULL) == relance_book_get_today (book);
}

static gboolean
has_one_of_today (RelanceBook *book)
{
  g_autoptr (GPtrArray)
    snapshots = relance_snapshots_list (relance_store_get_path (relance_book_get_store (book)));

  for (guint i = 0; i < snapshots->len; i++)
    if (is_of_today (snapshots->pdata[i], book))
      return TRUE;
  return FALSE;
}

static gboolean
keep (RelanceBook *book, RelanceBackupReason reason, RelanceSnapshot **snapshot, GError **error)
{
  return relance_store_back_up (relance_book_get_store (book), reason,
                                relance_book_get_clock (book), snapshot, error);
}

/* By whatever names they are called. */
static gboolean
is_same_file (const char *one, const char *other)
{
  GStatBuf first, second;

  return g_stat (one, &first) == 0 && g_stat (other, &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
  return FALSE;
}

/* A copy replaces an earlier copy and nothing else; one that is open keeps a log beside it. */
static gboolean
check_target (const char *book, const char *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *log = g_strconcat (file, "-wal", NULL);

  if (is_same_file (book, file))
    return refuse (error, _ ("This is the book itself. Nothing was written; choose another name "
                             "for the copy."));
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return refuse (error, _ ("There is no such folder. Nothing was written; choose another one for "
                             "the copy."));
  if (!relance_store_is_book_or_absent (file))
    return refuse (error, _ ("Something else is there already, and was left as it was. Choose "
                             "another name for the copy."));
  if (g_file_test (log, G_FILE_TEST_EXISTS))
    return refuse (error, _ ("A book that is open is there already, and was left as it was. Choose "
                             "another name for the copy."));
  return TRUE;
}

/**
 * relance_backups_daily:
 *
 * Keeps a snapshot, unless there is one of today already or nothing was written in the book
 * since the last one of any kind. Called when a program opens the book and before it writes:
 * what a day did is kept when the next one begins.
 *
 * Returns: %FALSE with an error of %RELANCE_STORE_ERROR when it could not be kept
 */
gboolean
relance_backups_daily (RelanceBook *book, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gboolean worth;

  if (relance_store_is_damaged (store))
    return TRUE;
  if (!is_worth_keeping (book, &worth, error))
    return FALSE;
  if (!worth || has_one_of_today (book) || relance_store_is_backed_up (store))
    return TRUE;
  return keep (book, RELANCE_BACKUP_DAILY, NULL, error);
}

/**
 * relance_backups_before:
 * @reason: what is about to happen to the book
 *
 * Keeps a snapshot of the book as it is. Call it outside of a transaction; when it fails, what
 * was about to happen should not. An empty book costs nothing.
 *
 * Returns: %FALSE with an error of %RELANCE_STORE_ERROR
 */
gboolean
relance_backups_before (RelanceBook *book, RelanceBackupReason reason, GError **error)
{
  gboolean worth;

  return is_worth_keeping (book, &worth, error) && (!worth || keep (book, reason, NULL, error));
}

/**
 * relance_backups_make:
 *
 * Keeps a snapshot because somebody asked for it.
 *
 * Returns: (transfer full): the snapshot
 */
RelanceSnapshot *
relance_backups_make (RelanceBook *book, GError **error)
{
  RelanceSnapshot *snapshot = NULL;

  if (relance_book_is_sample (book))
    {
      refuse (error, _ ("The sample book is not backed up: it is made anew every day."));
      return NULL;
    }
  return keep (book, RELANCE_BACKUP_MANUAL, &snapshot, error) ? snapshot : NULL;
}

/**
 * relance_backups_save_copy:
 * @file: anywhere; an earlier copy is replaced, any other file is not
 *
 * Writes a copy of the book, all of it and verified, or nothing.
 */
gboolean
relance_backups_save_copy (RelanceBook *book, const char *file, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  return check_target (relance_store_get_path (store), file, error) &&
         relance_store_copy_to (store, file, error);
}

/**
 * relance_backups_list:
 * @path: a book, which need not be readable
 *
 * Returns: (transfer full) (element-type RelanceSnapshot): what is kept of it, the newest first
 */
GPtrArray *
relance_backups_list (const char *path)
{
  return relance_snapshots_list (path);
}

/**
 * relance_backups_get_words:
 *
 * Returns: why a snapshot was kept, in the user's language
 */
const char *
relance_backups_get_words (RelanceBackupReason reason)
{
  switch (reason)
    {
    case RELANCE_BACKUP_MANUAL:
      return _ ("When you asked for it");
    case RELANCE_BACKUP_BEFORE_IMPORT:
      return _ ("Before an import");
    case RELANCE_BACKUP_BEFORE_MIGRATION:
      return _ ("Before an update of Relance");
    case RELANCE_BACKUP_BEFORE_RESTORE:
      return _ ("Before a snapshot was restored");
    case RELANCE_BACKUP_DAMAGED:
      return _ ("The damaged book, as it was found");
    case RELANCE_BACKUP_DAILY:
    default:
      return C_ ("snapshot", "Daily");
    }
}
