/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-describe.h"

#include "relance-country.h"
#include "relance-identifiers.h"
#include "relance-letter-invoices.h"
#include "relance-letter-values.h"
#include "relance-letter-words.h"
#include "relance-terms.h"

#include <string.h>

/* How long a firm letter leaves to pay: what is customary (8 or 15 days). */
#define DEADLINE_DAYS 8

/* What a letter of claim leaves to somebody who is no company in the United Kingdom. Source:
 * Pre-Action Protocol for Debt Claims, England and Wales. */
#define DEADLINE_DAYS_OF_CLAIM 30

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* The client's country, else one's own. */
static int
get_deadline_days (const RelanceLetterFacts *facts, RelanceStage stage)
{
  const char *country = facts->client->country;

  if (is_empty (country))
    country = relance_business_get (facts->business, RELANCE_BUSINESS_COUNTRY);
  if (stage == RELANCE_STAGE_FORMAL_NOTICE && facts->client->kind == RELANCE_KIND_CONSUMER &&
      strcmp (country, "GB") == 0)
    return DEADLINE_DAYS_OF_CLAIM;
  return DEADLINE_DAYS;
}

/* Within one country an address names none. */
static void
add_country (RelanceLetterValue *dict, const RelanceLetterFacts *facts, RelanceLanguage language)
{
  const char *own = relance_business_get (facts->business, RELANCE_BUSINESS_COUNTRY);
  g_autofree char *name = NULL;

  if (!is_empty (facts->client->country) && *own != '\0' &&
      strcmp (facts->client->country, own) != 0)
    name =
      relance_country_dup_name_in (facts->client->country, relance_letter_get_locale (language));
  relance_letter_values_add_text (dict, "country", name);
}

static RelanceLetterValue *
describe_client (const RelanceLetterFacts *facts, RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) dict = relance_letter_value_new_dictionary ();
  const RelanceClient *client = facts->client;
  gboolean named = !is_empty (client->first_name) && !is_empty (client->last_name);

  relance_letter_values_add_text (dict, "name", client->name);
  relance_letter_values_add_text (dict, "first_name", client->first_name);
  relance_letter_values_add_text (dict, "last_name", client->last_name);
  relance_letter_values_add_flag (dict, "madame", client->title == RELANCE_TITLE_MADAME);
  relance_letter_values_add_flag (dict, "monsieur", client->title == RELANCE_TITLE_MONSIEUR);
  relance_letter_values_add_flag (dict, "titled", client->title != RELANCE_TITLE_NONE);
  relance_letter_values_add_flag (dict, "full_name", named && client->title == RELANCE_TITLE_NONE);
  relance_letter_values_add_flag (dict, "business", client->kind == RELANCE_KIND_BUSINESS);
  relance_letter_values_add_flag (dict, "consumer", client->kind == RELANCE_KIND_CONSUMER);
  relance_letter_values_add_flag (dict, "public", client->kind == RELANCE_KIND_PUBLIC);
  relance_letter_values_add_text (dict, "street", client->street);
  relance_letter_values_add_text (dict, "postcode", client->postcode);
  relance_letter_values_add_text (dict, "city", client->city);
  relance_letter_values_add_flag (dict, "has_address",
                                  !is_empty (client->street) || !is_empty (client->city));
  add_country (dict, facts, language);
  return g_steal_pointer (&dict);
}

static RelanceLetterValue *
describe_business (const RelanceBusiness *business)
{
  static const RelanceBusinessKey keys[] = {
    RELANCE_BUSINESS_NAME,  RELANCE_BUSINESS_LEGAL_NAME, RELANCE_BUSINESS_PHONE,
    RELANCE_BUSINESS_EMAIL, RELANCE_BUSINESS_STREET,     RELANCE_BUSINESS_POSTCODE,
    RELANCE_BUSINESS_CITY,  RELANCE_BUSINESS_SIREN,      RELANCE_BUSINESS_VAT,
    RELANCE_BUSINESS_BIC,
  };
  g_autoptr (RelanceLetterValue) dict = relance_letter_value_new_dictionary ();
  const char *iban = relance_business_get (business, RELANCE_BUSINESS_IBAN);
  g_autofree char *grouped = *iban != '\0' ? relance_iban_format (iban) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    relance_letter_values_add_text (dict, relance_business_key_name (keys[i]),
                                    relance_business_get (business, keys[i]));
  relance_letter_values_add_text (dict, "iban", grouped);
  relance_letter_values_add_flag (
    dict, "has_address",
    !is_empty (relance_business_get (business, RELANCE_BUSINESS_STREET)) ||
      !is_empty (relance_business_get (business, RELANCE_BUSINESS_CITY)));
  return g_steal_pointer (&dict);
}

