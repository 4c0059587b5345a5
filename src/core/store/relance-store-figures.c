/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-figures.h"

#include "relance-statement.h"

static RelanceInstalmentFact
read_fact (RelanceStatement *statement)
{
  RelanceInstalmentFact fact = { .client_id = relance_statement_get_int (statement, 0) };

  g_strlcpy (fact.currency, relance_statement_get_text (statement, 1), sizeof fact.currency);
  fact.due = relance_statement_get_date (statement, 2);
  fact.balance = relance_statement_get_int (statement, 3);
  fact.amount = relance_statement_get_int (statement, 4);
  fact.settled = relance_statement_get_date (statement, 5);
  return fact;
}

static void
read_rest (RelanceStatement *statement, RelanceInstalmentFact *fact)
{
  fact->given_up = relance_statement_get_int (statement, 6);
  fact->credited = relance_statement_get_int (statement, 7);
  fact->issued = relance_statement_get_date (statement, 8);
}

static GArray *
read_facts (RelanceStatement *statement, gboolean whole, GError **error)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (RelanceInstalmentFact));
  gboolean row;

  while (relance_statement_step (statement, &row, error))
    {
      RelanceInstalmentFact fact;

      if (!row)
        return g_steal_pointer (&facts);
      fact = read_fact (statement);
      if (whole)
        read_rest (statement, &fact);
      g_array_append_val (facts, fact);
    }
  return NULL;
}

/* @day: what the query asks for. */
static GArray *
list_facts (RelanceStore *self, const char *query, RelanceDate day, gboolean whole, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_date (statement, 1, day);
  return read_facts (statement, whole, error);
}

/**
 * relance_store_list_figures:
 * @since: what was settled and due before is left out
 *
 * Returns: (transfer full) (element-type RelanceInstalmentFact): the instalments of the book as
 *   it is, in one reading
 */
GArray *
relance_store_list_figures (RelanceStore *self, RelanceDate since, GError **error)
{
  return list_facts (self, "figures", since, FALSE, error);
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
  return list_facts (self, "figures-as-of", as_of, TRUE, error);
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
  return read_facts (statement, TRUE, error);
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
