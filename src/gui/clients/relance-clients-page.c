/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients-page.h"

#include "relance-client-dialog.h"
#include "relance-client-file.h"
#include "relance-client-row.h"
#include "relance-client-view.h"
#include "relance-window.h"

#include <glib/gi18n.h>

struct _RelanceClientsPage
{
  AdwNavigationPage parent_instance;

  AdwNavigationSplitView *split;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *list_stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *clients;
  AdwNavigationPage *client_page;
  GtkMenuButton *menu_button;
  GtkStack *client_stack;
  RelanceClientView *view;

  RelanceDesk *desk;
  GCancellable *listing;
  GCancellable *loading;

  gint64 client_id; /* the one that is wanted; 0 for none */
  gboolean stale;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceClientsPage, relance_clients_page, ADW_TYPE_NAVIGATION_PAGE)

static void
tell_error (RelanceClientsPage *self, const GError *error)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL)
    relance_window_tell_error (window, error);
}

static GCancellable *
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
  return *cancellable;
}

static void
show_nobody (RelanceClientsPage *self)
{
  self->client_id = 0;
  g_cancellable_cancel (self->loading);
  adw_navigation_page_set_title (self->client_page, _ ("Client"));
  gtk_stack_set_visible_child_name (self->client_stack, "none");
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), FALSE);
  relance_client_view_clear (self->view);
}

static void
show_file (RelanceClientsPage *self, const RelanceClientFile *file)
{
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (self->desk));

  adw_navigation_page_set_title (self->client_page, file->client->name);
  relance_client_view_show (self->view, file, today);
  gtk_stack_set_visible_child_name (self->client_stack, "client");
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), TRUE);
}

static void list_clients (RelanceClientsPage *self);

static void
file_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceClientsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClientFile) file = NULL;

  file = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (file != NULL)
    {
      show_file (self, file);
      return;
    }

  show_nobody (self);
  if (!g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND))
    {
      tell_error (self, error);
      return;
    }

  /* Removed while it was on screen: whoever removed it has said so. */
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  list_clients (self);
}

static void
load_file (RelanceClientsPage *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_file_load,
                          g_memdup2 (&self->client_id, sizeof self->client_id), g_free,
                          (GDestroyNotify) relance_client_file_free, renew (&self->loading),
                          file_loaded_cb, g_object_ref (self));
}

static void
select_listed (RelanceClientsPage *self)
{
  GListModel *model = G_LIST_MODEL (self->clients);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RelanceClient) client = g_list_model_get_item (model, i);

      if (client->id == self->client_id)
        found = i;
    }

  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  if (found != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, found, GTK_LIST_SCROLL_NONE, NULL);
  self->filling = FALSE;
}

/* Beside the list there is always somebody; on a narrow window one chooses first. */
static void
choose_first (RelanceClientsPage *self)
{
  g_autoptr (RelanceClient) first = g_list_model_get_item (G_LIST_MODEL (self->clients), 0);

  if (first == NULL || self->client_id != 0)
    return;

  self->client_id = first->id;
  load_file (self);
}

static const char *
choose_list_page (RelanceClientsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->clients)) > 0)
    return "list";

  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' ? "not-found"
                                                                            : "nobody";
}

static void
clients_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceClientsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = NULL;

  clients = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (clients == NULL)
    {
      tell_error (self, error);
      return;
    }

  self->filling = TRUE;
  g_list_store_splice (self->clients, 0, g_list_model_get_n_items (G_LIST_MODEL (self->clients)),
                       clients->pdata, clients->len);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->list_stack, choose_list_page (self));
  choose_first (self);
  select_listed (self);
}

static void
list_clients (RelanceClientsPage *self)
{
  self->stale = FALSE;
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_file_list,
                          g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))),
                          g_free, (GDestroyNotify) g_ptr_array_unref, renew (&self->listing),
                          clients_listed_cb, g_object_ref (self));
}

static void
look_again (RelanceClientsPage *self)
{
  list_clients (self);
  if (self->client_id != 0)
    load_file (self);
}

static void
book_changed_cb (RelanceClientsPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look_again (self);
}

static void
search_changed_cb (RelanceClientsPage *self)
{
  list_clients (self);
}

static void
selection_changed_cb (RelanceClientsPage *self)
{
  RelanceClient *client = gtk_single_selection_get_selected_item (self->selection);

  if (self->filling || client == NULL || client->id == self->client_id)
    return;

  self->client_id = client->id;
  load_file (self);
}

static void
client_activated_cb (RelanceClientsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, relance_client_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  RelanceClient *client = gtk_list_item_get_item (item);

  relance_client_row_show (RELANCE_CLIENT_ROW (gtk_list_item_get_child (item)), client);
  gtk_list_item_set_accessible_label (item, client->name);
}

static void
client_saved_cb (RelanceClientsPage *self, gint64 client_id)
{
  relance_clients_page_open (self, client_id);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceClientsPage *self = RELANCE_CLIENTS_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
relance_clients_page_map (GtkWidget *widget)
{
  RelanceClientsPage *self = RELANCE_CLIENTS_PAGE (widget);

  GTK_WIDGET_CLASS (relance_clients_page_parent_class)->map (widget);

  if (self->stale)
    look_again (self);
}

static void
relance_clients_page_dispose (GObject *object)
{
  RelanceClientsPage *self = RELANCE_CLIENTS_PAGE (object);

  g_cancellable_cancel (self->listing);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->listing);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_clients_page_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_CLIENTS_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, split);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, list);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, clients);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, client_page);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, client_stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, client_activated_cb);
}

static void
relance_clients_page_class_init (RelanceClientsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_clients_page_dispose;
  widget_class->map = relance_clients_page_map;

  g_type_ensure (RELANCE_TYPE_CLIENT);
  g_type_ensure (RELANCE_TYPE_CLIENT_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
}

static void
relance_clients_page_init (RelanceClientsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "client",
                                  relance_client_view_get_actions (self->view));
  gtk_menu_button_set_menu_model (self->menu_button, relance_client_view_get_menu (self->view));
  show_nobody (self);
}

RelanceClientsPage *
relance_clients_page_new (RelanceDesk *desk)
{
  RelanceClientsPage *self = g_object_new (RELANCE_TYPE_CLIENTS_PAGE, NULL);

  self->desk = g_object_ref (desk);
  relance_client_view_set_desk (self->view, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
relance_clients_page_open (RelanceClientsPage *self, gint64 client_id)
{
  g_return_if_fail (RELANCE_IS_CLIENTS_PAGE (self));

  self->client_id = client_id;
  load_file (self);
  select_listed (self);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* Lists the clients that hold some words. */
void
relance_clients_page_search (RelanceClientsPage *self, const char *words)
{
  g_return_if_fail (RELANCE_IS_CLIENTS_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "page.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
}

/* A new client, to be filled in. */
void
relance_clients_page_add (RelanceClientsPage *self)
{
  AdwDialog *dialog;

  g_return_if_fail (RELANCE_IS_CLIENTS_PAGE (self));

  dialog = relance_client_dialog_new (self->desk, NULL);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (client_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