/* A sender who is called like the business signs once. */
static RelanceLetterValue *
describe_signature (const RelanceLetterFacts *facts)
{
  g_autoptr (RelanceLetterValue) dict = relance_letter_value_new_dictionary ();
  const char *business = relance_business_get (facts->business, RELANCE_BUSINESS_NAME);
  const char *name = facts->sender != NULL ? facts->sender->name : NULL;

  if (is_empty (name))
    name = business;

  relance_letter_values_add_text (dict, "name", name);
  relance_letter_values_add_text (dict, "business", strcmp (name, business) != 0 ? business : NULL);
  relance_letter_values_add_text (dict, "phone",
                                  relance_business_get (facts->business, RELANCE_BUSINESS_PHONE));
  return g_steal_pointer (&dict);
}

static void
add_voice (RelanceLetterValue *dict, const RelanceLetterFacts *facts, RelanceVoice voice)
{
  gboolean neutral;

  if (voice == 0 && facts->sender != NULL)
    voice = facts->sender->voice;
  neutral = voice == RELANCE_VOICE_NEUTRAL;

  relance_letter_values_add_flag (dict, "personal", !neutral);
  relance_letter_values_add_flag (dict, "neutral", neutral);
}

static void
add_sum (RelanceLetterValue *dict,
         const char *key,
         const RelanceLetterSum *sum,
         RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) inner = relance_letter_value_new_dictionary ();

  if (sum == NULL)
    return;

  if (sum->amount > 0)
    relance_letter_values_add_money (inner, "amount", sum->amount, sum->currency, language);
  relance_letter_values_add_date (inner, "date", sum->date, language);
  relance_letter_values_add_text (inner, "means",
                                  relance_letter_words_means (sum->means, language));
  relance_letter_values_add (dict, key, g_steal_pointer (&inner));
}

static void
add_terms (RelanceLetterValue *dict, const RelanceClient *client, RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) inner = relance_letter_value_new_dictionary ();
  g_autofree char *text = NULL;
  RelanceTerms terms;

  if (is_empty (client->terms) || !relance_terms_parse (client->terms, &terms))
    return;

  text = relance_letter_words_terms (&terms, language);
  if (text == NULL)
    return;

  relance_letter_values_add_text (inner, "text", text);
  if (terms.days > 0)
    relance_letter_values_add_number (inner, "days", terms.days);
  relance_letter_values_add (dict, "terms", g_steal_pointer (&inner));
}

/**
 * relance_letter_describe:
 *
 * Returns: (transfer full): the names that templates know, with their values;
 *   data/letters/README.md explains each
 */
RelanceLetterValue *
relance_letter_describe (const RelanceLetterFacts *facts, const RelanceLetterStyle *style)
{
  g_autoptr (RelanceLetterValue) dict = relance_letter_value_new_dictionary ();
  RelanceLanguage language = style->language;
  int days = get_deadline_days (facts, style->stage);

  relance_letter_values_add (dict, "client", describe_client (facts, language));
  relance_letter_values_add (dict, "business", describe_business (facts->business));
  relance_letter_values_add (dict, "signature", describe_signature (facts));
  add_voice (dict, facts, style->voice);
  relance_letter_values_add_date (dict, "previous", facts->previous, language);
  relance_letter_values_add_date (dict, "today", facts->today, language);
  relance_letter_values_add_date (dict, "deadline", facts->today + days, language);
  relance_letter_values_add_number (dict, "deadline_days", days);
  relance_letter_values_add_text (dict, "personal_line", facts->personal_line);
  add_sum (dict, "payment", facts->payment, language);
  add_sum (dict, "promise", facts->promise, language);
  add_terms (dict, facts->client, language);
  relance_letter_invoices_describe (dict, facts, language);
  return g_steal_pointer (&dict);
}
