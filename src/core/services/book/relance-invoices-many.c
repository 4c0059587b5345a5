/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-invoices-many.h"

#include "relance-clean.h"
#include "relance-invoices.h"
#include "relance-ledger.h"
#include "relance-store-changes.h"
#include "relance-store-invoices.h"
#include "relance-store-listing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many numbers tell enough of what was done. */
#define NUMBERS_TOLD 3

/* What the history calls several invoices by: their first numbers. */
static char *
list_numbers (GPtrArray *rows)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < MIN (rows->len, NUMBERS_TOLD); i++)
    g_strv_builder_add (parts, ((RelanceInvoice *) rows->pdata[i])->number);
  if (rows->len > NUMBERS_TOLD)
    g_strv_builder_add (parts, "…");
  numbers = g_strv_builder_end (parts);
  return g_strjoinv (", ", numbers);
}

/* The client of all of them, or 0. */
static gint64
find_client (GPtrArray *rows)
{
  gint64 client_id = ((RelanceInvoice *) rows->pdata[0])->client_id;

  for (guint i = 1; i < rows->len; i++)
    if (((RelanceInvoice *) rows->pdata[i])->client_id != client_id)
      return 0;
  return client_id;
}

static gboolean
add_change (RelanceBook *book,
            GPtrArray *rows,
            RelanceChangeKind kind,
            gint64 *change,
            GError **error)
{
  g_autofree char *numbers = list_numbers (rows);
  RelanceInvoice *first = rows->pdata[0];
  gint64 invoice_id = rows->len == 1 && first->state != RELANCE_INVOICE_CREDIT_NOTE ? first->id : 0;

  return relance_store_add_change (relance_book_get_store (book), relance_book_get_now (book), kind,
                                   numbers, find_client (rows), invoice_id, change, error);
}

static GPtrArray *
read_rows (RelanceBook *book, GArray *ids, GError **error)
{
  GPtrArray *rows = relance_store_read_listed (relance_book_get_store (book), (gint64 *) ids->data,
                                               ids->len, relance_book_get_today (book), error);

  if (rows == NULL || rows->len > 0)
    return rows;
  g_ptr_array_unref (rows);
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                       _ ("There is no such invoice. Nothing was changed."));
  return NULL;
}

static gboolean
remove_rows (RelanceBook *book, GArray *ids, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (GPtrArray) rows = read_rows (book, ids, error);

  if (rows == NULL || !add_change (book, rows, RELANCE_CHANGE_INVOICE_REMOVED, change, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      RelanceInvoice *row = rows->pdata[i];
      gboolean removed = row->state == RELANCE_INVOICE_CREDIT_NOTE
                           ? relance_store_remove_payment (store, row->id, *change, error)
                           : relance_store_remove_invoice (store, row->id, *change, error);

      if (!removed)
        return FALSE;
    }
  return TRUE;
}

static gboolean
pay_row (RelanceBook *book, RelanceInvoice *row, RelanceDate date, gint64 change, GError **error)
{
  RelanceStorePayment payment = {
    .client_id = row->client_id,
    .invoice_id = row->id,
    .kind = RELANCE_PAYMENT_PAYMENT,
    .amount = row->balance,
    .date = date,
  };

  memcpy (payment.currency, row->currency, sizeof payment.currency);
  return relance_ledger_record (relance_book_get_store (book), change, &payment, TRUE, error);
}

/* Those of which something remains due. */
static GPtrArray *
read_open_rows (RelanceBook *book, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) rows = read_rows (book, ids, error);

  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--)
    if (((RelanceInvoice *) rows->pdata[i - 1])->balance <= 0)
      g_ptr_array_remove_index (rows, i - 1);
  return g_steal_pointer (&rows);
}

static gboolean
pay_rows (RelanceBook *book,
          GArray *ids,
          RelanceDate date,
          int *n_paid,
          gint64 *change,
          GError **error)
{
  g_autoptr (GPtrArray) rows = read_open_rows (book, ids, error);

  if (rows == NULL)
    return FALSE;
  *n_paid = (int) rows->len;
  if (rows->len == 0)
    return relance_clean_refuse (error,
                                 _ ("Nothing remains due on this invoice. Nothing was changed."));
  if (!add_change (book, rows, RELANCE_CHANGE_PAYMENT_ADDED, change, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!pay_row (book, rows->pdata[i], date, *change, error))
      return FALSE;
  return TRUE;
}

/**
 * relance_invoices_remove_many:
 * @ids: (element-type gint64): rows of a list
 * @change: (out): what to give relance_changes_undo()
 *
 * Takes invoices and credit notes out of the book, all of them or none.
 */
gboolean
relance_invoices_remove_many (RelanceBook *book, GArray *ids, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  return relance_store_begin (store, error) &&
         relance_store_end (store, remove_rows (book, ids, change, error), error);
}

/**
 * relance_invoices_pay_many:
 * @ids: (element-type gint64): rows of a list; those that nothing remains due on are left alone
 * @date: when the money was received, not after today
 * @change: (out): what to give relance_changes_undo()
 *
 * Records for each invoice that what remained due was received.
 *
 * Returns: how many were paid; 0 with an error, and then the book is as it was
 */
int
relance_invoices_pay_many (RelanceBook *book,
                           GArray *ids,
                           RelanceDate date,
                           gint64 *change,
                           GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  int n_paid = 0;

  if (!relance_clean_past_day (book, date, error) || !relance_store_begin (store, error) ||
      !relance_store_end (store, pay_rows (book, ids, date, &n_paid, change, error), error))
    return 0;
  return n_paid;
}
