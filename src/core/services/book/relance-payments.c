/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payments.h"

#include "relance-clean.h"
#include "relance-clients.h"
#include "relance-invoices.h"
#include "relance-ledger.h"
#include "relance-money.h"
#include "relance-store-changes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Says whose it is, in which currency; answers what the history calls it by. */
static char *
complete_payment (RelanceBook *book, RelanceStorePayment *payment, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (RelanceClient) client = NULL;

  if (payment->invoice_id == 0)
    {
      client = relance_clients_get (book, payment->client_id, error);
      return client != NULL ? g_strdup ("") : NULL;
    }
  invoice = relance_invoices_get (book, payment->invoice_id, error);
  if (invoice == NULL)
    return NULL;
  payment->client_id = invoice->client_id;
  memcpy (payment->currency, invoice->currency, sizeof payment->currency);
  return g_strdup (invoice->number);
}

static gboolean
add_payment (RelanceBook *book, RelanceStorePayment *payment, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autofree char *detail = complete_payment (book, payment, error);

  return detail != NULL &&
         relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_PAYMENT_ADDED,
                                   detail, payment->client_id, payment->invoice_id, change,
                                   error) &&
         relance_ledger_record (store, *change, payment, TRUE, error);
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

/* Each part is of an invoice of the same client in the same currency. */
static gboolean
check_share (RelanceBook *book,
             const RelanceStorePayment *payment,
             const RelanceShare *share,
             GError **error)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, share->invoice_id, error);

  if (invoice == NULL)
    return FALSE;
  if (invoice->client_id != payment->client_id)
    return relance_clean_refuse (error, _ ("What a client gave counts towards the invoices of that "
                                           "client only. Nothing was changed."));
  if (strcmp (invoice->currency, payment->currency) != 0)
    return relance_clean_refuse (error, _ ("This invoice is in another currency. Nothing was "
                                           "changed."));
  return relance_clean_amount (share->amount, error);
}

static gboolean
check_shares (RelanceBook *book, const RelanceStorePayment *payment, GArray *shares, GError **error)
{
  if (payment->kind != RELANCE_PAYMENT_PAYMENT && payment->kind != RELANCE_PAYMENT_CREDIT_NOTE)
    return relance_clean_refuse (error, _ ("What was given up or replaced counts towards its own "
                                           "invoice only. Nothing was changed."));
  for (guint i = 0; shares != NULL && i < shares->len; i++)
    if (!check_share (book, payment, &g_array_index (shares, RelanceShare, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
allocate (RelanceBook *book, gint64 *id, GArray *shares, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceStorePayment) payment = find_payment (book, *id, error);

  if (payment == NULL || !check_shares (book, payment, shares, error) ||
      !relance_store_add_change (store, relance_book_get_now (book),
                                 RELANCE_CHANGE_PAYMENT_ALLOCATED, "", payment->client_id, 0,
                                 change, error) ||
      !relance_ledger_allocate (store, *change, payment, shares, error))
    return FALSE;
  *id = payment->id;
  return TRUE;
}

/* The parts by invoice, and what is left over. */
static gboolean
read_shares (RelanceStore *store, RelanceReceived *received, GError **error)
{
  g_autoptr (GArray) parts = relance_store_list_allocations (store, received->id, error);

  if (parts == NULL)
    return FALSE;
  received->credit = received->amount;
  for (guint i = 0; i < parts->len; i++)
    {
      const RelanceAllocation *part = &g_array_index (parts, RelanceAllocation, i);
      RelanceShare share = { .invoice_id = part->invoice_id, .amount = part->amount };
      guint j = 0;

      if (part->is_credit)
        continue;
      received->credit -= part->amount;
      while (j < received->shares->len &&
             g_array_index (received->shares, RelanceShare, j).invoice_id != part->invoice_id)
        j++;
      if (j == received->shares->len)
        g_array_append_val (received->shares, share);
      else
        g_array_index (received->shares, RelanceShare, j).amount += part->amount;
    }
  return TRUE;
}

static RelanceReceived *
make_received (RelanceStorePayment *payment)
{
  RelanceReceived *received = g_new0 (RelanceReceived, 1);

  received->id = payment->id;
  received->client_id = payment->client_id;
  received->kind = payment->kind;
  received->date = payment->date;
  received->amount = payment->amount;
  memcpy (received->currency, payment->currency, sizeof received->currency);
  received->means = g_strdup (payment->means);
  received->number = g_strdup (payment->number);
  received->note = g_strdup (payment->note);
  received->shares = g_array_new (FALSE, FALSE, sizeof (RelanceShare));
  return received;
}

/**
 * relance_payments_receive:
 * @receipt: what arrived
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Records money that arrived, spread oldest due first; what exceeds the debt is a credit of the
 * client, to be allocated later.
 *
 * Returns: the payment's id; 0 with an error, and then the book is as it was
 */
gint64
relance_payments_receive (RelanceBook *book,
                          const RelanceReceipt *receipt,
                          gint64 *change,
                          GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autofree char *means = NULL;
  g_autofree char *note = NULL;
  RelanceStorePayment payment = {
    .client_id = receipt->client_id,
    .invoice_id = receipt->invoice_id,
    .kind = RELANCE_PAYMENT_PAYMENT,
    .amount = receipt->amount,
    .date = receipt->date,
  };
  gint64 own_change = 0;

  if (receipt->invoice_id == 0 && !relance_clean_currency (receipt->currency, error))
    return 0;
  g_strlcpy (payment.currency, receipt->currency != NULL ? receipt->currency : "",
             sizeof payment.currency);
  if (!relance_clean_text (receipt->means, &means, error) ||
      !relance_clean_text (receipt->note, &note, error) ||
      !relance_clean_amount (receipt->amount, error) ||
      !relance_clean_past_day (book, receipt->date, error))
    return 0;
  payment.means = means;
  payment.note = note;
  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, add_payment (book, &payment, &own_change, error), error))
    return 0;
  if (change != NULL)
    *change = own_change;
  return payment.id;
}

/**
 * relance_payments_add:
 * @amount: minor units of the invoice's currency, above 0; what exceeds the balance is a credit of
 *   the client
 * @date: when it was received, not after today
 * @means: (nullable): how, as it was typed
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Records what was received for an invoice, as relance_payments_receive() does.
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
  RelanceReceipt receipt = {
    .invoice_id = invoice_id, .amount = amount, .date = date, .means = means
  };

  return relance_payments_receive (book, &receipt, change, error);
}

/**
 * relance_payments_allocate:
 * @id: a payment or a credit note
 * @shares: (nullable) (element-type RelanceShare): what it is for, of the client's own invoices in its
 *   currency; what they leave is a credit. %NULL to leave what counts already and spread the rest
 *   over whatever the client owes, oldest due first
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Changes what a payment or a credit note is for.
 *
 * Returns: the id that it has from now on; 0 with an error, and then the book is as it was
 */
gint64
relance_payments_allocate (RelanceBook *book,
                           gint64 id,
                           GArray *shares,
                           gint64 *change,
                           GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, allocate (book, &id, shares, &own_change, error), error))
    return 0;
  if (change != NULL)
    *change = own_change;
  return id;
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
 * relance_payments_load:
 *
 * Returns: (transfer full): a payment, a credit note, or what was given up, and what it is for
 */
