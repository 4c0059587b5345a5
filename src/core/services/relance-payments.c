/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoices.h"

#include "relance-money.h"
#include "relance-store-changes.h"
#include "relance-store-payments.h"
#include "relance-text.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
check_payment (RelanceBook *book, gint64 amount, RelanceDate date, GError **error)
{
  if (amount <= 0 || amount > RELANCE_MONEY_MAX)
    return refuse (error, _ ("A payment is an amount above zero. Nothing was recorded."));
  if (date == RELANCE_DATE_NONE)
    return refuse (error, _ ("A payment has a date. Nothing was recorded."));
  if (date > relance_book_get_today (book))
    return refuse (error, _ ("A payment cannot be received after today. Nothing was recorded."));
  return TRUE;
}

static char *
clean_means (const char *means, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *clean = relance_text_clean_name (means != NULL ? means : "", &local_error);
  g_autofree char *why = NULL;

  if (clean != NULL)
    return g_steal_pointer (&clean);
  why = relance_wording_error (local_error);
  refuse (error, why);
  return NULL;
}

/* Oldest due first; what is left over stays the client's credit. */
static gboolean
allocate (RelanceStore *store,
          RelanceInvoice *invoice,
          gint64 payment_id,
          gint64 amount,
          GError **error)
{
  for (guint i = 0; i < invoice->instalments->len && amount > 0; i++)
    {
      const RelanceInstalment *instalment =
        &g_array_index (invoice->instalments, RelanceInstalment, i);
      gint64 part = MIN (amount, instalment->balance);

      if (part > 0 &&
          !relance_store_add_allocation (store, instalment->id, payment_id, part, error))
        return FALSE;
      amount -= part;
    }
  return TRUE;
}

static gboolean
add_payment (RelanceBook *book, RelanceStorePayment *payment, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, payment->invoice_id, error);

  if (invoice == NULL)
    return FALSE;
  if (invoice->balance == 0)
    return refuse (error, _ ("Nothing remains due on this invoice. Nothing was recorded."));
  payment->client_id = invoice->client_id;
  g_strlcpy (payment->currency, invoice->currency, sizeof payment->currency);
  return relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_PAYMENT_ADDED,
                                   invoice->number, invoice->client_id, invoice->id, change,
                                   error) &&
         relance_store_add_payment (store, payment, *change, &payment->id, error) &&
         allocate (store, invoice, payment->id, payment->amount, error);
}

static RelanceStorePayment *
find_payment (RelanceBook *book, gint64 id, GError **error)
{
  RelanceStorePayment *payment = NULL;

  if (relance_store_get_payment (relance_book_get_store (book), id, &payment, error) &&
      payment == NULL)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                         _ ("There is no such payment. Nothing was changed."));
  return payment;
}

static gboolean
remove_payment (RelanceBook *book, gint64 id, gint64 *invoice_id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceStorePayment) payment = find_payment (book, id, error);
  g_autofree char *detail = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (payment == NULL)
    return FALSE;
  *invoice_id = payment->invoice_id;
  return relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_PAYMENT_REMOVED, detail, payment->client_id,
                                   payment->invoice_id, change, error) &&
         relance_store_remove_payment (store, id, *change, error);
}

/**
 * relance_payments_add:
 * @invoice_id: one on which something remains due
 * @amount: minor units of the invoice's currency, above 0; what exceeds the balance stays
 *   a credit of the client
 * @date: when it was received, not after today
 * @means: (nullable): how, as it was typed
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Records what was received for an invoice, whole or in part.
 *
 * Returns: the payment's id; 0 with an error, and then the book is as it was
 */
gint64
relance_payments_add (RelanceBook *book,
                      gint64 invoice_id,
                      gint64 amount,
                      RelanceDate date,
                      const char *means,
                      gint64 *change,
                      GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autofree char *clean = clean_means (means, error);
  RelanceStorePayment payment = {
    .invoice_id = invoice_id, .amount = amount, .date = date, .means = clean
  };
  gint64 own_change = 0;

  if (clean == NULL || !check_payment (book, amount, date, error) ||
      !relance_store_begin (store, error) ||
      !relance_store_end (store, add_payment (book, &payment, &own_change, error), error))
    return 0;
  if (change != NULL)
    *change = own_change;
  return payment.id;
}

/**
 * relance_payments_get:
 * @invoice_id: (out): the invoice it was recorded for, or 0
 * @amount: (out): all that was received, in minor units
 */
gboolean
relance_payments_get (RelanceBook *book,
                      gint64 id,
                      gint64 *invoice_id,
                      gint64 *amount,
                      GError **error)
{
  g_autoptr (RelanceStorePayment) payment = find_payment (book, id, error);

  if (payment == NULL)
    return FALSE;
  *invoice_id = payment->invoice_id;
  *amount = payment->amount;
  return TRUE;
}

/**
 * relance_payments_remove:
 * @invoice_id: (out) (optional): the invoice it was recorded for, or 0
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Takes a payment back: what it had settled is due again.
 */
gboolean
relance_payments_remove (RelanceBook *book,
                         gint64 id,
                         gint64 *invoice_id,
                         gint64 *change,
                         GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_invoice = 0, own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, remove_payment (book, id, &own_invoice, &own_change, error),
                          error))
    return FALSE;
  if (invoice_id != NULL)
    *invoice_id = own_invoice;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}
