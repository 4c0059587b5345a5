/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-exchanges.h"

#include "relance-statement.h"

static RelanceExchange *
read_exchange (RelanceStatement *statement)
{
  RelanceExchange *exchange = relance_exchange_new (relance_statement_get_int (statement, 1));

  exchange->id = relance_statement_get_int (statement, 0);
  exchange->date = relance_statement_get_date (statement, 2);
  exchange->channel =
    relance_enum_from_nick (RELANCE_TYPE_CHANNEL, relance_statement_get_text (statement, 3));
  if (!relance_statement_is_null (statement, 4))
    exchange->stage =
      relance_enum_from_nick (RELANCE_TYPE_STAGE, relance_statement_get_text (statement, 4));
  exchange->note = g_strdup (relance_statement_get_text (statement, 5));
  exchange->change = relance_statement_get_int (statement, 6);

  return exchange;
}

static GPtrArray *
read_exchanges (RelanceStore *self, gint64 client_id, gint64 id, GError **error)
{
  g_autoptr (GPtrArray)
    exchanges = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_exchange_free);
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "exchanges", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_int (statement, 2, id);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&exchanges);
      g_ptr_array_add (exchanges, read_exchange (statement));
    }

  return NULL;
}

/**
 * relance_store_add_exchange:
 * @change: the change that records it
 * @id: (out): its id in the book
 */
gboolean
relance_store_add_exchange (RelanceStore *self,
                            const RelanceExchange *exchange,
                            gint64 change,
                            gint64 *id,
                            GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "exchange-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, exchange->client_id);
  relance_statement_bind_int (statement, 2, change);
  relance_statement_bind_date (statement, 3, exchange->date);
  relance_statement_bind_static (statement, 4,
                                 relance_enum_to_nick (RELANCE_TYPE_CHANNEL, exchange->channel));
  if (exchange->stage != 0)
    relance_statement_bind_static (statement, 5,
                                   relance_enum_to_nick (RELANCE_TYPE_STAGE, exchange->stage));
  else
    relance_statement_bind_null (statement, 5);
  relance_statement_bind_static (statement, 6, exchange->note);

  return relance_statement_run (statement, id, error);
}

/**
 * relance_store_list_exchanges:
 * @client_id: 0 for all
 *
 * Returns: (transfer full) (element-type RelanceExchange): the oldest first
 */
GPtrArray *
relance_store_list_exchanges (RelanceStore *self, gint64 client_id, GError **error)
{
  return read_exchanges (self, client_id, 0, error);
}

/**
 * relance_store_get_exchange:
 * @exchange: (out) (nullable) (transfer full): %NULL when the book has none of that id
 */
gboolean
relance_store_get_exchange (RelanceStore *self,
                            gint64 id,
                            RelanceExchange **exchange,
                            GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  *exchange = NULL;
  if (id <= 0)
    return TRUE;
  found = read_exchanges (self, 0, id, error);
  if (found == NULL)
    return FALSE;
  if (found->len > 0)
    *exchange = g_ptr_array_steal_index (found, 0);

  return TRUE;
}
