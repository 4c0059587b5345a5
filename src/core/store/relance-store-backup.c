/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-backup.h"

#include "relance-statement.h"
#include "relance-store-private.h"
#include "relance-store-resources.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail (int reason, GError **error)
{
  g_set_error_literal (error, RELANCE_STORE_ERROR,
                       reason == ENOSPC || reason == EDQUOT ? RELANCE_STORE_ERROR_FULL
                                                            : RELANCE_STORE_ERROR_READ_ONLY,
                       g_strerror (reason));
  return FALSE;
}

/* A name is on the disk once its folder is. */
static gboolean
sync_folder (const char *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    close (fd);
  return done || fail (reason, error);
}

/* Every row that the check answers is a finding, but for "ok". */
static gboolean
check_pages (sqlite3 *db, const char *query, GError **error)
{
  g_autofree char *path =
    g_strconcat (RELANCE_STORE_RESOURCE_ROOT "/queries/", query, ".sql", NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (relance_store_get_resource (), path, 0, NULL);
  sqlite3_stmt *statement = NULL;
  int code;

  g_assert (sql != NULL);
  code = sqlite3_prepare_v2 (db, g_bytes_get_data (sql, NULL), -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    relance_store_set_error (db, code, error);
  else if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
    {
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_DAMAGED, "%s",
                   sqlite3_column_text (statement, 0));
      code = SQLITE_CORRUPT;
    }
  sqlite3_finalize (statement);
  return code == SQLITE_ROW;
}

static gboolean
check_identity (sqlite3 *db, GError **error)
{
  int last =
    relance_store_last_migration (relance_store_get_resource (), RELANCE_STORE_RESOURCE_ROOT);
  gint64 application = 0;
  gint64 version = 0;
  gint64 n_missing = 0;

  if (!relance_store_read_pragma (db, "application-id", &application, error) ||
      !relance_store_read_pragma (db, "user-version", &version, error) ||
      !relance_store_read_pragma (db, "missing-tables", &n_missing, error))
    return FALSE;
  if (application == RELANCE_STORE_APPLICATION_ID && version > last)
    {
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_NEWER, "the book has version %d",
                   (int) version);
      return FALSE;
    }
  if (application == RELANCE_STORE_APPLICATION_ID && version > 0 && n_missing == 0)
    return TRUE;

  g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN, "the file is not a book");
  return FALSE;
}

/* Whoever reads or restores the copy sees when the book that it copies was last written. */
static gboolean
set_stamp (const char *file, gint64 stamp, GError **error)
{
  const struct timespec when = { .tv_sec = stamp / 1000000000, .tv_nsec = stamp % 1000000000 };
  const struct timespec times[] = { when, when };

  return utimensat (AT_FDCWD, file, times, 0) == 0 || fail (errno, error);
}

/* Copies every page of @from into @to, in one transaction of @to. */
gboolean
relance_backup_copy_pages (sqlite3 *from, sqlite3 *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int stepped, finished;

  if (backup == NULL)
    {
      relance_store_set_error (to, sqlite3_errcode (to), error);
      return FALSE;
    }
  stepped = sqlite3_backup_step (backup, -1);
  finished = sqlite3_backup_finish (backup);
  if (stepped == SQLITE_DONE && finished == SQLITE_OK)
    return TRUE;

  /* A lock that was not had is no error of the connection, so its message says nothing of it. */
  relance_store_set_error (finished == SQLITE_OK ? NULL : to,
                           finished == SQLITE_OK ? stepped : finished, error);
  return FALSE;
}

/* Removes a copy with what SQLite keeps beside it, the journal first: it belongs to no other. */
void
relance_backup_remove (const char *file)
{
  static const char *const endings[] = { "-journal", "-wal", "-shm", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (file, endings[i], NULL);

      g_unlink (path);
    }
}

/* Writes @from to a new file, on the disk and whole; else there is none. */
gboolean
relance_backup_write (sqlite3 *from, const char *file, GError **error)
{
  sqlite3 *to = NULL;
  gboolean done;
  int code;

  relance_backup_remove (file);
  if (!relance_store_create_file (file, error))
    return FALSE;
  code = sqlite3_open_v2 (file, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  sqlite3_extended_result_codes (to, 1);
  if (code != SQLITE_OK)
    relance_store_set_error (to, code, error);
  done = code == SQLITE_OK && relance_backup_copy_pages (from, to, error);
  sqlite3_close_v2 (to);
  if (done && relance_backup_verify (file, FALSE, error))
    return TRUE;

  relance_backup_remove (file);
  return FALSE;
}

/* Gives a file that is on the disk its name, of which nobody ever sees half. */
gboolean
relance_backup_rename (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) != 0)
    return fail (errno, error);
  return sync_folder (to, error);
}

/*
 * Opens a file that nobody writes in. SQLite then keeps nothing beside it, and needs no right
 * to do so: a copy may lie where nothing can be written.
 */
sqlite3 *
relance_backup_open_still (const char *file, GError **error)
{
  g_autofree char *path = g_canonicalize_filename (file, NULL);
  g_autofree char *start = g_filename_to_uri (path, NULL, error);
  g_autofree char *uri = start != NULL ? g_strconcat (start, "?immutable=1", NULL) : NULL;
  sqlite3 *db = NULL;
  int code;

  if (uri == NULL)
    return NULL;
  code = sqlite3_open_v2 (
    uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
    NULL);
  if (code == SQLITE_OK)
    return db;

  relance_store_set_error (db, code, error);
  sqlite3_close_v2 (db);
  return NULL;
}

