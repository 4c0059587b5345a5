/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-business-page.h"

#include "relance-enums.h"
#include "relance-preferences-dialog.h"
#include "relance-preferences-work.h"
#include "relance-wording.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

/* Somebody who types is left in peace this long. */
#define MILLISECONDS_BEFORE_SAVING 400

struct _RelanceBusinessPage
{
  AdwPreferencesPage parent_instance;

  /* By RelanceBusinessKey; NULL where there is no field */
  GtkWidget *fields[RELANCE_BUSINESS_N_KEYS];
  GtkWidget *notes[RELANCE_BUSINESS_N_KEYS];

  /* Owned */
  RelanceDesk *desk;
  RelanceBusiness *business; /* what is saved; NULL until it is loaded */

  /* State */
  guint save_timer;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceBusinessPage, relance_business_page, ADW_TYPE_PREFERENCES_PAGE)

typedef struct
{
  RelanceBusinessKey key;
  const char *title;
  GtkInputPurpose purpose;
} Field;

static const Field identity[] = {
  { RELANCE_BUSINESS_NAME, N_ ("Name"), GTK_INPUT_PURPOSE_NAME },
  { RELANCE_BUSINESS_LEGAL_NAME, N_ ("Legal Name"), GTK_INPUT_PURPOSE_NAME },
  { RELANCE_BUSINESS_EMAIL, N_ ("E-Mail"), GTK_INPUT_PURPOSE_EMAIL },
  { RELANCE_BUSINESS_PHONE, N_ ("Phone"), GTK_INPUT_PURPOSE_PHONE },
  { RELANCE_BUSINESS_SIREN, N_ ("SIREN"), GTK_INPUT_PURPOSE_FREE_FORM },
};

static const Field address[] = {
  { RELANCE_BUSINESS_STREET, N_ ("Street"), GTK_INPUT_PURPOSE_FREE_FORM },
  { RELANCE_BUSINESS_POSTCODE, N_ ("Postcode"), GTK_INPUT_PURPOSE_FREE_FORM },
  { RELANCE_BUSINESS_CITY, N_ ("City"), GTK_INPUT_PURPOSE_FREE_FORM },
};

static const Field payment[] = {
  { RELANCE_BUSINESS_IBAN, N_ ("IBAN"), GTK_INPUT_PURPOSE_FREE_FORM },
  { RELANCE_BUSINESS_BIC, N_ ("BIC"), GTK_INPUT_PURPOSE_FREE_FORM },
  { RELANCE_BUSINESS_CURRENCY, N_ ("Currency (such as EUR)"), GTK_INPUT_PURPOSE_FREE_FORM },
};

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceBusinessPage) self = data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error)
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
}

static char *
get_field (RelanceBusinessPage *self, RelanceBusinessKey key)
{
  if (key == RELANCE_BUSINESS_LANGUAGE)
    {
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->fields[key]));

      return g_strdup (
        relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, RELANCE_LANGUAGE_FR + (int) selected));
    }
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[key]))));
}

/* Takes a field over when it can be; else says beside it why not, and keeps what was saved. */
static gboolean
read_field (RelanceBusinessPage *self, RelanceBusinessKey key)
{
  g_autofree char *before = g_strdup (relance_business_get (self->business, key));
  g_autofree char *value = get_field (self, key);
  g_autoptr (GError) error = NULL;

  relance_business_set (self->business, relance_business_key_name (key), value, &error);
  if (self->notes[key])
    relance_field_note_say_error (RELANCE_FIELD_NOTE (self->notes[key]), error);
  return !error && g_strcmp0 (before, relance_business_get (self->business, key)) != 0;
}

static void
save (RelanceBusinessPage *self)
{
  gboolean changed = FALSE;

  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    if (self->fields[key])
      changed |= read_field (self, key);

  if (changed)
    relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_preferences_save_business,
                            relance_business_copy (self->business),
                            (GDestroyNotify) relance_business_free, NULL, NULL, saved_cb,
                            g_object_ref (self));
}

