/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-dialog.h"

#include "relance-client-file.h"
#include "relance-identifiers.h"
#include "relance-sample-letter.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

struct _RelanceClientDialog
{
  AdwDialog parent_instance;

  GtkWidget *save_button;
  AdwToastOverlay *toasts;
  AdwEntryRow *name;
  AdwComboRow *kind;
  AdwEntryRow *email;
  GtkWidget *email_note_row;
  GtkLabel *email_note;
  AdwEntryRow *phone;
  AdwComboRow *title_row;
  AdwEntryRow *first_name;
  AdwEntryRow *last_name;
  AdwComboRow *language;
  AdwToggleGroup *tone;
  AdwComboRow *address;
  GtkLabel *sample;

  RelanceDesk *desk;
  RelanceClient *client; /* being filled in */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceClientDialog, relance_client_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_error (RelanceClientDialog *self, const GError *error)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, error->message);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
set_entry (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* Empty is unknown. */
static void
read_entry (AdwEntryRow *row, char **field)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  g_set_str (field, *text != '\0' ? text : NULL);
}

static void
fill_form (RelanceClientDialog *self)
{
  RelanceClient *client = self->client;

  self->filling = TRUE;
  set_entry (self->name, client->name);
  adw_combo_row_set_selected (self->kind, client->kind - 1);
  set_entry (self->email, client->email);
  set_entry (self->phone, client->phone);
  adw_combo_row_set_selected (self->title_row, client->title - 1);
  set_entry (self->first_name, client->first_name);
  set_entry (self->last_name, client->last_name);
  adw_combo_row_set_selected (self->language, client->language - 1);
  adw_toggle_group_set_active_name (self->tone,
                                    relance_enum_to_nick (RELANCE_TYPE_TONE, client->tone));
  adw_combo_row_set_selected (self->address, client->address - 1);
  self->filling = FALSE;
}

static void
read_form (RelanceClientDialog *self)
{
  RelanceClient *client = self->client;

  read_entry (self->name, &client->name);
  client->kind = adw_combo_row_get_selected (self->kind) + 1;
  read_entry (self->email, &client->email);
  read_entry (self->phone, &client->phone);
  client->title = adw_combo_row_get_selected (self->title_row) + 1;
  read_entry (self->first_name, &client->first_name);
  read_entry (self->last_name, &client->last_name);
  client->language = adw_combo_row_get_selected (self->language) + 1;
  client->tone =
    relance_enum_from_nick (RELANCE_TYPE_TONE, adw_toggle_group_get_active_name (self->tone));
  client->address = adw_combo_row_get_selected (self->address) + 1;
}

static gboolean
check_email (RelanceClientDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  g_autofree char *sentence = NULL;

  if (self->client->email != NULL)
    address = relance_mail_address_parse (self->client->email, &error);
  if (error != NULL)
    sentence = relance_wording_error (error);

  gtk_label_set_label (self->email_note, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->email_note_row, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->email), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->email), "error");
  return sentence == NULL;
}

static void
show_sample (RelanceClientDialog *self)
{
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (self->desk));
  g_autoptr (GError) error = NULL;
  g_autofree char *opening = relance_sample_letter_dup_opening (self->client, today, &error);

  gtk_label_set_label (self->sample, opening != NULL ? opening : error->message);
}

static void
check_form (RelanceClientDialog *self)
{
  gboolean good = FALSE;

  read_form (self);
  good = check_email (self);
  gtk_widget_set_sensitive (self->save_button, good && self->client->name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->address),
                          self->client->language == RELANCE_LANGUAGE_FR &&
                            self->client->tone != RELANCE_TONE_FORMAL);
  show_sample (self);
}

static void
form_changed_cb (RelanceClientDialog *self)
{
  if (!self->filling && self->client != NULL)
    check_form (self);
}

static void
take_client (RelanceClientDialog *self, RelanceClient *client)
{
  self->client = client;
  fill_form (self);
  check_form (self);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceClientDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = NULL;

  client = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (client == NULL)
    {
      tell_error (self, error);
      return;
    }

  /* A name typed before the answer stays. */
  read_entry (self->name, &client->name);
  take_client (self, g_steal_pointer (&client));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceClientDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *answer = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (answer == NULL)
    {
      tell_error (self, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, answer[1]);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_clicked_cb (RelanceClientDialog *self)
{
  if (!gtk_widget_get_sensitive (self->save_button) || self->client == NULL)
    return;

  read_form (self);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_file_save,
                          relance_client_copy (self->client), g_object_unref, g_free, NULL,
                          saved_cb, g_object_ref (self));
}

static void
relance_client_dialog_dispose (GObject *object)
{
  RelanceClientDialog *self = RELANCE_CLIENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_CLIENT_DIALOG);
  g_clear_object (&self->client);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_client_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-client-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, email);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, email_note_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, email_note);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, first_name);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, last_name);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, language);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, tone);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, address);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, sample);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
relance_client_dialog_class_init (RelanceClientDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_client_dialog_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", RELANCE_TYPE_CLIENT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
relance_client_dialog_init (RelanceClientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->name))));
  gtk_widget_set_sensitive (self->save_button, FALSE);
}

/**
 * relance_client_dialog_new:
 * @client: (nullable): whom to edit, or %NULL for a new one
 */
AdwDialog *
relance_client_dialog_new (RelanceDesk *desk, RelanceClient *client)
{
  RelanceClientDialog *self = g_object_new (RELANCE_TYPE_CLIENT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  if (client != NULL)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _ ("Edit Client"));
      take_client (self, relance_client_copy (client));
      return ADW_DIALOG (self);
    }

  /* Until it has a name, it has that of what it is. */
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_file_begin,
                          g_strdup (_ ("New client")), g_free, g_object_unref, NULL, begun_cb,
                          g_object_ref (self));
  return ADW_DIALOG (self);
}
