/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "failing-output.h"
#include "relance-check.h"
#include "relance-documents.h"
#include "relance-export.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TODAY "2026-11-24"
#define N_INVOICES 2000

static void
fill (BookFixture *self)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("%PDF-1.7", 8);
  gint64 client = 0, invoice = 0;

  book_fixture_set_up (self, TODAY);
  for (int i = 0; i < N_INVOICES; i++)
    {
      g_autofree char *number = g_strdup_printf ("F-%d", i);

      if (i % 100 == 0)
        client = book_fixture_add_client (self, number);
      invoice =
        book_fixture_add_invoice (self, client, number, 1000, "EUR", "2026-08-01", "2026-08-31");
    }
  book_fixture_add_payment (self, invoice, 500, "2026-08-15");
  g_assert_cmpint (
    relance_documents_add (self->book, invoice, "a.pdf", "application/pdf", content, NULL, NULL),
    !=, 0);
}

static gboolean export (BookFixture *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  RelanceExportOrder order = { .path = path, .replace = TRUE };
  RelanceExportCounts counts;

  order.form = relance_export_guess_form (path);
  return relance_export_write (self->book, &order, &counts, NULL, error);
}

static void
add_digest (GString *text, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *content = NULL;
  g_autofree char *sum = NULL;
  const char *entry;
  gsize size;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (entry));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    add_digest (text, path, names->pdata[i]);
  if (dir != NULL || !g_file_get_contents (path, &content, &size, NULL))
    return;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size);
  g_string_append_printf (text, "%s %s\n", name, sum);
}

/* What is there, of a file or of a folder; "" when there is nothing. */
static char *
digest (BookFixture *self, const char *name)
{
  GString *text = g_string_new (NULL);

  add_digest (text, self->folder, name);
  return g_string_free_and_steal (text);
}

/* Whatever an export left behind when it failed. */
static guint
count_drafts (BookFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, ".relance-export-");
  return n;
}

static void
assert_clean (BookFixture *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (relance_check (self->book, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
export_failing (BookFixture *self,
                const char *name,
                guint nth,
                FailingOutputMode mode,
                const char *before,
                const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  guint n_drafts = count_drafts (self);
  gboolean done;

  failing_output_arm (nth, mode);
  done = export (self, name, &error);
  g_assert_cmpuint (failing_output_disarm (), >=, nth);
  g_assert_true (done == (error == NULL));
  now = digest (self, name);
  g_assert_cmpstr (now, ==, done ? after : before);
  g_assert_cmpuint (count_drafts (self), ==, n_drafts);
}

static void
export_killed (BookFixture *self,
               const char *name,
               guint nth,
               const char *before,
               const char *after)
{
  pid_t child = fork ();
  g_autofree char *now = NULL;
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      failing_output_arm (nth, FAILING_OUTPUT_KILL);
      export (self, name, NULL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  now = digest (self, name);
  if (strcmp (now, before) != 0)
    g_assert_cmpstr (now, ==, after);
}

static void
remove_all (BookFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    book_fixture_remove_folder (path);
  else
    g_unlink (path);
}

/* As deep as an export is. */
static void
copy_all (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  g_autofree char *content = NULL;
  const char *name;
  gsize size;

  if (dir == NULL)
    {
      g_assert_true (g_file_get_contents (from, &content, &size, NULL));
      g_assert_true (g_file_set_contents (to, content, (gssize) size, NULL));
      return;
    }
  g_mkdir (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      copy_all (source, target);
    }
}

static guint
count_steps (BookFixture *self, const char *name)
{
  failing_output_arm (G_MAXUINT, FAILING_OUTPUT_ONCE);
  g_assert_true (export (self, name, NULL));
  return failing_output_disarm ();
}

/* The place holds nothing, or the export of another time. */
static void
prepare_place (BookFixture *self, const char *name, const char *earlier)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *kept = earlier ? g_build_filename (self->folder, earlier, NULL) : NULL;

  remove_all (self, name);
  if (kept != NULL)
    copy_all (kept, path);
}

/* @earlier: what is at that place before, or %NULL. */
static void
try_all (BookFixture *self, const char *name, const char *earlier)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_steps;

  prepare_place (self, name, earlier);
  before = digest (self, name);
  n_steps = count_steps (self, name);
  after = digest (self, name);
  g_assert_cmpstr (before, !=, after);
  g_test_message ("%s: %u steps", name, n_steps);
  g_assert_cmpuint (n_steps, >=, 3);
  for (guint nth = 1; nth <= n_steps; nth++)
    for (FailingOutputMode mode = FAILING_OUTPUT_ONCE; mode < FAILING_OUTPUT_N_MODES; mode++)
      {
        prepare_place (self, name, earlier);
        if (mode == FAILING_OUTPUT_KILL)
          export_killed (self, name, nth, before, after);
        else
          export_failing (self, name, nth, mode, before, after);
      }
  assert_clean (self);
}

static void
test_every_step (gconstpointer name)
{
  g_autofree char *earlier = g_strconcat ("earlier-", name, NULL);
  BookFixture self = { 0 };

  fill (&self);
  g_assert_true (export (&self, earlier, NULL));
  book_fixture_add_invoice (&self, book_fixture_add_client (&self, "Later Sample"), "G-1", 1000,
                            "EUR", "2026-08-01", "2026-08-31");
  try_all (&self, name, NULL);
  try_all (&self, name, earlier);
  book_fixture_tear_down (&self);
}

/* A full disk is said in words. */
static void
test_full_disk (void)
{
  BookFixture self = { 0 };
  g_autoptr (GError) error = NULL;

  book_fixture_set_up (&self, TODAY);
  book_fixture_add_client (&self, "Sample");
  failing_output_arm (1, FAILING_OUTPUT_FULL);
  g_assert_false (export (&self, "out.json", &error));
  failing_output_disarm ();
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "disk is full"));
  book_fixture_tear_down (&self);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "Out", "out.json", "out.csv" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/services/export-faults/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_every_step);
    }
  g_test_add_func ("/services/export-faults/full-disk", test_full_disk);

  return g_test_run ();
}
