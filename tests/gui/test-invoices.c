/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-editor.h"
#include "invoices/relance-invoice-page.h"
#include "invoices/relance-invoices-page.h"
#include "invoices/relance-payment-dialog.h"
#include "page-fixture.h"

typedef struct
{
  PageFixture page_fixture;
  GtkWidget *window;
} Fixture;

static void
fill (RelanceBook *book)
{
  gint64 paid = page_fixture_add (book, "Léa Martin", "F-2", 48000, "2026-10-01");

  page_fixture_pay (book, paid, 48000, "2026-09-30");
  page_fixture_add (book, "Atelier Durand", "F-1", 120000, "2026-10-22");
  page_fixture_add (book, "Atelier Durand", "F-3", 30000, "2026-11-27");
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
  g_autoptr (RelanceBook) book =
    relance_book_open (fixture->page_fixture.path, FALSE, fixture->page_fixture.clock, &error);
  RelanceInvoice *invoice;

  g_assert_no_error (error);
  invoice = relance_invoices_find (book, number, &error);
  g_assert_no_error (error);
  return invoice;
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
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  AdwToggleGroup *filter = page_fixture_get_part (page, "filter");

  wait_for_totals (page, "3 invoices · €1,980.00 · €1,500.00 due");
  wait_for_label (page, "31 days late");
  wait_for_label (page, "due in 5 days");
  wait_for_label (page, "paid");

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
  GtkWidget *chip = page_fixture_get_part (page, "chip");
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->filter = RELANCE_INVOICES_OPEN;
  query->due_to = relance_date_new (2026, 10, 31);
  relance_invoices_page_show (RELANCE_INVOICES_PAGE (page), query, "Fell due in October 2026");
  wait_for_totals (page, "1 invoice · €1,200.00 · €1,200.00 due");
  g_assert_true (gtk_widget_get_visible (chip));
  g_assert_nonnull (page_fixture_find (chip, GTK_TYPE_LABEL, "label", "Fell due in October 2026"));

  g_signal_emit_by_name (chip, "clicked");
  wait_for_totals (page, "3 invoices · €1,980.00 · €1,500.00 due");
  g_assert_false (gtk_widget_get_visible (chip));
}

static void
test_payment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-1");
  GtkWidget *page = show_page (fixture);
  AdwDialog *dialog = relance_payment_dialog_new (fixture->page_fixture.desk, invoice);
  GtkEditable *amount = page_fixture_get_part (dialog, "amount");
  GtkEditable *date = page_fixture_get_part (dialog, "date");
  GtkWidget *save = page_fixture_get_part (dialog, "save");

  g_assert_cmpstr (gtk_editable_get_text (amount), ==, "€1,200.00");
  g_assert_true (gtk_widget_get_sensitive (save));

  gtk_editable_set_text (date, "2026-11-23");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (date, "2026-11-20");
  gtk_editable_set_text (amount, "nothing");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (amount, "200,50");
  g_assert_true (gtk_widget_get_sensitive (save));

  adw_dialog_present (dialog, page);
  g_signal_emit_by_name (save, "clicked");
  wait_for_totals (page, "3 invoices · €1,980.00 · €1,299.50 due");
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
  gtk_editable_set_text (page_fixture_get_part (dialog, "number"), "F-4");
  gtk_editable_set_text (page_fixture_get_part (dialog, "issued"), "2026-11-01");
  gtk_editable_set_text (page_fixture_get_part (dialog, "due"), "2026-10-01");
  gtk_editable_set_text (page_fixture_get_part (dialog, "amount"), "20");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (page_fixture_get_part (dialog, "due"), "+45");
  g_assert_true (gtk_widget_get_sensitive (save));

  g_signal_emit_by_name (save, "clicked");
  wait_for_totals (page, "4 invoices · €2,000.00 · €1,520.00 due");
  added = find_invoice (fixture, "F-4");
  g_assert_cmpstr (added->client_name, ==, "Studio Nord");
  g_assert_cmpint (added->due, ==, relance_date_new (2026, 12, 16));
}

static void
test_detail (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoice) invoice = find_invoice (fixture, "F-2");
  GtkWidget *page = show_page (fixture);

  relance_invoices_page_open (RELANCE_INVOICES_PAGE (page), invoice->id);
  wait_for_label (page, "Paid in Full");
  g_assert_nonnull (page_fixture_find (page, GTK_TYPE_BUTTON, "tooltip-text", "Remove Payment"));

  gtk_widget_activate_action (
    page_fixture_find (page, GTK_TYPE_BUTTON, "tooltip-text", "Remove Payment"),
    "invoice.remove-payment", "x", g_array_index (invoice->payments, RelancePayment, 0).id);
  wait_for_label (page, "€480.00 due");
  wait_for_label (page, "52 days late");
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
  g_test_add ("/invoices/payment", Fixture, NULL, set_up, test_payment, tear_down);
  g_test_add ("/invoices/editor", Fixture, NULL, set_up, test_editor, tear_down);
  g_test_add ("/invoices/detail", Fixture, NULL, set_up, test_detail, tear_down);
  g_test_add ("/invoices/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}
