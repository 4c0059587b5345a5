/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payments.h"

#include "relance-clean.h"
#include "relance-clients.h"
#include "relance-invoices.h"
#include "relance-ledger.h"
#include "relance-store-changes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
check_number (RelanceStore *store, const RelanceStorePayment *note, GError **error)
{
  gint64 other = 0;

  if (!relance_store_find_credit_note (store, note->client_id, note->number, &other, error))
    return FALSE;
  if (other == 0)
    return TRUE;
  /* Translators: %s is the number of a credit note. */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS,
               _ ("This client already has a credit note %s. Nothing was changed."), note->number);
  return FALSE;
}

/* The invoice is the client's, in the same currency; the note says which one unless it says already. */
static gboolean
check_invoice (RelanceBook *book, RelanceStorePayment *note, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = NULL;

  if (note->invoice_id == 0)
    return TRUE;
  invoice = relance_invoices_get (book, note->invoice_id, error);
  if (invoice == NULL)
    return FALSE;
  if (invoice->client_id != note->client_id)
    return relance_clean_refuse (error, _ ("What a client gave counts towards the invoices of that "
                                           "client only. Nothing was changed."));
  if (strcmp (invoice->currency, note->currency) != 0)
    return relance_clean_refuse (error, _ ("This invoice is in another currency. Nothing was "
                                           "changed."));
  if (note->reference == NULL)
    note->reference = g_strdup (invoice->number);
  return TRUE;
}

static gboolean
add_note (RelanceBook *book, RelanceStorePayment *note, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) client = relance_clients_get (book, note->client_id, error);

  return client != NULL && check_number (store, note, error) && check_invoice (book, note, error) &&
         relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_CREDIT_NOTE_ADDED, note->number, note->client_id,
                                   note->invoice_id, change, error) &&
         relance_ledger_record (store, *change, note, note->invoice_id != 0, error);
}

static gboolean
clean_note (RelanceBook *book,
            const RelanceCreditNote *given,
            RelanceStorePayment *note,
            GError **error)
{
  if (!relance_clean_text (given->number, &note->number, error) ||
      !relance_clean_text (given->reference, &note->reference, error) ||
      !relance_clean_text (given->note, &note->note, error) ||
      !relance_clean_currency (given->currency, error) ||
      !relance_clean_amount (given->amount, error) ||
      !relance_clean_past_day (book, given->issued, error))
    return FALSE;
  if (note->number == NULL)
    return relance_clean_refuse (error, _ ("A credit note has a number. Nothing was recorded."));
  note->kind = RELANCE_PAYMENT_CREDIT_NOTE;
  note->client_id = given->client_id;
  note->invoice_id = given->invoice_id;
  note->amount = given->amount;
  note->date = given->issued;
  g_strlcpy (note->currency, given->currency, sizeof note->currency);
  return TRUE;
}

/**
 * relance_credit_notes_add:
 * @note: what the document says
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Records a credit note that was issued elsewhere. Netted against its invoice, oldest due first;
 * what exceeds it, or the whole where there is none, is a credit of the client, to be allocated
 * later as a payment is.
 *
 * Returns: its id among the payments; 0 with an error such as %RELANCE_SERVICE_ERROR_EXISTS, and
 *   then the book is as it was
 */
gint64
relance_credit_notes_add (RelanceBook *book,
                          const RelanceCreditNote *note,
                          gint64 *change,
                          GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceStorePayment) clean = g_new0 (RelanceStorePayment, 1);
  gint64 own_change = 0;

  if (!clean_note (book, note, clean, error) || !relance_store_begin (store, error) ||
      !relance_store_end (store, add_note (book, clean, &own_change, error), error))
    return 0;
  if (change != NULL)
    *change = own_change;
  return clean->id;
}
