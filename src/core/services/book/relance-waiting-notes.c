/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-waiting-notes.h"

#include "relance-ledger.h"
#include "relance-payments.h"
#include "relance-store-import.h"

static gint64
sum_due (GArray *open, gint64 invoice_id)
{
  gint64 sum = 0;

  for (guint i = 0; i < open->len; i++)
    if (g_array_index (open, RelanceAllocation, i).invoice_id == invoice_id)
      sum += g_array_index (open, RelanceAllocation, i).amount;

  return sum;
}

/* What it counts towards already, to be left as it is; @left is what counts towards nothing. */
static GArray *
list_shares (RelanceStore *store, const RelanceStorePayment *note, gint64 *left, GError **error)
{
  g_autoptr (GArray) before = relance_store_list_allocations (store, note->id, error);
  GArray *shares;

  if (before == NULL)
    return NULL;
  shares = g_array_new (FALSE, FALSE, sizeof (RelanceShare));
  *left = note->amount;
  for (guint i = 0; i < before->len; i++)
    {
      const RelanceAllocation *part = &g_array_index (before, RelanceAllocation, i);
      const RelanceShare share = { .instalment_id = part->instalment_id, .amount = part->amount };

      if (part->is_credit)
        continue;
      g_array_append_val (shares, share);
      *left -= part->amount;
    }

  return shares;
}

/**
 * relance_waiting_note_net:
 * @note_id: a credit note of which something is left
 * @invoice_id: the invoice that it was waiting for
 *
 * What is left of the note lowers the invoice, as far as something is due there; the rest stays a
 * credit of the client. Nothing happens where the two are in different currencies. Belongs in a
 * transaction.
 */
gboolean
relance_waiting_note_net (RelanceStore *store,
                          gint64 change,
                          gint64 note_id,
                          gint64 invoice_id,
                          GError **error)
{
  g_autoptr (RelanceStorePayment) note = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GArray) shares = NULL;
  RelanceShare share = { .invoice_id = invoice_id };
  gint64 left = 0;

  if (!relance_store_get_payment (store, note_id, &note, error))
    return FALSE;
  open = relance_store_list_open (store, note->client_id, note->currency, error);
  shares = open != NULL ? list_shares (store, note, &left, error) : NULL;
  if (shares == NULL)
    return FALSE;
  share.amount = MIN (left, sum_due (open, invoice_id));
  if (share.amount == 0)
    return TRUE;
  g_array_append_val (shares, share);

  return relance_ledger_allocate (store, change, note, shares, error);
}

/**
 * relance_waiting_notes_net:
 * @number: of @invoice_id, which has come into the book
 *
 * Credit notes that came before the invoice that they credit were left to the client: now they
 * lower it, the oldest first. Belongs in the transaction that adds the invoice.
 */
gboolean
relance_waiting_notes_net (RelanceStore *store,
                           gint64 change,
                           gint64 client_id,
                           const char *number,
                           gint64 invoice_id,
                           GError **error)
{
  g_autoptr (GPtrArray) notes = relance_store_list_loose_notes (store, client_id, error);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const RelanceStoreLooseNote *note = notes->pdata[i];

      if (g_str_equal (note->reference, number) &&
          !relance_waiting_note_net (store, change, note->id, invoice_id, error))
        return FALSE;
    }

  return notes != NULL;
}
