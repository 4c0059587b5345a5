/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoices-page.h"

#include "invoices/relance-invoice-chips.h"
#include "invoices/relance-invoice-columns.h"
#include "invoices/relance-invoice-editor.h"
#include "invoices/relance-invoice-filters.h"
#include "invoices/relance-invoice-page.h"
#include "invoices/relance-invoice-selection.h"
#include "invoices/relance-invoice-table.h"
#include "relance-client.h"
#include "relance-paged-list.h"
#include "relance-window.h"
#include "relance-wording.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceInvoicesPage
{
  AdwNavigationPage parent_instance;

  /* Template */
  AdwNavigationView *view;
  AdwNavigationPage *root;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  AdwToggleGroup *filter;
  AdwWrapBox *chips;
  GtkWidget *clients_found;
  GtkLabel *clients_found_label;
  GtkStack *stack;
  RelanceInvoiceTable *table;
  AdwStatusPage *trouble;
  GtkLabel *totals;
  GtkActionBar *selection_bar;
  GtkLabel *selection_label;
  GMenu *list_menu;

  /* Owned */
  RelanceDesk *desk;
  RelancePagedList *list;
  RelancePagedList *clients; /* that the words find */
  RelanceInvoiceQuery *query;
  GPtrArray *currencies; /* of the book, as far as they were seen */
  char *title;           /* what names the query, when a figure asked it */
  char *client;          /* the name of the query's client */

  gboolean showing; /* the controls follow the query, not the reverse */
};

G_DEFINE_FINAL_TYPE (RelanceInvoicesPage, relance_invoices_page, ADW_TYPE_NAVIGATION_PAGE)

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

/* The clients that the same words find are told above the invoices. */
static void
ask_clients (RelanceInvoicesPage *self)
{
  g_autoptr (RelanceClientQuery) query = relance_client_query_new ();

  gtk_widget_set_visible (self->clients_found, FALSE);
  query->search = g_strdup (self->query->search != NULL ? self->query->search : "");
  relance_paged_list_set_query (self->clients, query);
}

static void
ask (RelanceInvoicesPage *self)
{
  relance_paged_list_set_query (self->list, self->query);
  relance_invoice_table_scroll_to_top (self->table);
}

static void chip_removed_cb (RelanceChip chip, gpointer user_data);

static void
show_controls (RelanceInvoicesPage *self)
{
  self->showing = TRUE;
  adw_toggle_group_set_active_name (self->filter,
                                    self->title == NULL ? get_toggle (self->query->filter) : NULL);
  relance_invoice_chips_fill (self->chips, self->query, self->title, self->client, chip_removed_cb,
                              self);
  gtk_editable_set_text (GTK_EDITABLE (self->search),
                         self->query->search != NULL ? self->query->search : "");
  if (self->query->search != NULL)
    gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  relance_invoice_table_set_sort (self->table, self->query->sort, self->query->descending);
  self->showing = FALSE;
}

/* Takes @query. @title: (nullable): names a query that no control stands for. */
static void
show_query (RelanceInvoicesPage *self, RelanceInvoiceQuery *query, const char *title)
{
  g_clear_pointer (&self->query, relance_invoice_query_free);
  self->query = query;
  g_set_str (&self->title, title);
  show_controls (self);
  ask (self);
}

static void
show_all (RelanceInvoicesPage *self)
{
  RelanceInvoiceQuery *query = relance_invoice_query_new ();

  query->states = RELANCE_INVOICE_STATES_EVERY;
  sort_as_usual (query);
  g_clear_pointer (&self->client, g_free);
  show_query (self, query, NULL);
}

static void
chip_removed_cb (RelanceChip chip, gpointer user_data)
{
  RelanceInvoicesPage *self = user_data;

  if (chip == RELANCE_CHIP_TITLE)
    {
      show_all (self);
      return;
    }
  relance_invoice_chips_remove (chip, self->query);
  show_controls (self);
  ask (self);
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

static void
note_currency (RelanceInvoicesPage *self, const char *currency)
{
  if (!g_ptr_array_find_with_equal_func (self->currencies, currency, g_str_equal, NULL))
    g_ptr_array_add (self->currencies, g_strdup (currency));
}

static void
show_totals (RelanceInvoicesPage *self)
{
  GArray *totals = relance_paged_list_get_totals (self->list);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < totals->len; i++)
    {
      const RelanceInvoiceTotal *total = &g_array_index (totals, RelanceInvoiceTotal, i);

      note_currency (self, total->currency);
      g_strv_builder_take (builder, describe_total (total));
    }
  lines = g_strv_builder_end (builder);
  text = g_strjoinv ("\n", lines);
  gtk_label_set_label (self->totals, text);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), totals->len > 0);
}

