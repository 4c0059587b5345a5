/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-lowerings.h"

#include "relance-enum-types.h"
#include "relance-statement.h"

static void
clear_fact (gpointer data)
{
  RelanceLoweringFact *fact = data;

  g_free (fact->number);
}

static void
read_fact (RelanceStatement *statement, RelanceLoweringFact *fact)
{
  fact->invoice_id = relance_statement_get_int (statement, 0);
  fact->number = g_strdup (relance_statement_get_text (statement, 1));
  g_strlcpy (fact->currency, relance_statement_get_text (statement, 2), sizeof fact->currency);
  fact->instalment_id = relance_statement_get_int (statement, 3);
  fact->due = relance_statement_get_date (statement, 4);
  fact->amount = relance_statement_get_int (statement, 5);
  if (relance_statement_is_null (statement, 6))
    return;
  fact->kind =
    relance_enum_from_nick (RELANCE_TYPE_PAYMENT_KIND, relance_statement_get_text (statement, 6));
  fact->date = relance_statement_get_date (statement, 7);
  fact->lowered = relance_statement_get_int (statement, 8);
}

/**
 * relance_store_list_lowerings:
 * @invoice_id: an invoice of the client, or 0 for all
 *
 * Returns: (transfer full) (element-type RelanceLoweringFact): the facts of an invoice stand
 *   together, and within them those of an instalment, by due date
 */
GArray *
relance_store_list_lowerings (RelanceStore *self,
                              gint64 client_id,
                              gint64 invoice_id,
                              GError **error)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, TRUE, sizeof (RelanceLoweringFact));
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "lowerings", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (facts, clear_fact);
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_int (statement, 2, invoice_id);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&facts);
      g_array_set_size (facts, facts->len + 1);
      read_fact (statement, &g_array_index (facts, RelanceLoweringFact, facts->len - 1));
    }
  return NULL;
}
