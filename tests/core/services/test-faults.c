/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "failing-vfs.h"
#include "relance-backups.h"
#include "relance-check.h"
#include "relance-documents.h"
#include "relance-export.h"
#include "relance-import.h"
#include "relance-payments.h"
#include "relance-purge.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TODAY "2026-11-24"
#define N_INVOICES 60

/* What is tried at every write: whatever happens, the book is the one before or the one after. */
typedef struct
{
  const char *name;
  void (*prepare) (BookFixture *self);
  gboolean (*run) (BookFixture *self);
} Trial;

/* An export and a snapshot of another book, for the trials that read one back. */
static char *own_export;
static RelanceSnapshot *snapshot;

static gboolean
import_bytes (RelanceBook *book, const char *text)
{
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  gint64 change;

  return relance_import_read_bytes (import, book, "a.csv", bytes, NULL, NULL) &&
         relance_import_apply (import, book, NULL, &change, NULL);
}

/* With payments; some rows correct what the book has when they are imported again with @total. */
static gboolean
import_invoices (RelanceBook *book, int total)
{
  g_autoptr (GString)
    text = g_string_new ("number;client;issued;due;total;amount paid;paid on;currency\n");

  for (int i = 0; i < N_INVOICES; i++)
    g_string_append_printf (
      text, "F-%d;Client %d Exemple;2026-08-01;2026-09-01;%d,00;4,00;2026-08-15;EUR\n", i, i / 3,
      i % 2 == 0 ? 10 : total);
  return import_bytes (book, text->str);
}

static gboolean
import_new (BookFixture *self)
{
  return import_invoices (self->book, 10);
}

static gboolean
import_corrections (BookFixture *self)
{
  return import_invoices (self->book, 12);
}

static gboolean
import_own (BookFixture *self)
{
  g_autoptr (RelanceImport) import = relance_import_new ();
  gint64 change;

  return relance_import_read (import, self->book, own_export, NULL, NULL) &&
         relance_import_apply (import, self->book, NULL, &change, NULL);
}

static gboolean
restore (BookFixture *self)
{
  return relance_backups_restore (self->path, snapshot->path, relance_book_get_clock (self->book),
                                  NULL, NULL);
}

static gboolean
undo (BookFixture *self)
{
  g_autofree char *detail = NULL;
  RelanceChangeKind kind;
  gint64 change;

  return relance_changes_get_last (self->book, &change, &kind, &detail, NULL) && change != 0 &&
         relance_changes_undo (self->book, change, NULL);
}

static gboolean
erase (BookFixture *self)
{
  return relance_clients_erase (self->book, 1, NULL);
}

static gboolean
purge (BookFixture *self)
{
  gboolean more = TRUE;

  while (more)
    if (!relance_purge_step (self->book, &more, NULL))
      return FALSE;
  return TRUE;
}

static void
add_one (BookFixture *self)
{
  book_fixture_add_client (self, "First Sample");
}

static void
add_invoices (BookFixture *self)
{
  g_assert_true (import_invoices (self->book, 10));
}

static void
attach (BookFixture *self, gint64 invoice)
{
  g_autofree char *text = g_strnfill (20000, 'x');
  g_autoptr (GBytes) content = NULL;

  memcpy (text, "%PDF-", 5);
  content = g_bytes_new (text, strlen (text));
  g_assert_cmpint (
    relance_documents_add (self->book, invoice, "a.pdf", "application/pdf", content, NULL, NULL),
    !=, 0);
}

