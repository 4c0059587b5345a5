/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "failing-vfs.h"
#include "relance-store-backup.h"
#include "relance-store-private.h"
#include "relance-store-restore.h"
#include "relance-store-settings.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A book that says "before", a copy of one that says "after", and a snapshot of each. */
typedef struct
{
  char *folder;
  char *book;
  char *copy;
  RelanceClock *clock;
} Place;

/* What is tried at every write. @after: what the book may say then, beside "before". */
typedef struct
{
  const char *name;
  gboolean (*run) (Place *place, GError **error);
  const char *after;
  const char *start; /* the fixture that the book is, or NULL */
} Trial;

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

static RelanceStore *
open_store (Place *place, const char *path)
{
  g_autoptr (GError) error = NULL;
  RelanceStore *store = relance_store_open_dated (path, TRUE, place->clock, &error);

  g_assert_no_error (error);
  return store;
}

static void
write_word (Place *place, const char *path, const char *word)
{
  g_autoptr (RelanceStore) store = open_store (place, path);
  g_autofree char *bulk = g_strnfill (20000, *word);
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_store_set_setting (store, "bulk", bulk, &error));
  g_assert_true (relance_store_set_setting (store, "word", word, &error));
  g_assert_no_error (error);
}

static char *
read_word (RelanceStore *store)
{
  g_autoptr (GError) error = NULL;
  char *word = NULL;

  g_assert_true (relance_store_get_setting (store, "word", &word, &error));
  g_assert_no_error (error);
  return word;
}

static void
place_set_up (Place *place)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("relance-backup-XXXXXX", &error);
  g_assert_no_error (error);
  place->book = g_build_filename (place->folder, "book.db", NULL);
  place->copy = g_build_filename (place->folder, "copy.db", NULL);
  place->clock = relance_clock_new_fixed (relance_date_new (2026, 11, 24), 10 * 60);
}

static void
place_tear_down (Place *place)
{
  remove_folder (place->folder);
  g_clear_object (&place->clock);
  g_free (place->book);
  g_free (place->copy);
  g_free (place->folder);
}

/* The files that every trial starts from, made once. */
static void
put_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
put_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_mkdir (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        put_folder (source, target);
      else
        put_file (source, target);
    }
}

static guint
count_sound_snapshots (Place *place)
{
  g_autoptr (GPtrArray) snapshots = relance_snapshots_list (place->book);

  for (guint i = 0; i < snapshots->len; i++)
    {
      const RelanceSnapshot *snapshot = snapshots->pdata[i];
      g_autoptr (GError) error = NULL;

      relance_backup_verify (snapshot->path, TRUE, &error);
      g_assert_no_error (error);
    }
  return snapshots->len;
}

