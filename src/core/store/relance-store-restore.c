/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-restore.h"

#include "relance-statement.h"
#include "relance-store-backup.h"
#include "relance-store-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

struct _RelanceRestore
{
  char *book; /* the file itself, not a link to it */
  char *copy_path;
  RelanceStore *copy;
  int lock;
};

/* What is refused here was never opened by SQLite, and is left byte for byte as it was. */
static gboolean
check_header (const char *file, GError **error)
{
  switch (relance_store_read_header (file, NULL, error))
    {
    case RELANCE_STORE_HEADER_BOOK:
      return TRUE;
    case RELANCE_STORE_HEADER_ABSENT:
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_MISSING,
                   "there is no such file");
      return FALSE;
    case RELANCE_STORE_HEADER_EMPTY:
    case RELANCE_STORE_HEADER_FOREIGN:
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN,
                   "the file is not a book");
      return FALSE;
    default:
      return FALSE;
    }
}

/* A file with a write-ahead log beside it is open somewhere, or was when its program ended. */
static sqlite3 *
open_source (const char *file, GError **error)
{
  g_autofree char *log = g_strconcat (file, "-wal", NULL);
  sqlite3 *db = NULL;
  int code;

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return relance_backup_open_still (file, error);
  code = sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (code == SQLITE_OK)
    return db;

  relance_store_set_error (db, code, error);
  sqlite3_close_v2 (db);
  return NULL;
}

static gboolean
copy_source (RelanceRestore *self, const char *file, GError **error)
{
  sqlite3 *source = open_source (file, error);
  gboolean done;

  if (source == NULL)
    return FALSE;
  done = relance_backup_write (source, self->copy_path, error) &&
         relance_backup_verify (self->copy_path, TRUE, error);
  sqlite3_close_v2 (source);
  return done;
}

/* The copy is brought to this version before it takes the place of anything. */
static gboolean
open_copy (RelanceRestore *self, GError **error)
{
  g_autoptr (RelanceStatement) statement = NULL;
  gboolean row = FALSE;

  self->copy = relance_store_open_dated (self->copy_path, FALSE, NULL, error);
  if (self->copy == NULL)
    return FALSE;
  statement = relance_store_prepare (self->copy, "foreign-key-check", error);
  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  if (row || relance_store_is_damaged (self->copy))
    g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_DAMAGED,
                 "a row names another that is not there");
  return !row && !relance_store_is_damaged (self->copy);
}

/* The copy as a file that is whole by itself. */
static void
close_copy (RelanceRestore *self)
{
  g_clear_object (&self->copy);
}

/* Copies what is there, byte for byte: nobody can say what of it is still worth something. */
static gboolean
set_aside (RelanceRestore *self, const char *ending, const char *target, GError **error)
{
  g_autofree char *path = g_strconcat (self->book, ending, NULL);
  g_autofree char *target_path = g_strconcat (target, ending, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (target_path);
  g_autoptr (GError) problem = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) ||
      g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &problem))
    return TRUE;

  g_set_error_literal (error, RELANCE_STORE_ERROR,
                       g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
                         ? RELANCE_STORE_ERROR_FULL
                         : RELANCE_STORE_ERROR_READ_ONLY,
                       problem->message);
  return FALSE;
}

/*
 * Pages that contradict each other cannot be written over one by one, so the file makes
 * room for the copy. Its write-ahead log goes first: it must not be taken for the copy's.
 */
static gboolean
replace_file (RelanceRestore *self, RelanceClock *clock, RelanceSnapshot **replaced, GError **error)
{
  static const char *const others[] = { "-wal", "-shm", "-journal" };
  g_autofree char *aside = relance_snapshots_dup_next (self->book, RELANCE_BACKUP_DAMAGED, clock);
  gboolean there = g_file_test (self->book, G_FILE_TEST_EXISTS);

  close_copy (self);
  if (there && (!set_aside (self, "", aside, error) || !set_aside (self, "-wal", aside, error)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_strconcat (self->book, others[i], NULL);

      g_unlink (path);
    }
  if (!relance_backup_rename (self->copy_path, self->book, error))
    return FALSE;
  if (there && replaced != NULL)
    *replaced = relance_snapshot_new (aside);
  return TRUE;
}

/* Other connections, and other programs, see the old pages until they see all the new ones. */
static gboolean
replace_pages (RelanceRestore *self,
               RelanceStore *live,
               RelanceClock *clock,
               RelanceSnapshot **replaced,
               GError **error)
{
  gboolean found = FALSE;

  if (!relance_store_has_content (live, &found, error))
    return FALSE;
  if (found && !relance_backup_add_locked (live->db, self->book, RELANCE_BACKUP_BEFORE_RESTORE,
                                           clock, replaced, error))
    return FALSE;
  return relance_backup_copy_pages (self->copy->db, live->db, error);
}

/**
 * relance_restore_prepare:
 * @book: the book that will be replaced, which need not be there or readable
 * @file: a book: a snapshot, or any other copy
 * @error: what makes @file no book to restore
 *
 * Copies @file, verifies all of the copy and brings it to this version. @file is left as it
 * was, and so is @book.
 */
RelanceRestore *
relance_restore_prepare (const char *book, const char *file, GError **error)
{
  g_autoptr (RelanceRestore) self = g_new0 (RelanceRestore, 1);
  g_autofree char *folder = relance_snapshots_dup_folder (book);

  self->lock = -1;
  self->book = realpath (book, NULL);
  if (self->book == NULL)
    self->book = g_strdup (book);
  self->copy_path = g_build_filename (folder, "restoring.db", NULL);
  if (!check_header (file, error))
    return NULL;
  self->lock = relance_snapshots_lock (book, error);
  if (self->lock < 0 || !copy_source (self, file, error) || !open_copy (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * relance_restore_get_copy:
 *
 * Returns: (transfer none): what will be in the book
 */
RelanceStore *
relance_restore_get_copy (RelanceRestore *self)
{
  return self->copy;
}

/**
 * relance_restore_finish:
 * @live: (nullable): the book that is replaced, open; %NULL when it cannot be opened
 * @clock: dates what is kept
 * @replaced: (out) (optional) (nullable): what the book held, which is kept; %NULL when it
 *   held nothing. A damaged book is kept byte for byte: it cannot be restored.
 *
 * Puts the copy into the book, all of it or nothing. Connections that other programs have to a
 * sound book see its new content with their next question, and are waited for as for any other
 * change. A damaged one is replaced by a new file.
 */
gboolean
relance_restore_finish (RelanceRestore *self,
                        RelanceStore *live,
                        RelanceClock *clock,
                        RelanceSnapshot **replaced,
                        GError **error)
{
  gboolean done;

  if (live != NULL && !relance_store_is_damaged (live))
    done = replace_pages (self, live, clock, replaced, error);
  else
    done = replace_file (self, clock, replaced, error);
  if (done)
    relance_snapshots_prune (self->book);
  return done;
}

void
relance_restore_free (RelanceRestore *self)
{
  close_copy (self);
  if (self->lock >= 0)
    {
      relance_backup_remove (self->copy_path);
      close (self->lock);
    }
  free (self->book);
  g_free (self->copy_path);
  g_free (self);
}
