/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-private.h"

#include "relance-statement.h"
#include "relance-store-backup.h"
#include "relance-store-import-rows.h"
#include "relance-store-resources.h"
#include "relance-text.h"

#include <glib/gstdio.h>
#include <string.h>

/* How long another writer is waited for, in milliseconds. */
#define BUSY_TIMEOUT 5000

/* How often a cancellable is looked at, in steps of SQLite's machine. */
#define PROGRESS_STEPS 2000

/* What may be found under the path, and what becomes of it. */
typedef enum
{
  OPEN_BOOK,    /* a book */
  OPEN_CREATE,  /* a book, or nothing: then one is made */
  OPEN_GROWING, /* nothing that another program knows of: a book that is not durable yet */
} Opening;

G_DEFINE_QUARK (relance - store - error - quark, relance_store_error)

G_DEFINE_FINAL_TYPE (RelanceStore, relance_store, G_TYPE_OBJECT)

static gboolean
check_header (const char *path, Opening opening, gboolean *absent, GError **error)
{
  int version = 0;
  RelanceStoreHeader header = relance_store_read_header (path, &version, error);

  *absent = header == RELANCE_STORE_HEADER_ABSENT;
  switch (header)
    {
    case RELANCE_STORE_HEADER_BOOK:
      if (version <=
          relance_store_last_migration (relance_store_get_resource (), RELANCE_STORE_RESOURCE_ROOT))
        return TRUE;
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_NEWER, "the book has version %d",
                   version);
      return FALSE;
    case RELANCE_STORE_HEADER_ABSENT:
      if (opening != OPEN_BOOK)
        return TRUE;
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_MISSING,
                   "there is no such file");
      return FALSE;
    case RELANCE_STORE_HEADER_EMPTY:
      if (opening != OPEN_BOOK)
        return TRUE;
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN, "the file is empty");
      return FALSE;
    case RELANCE_STORE_HEADER_FOREIGN:
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN,
                   "the file is not a book");
      return FALSE;
    default:
      return FALSE;
    }
}

static void
fold_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, relance_text_fold (text), -1, g_free);
}

/* Whether the first text has every word of the second. */
static void
holds_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *words = (const char *) sqlite3_value_text (values[1]);
  gboolean holds = text != NULL && words != NULL;

  while (holds && *words != '\0')
    {
      gsize length = strcspn (words, " ");

      holds = memmem (text, strlen (text), words, length) != NULL;
      words += length;
      words += strspn (words, " ");
    }
  sqlite3_result_int (context, holds);
}

static int
progress_cb (gpointer user_data)
{
  RelanceStore *self = user_data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static void
harden_connection (RelanceStore *self)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_progress_handler (self->db, PROGRESS_STEPS, progress_cb, self);
  sqlite3_create_function (self->db, "fold", 1,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, fold_cb,
                           NULL, NULL);
  sqlite3_create_function (self->db, "holds", 2,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, holds_cb,
                           NULL, NULL);
  relance_store_register_import_rows (self->db);
}

/*
 * The header on disk is not the last word: a newer one may stand in the
 * write-ahead log, and a journal may take a half-made book back to nothing.
 */
static gboolean
check_version (RelanceStore *self, gboolean create, GError **error)
{
  gint64 application = 0;
  gint64 version = 0;
  int last =
    relance_store_last_migration (relance_store_get_resource (), RELANCE_STORE_RESOURCE_ROOT);

  if (!relance_store_read_pragma (self->db, "application-id", &application, error) ||
      !relance_store_read_pragma (self->db, "user-version", &version, error))
    return FALSE;

  if (application != RELANCE_STORE_APPLICATION_ID && (!create || application != 0 || version != 0))
    {
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN,
                   "the file is not a book");
      return FALSE;
    }
  if (version > last)
    {
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_NEWER, "the book has version %d",
                   (int) version);
      return FALSE;
    }
  return TRUE;
}

/* Damage that shows at once is better met now than in the middle of a piece of work. */
static gboolean
look_at_pages (RelanceStore *self, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "quick-look", error);
  gboolean row;

  return statement != NULL && relance_statement_step (statement, &row, error);
}

static gboolean
run_script (RelanceStore *self, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RELANCE_STORE_RESOURCE_ROOT "/", name, NULL);

  return relance_store_exec_resource (self->db, relance_store_get_resource (), path, error);
}

