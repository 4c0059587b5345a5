/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-page.h"

#include "relance-mailbag.h"
#include "relance-message-rows.h"
#include "relance-paged-list.h"
#include "relance-window.h"

#include <glib/gi18n.h>

struct _RelanceOutboxPage
{
  AdwNavigationPage parent_instance;

  /* Template */
  GtkStack *stack;
  GtkListView *list;

  /* Owned */
  RelanceDesk *desk;
  RelancePagedList *messages;
};

G_DEFINE_FINAL_TYPE (RelanceOutboxPage, relance_outbox_page, ADW_TYPE_NAVIGATION_PAGE)

static void
tell_error (RelanceOutboxPage *self, const GError *error)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL)
    relance_window_tell_error (window, error);
}

static void
add_verdict (RelanceMessageRow *row,
             const char *label,
             RelanceMessage *message,
             RelanceResolve resolve)
{
  relance_message_row_add_button (row, label, "outbox.resolve",
                                  g_variant_new ("(si)", message->id, (int) resolve));
}

/* What the user can do, and nothing where there is nothing to do. */
static void
add_buttons (RelanceMessageRow *row, RelanceMessage *message)
{
  switch (message->state)
    {
    case RELANCE_MESSAGE_APPROVED:
    case RELANCE_MESSAGE_WAITING:
      relance_message_row_add_button (row, _ ("Take Back"), "outbox.take-back",
                                      g_variant_new_string (message->id));
      break;
    case RELANCE_MESSAGE_REFUSED:
      add_verdict (row, _ ("Send Again"), message, RELANCE_RESOLVE_AGAIN);
      relance_message_row_add_button (row, _ ("Write Again"), "outbox.write-again",
                                      g_variant_new_int64 (message->client_id));
      add_verdict (row, _ ("Discard"), message, RELANCE_RESOLVE_NOT_SENT);
      break;
    case RELANCE_MESSAGE_UNKNOWN:
      add_verdict (row, _ ("It Was Sent"), message, RELANCE_RESOLVE_SENT);
      add_verdict (row, _ ("It Was Not Sent"), message, RELANCE_RESOLVE_NOT_SENT);
      add_verdict (row, _ ("Send Again"), message, RELANCE_RESOLVE_AGAIN);
      break;
    case RELANCE_MESSAGE_SENDING:
    case RELANCE_MESSAGE_ACCEPTED:
    case RELANCE_MESSAGE_HANDED_OVER:
    case RELANCE_MESSAGE_WITHDRAWN:
    default:
      break;
    }
}

/* Those that are there already stay, and the focus in them, while there is the same to do. */
static void
show_buttons (RelanceMessageRow *row, RelanceMessage *message)
{
  g_autofree char *choice =
    message != NULL ? g_strdup_printf ("%s %d", message->id, (int) message->state) : NULL;

  if (g_strcmp0 (choice, g_object_get_data (G_OBJECT (row), "choice")) == 0)
    return;
  g_object_set_data_full (G_OBJECT (row), "choice", g_strdup (choice), g_free);
  relance_message_row_remove_buttons (row);
  if (message != NULL)
    add_buttons (row, message);
}

static void
message_activated_cb (RelanceOutboxPage *self, guint position)
{
  relance_message_rows_open (G_LIST_MODEL (self->messages), position, self->desk,
                             GTK_WIDGET (self));
}

static void
answered_cb (RelanceOutboxPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->messages)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceOutboxPage) self = user_data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error != NULL)
    tell_error (self, error);

  relance_desk_wake_outbox (self->desk);
  relance_paged_list_refresh (self->messages);
}

static void
take_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceOutboxPage *self = RELANCE_OUTBOX_PAGE (widget);

  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_mailbag_take_back,
                          g_variant_dup_string (parameter, NULL), g_free, NULL, NULL, decided_cb,
                          g_object_ref (self));
}

static void
resolve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceOutboxPage *self = RELANCE_OUTBOX_PAGE (widget);
  const char *id = NULL;
  int resolve = 0;

  g_variant_get (parameter, "(&si)", &id, &resolve);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_mailbag_resolve,
                          relance_mailbag_verdict_new (id, resolve),
                          (GDestroyNotify) relance_mailbag_verdict_free, NULL, NULL, decided_cb,
                          g_object_ref (self));
}

static void
write_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_window_show_reminders (relance_window_of (widget), g_variant_get_int64 (parameter));
}

static void
relance_outbox_page_dispose (GObject *object)
{
  RelanceOutboxPage *self = RELANCE_OUTBOX_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_OUTBOX_PAGE);
  g_clear_object (&self->messages);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_outbox_page_parent_class)->dispose (object);
}

static void
relance_outbox_page_class_init (RelanceOutboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_outbox_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-outbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceOutboxPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceOutboxPage, list);
  gtk_widget_class_bind_template_callback (widget_class, message_activated_cb);
  gtk_widget_class_install_action (widget_class, "outbox.take-back", "s", take_back_action);
  gtk_widget_class_install_action (widget_class, "outbox.write-again", "x", write_again_action);
  gtk_widget_class_install_action (widget_class, "outbox.resolve", "(si)", resolve_action);
}

static void
relance_outbox_page_init (RelanceOutboxPage *self)
{
  g_autoptr (GtkListItemFactory) factory = relance_message_rows_new (show_buttons);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
}

static void
add_list (RelanceOutboxPage *self)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  self->messages = relance_paged_list_new (self->desk, &relance_unsent_reader);
  g_signal_connect_object (self->messages, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->messages, "counted", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->messages, "failed", G_CALLBACK (tell_error), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "outbox-changed", G_CALLBACK (relance_paged_list_refresh),
                           self->messages, G_CONNECT_SWAPPED);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->messages))));
  gtk_list_view_set_model (self->list, model);
  relance_paged_list_set_query (self->messages, "");
}

RelanceOutboxPage *
relance_outbox_page_new (RelanceDesk *desk)
{
  RelanceOutboxPage *self = g_object_new (RELANCE_TYPE_OUTBOX_PAGE, NULL);

  self->desk = g_object_ref (desk);
  add_list (self);
  return self;
}
