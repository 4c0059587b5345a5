/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-clients.h"

#include "relance-statement.h"
#include "relance-store-contacts.h"
#include "relance-text.h"

/* From here on one reading of the whole book is faster than one of each client’s part. */
#define MANY_CLIENTS 500

/* Where the optional texts of a client start: as columns, and as values. */
#define FIRST_TEXT_READ 19
#define FIRST_TEXT_BOUND 18

static int
read_hour (RelanceStatement *statement, int column)
{
  return relance_statement_is_null (statement, column)
           ? RELANCE_CLIENT_NO_HOUR
           : (int) relance_statement_get_int (statement, column);
}

/* The plan of the program where there is none of one's own. */
static void
read_plan (RelanceClient *client, RelanceStatement *statement)
{
  int plan =
    relance_enum_from_nick (RELANCE_TYPE_RHYTHM, relance_statement_get_text (statement, 13));

  if (relance_statement_is_null (statement, 16))
    relance_client_set_plan (client, plan);
  else
    relance_client_set_own_plan (client, relance_statement_get_int (statement, 16),
                                 relance_statement_get_text (statement, 17),
                                 relance_statement_get_text (statement, 18));
}

static RelanceClient *
read_client (RelanceStatement *statement)
{
  RelanceClient *client = relance_client_new (relance_statement_get_text (statement, 1));
  char **text;

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
  if (!relance_statement_is_null (statement, 7))
    client->excluded_until = relance_statement_get_date (statement, 7);
  client->hours_from = read_hour (statement, 8);
  client->hours_to = read_hour (statement, 9);
  client->archived = relance_statement_get_int (statement, 10) != 0;
  client->reminder_contact_id = relance_statement_get_int (statement, 11);
  client->erased_at = relance_statement_get_int (statement, 12);
  read_plan (client, statement);
  client->situation =
    relance_enum_from_nick (RELANCE_TYPE_SITUATION, relance_statement_get_text (statement, 14));
  if (!relance_statement_is_null (statement, 15))
    client->situation_since = relance_statement_get_date (statement, 15);
  for (int i = 0; (text = relance_client_get_text_at (client, (guint) i)) != NULL; i++)
    *text = g_strdup (relance_statement_get_text (statement, FIRST_TEXT_READ + i));
  return client;
}

/* From the column of the currency on. */
static void
add_total (RelanceClient *client, RelanceStatement *statement, int column)
{
  RelanceClientTotal total = { 0 };

  g_strlcpy (total.currency, relance_statement_get_text (statement, column), sizeof total.currency);
  total.owed = relance_statement_get_int (statement, column + 1);
  total.overdue = relance_statement_get_int (statement, column + 2);
  total.credit = relance_statement_get_int (statement, column + 3);
  total.n_open = (int) relance_statement_get_int (statement, column + 4);
  g_array_append_val (client->totals, total);
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
      if (!row)
        return TRUE;
      add_total (client, statement, 0);
    }
  return FALSE;
}

/* Of many clients, in one reading of the book. */
static gboolean
read_totals_at_once (RelanceStore *self, GPtrArray *clients, RelanceDate today, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "client-totals-of-all", error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < clients->len; i++)
    {
      RelanceClient *client = clients->pdata[i];

      g_hash_table_insert (by_id, &client->id, client);
    }

  relance_statement_bind_date (statement, 1, today);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceClient *client;
      gint64 id;

      if (!row)
        return TRUE;
      id = relance_statement_get_int (statement, 0);
      client = g_hash_table_lookup (by_id, &id);
      if (client != NULL)
        add_total (client, statement, 1);
    }
  return FALSE;
}

