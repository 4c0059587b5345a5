/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-accounts.h"

#include "relance-country.h"
#include "relance-enums.h"
#include "relance-enum-types.h"
#include "relance-identifiers.h"
#include "relance-money.h"
#include "relance-store-settings.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_setting_key (RelanceBusinessKey key)
{
  return g_strconcat ("business.", relance_business_key_name (key), NULL);
}

static char *
dup_upper_case (const char *text)
{
  return g_ascii_strup (text, -1);
}

/* What is no country is kept as it is written, to be refused. */
static char *
dup_country (const char *text)
{
  const char *code = relance_country_parse (text);

  return g_strdup (code != NULL ? code : text);
}

/* The form in which the book keeps a value; it is checked afterwards. */
static char *
normalize (RelanceBusinessKey key, const char *clean)
{
  switch (key)
    {
    case RELANCE_BUSINESS_SIREN:
    case RELANCE_BUSINESS_VAT:
    case RELANCE_BUSINESS_IBAN:
    case RELANCE_BUSINESS_BIC:
      return relance_identifier_compact (clean);
    case RELANCE_BUSINESS_COUNTRY:
      return dup_country (clean);
    case RELANCE_BUSINESS_CURRENCY:
      return dup_upper_case (clean);
    default:
      return g_strdup (clean);
    }
}

/* Returns: a sentence that says what is wrong, or NULL. */
static const char *
find_fault (RelanceBusinessKey key, const char *value)
{
  switch (key)
    {
    case RELANCE_BUSINESS_SIREN:
      return relance_siren_is_valid (value)
               ? NULL
               : _ ("This is not a SIREN: it has nine digits, and one of them is wrong.");
    case RELANCE_BUSINESS_IBAN:
      return relance_iban_is_valid (value)
               ? NULL
               : _ ("This is not an IBAN: a character is wrong, missing or too many.");
    case RELANCE_BUSINESS_BIC:
      return relance_bic_is_valid (value) ? NULL : _ ("A BIC has 8 or 11 letters and digits.");
    case RELANCE_BUSINESS_VAT:
      return relance_vat_is_valid (value)
               ? NULL
               : _ ("This VAT number is not valid. It starts with the country, as in "
                    "FR 40 303 265 045.");
    case RELANCE_BUSINESS_COUNTRY:
      return relance_country_parse (value) != NULL
               ? NULL
               : _ ("This is not a country. Write its name, or two letters such as FR.");
    case RELANCE_BUSINESS_CURRENCY:
      return relance_money_is_currency (value) ? NULL
                                               : _ ("Write the currency as its code, as EUR.");
    case RELANCE_BUSINESS_LANGUAGE:
      return relance_enum_from_nick (RELANCE_TYPE_LANGUAGE, value) != 0
               ? NULL
               : _ ("Write the language as fr or en.");
    default:
      return NULL;
    }
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, why);
  return FALSE;
}

static gboolean
refuse_error (GError **error, const GError *problem)
{
  g_autofree char *why = relance_wording_error (problem);

  return refuse (error, why);
}

/**
 * relance_business_load:
 *
 * Returns: (transfer full): what the book knows of the user's own business; %NULL
 *   with an error of the store
 */
RelanceBusiness *
relance_business_load (RelanceBook *book, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_new ();

  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    {
      g_autofree char *setting = dup_setting_key (key);
      char *value;

      if (!relance_store_get_setting (relance_book_get_store (book), setting, &value, error))
        return NULL;
      relance_business_take (business, key, value);
    }

  return g_steal_pointer (&business);
}

/**
 * relance_business_set:
 * @key: the name of a #RelanceBusinessKey
 * @value: as it was typed; "" takes it away
 *
 * Changes one value, in memory only. A SIREN, an IBAN, an address, a currency,
 * a country and a language are checked.
 *
 * Returns: %FALSE with %RELANCE_SERVICE_ERROR_INVALID when there is no such key, or
 *   the value is none of its own
 */
gboolean
relance_business_set (RelanceBusiness *business, const char *key, const char *value, GError **error)
{
  int number = relance_business_key_from_name (key);
  g_autoptr (GError) problem = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *kept = NULL;

  if (number < 0)
    {
      /* Translators: %s is an English word that was typed. */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   _ ("A business has no “%s”."), key);
      return FALSE;
    }

  clean = relance_text_clean_name (value, &problem);
  if (clean == NULL)
    return refuse_error (error, problem);
  if (number == RELANCE_BUSINESS_EMAIL && *clean != '\0')
    kept = relance_mail_address_parse (clean, &problem);
  else
    kept = normalize (number, clean);
  if (kept == NULL)
    return refuse_error (error, problem);
  if (*kept != '\0' && find_fault (number, kept) != NULL)
    return refuse (error, find_fault (number, kept));

  relance_business_take (business, number, g_steal_pointer (&kept));
  return TRUE;
}

/**
 * relance_business_put:
 *
 * relance_business_save() within a transaction that the caller ends.
 */
gboolean
relance_business_put (RelanceBook *book, const RelanceBusiness *business, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  for (int key = 0; key < RELANCE_BUSINESS_N_KEYS; key++)
    {
      g_autofree char *setting = dup_setting_key (key);

      if (!relance_store_set_setting (store, setting, relance_business_get (business, key), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * relance_business_save:
 * @business: every value, already checked
 *
 * Keeps all of it, or nothing.
 */
gboolean
relance_business_save (RelanceBook *book, const RelanceBusiness *business, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  return relance_store_begin (store, error) &&
         relance_store_end (store, relance_business_put (book, business, error), error);
}
