/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-allocation-dialog.h"
#include "invoices/relance-credit-note-dialog.h"
#include "invoices/relance-leave-out-dialog.h"
#include "invoices/relance-instalments-dialog.h"
#include "invoices/relance-invoice-documents.h"
#include "invoices/relance-invoice-chips.h"
#include "invoices/relance-invoice-editor.h"
#include "invoices/relance-invoice-filters.h"
#include "invoices/relance-invoice-page.h"
#include "invoices/relance-invoices-page.h"
#include "invoices/relance-payment-dialog.h"
#include "invoices/relance-replace-dialog.h"
#include "invoices/relance-waiting-page.h"
#include "invoices/relance-write-off-dialog.h"
#include "lists/relance-cell-text.h"
#include "page-fixture.h"

typedef struct
{
  PageFixture page_fixture;
  GtkWidget *window;
} Fixture;

static void
add_client_with_terms (RelanceBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_client_new_for_book (book, "Gîte des Pins", &error);

  g_assert_no_error (error);
  g_assert_true (relance_clients_set (client, "terms", "30 days end of month", &error));
  g_assert_true (relance_clients_save (book, client, NULL, &error) != 0);
}

static void
fill (RelanceBook *book)
{
  gint64 paid = page_fixture_add (book, "Léa Martin", "F-2", 48000, "2026-10-01");

  page_fixture_pay (book, paid, 48000, "2026-09-30");
  page_fixture_add (book, "Atelier Durand", "F-1", 120000, "2026-10-22");
  page_fixture_add (book, "Atelier Durand", "F-3", 30000, "2026-11-27");
  add_client_with_terms (book);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_set_up (&fixture->page_fixture, fill);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  page_fixture_tear_down (&fixture->page_fixture);
}

static RelanceInvoice *
find_invoice (Fixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->page_fixture);
  RelanceInvoice *invoice;

  invoice = relance_invoices_find (book, number, &error);
  g_assert_no_error (error);
  return invoice;
}

static void
pay (Fixture *fixture, const char *number, gint64 amount)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, number);
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->page_fixture);

  page_fixture_pay (book, invoice->id, amount, "2026-11-20");
}

static gboolean
find_excluded (Fixture *fixture, const char *number)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, number);

  return invoice->excluded != NULL;
}

static GtkWidget *
show_page (Fixture *fixture)
{
  GtkWidget *page = relance_invoices_page_new (fixture->page_fixture.desk);

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  page_fixture_wait (page, "stack", "list");
  return page;
}

