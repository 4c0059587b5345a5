/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/relance-import-dialog.h"
#include "page-fixture.h"
#include "preferences/relance-preferences-dialog.h"
#include "relance-drop-area.h"
#include "relance-reminder-settings.h"
#include "relance-sample.h"
#include "relance-window.h"

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

/* A dialog is as narrow as the window it stands in. */
static void
test_narrow_preferences (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  int minimum;

  wait_for (fixture, "book");
  dialog =
    relance_preferences_dialog_new (relance_window_get_desk (RELANCE_WINDOW (fixture->window)));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  wait_for_work (fixture);
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 346);
  adw_dialog_force_close (dialog);
}

/* How often a client hears from us is chosen in the preferences, kept at once, and only slower. */
static void
test_limits (Fixture *fixture, gconstpointer data)
{
  RelanceDesk *desk = relance_window_get_desk (RELANCE_WINDOW (fixture->window));
  g_autofree char *path = g_build_filename (fixture->folder, "book.db", NULL);
  g_autoptr (RelanceClock) clock = relance_clock_new_system ();
  g_autoptr (RelanceBook) book = NULL;
  RelanceReminderSettings settings = { 0 };
  AdwDialog *dialog;
  GtkWidget *limits;
  AdwSpinRow *days;

  wait_for (fixture, "book");
  dialog = relance_preferences_dialog_new (desk);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  limits = page_fixture_get_part (dialog, "limits");
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (gtk_widget_get_ancestor (limits, ADW_TYPE_VIEW_STACK)), "reminders");
  days = page_fixture_get_part (limits, "days_between");
  while (!gtk_widget_get_sensitive (limits))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint ((int) adw_spin_row_get_value (days), ==, 7);
  g_assert_cmpint ((int) adw_spin_row_get_value (page_fixture_get_part (limits, "month_cap")), ==,
                   4);

  adw_spin_row_set_value (days, 3);
  g_assert_cmpint ((int) adw_spin_row_get_value (days), ==, 7);
  adw_spin_row_set_value (days, 14);
  adw_spin_row_set_value (page_fixture_get_part (limits, "threshold"), 20);
  book = relance_book_open (path, FALSE, clock, NULL);
  while (settings.limits.days_between != 14)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (relance_reminder_settings_load (book, &settings, NULL));
    }
  g_assert_cmpint (settings.threshold, ==, 20);
  g_assert_cmpuint (settings.limits.month_cap, ==, 4);
  adw_dialog_force_close (dialog);
}

/* Beside the currencies there is no room for the date, so it stands below. */
static void
test_narrow_date (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page;
  AdwWindowTitle *heading;
  GtkWidget *date = NULL;

  wait_for (fixture, "book");
  relance_window_show_page (RELANCE_WINDOW (fixture->window), "today");
  page = relance_window_get_page (RELANCE_WINDOW (fixture->window));
  heading = page_fixture_get_part (page, "heading");
  page_fixture_wait (page, "stack", "figures");
  while (gtk_widget_get_mapped (GTK_WIDGET (heading)))
    g_main_context_iteration (NULL, TRUE);

  date = page_fixture_find (page_fixture_get_part (page, "stack"), GTK_TYPE_LABEL, "label",
                            adw_window_title_get_subtitle (heading));
  g_assert_nonnull (date);
  g_assert_true (gtk_widget_get_visible (date));
}

/* What is held over the window: the pointer's, of some kinds of data. */
#define FAKE_TYPE_DROP (fake_drop_get_type ())

static GType
fake_drop_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      GTypeQuery query;

      /* Only the display's own kinds of GdkDrop are known to the compiler. */
      g_type_query (GDK_TYPE_DROP, &query);
      g_once_init_leave (&type,
                         g_type_register_static_simple (GDK_TYPE_DROP, "FakeDrop", query.class_size,
                                                        NULL, query.instance_size, NULL, 0));
    }
  return type;
}

static GdkDrop *
hold (Fixture *fixture, GType kind)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_new_for_gtype (kind);
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (fixture->window));

  return g_object_new (FAKE_TYPE_DROP, "device",
                       gdk_seat_get_pointer (gdk_display_get_default_seat (display)), "surface",
                       gtk_native_get_surface (GTK_NATIVE (fixture->window)), "formats", formats,
                       "actions", GDK_ACTION_COPY, NULL);
}

