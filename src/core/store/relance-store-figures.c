/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-figures.h"

#include "relance-statement.h"

/**
 * relance_store_list_figures:
 * @since: an instalment that is settled counts when it fell due on or after this day
 *
 * Returns: (transfer full) (element-type RelanceFigure): every instalment that is open or
 *   counts, in one reading of the book
 */
GArray *
relance_store_list_figures (RelanceStore *self, RelanceDate since, GError **error)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, TRUE, sizeof (RelanceFigure));
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "figures", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_date (statement, 1, since);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceFigure figure = { 0 };

      if (!row)
        return g_steal_pointer (&figures);
      figure.client_id = relance_statement_get_int (statement, 0);
      g_strlcpy (figure.currency, relance_statement_get_text (statement, 1),
                 sizeof figure.currency);
      figure.due = relance_statement_get_date (statement, 2);
      figure.balance = relance_statement_get_int (statement, 3);
      figure.amount = relance_statement_get_int (statement, 4);
      figure.settled = relance_statement_get_date (statement, 5);
      g_array_append_val (figures, figure);
    }
  return NULL;
}
