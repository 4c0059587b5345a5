/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clients/relance-client-chips.h"
#include "clients/relance-client-dialog.h"
#include "clients/relance-client-filters.h"
#include "clients/relance-clients-page.h"
#include "clients/relance-contact-dialog.h"
#include "clients/relance-exchange-dialog.h"
#include "clients/relance-exclusion-dialog.h"
#include "clients/relance-situation-dialog.h"
#include "clients/relance-merge-dialog.h"
#include "lists/relance-cell-text.h"
#include "page-fixture.h"
#include "relance-plans.h"
#include "widgets/relance-field-note.h"

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

/* A client of the book, as another reader sees it. */
static RelanceClient *
find_client (Fixture *fixture, const char *name)
{
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);

  return relance_clients_find (book, name, NULL);
}

static GtkWidget *
get_shown (Fixture *fixture)
{
  AdwNavigationView *view = page_fixture_get_part (fixture->page, "view");

  return GTK_WIDGET (adw_navigation_view_get_visible_page (view));
}

/* The client that is over the list. */
static gpointer
get_view (Fixture *fixture)
{
  return page_fixture_get_part (get_shown (fixture), "view");
}

static void
open_client (Fixture *fixture, const char *name)
{
  g_autoptr (RelanceClient) client = find_client (fixture, name);

  relance_clients_page_open (fixture->page, client->id);
  page_fixture_wait (get_shown (fixture), "stack", "client");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_set_up (&fixture->book, fill);
  fixture->window = GTK_WINDOW (adw_window_new ());
  fixture->page = RELANCE_CLIENTS_PAGE (relance_clients_page_new (fixture->book.desk));
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (fixture->window, 1000, 700);
  gtk_window_present (fixture->window);
  page_fixture_wait (fixture->page, "stack", "list");
  open_client (fixture, "Atelier Durand");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  page_fixture_tear_down (&fixture->book);
}

static GtkSelectionModel *
get_rows (Fixture *fixture)
{
  GtkWidget *scroll = page_fixture_get_part (
    gtk_widget_get_first_child (page_fixture_get_part (fixture->page, "table_bin")),
    "columns_scroll");

  return gtk_column_view_get_model (
    GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroll))));
}

static guint
count_listed (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture)));
}