static void
answered_cb (RelanceInvoicesPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list"
                                                 : relance_invoice_query_is_narrow (self->query)
                                                   ? "nothing"
                                                   : "empty");
}

static void
counted_cb (RelanceInvoicesPage *self)
{
  show_totals (self);
  answered_cb (self);
}

static void
clients_counted_cb (RelanceInvoicesPage *self)
{
  guint count = relance_paged_list_get_ids (self->clients)->len;
  g_autoptr (RelancePlace) place = g_list_model_get_item (G_LIST_MODEL (self->clients), 0);
  RelanceClient *first = place != NULL ? relance_place_get_record (place) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->clients_found, self->query->search != NULL && first != NULL);
  if (first == NULL)
    return;
  if (count == 1)
    /* Translators: %s is the name of a client that was found beside the invoices. */
    text = g_strdup_printf (_ ("Client: %s"), first->name);
  else
    /* Translators: %d is how many clients were found beside the invoices. */
    text = g_strdup_printf (ngettext ("%d client", "%d clients", count), count);
  gtk_label_set_label (self->clients_found_label, text);
}

static void
clients_found_clicked_cb (RelanceInvoicesPage *self)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  GArray *ids = relance_paged_list_get_ids (self->clients);

  if (window == NULL || ids == NULL || ids->len == 0)
    return;
  if (ids->len == 1)
    relance_window_show_client (window, g_array_index (ids, gint64, 0));
  else
    relance_window_search_clients (window, self->query->search);
}

static void
failed_cb (RelanceInvoicesPage *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);
  g_autofree char *text = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
try_again_cb (RelanceInvoicesPage *self)
{
  ask (self);
}

static void
search_changed_cb (RelanceInvoicesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->showing || self->query == NULL ||
      g_strcmp0 (text, self->query->search != NULL ? self->query->search : "") == 0)
    return;
  g_set_str (&self->query->search, text[0] != '\0' ? text : NULL);
  ask (self);
  ask_clients (self);
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
show_all_clicked_cb (RelanceInvoicesPage *self)
{
  show_all (self);
}

static void
sorted_cb (RelanceInvoicesPage *self)
{
  self->query->sort = relance_invoice_table_get_sort (self->table, &self->query->descending);
  ask (self);
}

static void
open_row (RelanceInvoicesPage *self, RelanceInvoice *row)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  /* A credit note is seen among what its client gave. */
  if (row->state != RELANCE_INVOICE_CREDIT_NOTE)
    adw_navigation_view_push (self->view, relance_invoice_page_new (self->desk, row->id));
  else if (window != NULL)
    relance_window_show_client (window, row->client_id);
}

static void
invoice_activated_cb (RelanceInvoicesPage *self, RelanceInvoice *row)
{
  open_row (self, row);
}

static void
chosen_cb (RelanceInvoicesPage *self)
{
  g_autoptr (GtkBitset) selected = relance_invoice_table_dup_selection (self->table);
  int count = (int) gtk_bitset_get_size (selected);
  g_autofree char *text =
    /* Translators: %d is how many rows of a list are selected. */
    g_strdup_printf (ngettext ("%d selected", "%d selected", count), count);

  gtk_label_set_label (self->selection_label, text);
  gtk_action_bar_set_revealed (self->selection_bar, count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoices.open", count == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoices.copy", count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoices.pay", count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoices.remove", count > 0);
}

static void
unselect_clicked_cb (RelanceInvoicesPage *self)
{
  relance_invoice_table_unselect (self->table);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (widget);
  g_autoptr (GtkBitset) selected = relance_invoice_table_dup_selection (self->table);
  g_autoptr (RelancePlace)
    place = g_list_model_get_item (G_LIST_MODEL (self->list), gtk_bitset_get_minimum (selected));

  if (place != NULL && relance_place_get_record (place) != NULL)
    open_row (self, relance_place_get_record (place));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (widget);
  g_autoptr (GArray) ids = relance_invoice_table_dup_selected (self->table);

  relance_invoice_selection_copy (widget, self->desk, ids);
}

