/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-client-answer.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-plans.h"
#include "relance-terms-words.h"
#include "relance-wording.h"

static void
write_json_totals (JsonBuilder *json, GArray *totals)
{
  cli_json_array (json, "currencies");
  for (guint i = 0; totals && i < totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (totals, RelanceClientTotal, i);

      json_builder_begin_object (json);
      cli_json_text (json, "currency", total->currency);
      cli_json_int (json, "owed", total->owed);
      cli_json_int (json, "overdue", total->overdue);
      cli_json_int (json, "credit", total->credit);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json_contacts (JsonBuilder *json, RelanceClient *client)
{
  cli_json_array (json, "contacts");
  for (guint i = 0; i < client->contacts->len; i++)
    {
      const RelanceContact *contact = client->contacts->pdata[i];

      json_builder_begin_object (json);
      cli_json_int (json, "id", contact->id);
      cli_json_nick (json, "title", RELANCE_TYPE_TITLE, contact->title);
      cli_json_text (json, "first_name", contact->first_name);
      cli_json_text (json, "last_name", contact->last_name);
      cli_json_text (json, "role", contact->role);
      cli_json_text (json, "email", contact->email);
      cli_json_text (json, "phone", contact->phone);
      cli_json_flag (json, "reminders", contact->id == client->reminder_contact_id);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static char *
dup_hours (RelanceClient *client)
{
  if (client->hours_from == RELANCE_CLIENT_NO_HOUR)
    return NULL;

  return g_strdup_printf ("%02d:%02d-%02d:%02d", client->hours_from / 60, client->hours_from % 60,
                          client->hours_to / 60, client->hours_to % 60);
}

static void
write_json_hours (JsonBuilder *json, RelanceClient *client)
{
  g_autofree char *hours = dup_hours (client);

  cli_json_text (json, "hours", hours);
}

void
cli_client_write_json (JsonBuilder *json, RelanceClient *client, gboolean whole)
{
  const char *key;

  json_builder_begin_object (json);
  cli_json_int (json, "id", client->id);
  cli_json_text (json, "name", client->name);
  cli_json_nick (json, "kind", RELANCE_TYPE_KIND, client->kind);
  cli_json_nick (json, "tone", RELANCE_TYPE_TONE, client->tone);
  cli_json_nick (json, "address", RELANCE_TYPE_ADDRESS, client->address);
  cli_json_nick (json, "language", RELANCE_TYPE_LANGUAGE, client->language);
  cli_json_nick (json, "title", RELANCE_TYPE_TITLE, client->title);
  for (guint i = 0; (key = relance_client_get_text_key (i)) != NULL; i++)
    cli_json_text (json, key, *relance_client_get_text (client, key));
  write_json_hours (json, client);
  cli_json_date (json, "excluded_until", client->excluded_until);
  cli_json_text (json, "plan", relance_plans_get_word_of (client));
  cli_json_nick (json, "situation", RELANCE_TYPE_SITUATION, client->situation);
  cli_json_date (json, "situation_since", client->situation_since);
  cli_json_flag (json, "archived", client->archived);
  cli_json_flag (json, "erased", client->erased_at != 0);
  if (whole)
    write_json_contacts (json, client);
  write_json_totals (json, client->totals);
  json_builder_end_object (json);
}

/* "1 234,50 €", or two such amounts where a client owes in two currencies. @member: the offset of an
 * amount in RelanceClientTotal. */
char *
cli_client_dup_totals (GArray *totals, gsize member)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; totals && i < totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (totals, RelanceClientTotal, i);
      gint64 minor = G_STRUCT_MEMBER (gint64, total, member);
      g_autofree char *money = cli_dup_money (minor, total->currency);

      if (minor != 0)
        g_string_append_printf (text, "%s%s", text->len ? " + " : "", money);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_terms (RelanceClient *client)
{
  RelanceTerms terms = { 0 };

  return client->terms != NULL && relance_terms_parse (client->terms, &terms)
           ? relance_terms_words_name (&terms)
           : NULL;
}

static void
add_contacts (CliTable *table, RelanceClient *client)
{
  for (guint i = 0; i < client->contacts->len; i++)
    {
      const RelanceContact *contact = client->contacts->pdata[i];
      const char *parts[6] = { 0 };
      g_autofree char *line = NULL;
      guint n = 0;

      if (contact->first_name != NULL)
        parts[n++] = contact->first_name;
      if (contact->last_name != NULL)
        parts[n++] = contact->last_name;
      if (contact->role != NULL)
        parts[n++] = contact->role;
      if (contact->email != NULL)
        parts[n++] = contact->email;
      if (contact->phone != NULL)
        parts[n++] = contact->phone;
      line = g_strjoinv (" · ", (char **) parts);
      cli_fact (table, C_ ("client", "Contact"), line);
    }
}

void
cli_client_write_text (GString *text, RelanceClient *client)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, client->id);
  g_autofree char *owed =
    cli_client_dup_totals (client->totals, G_STRUCT_OFFSET (RelanceClientTotal, owed));
  g_autofree char *overdue =
    cli_client_dup_totals (client->totals, G_STRUCT_OFFSET (RelanceClientTotal, overdue));
  g_autofree char *credit =
    cli_client_dup_totals (client->totals, G_STRUCT_OFFSET (RelanceClientTotal, credit));
  g_autofree char *person = relance_client_dup_person_name (client);
  g_autofree char *terms = dup_terms (client);
  g_autofree char *hours = dup_hours (client);

  cli_fact (table, C_ ("client", "Client"), client->name);
  cli_fact (table, C_ ("client", "Person"), person);
  cli_fact (table, C_ ("client", "Email"), client->email);
  cli_fact (table, C_ ("client", "Phone"), client->phone);
  cli_fact (table, C_ ("client", "Kind"), relance_wording_kind (client->kind));
  cli_fact (table, C_ ("client", "Tone"), relance_wording_tone (client->tone));
  cli_fact (table, C_ ("client", "Address"), relance_wording_address (client->address));
  cli_fact (table, C_ ("client", "Language"), relance_wording_language (client->language));
  cli_fact (table, C_ ("client", "Street"), client->street);
  cli_fact (table, C_ ("client", "Postcode"), client->postcode);
  cli_fact (table, C_ ("client", "City"), client->city);
  cli_fact (table, C_ ("client", "Country"), client->country);
  cli_fact (table, C_ ("client", "SIREN"), client->siren);
  cli_fact (table, C_ ("client", "SIRET"), client->siret);
  cli_fact (table, C_ ("client", "VAT number"), client->vat);
  cli_fact (table, C_ ("client", "IBAN"), client->iban);
  cli_fact (table, C_ ("client", "Terms"), terms);
  cli_fact (table, C_ ("client", "Time zone"), client->time_zone);
  cli_fact (table, C_ ("client", "Hours"), hours);
  cli_fact (table, C_ ("client", "Reminder plan"), relance_plans_get_label_of (client));
  if (client->situation != 0)
    cli_fact (table, C_ ("client", "Situation"), relance_wording_situation (client->situation));
  cli_fact (table, C_ ("client", "Why that situation"), client->situation_reason);
  cli_fact (table, C_ ("client", "No reminders"), client->excluded);
  cli_fact (table, C_ ("client", "Notes"), client->notes);
  add_contacts (table, client);
  cli_fact (table, C_ ("client", "Owes"), owed);
  cli_fact (table, C_ ("client", "Late"), overdue);
  cli_fact (table, C_ ("client", "Credit"), credit);
  cli_fact (table, C_ ("client", "Id"), id);
  cli_table_write (table, text);
}