static void
wait_for_label (Fixture *fixture, const char *text)
{
  while (page_fixture_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "label", text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_label (Fixture *fixture, const char *part)
{
  return gtk_label_get_label (page_fixture_get_part (get_view (fixture), part));
}

static void
press (gpointer dialog, const char *button)
{
  GtkWidget *widget = page_fixture_get_part (dialog, button);

  while (!gtk_widget_get_sensitive (widget))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (widget, "clicked");
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_listed (fixture), ==, 2);
  g_assert_cmpstr (get_label (fixture, "name"), ==, "Atelier Durand");
  g_assert_nonnull (strstr (get_label (fixture, "owed"), "1,200"));
  g_assert_nonnull (strstr (get_label (fixture, "late"), "1,200"));
}

/* As soon as enough is known of them, the page says how they pay. */
static void
test_habits (Fixture *fixture, gconstpointer data)
{
  static const char *const due[] = { "2026-03-01", "2026-04-01", "2026-05-01" };
  static const char *const paid[] = { "2026-03-11", "2026-04-11", "2026-05-11" };
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);

  g_assert_cmpstr (get_label (fixture, "habits"), ==,
                   "The oldest invoice is 31 days late. No payment is recorded yet.");
  for (gsize i = 0; i < G_N_ELEMENTS (due); i++)
    page_fixture_pay (book, page_fixture_add (book, "Atelier Durand", due[i], 100000, due[i]),
                      100000, paid[i]);
  while (!g_str_has_prefix (get_label (fixture, "habits"),
                            "Usually pays 10 days late, 4 of 4 late (1 still open). The oldest "
                            "invoice is 31 days late. The last payment was "))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = page_fixture_get_part (fixture->page, "search");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.search", NULL));
  gtk_editable_set_text (entry, "lea");
  while (count_listed (fixture) != 1)
    g_main_context_iteration (NULL, TRUE);

  gtk_editable_set_text (entry, "nobody at all");
  page_fixture_wait (fixture->page, "stack", "nothing");

  /* The words reach invoices too. */
  gtk_editable_set_text (entry, "f-047");
  wait_for_label (fixture, "Invoice: F-047");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chips = page_fixture_get_part (fixture->page, "chips");
  RelanceClientQuery asked = { .filter = RELANCE_CLIENTS_ALL, .currency = "GBP" };
  g_auto (GStrv) currencies = g_strsplit ("EUR,GBP", ",", -1);
  AdwDialog *dialog = relance_client_filters_new (&asked, currencies);
  RelanceClientQuery query = { 0 };
  const RelanceChips box = { ADW_WRAP_BOX (chips), NULL, NULL };

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  adw_combo_row_set_selected (page_fixture_get_part (dialog, "kind"), RELANCE_KIND_PUBLIC);
  adw_combo_row_set_selected (page_fixture_get_part (dialog, "reach"), RELANCE_CLIENTS_LEFT_OUT);
  adw_combo_row_set_selected (page_fixture_get_part (dialog, "use"), 1);
  relance_client_filters_apply (RELANCE_CLIENT_FILTERS (dialog), &query);
  adw_dialog_force_close (dialog);
  g_assert_cmpint (query.kind, ==, RELANCE_KIND_PUBLIC);
  g_assert_cmpint (query.reach, ==, RELANCE_CLIENTS_LEFT_OUT);
  g_assert_true (query.archived);
  g_assert_cmpstr (query.currency, ==, "GBP");

  relance_client_chips_fill (&box, &query);
  wait_for_label (fixture, "Public body");
  for (int chip = RELANCE_CLIENT_CHIP_ARCHIVED; chip <= RELANCE_CLIENT_CHIP_CURRENCY; chip++)
    relance_client_chips_remove ((RelanceClientChip) chip, &query);
  query.filter = RELANCE_CLIENTS_ALL;
  g_assert_false (relance_client_query_is_narrow (&query));
}

static void
test_filter_toggles (Fixture *fixture, gconstpointer data)
{
  AdwToggleGroup *filter = page_fixture_get_part (fixture->page, "filter");

  wait_for_label (fixture, "2 clients owe €1,680.00 · €1,200.00 late");
  adw_toggle_group_set_active_name (filter, "overdue");
  wait_for_label (fixture, "1 client owes €1,200.00 · €1,200.00 late");
  adw_toggle_group_set_active_name (filter, "settled");
  page_fixture_wait (fixture->page, "stack", "nothing");
}

