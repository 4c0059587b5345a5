/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-statement.h"
#include "relance-store-changes.h"
#include "relance-store-clients.h"
#include "relance-store-private.h"
#include "relance-store-settings.h"
#include "test-migrations.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("relance-store-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "book.db", NULL);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  remove_folder (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static guint
count_files (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static RelanceStore *
open_book (Place *place)
{
  g_autoptr (GError) error = NULL;
  RelanceStore *store = relance_store_open (place->path, TRUE, &error);

  g_assert_no_error (error);
  return store;
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Refused with @code, whether it may be created or not, and left byte for byte as it was. */
static void
assert_refused (Place *place, RelanceStoreError code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size, after_size;
  guint n_files = count_files (place);

  g_assert_true (g_file_get_contents (place->path, &before, &before_size, NULL));
  for (int create = 0; create <= 1; create++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (relance_store_open (place->path, create, &error));
      g_assert_error (error, RELANCE_STORE_ERROR, (int) code);
    }
  g_assert_true (g_file_get_contents (place->path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
  g_assert_cmpuint (count_files (place), ==, n_files);
}

static void
test_created (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceStore) store = NULL;
  GStatBuf status;

  g_assert_null (relance_store_open (place->path, FALSE, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_MISSING);
  g_assert_cmpuint (count_files (place), ==, 0);

  store = open_book (place);
  g_assert_cmpstr (relance_store_get_path (store), ==, place->path);
  g_assert_cmpint (g_stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_clear_object (&store);
  g_assert_cmpuint (count_files (place), ==, 1);

  g_clear_error (&error);
  store = relance_store_open (place->path, FALSE, &error);
  g_assert_no_error (error);
}

/* Where the header says how the file is written: 1 with a journal, 2 with a log
 * (https://www.sqlite.org/fileformat2.html section 1.3.3). */
static int
read_write_version (Place *place)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (place->path, &content, NULL, NULL));
  return content[18];
}

static void
test_growing (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceStore) store = relance_store_open_growing (place->path, NULL, &error);
  g_autofree char *value = NULL;
  g_autofree char *lost = NULL;

  g_assert_no_error (error);
  g_assert_true (relance_store_set_setting (store, "key", "kept", NULL));
  g_assert_true (relance_store_begin (store, NULL));
  g_assert_true (relance_store_set_setting (store, "other", "taken back", NULL));
  relance_store_rollback (store);
  g_assert_cmpuint (count_files (place), ==, 1);
  g_assert_cmpint (read_write_version (place), ==, 1);

  g_assert_true (relance_store_settle (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_write_version (place), ==, 2);
  g_clear_object (&store);
  g_assert_cmpuint (count_files (place), ==, 1);

  store = relance_store_open (place->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (relance_store_get_setting (store, "key", &value, NULL));
  g_assert_cmpstr (value, ==, "kept");
  g_assert_true (relance_store_get_setting (store, "other", &lost, NULL));
  g_assert_null (lost);
}

static void
test_foreign_files (Place *place, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  const char *const contents[] = {
    "hello",
    "SQLite format 3",
    "Num\xc3\xa9ro;Client;Montant\nF-1;Client;12\nF-2;Client;12\nF-3;Client;12\nF-4;Client;12\n",
    long_text,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (place->path, contents[i], -1, NULL));
      assert_refused (place, RELANCE_STORE_ERROR_FOREIGN);
    }
}

static void
test_foreign_databases (Place *place, gconstpointer data)
{
  static const char *const scripts[] = {
    "CREATE TABLE t (x); INSERT INTO t VALUES (1)",
    "PRAGMA application_id = 42; CREATE TABLE t (x)",
    "PRAGMA journal_mode = WAL; CREATE TABLE client (x)",
    "VACUUM",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_unlink (place->path);
      run_sql (place->path, scripts[i]);
      assert_refused (place, RELANCE_STORE_ERROR_FOREIGN);
    }
}

static void
test_folder_is_no_book (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (relance_store_open (place->folder, FALSE, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN);
}

static void
test_empty_file (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceStore) store = NULL;

  g_assert_true (g_file_set_contents (place->path, "", 0, NULL));
  g_assert_null (relance_store_open (place->path, FALSE, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN);
  g_assert_cmpuint (count_files (place), ==, 1);
  store = open_book (place);
}

static void
test_newer_book (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) store = open_book (place);

  g_clear_object (&store);
  run_sql (place->path, "PRAGMA user_version = 999");
  assert_refused (place, RELANCE_STORE_ERROR_NEWER);
}

/* The version of a book whose last writer was killed stands in the write-ahead log only. */
static void
test_newer_book_in_the_log (Place *place, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (place->folder, "copy.db", NULL);
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *after = NULL;
  g_autoptr (RelanceStore) store = open_book (place);
  g_autoptr (GError) error = NULL;
  gsize size, after_size;

  g_clear_object (&store);
  store = open_book (place);
  sqlite3_exec (store->db, "PRAGMA user_version = 999", NULL, NULL, NULL);
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, size, NULL));
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (log, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 0);
  g_assert_true (g_file_set_contents (copy_log, bytes, size, NULL));

  g_assert_null (relance_store_open (copy, FALSE, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_NEWER);
  g_assert_true (g_file_get_contents (copy_log, &after, &after_size, NULL));
  g_assert_cmpmem (bytes, size, after, after_size);
}

static void
test_damaged_book (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) store = open_book (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  g_clear_object (&store);
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  memset (bytes + 100, 0xA5, size - 100);
  g_assert_true (g_file_set_contents (place->path, bytes, size, NULL));
  g_assert_null (relance_store_open (place->path, FALSE, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_DAMAGED);
}

static gint64
count_rows (RelanceStore *store)
{
  sqlite3_stmt *statement = NULL;
  gint64 count;

  g_assert_cmpint (
    sqlite3_prepare_v2 (store->db, "SELECT count(*) FROM client", -1, &statement, NULL), ==,
    SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

static gboolean
add_clients (RelanceStore *store, int n_clients, GError **error)
{
  g_autoptr (RelanceClient)
    client = relance_client_new ("A client with a name that takes some room");
  gint64 change, id;

  if (!relance_store_add_change (store, 1, RELANCE_CHANGE_IMPORT, "file.csv", 0, 0, &change, error))
    return FALSE;
  for (int i = 0; i < n_clients; i++)
    if (!relance_store_add_client (store, client, change, &id, error))
      return FALSE;
  return TRUE;
}

/* The book may hardly grow any more: the writes fail as they do on a full disk. */
static void
test_full_book (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) store = open_book (place);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  sqlite3_exec (store->db, "PRAGMA max_page_count = 60", NULL, NULL, NULL);
  g_assert_true (relance_store_begin (store, &error));
  g_assert_false (relance_store_end (store, add_clients (store, 10000, &error), &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FULL);

  g_clear_error (&error);
  g_assert_cmpint (count_rows (store), ==, 0);
  g_assert_true (relance_store_check_file (store, findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);
}

/* No file of this process may grow beyond a limit: a commit fails half-way through its writing. */
static void
test_full_disk (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) store = open_book (place);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  gboolean done;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 300 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (relance_store_begin (store, &error));
  done = relance_store_end (store, add_clients (store, 10000, &error), &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (done);
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpint (count_rows (store), ==, 0);
  g_clear_object (&store);
  store = relance_store_open (place->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (store), ==, 0);
  g_assert_true (relance_store_check_file (store, findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_two_connections (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) one = open_book (place);
  g_autoptr (RelanceStore) other = open_book (place);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  gint64 own = relance_store_get_data_version (one);
  gint64 theirs = relance_store_get_data_version (other);

  g_assert_true (relance_store_set_setting (one, "key", "1", &error));
  g_assert_cmpint (relance_store_get_data_version (one), !=, own);
  g_assert_cmpint (relance_store_get_data_version (other), !=, theirs);
  g_assert_cmpint (relance_store_get_data_version (other), ==,
                   relance_store_get_data_version (other));

  g_assert_true (relance_store_begin (one, &error));
  g_assert_true (relance_store_set_setting (one, "key", "2", &error));
  sqlite3_busy_timeout (other->db, 0);
  g_assert_false (relance_store_begin (other, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (relance_store_get_setting (other, "key", &value, &error));
  g_assert_cmpstr (value, ==, "1");
  g_assert_true (relance_store_commit (one, &error));
  g_assert_true (relance_store_begin (other, &error));
  relance_store_rollback (other);
}

static void
test_rollback (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) store = open_book (place);
  g_autofree char *value = NULL;

  relance_store_rollback (store);
  g_assert_true (relance_store_begin (store, NULL));
  g_assert_true (relance_store_set_setting (store, "key", "1", NULL));
  relance_store_rollback (store);
  g_assert_true (relance_store_get_setting (store, "key", &value, NULL));
  g_assert_null (value);
}

static void
test_cancelled (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) store = open_book (place);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = NULL;

  g_assert_true (relance_store_begin (store, NULL));
  g_assert_true (relance_store_end (store, add_clients (store, 2000, NULL), NULL));
  relance_store_set_cancellable (store, cancellable);
  clients = relance_store_list_clients (store, "nobody", -1, 0, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (relance_store_list_clients (store, "nobody", -1, 0, &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_INTERRUPTED);
}

static void
test_append_only (Place *place, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE change SET detail = ''",
    "DELETE FROM change",
    "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
    "INSERT INTO invoice VALUES (1, 77, 'x', '2026-01-01', 'EUR', 1, NULL, 1, NULL)",
  };
  g_autoptr (RelanceStore) store = open_book (place);
  g_autoptr (GError) error = NULL;

  g_assert_true (add_clients (store, 1, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_test_message ("%s", statements[i]);
      g_assert_cmpint (sqlite3_exec (store->db, statements[i], NULL, NULL, NULL), !=, SQLITE_OK);
    }
}

static int
read_version (RelanceStore *store)
{
  gint64 version = 0;

  g_assert_true (relance_store_read_pragma (store->db, "user-version", &version, NULL));
  return (int) version;
}

static void
test_migrations (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) store = open_book (place);
  int version = read_version (store);
  g_autoptr (RelanceClock) clock = relance_clock_new_fixed (relance_date_new (2026, 11, 24), 600);
  g_autofree char *copy =
    g_build_filename (place->folder, "book.db.backups/2026-11-24-1000-1-before-migration.db", NULL);
  g_autoptr (RelanceStore) kept = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (relance_store_set_setting (store, "key", "kept", NULL));
  g_assert_true (relance_store_migrate (store->db, place->path, clock,
                                        test_migrations_get_resource (), "/test/migrations/good",
                                        &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_version (store), ==, 9003);
  g_assert_cmpint (sqlite3_exec (store->db, "SELECT * FROM colour, shape", NULL, NULL, NULL), ==,
                   SQLITE_OK);

  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  kept = relance_store_open (copy, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_version (kept), ==, version);
  g_assert_true (relance_store_get_setting (kept, "key", &value, NULL));
  g_assert_cmpstr (value, ==, "kept");
}

static void
test_migration_that_fails (Place *place, gconstpointer data)
{
  g_autoptr (RelanceStore) store = open_book (place);
  int version = read_version (store);
  g_autoptr (RelanceClock) clock = relance_clock_new_system ();
  g_autoptr (GError) error = NULL;

  g_assert_false (relance_store_migrate (store->db, place->path, clock,
                                         test_migrations_get_resource (), "/test/migrations/broken",
                                         &error));
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FAILED);
  g_assert_cmpint (read_version (store), ==, version);
  g_assert_cmpint (sqlite3_exec (store->db, "SELECT name FROM colour", NULL, NULL, NULL), !=,
                   SQLITE_OK);
}

#define BOOK_OF_ANOTHER "RELANCE_TEST_BOOK"

/* Not a test: the other program of test_another_program(). */
static void
look_into_book (void)
{
  g_autoptr (RelanceStore) store = NULL;

  if (!g_test_subprocess ())
    return;
  store = relance_store_open (g_getenv (BOOK_OF_ANOTHER), FALSE, NULL);
  g_assert_nonnull (store);
}

/* The write-ahead log stays while anybody has the book open, and what is written into it is kept. */
static void
test_another_program (Place *place, gconstpointer data)
{
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autoptr (RelanceStore) first = open_book (place);
  g_autoptr (RelanceStore) second = open_book (place);
  g_autofree char *value = NULL;

  g_assert_true (relance_store_set_setting (first, "key", "before", NULL));
  g_setenv (BOOK_OF_ANOTHER, place->path, TRUE);
  g_test_trap_subprocess ("/store/store/look/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));

  g_assert_true (relance_store_set_setting (first, "key", "after", NULL));
  g_assert_true (relance_store_get_setting (second, "key", &value, NULL));
  g_assert_cmpstr (value, ==, "after");
}

static void
add (const char *name, void (*test) (Place *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/store/", name, NULL);

  g_test_add (path, Place, NULL, place_set_up, test, place_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("created", test_created);
  add ("growing", test_growing);
  add ("another-program", test_another_program);
  g_test_add_func ("/store/store/look/subprocess", look_into_book);
  add ("foreign-files", test_foreign_files);
  add ("foreign-databases", test_foreign_databases);
  add ("folder-is-no-book", test_folder_is_no_book);
  add ("empty-file", test_empty_file);
  add ("newer-book", test_newer_book);
  add ("newer-book-in-the-log", test_newer_book_in_the_log);
  add ("damaged-book", test_damaged_book);
  add ("full-book", test_full_book);
  add ("full-disk", test_full_disk);
  add ("two-connections", test_two_connections);
  add ("rollback", test_rollback);
  add ("cancelled", test_cancelled);
  add ("append-only", test_append_only);
  add ("migrations", test_migrations);
  add ("migration-that-fails", test_migration_that_fails);

  return g_test_run ();
}
