/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-ledger.h"

#include "relance-book.h"
#include "relance-store-invoices.h"

#include <glib/gi18n-lib.h>

/* A payment that was taken out, to be put back differently. */
typedef struct
{
  RelanceStorePayment *payment;
  GArray *kept; /* RelanceAllocation: what stays as it is */
  gint64 freed; /* what is to be spread anew */
} Moved;

static void
free_moved (Moved *moved)
{
  g_clear_pointer (&moved->payment, relance_store_payment_free);
  g_clear_pointer (&moved->kept, g_array_unref);
  g_free (moved);
}

static GArray *
new_parts (void)
{
  return g_array_new (FALSE, FALSE, sizeof (RelanceAllocation));
}

/* An instalment receives one part of a payment, whatever it is made of. */
static void
add_part (GArray *parts, RelanceAllocation part)
{
  for (guint i = 0; i < parts->len; i++)
    {
      RelanceAllocation *there = &g_array_index (parts, RelanceAllocation, i);

      if (there->instalment_id == part.instalment_id)
        {
          there->amount += part.amount;
          return;
        }
    }
  g_array_append_val (parts, part);
}

static gboolean
is_wanted (const RelanceAllocation *open, const RelanceShare *share)
{
  return (share->invoice_id == 0 || open->invoice_id == share->invoice_id) &&
         (share->instalment_id == 0 || open->instalment_id == share->instalment_id);
}

/* Takes as much of @share from @open as remains due there, oldest first; answers what is left over. */
static gint64
spread (GArray *parts, GArray *open, const RelanceShare *share)
{
  gint64 left = share->amount;

  for (guint i = 0; i < open->len && left > 0; i++)
    {
      RelanceAllocation *due = &g_array_index (open, RelanceAllocation, i);
      RelanceAllocation part = *due;

      part.amount = MIN (left, due->amount);
      if (part.amount == 0 || !is_wanted (due, share))
        continue;
      add_part (parts, part);
      due->amount -= part.amount;
      left -= part.amount;
    }
  return left;
}

