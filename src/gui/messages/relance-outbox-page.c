/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-page.h"

#include "relance-mailbag.h"
#include "relance-message-dialog.h"
#include "relance-message-row.h"
#include "relance-window.h"
#include "widgets/relance-list-focus.h"

#include <glib/gi18n.h>

struct _RelanceOutboxPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkListBox *list;

  RelanceDesk *desk;
  GCancellable *loading;

  gboolean stale;
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

static void
append_message (RelanceOutboxPage *self, RelanceMessage *message)
{
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (self->desk));
  g_autofree char *spoken = relance_message_row_dup_spoken (message, today);
  GtkWidget *content = relance_message_row_new ();
  GtkWidget *row = gtk_list_box_row_new ();

  relance_message_row_show (RELANCE_MESSAGE_ROW (content), message, today);
  add_buttons (RELANCE_MESSAGE_ROW (content), message);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_object_set_data_full (G_OBJECT (row), "message", g_strdup (message->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->list, row);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceOutboxPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  int focused;

  messages = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (messages == NULL)
    {
      tell_error (self, error);
      return;
    }

  focused = relance_list_focus_note (self->list);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < messages->len; i++)
    append_message (self, messages->pdata[i]);
  relance_list_focus_restore (self->list, focused);
  gtk_stack_set_visible_child_name (self->stack, messages->len > 0 ? "list" : "nothing");
}

static void
load (RelanceOutboxPage *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_mailbag_list_here, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb,
                          g_object_ref (self));
}

static void
changed_cb (RelanceOutboxPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
row_activated_cb (RelanceOutboxPage *self, GtkListBoxRow *row)
{
  relance_message_dialog_open (self->desk, g_object_get_data (G_OBJECT (row), "message"),
                               GTK_WIDGET (self));
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
  load (self);
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
relance_outbox_page_map (GtkWidget *widget)
{
  RelanceOutboxPage *self = RELANCE_OUTBOX_PAGE (widget);

  GTK_WIDGET_CLASS (relance_outbox_page_parent_class)->map (widget);

  if (self->stale)
    load (self);
}

static void
relance_outbox_page_dispose (GObject *object)
{
  RelanceOutboxPage *self = RELANCE_OUTBOX_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_OUTBOX_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_outbox_page_parent_class)->dispose (object);
}

static void
relance_outbox_page_class_init (RelanceOutboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_outbox_page_dispose;
  widget_class->map = relance_outbox_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-outbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceOutboxPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceOutboxPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "outbox.take-back", "s", take_back_action);
  gtk_widget_class_install_action (widget_class, "outbox.write-again", "x", write_again_action);
  gtk_widget_class_install_action (widget_class, "outbox.resolve", "(si)", resolve_action);
}

static void
relance_outbox_page_init (RelanceOutboxPage *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

RelanceOutboxPage *
relance_outbox_page_new (RelanceDesk *desk)
{
  RelanceOutboxPage *self = g_object_new (RELANCE_TYPE_OUTBOX_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "outbox-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
