/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-figures.h"

#include "relance-statement.h"

static RelanceInstalmentFact
read_figure (RelanceStatement *statement)
{
  RelanceInstalmentFact figure = { .client_id = relance_statement_get_int (statement, 0) };

  g_strlcpy (figure.currency, relance_statement_get_text (statement, 1), sizeof figure.currency);
  figure.issued = relance_statement_get_date (statement, 2);
  figure.due = relance_statement_get_date (statement, 3);
  figure.amount = relance_statement_get_int (statement, 4);
  figure.balance = relance_statement_get_int (statement, 5);
  figure.lowered = relance_statement_get_date (statement, 6);
  figure.credited = relance_statement_get_int (statement, 7);
  figure.given_up = relance_statement_get_int (statement, 8);
  return figure;
}

/**
 * relance_store_list_figures:
 * @as_of: what was issued, received, credited or given up later does not count;
 *   %RELANCE_DATE_NONE for all that the book holds
 * @since: what was settled then and due before is left out; %RELANCE_DATE_NONE for nothing
 *
 * Returns: (transfer full) (element-type RelanceInstalmentFact): the instalments of the book as
 *   they were on that day, in one reading
 */
GArray *
relance_store_list_figures (RelanceStore *self,
                            RelanceDate as_of,
                            RelanceDate since,
                            GError **error)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (RelanceInstalmentFact));
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "figures", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_date (statement, 1, as_of);
  relance_statement_bind_date (statement, 2, since);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceInstalmentFact figure;

      if (!row)
        return g_steal_pointer (&figures);
      figure = read_figure (statement);
      g_array_append_val (figures, figure);
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
