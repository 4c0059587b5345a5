/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-figures.h"

#include "relance-statement.h"
#include "relance-store-private.h"

/* When more clients than that changed, all are read again: it is as fast. */
#define FEW_CLIENTS 50

static void
begin_fact (GArray *facts, RelanceStatement *statement)
{
  RelanceInstalmentFact fact = { .client_id = relance_statement_get_int (statement, 1) };

  g_strlcpy (fact.currency, relance_statement_get_text (statement, 2), sizeof fact.currency);
  fact.due = relance_statement_get_date (statement, 3);
  fact.balance = fact.amount = relance_statement_get_int (statement, 4);
  fact.issued = relance_statement_get_date (statement, 5);
  fact.settled = RELANCE_DATE_NONE;
  g_array_append_val (facts, fact);
}

static void
lower (RelanceInstalmentFact *fact, RelanceStatement *statement)
{
  gint64 amount = relance_statement_get_int (statement, 6);

  fact->balance -= amount;
  fact->settled = MAX (fact->settled, relance_statement_get_date (statement, 7));
  if (relance_statement_get_int (statement, 8) != 0)
    fact->given_up += amount;
  if (relance_statement_get_int (statement, 9) != 0)
    fact->credited += amount;
}

static void
end_last_fact (GArray *facts, RelanceDate since)
{
  RelanceInstalmentFact *fact;

  if (facts->len == 0)
    return;

  fact = &g_array_index (facts, RelanceInstalmentFact, facts->len - 1);
  if (fact->settled == RELANCE_DATE_NONE)
    fact->settled = fact->issued;
  if (fact->due < since && fact->balance <= 0)
    g_array_set_size (facts, facts->len - 1);
}

/* The rows of figures.sql: those of an instalment follow each other. @since: what was settled and due
 * before is left out. */
static GArray *
read_facts (RelanceStatement *statement, RelanceDate since, GError **error)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (RelanceInstalmentFact));
  gint64 last = 0;
  gboolean row;

  while (relance_statement_step (statement, &row, error))
    {
      gint64 instalment = row ? relance_statement_get_int (statement, 0) : 0;

      if (instalment != last)
        end_last_fact (facts, since);
      if (!row)
        return g_steal_pointer (&facts);

      if (instalment != last)
        begin_fact (facts, statement);
      if (!relance_statement_is_null (statement, 7))
        lower (&g_array_index (facts, RelanceInstalmentFact, facts->len - 1), statement);
      last = instalment;
    }
  return NULL;
}

static GArray *
list_facts (RelanceStore *self, RelanceDate since, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "figures", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_date (statement, 1, since);
  return read_facts (statement, since, error);
}

/* A damaged book may not be able to say: then nothing is kept. Nor is what may yet be rolled back. */
static gboolean
find_newest_change (RelanceStore *self, gint64 *newest)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "change-newest", NULL);
  gboolean row;

  if (self->damaged || self->figures == NULL || !sqlite3_get_autocommit (self->db) ||
      statement == NULL || !relance_statement_step (statement, &row, NULL) || !row)
    return FALSE;
  *newest = relance_statement_get_int (statement, 0);
  return TRUE;
}

/* Returns: gint64 hashes of the clients that may differ since @change; NULL when they are many, or it may
 * be anybody. */
static GHashTable *
find_touched_clients (RelanceStore *self, gint64 change)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "listing-touched", NULL);
  g_autoptr (GHashTable)
    clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, change);
  while (relance_statement_step (statement, &row, NULL))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&clients);
      if (relance_statement_is_null (statement, 0) || g_hash_table_size (clients) == FEW_CLIENTS)
        return NULL;
      id = relance_statement_get_int (statement, 0);
      g_hash_table_add (clients, g_memdup2 (&id, sizeof id));
    }
  return NULL;
}

static gboolean
add_client (RelanceStore *self, gint64 client_id, RelanceDate since, GArray *facts, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "figures-of-client", error);
  g_autoptr (GArray) own = NULL;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  own = read_facts (statement, since, error);
  if (own == NULL)
    return FALSE;
  if (own->len > 0)
    g_array_append_vals (facts, own->data, own->len);
  return TRUE;
}

