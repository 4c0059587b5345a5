/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoices-page.h"

#include "invoices/relance-invoice-chips.h"
#include "invoices/relance-invoice-editor.h"
#include "invoices/relance-invoice-filters.h"
#include "invoices/relance-invoice-page.h"
#include "invoices/relance-invoice-selection.h"
#include "invoices/relance-invoice-table.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceInvoicesPage
{
  RelanceListPage parent_instance;

  /* Template */
  AdwToggleGroup *filter;

  /* Owned */
  RelanceInvoiceQuery *query;
  char *title;  /* what names the query, when a figure asked it */
  char *client; /* the name of the query's client */

  gboolean showing; /* the controls follow the query, not the reverse */
};

G_DEFINE_FINAL_TYPE (RelanceInvoicesPage, relance_invoices_page, RELANCE_TYPE_LIST_PAGE)

static const struct
{
  const char *toggle;
  RelanceInvoiceFilter filter;
} filters[] = {
  { "all", RELANCE_INVOICES_ALL },
  { "open", RELANCE_INVOICES_OPEN },
  { "overdue", RELANCE_INVOICES_OVERDUE },
  { "paid", RELANCE_INVOICES_PAID },
};

static const struct
{
  const char *column;
  RelanceInvoiceSort sort;
} sorts[] = {
  { "number", RELANCE_INVOICE_SORT_NUMBER },   { "client", RELANCE_INVOICE_SORT_CLIENT },
  { "label", RELANCE_INVOICE_SORT_LABEL },     { "issued", RELANCE_INVOICE_SORT_ISSUED },
  { "due", RELANCE_INVOICE_SORT_DUE },         { "total", RELANCE_INVOICE_SORT_TOTAL },
  { "balance", RELANCE_INVOICE_SORT_BALANCE }, { "state", RELANCE_INVOICE_SORT_STATE },
};

static const char *
get_toggle (RelanceInvoiceFilter filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (filters[i].filter == filter)
      return filters[i].toggle;
  return NULL;
}

static RelanceInvoiceFilter
get_filter (const char *toggle)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_strcmp0 (filters[i].toggle, toggle) == 0)
      return filters[i].filter;
  return RELANCE_INVOICES_ALL;
}

static const char *
get_column (RelanceInvoiceSort sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].sort == sort)
      return sorts[i].column;
  return sorts[0].column;
}

/* Whoever looks for what is due wants the oldest first; else the newest is what one looks for. */
static void
sort_as_usual (RelanceInvoiceQuery *query)
{
  gboolean due = query->filter == RELANCE_INVOICES_OPEN ||
                 query->filter == RELANCE_INVOICES_OVERDUE ||
                 query->filter == RELANCE_INVOICES_OPEN_LATE;

  query->sort = due ? RELANCE_INVOICE_SORT_DUE : RELANCE_INVOICE_SORT_ISSUED;
  query->descending = !due;
}

static void chip_removed_cb (int chip, gpointer user_data);

static void
show_controls (RelanceInvoicesPage *self)
{
  RelanceListPage *page = RELANCE_LIST_PAGE (self);

  self->showing = TRUE;
  adw_toggle_group_set_active_name (self->filter,
                                    self->title == NULL ? get_toggle (self->query->filter) : NULL);
  relance_invoice_chips_fill (relance_list_page_get_chips (page), self->query, self->title,
                              self->client, chip_removed_cb, self);
  self->showing = FALSE;
  relance_list_page_show_query (page, get_column (self->query->sort), self->query->descending);
}

/* Takes @query. @title: (nullable): names a query that no control stands for. */
static void
show_query (RelanceInvoicesPage *self, RelanceInvoiceQuery *query, const char *title)
{
  g_clear_pointer (&self->query, relance_invoice_query_free);
  self->query = query;
  g_set_str (&self->title, title);
  show_controls (self);
}

