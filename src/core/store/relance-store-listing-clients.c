/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-listing.h"

#include "relance-statement.h"
#include "relance-store-clients.h"

#include <string.h>

static const char *
get_sort_column (RelanceClientSort sort)
{
  switch (sort)
    {
    case RELANCE_CLIENT_SORT_KIND:
      return "kind";
    case RELANCE_CLIENT_SORT_CITY:
      return "city_key";
    case RELANCE_CLIENT_SORT_EMAIL:
      return "email_key";
    case RELANCE_CLIENT_SORT_OWED:
      return "owed";
    case RELANCE_CLIENT_SORT_OVERDUE:
      return "overdue";
    case RELANCE_CLIENT_SORT_LAST_PAYMENT:
      return "last_payment";
    case RELANCE_CLIENT_SORT_REMINDERS:
      return "reminders";
    case RELANCE_CLIENT_SORT_NAME:
    default:
      return "name_key";
    }
}

/* As listing-clients.sql counts them. */
static int
get_debt_code (RelanceClientFilter filter)
{
  switch (filter)
    {
    case RELANCE_CLIENTS_OWING:
      return 1;
    case RELANCE_CLIENTS_OVERDUE:
      return 2;
    case RELANCE_CLIENTS_SETTLED:
      return 3;
    case RELANCE_CLIENTS_ALL:
    default:
      return 0;
    }
}

/**
 * relance_store_list_client_ids:
 * @query: its search is folded already
 *
 * Returns: (transfer full) (element-type gint64): every client that fits, in order
 */
GArray *
relance_store_list_client_ids (RelanceStore *self,
                               const RelanceClientQuery *query,
                               RelanceDate today,
                               GError **error)
{
  g_autoptr (RelanceStatement) statement = NULL;
  const char *kind = query->kind != 0 ? relance_enum_to_nick (RELANCE_TYPE_KIND, query->kind) : "";

  if (!relance_store_age_listing (self, today, error))
    return NULL;
  statement = relance_store_prepare_sorted (
    self, "listing-clients", NULL, get_sort_column (query->sort), query->descending, FALSE, error);
  if (statement == NULL)
    return NULL;
  relance_statement_bind_static (statement, 1, query->search);
  relance_statement_bind_int (statement, 2, get_debt_code (query->filter));
  relance_statement_bind_date (statement, 3, today);
  relance_statement_bind_static (statement, 4, query->currency);
  relance_statement_bind_int (statement, 5, query->archived);
  relance_statement_bind_static (statement, 6, kind);
  relance_statement_bind_int (statement, 7, query->reach);
  return relance_statement_list_ids (statement, error);
}

static gboolean
read_debts (RelanceStore *self, RelanceClient *client, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "listing-client-debts", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client->id);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceClientTotal total = { 0 };

      if (!row)
        return TRUE;
      g_strlcpy (total.currency, relance_statement_get_text (statement, 0), sizeof total.currency);
      total.owed = relance_statement_get_int (statement, 1);
      total.overdue = relance_statement_get_int (statement, 2);
      total.n_open = (int) relance_statement_get_int (statement, 3);
      g_array_append_val (client->totals, total);
    }
  return FALSE;
}

static gboolean
read_last_payment (RelanceStore *self, RelanceClient *client, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "listing-client-last", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client->id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    client->last_payment = relance_statement_get_date (statement, 0);
  return TRUE;
}

/**
 * relance_store_read_listed_clients:
 *
 * Returns: (transfer full) (element-type RelanceClient): as many as there are still, in that order;
 *   without credits and contacts
 */
GPtrArray *
relance_store_read_listed_clients (RelanceStore *self,
                                   const gint64 *ids,
                                   guint n_ids,
                                   RelanceDate today,
                                   GError **error)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new_full (n_ids, g_object_unref);

  if (!relance_store_age_listing (self, today, error))
    return NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      RelanceClient *client = NULL;

      if (!relance_store_get_client (self, ids[i], RELANCE_DATE_NONE, &client, error))
        return NULL;
      if (client == NULL)
        continue;
      g_ptr_array_add (clients, client);
      if (!read_debts (self, client, error) || !read_last_payment (self, client, error))
        return NULL;
    }
  return g_steal_pointer (&clients);
}

static void
add_debt (GArray *totals, const char *currency, gint64 owed, gint64 overdue)
{
  RelanceClientTotal *sum = NULL;

  for (guint i = 0; i < totals->len && sum == NULL; i++)
    if (strcmp (g_array_index (totals, RelanceClientTotal, i).currency, currency) == 0)
      sum = &g_array_index (totals, RelanceClientTotal, i);
  if (sum == NULL)
    {
      g_array_set_size (totals, totals->len + 1);
      sum = &g_array_index (totals, RelanceClientTotal, totals->len - 1);
      g_strlcpy (sum->currency, currency, sizeof sum->currency);
    }
  sum->owed += owed;
  sum->overdue += overdue;
  sum->n_open++;
}

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const RelanceClientTotal *one = a, *other = b;

  if (one->owed != other->owed)
    return one->owed < other->owed ? 1 : -1;
  return strcmp (one->currency, other->currency);
}

/**
 * relance_store_sum_listed_clients:
 * @currency: the only one to sum, or "" for all
 *
 * Returns: (transfer full) (element-type RelanceClientTotal): what the clients of a query owe by
 *   currency, most first; @n_open is how many clients owe in it
 */
GArray *
relance_store_sum_listed_clients (RelanceStore *self,
                                  GArray *ids,
                                  const char *currency,
                                  RelanceDate today,
                                  GError **error)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) totals = g_array_new (FALSE, TRUE, sizeof (RelanceClientTotal));
  g_autoptr (RelanceStatement) statement = NULL;
  gboolean row;

  if (!relance_store_age_listing (self, today, error))
    return NULL;
  statement = relance_store_prepare (self, "listing-debts", error);
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (listed, &g_array_index (ids, gint64, i));
  relance_statement_bind_static (statement, 1, currency);
  while (relance_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        {
          g_array_sort (totals, compare_totals);
          return g_steal_pointer (&totals);
        }
      id = relance_statement_get_int (statement, 0);
      if (g_hash_table_contains (listed, &id))
        add_debt (totals, relance_statement_get_text (statement, 1),
                  relance_statement_get_int (statement, 2),
                  relance_statement_get_int (statement, 3));
    }
  return NULL;
}