/* The menu for where there are no headers says the same as they do. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  RelanceTable *table =
    RELANCE_TABLE (gtk_widget_get_first_child (page_fixture_get_part (page, "table_bin")));
  gboolean descending;

  g_assert_cmpstr (relance_table_get_sort (table, &descending), ==, "name");
  g_assert_true (gtk_widget_activate_action (page, "sort.by", "s", "owed"));
  g_assert_cmpstr (relance_table_get_sort (table, &descending), ==, "owed");
  g_assert_false (descending);
  g_assert_true (gtk_widget_activate_action (page, "sort.direction", "s", "descending"));
  g_assert_cmpstr (relance_table_get_sort (table, &descending), ==, "owed");
  g_assert_true (descending);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  AdwDialog *dialog;
  g_autoptr (GArray) ids = NULL;

  wait_for_label (fixture, "2 clients owe €1,680.00 · €1,200.00 late");
  gtk_selection_model_select_all (get_rows (fixture));
  wait_for_label (fixture, "2 selected");
  ids = relance_list_page_dup_selected (RELANCE_LIST_PAGE (page));
  g_assert_cmpuint (ids->len, ==, 2);

  dialog = relance_exclusion_dialog_new_for_many (fixture->book.desk, ids);
  adw_dialog_present (dialog, page);
  gtk_editable_set_text (page_fixture_get_part (dialog, "reason"), "Moving");
  press (dialog, "save");
  while (page_fixture_find (page, RELANCE_TYPE_CELL_TEXT, "text", "left out") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (page, "selection.include", NULL));
  while (page_fixture_find (page, RELANCE_TYPE_CELL_TEXT, "text", "left out") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* When it is gone, so is its page. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  GtkWidget *client = get_shown (fixture);

  g_assert_true (gtk_widget_activate_action (client, "client.remove", NULL));
  while (count_listed (fixture) != 1 || get_shown (fixture) == client)
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

/* What is wrong with a field is said below it, and below what is suggested for it. */
static GtkWidget *
get_note (gpointer dialog, const char *field)
{
  GtkWidget *note = gtk_widget_get_next_sibling (page_fixture_get_part (dialog, field));

  while (ADW_IS_ACTION_ROW (note) && !gtk_widget_get_visible (note))
    note = gtk_widget_get_next_sibling (note);
  g_assert_true (RELANCE_IS_FIELD_NOTE (note));
  return note;
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
  g_assert_true (gtk_widget_get_visible (get_note (dialog, "email")));

  gtk_editable_set_text (email, "one@x.example");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_assert_false (gtk_widget_get_visible (get_note (dialog, "email")));
}

/* The zones of the client's country come first; one that is chosen is good. */
static void
test_dialog_zones (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = NULL;
  GtkWidget *entry, *suggestion;

  if (!g_file_test ("/usr/share/zoneinfo/zone.tab", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the system has no time zones");
      return;
    }
  dialog = present_new (fixture);
  entry = page_fixture_get_part (dialog, "time_zone");
  suggestion = gtk_widget_get_next_sibling (entry);
  gtk_editable_set_text (page_fixture_get_part (dialog, "name"), "Studio Nord");
  gtk_editable_set_text (page_fixture_get_part (dialog, "country"), "DE");
  g_assert_false (gtk_widget_get_visible (suggestion));

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "europe");
  g_assert_true (gtk_widget_get_visible (suggestion));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (suggestion)), ==,
                   "Europe/Berlin");
  gtk_editable_set_text (GTK_EDITABLE (entry), "lond");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (suggestion)), ==,
                   "Europe/London");
  g_assert_false (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save_button")));

  gtk_widget_activate (suggestion);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Europe/London");
  g_assert_false (gtk_widget_get_visible (suggestion));
  g_assert_true (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save_button")));
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

/* What is not valid is said at once; what is, is grouped once its row is left. */
static void
test_dialog_identifiers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *wrong;
    const char *good;
  } cases[] = {
    { "siren", "732829321", "732829320" },
    { "siret", "7328293200007", "73282932000074" },
    { "vat", "FR00732829320", "FR44732829320" },
    { "iban", "FR7630006000011234567890188", "FR7630006000011234567890189" },
    { "country", "F", "FR" },
    { "terms", "some day", "45 days end of month" },
    { "hours", "17:00-9:00", "9:00-17:30" },
    { "time_zone", "Mars/Base", "Europe/Paris" },
  };
  AdwDialog *dialog = present_new (fixture);
  GtkWidget *save = page_fixture_get_part (dialog, "save_button");

  gtk_editable_set_text (page_fixture_get_part (dialog, "name"), "Studio Nord");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkEditable *entry = page_fixture_get_part (dialog, cases[i].key);

      g_test_message ("%s", cases[i].key);
      gtk_editable_set_text (entry, cases[i].wrong);
      g_assert_true (gtk_widget_get_visible (get_note (dialog, cases[i].key)));
      g_assert_false (gtk_widget_get_sensitive (save));
      gtk_editable_set_text (entry, cases[i].good);
      g_assert_false (gtk_widget_get_visible (get_note (dialog, cases[i].key)));
      g_assert_true (gtk_widget_get_sensitive (save));
    }
}

