/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-amount.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "cli-error.h"
#include "relance-money.h"

/* A lone point is always a decimal sign, as programs write; a lone comma is one where the
 * user's language says so. "12.500" dinars are never twelve thousand. */
static RelanceDecimal
pick_decimal (const char *text)
{
  const char *point = strchr (text, '.');
  const char *comma = strchr (text, ',');

  if (point && !comma && !strchr (point + 1, '.'))
    return RELANCE_DECIMAL_POINT;
  if (comma && !point && !strchr (comma + 1, ',') && localeconv ()->decimal_point[0] == ',')
    return RELANCE_DECIMAL_COMMA;
  return RELANCE_DECIMAL_GUESS;
}

/**
 * cli_parse_amount:
 * @text: an amount as it was typed, "1234.50" or "1 234,50"
 * @minor: (out): minor units, above zero
 */
gboolean
cli_parse_amount (const char *text, const char *currency, gint64 *minor, GError **error)
{
  if (relance_money_parse (text, currency, pick_decimal (text), minor, NULL) && *minor > 0)
    return TRUE;
  /* Translators: what was typed for an amount, then a currency such as EUR */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("“%s” is not an amount of %s above zero."),
               text, currency);
  return FALSE;
}