/* Whether a copy is a book that this program reads, its pages sound; @thorough: its indexes too. */
gboolean
relance_backup_verify (const char *file, gboolean thorough, GError **error)
{
  sqlite3 *db = relance_backup_open_still (file, error);
  gboolean done;

  if (db == NULL)
    return FALSE;
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  done = check_identity (db, error) &&
         check_pages (db, thorough ? "integrity-check" : "quick-check", error);
  sqlite3_close_v2 (db);
  return done;
}

/* relance_backup_add() while the folder of the snapshots is locked by us. */
gboolean
relance_backup_add_locked (sqlite3 *from,
                           const char *book,
                           RelanceBackupReason reason,
                           RelanceClock *clock,
                           RelanceSnapshot **snapshot,
                           GError **error)
{
  g_autofree char *folder = relance_snapshots_dup_folder (book);
  g_autofree char *unfinished = g_build_filename (folder, "unfinished.db", NULL);
  g_autofree char *path = relance_snapshots_dup_next (book, reason, clock);
  gint64 stamp;

  /* What stands in the log comes into the file now, so that closing the book changes nothing. */
  if (reason == RELANCE_BACKUP_DAILY || reason == RELANCE_BACKUP_MANUAL)
    sqlite3_wal_checkpoint_v2 (from, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  stamp = relance_snapshots_get_stamp (book);
  if (!relance_backup_write (from, unfinished, error))
    return FALSE;
  if (!set_stamp (unfinished, stamp, error) || !relance_backup_rename (unfinished, path, error))
    {
      relance_backup_remove (unfinished);
      return FALSE;
    }
  relance_snapshots_prune (book);
  if (snapshot != NULL)
    *snapshot = relance_snapshot_new (path);
  return TRUE;
}

/* Keeps a copy of @from, which is the book @book, and lets go of those that it replaces. */
gboolean
relance_backup_add (sqlite3 *from,
                    const char *book,
                    RelanceBackupReason reason,
                    RelanceClock *clock,
                    RelanceSnapshot **snapshot,
                    GError **error)
{
  int lock = relance_snapshots_lock (book, error);
  gboolean done;

  if (lock < 0)
    return FALSE;
  done = relance_backup_add_locked (from, book, reason, clock, snapshot, error);
  close (lock);
  return done;
}

/**
 * relance_store_is_book_or_absent:
 *
 * Returns: whether @file is a book of any version, or not there at all
 */
gboolean
relance_store_is_book_or_absent (const char *file)
{
  RelanceStoreHeader header = relance_store_read_header (file, NULL, NULL);

  return header == RELANCE_STORE_HEADER_ABSENT || header == RELANCE_STORE_HEADER_BOOK;
}

/**
 * relance_store_has_content:
 * @found: (out): whether anybody ever put anything into the book
 */
gboolean
relance_store_has_content (RelanceStore *self, gboolean *found, GError **error)
{
  g_autoptr (RelanceStatement) statement = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  statement = relance_store_prepare (self, "has-content", error);
  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  *found = row && relance_statement_get_int (statement, 0) != 0;
  return TRUE;
}

/**
 * relance_store_is_backed_up:
 *
 * Returns: whether the book was not written since one of its snapshots was made. A book that
 *   only looks as if it had been has one snapshot more, never one less.
 */
gboolean
relance_store_is_backed_up (RelanceStore *self)
{
  g_autoptr (GPtrArray) snapshots = NULL;
  gint64 stamp;

  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  snapshots = relance_snapshots_list (self->path);
  stamp = relance_snapshots_get_stamp (self->path);
  for (guint i = 0; i < snapshots->len; i++)
    if (((RelanceSnapshot *) snapshots->pdata[i])->stamp == stamp)
      return TRUE;
  return FALSE;
}

/**
 * relance_store_back_up:
 * @clock: says the date in the name
 * @snapshot: (out) (optional): what was made
 * @error: %RELANCE_STORE_ERROR_DAMAGED when the copy is not sound, hence the book is not
 *
 * Keeps a snapshot of the book as it is between two transactions, whoever else has it open,
 * and removes those that it replaces. A snapshot gets its name when it is on the disk and was
 * verified; until then, or when it fails, the older ones are as they were.
 */
gboolean
relance_store_back_up (RelanceStore *self,
                       RelanceBackupReason reason,
                       RelanceClock *clock,
                       RelanceSnapshot **snapshot,
                       GError **error)
{
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  if (relance_backup_add (self->db, self->path, reason, clock, snapshot, &problem))
    return TRUE;
  if (g_error_matches (problem, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_DAMAGED))
    relance_store_mark_damaged (self);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * relance_store_copy_to:
 * @file: replaced when it is there
 *
 * Writes a copy of the book: all of it and verified, or nothing.
 */
gboolean
relance_store_copy_to (RelanceStore *self, const char *file, GError **error)
{
  g_autofree char *unfinished = g_strconcat (file, ".XXXXXX", NULL);
  int fd;

  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  fd = g_mkstemp_full (unfinished, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (errno, error);
  close (fd);
  if (relance_backup_write (self->db, unfinished, error) &&
      relance_backup_rename (unfinished, file, error))
    return TRUE;

  relance_backup_remove (unfinished);
  return FALSE;
}