/* Clients, an invoice with a document and a payment were removed so long ago that they may go. */
static void
remove_long_ago (BookFixture *self)
{
  static const char *const days[] = { "2026-09-02", "2026-09-03", "2026-11-20", "2026-11-21" };

  g_clear_object (&self->book);
  self->book = book_fixture_open (self->path, "2026-09-01");
  add_invoices (self);
  attach (self, 1);
  g_assert_true (relance_invoices_write_off (self->book, 1, relance_date_parse_iso ("2026-08-31"),
                                             "gone", NULL, NULL));
  for (gint64 client = 1; client <= 5; client++)
    g_assert_true (relance_clients_remove (self->book, client, NULL, NULL));
  g_assert_true (relance_invoices_remove (self->book, 20, NULL, NULL));
  g_assert_true (relance_payments_remove (self->book, 40, NULL, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_clear_object (&self->book);
      self->book = book_fixture_open (self->path, days[i]);
      book_fixture_add_client (self, days[i]);
    }
  g_clear_object (&self->book);
  self->book = book_fixture_open (self->path, TODAY);
}

static int
add_row (gpointer text, int n, char **values, char **names)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s=%s ", names[i], values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (text, '\n');
  return 0;
}

/* All that counts in the book. */
static char *
dump (const char *path)
{
  static const char *const queries[] = {
    "SELECT * FROM client WHERE removed_by IS NULL",
    "SELECT * FROM contact WHERE removed_by IS NULL",
    "SELECT * FROM invoice_state",
    "SELECT * FROM instalment_state",
    "SELECT * FROM payment WHERE removed_by IS NULL AND kind <> 'write-off'",
    "SELECT * FROM attachment WHERE removed_by IS NULL",
    "SELECT * FROM message",
    "SELECT count(*) FROM change",
  };
  GString *text = g_string_new (NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    g_assert_cmpint (sqlite3_exec (db, queries[i], add_row, text, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return g_string_free_and_steal (text);
}

/* Opened anew, as after a crash, with nothing to complain of. */
static void
assert_promise (BookFixture *self, const char *before, const char *after)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;

  g_clear_object (&self->book);
  self->book = book_fixture_open (self->path, TODAY);
  g_assert_true (relance_check (self->book, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  now = dump (self->path);
  if (strcmp (now, before) != 0)
    g_assert_cmpstr (now, ==, after);
}

static void
run_killed (BookFixture *self, const Trial *trial, guint nth)
{
  pid_t child;
  int status;

  g_clear_object (&self->book);
  child = fork ();
  if (child == 0)
    {
      self->book = book_fixture_open (self->path, TODAY);
      failing_vfs_arm (nth, FAILING_VFS_KILL);
      trial->run (self);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

/* Every trial starts from the same file. */
static void
set_up (BookFixture *self, const char *start)
{
  g_autofree char *content = NULL;
  gsize size;

  book_fixture_set_up (self, TODAY);
  g_clear_object (&self->book);
  g_assert_true (g_file_get_contents (start, &content, &size, NULL));
  g_assert_true (g_file_set_contents (self->path, content, (gssize) size, NULL));
  self->book = book_fixture_open (self->path, TODAY);
}

static guint
count_writes (const Trial *trial, const char *start, char **before, char **after)
{
  BookFixture self = { 0 };
  guint n_writes;

  set_up (&self, start);
  *before = dump (self.path);
  failing_vfs_arm (G_MAXUINT, FAILING_VFS_ONCE);
  g_assert_true (trial->run (&self));
  n_writes = failing_vfs_disarm ();
  *after = dump (self.path);
  assert_promise (&self, *after, *after);
  book_fixture_tear_down (&self);
  return n_writes;
}

static void
try_write (const Trial *trial,
           const char *start,
           guint nth,
           FailingVfsMode mode,
           const char *before,
           const char *after)
{
  BookFixture self = { 0 };

  set_up (&self, start);
  if (mode == FAILING_VFS_KILL)
    run_killed (&self, trial, nth);
  else
    {
      failing_vfs_arm (nth, mode);
      trial->run (&self);
      g_assert_cmpuint (failing_vfs_disarm (), >=, nth);
    }
  assert_promise (&self, before, after);
  /* What was interrupted works when it is asked for again. */
  if (trial->run != undo)
    g_assert_true (trial->run (&self));
  book_fixture_tear_down (&self);
}

static void
test_every_write (gconstpointer data)
{
  const Trial *trial = data;
  BookFixture start = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_writes;

  book_fixture_set_up (&start, TODAY);
  trial->prepare (&start);
  g_clear_object (&start.book);
  n_writes = count_writes (trial, start.path, &before, &after);
  g_test_message ("%s: %u writes", trial->name, n_writes);
  g_assert_cmpuint (n_writes, >, 10);
  for (FailingVfsMode mode = FAILING_VFS_ONCE; mode < FAILING_VFS_N_MODES; mode++)
    for (guint nth = 1; nth <= n_writes; nth = failing_vfs_next (nth, n_writes))
      try_write (trial, start.path, nth, mode, before, after);
  book_fixture_tear_down (&start);
}

static gboolean
grow (BookFixture *self, const char *path)
{
  g_autoptr (RelanceBook)
    book = relance_book_open_growing (path, relance_book_get_clock (self->book), NULL);

  return book != NULL && import_invoices (book, 10) && relance_book_settle (book, NULL);
}

/* A book that grows is all there once it is said to have settled; before, it is thrown away. */
static void
test_growing (void)
{
  BookFixture self = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;
  guint n_writes;

  book_fixture_set_up (&self, TODAY);
  path = g_build_filename (self.folder, "growing.db", NULL);
  failing_vfs_arm (G_MAXUINT, FAILING_VFS_ONCE);
  g_assert_true (grow (&self, path));
  n_writes = failing_vfs_disarm ();
  g_assert_cmpuint (n_writes, >, 10);
  whole = dump (path);
  g_assert_nonnull (strstr (whole, "number=F-59 "));

  for (FailingVfsMode mode = FAILING_VFS_ONCE; mode <= FAILING_VFS_FULL; mode++)
    for (guint nth = 1; nth <= n_writes; nth = failing_vfs_next (nth, n_writes))
      {
        g_autofree char *name = g_strdup_printf ("growing-%d-%u.db", mode, nth);
        g_autofree char *other = g_build_filename (self.folder, name, NULL);
        gboolean grown;

        failing_vfs_arm (nth, mode);
        grown = grow (&self, other);
        g_assert_cmpuint (failing_vfs_disarm (), >=, nth);
        if (grown)
          {
            g_autofree char *now = dump (other);

            g_assert_cmpstr (now, ==, whole);
          }
      }
  book_fixture_tear_down (&self);
}

static void
export_and_keep (BookFixture *self)
{
  RelanceExportOrder order = { .form = RELANCE_EXPORT_FOLDER };
  RelanceExportCounts counts;

  book_fixture_set_up (self, TODAY);
  add_invoices (self);
  attach (self, 1);
  own_export = g_build_filename (self->folder, "Out", NULL);
  order.path = own_export;
  g_assert_true (relance_export_write (self->book, &order, &counts, NULL, NULL));
  snapshot = relance_backups_make (self->book, NULL);
  g_assert_nonnull (snapshot);
}

int
main (int argc, char **argv)
{
  static const Trial trials[] = {
    { "import", add_one, import_new },
    { "import-corrections", add_invoices, import_corrections },
    { "import-export", add_one, import_own },
    { "restore", add_one, restore },
    { "undo", add_invoices, undo },
    { "erase", add_invoices, erase },
    { "purge", remove_long_ago, purge },
  };
  BookFixture exported = { 0 };
  int result;

  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();
  export_and_keep (&exported);
  for (gsize i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      g_autofree char *path = g_strconcat ("/services/faults/", trials[i].name, NULL);

      g_test_add_data_func (path, &trials[i], test_every_write);
    }
  g_test_add_func ("/services/faults/growing", test_growing);
  result = g_test_run ();
  book_fixture_tear_down (&exported);
  relance_snapshot_free (snapshot);
  g_free (own_export);

  return result;
}
