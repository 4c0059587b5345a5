/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-values.h"

#include "relance-money.h"

/**
 * relance_letter_get_locale:
 *
 * Returns: (transfer none): the locale in which a letter writes amounts and dates
 */
const char *
relance_letter_get_locale (RelanceLanguage language)
{
  return language == RELANCE_LANGUAGE_FR ? "fr" : "en_GB";
}

/**
 * relance_letter_values_add:
 * @dict: of the type `a{sv}`
 * @value: sunk when floating
 */
void
relance_letter_values_add (GVariantBuilder *dict, const char *key, GVariant *value)
{
  g_variant_builder_add_value (
    dict, g_variant_new_dict_entry (g_variant_new_string (key), g_variant_new_variant (value)));
}

/**
 * relance_letter_values_add_text:
 * @value: (nullable): nothing is as false in a section as an empty text
 */
void
relance_letter_values_add_text (GVariantBuilder *dict, const char *key, const char *value)
{
  relance_letter_values_add (dict, key, g_variant_new_string (value != NULL ? value : ""));
}

void
relance_letter_values_add_flag (GVariantBuilder *dict, const char *key, gboolean value)
{
  relance_letter_values_add (dict, key, g_variant_new_boolean (value));
}

void
relance_letter_values_add_number (GVariantBuilder *dict, const char *key, int value)
{
  relance_letter_values_add (dict, key, g_variant_new_int32 (value));
}

/**
 * relance_letter_values_add_money:
 * @amount: minor units
 */
void
relance_letter_values_add_money (GVariantBuilder *dict,
                                 const char *key,
                                 gint64 amount,
                                 const char *currency,
                                 RelanceLanguage language)
{
  g_autofree char *text =
    relance_money_format (amount, currency, relance_letter_get_locale (language));

  relance_letter_values_add_text (dict, key, text);
}

/**
 * relance_letter_values_add_date:
 * @date: or %RELANCE_DATE_NONE for nothing
 */
void
relance_letter_values_add_date (GVariantBuilder *dict,
                                const char *key,
                                RelanceDate date,
                                RelanceLanguage language)
{
  g_autofree char *text = NULL;

  if (date != RELANCE_DATE_NONE)
    text = relance_date_format (date, relance_letter_get_locale (language));
  relance_letter_values_add_text (dict, key, text);
}