static GtkDropTarget *
find_drop_target (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_part (fixture, "whole"));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller); /* the widget keeps it */
    }
  g_assert_not_reached ();
}

static gboolean
accepts (Fixture *fixture, GType kind)
{
  g_autoptr (GdkDrop) drop = hold (fixture, kind);
  gboolean accepted = FALSE;

  g_signal_emit_by_name (find_drop_target (fixture), "accept", drop, &accepted);
  return accepted;
}

static GdkDragAction
enter (Fixture *fixture)
{
  GdkDragAction action = 0;

  g_signal_emit_by_name (find_drop_target (fixture), "enter", 100.0, 100.0, &action);
  return action;
}

static gboolean
drop (Fixture *fixture, GFile *file)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, file ? 1 : 0));
  g_signal_emit_by_name (find_drop_target (fixture), "drop", &value, 100.0, 100.0, &taken);
  return taken;
}

static GtkRevealer *
get_cover (Fixture *fixture)
{
  return page_fixture_get_part (get_part (fixture, "drop_area"), "revealer");
}

/* A file of one invoice, in the folder of the book. */
static GFile *
write_invoices (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "invoices.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path,
                       "Invoice Number,Issue Date,Due Date,Client,Total Amount,Currency\n"
                       "D-1,2026-09-01,2026-10-01,Dropped Sample,120.00,EUR\n",
                       -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
wait_until_covered (Fixture *fixture)
{
  while (!gtk_revealer_get_child_revealed (get_cover (fixture)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_hold (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, "first-run");
  g_assert_true (accepts (fixture, GDK_TYPE_FILE_LIST));
  g_assert_false (accepts (fixture, G_TYPE_STRING));
  g_assert_false (gtk_revealer_get_reveal_child (get_cover (fixture)));

  g_assert_cmpint (enter (fixture), ==, GDK_ACTION_COPY);
  g_assert_true (gtk_revealer_get_reveal_child (get_cover (fixture)));
  wait_until_covered (fixture);
  g_assert_true (gtk_widget_get_mapped (gtk_revealer_get_child (get_cover (fixture))));
  page_fixture_save_picture (GTK_WIDGET (fixture->window), "drop-area.png");

  g_signal_emit_by_name (find_drop_target (fixture), "leave");
  g_assert_false (gtk_revealer_get_reveal_child (get_cover (fixture)));
  g_assert_false (drop (fixture, NULL));
  g_assert_null (
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_invoices (fixture);
  AdwDialog *dialog = NULL;

  wait_for (fixture, "first-run");
  enter (fixture);
  g_assert_true (drop (fixture, file));
  g_assert_false (gtk_revealer_get_reveal_child (get_cover (fixture)));

  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (RELANCE_IS_IMPORT_DIALOG (dialog));
  while (page_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", "D-1 · Dropped Sample") ==
         NULL)
    g_main_context_iteration (NULL, TRUE);

  adw_dialog_force_close (dialog);
  g_file_delete (file, NULL, NULL);
}

/* Without a book there is nothing to import into. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "not readable");

  wait_for (fixture, "first-run");
  relance_window_show_trouble (RELANCE_WINDOW (fixture->window), error);
  g_assert_false (accepts (fixture, GDK_TYPE_FILE_LIST));
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
  g_test_add ("/window/limits", Fixture, "sample", set_up, test_limits, tear_down);
  g_test_add ("/window/narrow-preferences", Fixture, "sample", set_up, test_narrow_preferences,
              tear_down);
  g_test_add ("/window/narrow-date", Fixture, "sample", set_up, test_narrow_date, tear_down);
  g_test_add ("/window/hold", Fixture, NULL, set_up, test_hold, tear_down);
  g_test_add ("/window/drop", Fixture, NULL, set_up, test_drop, tear_down);
  g_test_add ("/window/closed", Fixture, NULL, set_up, test_closed, tear_down);

  return g_test_run ();
}