static void
save_timer_cb (gpointer data)
{
  RelanceBusinessPage *self = data;

  self->save_timer = 0;
  save (self);
}

static void
field_changed_cb (RelanceBusinessPage *self)
{
  if (self->filling || !self->business)
    return;

  g_clear_handle_id (&self->save_timer, g_source_remove);
  self->save_timer = g_timeout_add_once (MILLISECONDS_BEFORE_SAVING, save_timer_cb, self);
}

static void
add_field (RelanceBusinessPage *self, AdwPreferencesGroup *group, const Field *field)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *note = relance_field_note_new (row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), field->purpose);
  g_signal_connect_object (row, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  adw_preferences_group_add (group, note);
  self->fields[field->key] = row;
  self->notes[field->key] = note;
}

static AdwPreferencesGroup *
add_group (RelanceBusinessPage *self, const char *title, const Field *fields, guint n_fields)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; i < n_fields; i++)
    add_field (self, group, &fields[i]);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
  return group;
}

static void
add_language (RelanceBusinessPage *self, AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *names[] = { relance_wording_language (RELANCE_LANGUAGE_FR),
                          relance_wording_language (RELANCE_LANGUAGE_EN), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Language of Letters"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("For new clients; each may have another"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  self->fields[RELANCE_BUSINESS_LANGUAGE] = row;
}

static void
relance_business_page_dispose (GObject *object)
{
  RelanceBusinessPage *self = RELANCE_BUSINESS_PAGE (object);

  g_clear_handle_id (&self->save_timer, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->business, relance_business_free);

  G_OBJECT_CLASS (relance_business_page_parent_class)->dispose (object);
}

/* What was typed last is saved even when the dialog is closed at once. */
static void
relance_business_page_unmap (GtkWidget *widget)
{
  RelanceBusinessPage *self = RELANCE_BUSINESS_PAGE (widget);

  if (self->save_timer != 0)
    {
      g_clear_handle_id (&self->save_timer, g_source_remove);
      save (self);
    }

  GTK_WIDGET_CLASS (relance_business_page_parent_class)->unmap (widget);
}

static void
relance_business_page_class_init (RelanceBusinessPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_business_page_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = relance_business_page_unmap;
}

static void
relance_business_page_init (RelanceBusinessPage *self)
{
  AdwPreferencesGroup *letters;

  add_group (self, _ ("My Business"), identity, G_N_ELEMENTS (identity));
  add_group (self, _ ("Address"), address, G_N_ELEMENTS (address));
  letters = add_group (self, _ ("Payment"), payment, G_N_ELEMENTS (payment));
  adw_preferences_group_set_description (letters,
                                         _ ("Letters tell your clients where to send the money."));
  add_language (self, letters);
}

void
relance_business_page_set_desk (RelanceBusinessPage *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_BUSINESS_PAGE (self));

  g_set_object (&self->desk, desk);
}

static void
fill_field (RelanceBusinessPage *self, RelanceBusinessKey key)
{
  const char *value = relance_business_get (self->business, key);

  if (key == RELANCE_BUSINESS_LANGUAGE)
    {
      int language = relance_enum_from_nick (RELANCE_TYPE_LANGUAGE, value);

      if (language >= RELANCE_LANGUAGE_FR)
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->fields[key]),
                                    (guint) (language - RELANCE_LANGUAGE_FR));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->fields[key]), value);
}

/**
 * relance_business_page_fill:
 *
 * Shows what is saved, once: later it is the user who fills the page.
 */
void
relance_business_page_fill (RelanceBusinessPage *self, const RelanceBusiness *business)
{
  g_return_if_fail (RELANCE_IS_BUSINESS_PAGE (self));

  if (self->business)
    return;

  self->business = relance_business_copy (business);
  self->filling = TRUE;
  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    if (self->fields[key])
      fill_field (self, key);
  self->filling = FALSE;
}
