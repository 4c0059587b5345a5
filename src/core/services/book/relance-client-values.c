/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clients.h"

#include "relance-country.h"
#include "relance-identifiers.h"
#include "relance-typed-terms.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* More than anybody writes about a client. */
#define NOTES_MAX 20000

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, why);
  return FALSE;
}

static gboolean
pass_on (GError **error, const GError *reason)
{
  g_autofree char *why = relance_wording_error (reason);

  return refuse (error, why);
}

static gboolean
set_text (char **field, const char *value, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *clean = relance_text_clean_name (value, &local_error);

  if (clean == NULL)
    return pass_on (error, local_error);
  g_set_str (field, clean[0] != '\0' ? clean : NULL);

  return TRUE;
}

static gboolean
set_name (RelanceClient *client, const char *value, GError **error)
{
  g_autofree char *name = NULL;

  if (!set_text (&name, value, error))
    return FALSE;
  if (name == NULL)
    return refuse (error, _ ("A client has a name."));
  g_set_str (&client->name, name);

  return TRUE;
}

static gboolean
set_email (char **field, const char *value, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *address = NULL;

  if (value[0] != '\0')
    {
      address = relance_mail_address_parse (value, &local_error);
      if (address == NULL)
        return pass_on (error, local_error);
    }
  g_set_str (field, address);

  return TRUE;
}

/* Notes have lines. */
static gboolean
set_notes (char **field, const char *value, GError **error)
{
  g_autofree char *clean = g_strdup (value);

  if (strlen (value) > NOTES_MAX)
    return refuse (error, _ ("These notes are too long. Keep them under 20,000 characters."));
  if (!g_utf8_validate (value, -1, NULL))
    return refuse (error, _ ("This text is not valid UTF-8."));
  for (char *at = clean; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && *at != '\n')
      *at = ' ';
  g_strstrip (clean);
  g_set_str (field, clean[0] != '\0' ? clean : NULL);

  return TRUE;
}

/* Kept compact and in capitals, once it is good. */
static gboolean
set_identifier (char **field,
                const char *value,
                gboolean (*is_valid) (const char *compact),
                const char *why,
                GError **error)
{
  g_autofree char *compact = relance_identifier_compact (value);

  if (compact[0] != '\0' && !is_valid (compact))
    return refuse (error, why);
  g_set_str (field, compact[0] != '\0' ? compact : NULL);

  return TRUE;
}

static gboolean
set_country (char **field, const char *value, GError **error)
{
  const char *code = value[0] != '\0' ? relance_country_parse (value) : NULL;

  if (value[0] != '\0' && code == NULL)
    return refuse (error, _ ("This is not a country. Write its name, or two letters such as FR."));
  g_set_str (field, code);

  return TRUE;
}

static gboolean
set_time_zone (char **field, const char *value, GError **error)
{
  g_autoptr (GTimeZone) zone = value[0] != '\0' ? g_time_zone_new_identifier (value) : NULL;

  if (value[0] != '\0' && zone == NULL)
    return refuse (error, _ ("This is not a time zone. Write one such as Europe/Paris."));
  g_set_str (field, value[0] != '\0' ? value : NULL);

  return TRUE;
}

static gboolean
set_terms (char **field, const char *value, GError **error)
{
  RelanceTerms terms = { 0 };
  g_autofree char *text = NULL;

  if (value[0] != '\0')
    {
      if (!relance_typed_terms_parse (value, &terms))
        return refuse (error, _ ("These are not payment terms. Write some such as “30 days”, "
                                 "“30 days end of month” or “on receipt”."));
      text = relance_terms_to_text (&terms);
    }
  g_set_str (field, text);

  return TRUE;
}

static gboolean
set_optional_text (RelanceClient *client, const char *key, const char *value, GError **error)
{
  char **field = relance_client_get_text (client, key);

  if (g_str_equal (key, "email"))
    return set_email (field, value, error);
  if (g_str_equal (key, "notes"))
    return set_notes (field, value, error);
  if (g_str_equal (key, "time_zone"))
    return set_time_zone (field, value, error);
  if (g_str_equal (key, "terms"))
    return set_terms (field, value, error);
  if (g_str_equal (key, "country"))
    return set_country (field, value, error);
  if (g_str_equal (key, "siren"))
    return set_identifier (field, value, relance_siren_is_valid,
                           _ ("This SIREN is not valid. It has nine digits."), error);
  if (g_str_equal (key, "siret"))
    return set_identifier (field, value, relance_siret_is_valid,
                           _ ("This SIRET is not valid. It has fourteen digits."), error);
  if (g_str_equal (key, "vat"))
    return set_identifier (field, value, relance_vat_is_valid,
                           _ ("This VAT number is not valid. It starts with the country, as in "
                              "FR 40 303 265 045."),
                           error);
  if (g_str_equal (key, "iban"))
    return set_identifier (field, value, relance_iban_is_valid,
                           _ ("This IBAN is not valid. Copy it from a bank document."), error);

  return set_text (field, value, error);
}

/* A word of one of the enumerations; a wrong one is answered with those there are. */
static gboolean
set_word (int *field, GType type, const char *value, GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_autoptr (GStrvBuilder) nicks = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *words = NULL;
  g_autofree char *why = NULL;
  int found = relance_enum_from_nick (type, value);

  if (found != 0)
    {
      *field = found;
      return TRUE;
    }
  for (guint i = 0; i < klass->n_values; i++)
    g_strv_builder_add (nicks, klass->values[i].value_nick);
  list = g_strv_builder_end (nicks);
  words = g_strjoinv (", ", list);
  /* Translators: %s is a list of English words such as “formal, friendly, emoji”. */
  why = g_strdup_printf (_ ("It is one of %s."), words);

  return refuse (error, why);
}