static void
wait_for_totals (GtkWidget *page, const char *text)
{
  GtkLabel *totals = page_fixture_get_part (page, "totals");

  while (!g_str_equal (gtk_label_get_label (totals), text))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_label (GtkWidget *parent, const char *text)
{
  while (page_fixture_find (parent, GTK_TYPE_LABEL, "label", text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_cell (GtkWidget *parent, const char *text)
{
  while (page_fixture_find (parent, RELANCE_TYPE_CELL_TEXT, "text", text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  AdwToggleGroup *filter = page_fixture_get_part (page, "filter");

  wait_for_totals (page, "3 invoices · €1,980.00 · €1,500.00 due");
  wait_for_cell (page, "31 days late");
  wait_for_cell (page, "due in 5 days");
  wait_for_cell (page, "paid");

  adw_toggle_group_set_active_name (filter, "overdue");
  wait_for_totals (page, "1 invoice · €1,200.00 · €1,200.00 due");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  g_assert_true (gtk_widget_activate_action (page, "page.search", NULL));
  gtk_editable_set_text (page_fixture_get_part (page, "search"), "lea");
  wait_for_totals (page, "1 invoice · €480.00 · €0.00 due");

  gtk_editable_set_text (page_fixture_get_part (page, "search"), "nobody");
  page_fixture_wait (page, "stack", "nothing");
}

/* A list that a figure opened says so, and leads back to all. */
static void
test_chip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *chips = page_fixture_get_part (page, "chips");
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->filter = RELANCE_INVOICES_OPEN;
  query->due_to = relance_date_new (2026, 10, 31);
  relance_invoices_page_show (RELANCE_INVOICES_PAGE (page), query, "Fell due in October 2026");
  wait_for_totals (page, "1 invoice · €1,200.00 · €1,200.00 due");
  g_assert_nonnull (page_fixture_find (chips, GTK_TYPE_LABEL, "label", "Fell due in October 2026"));

  g_signal_emit_by_name (gtk_widget_get_first_child (chips), "clicked");
  wait_for_totals (page, "3 invoices · €1,980.00 · €1,500.00 due");
  g_assert_false (gtk_widget_get_visible (chips));
}

static GtkColumnView *
get_columns (GtkWidget *page)
{
  GtkWidget *table = gtk_widget_get_first_child (page_fixture_get_part (page, "table_bin"));
  GtkScrolledWindow *scroll = page_fixture_get_part (table, "columns_scroll");

  return GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (scroll));
}

static void
add_labelled (Fixture *fixture, const char *number, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->page_fixture);
  g_autoptr (RelanceClient) client = relance_clients_find (book, "Atelier Durand", &error);
  g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();

  g_assert_no_error (error);
  invoice->client_id = client->id;
  invoice->number = g_strdup (number);
  invoice->label = g_strdup (label);
  invoice->total = 100;
  g_strlcpy (invoice->currency, "EUR", sizeof invoice->currency);
  invoice->issued = invoice->due = relance_date_new (2020, 1, 1);
  relance_invoices_save (book, invoice, NULL, &error);
  g_assert_no_error (error);
}

static void
wait_for_first (GtkWidget *page, const char *number)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (get_columns (page)));
  gboolean first = FALSE;

  while (!first)
    {
      g_autoptr (RelancePlace) place = NULL;
      RelanceInvoice *invoice;

      g_main_context_iteration (NULL, TRUE);
      place = g_list_model_get_item (rows, 0);
      invoice = place != NULL ? relance_place_get_record (place) : NULL;
      first = invoice != NULL && g_str_equal (invoice->number, number);
    }
}

/* By what they were for too, as its header and the menu of narrow windows offer it. */
static void
test_sort_by_label (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  add_labelled (fixture, "F-8", "étude");
  add_labelled (fixture, "F-9", "Façade");
  page = show_page (fixture);
  g_assert_true (gtk_widget_activate_action (page, "sort.by", "s", "label"));
  g_assert_true (gtk_widget_activate_action (page, "sort.direction", "s", "ascending"));
  wait_for_first (page, "F-2");
  g_assert_true (gtk_widget_activate_action (page, "sort.direction", "s", "descending"));
  wait_for_first (page, "F-9");
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  GtkSelectionModel *rows = gtk_column_view_get_model (get_columns (page));
  GtkActionBar *bar = page_fixture_get_part (page, "selection_bar");

  wait_for_totals (page, "3 invoices · €1,980.00 · €1,500.00 due");
  g_assert_false (gtk_action_bar_get_revealed (bar));
  gtk_selection_model_select_all (rows);
  g_assert_true (gtk_action_bar_get_revealed (bar));
  wait_for_label (page, "3 selected");

  /* Nothing remains due on one of them: it is left alone. */
  g_assert_true (gtk_widget_activate_action (page, "selection.pay", NULL));
  wait_for_totals (page, "3 invoices · €1,980.00 · €0.00 due");
  wait_for_label (page, "3 selected");

  g_assert_true (gtk_widget_activate_action (page, "selection.remove", NULL));
  page_fixture_wait (page, "stack", "empty");
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  return --*(int *) n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
wait_for_frames (GtkWidget *widget, int n_frames)
{
  gtk_widget_add_tick_callback (widget, count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_many (Fixture *fixture)
{
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->page_fixture);

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("G-%02d", i);

      page_fixture_add (book, "Atelier Durand", number, 10000, "2026-10-22");
    }
}

/* While another page is shown there are no cells; the place in the list and the selection stay. */
static void
test_other_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) page = NULL;
  GtkSelectionModel *rows;
  GtkAdjustment *place;

  add_many (fixture);
  page = g_object_ref (show_page (fixture));
  wait_for_totals (page, "63 invoices · €7,980.00 · €7,500.00 due");
  rows = gtk_column_view_get_model (get_columns (page));
  place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_columns (page)));
  gtk_selection_model_select_item (rows, 20, TRUE);
  wait_for_frames (fixture->window, 2);
  gtk_adjustment_set_value (place, 400);
  wait_for_frames (fixture->window, 2);

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  g_assert_null (page_fixture_find (page, RELANCE_TYPE_CELL_TEXT, "text", "G-20"));

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  wait_for_cell (page, "G-20");
  wait_for_frames (fixture->window, 2);
  /* GTK keeps the row at its part of the height, and rounds that to a pixel. */
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (place), 400, 1.5);
  g_assert_true (gtk_column_view_get_model (get_columns (page)) == rows);
  g_assert_true (gtk_selection_model_is_selected (rows, 20));
}

