/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-table.h"

#include "invoices/relance-invoice-state.h"
#include "relance-words.h"

#include <adwaita.h>

struct _RelanceInvoiceTable
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *bin;
  GtkScrolledWindow *columns_scroll;
  GtkColumnView *columns;
  GtkScrolledWindow *rows_scroll;
  GtkListView *rows;

  RelanceInvoiceList *list;
  gboolean sorting; /* by the program, not by the user */
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceTable, relance_invoice_table, GTK_TYPE_WIDGET)

enum
{
  INVOICE_ACTIVATED,
  SORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *column;
  RelanceInvoiceSort sort;
} sorts[] = {
  { "number", RELANCE_INVOICE_SORT_NUMBER }, { "client", RELANCE_INVOICE_SORT_CLIENT },
  { "issued", RELANCE_INVOICE_SORT_ISSUED }, { "due", RELANCE_INVOICE_SORT_DUE },
  { "total", RELANCE_INVOICE_SORT_TOTAL },   { "balance", RELANCE_INVOICE_SORT_BALANCE },
  { "state", RELANCE_INVOICE_SORT_STATE },
};

/* What the cells show; nothing while an invoice is being read. */

static char *
describe_number (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? g_strdup (invoice->number) : NULL;
}

static char *
describe_client (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? g_strdup (invoice->client_name) : NULL;
}

static char *
describe_issued (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? relance_date_format_short (invoice->issued, NULL) : NULL;
}

static char *
describe_due (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? relance_date_format_short (invoice->due, NULL) : NULL;
}

static char *
describe_total (GObject *cell, RelanceInvoice *invoice)
{
  return invoice != NULL ? relance_words_amount (invoice->total, invoice->currency) : NULL;
}

static char *
describe_balance (GObject *cell, RelanceInvoice *invoice)
{
  if (invoice == NULL || invoice->balance == 0)
    return NULL;
  return relance_words_amount (invoice->balance, invoice->currency);
}

/* Where there is room for one amount only. */
static char *
describe_owed (GObject *cell, RelanceInvoice *invoice)
{
  if (invoice == NULL || invoice->balance == 0)
    return describe_total (cell, invoice);
  return describe_balance (cell, invoice);
}

static char *
describe_state (GObject *cell, RelanceInvoice *invoice, int today)
{
  return invoice != NULL ? relance_invoice_state_words (invoice, today) : NULL;
}

static char **
list_state_classes (GObject *cell, RelanceInvoice *invoice)
{
  const char *classes[] = { invoice != NULL ? relance_invoice_state_style (invoice) : "", NULL };

  return g_strdupv ((char **) classes);
}

static char **
list_small_state_classes (GObject *cell, RelanceInvoice *invoice)
{
  const char *classes[] = { "caption", invoice != NULL ? relance_invoice_state_style (invoice) : "",
                            NULL };

  return g_strdupv ((char **) classes);
}

static void
activate_position (RelanceInvoiceTable *self, guint position)
{
  g_autoptr (RelanceInvoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  RelanceInvoice *invoice = item != NULL ? relance_invoice_item_get_invoice (item) : NULL;

  if (invoice != NULL)
    g_signal_emit (self, signals[INVOICE_ACTIVATED], 0, invoice->id);
}

static void
columns_activated_cb (RelanceInvoiceTable *self, guint position)
{
  activate_position (self, position);
}

static void
rows_activated_cb (RelanceInvoiceTable *self, guint position)
{
  activate_position (self, position);
}

static void
sorter_changed_cb (RelanceInvoiceTable *self)
{
  if (!self->sorting)
    g_signal_emit (self, signals[SORTED], 0);
}

static GtkColumnViewColumn *
find_column (RelanceInvoiceTable *self, RelanceInvoiceSort sort)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (sorts[i].sort == sort)
        return column;
    }
  return NULL;
}

static void
relance_invoice_table_dispose (GObject *object)
{
  RelanceInvoiceTable *self = RELANCE_INVOICE_TABLE (object);

  /* Columns that go change the order, which is nobody's wish. */
  self->sorting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_INVOICE_TABLE);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (relance_invoice_table_parent_class)->dispose (object);
}

static void
relance_invoice_table_class_init (RelanceInvoiceTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_table_dispose;
  signals[INVOICE_ACTIVATED] = g_signal_new ("invoice-activated", RELANCE_TYPE_INVOICE_TABLE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             G_TYPE_INT64);
  signals[SORTED] = g_signal_new ("sorted", RELANCE_TYPE_INVOICE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELANCE_TYPE_INVOICE);
  g_type_ensure (RELANCE_TYPE_INVOICE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-table.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, bin);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, columns_scroll);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, columns);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, rows_scroll);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, rows);
  gtk_widget_class_bind_template_callback (widget_class, describe_number);
  gtk_widget_class_bind_template_callback (widget_class, describe_client);
  gtk_widget_class_bind_template_callback (widget_class, describe_issued);
  gtk_widget_class_bind_template_callback (widget_class, describe_due);
  gtk_widget_class_bind_template_callback (widget_class, describe_total);
  gtk_widget_class_bind_template_callback (widget_class, describe_balance);
  gtk_widget_class_bind_template_callback (widget_class, describe_owed);
  gtk_widget_class_bind_template_callback (widget_class, describe_state);
  gtk_widget_class_bind_template_callback (widget_class, list_state_classes);
  gtk_widget_class_bind_template_callback (widget_class, list_small_state_classes);
  gtk_widget_class_bind_template_callback (widget_class, columns_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rows_activated_cb);
}

static void
relance_invoice_table_init (RelanceInvoiceTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_column_view_get_sorter (self->columns), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

void
relance_invoice_table_set_list (RelanceInvoiceTable *self, RelanceInvoiceList *list)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (RELANCE_IS_INVOICE_TABLE (self));

  g_set_object (&self->list, list);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (list)));
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (selection));
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (selection));
}

/* Shows in the headers how the list is sorted; emits nothing. */
void
relance_invoice_table_set_sort (RelanceInvoiceTable *self,
                                RelanceInvoiceSort sort,
                                gboolean descending)
{
  g_return_if_fail (RELANCE_IS_INVOICE_TABLE (self));

  self->sorting = TRUE;
  /* Else the columns of before stay as lesser orders, with arrows of their own. */
  gtk_column_view_sort_by_column (self->columns, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->columns, find_column (self, sort),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

RelanceInvoiceSort
relance_invoice_table_get_sort (RelanceInvoiceTable *self, gboolean *descending)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->columns));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  *descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  for (guint i = 0; column != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (gtk_column_view_column_get_id (column), sorts[i].column) == 0)
      return sorts[i].sort;
  return RELANCE_INVOICE_SORT_DUE;
}

void
relance_invoice_table_scroll_to_top (RelanceInvoiceTable *self)
{
  g_return_if_fail (RELANCE_IS_INVOICE_TABLE (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->columns_scroll), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->rows_scroll), 0);
}
