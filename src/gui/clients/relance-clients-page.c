/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients-page.h"

#include "clients/relance-client-chips.h"
#include "clients/relance-client-dialog.h"
#include "clients/relance-client-filters.h"
#include "clients/relance-client-page.h"
#include "clients/relance-client-selection.h"
#include "clients/relance-client-table.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceClientsPage
{
  RelanceListPage parent_instance;

  /* Template */
  AdwToggleGroup *filter;

  /* Owned */
  RelanceClientQuery *query;

  gboolean showing; /* the controls follow the query, not the reverse */
};

G_DEFINE_FINAL_TYPE (RelanceClientsPage, relance_clients_page, RELANCE_TYPE_LIST_PAGE)

static const struct
{
  const char *toggle;
  RelanceClientFilter filter;
} filters[] = {
  { "all", RELANCE_CLIENTS_ALL },
  { "owing", RELANCE_CLIENTS_OWING },
  { "overdue", RELANCE_CLIENTS_OVERDUE },
  { "settled", RELANCE_CLIENTS_SETTLED },
};

static const struct
{
  const char *column;
  RelanceClientSort sort;
} sorts[] = {
  { "name", RELANCE_CLIENT_SORT_NAME },
  { "kind", RELANCE_CLIENT_SORT_KIND },
  { "city", RELANCE_CLIENT_SORT_CITY },
  { "email", RELANCE_CLIENT_SORT_EMAIL },
  { "owed", RELANCE_CLIENT_SORT_OWED },
  { "late", RELANCE_CLIENT_SORT_OVERDUE },
  { "last-payment", RELANCE_CLIENT_SORT_LAST_PAYMENT },
  { "reminders", RELANCE_CLIENT_SORT_REMINDERS },
};

static const struct
{
  const char *action;
  void (*run) (GtkWidget *page, RelanceDesk *desk, GArray *ids);
} deeds[] = {
  { "selection.copy", relance_client_selection_copy },
  { "selection.exclude", relance_client_selection_exclude },
  { "selection.include", relance_client_selection_include },
  { "selection.archive", relance_client_selection_archive },
  { "selection.bring-back", relance_client_selection_bring_back },
  { "selection.merge", relance_client_selection_merge },
};

static const char *
get_toggle (RelanceClientFilter filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (filters[i].filter == filter)
      return filters[i].toggle;
  return NULL;
}

static const char *
get_column (RelanceClientSort sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].sort == sort)
      return sorts[i].column;
  return sorts[0].column;
}

static void chip_removed_cb (int chip, gpointer user_data);

static void
show_controls (RelanceClientsPage *self)
{
  RelanceListPage *page = RELANCE_LIST_PAGE (self);
  const RelanceChips chips = { relance_list_page_get_chips (page), chip_removed_cb, self };

  self->showing = TRUE;
  adw_toggle_group_set_active_name (self->filter, get_toggle (self->query->filter));
  relance_client_chips_fill (&chips, self->query);
  self->showing = FALSE;
  relance_list_page_show_query (page, get_column (self->query->sort), self->query->descending);
}

static void
show_all (RelanceListPage *page)
{
  RelanceClientsPage *self = RELANCE_CLIENTS_PAGE (page);

  g_clear_pointer (&self->query, relance_client_query_free);
  self->query = relance_client_query_new ();
  show_controls (self);
}

static void
chip_removed_cb (int chip, gpointer user_data)
{
  RelanceClientsPage *self = user_data;

  relance_client_chips_remove ((RelanceClientChip) chip, self->query);
  show_controls (self);
}

static void
filter_changed_cb (RelanceClientsPage *self)
{
  guint active = adw_toggle_group_get_active (self->filter);

  if (self->showing || self->query == NULL || active >= G_N_ELEMENTS (filters))
    return;
  self->query->filter = filters[active].filter;
  relance_list_page_ask (RELANCE_LIST_PAGE (self));
}