/* What is pressed between two frames goes to the window, not to a row that has just left it. */
static void
test_focus_at_change (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  GtkRoot *window = GTK_ROOT (fixture->window);
  GtkLabel *totals = page_fixture_get_part (page, "totals");

  wait_for_totals (page, "3 invoices · €1,980.00 · €1,500.00 due");
  g_assert_true (
    gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (get_columns (page)))));
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (window), GTK_WIDGET (get_columns (page))));

  gtk_editable_set_text (page_fixture_get_part (page, "search"), "lea");
  while (!g_str_equal (gtk_label_get_label (totals), "1 invoice · €480.00 · €0.00 due"))
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_root_get_focus (window) == NULL ||
                     gtk_widget_get_root (gtk_root_get_focus (window)) == window);
    }
  while (gtk_root_get_focus (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (window), GTK_WIDGET (get_columns (page))));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *chips = page_fixture_get_part (page, "chips");
  AdwDialog *dialog;
  g_auto (GStrv) currencies = g_strsplit ("EUR", ",", -1);
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->states = RELANCE_INVOICE_STATES_EVERY;
  wait_for_totals (page, "3 invoices · €1,980.00 · €1,500.00 due");
  dialog = relance_invoice_filters_new (fixture->page_fixture.desk, query, NULL, currencies);
  adw_dialog_present (dialog, page);
  gtk_editable_set_text (page_fixture_get_part (dialog, "amount_from"), "400");
  gtk_editable_set_text (page_fixture_get_part (dialog, "due_to"), "2026-10-10");
  relance_invoice_filters_apply (RELANCE_INVOICE_FILTERS (dialog), query);
  g_assert_cmpint (query->amount_from, ==, 40000);
  g_assert_cmpint (query->due_to, ==, relance_date_new (2026, 10, 10));
  g_assert_cmpint (query->states, ==, RELANCE_INVOICE_STATES_EVERY);
  adw_dialog_force_close (dialog);

  relance_invoice_chips_fill (ADW_WRAP_BOX (chips), query, NULL, NULL, NULL, NULL);
  g_assert_nonnull (page_fixture_find (chips, GTK_TYPE_LABEL, "label", "400.00 or more"));
  relance_invoice_chips_remove (RELANCE_CHIP_AMOUNT, query);
  g_assert_cmpint (query->amount_from, ==, RELANCE_AMOUNT_ANY);
}

/* The words reach clients too. */
static void
test_clients_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  g_assert_true (gtk_widget_activate_action (page, "page.search", NULL));
  gtk_editable_set_text (page_fixture_get_part (page, "search"), "durand");
  wait_for_label (page, "Client: Atelier Durand");
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  GtkColumnView *columns = get_columns (page);
  g_autoptr (GtkColumnViewColumn)
    client = g_list_model_get_item (gtk_column_view_get_columns (columns), 1);

  g_assert_true (gtk_column_view_column_get_visible (client));
  g_assert_true (gtk_widget_activate_action (page, "column.client", NULL));
  g_assert_false (gtk_column_view_column_get_visible (client));
}

static GtkWidget *
find_row (gpointer parent, const char *title)
{
  GtkWidget *row =
    page_fixture_find (GTK_WIDGET (parent), ADW_TYPE_PREFERENCES_ROW, "title", title);

  g_assert_nonnull (row);
  return row;
}

static void
type (gpointer parent, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (parent, title)), text);
}

