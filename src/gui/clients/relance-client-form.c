/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-form.h"

#include "relance-identifiers.h"
#include "relance-terms-words.h"
#include "relance-typed-terms.h"

/* In words where the words say all of it, else as the book writes them. */
static char *
format_terms (const char *text)
{
  RelanceTerms terms = { 0 }, read = { 0 };
  g_autofree char *words = NULL;

  if (relance_terms_parse (text, &terms))
    words = relance_terms_words_name (&terms);
  if (words != NULL && relance_typed_terms_parse (words, &read) &&
      relance_terms_equal (&terms, &read))
    return g_steal_pointer (&words);

  return g_strdup (text);
}

static char *
format_hours (RelanceClient *client)
{
  int from = client->hours_from, to = client->hours_to;

  if (from == RELANCE_CLIENT_NO_HOUR)
    return g_strdup ("");

  return g_strdup_printf ("%d:%02d-%d:%02d", from / 60, from % 60, to / 60, to % 60);
}

static char *
format_text (const char *key, const char *text)
{
  static const struct
  {
    const char *key;
    char *(*format) (const char *text);
  } formats[] = {
    { "siren", relance_siren_format }, { "siret", relance_siret_format },
    { "vat", relance_vat_format },     { "iban", relance_iban_format },
    { "terms", format_terms },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].key, key))
      return formats[i].format (text);

  return g_strdup (text);
}

/**
 * relance_client_form_format:
 * @key: name, hours, or one of relance_client_get_text_key()
 *
 * Returns: (transfer full): what relance_clients_set() would understand as the same, grouped as
 *   people read it; "" where nothing is known
 */
char *
relance_client_form_format (RelanceClient *client, const char *key)
{
  char **text;

  if (g_str_equal (key, "name"))
    return g_strdup (client->name != NULL ? client->name : "");
  if (g_str_equal (key, "hours"))
    return format_hours (client);

  text = relance_client_get_text (client, key);
  return text != NULL && *text != NULL ? format_text (key, *text) : g_strdup ("");
}
