/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/relance-import-columns-page.h"
#include "import/relance-import-dialog.h"
#include "import/relance-import-row.h"
#include "page-fixture.h"
#include "relance-words.h"

#define HEADER "Invoice Number,Issue Date,Due Date,Client,Total Amount,Currency\n"

/* F-042 is in the book with the total of 1,200.00; the last line has no client. */
#define MIXED                                                                                      \
  HEADER "F-042,2026-09-22,2026-10-22,Atelier Durand,1500.00,EUR\n"                                \
         "N-1,2026-09-01,2026-10-01,Atelier Durand,100.00,EUR\n"                                   \
         "N-2,2026-09-01,2026-10-01,Sample Studio,200.00,USD\n"                                    \
         "N-3,2026-09-01,2026-10-01,,300.00,EUR\n"

#define UNKNOWN                                                                                    \
  "Ref;Who;When;Sum\n"                                                                             \
  "A-1;Sample Studio;01/09/2026;1200,00\n"                                                         \
  "A-2;Sample Bakery;15/09/2026;480,50\n"

#define WITHOUT_DUE                                                                                \
  "Invoice Number,Issue Date,Client,Total Amount,Currency\n"                                       \
  "N-1,2026-09-10,Sample Studio,100.00,EUR\n"

typedef struct
{
  PageFixture book;
  GtkWindow *window;
  AdwDialog *dialog;
  char *file;
} Fixture;

static void
fill (RelanceBook *book)
{
  page_fixture_add (book, "Atelier Durand", "F-042", 120000, "2026-10-22");
}

static void
open_dialog (Fixture *fixture)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->file);

  g_list_store_append (files, file);
  fixture->dialog =
    g_object_ref_sink (relance_import_dialog_new (fixture->book.desk, G_LIST_MODEL (files), FALSE));
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  g_assert_cmpstr (
    gtk_stack_get_visible_child_name (page_fixture_get_part (fixture->dialog, "stack")), ==,
    "working");
}

/* @text: what the file holds */
static void
set_up (Fixture *fixture, gconstpointer text)
{
  g_autoptr (GError) error = NULL;

  page_fixture_set_up (&fixture->book, fill);
  fixture->file = g_build_filename (fixture->book.folder, "file.csv", NULL);
  g_file_set_contents (fixture->file, text, -1, &error);
  g_assert_no_error (error);

  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 360, 700);
  gtk_window_present (fixture->window);
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (gtk_widget_get_parent (GTK_WIDGET (fixture->dialog)))
    adw_dialog_force_close (fixture->dialog);
  g_clear_object (&fixture->dialog);
  gtk_window_destroy (fixture->window);
  g_unlink (fixture->file);
  g_clear_pointer (&fixture->file, g_free);
  page_fixture_tear_down (&fixture->book);
}

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return page_fixture_get_part (fixture->dialog, name);
}

static void
wait_for_preview (Fixture *fixture)
{
  page_fixture_wait (fixture->dialog, "stack", "preview");
}

static RelanceImportRow *
find_row (GtkWidget *parent, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      RelanceImportRow *row = RELANCE_IS_IMPORT_ROW (child) ? RELANCE_IMPORT_ROW (child)
                                                            : find_row (child, title);

      if (row && g_str_equal (gtk_label_get_label (page_fixture_get_part (row, "title")), title))
        return row;
    }
  return NULL;
}

static RelanceImportRow *
wait_for_row (Fixture *fixture, const char *title)
{
  RelanceImportRow *row;

  wait_for_preview (fixture);
  while (!(row = find_row (get_part (fixture, "list"), title)))
    g_main_context_iteration (NULL, TRUE);
  return row;
}

static const char *
get_text (RelanceImportRow *row, const char *part)
{
  return gtk_label_get_label (page_fixture_get_part (row, part));
}

static gboolean
has_check (RelanceImportRow *row)
{
  return gtk_widget_get_visible (page_fixture_get_part (row, "check"));
}

static const char *
get_order (Fixture *fixture)
{
  return gtk_label_get_label (get_part (fixture, "order"));
}

static void
closed_cb (gboolean *closed)
{
  *closed = TRUE;
}

/* Presses a button that ends with the dialog closed. */
static void
press_last (Fixture *fixture, const char *button)
{
  gboolean closed = FALSE;

  g_signal_connect_swapped (fixture->dialog, "closed", G_CALLBACK (closed_cb), &closed);
  g_signal_emit_by_name (get_part (fixture, button), "clicked");
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
count_invoices (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GArray) totals = relance_invoices_sum (book, query, error);
  guint *count = request;

  for (guint i = 0; totals && i < totals->len; i++)
    *count += g_array_index (totals, RelanceInvoiceTotal, i).count;
  return NULL;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;

  relance_desk_run_finish (RELANCE_DESK (source), result, NULL);
  *done = TRUE;
}

