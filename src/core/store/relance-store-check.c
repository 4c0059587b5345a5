/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-check.h"

#include "relance-statement.h"

static const char *
get_query (RelanceSum sum)
{
  switch (sum)
    {
    case RELANCE_SUM_ORPHAN:
      return "check-orphans";
    case RELANCE_SUM_ALLOCATION:
      return "check-allocations";
    case RELANCE_SUM_PAYMENT:
      return "check-payments";
    case RELANCE_SUM_TOTAL:
      return "check-totals";
    case RELANCE_SUM_DATE:
      return "check-dates";
    case RELANCE_SUM_PAYMENT_DATE:
      return "check-payment-dates";
    case RELANCE_SUM_LOOSE:
      return "check-loose";
    case RELANCE_SUM_REPLACED:
      return "check-replaced";
    case RELANCE_SUM_GIVEN_UP:
      return "check-given-up";
    case RELANCE_SUM_DOCUMENT:
      return "check-documents";
    default:
      g_assert_not_reached ();
    }
}

/**
 * relance_store_check_sum:
 *
 * Returns: (transfer full) (element-type gint64): the ids of what breaks the rule
 */
GArray *
relance_store_check_sum (RelanceStore *self, RelanceSum sum, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, get_query (sum), error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (relance_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&ids);
      id = relance_statement_get_int (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}
