/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sent-page.h"

#include "relance-message-rows.h"
#include "relance-paged-list.h"
#include "relance-window.h"
#include "search/relance-also-found.h"

struct _RelanceSentPage
{
  AdwNavigationPage parent_instance;

  /* Template */
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  RelanceAlsoFound *clients_found;
  RelanceAlsoFound *invoices_found;
  GtkStack *stack;
  GtkScrolledWindow *scroll;
  GtkListView *list;

  /* Owned */
  RelanceDesk *desk;
  RelancePagedList *messages;
};

G_DEFINE_FINAL_TYPE (RelanceSentPage, relance_sent_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_words (RelanceSentPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
message_activated_cb (RelanceSentPage *self, guint position)
{
  relance_message_rows_open (G_LIST_MODEL (self->messages), position, self->desk,
                             GTK_WIDGET (self));
}

static void
answered_cb (RelanceSentPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->messages)) > 0;
  const char *empty = *get_words (self) != '\0' ? "not-found" : "nothing";

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : empty);
}

static void
failed_cb (RelanceSentPage *self, const GError *error)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL)
    relance_window_tell_error (window, error);
}

static void
search_changed_cb (RelanceSentPage *self)
{
  const char *words = get_words (self);
  const char *others = *words != '\0' ? words : NULL;

  relance_paged_list_set_query (self->messages, words);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  relance_also_found_ask (self->clients_found, others);
  relance_also_found_ask (self->invoices_found, others);
}

static gboolean
leave_search_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RelanceSentPage *self = user_data;

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GDK_EVENT_STOP;
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceSentPage *self = RELANCE_SENT_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
relance_sent_page_dispose (GObject *object)
{
  RelanceSentPage *self = RELANCE_SENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_SENT_PAGE);
  g_clear_object (&self->messages);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_sent_page_parent_class)->dispose (object);
}

static void
relance_sent_page_class_init (RelanceSentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_sent_page_dispose;

  g_type_ensure (RELANCE_TYPE_ALSO_FOUND);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-sent-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, search);
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, clients_found);
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, invoices_found);
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, list);
  gtk_widget_class_bind_template_callback (widget_class, message_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
}

static void
add_keys (RelanceSentPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                      gtk_callback_action_new (leave_search_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

static void
relance_sent_page_init (RelanceSentPage *self)
{
  g_autoptr (GtkListItemFactory) factory = relance_message_rows_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  add_keys (self);
}

static void
add_list (RelanceSentPage *self)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  self->messages = relance_paged_list_new (self->desk, &relance_sent_reader);
  g_signal_connect_object (self->messages, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->messages, "counted", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->messages, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "outbox-changed", G_CALLBACK (relance_paged_list_refresh),
                           self->messages, G_CONNECT_SWAPPED);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->messages))));
  gtk_list_view_set_model (self->list, model);
  relance_paged_list_set_query (self->messages, "");
}

RelanceSentPage *
relance_sent_page_new (RelanceDesk *desk)
{
  RelanceSentPage *self = g_object_new (RELANCE_TYPE_SENT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  relance_also_found_set_kind (self->clients_found, desk, &relance_found_clients);
  relance_also_found_set_kind (self->invoices_found, desk, &relance_found_invoices);
  add_list (self);
  return self;
}
