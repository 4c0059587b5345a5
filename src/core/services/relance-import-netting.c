/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-netting.h"

#include "relance-ledger.h"
#include "relance-payments.h"
#include "relance-store-import.h"

/* The invoice that a credit note waited for: its number and its client as the book knows it. */
static guint
hash_name (gconstpointer data)
{
  const RelanceStoreLooseNote *name = data;

  return g_str_hash (name->reference) * 31 + g_int64_hash (&name->client_id);
}

static gboolean
is_same_name (gconstpointer a, gconstpointer b)
{
  const RelanceStoreLooseNote *one = a, *other = b;

  return one->client_id == other->client_id && g_str_equal (one->reference, other->reference);
}

/* The invoices that the import has added, by what a credit note calls them. */
static GHashTable *
index_added (const RelanceImportOrder *order)
{
  GHashTable *added = g_hash_table_new_full (hash_name, is_same_name, g_free, NULL);

  for (guint i = 0; i < order->rows->len; i++)
    {
      const RelancePlannedRow *row = order->rows->pdata[i];
      RelanceStoreLooseNote *name;

      if (row->written_id == 0 || row->fate != RELANCE_IMPORT_NEW ||
          relance_planned_row_is_note (row))
        continue;
      name = g_new0 (RelanceStoreLooseNote, 1);
      name->client_id = row->client->written_id;
      name->reference = (char *) row->row->number;
      g_hash_table_insert (added, name, (gpointer) row);
    }

  return added;
}

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

static gboolean
net (RelanceStore *store,
     gint64 change,
     RelanceStorePayment *note,
     const RelancePlannedRow *row,
     GError **error)
{
  g_autoptr (GArray) open = relance_store_list_open (store, note->client_id, note->currency, error);
  gint64 left = 0;
  g_autoptr (GArray) shares = open != NULL ? list_shares (store, note, &left, error) : NULL;
  RelanceShare share = { .invoice_id = row->written_id };

  if (shares == NULL)
    return FALSE;
  share.amount = MIN (left, sum_due (open, row->written_id));
  if (share.amount == 0)
    return TRUE;
  g_array_append_val (shares, share);

  return relance_ledger_allocate (store, change, note, shares, error);
}

/**
 * relance_import_net_loose_notes:
 *
 * Credit notes that came before the invoice that they credit were left to the client: now that the
 * import has added the invoice, they lower it. Belongs in the transaction of the import, after its
 * rows.
 */
gboolean
relance_import_net_loose_notes (RelanceStore *store,
                                const RelanceImportOrder *order,
                                gint64 change,
                                GError **error)
{
  g_autoptr (GPtrArray) notes = relance_store_list_loose_notes (store, error);
  g_autoptr (GHashTable) added = NULL;

  if (notes == NULL || notes->len == 0)
    return notes != NULL;
  added = index_added (order);
  for (guint i = 0; i < notes->len; i++)
    {
      const RelanceStoreLooseNote *loose = notes->pdata[i];
      const RelancePlannedRow *row = g_hash_table_lookup (added, loose);
      g_autoptr (RelanceStorePayment) note = NULL;

      if (row == NULL)
        continue;
      if (!relance_store_get_payment (store, loose->id, &note, error) ||
          !net (store, change, note, row, error))
        return FALSE;
    }

  return TRUE;
}
