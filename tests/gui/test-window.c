/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients.h"
#include "relance-sample.h"
#include "relance-window.h"

#include <glib/gstdio.h>

/* One application, as in life; every test has a book and a window of its own. */
static RelanceApplication *application;

typedef struct
{
  GtkWindow *window;
  char *folder;
} Fixture;

static void
start_application (void)
{
  g_autoptr (GError) error = NULL;

  application = relance_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static void
make_sample (const char *path)
{
  g_autoptr (RelanceClock) clock = relance_clock_new_fixed (relance_date_new (2026, 11, 24), 600);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) sample = relance_sample_open_at (path, clock, &error);

  g_assert_no_error (error);
}

/* @sample: whether the book is the sample, else it is empty */
static void
set_up (Fixture *fixture, gconstpointer sample)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("relance-window-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "book.db", NULL);
  if (sample)
    make_sample (path);

  relance_application_open_book (application, path);
  fixture->window = gtk_application_get_windows (GTK_APPLICATION (application))->data;
  gtk_window_set_default_size (fixture->window, 360, 640);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *names[] = { "book.db", "book.db-wal", "book.db-shm" };

  gtk_window_close (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->window), RELANCE_TYPE_WINDOW, name);
}

static void
wait_for (Fixture *fixture, const char *page)
{
  GtkStack *stack = get_part (fixture, "stack");

  while (!g_str_equal (gtk_stack_get_visible_child_name (stack), page))
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
do_nothing (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;

  *done = TRUE;
}

/* What a page asks of the book when it is shown, and what it does with the answer. */
static void
wait_for_work (Fixture *fixture)
{
  RelanceDesk *desk = relance_window_get_desk (RELANCE_WINDOW (fixture->window));

  for (int round = 0; round < 3; round++)
    {
      gboolean done = FALSE;

      relance_desk_run_async (desk, RELANCE_LANE_BOOK, do_nothing, NULL, NULL, NULL, NULL, done_cb,
                              &done);
      while (!done || g_main_context_pending (NULL))
        g_main_context_iteration (NULL, TRUE);
    }
}

static gpointer
add_client (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceClient) client = relance_client_new_for_book (book, "Atelier Durand", error);

  if (client)
    relance_clients_save (book, client, NULL, error);
  return NULL;
}

static void
fill_book (Fixture *fixture)
{
  RelanceDesk *desk = relance_window_get_desk (RELANCE_WINDOW (fixture->window));

  wait_for (fixture, "first-run");
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, add_client, NULL, NULL, NULL, NULL, NULL, NULL);
  wait_for (fixture, "book");
}

static void
test_first_run (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, "first-run");
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *names[] = { "today", "reminders", "invoices", "clients", "sent", "outbox" };
  AdwNavigationSplitView *split;

  fill_book (fixture);
  split = get_part (fixture, "split_view");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AdwNavigationPage *page;

      g_assert_true (
        gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", names[i]));
      page = adw_navigation_split_view_get_content (split);
      g_assert_nonnull (page);
      g_assert_cmpstr (adw_navigation_page_get_title (page), !=, "");
      wait_for_work (fixture);
    }
}

/* Everything must fit into 360 pixels, of which a window's own edge may take 14. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  static const char *names[] = { "today", "reminders", "invoices", "clients", "sent", "outbox" };

  wait_for (fixture, "book");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *whole = get_part (fixture, "whole");
      int minimum;

      relance_window_show_page (RELANCE_WINDOW (fixture->window), names[i]);
      wait_for_work (fixture);
      gtk_widget_measure (whole, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d", names[i], minimum);
      g_assert_cmpint (minimum, <=, 346);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }

  start_application ();

  g_test_add ("/window/first-run", Fixture, NULL, set_up, test_first_run, tear_down);
  g_test_add ("/window/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/window/narrow", Fixture, "sample", set_up, test_narrow, tear_down);

  return g_test_run ();
}
