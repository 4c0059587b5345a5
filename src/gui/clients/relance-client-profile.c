/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-profile.h"

#include "relance-country.h"
#include "relance-identifiers.h"
#include "relance-terms-words.h"
#include "relance-wording.h"
#include "widgets/relance-plain-row.h"

#include <glib/gi18n.h>

struct _RelanceClientProfile
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* borrowed: they stand in the group */
};

G_DEFINE_FINAL_TYPE (RelanceClientProfile, relance_client_profile, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (RelanceClientProfile *self, const char *title, const char *value)
{
  GtkWidget *row;

  if (value == NULL)
    return;
  row = GTK_WIDGET (relance_plain_row_new (title, value));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
take_row (RelanceClientProfile *self, const char *title, char *value)
{
  g_autofree char *owned = value;

  add_row (self, title, owned);
}

/* What opens where it is changed. */
static void
add_situation (RelanceClientProfile *self, const char *why)
{
  GtkWidget *row;

  if (why == NULL)
    return;
  row = GTK_WIDGET (relance_plain_row_new (_ ("Situation"), why));
  gtk_widget_add_css_class (row, "property");
  gtk_widget_set_tooltip_text (row, _ ("Change the Situation"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "client.set-situation");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-edit-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static char *
describe_letters (RelanceClient *client)
{
  const char *language = relance_wording_language (client->language);
  const char *tone = relance_wording_tone (client->tone);

  if (client->language != RELANCE_LANGUAGE_FR || client->tone == RELANCE_TONE_FORMAL)
    /* Translators: a language and a tone: “English · Formal”. */
    return g_strdup_printf (C_ ("letters", "%1$s · %2$s"), language, tone);

  /* Translators: a language, a tone, and “tu” or “vous”: “French · Friendly, vous”. */
  return g_strdup_printf (C_ ("letters", "%1$s · %2$s, %3$s"), language, tone,
                          relance_wording_address (client->address));
}

/* Line by line, as on an envelope. */
static char *
describe_address (RelanceClient *client)
{
  g_autofree char *town = client->postcode != NULL && client->city != NULL
                            ? g_strdup_printf ("%s %s", client->postcode, client->city)
                            : g_strdup (client->city != NULL ? client->city : client->postcode);
  g_autofree char *country = client->country != NULL ? relance_country_dup_name (client->country)
                                                     : NULL;
  const char *lines[] = { client->street, town, country };
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_strv_builder_add (known, lines[i]);
  list = g_strv_builder_end (known);

  return list[0] != NULL ? g_strjoinv ("\n", list) : NULL;
}

static char *
describe_terms (RelanceClient *client, RelanceDate today)
{
  RelanceTerms terms = { 0 };

  if (client->terms == NULL || !relance_terms_parse (client->terms, &terms))
    return NULL;

  return relance_terms_words_explain (&terms, today);
}

static char *
describe_hours (RelanceClient *client)
{
  int from = client->hours_from, to = client->hours_to;

  if (from == RELANCE_CLIENT_NO_HOUR)
    return NULL;

  /* Translators: hours and minutes, from and to: “9:00–17:30”. */
  return g_strdup_printf (C_ ("hours", "%d:%02d–%d:%02d"), from / 60, from % 60, to / 60, to % 60);
}

static char *
format (const char *compact, char *(*group) (const char *compact))
{
  return compact != NULL ? group (compact) : NULL;
}

static void
relance_client_profile_finalize (GObject *object)
{
  g_ptr_array_unref (RELANCE_CLIENT_PROFILE (object)->rows);

  G_OBJECT_CLASS (relance_client_profile_parent_class)->finalize (object);
}

static void
relance_client_profile_class_init (RelanceClientProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_client_profile_finalize;
}

static void
relance_client_profile_init (RelanceClientProfile *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Profile"));
}

/**
 * relance_client_profile_show:
 * @today: for an example of when an invoice is due
 */
void
relance_client_profile_show (RelanceClientProfile *self,
                             const RelanceClientFile *file,
                             RelanceDate today)
{
  RelanceClient *client = file->client;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  add_situation (self, file->situation_why);
  take_row (self, _ ("Letters"), describe_letters (client));
  take_row (self, _ ("Payment Terms"), describe_terms (client, today));
  take_row (self, _ ("Postal Address"), describe_address (client));
  take_row (self, _ ("SIREN"), format (client->siren, relance_siren_format));
  take_row (self, _ ("SIRET"), format (client->siret, relance_siret_format));
  take_row (self, _ ("VAT Number"), format (client->vat, relance_vat_format));
  take_row (self, _ ("IBAN"), format (client->iban, relance_iban_format));
  take_row (self, _ ("Written to Between"), describe_hours (client));
  add_row (self, _ ("Time Zone"), client->time_zone);
  add_row (self, _ ("Account in Accounting Exports"), client->code);
  add_row (self, _ ("Notes"), client->notes);
}
