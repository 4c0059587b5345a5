/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clients/relance-client-dialog.h"
#include "clients/relance-clients-page.h"
#include "page-fixture.h"

typedef struct
{
  PageFixture book;
  GtkWindow *window;
  RelanceClientsPage *page;
} Fixture;

static void
fill (RelanceBook *book)
{
  page_fixture_add (book, "Atelier Durand", "F-042", 120000, "2026-10-22");
  page_fixture_add (book, "Léa Martin", "F-047", 48000, "2026-12-16");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_set_up (&fixture->book, fill);
  fixture->window = GTK_WINDOW (adw_window_new ());
  fixture->page = relance_clients_page_new (fixture->book.desk);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (fixture->window, 1000, 700);
  gtk_window_present (fixture->window);
  page_fixture_wait (fixture->page, "list_stack", "list");
  page_fixture_wait (fixture->page, "client_stack", "client");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  page_fixture_tear_down (&fixture->book);
}

static guint
count_listed (Fixture *fixture)
{
  return g_list_model_get_n_items (page_fixture_get_part (fixture->page, "selection"));
}

static const char *
get_label (Fixture *fixture, const char *part)
{
  return gtk_label_get_label (
    page_fixture_get_part (page_fixture_get_part (fixture->page, "view"), part));
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  g_assert_cmpstr (get_label (fixture, "name"), ==, "Atelier Durand");
  g_assert_nonnull (strstr (get_label (fixture, "owed"), "1,200"));
  g_assert_nonnull (strstr (get_label (fixture, "late"), "1,200"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = page_fixture_get_part (fixture->page, "search_entry");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.search", NULL));
  gtk_editable_set_text (entry, "lea");
  while (count_listed (fixture) != 1)
    g_main_context_iteration (NULL, TRUE);

  gtk_editable_set_text (entry, "nobody at all");
  page_fixture_wait (fixture->page, "list_stack", "not-found");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "client.remove", NULL));
  while (count_listed (fixture) != 1)
    g_main_context_iteration (NULL, TRUE);
}

static void
saved_cb (gint64 *saved, gint64 client_id)
{
  *saved = client_id;
}

static AdwDialog *
present_new (Fixture *fixture)
{
  AdwDialog *dialog = relance_client_dialog_new (fixture->book.desk, NULL);
  GtkLabel *sample = page_fixture_get_part (dialog, "sample");

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  while (*gtk_label_get_label (sample) == '\0')
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

static void
test_dialog_checks (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_new (fixture);
  GtkWidget *save = page_fixture_get_part (dialog, "save_button");
  GtkEditable *email = page_fixture_get_part (dialog, "email");

  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (page_fixture_get_part (dialog, "name"), "Studio Nord");
  g_assert_true (gtk_widget_get_sensitive (save));

  gtk_editable_set_text (email, "one@x.example, two@x.example");
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_true (gtk_widget_get_visible (page_fixture_get_part (dialog, "email_note_row")));

  gtk_editable_set_text (email, "one@x.example");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (dialog, "email_note_row")));
}

static void
test_dialog_sample (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_new (fixture);
  GtkLabel *sample = page_fixture_get_part (dialog, "sample");
  AdwToggleGroup *tone = page_fixture_get_part (dialog, "tone");
  GtkWidget *address = page_fixture_get_part (dialog, "address");
  g_autofree char *formal = NULL;

  adw_combo_row_set_selected (page_fixture_get_part (dialog, "language"), RELANCE_LANGUAGE_FR - 1);
  gtk_editable_set_text (page_fixture_get_part (dialog, "first_name"), "Léa");
  adw_toggle_group_set_active_name (tone, "formal");
  formal = g_strdup (gtk_label_get_label (sample));
  g_assert_false (gtk_widget_get_visible (address));

  adw_toggle_group_set_active_name (tone, "friendly");
  adw_combo_row_set_selected (ADW_COMBO_ROW (address), RELANCE_ADDRESS_TU - 1);
  g_assert_true (gtk_widget_get_visible (address));
  g_assert_cmpstr (gtk_label_get_label (sample), !=, formal);
  g_assert_nonnull (strstr (gtk_label_get_label (sample), "Léa"));
  g_assert_nonnull (strstr (gtk_label_get_label (sample), "F-042"));

  adw_combo_row_set_selected (page_fixture_get_part (dialog, "language"), RELANCE_LANGUAGE_EN - 1);
  g_assert_false (gtk_widget_get_visible (address));
}

static void
test_dialog_saves (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_new (fixture);
  gint64 saved = 0;

  g_signal_connect_swapped (dialog, "saved", G_CALLBACK (saved_cb), &saved);
  gtk_editable_set_text (page_fixture_get_part (dialog, "name"), "Studio Nord");
  g_signal_emit_by_name (page_fixture_get_part (dialog, "save_button"), "clicked");
  while (saved == 0 || count_listed (fixture) != 3)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_new (fixture);

  gtk_test_accessible_assert_property (page_fixture_get_part (dialog, "tone"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Tone");
  gtk_test_accessible_assert_property (page_fixture_get_part (fixture->page, "list"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Clients");
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
  adw_init ();

  g_test_add ("/clients/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/clients/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/clients/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/clients/dialog/checks", Fixture, NULL, set_up, test_dialog_checks, tear_down);
  g_test_add ("/clients/dialog/sample", Fixture, NULL, set_up, test_dialog_sample, tear_down);
  g_test_add ("/clients/dialog/saves", Fixture, NULL, set_up, test_dialog_saves, tear_down);
  g_test_add ("/clients/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run ();
}
