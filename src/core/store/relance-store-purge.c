/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-purge.h"

#include "relance-statement.h"
#include "relance-store-reminders.h"

static const char *
get_query (RelanceTombstone what)
{
  switch (what)
    {
    case RELANCE_TOMBSTONE_ATTACHMENT:
      return "purge-attachments";
    case RELANCE_TOMBSTONE_INVOICE:
      return "purge-invoices";
    case RELANCE_TOMBSTONE_PAYMENT:
      return "purge-payments";
    case RELANCE_TOMBSTONE_CONTACT:
      return "purge-contacts";
    case RELANCE_TOMBSTONE_CLIENT:
      return "purge-clients";
    default:
      g_assert_not_reached ();
    }
}

/* Runs queries whose one value is an id, one after the other. */
static gboolean
run_each (RelanceStore *self, const char *const *queries, gint64 id, GError **error)
{
  for (gsize i = 0; queries[i] != NULL; i++)
    if (!relance_store_run (self, queries[i], RELANCE_VALUES (id), error))
      return FALSE;
  return TRUE;
}

/* Its document goes with the last thing that it was attached to. */
static gboolean
purge_attachment (RelanceStore *self, gint64 id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "purge-attachment", error);
  g_autoptr (GArray) documents = NULL;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  documents = relance_statement_list_ids (statement, error);
  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    if (!relance_store_run (self, "purge-document",
                            RELANCE_VALUES (g_array_index (documents, gint64, i)), error))
      return FALSE;
  return TRUE;
}

static gboolean
purge_payment (RelanceStore *self, gint64 id, GError **error)
{
  static const char *const queries[] = { "purge-payment-allocations", "purge-payment-revisions",
                                         "purge-payment", NULL };

  return run_each (self, queries, id, error);
}

/* What was given up or replaced of an invoice went with it when it was removed. */
static gboolean
purge_given_up (RelanceStore *self, gint64 invoice_id, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "purge-invoice-given-up", error);
  g_autoptr (GArray) payments = NULL;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, invoice_id);
  payments = relance_statement_list_ids (statement, error);
  if (payments == NULL)
    return FALSE;
  for (guint i = 0; i < payments->len; i++)
    if (!purge_payment (self, g_array_index (payments, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
purge_invoice (RelanceStore *self, gint64 id, GError **error)
{
  static const char *const queries[] = { "purge-invoice-allocations", "purge-invoice-revisions",
                                         "purge-invoice-instalments", "purge-invoice", NULL };

  return purge_given_up (self, id, error) && run_each (self, queries, id, error);
}

static gboolean
purge_contact (RelanceStore *self, gint64 id, GError **error)
{
  static const char *const queries[] = { "purge-contact-reminders", "purge-contact-revisions",
                                         "purge-contact", NULL };

  return run_each (self, queries, id, error);
}

static gboolean
purge_client (RelanceStore *self, gint64 id, GError **error)
{
  static const char *const queries[] = { "purge-client-revisions", "purge-client", NULL };

  return relance_store_forget_draft (self, id, error) && run_each (self, queries, id, error);
}

static gboolean
purge_one (RelanceStore *self, RelanceTombstone what, gint64 id, GError **error)
{
  switch (what)
    {
    case RELANCE_TOMBSTONE_ATTACHMENT:
      return purge_attachment (self, id, error);
    case RELANCE_TOMBSTONE_INVOICE:
      return purge_invoice (self, id, error);
    case RELANCE_TOMBSTONE_PAYMENT:
      return purge_payment (self, id, error);
    case RELANCE_TOMBSTONE_CONTACT:
      return purge_contact (self, id, error);
    case RELANCE_TOMBSTONE_CLIENT:
      return purge_client (self, id, error);
    default:
      g_assert_not_reached ();
    }
}

/**
 * relance_store_list_quarters:
 * @after: a change, or 0
 *
 * Returns: (transfer full) (element-type RelanceQuarter): when the changes after @after were made, in
 *   the order in which they were; the clock may have been set meanwhile
 */
GArray *
relance_store_list_quarters (RelanceStore *self, gint64 after, GError **error)
{
  g_autoptr (GArray) quarters = g_array_new (FALSE, FALSE, sizeof (RelanceQuarter));
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "purge-days", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, after);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceQuarter quarter;

      if (!row)
        return g_steal_pointer (&quarters);
      quarter.change = relance_statement_get_int (statement, 0);
      quarter.at = relance_statement_get_int (statement, 1);
      g_array_append_val (quarters, quarter);
    }
  return NULL;
}

/**
 * relance_store_list_purgeable:
 * @up_to: the last change that is not taken back any more
 *
 * Finds what was removed by @up_to or before it, and may go for good. What others stand on stays: an
 * invoice or a client that a message spoke of, whatever a client was merged with, a payment that was
 * only spread anew; so do the instalments that an invoice of the book once had, for its history.
 *
 * Returns: (transfer full) (element-type gint64): the ids, @limit at most
 */
GArray *
relance_store_list_purgeable (RelanceStore *self,
                              RelanceTombstone what,
                              gint64 up_to,
                              int limit,
                              GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, get_query (what), error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, up_to);
  relance_statement_bind_int (statement, 2, limit);
  return relance_statement_list_ids (statement, error);
}

/**
 * relance_store_purge:
 * @ids: (element-type gint64): as relance_store_list_purgeable() found them, in this transaction
 *
 * Deletes rows that were removed, with what belongs to them alone and with what is kept of their past.
 * That they were added and removed stays in the list of changes.
 */
gboolean
relance_store_purge (RelanceStore *self, RelanceTombstone what, GArray *ids, GError **error)
{
  if (!relance_store_run (self, "erase-begin", NULL, 0, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!purge_one (self, what, g_array_index (ids, gint64, i), error))
      return FALSE;
  return relance_store_run (self, "erase-end", NULL, 0, error);
}
