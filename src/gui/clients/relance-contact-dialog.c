/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-contact-dialog.h"

#include "relance-client-work.h"
#include "relance-contact-words.h"
#include "relance-window.h"
#include "relance-wording.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

/* What is typed: the key of relance_contacts_set() is the name of the row. */
static const char *const keys[] = { "first_name", "last_name", "role", "email", "phone" };

struct _RelanceContactDialog
{
  AdwDialog parent_instance;

  GtkWidget *save;
  AdwToastOverlay *toasts;
  AdwComboRow *title_row;
  AdwSwitchRow *reminders;
  GtkWidget *remove_group;
  RelanceFieldNote *notes[G_N_ELEMENTS (keys)];

  RelanceDesk *desk;
  RelanceContact *contact; /* being filled in */

  gint64 client_id;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceContactDialog, relance_contact_dialog, ADW_TYPE_DIALOG)

static AdwEntryRow *
get_entry (RelanceContactDialog *self, const char *key)
{
  return ADW_ENTRY_ROW (
    gtk_widget_get_template_child (GTK_WIDGET (self), RELANCE_TYPE_CONTACT_DIALOG, key));
}

static void
tell_error (RelanceContactDialog *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, sentence);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
read_entry (RelanceContactDialog *self, gsize i, gboolean *empty)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (get_entry (self, keys[i])));
  g_autofree char *value = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  gboolean good = relance_contacts_set (self->contact, keys[i], value, &error);

  relance_field_note_say_error (self->notes[i], error);
  *empty = *empty && *value == '\0';
  return good;
}

static void
check_form (RelanceContactDialog *self)
{
  gboolean good = TRUE, empty = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    good = read_entry (self, i, &empty) && good;
  gtk_widget_set_sensitive (self->save, good && !empty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reminders), self->contact->email != NULL);
}

static void
form_changed_cb (RelanceContactDialog *self)
{
  if (!self->filling)
    check_form (self);
}

static void
fill_form (RelanceContactDialog *self, gboolean reminders)
{
  const char *values[] = { self->contact->first_name, self->contact->last_name, self->contact->role,
                           self->contact->email, self->contact->phone };

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_editable_set_text (GTK_EDITABLE (get_entry (self, keys[i])),
                           values[i] != NULL ? values[i] : "");
  adw_combo_row_set_selected (self->title_row, self->contact->title - 1);
  adw_switch_row_set_active (self->reminders, reminders);
  self->filling = FALSE;
}

static char *
describe_done (RelanceContactDialog *self, gboolean removed)
{
  g_autofree char *name = relance_contact_words_name (self->contact);

  /* Translators: each %s is a person. */
  return g_strdup_printf (removed ? _ ("%s is no longer a contact") : _ ("Contact %s saved"), name);
}

static void
end (RelanceContactDialog *self, GObject *source, GAsyncResult *result, gboolean removed)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *change = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autofree char *text = NULL;

  if (change == NULL)
    {
      gtk_widget_set_sensitive (self->save, TRUE);
      tell_error (self, error);
      return;
    }

  text = describe_done (self, removed);
  if (window != NULL && *change != 0)
    relance_window_tell_undo (window, text, *change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceContactDialog) self = user_data;

  end (self, source, result, FALSE);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceContactDialog) self = user_data;

  end (self, source, result, TRUE);
}

static void
save_clicked_cb (RelanceContactDialog *self)
{
  RelanceContactRequest *request = g_new0 (RelanceContactRequest, 1);

  self->contact->title = adw_combo_row_get_selected (self->title_row) + 1;
  request->client_id = self->client_id;
  request->contact = relance_contact_copy (self->contact);
  request->for_reminders = self->contact->email != NULL &&
                           adw_switch_row_get_active (self->reminders);
  gtk_widget_set_sensitive (self->save, FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_work_save_contact, request,
                          (GDestroyNotify) relance_contact_request_free, g_free, NULL, saved_cb,
                          g_object_ref (self));
}

static void
remove_activated_cb (RelanceContactDialog *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_work_remove_contact,
                          g_memdup2 (&self->contact->id, sizeof self->contact->id), g_free, g_free,
                          NULL, removed_cb, g_object_ref (self));
}

static void
relance_contact_dialog_dispose (GObject *object)
{
  RelanceContactDialog *self = RELANCE_CONTACT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_CONTACT_DIALOG);
  g_clear_pointer (&self->contact, relance_contact_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_contact_dialog_parent_class)->dispose (object);
}

static void
relance_contact_dialog_class_init (RelanceContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_contact_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceContactDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RelanceContactDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelanceContactDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceContactDialog, reminders);
  gtk_widget_class_bind_template_child (widget_class, RelanceContactDialog, remove_group);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_bind_template_child_full (widget_class, keys[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_activated_cb);
}

static void
relance_contact_dialog_init (RelanceContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    self->notes[i] =
      RELANCE_FIELD_NOTE (relance_field_note_add_below (GTK_WIDGET (get_entry (self, keys[i]))));
}

/**
 * relance_contact_dialog_new:
 * @contact: (nullable): one of @client, or %NULL for a new one
 */
AdwDialog *
relance_contact_dialog_new (RelanceDesk *desk, RelanceClient *client, const RelanceContact *contact)
{
  RelanceContactDialog *self = g_object_new (RELANCE_TYPE_CONTACT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->client_id = client->id;
  self->contact = contact != NULL ? relance_contact_copy (contact) : relance_contact_new ();
  fill_form (self, contact != NULL && contact == relance_client_get_reminder_contact (client));
  check_form (self);
  if (contact != NULL)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _ ("Edit Contact"));
      gtk_widget_set_visible (self->remove_group, TRUE);
    }
  return ADW_DIALOG (self);
}