static GtkWidget *
find_button (gpointer parent, const char *label)
{
  GtkWidget *button = page_fixture_find (GTK_WIDGET (parent), GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  return button;
}

static gboolean
is_shown (gpointer parent, const char *text)
{
  GtkWidget *label = page_fixture_find (GTK_WIDGET (parent), GTK_TYPE_LABEL, "label", text);

  return label != NULL && gtk_widget_is_visible (label);
}

/* The page of an invoice, once it shows what the book holds. */
static GtkWidget *
show_invoice (Fixture *fixture, const char *number, const char *headline)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, number);
  GtkWidget *page = show_page (fixture);

  relance_invoices_page_open (RELANCE_INVOICES_PAGE (page), invoice->id);
  wait_for_label (page, headline);
  return page;
}

/* Waits for something in any window: outside a window of libadwaita a dialog is one itself. */
static GtkWidget *
wait_for_part (GType type, const char *property, const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (TRUE)
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
          GtkWidget *part = page_fixture_find (window, type, property, text);

          if (part != NULL)
            return part;
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_payment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  g_autoptr (RelanceInvoice) paid = NULL;
  GtkWidget *page = show_page (fixture);
  AdwDialog *dialog = relance_payment_dialog_new (fixture->page_fixture.desk, invoice);
  GtkEditable *amount = page_fixture_get_part (dialog, "amount");
  GtkEditable *date = page_fixture_get_part (dialog, "date");
  GtkWidget *save;

  adw_dialog_present (dialog, page);
  save = find_button (dialog, "_Record");
  g_assert_cmpstr (gtk_editable_get_text (amount), ==, "€1,200.00");
  g_assert_true (gtk_widget_get_sensitive (save));

  gtk_editable_set_text (date, "2026-11-23");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (date, "2026-11-20");
  gtk_editable_set_text (amount, "nothing");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (amount, "200,50");
  g_assert_true (gtk_widget_get_sensitive (save));

  type (dialog, "Note", "By Léa herself");
  g_signal_emit_by_name (save, "clicked");
  wait_for_totals (page, "3 invoices · €1,980.00 · €1,299.50 due");
  paid = find_invoice (fixture, "F-1");
  g_assert_cmpstr (g_array_index (paid->payments, RelancePayment, 0).note, ==, "By Léa herself");
}

static void
test_editor (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  AdwDialog *dialog = relance_invoice_editor_new (fixture->page_fixture.desk, NULL);
  GtkWidget *client = page_fixture_get_part (dialog, "client");
  GtkWidget *save = page_fixture_get_part (dialog, "save");
  g_autoptr (RelanceInvoice) added = NULL;

  adw_dialog_present (dialog, page);
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (page_fixture_get_part (client, "entry"), "Studio Nord");
  type (dialog, "Number", "F-4");
  type (dialog, "Issued On", "2026-11-01");
  type (dialog, "Due On", "2026-10-01");
  type (dialog, "Amount, Taxes Included", "20");
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_true (is_shown (dialog, "An invoice cannot be due before it is issued."));
  type (dialog, "Due On", "+45");
  g_assert_true (gtk_widget_get_sensitive (save));

  g_signal_emit_by_name (save, "clicked");
  wait_for_totals (page, "4 invoices · €2,000.00 · €1,520.00 due");
  added = find_invoice (fixture, "F-4");
  g_assert_cmpstr (added->client_name, ==, "Studio Nord");
  g_assert_cmpint (added->due, ==, relance_date_new (2026, 12, 16));
  g_assert_cmpstr (added->due_source, ==, "explicit");
}

/* The due date follows the terms of the client, or those that are typed, and says so. */
static void
test_terms (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  AdwDialog *dialog = relance_invoice_editor_new (fixture->page_fixture.desk, NULL);
  GtkWidget *client = page_fixture_get_part (dialog, "client");
  GtkWidget *dates = page_fixture_get_part (dialog, "dates");
  g_autoptr (RelanceInvoice) added = NULL;

  adw_dialog_present (dialog, page);
  type (dialog, "Issued On", "2026-11-05");
  g_assert_true (is_shown (dates, "30 days, as no terms are agreed with the client"));
  gtk_editable_set_text (page_fixture_get_part (client, "entry"), "gite des pins");
  wait_for_label (dates, "30 days, then end of month, as agreed with the client");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, "Due On"))), ==,
                   "12/31/2026");
  type (dialog, "Due On", "15 days end of month");
  g_assert_true (is_shown (
    dates,
    "15 days, then end of month (due on November 30, 2026 for an invoice of November 5, 2026)"));

  type (dialog, "Number", "F-4");
  type (dialog, "Amount, Taxes Included", "1 234,5");
  g_signal_emit_by_name (page_fixture_get_part (dialog, "save"), "clicked");
  wait_for_totals (page, "4 invoices · €3,214.50 · €2,734.50 due");
  added = find_invoice (fixture, "F-4");
  g_assert_cmpstr (added->client_name, ==, "Gîte des Pins");
  g_assert_cmpint (added->due, ==, relance_date_new (2026, 11, 30));
  g_assert_cmpstr (added->due_source, ==, "terms");
}

