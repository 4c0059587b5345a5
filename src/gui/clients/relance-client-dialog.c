/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-dialog.h"

#include "relance-client-file.h"
#include "relance-client-form.h"
#include "relance-plan-row.h"
#include "relance-sample-letter.h"
#include "relance-terms-words.h"
#include "relance-typed-terms.h"
#include "relance-zone-suggestions.h"
#include "relance-window.h"
#include "relance-wording.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

/* What is typed: the key of relance_clients_set() is the name of the row. */
static const char *const keys[] = {
  "name",      "email", "phone",  "first_name", "last_name", "hours",
  "time_zone", "terms", "street", "postcode",   "city",      "country",
  "siren",     "siret", "vat",    "iban",       "code",
};

struct _RelanceClientDialog
{
  AdwDialog parent_instance;

  GtkWidget *save_button;
  AdwToastOverlay *toasts;
  AdwComboRow *kind;
  AdwComboRow *title_row;
  AdwComboRow *language;
  AdwToggleGroup *tone;
  RelancePlanRow *plan;
  AdwComboRow *address;
  GtkLabel *sample;
  GtkWidget *terms_row;
  GtkLabel *terms_words;
  GtkTextBuffer *notes_buffer;
  RelanceFieldNote *notes[G_N_ELEMENTS (keys)];

  RelanceDesk *desk;
  RelanceZoneSuggestions *zones;
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

static GtkEditable *
get_entry (RelanceClientDialog *self, const char *key)
{
  return GTK_EDITABLE (
    gtk_widget_get_template_child (GTK_WIDGET (self), RELANCE_TYPE_CLIENT_DIALOG, key));
}

static char *
dup_typed (RelanceClientDialog *self, const char *key)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (get_entry (self, key))));
}

static void
tell_error (RelanceClientDialog *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, sentence);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
fill_form (RelanceClientDialog *self)
{
  RelanceClient *client = self->client;

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = relance_client_form_format (client, keys[i]);

      gtk_editable_set_text (get_entry (self, keys[i]), text);
    }
  adw_combo_row_set_selected (self->kind, client->kind - 1);
  adw_combo_row_set_selected (self->title_row, client->title - 1);
  adw_combo_row_set_selected (self->language, client->language - 1);
  adw_toggle_group_set_active_name (self->tone,
                                    relance_enum_to_nick (RELANCE_TYPE_TONE, client->tone));
  adw_combo_row_set_selected (self->address, client->address - 1);
  relance_plan_row_show (self->plan, client);
  gtk_text_buffer_set_text (self->notes_buffer, client->notes != NULL ? client->notes : "", -1);
  self->filling = FALSE;
}

/* What cannot be understood stays as it was, and the note below it says why. */
static gboolean
read_entry (RelanceClientDialog *self, gsize i)
{
  g_autofree char *typed = dup_typed (self, keys[i]);
  g_autoptr (GError) error = NULL;
  gboolean good;

  /* A client without a name is not wrong yet: it is not finished. */
  if (g_str_equal (keys[i], "name") && *typed == '\0')
    return FALSE;

  good = relance_clients_set (self->client, keys[i], typed, &error);
  relance_field_note_say_error (self->notes[i], error);
  return good;
}

static gboolean
read_notes (RelanceClientDialog *self)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->notes_buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->notes_buffer, &start, &end, FALSE);
  return relance_clients_set (self->client, "notes", text, NULL);
}

static gboolean
read_form (RelanceClientDialog *self)
{
  RelanceClient *client = self->client;
  gboolean good = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    good = read_entry (self, i) && good;
  client->kind = adw_combo_row_get_selected (self->kind) + 1;
  client->title = adw_combo_row_get_selected (self->title_row) + 1;
  client->language = adw_combo_row_get_selected (self->language) + 1;
  client->tone =
    relance_enum_from_nick (RELANCE_TYPE_TONE, adw_toggle_group_get_active_name (self->tone));
  client->address = adw_combo_row_get_selected (self->address) + 1;
  relance_plan_row_read (self->plan, client);
  return read_notes (self) && good;
}

static RelanceDate
get_today (RelanceClientDialog *self)
{
  return relance_clock_get_today (relance_desk_get_clock (self->desk));
}

static void
show_sample (RelanceClientDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *opening =
    relance_sample_letter_dup_opening (self->client, get_today (self), &error);

  gtk_label_set_label (self->sample, opening != NULL ? opening : error->message);
}

/* What was understood, and what it makes of an invoice of today. */
static void
show_terms (RelanceClientDialog *self)
{
  g_autofree char *typed = dup_typed (self, "terms");
  g_autofree char *words = NULL;
  RelanceTerms terms = { 0 };

  if (relance_typed_terms_parse (typed, &terms))
    words = relance_terms_words_explain (&terms, get_today (self));
  gtk_label_set_label (self->terms_words, words != NULL ? words : "");
  gtk_widget_set_visible (self->terms_row, words != NULL);
}

static void
check_form (RelanceClientDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, read_form (self));
  gtk_widget_set_visible (GTK_WIDGET (self->address),
                          self->client->language == RELANCE_LANGUAGE_FR &&
                            self->client->tone != RELANCE_TONE_FORMAL);
  relance_zone_suggestions_set_country (self->zones, self->client->country);
  show_sample (self);
  show_terms (self);
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
  g_autofree char *name = NULL;

  client = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (client == NULL)
    {
      tell_error (self, error);
      return;
    }

  /* A name typed before the answer stays. */
  name = dup_typed (self, "name");
  g_set_str (&client->name, name);
  take_client (self, g_steal_pointer (&client));
}

/* What was understood is shown grouped as soon as a row is left. */
static void
entry_left_cb (RelanceClientDialog *self, GtkEventController *focus)
{
  GtkWidget *row = gtk_event_controller_get_widget (focus);
  const char *key = gtk_buildable_get_buildable_id (GTK_BUILDABLE (row));
  g_autofree char *text = NULL;

  if (self->client == NULL || gtk_widget_has_css_class (row, "error") || g_str_equal (key, "name"))
    return;
  text = relance_client_form_format (self->client, key);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
tell_saved (RelanceClientDialog *self, gint64 change)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  if (window == NULL || change == 0)
    return;

  /* Translators: each %s is a client. */
  text = g_strdup_printf (self->client->id == 0 ? _ ("%s was added") : _ ("%s was changed"),
                          self->client->name);
  relance_window_tell_undo (window, text, change);
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

  tell_saved (self, answer[0]);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, answer[1]);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_clicked_cb (RelanceClientDialog *self)
{
  if (self->client == NULL || !read_form (self))
    return;

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
  g_clear_object (&self->zones);
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
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, language);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, tone);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, plan);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, address);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, sample);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, terms_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, terms_words);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientDialog, notes_buffer);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_bind_template_child_full (widget_class, keys[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
relance_client_dialog_class_init (RelanceClientDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_client_dialog_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", RELANCE_TYPE_CLIENT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (RELANCE_TYPE_PLAN_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
prepare_entry (RelanceClientDialog *self, gsize i)
{
  GtkWidget *entry = GTK_WIDGET (get_entry (self, keys[i]));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->notes[i] = RELANCE_FIELD_NOTE (relance_field_note_add_below (entry));
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
}

static void
relance_client_dialog_init (RelanceClientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    prepare_entry (self, i);
  self->zones = relance_zone_suggestions_new (get_entry (self, "time_zone"));
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (gtk_editable_get_delegate (get_entry (self, "name"))));
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
  relance_plan_row_load (self->plan, desk);
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