static gboolean
open_connection (RelanceStore *self, Opening opening, RelanceClock *clock, GError **error)
{
  int code = sqlite3_open_v2 (self->path, &self->db,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                              NULL);

  if (code != SQLITE_OK)
    {
      relance_store_set_error (self->db, code, error);
      return FALSE;
    }
  harden_connection (self);

  /* A book that is refused is left as it is, its write-ahead log too. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!check_version (self, opening != OPEN_BOOK, error))
    return FALSE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  if (sqlite3_db_readonly (self->db, "main") == 1)
    {
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_READ_ONLY,
                   "the file is read-only");
      return FALSE;
    }

  return (opening != OPEN_GROWING || run_script (self, "growing.sql", error)) &&
         relance_store_migrate (self->db, self->path, clock, relance_store_get_resource (),
                                RELANCE_STORE_RESOURCE_ROOT, error) &&
         (opening == OPEN_GROWING || run_script (self, "durable.sql", error)) &&
         run_script (self, "connection.sql", error) && run_script (self, "views.sql", error) &&
         look_at_pages (self, error);
}

static void
close_connection (RelanceStore *self)
{
  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

/* An older book would have to be written to be read, and damage may have left no tables. */
static gboolean
can_be_read (RelanceStore *self)
{
  int last =
    relance_store_last_migration (relance_store_get_resource (), RELANCE_STORE_RESOURCE_ROOT);
  gint64 version = 0;
  gint64 n_missing = 0;

  return check_version (self, FALSE, NULL) &&
         relance_store_read_pragma (self->db, "user-version", &version, NULL) &&
         relance_store_read_pragma (self->db, "missing-tables", &n_missing, NULL) &&
         version == last && n_missing == 0;
}

/*
 * A damaged book is read as far as it goes, and not written any more: a change to pages that
 * contradict each other loses what is still there. SQLite then takes a file that lacks its
 * end, which it refuses otherwise.
 */
static gboolean
open_damaged (RelanceStore *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  close_connection (self);
  if (g_file_test (log, G_FILE_TEST_EXISTS))
    sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  else
    self->db = relance_backup_open_still (self->path, NULL);
  if (self->db == NULL)
    return FALSE;

  harden_connection (self);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
  if (!run_script (self, "views.sql", NULL))
    return FALSE;
  relance_store_mark_damaged (self);
  return can_be_read (self);
}

static gboolean
run_query (RelanceStore *self, const char *name, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, name, error);

  return statement != NULL && relance_statement_run (statement, NULL, error);
}

static void
relance_store_finalize (GObject *object)
{
  RelanceStore *self = RELANCE_STORE (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->figures, relance_kept_figures_unref);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (relance_store_parent_class)->finalize (object);
}

static void
relance_store_class_init (RelanceStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_store_finalize;
}

static void
relance_store_init (RelanceStore *self)
{
  self->statements = relance_statement_new_cache ();
  self->listing.change = -1;
  self->listing.day = RELANCE_DATE_NONE;
}

/* Only what was made here: an empty file may be one that another program is filling. */
static void
remove_empty (const char *path)
{
  if (relance_store_read_header (path, NULL, NULL) == RELANCE_STORE_HEADER_EMPTY)
    g_unlink (path);
}

