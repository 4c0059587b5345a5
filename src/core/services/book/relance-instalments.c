/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoices.h"

#include "relance-clean.h"
#include "relance-ledger.h"
#include "relance-store-changes.h"

#include <glib/gi18n-lib.h>

static int
compare_due (const RelanceInstalment *a, const RelanceInstalment *b)
{
  return (a->due > b->due) - (a->due < b->due);
}

static gboolean
check_sum (RelanceInvoice *invoice, GArray *instalments, GError **error)
{
  gint64 left = invoice->total;

  for (guint i = 0; i < instalments->len; i++)
    {
      const RelanceInstalment *instalment = &g_array_index (instalments, RelanceInstalment, i);

      if (instalment->due == RELANCE_DATE_NONE)
        return relance_clean_refuse (error,
                                     _ ("An instalment has a due date. Nothing was changed."));
      if (instalment->amount <= 0)
        return relance_clean_refuse (
          error, _ ("An instalment is an amount above zero. Nothing was changed."));
      /* Never below zero, so that no sum of large numbers comes round to the total. */
      if (instalment->amount > left)
        left = -1;
      else
        left -= instalment->amount;
      if (left < 0)
        break;
    }
  return left == 0 || relance_clean_refuse (error, _ ("The instalments do not come to the total of "
                                                      "the invoice. Nothing was changed."));
}

static gboolean
is_same (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const RelanceInstalment *one = &g_array_index (a, RelanceInstalment, i);
      const RelanceInstalment *other = &g_array_index (b, RelanceInstalment, i);

      if (one->due != other->due || one->amount != other->amount)
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_instalments (RelanceBook *book,
                 gint64 invoice_id,
                 GArray *instalments,
                 gint64 *change,
                 GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, invoice_id, error);

  if (invoice == NULL || !check_sum (invoice, instalments, error))
    return FALSE;
  if (is_same (invoice->instalments, instalments))
    return TRUE;
  return relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_INSTALMENTS_SET, invoice->number,
                                   invoice->client_id, invoice_id, change, error) &&
         relance_ledger_set_instalments (store, *change, invoice_id, instalments, error);
}

/**
 * relance_instalments_set:
 * @instalments: (element-type RelanceInstalment): due dates, and amounts above 0 in minor units that
 *   come to the total; 1 to %RELANCE_INSTALMENTS_MAX of them, in any order
 * @change: (out) (optional): what to give relance_changes_undo(); 0 when nothing changed
 *
 * Gives an invoice another schedule. What was received for it is spread again, oldest due first; what
 * the same payments do for other invoices is left as it is.
 */
gboolean
relance_instalments_set (RelanceBook *book,
                         gint64 invoice_id,
                         GArray *instalments,
                         gint64 *change,
                         GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GArray) sorted = g_array_copy (instalments);
  gint64 own_change = 0;

  if (sorted->len < 1 || sorted->len > RELANCE_INSTALMENTS_MAX)
    return relance_clean_refuse (
      error, _ ("An invoice has between 1 and 60 instalments. Nothing was changed."));
  g_array_sort (sorted, (GCompareFunc) compare_due);
  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, set_instalments (book, invoice_id, sorted, &own_change, error),
                          error))
    return FALSE;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}
