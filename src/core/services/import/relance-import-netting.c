/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-netting.h"

#include "relance-store-import.h"
#include "relance-waiting-notes.h"

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
  g_autoptr (GPtrArray) notes = relance_store_list_loose_notes (store, 0, error);
  g_autoptr (GHashTable) added = NULL;

  if (notes == NULL || notes->len == 0)
    return notes != NULL;
  added = index_added (order);
  for (guint i = 0; i < notes->len; i++)
    {
      const RelanceStoreLooseNote *loose = notes->pdata[i];
      const RelancePlannedRow *row = g_hash_table_lookup (added, loose);

      if (row != NULL &&
          !relance_waiting_note_net (store, change, loose->id, row->written_id, error))
        return FALSE;
    }

  return TRUE;
}