/* One after the other: the day stays, the number goes on. */
static void
test_add_another (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  AdwDialog *dialog = relance_invoice_editor_new (fixture->page_fixture.desk, NULL);
  GtkWidget *client = page_fixture_get_part (dialog, "client");
  GtkButton *suggestion = page_fixture_get_part (dialog, "suggestion");

  adw_dialog_present (dialog, page);
  while (!gtk_widget_get_visible (GTK_WIDGET (suggestion)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_button_get_label (suggestion), ==, "F-4");
  gtk_editable_set_text (page_fixture_get_part (client, "entry"), "Léa Martin");
  type (dialog, "Issued On", "2026-11-20");
  g_signal_emit_by_name (suggestion, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, "Number"))), ==, "F-4");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (suggestion)));
  type (dialog, "Amount, Taxes Included", "20");

  gtk_widget_activate_action (GTK_WIDGET (dialog), "editor.save-another", NULL);
  wait_for_totals (page, "4 invoices · €2,000.00 · €1,520.00 due");
  wait_for_label (GTK_WIDGET (dialog), "F-5");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, "Number"))), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, "Issued On"))), ==,
                   "11/20/2026");
  adw_dialog_force_close (dialog);
}

static void
test_detail (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-2");
  GtkWidget *page = show_invoice (fixture, "F-2", "Paid in Full");

  g_assert_nonnull (find_row (page, "Payment (transfer)"));
  gtk_widget_activate_action (
    page_fixture_find (page, GTK_TYPE_MENU_BUTTON, "tooltip-text", "What Can Be Done"),
    "invoice.take-back", "x", g_array_index (invoice->payments, RelancePayment, 0).id);
  wait_for_label (page, "€480.00 due");
  wait_for_label (page, "52 days late");
  g_assert_nonnull (find_row (page, "Nothing yet"));
}

/* What is paid too much is a credit, and can be used for another invoice. */
static void
test_credit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  GtkWidget *page = show_invoice (fixture, "F-1", "€1,200.00 due");
  AdwDialog *dialog = relance_payment_dialog_new (fixture->page_fixture.desk, invoice);

  adw_dialog_present (dialog, page);
  gtk_editable_set_text (page_fixture_get_part (dialog, "amount"), "1 300");
  g_assert_nonnull (find_row (dialog, "€100.00 more than is due: kept as a credit of the client."));
  g_signal_emit_by_name (find_button (dialog, "_Record"), "clicked");
  wait_for_label (page, "Paid in Full");
  g_assert_nonnull (find_row (page, "€100.00"));

  page = show_invoice (fixture, "F-3", "€300.00 due");
  g_assert_nonnull (find_row (page, "€100.00"));
  g_signal_emit_by_name (find_button (page, "_Use It for…"), "clicked");
  wait_for_part (ADW_TYPE_ACTION_ROW, "subtitle", "due on 11/27/2026 · takes €300.00");
  g_signal_emit_by_name (wait_for_part (GTK_TYPE_BUTTON, "label", "_Save"), "clicked");
  wait_for_label (page, "€200.00 due");
  g_assert_null (page_fixture_find (page, ADW_TYPE_ACTION_ROW, "title", "€100.00"));
}

/* Parts of a payment never come to more than it, nor to more than is due. */
static void
test_allocation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  GtkWidget *page, *entry, *save;

  pay (fixture, "F-1", 40000);
  page = show_invoice (fixture, "F-1", "€800.00 due");
  invoice = find_invoice (fixture, "F-1");
  relance_allocation_dialog_open (page, fixture->page_fixture.desk,
                                  g_array_index (invoice->payments, RelancePayment, 0).id, 0);
  entry = wait_for_part (GTK_TYPE_ENTRY, "text", "€400.00");
  save = wait_for_part (GTK_TYPE_BUTTON, "label", "_Save");
  gtk_editable_set_text (GTK_EDITABLE (entry), "400.01");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (entry), "some");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (entry), "150");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  wait_for_label (page, "€1,050.00 due");
  g_assert_nonnull (find_row (page, "€250.00"));
}

