/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-country.h"

#include "relance-locale.h"
#include "relance-text.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* More than the longest name of a country in any language that ICU has. */
#define LONGEST_NAME 128

/* The languages of the program, in which a name is understood whatever the desktop speaks. */
static const char *const languages[] = { "en", "fr" };

/**
 * relance_country_dup_name_in:
 * @code: two letters of ISO 3166-1 in capitals
 * @language: a locale such as "fr"
 *
 * Returns: (transfer full): the country in that language; @code when it has no name
 */
char *
relance_country_dup_name_in (const char *code, const char *language)
{
  g_autofree char *locale = g_strconcat ("und_", code, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[LONGEST_NAME];
  char name[LONGEST_NAME * 3];

  uloc_getDisplayCountry (locale, language, wide, LONGEST_NAME, &status);
  u_strToUTF8 (name, sizeof name, NULL, wide, -1, &status);

  return U_SUCCESS (status) && status != U_STRING_NOT_TERMINATED_WARNING ? g_strdup (name)
                                                                         : g_strdup (code);
}

static gboolean
is_called (const char *code, const char *language, const char *folded)
{
  g_autofree char *name = relance_country_dup_name_in (code, language);
  g_autofree char *folded_name = relance_text_fold (name);

  return g_str_equal (folded_name, folded);
}

static gboolean
is_meant (const char *code, const char *folded)
{
  g_autofree char *folded_code = relance_text_fold (code);

  if (g_str_equal (folded_code, folded) || is_called (code, relance_locale_get_icu (NULL), folded))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (is_called (code, languages[i], folded))
      return TRUE;

  return FALSE;
}

/**
 * relance_country_parse:
 * @text: what somebody typed: two letters, or a name in their language, in English or in French;
 *   accents and case do not matter
 *
 * Returns: (nullable) (transfer none): the two letters of ISO 3166-1 in capitals, or %NULL when no
 *   country is called so
 */
const char *
relance_country_parse (const char *text)
{
  const char *const *codes = uloc_getISOCountries ();
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = relance_text_fold (stripped);

  for (gsize i = 0; codes[i] != NULL; i++)
    if (is_meant (codes[i], folded))
      return g_intern_string (codes[i]);

  return NULL;
}

/**
 * relance_country_dup_name:
 * @code: two letters of ISO 3166-1 in capitals
 *
 * Returns: (transfer full): the country in the user's language; @code when it has no name
 */
char *
relance_country_dup_name (const char *code)
{
  return relance_country_dup_name_in (code, relance_locale_get_icu (NULL));
}