static guint
count_in_book (Fixture *fixture)
{
  gboolean done = FALSE;
  guint count = 0;

  relance_desk_run_async (fixture->book.desk, RELANCE_LANE_BOOK, count_invoices, &count, NULL, NULL,
                          NULL, counted_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return count;
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  RelanceImportRow *row = wait_for_row (fixture, "1 Changed");

  g_assert_true (has_check (row));
  row = wait_for_row (fixture, "F-042 · Atelier Durand");
  g_assert_nonnull (strstr (get_text (row, "subtitle"), "total: "));
  g_assert_nonnull (strstr (get_text (row, "subtitle"), " → "));
  row = wait_for_row (fixture, "2 New");
  g_assert_nonnull (strstr (get_text (row, "amount"), "100"));
  g_assert_nonnull (strstr (get_text (row, "amount"), "200"));
  row = wait_for_row (fixture, "Line 5 · N-3");
  g_assert_cmpstr (get_text (row, "subtitle"), ==, "The client is missing.\nfile.csv");
  g_assert_false (has_check (row));
  row = wait_for_row (fixture, "file.csv");
  g_assert_cmpstr (get_text (row, "subtitle"), ==, "Table (CSV)");
  g_assert_cmpstr (get_order (fixture), ==, "Import 2 Invoices, 1 Change, 1 Client");
  g_assert_cmpuint (count_in_book (fixture), ==, 1);
}

static void
test_choose_row (Fixture *fixture, gconstpointer data)
{
  RelanceImportRow *group = wait_for_row (fixture, "2 New");

  g_assert_true (relance_import_row_toggle (wait_for_row (fixture, "N-2 · Sample Studio")));
  g_assert_cmpstr (get_order (fixture), ==, "Import 1 Invoice, 1 Change");
  g_assert_cmpstr (get_text (group, "subtitle"), ==, "1 left out");
  g_assert_null (strstr (get_text (group, "amount"), "200"));
  g_assert_true (gtk_check_button_get_inconsistent (page_fixture_get_part (group, "check")));
  g_assert_false (relance_import_row_toggle (wait_for_row (fixture, "Line 5 · N-3")));
}

static void
test_choose_group (Fixture *fixture, gconstpointer data)
{
  RelanceImportRow *group = wait_for_row (fixture, "2 New");
  GtkCheckButton *check =
    page_fixture_get_part (wait_for_row (fixture, "N-1 · Atelier Durand"), "check");

  relance_import_row_toggle (group);
  g_assert_false (gtk_check_button_get_active (check));
  relance_import_row_toggle (wait_for_row (fixture, "1 Changed"));
  g_assert_cmpstr (get_order (fixture), ==, "Nothing to Import");
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "import_button")));

  /* Of a group that is chosen in part, the check chooses the rest. */
  relance_import_row_toggle (wait_for_row (fixture, "N-1 · Atelier Durand"));
  relance_import_row_toggle (group);
  g_assert_true (gtk_check_button_get_active (check));
  g_assert_cmpstr (get_order (fixture), ==, "Import 2 Invoices, 1 Client");
}

static void
test_import_chosen (Fixture *fixture, gconstpointer data)
{
  relance_import_row_toggle (wait_for_row (fixture, "N-2 · Sample Studio"));
  press_last (fixture, "import_button");
  g_assert_cmpuint (count_in_book (fixture), ==, 2);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  wait_for_preview (fixture);
  press_last (fixture, "cancel_button");
  g_assert_cmpuint (count_in_book (fixture), ==, 1);
}

static guint
count_rows (GtkWidget *parent)
{
  guint count = RELANCE_IS_IMPORT_ROW (parent);

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_rows (child);
  return count;
}

