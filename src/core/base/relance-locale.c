/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-locale.h"

#include <locale.h>
#include <string.h>

/**
 * relance_locale_get_icu:
 * @locale: (nullable): a locale such as "fr" or "en_GB", or %NULL for the user's own
 *
 * Returns: (transfer none): the name ICU knows it by; English where the
 *   process has no language
 */
const char *
relance_locale_get_icu (const char *locale)
{
  const char *own = locale != NULL ? locale : setlocale (LC_MESSAGES, NULL);
  g_autofree char *bare = NULL;

  if (own == NULL || g_str_equal (own, "C") || g_str_equal (own, "POSIX") ||
      g_str_has_prefix (own, "C."))
    return "en";

  bare = g_strndup (own, strcspn (own, ".@"));

  return g_intern_string (bare);
}
