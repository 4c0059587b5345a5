/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-forecast.h"

#include "relance-claims.h"

#include <string.h>

static void
free_forecast (gpointer data)
{
  RelanceCurrencyForecast *forecast = data;

  relance_cash_clear (&forecast->cash);
  g_free (forecast);
}

static GArray *
list_figures (RelanceBook *book, GError **error)
{
  return relance_store_list_figures_as_of (relance_book_get_store (book), RELANCE_DATE_NONE, error);
}

static int
compare_currencies (gconstpointer a, gconstpointer b)
{
  const RelanceCurrencyForecast *first = *(const RelanceCurrencyForecast *const *) a;
  const RelanceCurrencyForecast *second = *(const RelanceCurrencyForecast *const *) b;

  return strcmp (first->currency, second->currency);
}

/* One for each currency in which something is open, by its code. */
static GPtrArray *
list_currencies (GArray *figures)
{
  GPtrArray *currencies = g_ptr_array_new_with_free_func (free_forecast);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < figures->len; i++)
    {
      const RelanceInstalmentFact *figure = &g_array_index (figures, RelanceInstalmentFact, i);
      RelanceCurrencyForecast *forecast;

      if (figure->balance <= 0 || g_hash_table_contains (seen, figure->currency))
        continue;
      forecast = g_new0 (RelanceCurrencyForecast, 1);
      memcpy (forecast->currency, figure->currency, sizeof forecast->currency);
      g_hash_table_add (seen, forecast->currency);
      g_ptr_array_add (currencies, forecast);
    }
  g_ptr_array_sort (currencies, compare_currencies);
  return currencies;
}

/**
 * relance_forecast_compute:
 * @figures: (element-type RelanceInstalmentFact): all of the book as it was on @day
 * @weeks: how many, that of @day included; at least 1
 *
 * Returns: (transfer full) (element-type RelanceCurrencyForecast): what relance_forecast_load()
 *   tells, of figures that are read already
 */
GPtrArray *
relance_forecast_compute (GArray *figures, RelanceDate day, int weeks)
{
  g_autoptr (GArray) all = relance_claims_list (figures, NULL);
  g_autoptr (RelanceForecaster) forecaster = relance_forecaster_new (all);
  GPtrArray *currencies = list_currencies (figures);

  for (guint i = 0; i < currencies->len; i++)
    {
      RelanceCurrencyForecast *forecast = g_ptr_array_index (currencies, i);
      g_autoptr (GArray) claims = relance_claims_list (figures, forecast->currency);

      relance_cash_compute (&forecast->cash, forecaster, claims, day, weeks);
    }
  return currencies;
}

/**
 * relance_forecast_load:
 * @weeks: how many, the current one included; at least 1
 *
 * Says what is likely to come in of what is open, week by week and currency by currency.
 *
 * Returns: (transfer full) (element-type RelanceCurrencyForecast): one for each currency in which
 *   something is open, or %NULL with an error of %RELANCE_STORE_ERROR
 */
GPtrArray *
relance_forecast_load (RelanceBook *book, int weeks, GError **error)
{
  g_autoptr (GArray) figures = list_figures (book, error);

  if (figures == NULL)
    return NULL;
  return relance_forecast_compute (figures, relance_book_get_today (book), weeks);
}

/**
 * relance_forecast_backtest:
 * @backtest: (out):
 *
 * Holds the forecast against what happened in the book.
 *
 * Returns: %FALSE with an error of %RELANCE_STORE_ERROR
 */
gboolean
relance_forecast_backtest (RelanceBook *book, RelanceBacktest *backtest, GError **error)
{
  g_autoptr (GArray) figures = list_figures (book, error);
  g_autoptr (RelanceForecaster) forecaster = NULL;
  g_autoptr (GArray) claims = NULL;

  if (figures == NULL)
    return FALSE;
  claims = relance_claims_list (figures, NULL);
  forecaster = relance_forecaster_new (claims);
  *backtest = relance_forecaster_get_backtest (forecaster);
  return TRUE;
}