/* "9:00-18:00" */
static gboolean
read_hours (const char *text, int *from, int *to)
{
  int from_hour, from_minute, to_hour, to_minute, end = 0;

  if (sscanf (text, "%2d:%2d-%2d:%2d%n", &from_hour, &from_minute, &to_hour, &to_minute, &end) !=
        4 ||
      text[end] != '\0' || from_minute < 0 || from_minute > 59 || to_minute < 0 || to_minute > 59)
    return FALSE;
  *from = from_hour * 60 + from_minute;
  *to = to_hour * 60 + to_minute;

  return *from >= 0 && *from < *to && *to <= 24 * 60;
}

static gboolean
set_hours (RelanceClient *client, const char *value, GError **error)
{
  int from = RELANCE_CLIENT_NO_HOUR, to = RELANCE_CLIENT_NO_HOUR;

  if (value[0] != '\0' && !read_hours (value, &from, &to))
    return refuse (error, _ ("Hours are written as 9:00-18:00."));
  client->hours_from = from;
  client->hours_to = to;

  return TRUE;
}

static gboolean
set_excluded_until (RelanceClient *client, const char *value, GError **error)
{
  RelanceDate date = value[0] != '\0' ? relance_date_parse_iso (value) : RELANCE_DATE_NONE;

  if (value[0] != '\0' && date == RELANCE_DATE_NONE)
    return refuse (error, _ ("This is not a date. Write it as 2026-12-31."));
  client->excluded_until = date;

  return TRUE;
}

/* "" leaves it to the rules. */
static gboolean
set_situation (RelanceClient *client, const char *value, GError **error)
{
  int word = 0;

  if (value[0] != '\0' && !set_word (&word, RELANCE_TYPE_SITUATION, value, error))
    return FALSE;
  client->situation = word;

  return TRUE;
}

static gboolean
set_choice (RelanceClient *client, const char *key, const char *value, GError **error)
{
  int word = 0;

  if (g_str_equal (key, "kind"))
    {
      if (!set_word (&word, RELANCE_TYPE_KIND, value, error))
        return FALSE;
      client->kind = word;
    }
  else if (g_str_equal (key, "tone"))
    {
      if (!set_word (&word, RELANCE_TYPE_TONE, value, error))
        return FALSE;
      client->tone = word;
    }
  else if (g_str_equal (key, "address"))
    {
      if (!set_word (&word, RELANCE_TYPE_ADDRESS, value, error))
        return FALSE;
      client->address = word;
    }
  else if (g_str_equal (key, "language"))
    {
      if (!set_word (&word, RELANCE_TYPE_LANGUAGE, value, error))
        return FALSE;
      client->language = word;
    }
  else if (g_str_equal (key, "plan"))
    {
      if (!set_word (&word, RELANCE_TYPE_RHYTHM, value, error))
        return FALSE;
      relance_client_set_plan (client, word);
    }
  else
    {
      if (!set_word (&word, RELANCE_TYPE_TITLE, value, error))
        return FALSE;
      client->title = word;
    }

  return TRUE;
}

/**
 * relance_clients_set:
 * @key: name, kind, tone, address, language, title, plan, situation, hours ("9:00-18:00"),
 *   excluded_until (ISO), or one of relance_client_get_text_key()
 * @value: as it was typed; "" takes away what is optional
 *
 * Returns: %FALSE with %RELANCE_SERVICE_ERROR_INVALID when there is no such key, or
 *   when the value is none of its own
 */
gboolean
relance_clients_set (RelanceClient *client, const char *key, const char *value, GError **error)
{
  static const char *const choices[] = { "kind",  "tone", "address", "language",
                                         "title", "plan", NULL };

  if (g_strv_contains (choices, key))
    return set_choice (client, key, value, error);
  if (g_str_equal (key, "name"))
    return set_name (client, value, error);
  if (g_str_equal (key, "hours"))
    return set_hours (client, value, error);
  if (g_str_equal (key, "excluded_until"))
    return set_excluded_until (client, value, error);
  if (g_str_equal (key, "situation"))
    return set_situation (client, value, error);
  if (relance_client_get_text (client, key) != NULL)
    return set_optional_text (client, key, value, error);
  /* Translators: %s is an English word that was typed. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
               _ ("A client has no “%s”."), key);

  return FALSE;
}

/**
 * relance_contacts_set:
 * @key: title, first_name, last_name, role, email or phone
 * @value: as it was typed; "" takes it away
 *
 * Returns: %FALSE with %RELANCE_SERVICE_ERROR_INVALID, as relance_clients_set()
 */
gboolean
relance_contacts_set (RelanceContact *contact, const char *key, const char *value, GError **error)
{
  int title = 0;

  if (g_str_equal (key, "title"))
    {
      if (!set_word (&title, RELANCE_TYPE_TITLE, value, error))
        return FALSE;
      contact->title = title;
      return TRUE;
    }
  if (g_str_equal (key, "first_name"))
    return set_text (&contact->first_name, value, error);
  if (g_str_equal (key, "last_name"))
    return set_text (&contact->last_name, value, error);
  if (g_str_equal (key, "role"))
    return set_text (&contact->role, value, error);
  if (g_str_equal (key, "phone"))
    return set_text (&contact->phone, value, error);
  if (g_str_equal (key, "email"))
    return set_email (&contact->email, value, error);
  /* Translators: %s is an English word that was typed. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
               _ ("A contact has no “%s”."), key);

  return FALSE;
}
