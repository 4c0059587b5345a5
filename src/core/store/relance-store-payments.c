/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-payments.h"

#include "relance-enum-types.h"
#include "relance-statement.h"

static RelanceStorePayment *
read_payment (RelanceStatement *statement)
{
  RelanceStorePayment *payment = g_new0 (RelanceStorePayment, 1);

  payment->id = relance_statement_get_int (statement, 0);
  payment->client_id = relance_statement_get_int (statement, 1);
  payment->date = relance_statement_get_date (statement, 2);
  payment->amount = relance_statement_get_int (statement, 3);
  g_strlcpy (payment->currency, relance_statement_get_text (statement, 4),
             sizeof payment->currency);
  payment->means = g_strdup (relance_statement_get_text (statement, 5));
  payment->invoice_id = relance_statement_get_int (statement, 6);
  payment->kind =
    relance_enum_from_nick (RELANCE_TYPE_PAYMENT_KIND, relance_statement_get_text (statement, 7));
  payment->number = g_strdup (relance_statement_get_text (statement, 8));
  payment->reference = g_strdup (relance_statement_get_text (statement, 9));
  payment->note = g_strdup (relance_statement_get_text (statement, 10));
  return payment;
}

/* The ids that a query about one row answers. */
static GArray *
list_ids (RelanceStore *self, const char *query, gint64 about, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, about);
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

/* Rows of instalment, invoice, amount, and whether the invoice was removed. */
static GArray *
read_allocations (RelanceStatement *statement, GError **error)
{
  g_autoptr (GArray) allocations = g_array_new (FALSE, FALSE, sizeof (RelanceAllocation));
  gboolean row;

  while (relance_statement_step (statement, &row, error))
    {
      RelanceAllocation allocation;

      if (!row)
        return g_steal_pointer (&allocations);
      allocation.instalment_id = relance_statement_get_int (statement, 0);
      allocation.invoice_id = relance_statement_get_int (statement, 1);
      allocation.amount = relance_statement_get_int (statement, 2);
      allocation.is_credit = relance_statement_get_int (statement, 3) != 0;
      g_array_append_val (allocations, allocation);
    }
  return NULL;
}

/**
 * relance_store_get_payment:
 * @payment: (out) (nullable) (transfer full): %NULL when the book has no such payment
 */
gboolean
relance_store_get_payment (RelanceStore *self,
                           gint64 id,
                           RelanceStorePayment **payment,
                           GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "payment", error);
  gboolean row;

  *payment = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *payment = read_payment (statement);
  return TRUE;
}

/**
 * relance_store_find_credit_note:
 * @id: (out): the client's credit note of that number, or 0
 */
