/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoices-page.h"

#include "invoices/relance-invoice-editor.h"
#include "invoices/relance-invoice-page.h"
#include "invoices/relance-invoice-table.h"
#include "relance-invoice-list.h"
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
  GtkWidget *chip;
  GtkLabel *chip_label;
  GtkStack *stack;
  RelanceInvoiceTable *table;
  AdwStatusPage *trouble;
  GtkLabel *totals;

  /* Owned */
  RelanceDesk *desk;
  RelanceInvoiceList *list;
  RelanceInvoiceQuery *query;

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

static void
ask (RelanceInvoicesPage *self)
{
  relance_invoice_list_set_query (self->list, self->query);
  relance_invoice_table_scroll_to_top (self->table);
}

static void
show_controls (RelanceInvoicesPage *self, const char *title)
{
  self->showing = TRUE;
  adw_toggle_group_set_active_name (self->filter,
                                    title == NULL ? get_toggle (self->query->filter) : NULL);
  gtk_widget_set_visible (self->chip, title != NULL);
  if (title != NULL)
    gtk_label_set_label (self->chip_label, title);
  gtk_editable_set_text (GTK_EDITABLE (self->search),
                         self->query->search != NULL ? self->query->search : "");
  gtk_search_bar_set_search_mode (self->search_bar, self->query->search != NULL);
  relance_invoice_table_set_sort (self->table, self->query->sort, self->query->descending);
  self->showing = FALSE;
}

/* Takes @query. @title: (nullable): names a query that no toggle stands for. */
static void
show_query (RelanceInvoicesPage *self, RelanceInvoiceQuery *query, const char *title)
{
  g_clear_pointer (&self->query, relance_invoice_query_free);
  self->query = query;
  show_controls (self, title);
  ask (self);
}

static void
show_all (RelanceInvoicesPage *self)
{
  RelanceInvoiceQuery *query = relance_invoice_query_new ();

  sort_as_usual (query);
  show_query (self, query, NULL);
}

static gboolean
is_narrowed (RelanceInvoicesPage *self)
{
  return self->query->search != NULL || self->query->filter != RELANCE_INVOICES_ALL ||
         self->query->client_id != 0 || self->query->currency[0] != '\0' ||
         self->query->due_from != RELANCE_DATE_NONE || self->query->due_to != RELANCE_DATE_NONE;
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
show_totals (RelanceInvoicesPage *self)
{
  GArray *totals = relance_invoice_list_get_totals (self->list);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < totals->len; i++)
    g_strv_builder_take (builder, describe_total (&g_array_index (totals, RelanceInvoiceTotal, i)));
  lines = g_strv_builder_end (builder);
  text = g_strjoinv ("\n", lines);
  gtk_label_set_label (self->totals, text);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), totals->len > 0);
}

static void
answered_cb (RelanceInvoicesPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  show_totals (self);
  gtk_stack_set_visible_child_name (self->stack, any                  ? "list"
                                                 : is_narrowed (self) ? "nothing"
                                                                      : "empty");
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
}

static void
filter_changed_cb (RelanceInvoicesPage *self)
{
  const char *toggle = adw_toggle_group_get_active_name (self->filter);
  RelanceInvoiceQuery *query;

  if (self->showing || self->query == NULL || toggle == NULL)
    return;
  query = relance_invoice_query_new ();
  query->filter = get_filter (toggle);
  query->search = g_strdup (self->query->search);
  sort_as_usual (query);
  show_query (self, query, NULL);
}

static void
chip_clicked_cb (RelanceInvoicesPage *self)
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
invoice_activated_cb (RelanceInvoicesPage *self, gint64 invoice_id)
{
  adw_navigation_view_push (self->view, relance_invoice_page_new (self->desk, invoice_id));
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
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, chip);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, chip_label);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, table);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoicesPage, totals);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
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
}

static void
relance_invoices_page_init (RelanceInvoicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->root));
}

GtkWidget *
relance_invoices_page_new (RelanceDesk *desk)
{
  RelanceInvoicesPage *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_INVOICES_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->list = relance_invoice_list_new (desk);
  g_signal_connect_object (self->list, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  relance_invoice_table_set_list (self->table, self->list);
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
