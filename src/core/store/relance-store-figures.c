/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-figures.h"

#include "relance-statement.h"

#include <string.h>

static RelanceFigure
read_figure (RelanceStatement *statement, gint64 instalment_id)
{
  RelanceFigure figure = { .instalment_id = instalment_id };

  figure.client_id = relance_statement_get_int (statement, 1);
  g_strlcpy (figure.currency, relance_statement_get_text (statement, 2), sizeof figure.currency);
  figure.issued = relance_statement_get_date (statement, 3);
  figure.due = relance_statement_get_date (statement, 4);
  figure.amount = relance_statement_get_int (statement, 5);
  figure.balance = figure.amount;
  figure.lowered = RELANCE_DATE_NONE;
  return figure;
}

static void
add_part (RelanceFigure *figure, RelanceStatement *statement)
{
  gint64 amount = relance_statement_get_int (statement, 6);
  const char *kind;

  if (amount == 0)
    return;
  kind = relance_statement_get_text (statement, 7);
  figure->balance -= amount;
  figure->lowered = MAX (figure->lowered, relance_statement_get_date (statement, 8));
  if (strcmp (kind, "write-off") == 0)
    figure->given_up += amount;
  else if (strcmp (kind, "payment") != 0)
    figure->credited += amount;
}

/**
 * relance_store_list_figures:
 * @as_of: what was issued, received, credited or given up later does not count;
 *   %RELANCE_DATE_NONE for all that the book holds
 *
 * Returns: (transfer full) (element-type RelanceFigure): every instalment of the book as
 *   it was on that day, in one reading
 */
GArray *
relance_store_list_figures (RelanceStore *self, RelanceDate as_of, GError **error)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (RelanceFigure));
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "figures", error);
  RelanceFigure *last = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_date (statement, 1, as_of);
  while (relance_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&figures);
      id = relance_statement_get_int (statement, 0);
      if (last == NULL || last->instalment_id != id)
        {
          g_array_append_vals (figures, &(RelanceFigure) { 0 }, 1);
          last = &g_array_index (figures, RelanceFigure, figures->len - 1);
          *last = read_figure (statement, id);
        }
      add_part (last, statement);
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
