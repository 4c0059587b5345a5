/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-message-row.h"

#include "relance-wording-message.h"
#include "relance-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _RelanceMessageRow
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *client;
  GtkLabel *subject;
  GtkLabel *state;
  GtkLabel *reason;
  AdwWrapBox *buttons;

  RelanceMessageRowFunc complete; /* or NULL */
};

G_DEFINE_FINAL_TYPE (RelanceMessageRow, relance_message_row, GTK_TYPE_BOX)

static char *
describe_state (RelanceMessage *message, RelanceDate today)
{
  g_autofree char *when = relance_message_row_dup_when (message, today);

  /* Translators: what became of a message, and when: “Sent · today at 9:00”. */
  return g_strdup_printf (C_ ("message", "%1$s · %2$s"), relance_wording_message_state (message),
                          when);
}

static void
relance_message_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_MESSAGE_ROW);

  G_OBJECT_CLASS (relance_message_row_parent_class)->dispose (object);
}

static void
relance_message_row_class_init (RelanceMessageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_message_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-message-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageRow, client);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageRow, subject);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageRow, state);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageRow, reason);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageRow, buttons);
}

static void
relance_message_row_init (RelanceMessageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_message_row_new:
 * @complete: (nullable): called whenever the row shows another message
 */
GtkWidget *
relance_message_row_new (RelanceMessageRowFunc complete)
{
  RelanceMessageRow *self = g_object_new (RELANCE_TYPE_MESSAGE_ROW, NULL);

  self->complete = complete;
  return GTK_WIDGET (self);
}

static void
show_message (RelanceMessageRow *self, RelanceMessage *message, RelanceDate today)
{
  g_autofree char *state = describe_state (message, today);
  g_autofree char *reason = relance_message_row_dup_reason (message);

  gtk_image_set_from_icon_name (self->icon, relance_message_row_get_icon (message->state));
  if (message->state == RELANCE_MESSAGE_REFUSED)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "error");
  gtk_label_set_label (self->client, message->client_name);
  gtk_label_set_label (self->subject, message->subject);
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

/* @message: (nullable): nothing is shown while it is being read, in as much room. */
void
relance_message_row_show (RelanceMessageRow *self, RelanceMessage *message, RelanceDate today)
{
  gtk_widget_set_opacity (GTK_WIDGET (self), message != NULL ? 1 : 0);
  if (message != NULL)
    show_message (self, message, today);
  if (self->complete != NULL)
    self->complete (self, message);
}

/* What a screen reader says of a row. */
char *
relance_message_row_dup_spoken (RelanceMessage *message, RelanceDate today)
{
  g_autofree char *state = describe_state (message, today);

  return g_strdup_printf ("%s, %s, %s", message->client_name, message->subject, state);
}

void
relance_message_row_remove_buttons (RelanceMessageRow *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    adw_wrap_box_remove (self->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), FALSE);
}

/**
 * relance_message_row_add_button:
 * @target: (transfer floating): what the action is told
 */
void
relance_message_row_add_button (RelanceMessageRow *self,
                                const char *label,
                                const char *action,
                                GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  adw_wrap_box_append (self->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
}

const char *
relance_message_row_get_icon (RelanceMessageState state)
{
  switch (state)
    {
    case RELANCE_MESSAGE_ACCEPTED:
    case RELANCE_MESSAGE_HANDED_OVER:
      return "object-select-symbolic";
    case RELANCE_MESSAGE_REFUSED:
      return "dialog-error-symbolic";
    case RELANCE_MESSAGE_UNKNOWN:
      return "dialog-question-symbolic";
    case RELANCE_MESSAGE_WITHDRAWN:
      return "edit-undo-symbolic";
    case RELANCE_MESSAGE_SENDING:
      return "mail-send-symbolic";
    case RELANCE_MESSAGE_WAITING:
    case RELANCE_MESSAGE_APPROVED:
    default:
      return "document-open-recent-symbolic";
    }
}

static gboolean
waits_for_hours (RelanceMessage *message)
{
  return (message->state == RELANCE_MESSAGE_APPROVED ||
          message->state == RELANCE_MESSAGE_WAITING) &&
         g_strcmp0 (message->reason, "hours") == 0;
}

static char *
describe_departure (RelanceMessage *message, const char *moment)
{
  if (waits_for_hours (message))
    {
      /* Translators: %s is a moment, such as “tomorrow at 9:00”. */
      return g_strdup_printf (_ ("leaves %s, in working hours"), moment);
    }

  /* Translators: %s is a moment, such as “tomorrow at 9:00”. */
  return g_strdup_printf (_ ("leaves %s"), moment);
}

/**
 * relance_message_row_dup_reason:
 *
 * Returns: (transfer full) (nullable): why, unless relance_message_row_dup_when() says it
 */
char *
relance_message_row_dup_reason (RelanceMessage *message)
{
  return waits_for_hours (message) ? NULL : relance_wording_message_reason (message);
}

/**
 * relance_message_row_dup_moment:
 *
 * Returns: (transfer full): @moment by the clock here, and by that of the client where they differ
 */
char *
relance_message_row_dup_moment (RelanceMessage *message, gint64 moment, RelanceDate today)
{
  g_autofree char *here = relance_words_moment (moment, today);
  g_autofree char *there = relance_wording_message_there (message, moment);

  if (there == NULL)
    return g_steal_pointer (&here);
  return g_strdup_printf (C_ ("moment", "%1$s (%2$s)"), here, there);
}

/* When it left, or when it will, or when it was approved. */
char *
relance_message_row_dup_when (RelanceMessage *message, RelanceDate today)
{
  g_autofree char *moment = NULL;

  if (message->state == RELANCE_MESSAGE_APPROVED)
    {
      moment = relance_message_row_dup_moment (message, message->not_before, today);
      return describe_departure (message, moment);
    }
  if (message->state == RELANCE_MESSAGE_WAITING && message->next_try_at > 0)
    {
      moment = relance_message_row_dup_moment (
        message, MAX (message->not_before, message->next_try_at), today);
      if (waits_for_hours (message))
        return describe_departure (message, moment);
      /* Translators: %s is a moment, such as “tomorrow at 9:00”. */
      return g_strdup_printf (_ ("next try %s"), moment);
    }

  return relance_words_moment (message->done_at > 0 ? message->done_at : message->approved_at,
                               today);
}