static void
test_exclusion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  GtkWidget *page = show_invoice (fixture, "F-1", "€1,200.00 due");
  AdwDialog *dialog = relance_leave_out_dialog_new (fixture->page_fixture.desk, invoice);
  GtkWidget *save;

  adw_dialog_present (dialog, page);
  save = find_button (dialog, "_Leave Out");
  g_assert_false (gtk_widget_get_sensitive (save));
  type (dialog, "Why", "They dispute it");
  g_assert_true (gtk_widget_get_sensitive (save));
  type (dialog, "Until", "2026-11-21");
  g_assert_false (gtk_widget_get_sensitive (save));
  type (dialog, "Until", "2026-12-15");
  g_signal_emit_by_name (save, "clicked");
  wait_for_label (page, "Left out of reminders until December 15, 2026: They dispute it");

  g_signal_emit_by_name (find_button (page, "_Include Again"), "clicked");
  while (find_excluded (fixture, "F-1"))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_write_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  GtkWidget *page = show_invoice (fixture, "F-1", "€1,200.00 due");
  AdwDialog *dialog = relance_write_off_dialog_new (fixture->page_fixture.desk, invoice);
  GtkWidget *save;

  adw_dialog_present (dialog, page);
  save = find_button (dialog, "_Write Off");
  g_assert_false (gtk_widget_get_sensitive (save));
  type (dialog, "Why", "Bankrupt");
  type (dialog, "On", "2026-11-23");
  g_assert_false (gtk_widget_get_sensitive (save));
  type (dialog, "On", "2026-11-20");
  g_signal_emit_by_name (save, "clicked");
  wait_for_label (page, "Written Off");
  g_assert_nonnull (find_row (page, "Written off"));
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  g_autoptr (RelanceInvoice) replaced = NULL;
  GtkWidget *page = show_invoice (fixture, "F-1", "€1,200.00 due");
  AdwDialog *dialog = relance_replace_dialog_new (fixture->page_fixture.desk, invoice);
  GtkWidget *save;

  adw_dialog_present (dialog, page);
  save = find_button (dialog, "_Replace");
  g_assert_false (gtk_widget_get_sensitive (save));
  type (dialog, "Number of the Correction", "F-3");
  g_signal_emit_by_name (save, "clicked");
  wait_for_label (page, "Replaced by F-3");
  replaced = find_invoice (fixture, "F-1");
  g_assert_cmpint (replaced->balance, ==, 0);
}

static void
test_credit_note (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  GtkWidget *page = show_invoice (fixture, "F-1", "€1,200.00 due");
  AdwDialog *dialog = relance_credit_note_dialog_new (fixture->page_fixture.desk, invoice);
  GtkWidget *save;

  adw_dialog_present (dialog, page);
  save = find_button (dialog, "_Record");
  g_assert_false (gtk_widget_get_sensitive (save));
  type (dialog, "Number", "A-1");
  type (dialog, "Amount, Taxes Included", "1300");
  g_assert_true (is_shown (dialog, "€100.00 becomes a credit of the client."));
  type (dialog, "Amount, Taxes Included", "200");
  g_signal_emit_by_name (save, "clicked");
  wait_for_label (page, "€1,000.00 due");
  g_assert_nonnull (find_row (page, "Credit note A-1"));
}