static void
pay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (widget);
  g_autoptr (GArray) ids = relance_invoice_table_dup_selected (self->table);

  relance_invoice_selection_pay (widget, self->desk, ids);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (widget);
  g_autoptr (GArray) ids = relance_invoice_table_dup_selected (self->table);

  relance_invoice_selection_remove (widget, self->desk, ids);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (widget);

  relance_invoice_selection_export (widget, self->desk, self->query);
}

static void
filters_changed_cb (RelanceInvoicesPage *self, RelanceInvoiceFilters *dialog)
{
  relance_invoice_filters_apply (dialog, self->query);
  g_set_str (&self->client, relance_invoice_filters_get_client_name (dialog));
  show_controls (self);
  ask (self);
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (widget);
  g_autoptr (GPtrArray) currencies = g_ptr_array_new ();
  AdwDialog *dialog;

  if (self->title != NULL)
    show_all (self);
  for (guint i = 0; i < self->currencies->len; i++)
    g_ptr_array_add (currencies, self->currencies->pdata[i]);
  g_ptr_array_add (currencies, NULL);
  dialog =
    relance_invoice_filters_new (self->desk, self->query, self->client, (GStrv) currencies->pdata);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (filters_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "cleared", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (widget);

  adw_navigation_view_pop_to_page (self->view, self->root);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
relance_invoices_page_dispose (GObject *object)
{
  RelanceInvoicesPage *self = RELANCE_INVOICES_PAGE (object);

  /* The page must let go of its child before the template does, or it would do so again. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->clients);
  g_clear_pointer (&self->currencies, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->client, g_free);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->query, relance_invoice_query_free);
  G_OBJECT_CLASS (relance_invoices_page_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_INVOICES_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, view);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, root);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, search);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, table);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, totals);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, clients_found);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, clients_found_label);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, selection_label);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, list_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unselect_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clients_found_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, invoice_activated_cb);
}

static void
relance_invoices_page_class_init (RelanceInvoicesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoices_page_dispose;

  g_type_ensure (RELANCE_TYPE_INVOICE_TABLE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "invoices.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "invoices.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "invoices.pay", NULL, pay_action);
  gtk_widget_class_install_action (widget_class, "invoices.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "invoices.export", NULL, export_action);
}

static void
relance_invoices_page_init (RelanceInvoicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->root));
}

static void
add_columns_menu (RelanceInvoicesPage *self)
{
  GApplication *application = g_application_get_default ();
  GSettings *settings = RELANCE_IS_APPLICATION (application)
                          ? relance_application_get_settings (RELANCE_APPLICATION (application))
                          : NULL;
  g_autoptr (GMenuModel) columns = relance_invoice_columns_make_menu (
    GTK_WIDGET (self), relance_invoice_table_get_columns (self->table), settings,
    "invoice-columns");

  g_menu_prepend_submenu (self->list_menu, _ ("_Columns"), columns);
}

GtkWidget *
relance_invoices_page_new (RelanceDesk *desk)
{
  RelanceInvoicesPage *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_INVOICES_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->currencies = g_ptr_array_new_with_free_func (g_free);
  self->list = relance_paged_list_new (desk, &relance_invoices_reader);
  self->clients = relance_paged_list_new (desk, &relance_clients_reader);
  g_signal_connect_object (self->list, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clients, "counted", G_CALLBACK (clients_counted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  relance_invoice_table_set_list (self->table, self->list);
  add_columns_menu (self);
  chosen_cb (self);
  show_all (self);
  return GTK_WIDGET (self);
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
  adw_navigation_view_pop_to_page (self->view, self->root);
  show_query (self, asked, title);
}

void
relance_invoices_page_open (RelanceInvoicesPage *self, gint64 invoice_id)
{
  g_return_if_fail (RELANCE_IS_INVOICES_PAGE (self));

  adw_navigation_view_pop_to_page (self->view, self->root);
  adw_navigation_view_push (self->view, relance_invoice_page_new (self->desk, invoice_id));
}

/* Opens the editor on a new invoice. */
void
relance_invoices_page_add (RelanceInvoicesPage *self)
{
  g_return_if_fail (RELANCE_IS_INVOICES_PAGE (self));

  adw_dialog_present (relance_invoice_editor_new (self->desk, NULL), GTK_WIDGET (self));
}