/* However many rows there are, only what can be seen is built. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;

  adw_dialog_force_close (fixture->dialog);
  g_clear_object (&fixture->dialog);
  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "M-%d,2026-09-01,2026-10-01,Sample Studio,10.00,EUR\n", i);
  g_file_set_contents (fixture->file, text->str, -1, &error);
  g_assert_no_error (error);

  open_dialog (fixture);
  wait_for_row (fixture, "5000 New");
  g_assert_cmpuint (count_rows (get_part (fixture, "list")), <, 400);
  relance_import_row_toggle (wait_for_row (fixture, "M-0 · Sample Studio"));
  g_assert_cmpstr (get_order (fixture), ==, "Import 4999 Invoices, 1 Client");
}

static RelanceImportColumnsPage *
wait_for_columns (Fixture *fixture)
{
  AdwNavigationView *view = get_part (fixture, "view");
  AdwNavigationPage *page;

  while (page = adw_navigation_view_get_visible_page (view), !RELANCE_IS_IMPORT_COLUMNS_PAGE (page))
    g_main_context_iteration (NULL, TRUE);
  return RELANCE_IMPORT_COLUMNS_PAGE (page);
}

static void
choose_column (RelanceImportColumnsPage *page, int column, const char *label)
{
  GtkGrid *table = page_fixture_get_part (page, "table");
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_grid_get_child_at (table, column, 0));
  GListModel *labels = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (labels), i), label))
      {
        gtk_drop_down_set_selected (choice, i);
        return;
      }
  g_assert_not_reached ();
}

static const char *
get_lack (RelanceImportColumnsPage *page)
{
  return gtk_label_get_label (page_fixture_get_part (page, "lack"));
}

static void
choose_all_columns (RelanceImportColumnsPage *page)
{
  choose_column (page, 0, "Number");
  choose_column (page, 1, "Client");
  choose_column (page, 2, "Issued");
  g_assert_cmpstr (get_lack (page), ==, "Still missing: the total.");
  choose_column (page, 3, "Total");
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  RelanceImportColumnsPage *page = wait_for_columns (fixture);
  GtkWidget *use = page_fixture_get_part (page, "use_button");

  g_assert_cmpstr (get_lack (page), ==,
                   "Still missing: the number, the client, the total, the date of issue or the due "
                   "date.");
  choose_all_columns (page);
  while (!gtk_widget_get_sensitive (use))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (page_fixture_find (page_fixture_get_part (page, "sample"),
                                       ADW_TYPE_PREFERENCES_ROW, "title", "A-1 · Sample Studio"));

  g_signal_emit_by_name (use, "clicked");
  wait_for_row (fixture, "A-2 · Sample Bakery");
  g_assert_cmpstr (get_order (fixture), ==, "Import 2 Invoices, 2 Clients");
}

/* A field has one column: the one that was said last. */
static void
test_columns_once (Fixture *fixture, gconstpointer data)
{
  RelanceImportColumnsPage *page = wait_for_columns (fixture);
  g_auto (GStrv) fields = NULL;

  choose_all_columns (page);
  choose_column (page, 0, "Client");
  fields = relance_import_columns_page_dup_fields (page);
  g_assert_cmpstr (fields[0], ==, "client");
  g_assert_cmpstr (fields[1], ==, "ignore");
  g_assert_cmpstr (get_lack (page), ==, "Still missing: the number.");
  g_assert_false (gtk_widget_get_sensitive (page_fixture_get_part (page, "use_button")));
}

/* The terms that stand for a missing due date can be others, and the rows follow at once. */
static void
test_terms (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint choice;
    int month, day;
  } cases[] = {
    { 0, 9, 10 },  /* on receipt */
    { 3, 10, 31 }, /* 30 days, then end of month */
    { 4, 10, 30 }, /* end of month, then 30 days */
    { 2, 10, 10 }, /* 30 days */
  };
  RelanceImportRow *row = wait_for_row (fixture, "N-1 · Sample Studio");
  GtkWidget *terms = get_part (fixture, "terms");

  g_assert_true (gtk_widget_get_visible (terms));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date =
        relance_words_date (relance_date_new (2026, cases[i].month, cases[i].day));
      g_autofree char *due = g_strdup_printf ("Due %s", date);

      adw_combo_row_set_selected (page_fixture_get_part (terms, "choice"), cases[i].choice);
      g_assert_nonnull (strstr (get_text (row, "subtitle"), due));
    }
}

static void
test_no_terms (Fixture *fixture, gconstpointer data)
{
  wait_for_row (fixture, "2 New");
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "terms")));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  page_fixture_wait (fixture->dialog, "stack", "refused");
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "bar")));
  g_assert_nonnull (
    strstr (adw_status_page_get_description (get_part (fixture, "refused")), "file.csv"));
}

/* A dialog is as narrow as the window it stands in. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  wait_for_row (fixture, "2 New");
  gtk_widget_measure (GTK_WIDGET (fixture->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 346);
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

  g_test_add ("/import/groups", Fixture, MIXED, set_up, test_groups, tear_down);
  g_test_add ("/import/choose-row", Fixture, MIXED, set_up, test_choose_row, tear_down);
  g_test_add ("/import/choose-group", Fixture, MIXED, set_up, test_choose_group, tear_down);
  g_test_add ("/import/import-chosen", Fixture, MIXED, set_up, test_import_chosen, tear_down);
  g_test_add ("/import/cancel", Fixture, MIXED, set_up, test_cancel, tear_down);
  g_test_add ("/import/many", Fixture, MIXED, set_up, test_many, tear_down);
  g_test_add ("/import/columns", Fixture, UNKNOWN, set_up, test_columns, tear_down);
  g_test_add ("/import/columns/once", Fixture, UNKNOWN, set_up, test_columns_once, tear_down);
  g_test_add ("/import/terms", Fixture, WITHOUT_DUE, set_up, test_terms, tear_down);
  g_test_add ("/import/terms/none", Fixture, MIXED, set_up, test_no_terms, tear_down);
  g_test_add ("/import/refused", Fixture, "", set_up, test_refused, tear_down);
  g_test_add ("/import/narrow", Fixture, MIXED, set_up, test_narrow, tear_down);
  return g_test_run ();
}