/* The promise: a book that is the one before or the one after, and sound snapshots. */
static void
assert_promise (Place *place, const Trial *trial)
{
  g_autoptr (RelanceStore) store = open_store (place, place->book);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *word = read_word (store);
  gboolean found = FALSE;

  g_assert_false (relance_store_is_damaged (store));
  g_assert_true (relance_store_has_content (store, &found, &error) && found);
  g_assert_true (g_strcmp0 (word, "before") == 0 || g_strcmp0 (word, trial->after) == 0);
  g_assert_true (relance_store_check_file (store, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (count_sound_snapshots (place), >=, 1);
}

static gboolean
make_snapshot (Place *place, GError **error)
{
  g_autoptr (RelanceStore)
    store = relance_store_open_dated (place->book, FALSE, place->clock, error);

  return store != NULL &&
         relance_store_back_up (store, RELANCE_BACKUP_MANUAL, place->clock, NULL, error);
}

static gboolean
save_copy (Place *place, GError **error)
{
  g_autoptr (RelanceStore)
    store = relance_store_open_dated (place->book, FALSE, place->clock, error);

  return store != NULL && relance_store_copy_to (store, place->copy, error);
}

static gboolean
restore (Place *place, GError **error)
{
  g_autoptr (RelanceStore)
    store = relance_store_open_dated (place->book, FALSE, place->clock, error);
  g_autoptr (RelanceRestore) self = NULL;

  if (store != NULL)
    self = relance_restore_prepare (place->book, place->copy, error);
  return self != NULL && relance_restore_finish (self, store, place->clock, NULL, error);
}

static gboolean
restore_as_file (Place *place, GError **error)
{
  g_autoptr (RelanceRestore) self = relance_restore_prepare (place->book, place->copy, error);

  return self != NULL && relance_restore_finish (self, NULL, place->clock, NULL, error);
}

static gboolean
migrate (Place *place, GError **error)
{
  g_autoptr (RelanceStore)
    store = relance_store_open_dated (place->book, FALSE, place->clock, error);

  return store != NULL;
}

static void
prepare (Place *place, const Trial *trial)
{
  g_autofree char *old = NULL;

  place_set_up (place);
  write_word (place, place->book, "before");
  write_word (place, place->copy, "after");
  g_assert_true (make_snapshot (place, NULL));
  if (trial->start == NULL)
    return;
  old =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/fixtures/books", trial->start, NULL);
  put_file (old, place->book);
}

static void
run_failing (Place *place, const Trial *trial, guint nth, FailingVfsMode mode)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  failing_vfs_arm (nth, mode);
  done = trial->run (place, &error);
  g_assert_cmpuint (failing_vfs_disarm (), >=, nth);
  g_assert_true (done || error != NULL);
}

static void
run_killed (Place *place, const Trial *trial, guint nth)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      failing_vfs_arm (nth, FAILING_VFS_KILL);
      trial->run (place, NULL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

static void
try_write (const Trial *trial, const char *start, guint nth, FailingVfsMode mode)
{
  Place place = { 0 };

  place_set_up (&place);
  put_folder (start, place.folder);
  if (mode == FAILING_VFS_KILL)
    run_killed (&place, trial, nth);
  else
    run_failing (&place, trial, nth, mode);
  assert_promise (&place, trial);
  /* What was interrupted works when it is asked for again. */
  g_assert_true (trial->run (&place, NULL));
  place_tear_down (&place);
}

static guint
count_writes (const Trial *trial, const char *start)
{
  Place place = { 0 };
  guint n_writes;

  place_set_up (&place);
  put_folder (start, place.folder);
  failing_vfs_arm (G_MAXUINT, FAILING_VFS_ONCE);
  g_assert_true (trial->run (&place, NULL));
  n_writes = failing_vfs_disarm ();
  place_tear_down (&place);
  return n_writes;
}

static void
test_every_write (gconstpointer data)
{
  const Trial *trial = data;
  Place start = { 0 };
  guint n_writes;

  prepare (&start, trial);
  n_writes = count_writes (trial, start.folder);
  g_test_message ("%s: %u writes", trial->name, n_writes);
  g_assert_cmpuint (n_writes, >, 10);
  for (FailingVfsMode mode = FAILING_VFS_ONCE; mode < FAILING_VFS_N_MODES; mode++)
    for (guint nth = 1; nth <= n_writes; nth = failing_vfs_next (nth, n_writes))
      try_write (trial, start.folder, nth, mode);
  place_tear_down (&start);
}

/* A disk that is full says so, and leaves no half of a copy anywhere. */
static void
test_full_disk (void)
{
  static const Trial trial = { "full", make_snapshot, "before", NULL };
  Place place = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *unfinished = NULL;
  g_autoptr (GError) error = NULL;

  prepare (&place, &trial);
  failing_vfs_arm (5, FAILING_VFS_FULL);
  g_assert_false (save_copy (&place, &error));
  failing_vfs_disarm ();
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FULL);
  g_clear_error (&error);

  failing_vfs_arm (5, FAILING_VFS_FULL);
  g_assert_false (make_snapshot (&place, &error));
  failing_vfs_disarm ();
  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FULL);
  folder = relance_snapshots_dup_folder (place.book);
  unfinished = g_build_filename (folder, "unfinished.db", NULL);
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_sound_snapshots (&place), ==, 1);
  place_tear_down (&place);
}

static void
free_trial (gpointer data)
{
  Trial *trial = data;

  g_free ((char *) trial->name);
  g_free (trial);
}

/* Of every book that an earlier version left. */
static void
add_migrations (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/fixtures/books", NULL);
  g_autoptr (GDir) books = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (books)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      {
        g_autofree char *test = g_strconcat ("/store/backup/every-write/migration/", name, NULL);
        Trial *trial = g_new0 (Trial, 1);

        trial->name = trial->start = g_strdup (name);
        trial->run = migrate;
        g_test_add_data_func_full (test, trial, test_every_write, free_trial);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  static const Trial trials[] = {
    { "snapshot", make_snapshot, "before", NULL },
    { "copy", save_copy, "before", NULL },
    { "restore", restore, "after", NULL },
    { "restore-as-file", restore_as_file, "after", NULL },
  };

  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();

  for (gsize i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      g_autofree char *path = g_strconcat ("/store/backup/every-write/", trials[i].name, NULL);

      g_test_add_data_func (path, &trials[i], test_every_write);
    }
  add_migrations ();
  g_test_add_func ("/store/backup/full-disk", test_full_disk);

  return g_test_run ();
}
