/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sender-dialog.h"

#include "relance-identifiers.h"
#include "relance-preferences-work.h"
#include "relance-provider-names.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

struct _RelanceSenderDialog
{
  AdwDialog parent_instance;

  /* Template */
  GtkWidget *add_button;
  AdwPreferencesGroup *group;
  GtkEditable *address;
  GtkEditable *name;
  GtkEditable *reply_to;
  AdwComboRow *voice;
  AdwComboRow *account;
  RelanceFieldNote *note; /* what the book says of it */

  /* Owned */
  RelanceDesk *desk;
  GPtrArray *accounts; /* RelanceAccount */
};

G_DEFINE_FINAL_TYPE (RelanceSenderDialog, relance_sender_dialog, ADW_TYPE_DIALOG)

static gboolean
is_address (GtkEditable *field)
{
  g_autofree char *address = relance_mail_address_parse (gtk_editable_get_text (field), NULL);

  return address != NULL;
}

static gboolean
is_empty (GtkEditable *field)
{
  return *gtk_editable_get_text (field) == '\0';
}

/* A field that is only begun is not yet wrong in the eyes of whoever types. */
static void
mark (GtkEditable *field)
{
  if (is_empty (field) || is_address (field))
    gtk_widget_remove_css_class (GTK_WIDGET (field), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (field), "error");
}

static void
changed_cb (RelanceSenderDialog *self)
{
  mark (self->address);
  mark (self->reply_to);
  relance_field_note_say (self->note, NULL);
  gtk_widget_set_sensitive (self->add_button,
                            is_address (self->address) && !is_empty (self->name) &&
                              (is_empty (self->reply_to) || is_address (self->reply_to)));
}

static void
cancel_cb (RelanceSenderDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceSenderDialog) self = data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error)
    relance_field_note_say_error (self->note, error);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static RelanceSender *
read_sender (RelanceSenderDialog *self)
{
  RelanceSender *sender =
    relance_sender_new (gtk_editable_get_text (self->address), gtk_editable_get_text (self->name));
  guint account = adw_combo_row_get_selected (self->account);

  if (!is_empty (self->reply_to))
    g_set_str (&sender->reply_to, gtk_editable_get_text (self->reply_to));
  sender->voice = adw_combo_row_get_selected (self->voice) == 1 ? RELANCE_VOICE_NEUTRAL
                                                                : RELANCE_VOICE_PERSONAL;
  /* The first choice is to leave it to Relance. */
  if (account > 0 && account != GTK_INVALID_LIST_POSITION)
    g_set_str (&sender->account_id,
               ((RelanceAccount *) g_ptr_array_index (self->accounts, account - 1))->id);
  return sender;
}

static void
add_cb (RelanceSenderDialog *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_preferences_add_sender,
                          read_sender (self), g_object_unref, NULL, NULL, added_cb,
                          g_object_ref (self));
}

static void
fill_accounts (RelanceSenderDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("The account that is ready"));
  for (guint i = 0; i < self->accounts->len; i++)
    {
      RelanceAccount *account = g_ptr_array_index (self->accounts, i);

      gtk_string_list_append (names, relance_provider_display_name (account->provider));
    }
  adw_combo_row_set_model (self->account, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->account), self->accounts->len > 1);
}

static void
relance_sender_dialog_dispose (GObject *object)
{
  RelanceSenderDialog *self = RELANCE_SENDER_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_SENDER_DIALOG);

  G_OBJECT_CLASS (relance_sender_dialog_parent_class)->dispose (object);
}

static void
relance_sender_dialog_class_init (RelanceSenderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_sender_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-sender-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSenderDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceSenderDialog, group);
  gtk_widget_class_bind_template_child (widget_class, RelanceSenderDialog, address);
  gtk_widget_class_bind_template_child (widget_class, RelanceSenderDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RelanceSenderDialog, reply_to);
  gtk_widget_class_bind_template_child (widget_class, RelanceSenderDialog, voice);
  gtk_widget_class_bind_template_child (widget_class, RelanceSenderDialog, account);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
relance_sender_dialog_init (RelanceSenderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->note = RELANCE_FIELD_NOTE (relance_field_note_new (GTK_WIDGET (self->address)));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->note));
}

/**
 * relance_sender_dialog_new:
 * @accounts: (element-type RelanceAccount): what the sender may leave by
 */
AdwDialog *
relance_sender_dialog_new (RelanceDesk *desk, GPtrArray *accounts)
{
  RelanceSenderDialog *self = g_object_new (RELANCE_TYPE_SENDER_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->accounts = g_ptr_array_ref (accounts);
  fill_accounts (self);
  return ADW_DIALOG (self);
}
