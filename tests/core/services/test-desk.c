/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-accounts.h"
#include "relance-desk.h"

#include <glib/gstdio.h>

#define N_QUEUED 20

typedef struct
{
  char *folder;
  char *path;
  RelanceClock *clock;
  RelanceDesk *desk;
  int n_changed;

  /* Of the run that was last waited for */
  gboolean answered;
  gpointer result;
  GError *error;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->answered = relance_desk_open_finish (fixture->desk, result, &fixture->error);
  g_assert_no_error (fixture->error);
}

static void
open_desk (Fixture *fixture)
{
  fixture->answered = FALSE;
  fixture->desk = relance_desk_new (fixture->clock);
  g_signal_connect_swapped (fixture->desk, "changed", G_CALLBACK (changed_cb), fixture);
  relance_desk_open_async (fixture->desk, fixture->path, NULL, opened_cb, fixture);
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
}

static void
close_desk (Fixture *fixture)
{
  relance_desk_close (fixture->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->desk));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relance-desk-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.db", NULL);
  fixture->clock = relance_clock_new_fixed (relance_date_new (2026, 11, 24), 600);
  open_desk (fixture);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
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
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->desk)
    close_desk (fixture);
  g_clear_error (&fixture->error);
  g_object_unref (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  fixture->result = relance_desk_run_finish (fixture->desk, result, &fixture->error);
  fixture->answered = TRUE;
}

static void
run (Fixture *fixture,
     RelanceLane lane,
     RelanceUseCase use_case,
     gpointer request,
     GDestroyNotify free_request,
     GCancellable *cancellable)
{
  fixture->answered = FALSE;
  relance_desk_run_async (fixture->desk, lane, use_case, request, free_request, g_free, cancellable,
                          ran_cb, fixture);
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
read_name (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);

  return business ? g_strdup (relance_business_get (business, RELANCE_BUSINESS_NAME)) : NULL;
}

static gpointer
write_name (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);

  if (business && relance_business_set (business, "name", request, error))
    relance_business_save (book, business, error);
  return NULL;
}

static gpointer
name_thread (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  GThread **thread = g_new0 (GThread *, 1);

  *thread = g_thread_self ();
  return thread;
}

static gpointer
wait_for_cancel (RelanceBook *book, gpointer begun, GCancellable *cancellable, GError **error)
{
  GCancellable *caller = begun;

  g_cancellable_cancel (caller);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  return NULL;
}

static gpointer
fail (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND, "no");
  return NULL;
}

static void
wait_for_change (Fixture *fixture, int n_changed)
{
  while (fixture->n_changed < n_changed)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_name (Fixture *fixture, const char *expected)
{
  g_autofree char *name = NULL;

  run (fixture, RELANCE_LANE_BOOK, read_name, NULL, NULL, NULL);
  g_assert_no_error (fixture->error);
  name = fixture->result;
  g_assert_cmpstr (name, ==, expected);
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  run (fixture, RELANCE_LANE_BOOK, write_name, g_strdup ("Atelier"), g_free, NULL);
  g_assert_no_error (fixture->error);
  assert_name (fixture, "Atelier");

  run (fixture, RELANCE_LANE_BOOK, fail, NULL, NULL, NULL);
  g_assert_error (fixture->error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  g_autofree GThread **book = NULL;
  g_autofree GThread **network = NULL;
  g_autofree GThread **reports = NULL;
  g_autofree GThread **again = NULL;

  run (fixture, RELANCE_LANE_BOOK, name_thread, NULL, NULL, NULL);
  book = fixture->result;
  run (fixture, RELANCE_LANE_NETWORK, name_thread, NULL, NULL, NULL);
  network = fixture->result;
  run (fixture, RELANCE_LANE_REPORTS, name_thread, NULL, NULL, NULL);
  reports = fixture->result;
  run (fixture, RELANCE_LANE_BOOK, name_thread, NULL, NULL, NULL);
  again = fixture->result;

  g_assert_true (*book == *again);
  g_assert_true (*book != *network);
  g_assert_true (*reports != *book);
  g_assert_true (*reports != *network);
  g_assert_true (*book != g_thread_self ());
  g_assert_true (*network != g_thread_self ());
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) early = g_cancellable_new ();
  g_autoptr (GCancellable) late = g_cancellable_new ();

  g_cancellable_cancel (early);
  run (fixture, RELANCE_LANE_BOOK, write_name, g_strdup ("never"), g_free, early);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_name (fixture, "");

  run (fixture, RELANCE_LANE_BOOK, wait_for_cancel, late, NULL, late);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  static const RelanceLane lanes[] = { RELANCE_LANE_BOOK, RELANCE_LANE_NETWORK };

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      g_autofree char *name = g_strdup_printf ("name %u", i);

      /* Reading is no change: were it one, the count would run ahead. */
      assert_name (fixture, i == 0 ? "" : "name 0");
      run (fixture, lanes[i], write_name, g_steal_pointer (&name), g_free, NULL);
      wait_for_change (fixture, (int) i + 1);
      g_assert_cmpint (fixture->n_changed, ==, (int) i + 1);
    }
}

