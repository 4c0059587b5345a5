/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "failing-vfs.h"
#include "relance-check.h"
#include "relance-import.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define TODAY "2026-11-24"
#define N_INVOICES 60

static GBytes *
make_file (void)
{
  GString *text = g_string_new ("number;client;issued;due;total;amount paid;paid on;currency\n");

  for (int i = 0; i < N_INVOICES; i++)
    g_string_append_printf (text,
                            "F-%d;Client %d Exemple;2026-09-01;2026-10-01;10,00;4,00;"
                            "2026-09-15;EUR\n",
                            i, i);
  return g_string_free_to_bytes (text);
}

static gboolean
import (RelanceBook *book)
{
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GBytes) bytes = make_file ();
  gint64 change;

  return relance_import_read_bytes (import, book, "a.csv", bytes, NULL, NULL) &&
         relance_import_apply (import, book, NULL, &change, NULL);
}

/* Opened anew, as after a crash: all of the file or nothing of it, and nothing to complain of. */
static void
assert_promise (BookFixture *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->book);
  self->book = book_fixture_open (self->path, TODAY);
  g_assert_true (relance_check (self->book, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  clients = relance_clients_list (self->book, NULL, -1, &error);
  g_assert_no_error (error);
  g_assert_true (clients->len == 1 || clients->len == 1 + N_INVOICES);
}

static void
import_killed (BookFixture *self, guint nth)
{
  pid_t child;
  int status;

  g_clear_object (&self->book);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (RelanceBook) book = book_fixture_open (self->path, TODAY);

      failing_vfs_arm (nth, FAILING_VFS_KILL);
      import (book);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static guint
count_writes (void)
{
  BookFixture self = { 0 };
  guint n_writes;

  book_fixture_set_up (&self, TODAY);
  book_fixture_add_client (&self, "First Sample");
  failing_vfs_arm (G_MAXUINT, FAILING_VFS_ONCE);
  g_assert_true (import (self.book));
  n_writes = failing_vfs_disarm ();
  assert_promise (&self);
  book_fixture_tear_down (&self);
  return n_writes;
}

static void
try_write (guint nth, FailingVfsMode mode)
{
  BookFixture self = { 0 };

  book_fixture_set_up (&self, TODAY);
  book_fixture_add_client (&self, "First Sample");
  if (mode == FAILING_VFS_KILL)
    import_killed (&self, nth);
  else
    {
      failing_vfs_arm (nth, mode);
      import (self.book);
      g_assert_cmpuint (failing_vfs_disarm (), >=, nth);
    }
  assert_promise (&self);
  g_assert_true (import (self.book));
  book_fixture_tear_down (&self);
}

static void
test_every_write (void)
{
  guint n_writes = count_writes ();

  g_test_message ("%u writes", n_writes);
  g_assert_cmpuint (n_writes, >, 20);
  for (FailingVfsMode mode = FAILING_VFS_ONCE; mode < FAILING_VFS_N_MODES; mode++)
    for (guint nth = 1; nth <= n_writes; nth = failing_vfs_next (nth, n_writes))
      try_write (nth, mode);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();
  g_test_add_func ("/services/import-faults/every-write", test_every_write);

  return g_test_run ();
}
