/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-merge.h"

#include "relance-statement.h"
#include "relance-store-reminders.h"

/**
 * relance_store_list_common_numbers:
 *
 * Returns: (transfer full): the numbers of invoices and credit notes that both clients have
 */
GStrv
relance_store_list_common_numbers (RelanceStore *self, gint64 one, gint64 other, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "merge-collisions", error);
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, one);
  relance_statement_bind_int (statement, 2, other);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_strv_builder_end (numbers);
      g_strv_builder_add (numbers, relance_statement_get_text (statement, 0));
    }

  return NULL;
}

/**
 * relance_store_count_for_merge:
 * @n_payments: (out): with credit notes
 *
 * Counts what a merge would take along from the client.
 */
gboolean
relance_store_count_for_merge (RelanceStore *self,
                               gint64 client_id,
                               int *n_invoices,
                               int *n_payments,
                               int *n_contacts,
                               GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "merge-counts", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *n_invoices = (int) relance_statement_get_int (statement, 0);
  *n_payments = (int) relance_statement_get_int (statement, 1);
  *n_contacts = (int) relance_statement_get_int (statement, 2);

  return TRUE;
}

/**
 * relance_store_merge_clients:
 * @from: the client that goes; no number of its invoices is one of @into's
 * @into: the client that gets its invoices, payments and contacts
 *
 * What was written to @from counts as written to @into from then on.
 */
gboolean
relance_store_merge_clients (RelanceStore *self,
                             gint64 from,
                             gint64 into,
                             gint64 change,
                             GError **error)
{
  return relance_store_run (self, "merge-revisions", RELANCE_VALUES (change, from), error) &&
         relance_store_run (self, "merge-invoices", RELANCE_VALUES (from, into), error) &&
         relance_store_run (self, "merge-payments", RELANCE_VALUES (from, into), error) &&
         relance_store_run (self, "merge-contacts", RELANCE_VALUES (from, into), error) &&
         relance_store_run (self, "merge-client", RELANCE_VALUES (from, into, change), error);
}

/**
 * relance_store_has_unsent:
 * @found: (out): whether a message to the client may still leave
 */
gboolean
relance_store_has_unsent (RelanceStore *self, gint64 client_id, gboolean *found, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "erase-pending", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *found = relance_statement_get_int (statement, 0) > 0;

  return TRUE;
}

/**
 * relance_store_erase_client:
 * @now: UTC seconds
 *
 * Takes out what is personal about a client, its past included: persons, addresses of mail,
 * phones, notes, the words of messages. Invoices, payments, name and postal address stay, as
 * accounts need them. This one cannot be undone.
 */
gboolean
relance_store_erase_client (RelanceStore *self,
                            gint64 id,
                            gint64 change,
                            gint64 now,
                            GError **error)
{
  return relance_store_run (self, "erase-begin", NULL, 0, error) &&
         relance_store_run (self, "erase-revisions", RELANCE_VALUES (id), error) &&
         relance_store_run (self, "erase-changes", RELANCE_VALUES (id), error) &&
         relance_store_run (self, "erase-messages", RELANCE_VALUES (id), error) &&
         relance_store_run (self, "erase-exchanges", RELANCE_VALUES (id), error) &&
         relance_store_run (self, "erase-payments", RELANCE_VALUES (id), error) &&
         relance_store_run (self, "erase-contacts", RELANCE_VALUES (id), error) &&
         relance_store_run (self, "erase-contacts-remove", RELANCE_VALUES (id, change), error) &&
         relance_store_run (self, "erase-client", RELANCE_VALUES (id, now), error) &&
         relance_store_forget_draft (self, id, error) &&
         relance_store_run (self, "erase-end", NULL, 0, error);
}