static gboolean
add_row (RelanceStore *store,
         gint64 change,
         RelanceStorePayment *payment,
         GArray *parts,
         GError **error)
{
  gint64 replaced = payment->replaces;

  if (!relance_store_add_payment (store, payment, change, &payment->id, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const RelanceAllocation *part = &g_array_index (parts, RelanceAllocation, i);

      if (!relance_store_add_allocation (store, part->instalment_id, payment->id, part->amount,
                                         error))
        return FALSE;
    }
  return replaced == 0 ||
         relance_store_hand_attachments_on (store, replaced, payment->id, change, error);
}

/* Takes the row of a payment out, for another that takes its place. */
static gboolean
take_out (RelanceStore *store, gint64 change, RelanceStorePayment *payment, GError **error)
{
  payment->replaces = payment->id;
  return relance_store_remove_payment (store, payment->id, change, error);
}

/**
 * relance_ledger_record:
 * @payment: what arrived; its id is set
 * @spread_it: whether it is spread, oldest due first: over its invoice, or over all that its client
 *   owes in that currency when it has none
 *
 * Records something that lowers a debt. What is not spread is a credit of the client.
 */
gboolean
relance_ledger_record (RelanceStore *store,
                       gint64 change,
                       RelanceStorePayment *payment,
                       gboolean spread_it,
                       GError **error)
{
  g_autoptr (GArray) parts = new_parts ();
  g_autoptr (GArray) open = NULL;
  RelanceShare share = { .invoice_id = payment->invoice_id, .amount = payment->amount };

  if (spread_it)
    {
      open = relance_store_list_open (store, payment->client_id, payment->currency, error);
      if (open == NULL)
        return FALSE;
      spread (parts, open, &share);
    }
  return add_row (store, change, payment, parts, error);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
spread_shares (GArray *parts, GArray *open, GArray *shares, gint64 amount, GError **error)
{
  for (guint i = 0; i < shares->len; i++)
    {
      const RelanceShare *share = &g_array_index (shares, RelanceShare, i);

      if (share->amount > amount)
        return refuse (error, _ ("These parts come to more than was received. Nothing was "
                                 "changed."));
      amount -= share->amount;
      if (spread (parts, open, share) > 0)
        return refuse (error, _ ("Less than this remains due there. Nothing was changed."));
    }
  return TRUE;
}

/* What counts already stays where it is; the rest goes where it is due first. */
static void
spread_rest (GArray *parts, GArray *open, GArray *before, gint64 amount)
{
  RelanceShare rest = { .amount = amount };

  for (guint i = 0; i < before->len; i++)
    {
      const RelanceAllocation *part = &g_array_index (before, RelanceAllocation, i);
      RelanceShare share = { .instalment_id = part->instalment_id, .amount = part->amount };

      if (part->is_credit)
        continue;
      rest.amount -= part->amount;
      spread (parts, open, &share);
    }
  spread (parts, open, &rest);
}

/**
 * relance_ledger_allocate:
 * @payment: one of the book; it becomes the one that takes its place
 * @shares: (nullable) (element-type RelanceShare): what it is for, each part above 0; the rest is a
 *   credit. %NULL to leave what counts already and to spread the rest over whatever the client
 *   owes in that currency, oldest due first
 * @error: %RELANCE_SERVICE_ERROR_INVALID when more is asked for than there is, or than is due
 *
 * Changes what a payment or a credit note is for.
 */
gboolean
relance_ledger_allocate (RelanceStore *store,
                         gint64 change,
                         RelanceStorePayment *payment,
                         GArray *shares,
                         GError **error)
{
  g_autoptr (GArray) before = relance_store_list_allocations (store, payment->id, error);
  g_autoptr (GArray) parts = new_parts ();
  g_autoptr (GArray) open = NULL;

  if (before == NULL || !take_out (store, change, payment, error))
    return FALSE;
  open = relance_store_list_open (store, payment->client_id, payment->currency, error);
  if (open == NULL)
    return FALSE;
  if (shares == NULL)
    spread_rest (parts, open, before, payment->amount);
  else if (!spread_shares (parts, open, shares, payment->amount, error))
    return FALSE;
  return add_row (store, change, payment, parts, error);
}

/* What a payment does elsewhere is left as it is. */
static Moved *
move_out (RelanceStore *store, gint64 change, gint64 id, gint64 invoice_id, GError **error)
{
  g_autoptr (GArray) before = relance_store_list_allocations (store, id, error);
  Moved *moved = g_new0 (Moved, 1);

  moved->kept = new_parts ();
  if (before == NULL || !relance_store_get_payment (store, id, &moved->payment, error) ||
      !take_out (store, change, moved->payment, error))
    {
      free_moved (moved);
      return NULL;
    }
  for (guint i = 0; i < before->len; i++)
    {
      RelanceAllocation part = g_array_index (before, RelanceAllocation, i);

      if (part.invoice_id == invoice_id)
        moved->freed += part.amount;
      else
        g_array_append_val (moved->kept, part);
    }
  return moved;
}

/* Takes out all that counts towards an invoice, or only the money and the credit notes of it. */
static GPtrArray *
move_all_out (RelanceStore *store,
              gint64 change,
              gint64 invoice_id,
              gboolean only_money,
              GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) free_moved);
  g_autoptr (GArray) ids = relance_store_list_invoice_payments (store, invoice_id, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (RelanceStorePayment) payment = NULL;
      Moved *moved;

      if (!relance_store_get_payment (store, id, &payment, error))
        return NULL;
      if (only_money && payment->kind != RELANCE_PAYMENT_PAYMENT &&
          payment->kind != RELANCE_PAYMENT_CREDIT_NOTE)
        continue;
      moved = move_out (store, change, id, invoice_id, error);
      if (moved == NULL)
        return NULL;
      g_ptr_array_add (all, moved);
    }
  return ids != NULL ? g_steal_pointer (&all) : NULL;
}

/* Room that is not free: payments that were taken out come back to it. */
static void
reserve (GArray *open, const Moved *moved)
{
  g_autoptr (GArray) parts = new_parts ();

  for (guint i = 0; i < moved->kept->len; i++)
    {
      const RelanceAllocation *part = &g_array_index (moved->kept, RelanceAllocation, i);
      RelanceShare share = { .instalment_id = part->instalment_id, .amount = part->amount };

      spread (parts, open, &share);
    }
}

