/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-todo-group.h"

#include "window/relance-window.h"

#include <glib/gi18n.h>

/* Beyond that, the rest is one row. */
#define CLIENTS_SHOWN 3

struct _RelanceTodoGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (RelanceTodoGroup, relance_todo_group, ADW_TYPE_PREFERENCES_GROUP)

static void
review_clicked_cb (GtkWidget *button)
{
  relance_window_show_reminders (relance_window_of (button), 0);
}

static void
outbox_clicked_cb (GtkWidget *button)
{
  relance_window_show_outbox (relance_window_of (button));
}

static void
client_clicked_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  gint64 *id = g_object_get_data (G_OBJECT (row), "client-id");

  relance_window_show_client (relance_window_of (button), *id);
}

static GtkWidget *
add_row (RelanceTodoGroup *self, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row =
    g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "use-markup", FALSE, "title-lines", 2, NULL);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* A button of its own, so that the way has a name and an action for assistive technology. */
static void
add_way (GtkWidget *row, const char *verb, GCallback callback)
{
  GtkWidget *button =
    g_object_new (GTK_TYPE_BUTTON, "label", verb, "valign", GTK_ALIGN_CENTER, NULL);

  g_signal_connect (button, "clicked", callback, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

static void
add_ready (RelanceTodoGroup *self, int ready)
{
  /* Translators: %d is a number of clients whose reminder is written and waits to be read. */
  g_autofree char *title = g_strdup_printf (
    ngettext ("%d reminder is ready to review", "%d reminders are ready to review", ready), ready);

  if (ready > 0)
    add_way (add_row (self, "mail-unread-symbolic", title, NULL), C_ ("verb", "Review"),
             G_CALLBACK (review_clicked_cb));
}

static void
add_messages (RelanceTodoGroup *self, int failed, int unknown)
{
  /* Translators: %d is a number of messages. */
  g_autofree char *not_sent = g_strdup_printf (
    ngettext ("%d message did not leave", "%d messages did not leave", failed), failed);
  /* Translators: %d is a number of messages. */
  g_autofree char *in_doubt =
    g_strdup_printf (ngettext ("%d message may or may not have left",
                               "%d messages may or may not have left", unknown),
                     unknown);

  if (failed > 0)
    add_way (
      add_row (self, "dialog-warning-symbolic", not_sent, _ ("The reason is in the outbox.")),
      C_ ("verb", "Look"), G_CALLBACK (outbox_clicked_cb));
  if (unknown > 0)
    add_way (add_row (self, "dialog-question-symbolic", in_doubt,
                      _ ("Nothing is sent twice: you decide.")),
             C_ ("verb", "Look"), G_CALLBACK (outbox_clicked_cb));
}

static void
add_client (RelanceTodoGroup *self, RelanceClient *client)
{
  /* Translators: %s is the name of a client. */
  g_autofree char *title = g_strdup_printf (_ ("%s has no mail address"), client->name);
  GtkWidget *row = add_row (self, "avatar-default-symbolic", title,
                            _ ("Something is late, with nowhere to write to."));
  gint64 *id = g_new (gint64, 1);

  *id = client->id;
  g_object_set_data_full (G_OBJECT (row), "client-id", id, g_free);
  add_way (row, C_ ("verb", "Complete"), G_CALLBACK (client_clicked_cb));
}

static void
add_clients (RelanceTodoGroup *self, GPtrArray *clients)
{
  int more = (int) clients->len - CLIENTS_SHOWN;
  g_autofree char *title = NULL;

  for (guint i = 0; i < MIN (clients->len, CLIENTS_SHOWN); i++)
    add_client (self, clients->pdata[i]);
  if (more <= 0)
    return;

  /* Translators: %d is a number of clients, beside those already named. */
  title = g_strdup_printf (ngettext ("%d more late client has no mail address",
                                     "%d more late clients have no mail address", more),
                           more);
  add_way (add_row (self, "system-users-symbolic", title, NULL), C_ ("verb", "Look"),
           G_CALLBACK (review_clicked_cb));
}

static void
add_nothing (RelanceTodoGroup *self, RelanceInvoice *next)
{
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  if (next != NULL)
    {
      date = relance_date_format (next->due, NULL);
      /* Translators: the number of an invoice, the name of a client, a date. */
      subtitle = g_strdup_printf (_ ("The next to come due is %1$s of %2$s, on %3$s."),
                                  next->number, next->client_name, date);
    }
  add_row (self, "emblem-ok-symbolic", _ ("Nothing to chase. Enjoy your day!"), subtitle);
}

static void
relance_todo_group_finalize (GObject *object)
{
  g_ptr_array_unref (RELANCE_TODO_GROUP (object)->rows);
  G_OBJECT_CLASS (relance_todo_group_parent_class)->finalize (object);
}

static void
relance_todo_group_class_init (RelanceTodoGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_todo_group_finalize;
}

static void
relance_todo_group_init (RelanceTodoGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What to Do Now"));
  /* Holds the place until there is an answer, so that nothing below moves. */
  add_row (self, "emblem-synchronizing-symbolic", _ ("Looking at who is late…"), NULL);
}

void
relance_todo_group_set_facts (RelanceTodoGroup *self, const RelanceTodoFacts *facts)
{
  g_return_if_fail (RELANCE_IS_TODO_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  add_ready (self, facts->ready);
  add_messages (self, facts->failed, facts->unknown);
  add_clients (self, facts->without_address);
  if (self->rows->len == 0)
    add_nothing (self, facts->next);
}