static gboolean
read_totals_of (RelanceStore *self, GPtrArray *clients, RelanceDate today, GError **error)
{
  if (clients->len >= MANY_CLIENTS)
    return read_totals_at_once (self, clients, today, error);

  for (guint i = 0; i < clients->len; i++)
    if (!read_totals (self, clients->pdata[i], today, error))
      return FALSE;
  return TRUE;
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
        return read_totals_of (self, clients, today, error) ? g_steal_pointer (&clients) : NULL;
      if (!relance_store_get_client (self, relance_statement_get_int (ids, 0), RELANCE_DATE_NONE,
                                     &client, error))
        return NULL;
      g_ptr_array_add (clients, client);
    }
  return NULL;
}

static void
bind_hour (RelanceStatement *statement, int index, int hour)
{
  if (hour != RELANCE_CLIENT_NO_HOUR)
    relance_statement_bind_int (statement, index, hour);
  else
    relance_statement_bind_null (statement, index);
}

/* @first: the client or the change, as the query wants it. */
static void
bind_client (RelanceStatement *statement, gint64 first, RelanceClient *client)
{
  g_autofree char *name_key = relance_text_fold (client->name);
  char **text;

  relance_statement_bind_int (statement, 1, first);
  relance_statement_bind_static (statement, 2, client->name);
  relance_statement_bind_text (statement, 3, name_key);
  relance_statement_bind_static (statement, 4,
                                 relance_enum_to_nick (RELANCE_TYPE_KIND, client->kind));
  relance_statement_bind_static (statement, 5,
                                 relance_enum_to_nick (RELANCE_TYPE_TONE, client->tone));
  relance_statement_bind_static (statement, 6,
                                 relance_enum_to_nick (RELANCE_TYPE_ADDRESS, client->address));
  relance_statement_bind_static (statement, 7,
                                 relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, client->language));
  relance_statement_bind_static (statement, 8,
                                 relance_enum_to_nick (RELANCE_TYPE_TITLE, client->title));
  relance_statement_bind_date (statement, 9, client->excluded_until);
  bind_hour (statement, 10, client->hours_from);
  bind_hour (statement, 11, client->hours_to);
  relance_statement_bind_int (statement, 12, client->archived);
  if (client->reminder_contact_id != 0)
    relance_statement_bind_int (statement, 13, client->reminder_contact_id);
  else
    relance_statement_bind_null (statement, 13);
  relance_statement_bind_static (statement, 14,
                                 relance_enum_to_nick (RELANCE_TYPE_RHYTHM, client->plan));
  relance_statement_bind_static (
    statement, 15,
    client->situation != 0 ? relance_enum_to_nick (RELANCE_TYPE_SITUATION, client->situation)
                           : NULL);
  relance_statement_bind_date (statement, 16, client->situation_since);
  if (client->own_plan_id != 0)
    relance_statement_bind_int (statement, 17, client->own_plan_id);
  else
    relance_statement_bind_null (statement, 17);
  for (int i = 0; (text = relance_client_get_text_at (client, (guint) i)) != NULL; i++)
    relance_statement_bind_static (statement, FIRST_TEXT_BOUND + i, *text);
}

/**
 * relance_store_get_client:
 * @today: the day that tells what is overdue; %RELANCE_DATE_NONE to leave the totals out
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
  if (found->reminder_contact_id != 0 && !relance_store_read_contacts (self, found, error))
    return FALSE;
  if (today != RELANCE_DATE_NONE && !read_totals (self, found, today, error))
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
  bind_client (statement, change, client);
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
  bind_client (statement, client->id, client);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_remove_client:
 *
 * Takes the client, its contacts, invoices and payments out of the book, by one change.
 */
gboolean
relance_store_remove_client (RelanceStore *self, gint64 id, gint64 change, GError **error)
{
  return relance_store_run (self, "client-remove", RELANCE_VALUES (id, change), error) &&
         relance_store_run (self, "client-remove-contacts", RELANCE_VALUES (id, change), error) &&
         relance_store_run (self, "client-remove-invoices", RELANCE_VALUES (id, change), error) &&
         relance_store_run (self, "client-remove-payments", RELANCE_VALUES (id, change), error);
}