/* Puts payments back: what was freed of each now counts towards @invoice_id. */
static gboolean
move_all_in (RelanceStore *store,
             gint64 change,
             GPtrArray *all,
             GArray *open,
             gint64 invoice_id,
             GError **error)
{
  for (guint i = 0; i < all->len; i++)
    reserve (open, g_ptr_array_index (all, i));
  for (guint i = 0; i < all->len; i++)
    {
      Moved *moved = g_ptr_array_index (all, i);
      RelanceShare share = { .invoice_id = invoice_id, .amount = moved->freed };

      spread (moved->kept, open, &share);
      if (!add_row (store, change, moved->payment, moved->kept, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_instalments (RelanceStore *store,
                   gint64 change,
                   gint64 invoice_id,
                   GArray *instalments,
                   GError **error)
{
  if (!relance_store_remove_instalments (store, invoice_id, change, error))
    return FALSE;
  for (guint i = 0; i < instalments->len; i++)
    {
      const RelanceInstalment *instalment = &g_array_index (instalments, RelanceInstalment, i);

      if (!relance_store_add_instalment (store, invoice_id, instalment->due, instalment->amount,
                                         change, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * relance_ledger_set_instalments:
 * @instalments: (element-type RelanceInstalment): the new ones, of which due date and amount count;
 *   they come to the total of the invoice
 *
 * Gives an invoice another schedule. What was received for it is spread again, oldest due first,
 * money before what was given up.
 */
gboolean
relance_ledger_set_instalments (RelanceStore *store,
                                gint64 change,
                                gint64 invoice_id,
                                GArray *instalments,
                                GError **error)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GArray) open = NULL;

  if (!relance_store_get_invoice (store, invoice_id, RELANCE_DATE_NONE, &invoice, error))
    return FALSE;
  g_assert (invoice != NULL);
  moved = move_all_out (store, change, invoice_id, FALSE, error);
  if (moved == NULL || !write_instalments (store, change, invoice_id, instalments, error))
    return FALSE;
  open = relance_store_list_open (store, invoice->client_id, invoice->currency, error);
  return open != NULL && move_all_in (store, change, moved, open, invoice_id, error);
}

static gint64
sum_open (GArray *open, gint64 invoice_id)
{
  gint64 sum = 0;

  for (guint i = 0; i < open->len; i++)
    if (g_array_index (open, RelanceAllocation, i).invoice_id == invoice_id)
      sum += g_array_index (open, RelanceAllocation, i).amount;
  return sum;
}

/* Nothing is left to replace of an invoice that was wholly given up. */
static gboolean
record_replacement (RelanceStore *store,
                    gint64 change,
                    gint64 old_invoice_id,
                    RelanceStorePayment *replacement,
                    GArray *open,
                    GError **error)
{
  g_autoptr (GArray) parts = new_parts ();
  RelanceShare share = { .invoice_id = old_invoice_id };

  replacement->kind = RELANCE_PAYMENT_REPLACEMENT;
  replacement->amount = share.amount = sum_open (open, old_invoice_id);
  spread (parts, open, &share);
  return replacement->amount == 0 || add_row (store, change, replacement, parts, error);
}

/**
 * relance_ledger_replace_invoice:
 * @old_invoice_id: the invoice whose place another takes
 * @replacement: client, date, and currency of the old invoice; number and id of the new one.
 *   Kind, amount and id are set
 *
 * Closes an invoice that its correction replaces. What was received for it counts towards the
 * correction, for that is what the client still owes then; what exceeds it, or is in another currency,
 * is a credit. So whoever imports a correction records no payment that the book already has.
 */
gboolean
relance_ledger_replace_invoice (RelanceStore *store,
                                gint64 change,
                                gint64 old_invoice_id,
                                RelanceStorePayment *replacement,
                                GError **error)
{
  g_autoptr (GPtrArray) moved = move_all_out (store, change, old_invoice_id, TRUE, error);
  g_autoptr (GArray) open = NULL;

  if (moved == NULL)
    return FALSE;
  open = relance_store_list_open (store, replacement->client_id, replacement->currency, error);
  return open != NULL &&
         record_replacement (store, change, old_invoice_id, replacement, open, error) &&
         move_all_in (store, change, moved, open, replacement->invoice_id, error);
}