RelanceReceived *
relance_payments_load (RelanceBook *book, gint64 id, GError **error)
{
  g_autoptr (RelanceStorePayment) payment = find_payment (book, id, error);
  g_autoptr (RelanceReceived) received = NULL;

  if (payment == NULL)
    return NULL;
  received = make_received (payment);
  return read_shares (relance_book_get_store (book), received, error) ? g_steal_pointer (&received)
                                                                      : NULL;
}

/**
 * relance_payments_get_last:
 * @received: (out) (nullable) (transfer full): the newest money that came from the client; %NULL
 *   when none did
 */
gboolean
relance_payments_get_last (RelanceBook *book,
                           gint64 client_id,
                           RelanceReceived **received,
                           GError **error)
{
  gint64 id = 0;

  *received = NULL;
  if (!relance_store_find_last_payment (relance_book_get_store (book), client_id, &id, error))
    return FALSE;
  if (id != 0)
    *received = relance_payments_load (book, id, error);
  return id == 0 || *received != NULL;
}

/**
 * relance_payments_list:
 *
 * Returns: (transfer full) (element-type RelanceReceived): what the client paid, and its credit
 *   notes, newest first
 */
GPtrArray *
relance_payments_list (RelanceBook *book, gint64 client_id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GPtrArray)
    all = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_received_free);
  g_autoptr (GArray) ids = relance_store_list_client_payments (store, client_id, error);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      RelanceReceived *received =
        relance_payments_load (book, g_array_index (ids, gint64, i), error);

      if (received == NULL)
        return NULL;
      g_ptr_array_add (all, received);
    }
  return g_steal_pointer (&all);
}

/**
 * relance_payments_remove:
 * @invoice_id: (out) (optional): the invoice it was recorded for, or 0
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Takes a payment, a credit note or a write-off back: what it had settled is due again.
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

void
relance_received_free (RelanceReceived *self)
{
  g_free (self->means);
  g_free (self->number);
  g_free (self->note);
  g_array_unref (self->shares);
  g_free (self);
}