static void
test_dialog_terms (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_new (fixture);
  GtkWidget *row = page_fixture_get_part (dialog, "terms_row");
  GtkLabel *words = page_fixture_get_part (dialog, "terms_words");

  g_assert_false (gtk_widget_get_visible (row));
  gtk_editable_set_text (page_fixture_get_part (dialog, "terms"), "30 days end of month");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_nonnull (strstr (gtk_label_get_label (words), "30 days, then end of month"));
  g_assert_nonnull (strstr (gtk_label_get_label (words), "December"));
}

/* Everything that the dialog shows of a client is understood when it is read back. */
static void
test_dialog_reads_what_it_wrote (Fixture *fixture, gconstpointer data)
{
  static const char *const pairs[][2] = {
    { "siren", "732829320" },
    { "siret", "73282932000074" },
    { "vat", "FR44732829320" },
    { "iban", "FR7630006000011234567890189" },
    { "terms", "net-eom:30" },
    { "terms", "eom-net:45" },
    { "terms", "net-eom:30:10" },
    { "terms", "receipt" },
    { "hours", "09:00-17:30" },
    { "time_zone", "Europe/Paris" },
    { "notes", "First line\nsecond line" },
    { "street", "1 rue du Modèle" },
    { "country", "FR" },
    { "code", "411SAMPLE" },
  };
  g_autoptr (RelanceClient) client = find_client (fixture, "Atelier Durand");

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (RelanceClient) before = relance_client_copy (client);
      g_autoptr (RelanceClient) after = NULL;
      g_autoptr (GError) error = NULL;
      AdwDialog *dialog;
      gint64 saved = 0;

      g_test_message ("%s=%s", pairs[i][0], pairs[i][1]);
      g_assert_true (relance_clients_set (before, pairs[i][0], pairs[i][1], &error));
      dialog = relance_client_dialog_new (fixture->book.desk, before);
      g_signal_connect_swapped (dialog, "saved", G_CALLBACK (saved_cb), &saved);
      adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
      g_signal_emit_by_name (page_fixture_get_part (dialog, "save_button"), "clicked");
      while (saved == 0)
        g_main_context_iteration (NULL, TRUE);
      after = find_client (fixture, "Atelier Durand");
      g_assert_true (relance_client_equal (before, after));
    }
}

static gboolean
is_said (GtkWidget *part, const char *text)
{
  return page_fixture_find (part, GTK_TYPE_LABEL, "label", text) != NULL;
}

static void
test_contacts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceClient) client = find_client (fixture, "Atelier Durand");
  GtkWidget *contacts = page_fixture_get_part (get_view (fixture), "contacts");
  AdwDialog *dialog = relance_contact_dialog_new (fixture->book.desk, client, NULL);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  g_assert_false (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save")));
  gtk_editable_set_text (page_fixture_get_part (dialog, "first_name"), "Ada");
  g_assert_false (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "reminders")));
  gtk_editable_set_text (page_fixture_get_part (dialog, "email"), "ada@");
  g_assert_true (gtk_widget_get_visible (get_note (dialog, "email")));
  g_assert_false (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save")));
  gtk_editable_set_text (page_fixture_get_part (dialog, "email"), "ada@client.example");
  g_assert_true (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "reminders")));
  adw_switch_row_set_active (page_fixture_get_part (dialog, "reminders"), TRUE);
  press (dialog, "save");
  while (!is_said (contacts, "ada@client.example\nGets the reminders"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_said (contacts, "Ada"));
}

