/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-message-dialog.h"

#include "relance-message-row.h"
#include "relance-window.h"
#include "relance-wording-message.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceMessageDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *reason;
  GtkWidget *file_buttons;
  GtkLabel *from;
  GtkLabel *to;
  GtkLabel *subject;
  GtkLabel *text;
  GtkWidget *attempts_group;
  GtkListBox *attempts;

  char *path; /* of the file it was written to, or NULL */
};

G_DEFINE_FINAL_TYPE (RelanceMessageDialog, relance_message_dialog, ADW_TYPE_DIALOG)

/* Where a message should be shown once it is read. */
typedef struct
{
  GtkWidget *parent;
  RelanceDate today;
} Opening;

static char *
join_address (const char *name, const char *address)
{
  return name != NULL && *name != '\0' ? g_strdup_printf ("%s <%s>", name, address)
                                       : g_strdup (address);
}

static void
show_state (RelanceMessageDialog *self, RelanceMessage *message, RelanceDate today)
{
  g_autofree char *when = relance_message_row_dup_when (message, today);
  g_autofree char *reason = relance_message_row_dup_reason (message);
  g_autofree char *state = NULL;

  /* Translators: what became of a message, and when: “Sent · today at 9:00”. */
  state =
    g_strdup_printf (C_ ("message", "%1$s · %2$s"), relance_wording_message_state (message), when);
  gtk_image_set_from_icon_name (self->icon, relance_message_row_get_icon (message->state));
  if (message->state == RELANCE_MESSAGE_REFUSED)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "error");
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

static void
show_letter (RelanceMessageDialog *self, RelanceMessage *message)
{
  g_autofree char *from = join_address (message->from_name, message->from);
  g_autofree char *to = join_address (message->to_name, message->to);

  adw_dialog_set_title (ADW_DIALOG (self), message->client_name);
  gtk_label_set_label (self->from, from);
  gtk_label_set_label (self->to, to);
  gtk_label_set_label (self->subject, message->subject);
  gtk_label_set_label (self->text, message->text);
}

static const char *
describe_try (const char *outcome)
{
  if (g_str_equal (outcome, "accepted"))
    return _ ("Handed over and accepted");
  if (g_str_equal (outcome, "refused"))
    return _ ("Handed over and refused; it was not sent");
  if (g_str_equal (outcome, "retry") || g_str_equal (outcome, "account"))
    return _ ("Could not be handed over; it was not sent");
  return _ ("Handed over; no certain answer came back");
}

static const char *
describe_look_up (const char *outcome)
{
  if (g_str_equal (outcome, "accepted"))
    return _ ("The provider was asked, and has it");
  if (g_str_equal (outcome, "absent"))
    return _ ("The provider was asked, and knows nothing of it");
  return _ ("The provider was asked, and could not say");
}

static const char *
describe_attempt (const RelanceAttempt *attempt)
{
  const char *outcome = attempt->outcome != NULL ? attempt->outcome : "";

  return g_strcmp0 (attempt->purpose, "look-up") == 0 ? describe_look_up (outcome)
                                                      : describe_try (outcome);
}

static GtkWidget *
create_attempt_row (const RelanceAttempt *attempt, RelanceDate today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = relance_words_moment_alone (attempt->started_at, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), describe_attempt (attempt));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), moment);
  return row;
}

static void
show_attempts (RelanceMessageDialog *self, GPtrArray *attempts, RelanceDate today)
{
  for (guint i = 0; i < attempts->len; i++)
    gtk_list_box_append (self->attempts, create_attempt_row (attempts->pdata[i], today));
  gtk_widget_set_visible (self->attempts_group, attempts->len > 0);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceMessageDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  toast = adw_toast_new ("");
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, error->message);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static GtkFileLauncher *
create_launcher (RelanceMessageDialog *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  return gtk_file_launcher_new (file);
}

static void
open_clicked_cb (RelanceMessageDialog *self)
{
  g_autoptr (GtkFileLauncher) launcher = create_launcher (self);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                            launched_cb, g_object_ref (self));
}

static void
show_clicked_cb (RelanceMessageDialog *self)
{
  g_autoptr (GtkFileLauncher) launcher = create_launcher (self);

  gtk_file_launcher_open_containing_folder (launcher,
                                            GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                            NULL, launched_cb, g_object_ref (self));
}

static void
free_opening (Opening *opening)
{
  g_object_unref (opening->parent);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, free_opening)

static void
item_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceMailbagItem) item = NULL;
  RelanceWindow *window = relance_window_of (opening->parent);

  item = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (window == NULL)
    return;

  if (item != NULL)
    adw_dialog_present (relance_message_dialog_new (item, opening->today), opening->parent);
  else
    relance_window_tell_error (window, error);
}

static void
relance_message_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_MESSAGE_DIALOG);

  G_OBJECT_CLASS (relance_message_dialog_parent_class)->dispose (object);
}

static void
relance_message_dialog_finalize (GObject *object)
{
  g_free (RELANCE_MESSAGE_DIALOG (object)->path);

  G_OBJECT_CLASS (relance_message_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-message-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, state);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, file_buttons);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, from);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, to);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, text);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, attempts_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceMessageDialog, attempts);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
}

static void
relance_message_dialog_class_init (RelanceMessageDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relance_message_dialog_dispose;
  object_class->finalize = relance_message_dialog_finalize;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
relance_message_dialog_init (RelanceMessageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
relance_message_dialog_new (const RelanceMailbagItem *item, RelanceDate today)
{
  RelanceMessageDialog *self = g_object_new (RELANCE_TYPE_MESSAGE_DIALOG, NULL);
  RelanceMessage *message = item->message;

  if (g_str_equal (message->provider, "folder"))
    self->path = g_strdup (message->provider_reference);
  gtk_widget_set_visible (self->file_buttons, self->path != NULL);
  show_state (self, message, today);
  show_letter (self, message);
  show_attempts (self, item->attempts, today);
  return ADW_DIALOG (self);
}

/* Reads the message, then shows it above @parent. */
void
relance_message_dialog_open (RelanceDesk *desk, const char *id, GtkWidget *parent)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->parent = g_object_ref (parent);
  opening->today = relance_clock_get_today (relance_desk_get_clock (desk));
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_mailbag_get, g_strdup (id), g_free,
                          (GDestroyNotify) relance_mailbag_item_free, NULL, item_loaded_cb,
                          opening);
}
