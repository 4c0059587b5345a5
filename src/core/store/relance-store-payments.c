/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-payments.h"

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
  return payment;
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
  relance_statement_bind_int (statement, 6, change);
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
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "allocation-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, instalment_id);
  relance_statement_bind_int (statement, 2, payment_id);
  relance_statement_bind_int (statement, 3, amount);
  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_remove_payment:
 *
 * Takes the payment out of the book, and with it what it settled.
 */
gboolean
relance_store_remove_payment (RelanceStore *self, gint64 id, gint64 change, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "payment-remove", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  relance_statement_bind_int (statement, 2, change);
  return relance_statement_run (statement, NULL, error);
}

void
relance_store_payment_free (RelanceStorePayment *self)
{
  g_free (self->means);
  g_free (self);
}