static void
test_exclusion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceClient) client = find_client (fixture, "Atelier Durand");
  AdwBanner *banner = page_fixture_get_part (get_view (fixture), "exclusion");
  AdwDialog *dialog = relance_exclusion_dialog_new (fixture->book.desk, client);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  g_assert_false (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save")));
  gtk_editable_set_text (page_fixture_get_part (dialog, "reason"), "A dispute");
  g_assert_true (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save")));
  gtk_editable_set_text (page_fixture_get_part (dialog, "until"), "2026-11-21");
  g_assert_true (gtk_widget_get_visible (get_note (dialog, "until")));
  gtk_editable_set_text (page_fixture_get_part (dialog, "until"), "2026-12-15");
  press (dialog, "save");
  while (!adw_banner_get_revealed (banner))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "A dispute"));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "2026"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (banner), "client.include", NULL));
  while (adw_banner_get_revealed (banner))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_exchange (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceClient) client = find_client (fixture, "Atelier Durand");
  GtkWidget *timeline = page_fixture_get_part (get_view (fixture), "timeline");
  AdwDialog *dialog = relance_exchange_dialog_new (fixture->book.desk, client, 0);
  g_autofree char *day = relance_date_format_short (relance_date_new (2026, 11, 20), NULL);
  g_autofree char *said =
    g_strdup_printf ("You were in touch by phone on %s, which counts as: First "
                     "reminder: Pays on Friday",
                     day);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  g_assert_cmpuint (adw_combo_row_get_selected (page_fixture_get_part (dialog, "stage")), ==, 0);
  gtk_editable_set_text (page_fixture_get_part (dialog, "date"), "2030-01-01");
  g_assert_true (gtk_widget_get_visible (get_note (dialog, "date")));
  g_assert_false (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save")));
  gtk_editable_set_text (page_fixture_get_part (dialog, "date"), "2026-11-20");
  adw_combo_row_set_selected (page_fixture_get_part (dialog, "channel"), 1);
  adw_combo_row_set_selected (page_fixture_get_part (dialog, "stage"), 1);
  gtk_editable_set_text (page_fixture_get_part (dialog, "note"), "Pays on Friday");
  press (dialog, "save");
  while (!is_said (timeline, said))
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_situation (Fixture *fixture)
{
  return page_fixture_find (page_fixture_get_part (get_view (fixture), "profile"),
                            ADW_TYPE_ACTION_ROW, "title", "Situation");
}

static void
test_situation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceClient) client = find_client (fixture, "Atelier Durand");
  GtkWidget *profile = page_fixture_get_part (get_view (fixture), "profile");
  AdwDialog *dialog = relance_situation_dialog_new (fixture->book.desk, client);
  GtkWidget *reason = page_fixture_get_part (dialog, "reason");

  g_assert_nonnull (find_situation (fixture));
  g_assert_true (is_said (profile, "Late: nothing says that it is more than a slip or a delay."));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  g_assert_false (gtk_widget_get_visible (reason));
  adw_combo_row_set_selected (page_fixture_get_part (dialog, "choice"), RELANCE_SITUATION_UNPAID);
  g_assert_true (gtk_widget_get_visible (reason));
  g_assert_false (gtk_widget_get_sensitive (page_fixture_get_part (dialog, "save")));
  gtk_editable_set_text (GTK_EDITABLE (reason), "They refuse");
  press (dialog, "save");
  while (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_situation (fixture))),
                           "Late"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_situation (fixture))),
                            "They refuse"));
}

/* What was said by hand can be left to the facts again. */
static void
test_situation_by_the_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceClient) client = relance_clients_find (book, "Atelier Durand", NULL);
  AdwDialog *dialog;

  client->situation = RELANCE_SITUATION_UNPAID;
  g_set_str (&client->situation_reason, "They refuse");
  g_assert_cmpint (relance_clients_save (book, client, NULL, NULL), ==, client->id);
  open_client (fixture, "Atelier Durand");
  dialog = relance_situation_dialog_new (fixture->book.desk, client);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  g_assert_cmpuint (adw_combo_row_get_selected (page_fixture_get_part (dialog, "choice")), ==,
                    RELANCE_SITUATION_UNPAID);
  adw_combo_row_set_selected (page_fixture_get_part (dialog, "choice"), 0);
  press (dialog, "save");
  while (!g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_situation (fixture))),
                            "Late:"))
    g_main_context_iteration (NULL, TRUE);
}