static void
test_changed_by_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) other = NULL;
  g_autofree char *name = g_strdup ("from the command line");

  other = relance_book_open (fixture->path, FALSE, fixture->clock, &error);
  g_assert_no_error (error);
  write_name (other, name, NULL, &error);
  g_assert_no_error (error);

  wait_for_change (fixture, 1);
  assert_name (fixture, name);
}

static void
test_close_finishes (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i <= N_QUEUED; i++)
    relance_desk_run_async (fixture->desk, RELANCE_LANE_BOOK, write_name,
                            g_strdup_printf ("name %d", i), g_free, NULL, NULL, NULL, NULL);
  close_desk (fixture);

  open_desk (fixture);
  assert_name (fixture, "name 20");
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  relance_desk_close (fixture->desk);

  run (fixture, RELANCE_LANE_BOOK, write_name, g_strdup ("never"), g_free, NULL);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  g_assert_false (relance_desk_open_finish (RELANCE_DESK (source), result, error));
}

static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("relance-desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "letter.txt", NULL);
  g_autoptr (RelanceClock) clock = relance_clock_new_system ();
  g_autoptr (RelanceDesk) desk = relance_desk_new (clock);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (
    g_file_set_contents (path, "Dear Léa, this is a letter and not a book.", -1, NULL));
  relance_desk_open_async (desk, path, NULL, refused_cb, &error);
  while (!error)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN);
  relance_desk_close (desk);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "Dear Léa, this is a letter and not a book.");
  remove_folder (folder);
}

/* Makes the desk look at the date now, and not within the minute. */
static void
make_it_look (void)
{
  for (guint id = 1; id < 10000; id++)
    {
      GSource *source = g_main_context_find_source_by_id (NULL, id);

      if (source != NULL && g_strcmp0 (g_source_get_name (source), "relance-desk-day") == 0)
        g_source_set_ready_time (source, 0);
    }
  g_main_context_iteration (NULL, FALSE);
}

/* No need to wait for it: elsewhere another day has begun. */
static void
test_midnight (void)
{
  Fixture fixture = { 0 };
  RelanceDate before;

  g_setenv ("TZ", "Etc/GMT+12", TRUE);
  fixture.folder = g_dir_make_tmp ("relance-desk-XXXXXX", NULL);
  fixture.path = g_build_filename (fixture.folder, "book.db", NULL);
  fixture.clock = relance_clock_new_system ();
  before = relance_clock_get_today (fixture.clock);
  open_desk (&fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture.n_changed = 0;
  make_it_look ();
  g_assert_cmpint (fixture.n_changed, ==, 0);

  g_setenv ("TZ", "Etc/GMT-14", TRUE);
  g_assert_cmpint (relance_clock_get_today (fixture.clock), >, before);
  make_it_look ();
  g_assert_cmpint (fixture.n_changed, ==, 1);

  g_unsetenv ("TZ");
  tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/desk/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/desk/lanes", Fixture, NULL, set_up, test_lanes, tear_down);
  g_test_add ("/desk/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/desk/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/desk/changed-by-another", Fixture, NULL, set_up, test_changed_by_another,
              tear_down);
  g_test_add ("/desk/close-finishes", Fixture, NULL, set_up, test_close_finishes, tear_down);
  g_test_add ("/desk/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add_func ("/desk/refused", test_refused);
  g_test_add_func ("/desk/midnight", test_midnight);

  return g_test_run ();
}
