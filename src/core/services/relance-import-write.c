/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-write.h"

#include "relance-clients.h"
#include "relance-store-changes.h"
#include "relance-store-clients.h"
#include "relance-store-import-rows.h"
#include "relance-store-payments.h"

#include <glib/gi18n-lib.h>

/* How often somebody who waits is listened to. */
#define ROWS_BETWEEN_LOOKS 1024

/* Within the transaction of one import. */
typedef struct
{
  RelanceStore *store;
  RelanceClient *pattern; /* what a client that comes by a file starts with */
  gint64 change;
  GArray *new_rows; /* RelanceStoreImportRow */
} Writer;

static gboolean
check_unchanged (RelanceStore *store, gint64 expected_change, GError **error)
{
  gint64 last;

  if (!relance_store_get_last_change (store, &last, error))
    return FALSE;
  if (last == expected_change)
    return TRUE;

  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE,
                       _ ("The book has changed since the file was read. Nothing was imported; "
                          "import the file again."));

  return FALSE;
}

static gboolean
add_client (Writer *writer, RelancePlannedClient *client, GError **error)
{
  g_autoptr (RelanceClient) new_client = relance_client_copy (writer->pattern);

  g_set_str (&new_client->name, client->name);
  g_set_str (&new_client->email, client->email);

  return relance_store_add_client (writer->store, new_client, writer->change, &client->written_id,
                                   error);
}

/* The first row of a client that is written brings the client along. */
static gboolean
write_client (Writer *writer, RelancePlannedClient *client, GError **error)
{
  if (client->written_id != 0)
    return TRUE;
  if (client->id == 0)
    return add_client (writer, client, error);

  client->written_id = client->id;

  return !client->email_added ||
         (relance_store_revise_client (writer->store, writer->change, client->id, error) &&
          relance_store_set_client_email (writer->store, client->id, client->email, error));
}

/* What is received beyond the balance is the client's credit. */
static gboolean
write_payment (Writer *writer,
               const RelancePlannedRow *row,
               const RelanceStoreInvoice *invoice,
               GError **error)
{
  RelanceStorePayment payment = {
    .client_id = row->client->written_id,
    .date = row->payment_date,
    .amount = row->payment,
  };
  gint64 allocated = MIN (row->payment, invoice->total - invoice->paid), id;

  g_strlcpy (payment.currency, invoice->currency, sizeof payment.currency);
  if (!relance_store_add_payment (writer->store, &payment, writer->change, &id, error))
    return FALSE;

  return allocated <= 0 ||
         relance_store_add_allocation (writer->store, invoice->instalment_id, id, allocated, error);
}

static void
apply_corrections (RelanceStoreInvoice *invoice, const RelancePlannedRow *row)
{
  if (row->flags & RELANCE_PLAN_TOTAL)
    invoice->total = row->row->total;
  if (row->flags & RELANCE_PLAN_ISSUED)
    invoice->issued = row->row->issued;
  if (row->flags & RELANCE_PLAN_DUE)
    invoice->due = row->row->due;
}

/* New invoices are written all at once, at the end. */
static void
collect_new (Writer *writer, const RelancePlannedRow *row)
{
  RelanceStoreImportRow new_row = {
    .client_id = row->client->written_id,
    .number = row->row->number,
    .label = row->row->label,
    .issued = row->row->issued,
    .due = row->row->due,
    .total = row->row->total,
    .payment = row->payment,
    .payment_date = row->payment_date,
  };

  g_strlcpy (new_row.currency, row->row->currency, sizeof new_row.currency);
  g_array_append_val (writer->new_rows, new_row);
}

static gboolean
write_changed (Writer *writer, const RelancePlannedRow *row, GError **error)
{
  RelanceStoreInvoice invoice = row->before;

  apply_corrections (&invoice, row);
  if ((row->flags & RELANCE_PLAN_INVOICE) &&
      (!relance_store_revise_invoice (writer->store, writer->change, invoice.id, error) ||
       !relance_store_correct_invoice (writer->store, &invoice, row->row->label, error)))
    return FALSE;

  return row->payment == 0 || write_payment (writer, row, &invoice, error);
}

static int
compare_clients (gconstpointer a, gconstpointer b)
{
  const RelanceStoreImportRow *one = a, *other = b;

  return (one->client_id > other->client_id) - (one->client_id < other->client_id);
}

static gboolean
write_row (Writer *writer, const RelancePlannedRow *row, GError **error)
{
  if (row->fate != RELANCE_IMPORT_NEW && row->fate != RELANCE_IMPORT_CHANGED)
    return TRUE;
  if (!write_client (writer, row->client, error))
    return FALSE;

  if (row->fate == RELANCE_IMPORT_CHANGED)
    return write_changed (writer, row, error);
  collect_new (writer, row);

  return TRUE;
}

static gboolean
write_rows (Writer *writer, const GArray *rows, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const RelancePlannedRow *row = &g_array_index (rows, RelancePlannedRow, i);

      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!write_row (writer, row, error))
        return FALSE;
    }

  /* SQLite keeps invoices by client: in that order it appends instead of searching. */
  g_array_sort (writer->new_rows, compare_clients);

  return relance_store_add_import_rows (writer->store, writer->change,
                                        (RelanceStoreImportRow *) writer->new_rows->data,
                                        writer->new_rows->len, error);
}

/* An earlier try may have been rolled back. */
static void
forget_written_clients (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const RelancePlannedRow *row = &g_array_index (rows, RelancePlannedRow, i);

      if (row->client != NULL)
        row->client->written_id = 0;
    }
}

/**
 * relance_import_write:
 * @rows: (element-type RelancePlannedRow)
 * @detail: what the history says of the import: the names of its files
 * @expected_change: the last change of the book that @rows were compared with
 * @change: (out): the change that an undo takes back
 *
 * Writes an import in one transaction: all of it is in the book, or none.
 */
gboolean
relance_import_write (RelanceBook *book,
                      const GArray *rows,
                      const char *detail,
                      gint64 expected_change,
                      GCancellable *cancellable,
                      gint64 *change,
                      GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) pattern = relance_client_new_for_book (book, "-", error);
  g_autoptr (GArray) new_rows = g_array_new (FALSE, FALSE, sizeof (RelanceStoreImportRow));
  Writer writer = { .store = store, .pattern = pattern, .new_rows = new_rows };
  gboolean done;

  if (pattern == NULL || !relance_store_begin (store, error))
    return FALSE;

  forget_written_clients (rows);
  relance_store_set_cancellable (store, cancellable);
  done = check_unchanged (store, expected_change, error) &&
         relance_store_add_change (store, relance_book_get_now (book), RELANCE_CHANGE_IMPORT,
                                   detail, 0, 0, &writer.change, error) &&
         write_rows (&writer, rows, cancellable, error);
  relance_store_set_cancellable (store, NULL);
  *change = writer.change;

  return relance_store_end (store, done, error);
}