static GtkListBoxRow *
wait_for_result (GtkListBox *results, const char *name)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (results, 0)) == NULL ||
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name) != 0)
    g_main_context_iteration (NULL, TRUE);
  return row;
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceClient) client = find_client (fixture, "Atelier Durand");
  AdwDialog *dialog = relance_merge_dialog_new (fixture->book.desk, client);
  GtkListBox *results = page_fixture_get_part (dialog, "results");
  GtkLabel *n_invoices = page_fixture_get_part (dialog, "n_invoices");

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  gtk_editable_set_text (page_fixture_get_part (dialog, "search"), "martin");
  g_signal_emit_by_name (results, "row-activated", wait_for_result (results, "Léa Martin"));
  while (!gtk_widget_get_visible (page_fixture_get_part (dialog, "plan_group")))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_label_get_label (n_invoices), ==, "1");

  press (dialog, "merge");
  while (count_listed (fixture) != 1)
    g_main_context_iteration (NULL, TRUE);
  while (g_strcmp0 (get_label (fixture, "owed_detail"), "owed in 2 invoices") != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* As another program would do it, meanwhile. */
/* A new client has the regular plan; another one is kept. */
static void
test_dialog_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceClient) client = NULL;
  AdwDialog *dialog = present_new (fixture);
  AdwComboRow *plan = page_fixture_get_part (dialog, "plan");
  gint64 saved = 0;

  g_assert_cmpuint (adw_combo_row_get_selected (plan), ==, RELANCE_RHYTHM_REGULAR - 1);
  g_signal_connect_swapped (dialog, "saved", G_CALLBACK (saved_cb), &saved);
  gtk_editable_set_text (page_fixture_get_part (dialog, "name"), "Studio Nord");
  adw_combo_row_set_selected (plan, RELANCE_RHYTHM_GENTLE - 1);
  g_signal_emit_by_name (page_fixture_get_part (dialog, "save_button"), "clicked");
  while (saved == 0 || count_listed (fixture) != 3)
    g_main_context_iteration (NULL, TRUE);

  client = relance_clients_get (book, saved, NULL);
  g_assert_cmpint (client->plan, ==, RELANCE_RHYTHM_GENTLE);
}

