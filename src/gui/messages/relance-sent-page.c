/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sent-page.h"

#include "relance-mailbag.h"
#include "relance-message-dialog.h"
#include "relance-message-row.h"
#include "relance-window.h"

#include <glib/gi18n.h>

struct _RelanceSentPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkListView *list;
  GListStore *messages;

  RelanceDesk *desk;
  GCancellable *loading;

  gboolean stale;
};

G_DEFINE_FINAL_TYPE (RelanceSentPage, relance_sent_page, ADW_TYPE_NAVIGATION_PAGE)

static RelanceDate
get_today (RelanceSentPage *self)
{
  return relance_clock_get_today (relance_desk_get_clock (self->desk));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceSentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  messages = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (messages == NULL)
    {
      if (window != NULL)
        relance_window_tell_error (window, error);
      return;
    }

  g_list_store_splice (self->messages, 0, g_list_model_get_n_items (G_LIST_MODEL (self->messages)),
                       messages->pdata, messages->len);
  gtk_stack_set_visible_child_name (self->stack, messages->len > 0 ? "list" : "nothing");
}

static void
load (RelanceSentPage *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_mailbag_list_done, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb,
                          g_object_ref (self));
}

static void
changed_cb (RelanceSentPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, relance_message_row_new ());
}

static void
bind_row_cb (RelanceSentPage *self, GtkListItem *item)
{
  RelanceMessage *message = gtk_list_item_get_item (item);
  g_autofree char *spoken = relance_message_row_dup_spoken (message, get_today (self));

  relance_message_row_show (RELANCE_MESSAGE_ROW (gtk_list_item_get_child (item)), message,
                            get_today (self));
  gtk_list_item_set_accessible_label (item, spoken);
}

static void
message_activated_cb (RelanceSentPage *self, guint position)
{
  g_autoptr (RelanceMessage)
    message = g_list_model_get_item (G_LIST_MODEL (self->messages), position);

  relance_message_dialog_open (self->desk, message->id, GTK_WIDGET (self));
}

static void
relance_sent_page_map (GtkWidget *widget)
{
  RelanceSentPage *self = RELANCE_SENT_PAGE (widget);

  GTK_WIDGET_CLASS (relance_sent_page_parent_class)->map (widget);

  if (self->stale)
    load (self);
}

static void
relance_sent_page_dispose (GObject *object)
{
  RelanceSentPage *self = RELANCE_SENT_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_SENT_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_sent_page_parent_class)->dispose (object);
}

static void
relance_sent_page_class_init (RelanceSentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_sent_page_dispose;
  widget_class->map = relance_sent_page_map;

  g_type_ensure (RELANCE_TYPE_MESSAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-sent-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, list);
  gtk_widget_class_bind_template_child (widget_class, RelanceSentPage, messages);
  gtk_widget_class_bind_template_callback (widget_class, message_activated_cb);
}

static void
relance_sent_page_init (RelanceSentPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
}

RelanceSentPage *
relance_sent_page_new (RelanceDesk *desk)
{
  RelanceSentPage *self = g_object_new (RELANCE_TYPE_SENT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "outbox-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
