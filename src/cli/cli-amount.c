/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-amount.h"

#include <glib/gi18n.h>

#include "cli-error.h"
#include "relance-typed-amount.h"

/**
 * cli_parse_amount:
 * @text: an amount as it was typed, see relance_typed_amount_parse()
 * @minor: (out): minor units, above zero
 */
gboolean
cli_parse_amount (const char *text, const char *currency, gint64 *minor, GError **error)
{
  if (relance_typed_amount_parse (text, currency, NULL, minor, NULL) && *minor > 0)
    return TRUE;
  /* Translators: what was typed for an amount, then a currency such as EUR */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("“%s” is not an amount of %s above zero."),
               text, currency);
  return FALSE;
}