/* A plan of one's own is offered after those of the program, kept, and shown again. */
static void
test_dialog_own_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceReminderPlan) made = relance_plans_find (book, "gentle", NULL);
  g_autoptr (RelanceClient) client = NULL;
  AdwDialog *dialog;
  AdwComboRow *plan;
  gint64 id, saved = 0;

  made->shipped = 0;
  g_set_str (&made->name, "Town <halls>");
  id = relance_plans_save (book, made, NULL, NULL);
  g_assert_cmpint (id, >, 0);

  dialog = present_new (fixture);
  plan = page_fixture_get_part (dialog, "plan");
  g_signal_connect_swapped (dialog, "saved", G_CALLBACK (saved_cb), &saved);
  while (g_list_model_get_n_items (adw_combo_row_get_model (plan)) <= RELANCE_RHYTHM_NONE)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (page_fixture_get_part (dialog, "name"), "Studio Nord");
  adw_combo_row_set_selected (plan, RELANCE_RHYTHM_NONE);
  g_signal_emit_by_name (page_fixture_get_part (dialog, "save_button"), "clicked");
  while (saved == 0 || count_listed (fixture) != 3)
    g_main_context_iteration (NULL, TRUE);

  client = relance_clients_get (book, saved, NULL);
  g_assert_cmpint (client->own_plan_id, ==, id);
  dialog = relance_client_dialog_new (fixture->book.desk, client);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  plan = page_fixture_get_part (dialog, "plan");
  g_assert_cmpuint (adw_combo_row_get_selected (plan), ==, RELANCE_RHYTHM_NONE);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (plan)), ==,
                   "Town <halls>");
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = get_shown (fixture);
  GtkWidget *archived = page_fixture_get_part (get_view (fixture), "archived");
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceInvoice) invoice = relance_invoices_find (book, "F-042", NULL);

  page_fixture_pay (book, invoice->id, invoice->total, "2026-11-20");
  g_assert_true (gtk_widget_activate_action (page, "client.archive", NULL));
  while (!gtk_widget_get_visible (archived))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (page, "client.bring-back", NULL));
  while (gtk_widget_get_visible (archived))
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever happened, a page of it at a time. */
static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timeline;
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceClient) client = relance_clients_find (book, "Atelier Durand", NULL);
  GtkWidget *more;

  for (int i = 0; i < 25; i++)
    {
      g_autofree char *code = g_strdup_printf ("411-%d", i);

      g_assert_true (relance_clients_set (client, "code", code, NULL));
      g_assert_cmpint (relance_clients_save (book, client, NULL, NULL), ==, client->id);
    }
  open_client (fixture, "Atelier Durand");
  timeline = page_fixture_get_part (get_view (fixture), "timeline");
  while ((more = page_fixture_find (timeline, ADW_TYPE_BUTTON_ROW, "title", "Show More")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_said (timeline, "Corrected. account: none → 411-0"));
  g_signal_emit_by_name (more, "activated");
  g_assert_true (is_said (timeline, "Corrected. account: none → 411-0"));
  g_assert_null (page_fixture_find (timeline, ADW_TYPE_BUTTON_ROW, "title", "Show More"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_new (fixture);

  gtk_test_accessible_assert_property (page_fixture_get_part (dialog, "tone"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Tone");
  gtk_test_accessible_assert_property (page_fixture_get_part (fixture->page, "search"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search clients");
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
  g_test_add ("/clients/habits", Fixture, NULL, set_up, test_habits, tear_down);
  g_test_add ("/clients/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/clients/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/clients/filter-toggles", Fixture, NULL, set_up, test_filter_toggles, tear_down);
  g_test_add ("/clients/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/clients/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/clients/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/clients/dialog/checks", Fixture, NULL, set_up, test_dialog_checks, tear_down);
  g_test_add ("/clients/dialog/sample", Fixture, NULL, set_up, test_dialog_sample, tear_down);
  g_test_add ("/clients/dialog/zones", Fixture, NULL, set_up, test_dialog_zones, tear_down);
  g_test_add ("/clients/dialog/plan", Fixture, NULL, set_up, test_dialog_plan, tear_down);
  g_test_add ("/clients/dialog/own-plan", Fixture, NULL, set_up, test_dialog_own_plan, tear_down);
  g_test_add ("/clients/dialog/saves", Fixture, NULL, set_up, test_dialog_saves, tear_down);
  g_test_add ("/clients/dialog/identifiers", Fixture, NULL, set_up, test_dialog_identifiers,
              tear_down);
  g_test_add ("/clients/dialog/terms", Fixture, NULL, set_up, test_dialog_terms, tear_down);
  g_test_add ("/clients/dialog/reads-what-it-wrote", Fixture, NULL, set_up,
              test_dialog_reads_what_it_wrote, tear_down);
  g_test_add ("/clients/contacts", Fixture, NULL, set_up, test_contacts, tear_down);
  g_test_add ("/clients/exclusion", Fixture, NULL, set_up, test_exclusion, tear_down);
  g_test_add ("/clients/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/clients/archive", Fixture, NULL, set_up, test_archive, tear_down);
  g_test_add ("/clients/exchange", Fixture, NULL, set_up, test_exchange, tear_down);
  g_test_add ("/clients/situation", Fixture, NULL, set_up, test_situation, tear_down);
  g_test_add ("/clients/situation-by-the-facts", Fixture, NULL, set_up, test_situation_by_the_facts,
              tear_down);
  g_test_add ("/clients/timeline", Fixture, NULL, set_up, test_timeline, tear_down);
  g_test_add ("/clients/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run ();
}