static void
filters_changed_cb (RelanceClientsPage *self, RelanceClientFilters *dialog)
{
  relance_client_filters_apply (dialog, self->query);
  show_controls (self);
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceClientsPage *self = RELANCE_CLIENTS_PAGE (widget);
  g_auto (GStrv) currencies = relance_list_page_dup_currencies (RELANCE_LIST_PAGE (self));
  AdwDialog *dialog = relance_client_filters_new (self->query, currencies);

  g_signal_connect_object (dialog, "changed", G_CALLBACK (filters_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "cleared", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceListPage *page = RELANCE_LIST_PAGE (widget);
  g_autoptr (GArray) ids = relance_list_page_dup_selected (page);

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].action, name))
      deeds[i].run (widget, relance_list_page_get_desk (page), ids);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_client_selection_export (widget, relance_list_page_get_desk (RELANCE_LIST_PAGE (widget)),
                                   RELANCE_CLIENTS_PAGE (widget)->query);
}

static gconstpointer
get_query (RelanceListPage *page)
{
  return RELANCE_CLIENTS_PAGE (page)->query;
}

static gboolean
is_narrow (RelanceListPage *page)
{
  return relance_client_query_is_narrow (RELANCE_CLIENTS_PAGE (page)->query);
}

static const char *
get_words (RelanceListPage *page)
{
  return RELANCE_CLIENTS_PAGE (page)->query->search;
}

static void
set_words (RelanceListPage *page, const char *words)
{
  g_set_str (&RELANCE_CLIENTS_PAGE (page)->query->search, words);
}

static void
set_sort (RelanceListPage *page, const char *column, gboolean descending)
{
  RelanceClientQuery *query = RELANCE_CLIENTS_PAGE (page)->query;

  query->descending = descending;
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].column, column))
      query->sort = sorts[i].sort;
}

static char *
describe_total (const RelanceClientTotal *total)
{
  g_autofree char *owed = relance_words_amount (total->owed, total->currency);
  g_autofree char *late = relance_words_amount (total->overdue, total->currency);

  /* Translators: beneath the list: how many clients owe something, how much, and what is late. */
  return g_strdup_printf (ngettext ("%1$d client owes %2$s · %3$s late",
                                    "%1$d clients owe %2$s · %3$s late", total->n_open),
                          total->n_open, owed, late);
}

static char *
dup_totals (RelanceListPage *page, GArray *totals)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (totals, RelanceClientTotal, i);

      relance_list_page_note_currency (page, total->currency);
      g_strv_builder_take (builder, describe_total (total));
    }
  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

static void
open_row (RelanceListPage *page, gpointer record)
{
  relance_clients_page_open (RELANCE_CLIENTS_PAGE (page), ((RelanceClient *) record)->id);
}

static void
chosen (RelanceListPage *page, guint count)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), deeds[i].action, count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "selection.merge", count == 2);
}

static void
client_saved_cb (RelanceClientsPage *self, gint64 client_id)
{
  relance_clients_page_open (self, client_id);
}

static void
relance_clients_page_dispose (GObject *object)
{
  RelanceClientsPage *self = RELANCE_CLIENTS_PAGE (object);

  G_OBJECT_CLASS (relance_clients_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_CLIENTS_PAGE);
  g_clear_pointer (&self->query, relance_client_query_free);
}

static void
set_up_list (RelanceListPageClass *list_class)
{
  list_class->found = &relance_found_clients;
  list_class->other = &relance_found_invoices;
  list_class->columns_key = "client-columns";
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
relance_clients_page_class_init (RelanceClientsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_clients_page_dispose;
  set_up_list (RELANCE_LIST_PAGE_CLASS (klass));

  g_type_ensure (RELANCE_TYPE_CLIENT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, filter);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i].action, NULL, selection_action);
}

static void
relance_clients_page_init (RelanceClientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
relance_clients_page_new (RelanceDesk *desk)
{
  GtkWidget *self = g_object_new (RELANCE_TYPE_CLIENTS_PAGE, NULL);

  relance_list_page_set_desk (RELANCE_LIST_PAGE (self), desk);
  return self;
}

void
relance_clients_page_open (RelanceClientsPage *self, gint64 client_id)
{
  RelanceListPage *page = RELANCE_LIST_PAGE (self);

  g_return_if_fail (RELANCE_IS_CLIENTS_PAGE (self));

  relance_list_page_push (page,
                          relance_client_page_new (relance_list_page_get_desk (page), client_id));
}

/* A new client, to be filled in. */
void
relance_clients_page_add (RelanceClientsPage *self)
{
  RelanceDesk *desk = relance_list_page_get_desk (RELANCE_LIST_PAGE (self));
  AdwDialog *dialog;

  g_return_if_fail (RELANCE_IS_CLIENTS_PAGE (self));

  dialog = relance_client_dialog_new (desk, NULL);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (client_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