gboolean
relance_store_find_credit_note (RelanceStore *self,
                                gint64 client_id,
                                const char *number,
                                gint64 *id,
                                GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "payment-number", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_static (statement, 2, number);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *id = row ? relance_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * relance_store_find_last_payment:
 * @id: (out): the newest money that came from the client, or 0
 */
gboolean
relance_store_find_last_payment (RelanceStore *self, gint64 client_id, gint64 *id, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "payment-last-of-client", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *id = row ? relance_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * relance_store_list_client_payments:
 *
 * Returns: (transfer full) (element-type gint64): the client's payments and credit notes,
 *   newest first
 */
GArray *
relance_store_list_client_payments (RelanceStore *self, gint64 client_id, GError **error)
{
  return list_ids (self, "payment-ids-of-client", client_id, error);
}

/**
 * relance_store_list_invoice_payments:
 *
 * Returns: (transfer full) (element-type gint64): whatever lowered the invoice: money first,
 *   oldest first, then what was given up
 */
GArray *
relance_store_list_invoice_payments (RelanceStore *self, gint64 invoice_id, GError **error)
{
  return list_ids (self, "payment-ids-of-invoice", invoice_id, error);
}

/**
 * relance_store_list_allocations:
 *
 * Returns: (transfer full) (element-type RelanceAllocation): how the payment is spread, oldest due
 *   first
 */
GArray *
relance_store_list_allocations (RelanceStore *self, gint64 payment_id, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "payment-allocations", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, payment_id);
  return read_allocations (statement, error);
}

/**
 * relance_store_list_open:
 *
 * Returns: (transfer full) (element-type RelanceAllocation): what the client owes in that currency,
 *   oldest due first, each with its balance
 */
GArray *
relance_store_list_open (RelanceStore *self, gint64 client_id, const char *currency, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "open-instalments", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_static (statement, 2, currency);
  return read_allocations (statement, error);
}

/**
 * relance_store_add_payment:
 * @payment: its id and invoice do not count
 * @change: the change that adds it
 * @id: (out): its id in the book
 *
 * Adds a payment. Until it is allocated it is a credit of the client.
 */
gboolean
relance_store_add_payment (RelanceStore *self,
                           const RelanceStorePayment *payment,
                           gint64 change,
                           gint64 *id,
                           GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "payment-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, payment->client_id);
  relance_statement_bind_date (statement, 2, payment->date);
  relance_statement_bind_int (statement, 3, payment->amount);
  relance_statement_bind_static (statement, 4, payment->currency);
  relance_statement_bind_static (statement, 5, payment->means != NULL ? payment->means : "");
  relance_statement_bind_static (
    statement, 6,
    relance_enum_to_nick (RELANCE_TYPE_PAYMENT_KIND,
                          payment->kind != 0 ? payment->kind : RELANCE_PAYMENT_PAYMENT));
  relance_statement_bind_static (statement, 7, payment->number);
  relance_statement_bind_static (statement, 8, payment->reference);
  relance_statement_bind_static (statement, 9, payment->note);
  if (payment->replaces != 0)
    relance_statement_bind_int (statement, 10, payment->replaces);
  relance_statement_bind_int (statement, 11, change);
  return relance_statement_run (statement, id, error);
}

/**
 * relance_store_add_allocation:
 * @amount: minor units, above 0, no more than the instalment's balance
 */
gboolean
relance_store_add_allocation (RelanceStore *self,
                              gint64 instalment_id,
                              gint64 payment_id,
                              gint64 amount,
                              GError **error)
{
  return relance_store_run (self, "allocation-add",
                            RELANCE_VALUES (instalment_id, payment_id, amount), error);
}

/**
 * relance_store_remove_payment:
 *
 * Takes the payment out of the book, and with it what it settled.
 */
gboolean
relance_store_remove_payment (RelanceStore *self, gint64 id, gint64 change, GError **error)
{
  return relance_store_run (self, "payment-remove", RELANCE_VALUES (id, change), error);
}

/**
 * relance_store_hand_attachments_on:
 *
 * Gives what is attached to a payment to the one that takes its place.
 */
gboolean
relance_store_hand_attachments_on (RelanceStore *self,
                                   gint64 from,
                                   gint64 to,
                                   gint64 change,
                                   GError **error)
{
  return relance_store_run (self, "attachment-follow", RELANCE_VALUES (from, to, change), error) &&
         relance_store_run (self, "attachment-leave", RELANCE_VALUES (from, change), error);
}

void
relance_store_payment_free (RelanceStorePayment *self)
{
  g_free (self->means);
  g_free (self->number);
  g_free (self->reference);
  g_free (self->note);
  g_free (self);
}

static RelanceStoreCredit *
read_credit (RelanceStatement *statement)
{
  RelanceStoreCredit *credit = g_new0 (RelanceStoreCredit, 1);

  credit->payment_id = relance_statement_get_int (statement, 0);
  credit->client_name = g_strdup (relance_statement_get_text (statement, 1));
  g_strlcpy (credit->currency, relance_statement_get_text (statement, 2), sizeof credit->currency);
  credit->amount = relance_statement_get_int (statement, 3);
  return credit;
}

/**
 * relance_store_list_unused_credits:
 * @client_id: a client, or 0 for all
 *
 * Returns: (transfer full) (element-type RelanceStoreCredit): what a client gave that counts towards
 *   nothing while the same client owes something in that currency; oldest first
 */
GPtrArray *
relance_store_list_unused_credits (RelanceStore *self, gint64 client_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "credits-unused", error);
  g_autoptr (GPtrArray)
    credits = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_store_credit_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, client_id);
  relance_statement_bind_int (statement, 2, client_id != 0 ? client_id : G_MAXINT64);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&credits);
      g_ptr_array_add (credits, read_credit (statement));
    }
  return NULL;
}

/**
 * relance_store_get_last_entry:
 * @at: (out): when a payment was last entered, or anything imported, in UTC seconds; 0 for never
 *
 * Returns: whether it could be read
 */
gboolean
relance_store_get_last_entry (RelanceStore *self, gint64 *at, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "money-last-entered", error);
  gboolean row;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  *at = row ? relance_statement_get_int (statement, 0) : 0;
  return TRUE;
}

void
relance_store_credit_free (RelanceStoreCredit *self)
{
  g_free (self->client_name);
  g_free (self);
}
