/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outlook.h"

#include "relance-claims.h"
#include "relance-forecast.h"

#include <string.h>

static void
free_pick (gpointer data)
{
  relance_habit_pick_clear (data);
  g_free (data);
}

static RelanceHabitPick *
pick_clients (GArray *figures, const char *currency, RelanceDate day)
{
  g_autoptr (GArray) claims = relance_claims_list (figures, currency);
  g_autoptr (GArray) habits = relance_habits_new (claims, day);
  RelanceHabitPick *pick = g_new0 (RelanceHabitPick, 1);

  relance_habit_pick (pick, habits, day, RELANCE_OUTLOOK_CLIENTS);
  return pick;
}

static GHashTable *
pick_by_currency (GArray *figures, RelanceDate day)
{
  GHashTable *picks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_pick);

  for (guint i = 0; i < figures->len; i++)
    {
      const char *currency = g_array_index (figures, RelanceInstalmentFact, i).currency;

      if (!g_hash_table_contains (picks, currency))
        g_hash_table_insert (picks, g_strdup (currency), pick_clients (figures, currency, day));
    }
  return picks;
}

static int
count_settled (GArray *figures)
{
  int settled = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      RelanceClaim claim = relance_claims_make (&g_array_index (figures, RelanceInstalmentFact, i));

      settled += relance_claim_is_settled (&claim) ? 1 : 0;
    }
  return settled;
}

/**
 * relance_outlook_load:
 * @as_of: any day, past or future, or %RELANCE_DATE_NONE for today with all that the book holds
 * @weeks: how many, that of the day included; at least 1
 *
 * Looks ahead from a day, with what was known on it. It reads the whole book once.
 *
 * Returns: (transfer full): the outlook, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceOutlook *
relance_outlook_load (RelanceBook *book, RelanceDate as_of, int weeks, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceOutlook) self = g_new0 (RelanceOutlook, 1);
  g_autoptr (GArray) figures = relance_store_list_figures_as_of (store, as_of, error);

  g_return_val_if_fail (weeks >= 1, NULL);

  if (figures != NULL)
    self->client_names = relance_store_list_client_names (store, error);
  if (self->client_names == NULL)
    return NULL;
  self->day = as_of != RELANCE_DATE_NONE ? as_of : relance_book_get_today (book);
  self->settled = count_settled (figures);
  self->forecasts = relance_forecast_compute (figures, self->day, weeks);
  self->picks = pick_by_currency (figures, self->day);
  return g_steal_pointer (&self);
}

/**
 * relance_outlook_get_cash:
 *
 * Returns: (nullable): what is likely to come in; %NULL when nothing is open in @currency
 */
const RelanceCash *
relance_outlook_get_cash (RelanceOutlook *self, const char *currency)
{
  for (guint i = 0; i < self->forecasts->len; i++)
    {
      const RelanceCurrencyForecast *forecast = self->forecasts->pdata[i];

      if (strcmp (forecast->currency, currency) == 0)
        return &forecast->cash;
    }
  return NULL;
}

/**
 * relance_outlook_get_pick:
 *
 * Returns: (nullable): who pays slowly or reliably; %NULL when there is nothing in @currency
 */
const RelanceHabitPick *
relance_outlook_get_pick (RelanceOutlook *self, const char *currency)
{
  return g_hash_table_lookup (self->picks, currency);
}

/**
 * relance_outlook_get_client_name:
 *
 * Returns: what the client of a habit is called
 */
const char *
relance_outlook_get_client_name (RelanceOutlook *self, gint64 client_id)
{
  return g_hash_table_lookup (self->client_names, &client_id);
}

void
relance_outlook_free (RelanceOutlook *self)
{
  g_clear_pointer (&self->forecasts, g_ptr_array_unref);
  g_clear_pointer (&self->picks, g_hash_table_unref);
  g_clear_pointer (&self->client_names, g_hash_table_unref);
  g_free (self);
}
