/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-credits.h"

#include "relance-statement.h"

static RelanceCreditFact
read_fact (RelanceStatement *statement)
{
  RelanceCreditFact fact = {
    .is_credit_note = relance_statement_get_int (statement, 1) != 0,
    .count = (int) relance_statement_get_int (statement, 2),
    .amount = relance_statement_get_int (statement, 3),
  };

  g_strlcpy (fact.currency, relance_statement_get_text (statement, 0), sizeof fact.currency);
  return fact;
}

/**
 * relance_store_list_credits:
 * @as_of: what was received, credited or issued later does not count; %RELANCE_DATE_NONE for all
 *   that the book holds
 *
 * Returns: (transfer full) (element-type RelanceCreditFact): what is not used up, by currency and
 *   kind
 */
GArray *
relance_store_list_credits (RelanceStore *self, RelanceDate as_of, GError **error)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (RelanceCreditFact));
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "credits", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_date (statement, 1, as_of);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceCreditFact fact;

      if (!row)
        return g_steal_pointer (&facts);
      fact = read_fact (statement);
      g_array_append_val (facts, fact);
    }
  return NULL;
}