static void
test_instalments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  GtkWidget *page = show_invoice (fixture, "F-1", "€1,200.00 due");
  AdwDialog *dialog = relance_instalments_dialog_new (fixture->page_fixture.desk, invoice);
  GtkWidget *save;
  g_autoptr (RelanceInvoice) parted = NULL;
  GtkWidget *amount;

  adw_dialog_present (dialog, page);
  save = find_button (dialog, "_Save");
  adw_spin_row_set_value (ADW_SPIN_ROW (find_row (dialog, "How Many")), 3);
  g_assert_true (gtk_widget_get_sensitive (save));
  amount = page_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, "placeholder-text", "Amount 3");
  gtk_editable_set_text (GTK_EDITABLE (amount), "399,50");
  g_assert_true (is_shown (dialog, "€0.50 is still missing from the total of the invoice."));
  g_assert_false (gtk_widget_get_sensitive (save));
  amount = page_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, "placeholder-text", "Amount 1");
  gtk_editable_set_text (GTK_EDITABLE (amount), "400,50");
  g_assert_true (gtk_widget_get_sensitive (save));

  g_signal_emit_by_name (save, "clicked");
  wait_for_label (page, "€399.50 remains due");
  parted = find_invoice (fixture, "F-1");
  g_assert_cmpuint (parted->instalments->len, ==, 3);
  g_assert_cmpint (g_array_index (parted->instalments, RelanceInstalment, 2).due, ==,
                   relance_date_new (2026, 12, 22));
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  GtkWidget *page = show_invoice (fixture, "F-1", "€1,200.00 due");
  g_autofree char *path = g_build_filename (fixture->page_fixture.folder, "F-1.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "%PDF-1.7 sample", -1, &error);
  g_assert_no_error (error);
  relance_invoice_documents_attach (page, fixture->page_fixture.desk, invoice->id, file);
  wait_for_label (page, "F-1.pdf");
  g_assert_true (g_unlink (path) == 0);
}

/* A PDF without data, dropped on the page. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_invoice (fixture, "F-1", "€1,200.00 due");
  GtkWidget *invoice = page_fixture_find (page, RELANCE_TYPE_INVOICE_PAGE, "title", "F-1");
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/fixtures/pdf/plain.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_assert_nonnull (invoice);
  g_list_store_append (files, file);
  g_assert_true (
    relance_invoice_page_take_files (RELANCE_INVOICE_PAGE (invoice), G_LIST_MODEL (files)));
  wait_for_label (page, "plain.pdf");
  g_list_store_append (files, file);
  g_assert_false (
    relance_invoice_page_take_files (RELANCE_INVOICE_PAGE (invoice), G_LIST_MODEL (files)));
}

static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page =
    g_object_ref_sink (GTK_WIDGET (relance_waiting_page_new (fixture->page_fixture.desk)));
  int minimum;

  page_fixture_wait (page, "stack", "nothing");
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_object_unref (page);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
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

  g_test_add ("/invoices/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/invoices/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/invoices/chip", Fixture, NULL, set_up, test_chip, tear_down);
  g_test_add ("/invoices/sort-by-label", Fixture, NULL, set_up, test_sort_by_label, tear_down);
  g_test_add ("/invoices/other-page", Fixture, NULL, set_up, test_other_page, tear_down);
  g_test_add ("/invoices/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/invoices/focus-at-change", Fixture, NULL, set_up, test_focus_at_change, tear_down);
  g_test_add ("/invoices/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/invoices/clients-found", Fixture, NULL, set_up, test_clients_found, tear_down);
  g_test_add ("/invoices/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/invoices/payment", Fixture, NULL, set_up, test_payment, tear_down);
  g_test_add ("/invoices/editor", Fixture, NULL, set_up, test_editor, tear_down);
  g_test_add ("/invoices/terms", Fixture, NULL, set_up, test_terms, tear_down);
  g_test_add ("/invoices/add-another", Fixture, NULL, set_up, test_add_another, tear_down);
  g_test_add ("/invoices/credit", Fixture, NULL, set_up, test_credit, tear_down);
  g_test_add ("/invoices/allocation", Fixture, NULL, set_up, test_allocation, tear_down);
  g_test_add ("/invoices/exclusion", Fixture, NULL, set_up, test_exclusion, tear_down);
  g_test_add ("/invoices/write-off", Fixture, NULL, set_up, test_write_off, tear_down);
  g_test_add ("/invoices/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/invoices/credit-note", Fixture, NULL, set_up, test_credit_note, tear_down);
  g_test_add ("/invoices/instalments", Fixture, NULL, set_up, test_instalments, tear_down);
  g_test_add ("/invoices/document", Fixture, NULL, set_up, test_document, tear_down);
  g_test_add ("/invoices/drop", Fixture, NULL, set_up, test_drop, tear_down);
  g_test_add ("/invoices/waiting", Fixture, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/invoices/detail", Fixture, NULL, set_up, test_detail, tear_down);
  g_test_add ("/invoices/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}
