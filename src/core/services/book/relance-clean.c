/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-clean.h"

#include "relance-money.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>

/**
 * relance_clean_refuse:
 * @sentence: in the user's language
 *
 * Returns: %FALSE, with %RELANCE_SERVICE_ERROR_INVALID
 */
gboolean
relance_clean_refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * relance_clean_text:
 * @text: (nullable): a line of text as it was typed
 * @clean: (out) (nullable) (transfer full): as a book holds it; %NULL when nothing is left
 */
gboolean
relance_clean_text (const char *text, char **clean, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *why = NULL;

  *clean = text != NULL ? relance_text_clean_name (text, &local_error) : NULL;
  if (local_error == NULL)
    {
      if (*clean != NULL && **clean == '\0')
        g_clear_pointer (clean, g_free);
      return TRUE;
    }
  why = relance_wording_error (local_error);
  return relance_clean_refuse (error, why);
}

/**
 * relance_clean_amount:
 * @amount: minor units of what lowers a debt
 */
gboolean
relance_clean_amount (gint64 amount, GError **error)
{
  if (amount > 0 && amount <= RELANCE_MONEY_MAX)
    return TRUE;
  return relance_clean_refuse (error,
                               _ ("A payment is an amount above zero. Nothing was recorded."));
}

/**
 * relance_clean_currency:
 * @currency: (nullable): an ISO 4217 code
 */
gboolean
relance_clean_currency (const char *currency, GError **error)
{
  if (currency != NULL && relance_money_is_currency (currency))
    return TRUE;
  return relance_clean_refuse (
    error, _ ("This is not a currency. Write its code of three letters, such as EUR."));
}

/**
 * relance_clean_past_day:
 * @date: when something happened: a day, today at the latest
 */
gboolean
relance_clean_past_day (RelanceBook *book, RelanceDate date, GError **error)
{
  if (date == RELANCE_DATE_NONE)
    return relance_clean_refuse (error, _ ("A payment has a date. Nothing was recorded."));
  if (date > relance_book_get_today (book))
    return relance_clean_refuse (
      error, _ ("A payment cannot be received after today. Nothing was recorded."));
  return TRUE;
}
