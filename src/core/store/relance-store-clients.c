/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-clients.h"

#include "relance-statement.h"
#include "relance-text.h"

static RelanceClient *
read_client (RelanceStatement *statement)
{
  RelanceClient *client = relance_client_new (relance_statement_get_text (statement, 1));

  client->id = relance_statement_get_int (statement, 0);
  client->kind =
    relance_enum_from_nick (RELANCE_TYPE_KIND, relance_statement_get_text (statement, 2));
  client->tone =
    relance_enum_from_nick (RELANCE_TYPE_TONE, relance_statement_get_text (statement, 3));
  client->address =
    relance_enum_from_nick (RELANCE_TYPE_ADDRESS, relance_statement_get_text (statement, 4));
  client->language =
    relance_enum_from_nick (RELANCE_TYPE_LANGUAGE, relance_statement_get_text (statement, 5));
  client->title =
    relance_enum_from_nick (RELANCE_TYPE_TITLE, relance_statement_get_text (statement, 6));
  client->first_name = g_strdup (relance_statement_get_text (statement, 7));
  client->last_name = g_strdup (relance_statement_get_text (statement, 8));
  client->email = g_strdup (relance_statement_get_text (statement, 9));
  client->phone = g_strdup (relance_statement_get_text (statement, 10));
  return client;
}

static gboolean
read_totals (RelanceStore *self, RelanceClient *client, RelanceDate today, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "client-totals", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client->id);
  relance_statement_bind_date (statement, 2, today);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceClientTotal total = { 0 };

      if (!row)
        return TRUE;
      g_strlcpy (total.currency, relance_statement_get_text (statement, 0), sizeof total.currency);
      total.owed = relance_statement_get_int (statement, 1);
      total.overdue = relance_statement_get_int (statement, 2);
      total.credit = relance_statement_get_int (statement, 3);
      total.n_open = (int) relance_statement_get_int (statement, 4);
      g_array_append_val (client->totals, total);
    }
  return FALSE;
}

/* The clients whose ids a statement answers. */
static GPtrArray *
read_clients (RelanceStore *self, RelanceStatement *ids, RelanceDate today, GError **error)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  while (relance_statement_step (ids, &row, error))
    {
      RelanceClient *client = NULL;

      if (!row)
        return g_steal_pointer (&clients);
      if (!relance_store_get_client (self, relance_statement_get_int (ids, 0), today, &client,
                                     error))
        return NULL;
      g_ptr_array_add (clients, client);
    }
  return NULL;
}

static void
bind_client (RelanceStatement *statement, RelanceClient *client)
{
  g_autofree char *key = relance_text_fold (client->name);

  relance_statement_bind_static (statement, 1, client->name);
  relance_statement_bind_text (statement, 2, key);
  relance_statement_bind_static (statement, 3,
                                 relance_enum_to_nick (RELANCE_TYPE_KIND, client->kind));
  relance_statement_bind_static (statement, 4,
                                 relance_enum_to_nick (RELANCE_TYPE_TONE, client->tone));
  relance_statement_bind_static (statement, 5,
                                 relance_enum_to_nick (RELANCE_TYPE_ADDRESS, client->address));
  relance_statement_bind_static (statement, 6,
                                 relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, client->language));
  relance_statement_bind_static (statement, 7,
                                 relance_enum_to_nick (RELANCE_TYPE_TITLE, client->title));
  relance_statement_bind_static (statement, 8, client->first_name);
  relance_statement_bind_static (statement, 9, client->last_name);
  relance_statement_bind_static (statement, 10, client->email);
  relance_statement_bind_static (statement, 11, client->phone);
}

static gboolean
run_removal (RelanceStore *self, const char *query, gint64 id, gint64 change, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  relance_statement_bind_int (statement, 2, change);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_get_client:
 * @today: the day that tells what is overdue
 * @client: (out) (nullable) (transfer full): %NULL when the book has no such client
 */
gboolean
relance_store_get_client (RelanceStore *self,
                          gint64 id,
                          RelanceDate today,
                          RelanceClient **client,
                          GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "client", error);
  g_autoptr (RelanceClient) found = NULL;
  gboolean row;

  *client = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  found = read_client (statement);
  if (!read_totals (self, found, today, error))
    return FALSE;
  *client = g_steal_pointer (&found);
  return TRUE;
}

/**
 * relance_store_list_clients:
 * @search: (nullable): folded, looked for in the name, the person and the address
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type RelanceClient): by name
 */
GPtrArray *
relance_store_list_clients (RelanceStore *self,
                            const char *search,
                            int limit,
                            RelanceDate today,
                            GError **error)
{
  g_autoptr (RelanceStatement) ids = relance_store_prepare (self, "client-ids", error);

  if (ids == NULL)
    return NULL;
  relance_statement_bind_text (ids, 1, search);
  relance_statement_bind_int (ids, 2, limit);
  return read_clients (self, ids, today, error);
}

/**
 * relance_store_list_clients_of_name:
 * @name: a name
 *
 * Returns: (transfer full) (element-type RelanceClient): those of exactly that name,
 *   else those of that name but for case and accents
 */
GPtrArray *
relance_store_list_clients_of_name (RelanceStore *self,
                                    const char *name,
                                    RelanceDate today,
                                    GError **error)
{
  g_autoptr (RelanceStatement) ids = relance_store_prepare (self, "client-ids-of-name", error);
  g_autofree char *key = relance_text_fold (name);

  if (ids == NULL)
    return NULL;
  relance_statement_bind_text (ids, 1, key);
  relance_statement_bind_text (ids, 2, name);
  return read_clients (self, ids, today, error);
}

/**
 * relance_store_has_client:
 * @found: (out): whether the book has any client
 */
gboolean
relance_store_has_client (RelanceStore *self, gboolean *found, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "client-exists", error);
  gboolean row;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  *found = relance_statement_get_int (statement, 0) != 0;
  return TRUE;
}

/**
 * relance_store_add_client:
 * @change: the change that adds it
 * @id: (out): its id in the book
 */
gboolean
relance_store_add_client (RelanceStore *self,
                          RelanceClient *client,
                          gint64 change,
                          gint64 *id,
                          GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "client-add", error);

  if (statement == NULL)
    return FALSE;
  bind_client (statement, client);
  relance_statement_bind_int (statement, 12, change);
  return relance_statement_run (statement, id, error);
}

/**
 * relance_store_update_client:
 *
 * Stores what the client holds now; relance_store_revise_client() comes first.
 */
gboolean
relance_store_update_client (RelanceStore *self, RelanceClient *client, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "client-update", error);

  if (statement == NULL)
    return FALSE;
  bind_client (statement, client);
  relance_statement_bind_int (statement, 12, client->id);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_remove_client:
 *
 * Takes the client, its invoices and its payments out of the book, by one change.
 */
gboolean
relance_store_remove_client (RelanceStore *self, gint64 id, gint64 change, GError **error)
{
  return run_removal (self, "client-remove", id, change, error) &&
         run_removal (self, "client-remove-invoices", id, change, error) &&
         run_removal (self, "client-remove-payments", id, change, error);
}