static void
show_all (RelanceListPage *page)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (page);
  RelanceInvoiceQuery *query = relance_invoice_query_new ();

  query->states = RELANCE_INVOICE_STATES_EVERY;
  sort_as_usual (query);
  g_clear_pointer (&self->client, g_free);
  show_query (self, query, NULL);
}

static void
chip_removed_cb (int chip, gpointer user_data)
{
  RelanceInvoicesPage *self = user_data;

  if (chip == RELANCE_CHIP_TITLE)
    {
      show_all (RELANCE_LIST_PAGE (self));
      return;
    }
  relance_invoice_chips_remove (chip, self->query);
  show_controls (self);
}

static void
filter_changed_cb (RelanceInvoicesPage *self)
{
  const char *toggle = adw_toggle_group_get_active_name (self->filter);
  RelanceInvoiceQuery *query;

  if (self->showing || self->query == NULL || toggle == NULL)
    return;
  query = self->title == NULL ? relance_invoice_query_copy (self->query)
                              : relance_invoice_query_new ();
  query->filter = get_filter (toggle);
  query->states = self->title == NULL ? query->states : RELANCE_INVOICE_STATES_EVERY;
  sort_as_usual (query);
  show_query (self, query, NULL);
}

static void
filters_changed_cb (RelanceInvoicesPage *self, RelanceInvoiceFilters *dialog)
{
  relance_invoice_filters_apply (dialog, self->query);
  g_set_str (&self->client, relance_invoice_filters_get_client_name (dialog));
  show_controls (self);
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (widget);
  RelanceListPage *page = RELANCE_LIST_PAGE (widget);
  g_auto (GStrv) currencies = relance_list_page_dup_currencies (page);
  AdwDialog *dialog;

  if (self->title != NULL)
    show_all (page);
  dialog = relance_invoice_filters_new (relance_list_page_get_desk (page), self->query,
                                        self->client, currencies);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (filters_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "cleared", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* What is done with the rows that are selected. */
static void
selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceListPage *page = RELANCE_LIST_PAGE (widget);
  RelanceDesk *desk = relance_list_page_get_desk (page);
  g_autoptr (GArray) ids = relance_list_page_dup_selected (page);

  if (g_str_equal (name, "selection.copy"))
    relance_invoice_selection_copy (widget, desk, ids);
  else if (g_str_equal (name, "selection.pay"))
    relance_invoice_selection_pay (widget, desk, ids);
  else
    relance_invoice_selection_remove (widget, desk, ids);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_invoice_selection_export (widget, relance_list_page_get_desk (RELANCE_LIST_PAGE (widget)),
                                    RELANCE_INVOICES_PAGE (widget)->query);
}

static gconstpointer
get_query (RelanceListPage *page)
{
  return RELANCE_INVOICES_PAGE (page)->query;
}

static gboolean
is_narrow (RelanceListPage *page)
{
  return relance_invoice_query_is_narrow (RELANCE_INVOICES_PAGE (page)->query);
}

static const char *
get_words (RelanceListPage *page)
{
  return RELANCE_INVOICES_PAGE (page)->query->search;
}

static void
set_words (RelanceListPage *page, const char *words)
{
  g_set_str (&RELANCE_INVOICES_PAGE (page)->query->search, words);
}

static void
set_sort (RelanceListPage *page, const char *column, gboolean descending)
{
  RelanceInvoiceQuery *query = RELANCE_INVOICES_PAGE (page)->query;

  query->descending = descending;
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].column, column))
      query->sort = sorts[i].sort;
}

static char *
describe_total (const RelanceInvoiceTotal *total)
{
  g_autofree char *amount = relance_words_amount (total->total, total->currency);
  g_autofree char *balance = relance_words_amount (total->balance, total->currency);

  /* Translators: beneath the list: how many invoices, their total, what remains due of it. */
  return g_strdup_printf (
    ngettext ("%1$d invoice · %2$s · %3$s due", "%1$d invoices · %2$s · %3$s due", total->count),
    total->count, amount, balance);
}