static RelanceStore *
open_store (const char *path, Opening opening, RelanceClock *clock, GError **error)
{
  g_autoptr (RelanceStore) self = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean absent = FALSE;

  g_return_val_if_fail (path != NULL, NULL);

  if (!check_header (path, opening, &absent, error))
    return NULL;
  if (absent && !relance_store_create_file (path, error))
    return NULL;

  self = g_object_new (RELANCE_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  if (open_connection (self, opening, clock, &problem))
    {
      self->figures = relance_kept_figures_of (self->db, path);
      return g_steal_pointer (&self);
    }
  if (g_error_matches (problem, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_DAMAGED) &&
      open_damaged (self))
    return g_steal_pointer (&self);

  close_connection (self);
  if (absent)
    remove_empty (path);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * relance_store_open:
 *
 * relance_store_open_dated() by the clock of the system.
 */
RelanceStore *
relance_store_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (RelanceClock) clock = relance_clock_new_system ();

  return relance_store_open_dated (path, create, clock, error);
}

/**
 * relance_store_open_dated:
 * @path: a file
 * @create: whether to make the book when there is no such file, or an empty one
 * @clock: (nullable): dates the snapshot that is kept of a book of an earlier version; without
 *   it there is none
 *
 * Opens a book and brings it to this version of the program. A file that is
 * not a book, or that a newer Relance wrote, is left byte for byte as it was.
 * A damaged book is opened to be read only, where anything of it can be read at all; see
 * relance_store_is_damaged().
 *
 * Returns: (transfer full): the store, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceStore *
relance_store_open_dated (const char *path, gboolean create, RelanceClock *clock, GError **error)
{
  return open_store (path, create ? OPEN_CREATE : OPEN_BOOK, clock, error);
}

/**
 * relance_store_open_growing:
 * @path: a file that no other program knows of, empty or not there yet
 * @clock: (nullable): as in relance_store_open_dated()
 *
 * Makes a book that is fast to fill, since each page is written once, and not safe yet: a crash
 * or a power cut may leave half of it. Until relance_store_settle() the file is to be thrown away
 * when its program ends, and must have no name that is looked for.
 *
 * Returns: (transfer full): the store, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceStore *
relance_store_open_growing (const char *path, RelanceClock *clock, GError **error)
{
  return open_store (path, OPEN_GROWING, clock, error);
}

/**
 * relance_store_settle:
 *
 * Brings a book of relance_store_open_growing() to the disk. From then on it is one like any
 * other. Not within a transaction.
 */
gboolean
relance_store_settle (RelanceStore *self, GError **error)
{
  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  g_hash_table_remove_all (self->statements);
  return run_script (self, "durable.sql", error);
}

/**
 * relance_store_is_damaged:
 *
 * Returns: whether SQLite found the file damaged, when it was opened or since. What can be read
 *   is read; whatever would write fails with %RELANCE_STORE_ERROR_DAMAGED.
 */
gboolean
relance_store_is_damaged (RelanceStore *self)
{
  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  return self->damaged;
}

/* From now on nothing is written through this connection. */
void
relance_store_mark_damaged (RelanceStore *self)
{
  if (!self->damaged)
    relance_store_exec_resource (self->db, relance_store_get_resource (),
                                 RELANCE_STORE_RESOURCE_ROOT "/queries/query-only.sql", NULL);
  self->damaged = TRUE;
}

/**
 * relance_store_get_path:
 *
 * Returns: (transfer none): the file, as it was given to relance_store_open()
 */
const char *
relance_store_get_path (RelanceStore *self)
{
  g_return_val_if_fail (RELANCE_IS_STORE (self), NULL);

  return self->path;
}

/**
 * relance_store_release_memory:
 *
 * Gives back what was only kept so as not to read it again: the next readings are slower once.
 */
void
relance_store_release_memory (RelanceStore *self)
{
  g_return_if_fail (RELANCE_IS_STORE (self));

  sqlite3_db_release_memory (self->db);
}

/**
 * relance_store_begin:
 *
 * Starts a transaction and takes the right to write, waiting up to five
 * seconds for another program to be done. Transactions do not nest.
 */
gboolean
relance_store_begin (RelanceStore *self, GError **error)
{
  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  return run_query (self, "begin", error);
}

/**
 * relance_store_commit:
 *
 * Writes the transaction to the disk. When that fails nothing of it is kept.
 */
gboolean
relance_store_commit (RelanceStore *self, GError **error)
{
  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  if (run_query (self, "commit", error))
    return TRUE;

  relance_store_rollback (self);
  return FALSE;
}

/**
 * relance_store_end:
 * @done: whether everything since relance_store_begin() went well
 *
 * Commits, or rolls back: then @error is set already and is left alone.
 *
 * Returns: whether the transaction was written
 */
gboolean
relance_store_end (RelanceStore *self, gboolean done, GError **error)
{
  if (done)
    return relance_store_commit (self, error);

  relance_store_rollback (self);
  return FALSE;
}

/**
 * relance_store_rollback:
 *
 * Forgets the transaction, if there is one. It cannot fail: SQLite itself
 * rolls back what it could not write.
 */
void
relance_store_rollback (RelanceStore *self)
{
  g_return_if_fail (RELANCE_IS_STORE (self));

  if (!sqlite3_get_autocommit (self->db))
    run_query (self, "rollback", NULL);
}

/**
 * relance_store_get_data_version:
 *
 * Returns: a number that is another one once the book has changed, by this
 *   connection or by any other; 0 when the book cannot be read
 */
gint64
relance_store_get_data_version (RelanceStore *self)
{
  g_autoptr (RelanceStatement) statement = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (RELANCE_IS_STORE (self), 0);

  statement = relance_store_prepare (self, "data-version", NULL);
  if (statement == NULL || !relance_statement_step (statement, &row, NULL) || !row)
    return 0;

  return (relance_statement_get_int (statement, 0) << 32) +
         (sqlite3_total_changes64 (self->db) & G_MAXUINT32);
}

/**
 * relance_store_interrupt:
 *
 * Stops what runs now with %RELANCE_STORE_ERROR_INTERRUPTED. The one function
 * of the store that another thread may call.
 */
void
relance_store_interrupt (RelanceStore *self)
{
  g_return_if_fail (RELANCE_IS_STORE (self));

  sqlite3_interrupt (self->db);
}

/**
 * relance_store_set_cancellable:
 * @cancellable: (nullable): what stops the statements that run from now on
 *
 * Once @cancellable is cancelled every long statement fails with
 * %RELANCE_STORE_ERROR_INTERRUPTED, until it is replaced. Begin, commit and
 * rollback are too short to be stopped.
 */
void
relance_store_set_cancellable (RelanceStore *self, GCancellable *cancellable)
{
  g_return_if_fail (RELANCE_IS_STORE (self));

  g_set_object (&self->cancellable, cancellable);
}

/**
 * relance_store_dup_engine:
 *
 * Returns: (transfer full): what holds a book, and its version, for a report of a fault
 */
char *
relance_store_dup_engine (void)
{
  return g_strconcat ("SQLite ", sqlite3_libversion (), NULL);
}
