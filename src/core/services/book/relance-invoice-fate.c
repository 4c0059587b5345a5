/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoices.h"

#include "relance-clean.h"
#include "relance-ledger.h"
#include "relance-store-changes.h"
#include "relance-store-invoices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
write_off (RelanceBook *book, RelanceStorePayment *payment, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, payment->invoice_id, error);

  if (invoice == NULL)
    return FALSE;
  if (invoice->balance == 0)
    return relance_clean_refuse (error,
                                 _ ("Nothing remains due on this invoice. Nothing was changed."));
  payment->client_id = invoice->client_id;
  payment->amount = invoice->balance;
  memcpy (payment->currency, invoice->currency, sizeof payment->currency);
  return relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_WRITTEN_OFF,
                                   invoice->number, invoice->client_id, invoice->id, change,
                                   error) &&
         relance_ledger_record (store, *change, payment, TRUE, error);
}

static gboolean
check_replacement (RelanceInvoice *old_invoice, RelanceInvoice *new_invoice, GError **error)
{
  if (old_invoice->id == new_invoice->id)
    return relance_clean_refuse (error,
                                 _ ("An invoice does not replace itself. Nothing was changed."));
  if (old_invoice->client_id != new_invoice->client_id)
    return relance_clean_refuse (error, _ ("An invoice replaces one of the same client only. "
                                           "Nothing was changed."));
  for (guint i = 0; i < old_invoice->payments->len; i++)
    if (g_array_index (old_invoice->payments, RelancePayment, i).kind ==
        RELANCE_PAYMENT_REPLACEMENT)
      return relance_clean_refuse (error,
                                   _ ("This invoice was replaced already. Nothing was changed."));
  return TRUE;
}

static gboolean
replace (RelanceBook *book, gint64 old_id, gint64 new_id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) old_invoice = relance_invoices_get (book, old_id, error);
  g_autoptr (RelanceInvoice)
    new_invoice = old_invoice != NULL ? relance_invoices_get (book, new_id, error) : NULL;
  RelanceStorePayment replacement = { .date = relance_book_get_today (book), .invoice_id = new_id };

  if (new_invoice == NULL || !check_replacement (old_invoice, new_invoice, error))
    return FALSE;
  replacement.client_id = old_invoice->client_id;
  replacement.date = MIN (replacement.date, new_invoice->issued);
  replacement.number = new_invoice->number;
  memcpy (replacement.currency, old_invoice->currency, sizeof replacement.currency);
  return relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_INVOICE_REPLACED, new_invoice->number,
                                   old_invoice->client_id, old_id, change, error) &&
         relance_ledger_replace_invoice (store, *change, old_id, &replacement, error);
}

static gboolean
exclude (RelanceBook *book,
         gint64 id,
         const char *reason,
         RelanceDate until,
         gint64 *change,
         GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, id, error);

  if (invoice == NULL)
    return FALSE;
  if (g_strcmp0 (invoice->excluded, reason) == 0 && invoice->excluded_until == until)
    return TRUE;
  return relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_INVOICE_EXCLUDED, invoice->number,
                                   invoice->client_id, id, change, error) &&
         relance_store_revise_invoice (store, *change, id, error) &&
         relance_store_exclude_invoice (store, id, reason, until, error);
}

/**
 * relance_invoices_write_off:
 * @date: when it was given up, not after today
 * @reason: why, in a few words
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Gives up what remains due on an invoice. It is settled then, but never counted as paid on time.
 */
gboolean
relance_invoices_write_off (RelanceBook *book,
                            gint64 id,
                            RelanceDate date,
                            const char *reason,
                            gint64 *change,
                            GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autofree char *clean = NULL;
  RelanceStorePayment payment = { .invoice_id = id,
                                  .kind = RELANCE_PAYMENT_WRITE_OFF,
                                  .date = date };
  gint64 own_change = 0;

  if (!relance_clean_text (reason, &clean, error) || !relance_clean_past_day (book, date, error))
    return FALSE;
  if (clean == NULL)
    return relance_clean_refuse (error, _ ("Say why this is given up. Nothing was changed."));
  payment.note = clean;
  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, write_off (book, &payment, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}

/**
 * relance_invoices_replace:
 * @old_id: an invoice
 * @new_id: its correction (UNTDID 1001 type 384), of the same client
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Closes an invoice that its correction replaces; what was received for it counts towards the
 * correction, see relance_ledger_replace_invoice(). Neither document is altered.
 */
gboolean
relance_invoices_replace (RelanceBook *book,
                          gint64 old_id,
                          gint64 new_id,
                          gint64 *change,
                          GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, replace (book, old_id, new_id, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}

/**
 * relance_invoices_exclude:
 * @reason: (nullable): why no reminder is to speak of it; %NULL when they may again
 * @until: the last day on which it is left out, %RELANCE_DATE_NONE for good
 * @change: (out) (optional): what to give relance_changes_undo(); 0 when nothing changed
 *
 * Leaves an invoice out of reminders, or no longer.
 */
gboolean
relance_invoices_exclude (RelanceBook *book,
                          gint64 id,
                          const char *reason,
                          RelanceDate until,
                          gint64 *change,
                          GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autofree char *clean = NULL;
  gint64 own_change = 0;

  if (!relance_clean_text (reason, &clean, error))
    return FALSE;
  if (reason != NULL && clean == NULL)
    return relance_clean_refuse (error, _ ("Say why it is left out. Nothing was changed."));
  if (clean == NULL)
    until = RELANCE_DATE_NONE;
  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, exclude (book, id, clean, until, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}