static char *
dup_totals (RelanceListPage *page, GArray *totals)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < totals->len; i++)
    {
      const RelanceInvoiceTotal *total = &g_array_index (totals, RelanceInvoiceTotal, i);

      relance_list_page_note_currency (page, total->currency);
      g_strv_builder_take (builder, describe_total (total));
    }
  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

static void
open_row (RelanceListPage *page, gpointer record)
{
  RelanceInvoice *row = record;
  RelanceWindow *window = relance_window_of (GTK_WIDGET (page));

  /* A credit note is seen among what its client gave. */
  if (row->state != RELANCE_INVOICE_CREDIT_NOTE)
    relance_invoices_page_open (RELANCE_INVOICES_PAGE (page), row->id);
  else if (window != NULL)
    relance_window_show_client (window, row->client_id);
}

static void
chosen (RelanceListPage *page, guint count)
{
  static const char *const names[] = { "selection.copy", "selection.pay", "selection.remove" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), names[i], count > 0);
}

static void
relance_invoices_page_dispose (GObject *object)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (object);

  G_OBJECT_CLASS (relance_invoices_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_INVOICES_PAGE);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->client, g_free);
  g_clear_pointer (&self->query, relance_invoice_query_free);
}

static void
set_up_list (RelanceListPageClass *list_class)
{
  list_class->found = &relance_found_invoices;
  list_class->other = &relance_found_clients;
  list_class->columns_key = "invoice-columns";
  list_class->get_query = get_query;
  list_class->is_narrow = is_narrow;
  list_class->get_words = get_words;
  list_class->set_words = set_words;
  list_class->set_sort = set_sort;
  list_class->dup_totals = dup_totals;
  list_class->open_row = open_row;
  list_class->chosen = chosen;
  list_class->show_all = show_all;
}

static void
relance_invoices_page_class_init (RelanceInvoicesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoices_page_dispose;
  set_up_list (RELANCE_LIST_PAGE_CLASS (klass));

  g_type_ensure (RELANCE_TYPE_INVOICE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, filter);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "selection.copy", NULL, selection_action);
  gtk_widget_class_install_action (widget_class, "selection.pay", NULL, selection_action);
  gtk_widget_class_install_action (widget_class, "selection.remove", NULL, selection_action);
}

static void
relance_invoices_page_init (RelanceInvoicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
relance_invoices_page_new (RelanceDesk *desk)
{
  GtkWidget *self = g_object_new (RELANCE_TYPE_INVOICES_PAGE, NULL);

  relance_list_page_set_desk (RELANCE_LIST_PAGE (self), desk);
  return self;
}

/**
 * relance_invoices_page_show:
 * @query: what a figure or a bar stands for
 * @title: its name, in the user's language
 */
void
relance_invoices_page_show (RelanceInvoicesPage *self,
                            const RelanceInvoiceQuery *query,
                            const char *title)
{
  RelanceInvoiceQuery *asked;

  g_return_if_fail (RELANCE_IS_INVOICES_PAGE (self));
  g_return_if_fail (query != NULL && title != NULL);

  asked = relance_invoice_query_copy (query);
  sort_as_usual (asked);
  relance_list_page_show_list (RELANCE_LIST_PAGE (self));
  show_query (self, asked, title);
}

void
relance_invoices_page_open (RelanceInvoicesPage *self, gint64 invoice_id)
{
  RelanceListPage *page = RELANCE_LIST_PAGE (self);

  g_return_if_fail (RELANCE_IS_INVOICES_PAGE (self));

  relance_list_page_push (page,
                          relance_invoice_page_new (relance_list_page_get_desk (page), invoice_id));
}

/* Opens the editor on a new invoice. */
void
relance_invoices_page_add (RelanceInvoicesPage *self)
{
  RelanceDesk *desk = relance_list_page_get_desk (RELANCE_LIST_PAGE (self));

  g_return_if_fail (RELANCE_IS_INVOICES_PAGE (self));

  adw_dialog_present (relance_invoice_editor_new (desk, NULL), GTK_WIDGET (self));
}