/* What is kept, with the facts of @clients read again. */
static GArray *
renew_facts (RelanceStore *self,
             GArray *kept,
             GHashTable *clients,
             RelanceDate since,
             GError **error)
{
  g_autoptr (GArray)
    facts = g_array_sized_new (FALSE, FALSE, sizeof (RelanceInstalmentFact), kept->len + 1);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < kept->len; i++)
    {
      const RelanceInstalmentFact *fact = &g_array_index (kept, RelanceInstalmentFact, i);

      if (!g_hash_table_contains (clients, &fact->client_id))
        g_array_append_vals (facts, fact, 1);
    }
  g_hash_table_iter_init (&iter, clients);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!add_client (self, *(gint64 *) id, since, facts, error))
      return NULL;
  return g_steal_pointer (&facts);
}

/* @kept: (nullable): what was read when @change was the newest. */
static GArray *
read_figures (RelanceStore *self, GArray *kept, gint64 change, RelanceDate since, GError **error)
{
  g_autoptr (GHashTable) clients = NULL;

  if (kept != NULL)
    clients = find_touched_clients (self, change);
  return clients != NULL ? renew_facts (self, kept, clients, since, error)
                         : list_facts (self, since, error);
}

/**
 * relance_store_list_figures:
 * @since: what was settled and due before is left out
 *
 * What was answered last is kept, for every connection of this program to the file, so that after a
 * change only the clients it was about are read again. The answer is shared: it is not to be altered.
 *
 * Returns: (transfer full) (element-type RelanceInstalmentFact): the instalments of the book as
 *   it is, in no order
 */
GArray *
relance_store_list_figures (RelanceStore *self, RelanceDate since, GError **error)
{
  g_autoptr (GArray) kept = NULL;
  GArray *facts;
  gint64 newest = 0, change = 0;
  /* Asked first: what is written meanwhile is read again next time, which harms nobody. */
  gboolean can_keep = find_newest_change (self, &newest);

  if (can_keep)
    kept = relance_kept_figures_get (self->figures, since, &change);
  if (kept != NULL && change == newest)
    return g_steal_pointer (&kept);
  facts = read_figures (self, kept, change, since, error);
  if (facts != NULL && can_keep)
    relance_kept_figures_set (self->figures, facts, since, newest);
  return facts;
}

/**
 * relance_store_list_figures_as_of:
 * @as_of: what was issued, received, credited or given up later does not count;
 *   %RELANCE_DATE_NONE for all that the book holds
 *
 * Returns: (transfer full) (element-type RelanceInstalmentFact): every instalment of the book as
 *   it was on that day, in one reading. It takes longer than relance_store_list_figures().
 */
GArray *
relance_store_list_figures_as_of (RelanceStore *self, RelanceDate as_of, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "figures-as-of", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_date (statement, 1, as_of);
  return read_facts (statement, RELANCE_DATE_NONE, error);
}

/**
 * relance_store_list_figures_of_client:
 *
 * Returns: (transfer full) (element-type RelanceInstalmentFact): what
 *   relance_store_list_figures_as_of() tells of one client, with all that the book holds
 */
GArray *
relance_store_list_figures_of_client (RelanceStore *self, gint64 client_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "figures-of-client", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, client_id);
  return read_facts (statement, RELANCE_DATE_NONE, error);
}

/**
 * relance_store_list_currencies:
 *
 * Returns: (transfer full): those in which anything was invoiced, in alphabetical order
 */
GStrv
relance_store_list_currencies (RelanceStore *self, GError **error)
{
  g_autoptr (GStrvBuilder) currencies = g_strv_builder_new ();
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "currencies", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_strv_builder_end (currencies);
      g_strv_builder_add (currencies, relance_statement_get_text (statement, 0));
    }
  return NULL;
}

/**
 * relance_store_list_client_names:
 *
 * Returns: (transfer full) (element-type gint64 utf8): what every client is called, by id
 */
GHashTable *
relance_store_list_client_names (RelanceStore *self, GError **error)
{
  g_autoptr (GHashTable)
    names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "client-names", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (relance_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&names);
      id = relance_statement_get_int (statement, 0);
      g_hash_table_insert (names, g_memdup2 (&id, sizeof id),
                           g_strdup (relance_statement_get_text (statement, 1)));
    }
  return NULL;
}
