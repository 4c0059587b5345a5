/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-write-rows.h"

#include "relance-import-netting.h"
#include "relance-ledger.h"
#include "relance-store-changes.h"
#include "relance-store-import-rows.h"
#include "relance-store-import.h"
#include "relance-store-invoices.h"

/* How often somebody who waits is listened to, and told. */
#define ROWS_BETWEEN_LOOKS 1024

/* How far ahead of the row at hand memory is asked for. */
#define ROWS_AHEAD 8

/*
 * In this order: what the book has is corrected; then all that is new is collected and added at
 * once, invoices before the credit notes that lower them; then corrections take the place of what
 * they correct; and credit notes that waited in the book lower what is new.
 */
typedef struct
{
  RelanceStore *store;
  const RelanceImportOrder *order;
  GCancellable *cancellable;
  gint64 change;
  RelanceStoreImportRows *added;
  GPtrArray *notes;       /* new credit notes, borrowed rows */
  GPtrArray *corrections; /* new invoices in the place of others, likewise */
  GHashTable *open;       /* by invoice id, its instalments as they will be (GArray) */
  GArray *instalments;    /* of the invoice at hand */
  GArray *payments;       /* likewise */
  int n_payments;
  guint n_done;
} Writer;

/* With what it is sorted by at hand, for a hundred thousand of them lie far apart in memory. */
typedef struct
{
  gint64 client;
  RelancePlannedRow *row;
} NewInvoice;

static gboolean
is_wanted (const RelancePlannedRow *row, RelanceImportFate fate)
{
  return row->fate == fate && !row->skipped;
}

static gboolean
look_up (Writer *writer, GError **error)
{
  if (writer->n_done++ % ROWS_BETWEEN_LOOKS != 0)
    return TRUE;
  if (writer->order->progress != NULL)
    writer->order->progress (MIN (writer->n_done, writer->order->rows->len),
                             writer->order->rows->len, writer->order->progress_data);

  return !g_cancellable_set_error_if_cancelled (writer->cancellable, error);
}

/* Takes as much of a payment as remains due, oldest first; the rest is a credit of the client. */
static void
spread (Writer *writer, gint64 payment_id, gint64 amount, GArray *open)
{
  for (guint i = 0; i < open->len && amount > 0; i++)
    {
      RelanceStoreOpenInstalment *instalment = &g_array_index (open, RelanceStoreOpenInstalment, i);
      RelanceStoreImportAllocation allocation = {
        .instalment_id = instalment->id,
        .payment_id = payment_id,
        .amount = MIN (amount, instalment->balance),
      };

      if (allocation.amount <= 0)
        continue;
      relance_store_import_rows_add_allocation (writer->added, &allocation);
      instalment->balance -= allocation.amount;
      amount -= allocation.amount;
    }
}

static void
add_payments (Writer *writer, const RelancePlannedRow *row, GArray *open)
{
  relance_planned_row_list_payments (row, writer->payments);
  for (guint i = 0; i < writer->payments->len; i++)
    {
      const RelanceImportPayment *one = &g_array_index (writer->payments, RelanceImportPayment, i);
      RelanceStoreImportPayment payment = {
        .client_id = row->client->written_id,
        .kind = RELANCE_PAYMENT_PAYMENT,
        .date = one->date,
        .amount = one->amount,
        .means = one->means,
      };

      g_strlcpy (payment.currency, row->row->currency, sizeof payment.currency);
      spread (writer, relance_store_import_rows_add_payment (writer->added, &payment), one->amount,
              open);
      writer->n_payments++;
    }
}

static void
add_instalment (Writer *writer, gint64 invoice_id, RelanceDate due, gint64 amount)
{
  const RelanceStoreImportInstalment instalment = { invoice_id, due, amount };
  const RelanceStoreOpenInstalment open = {
    .id = relance_store_import_rows_add_instalment (writer->added, &instalment),
    .due = due,
    .amount = amount,
    .balance = amount,
  };

  g_array_append_val (writer->instalments, open);
}

static void
add_instalments (Writer *writer, const RelancePlannedRow *row)
{
  const RelanceImportRow *said = row->row;

  g_array_set_size (writer->instalments, 0);
  if (said->n_instalments == 0)
    add_instalment (writer, row->written_id, row->due, said->total);
  for (guint i = 0; i < said->n_instalments; i++)
    add_instalment (writer, row->written_id, said->instalments[i].due, said->instalments[i].amount);
}

static gboolean
is_correction (const RelancePlannedRow *row)
{
  return row->row->kind == RELANCE_ROW_CORRECTION && row->row->reference != NULL &&
         !g_str_equal (row->row->reference, row->row->number);
}

static void
keep_open (Writer *writer, gint64 invoice_id, const GArray *open)
{
  gint64 *key = g_memdup2 (&invoice_id, sizeof invoice_id);

  g_hash_table_insert (writer->open, key, g_array_copy ((GArray *) open));
}

static void
add_invoice (Writer *writer, RelancePlannedRow *row)
{
  const RelanceImportRow *said = row->row;
  RelanceStoreImportInvoice invoice = {
    .client_id = row->client->written_id,
    .number = said->number,
    .label = said->label,
    .issued = said->issued,
    .total = said->total,
    .type = said->type,
    .means = said->means,
    .due_source = row->due_source,
    .reference = said->buyer != NULL ? said->buyer->order : NULL,
    .corrects = said->kind == RELANCE_ROW_CORRECTION ? said->reference : NULL,
  };

  g_strlcpy (invoice.currency, said->currency, sizeof invoice.currency);
  row->written_id = relance_store_import_rows_add_invoice (writer->added, &invoice);
  add_instalments (writer, row);
  if (is_correction (row))
    g_ptr_array_add (writer->corrections, row);
  else
    add_payments (writer, row, writer->instalments);
  if (writer->notes->len > 0)
    keep_open (writer, row->written_id, writer->instalments);
}

static gboolean
correct_schedule (Writer *writer, const RelancePlannedRow *row, GError **error)
{
  g_autoptr (GArray) schedule = NULL;

  if (row->flags & RELANCE_PLAN_INSTALMENTS)
    {
      schedule = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
      for (guint i = 0; i < row->row->n_instalments; i++)
        {
          RelanceInstalment instalment = { .due = row->row->instalments[i].due,
                                           .amount = row->row->instalments[i].amount };

          g_array_append_val (schedule, instalment);
        }
      return relance_ledger_set_instalments (writer->store, writer->change, row->before.id,
                                             schedule, error);
    }

  return (row->flags & (RELANCE_PLAN_TOTAL | RELANCE_PLAN_DUE)) == 0 ||
         relance_store_update_instalment (
           writer->store, row->before.instalment_id,
           row->flags & RELANCE_PLAN_DUE ? row->due : row->before.due, row->row->total, error);
}

static gboolean
correct_invoice (Writer *writer, RelancePlannedRow *row, GError **error)
{
  const RelanceImportRow *said = row->row;
  const RelanceStoreCorrection correction = {
    .id = row->before.id,
    .issued = row->flags & RELANCE_PLAN_ISSUED ? said->issued : row->before.issued,
    .total = said->total,
    .due_source = row->flags & (RELANCE_PLAN_SOURCE | RELANCE_PLAN_DUE | RELANCE_PLAN_INSTALMENTS)
                    ? row->due_source
                    : NULL,
    .label = said->label,
    .type = said->type,
    .means = said->means,
    .reference = said->buyer != NULL ? said->buyer->order : NULL,
    .corrects = said->kind == RELANCE_ROW_CORRECTION ? said->reference : NULL,
  };

  row->written_id = row->before.id;
  if ((row->flags & (RELANCE_PLAN_INVOICE | RELANCE_PLAN_INSTALMENTS)) == 0)
    return TRUE;

  return relance_store_revise_invoice (writer->store, writer->change, row->before.id, error) &&
         relance_store_correct_invoice (writer->store, &correction, error) &&
         correct_schedule (writer, row, error);
}

static gboolean
correct_all (Writer *writer, GError **error)
{
  for (guint i = 0; i < writer->order->rows->len; i++)
    {
      RelancePlannedRow *row = writer->order->rows->pdata[i];

      if (!is_wanted (row, RELANCE_IMPORT_CHANGED))
        continue;
      if (!look_up (writer, error))
        return FALSE;
      if (relance_planned_row_is_note (row))
        row->written_id = row->before.id;
      else if (!correct_invoice (writer, row, error))
        return FALSE;
    }

  return TRUE;
}

/* The instalments of an invoice, less what is about to be added. */
static GArray *
get_open (Writer *writer, gint64 invoice_id, GError **error)
{
  GArray *open = g_hash_table_lookup (writer->open, &invoice_id);
  g_autoptr (GArray) loaded = NULL;

  if (open != NULL)
    return open;
  loaded = relance_store_list_instalments (writer->store, invoice_id, error);
  if (loaded == NULL)
    return NULL;
  keep_open (writer, invoice_id, loaded);

  return g_hash_table_lookup (writer->open, &invoice_id);
}

static int
compare_clients (gconstpointer a, gconstpointer b)
{
  const NewInvoice *one = a, *other = b;

  return (one->client > other->client) - (one->client < other->client);
}

/* New invoices (NewInvoice), and new credit notes beside them. */
static GArray *
sort_new (Writer *writer)
{
  GArray *invoices = g_array_new (FALSE, FALSE, sizeof (NewInvoice));

  for (guint i = 0; i < writer->order->rows->len; i++)
    {
      RelancePlannedRow *row = writer->order->rows->pdata[i];

      if (!is_wanted (row, RELANCE_IMPORT_NEW))
        continue;
      if (relance_planned_row_is_note (row))
        g_ptr_array_add (writer->notes, row);
      else
        g_array_append_vals (invoices, &(NewInvoice) { row->client->written_id, row }, 1);
    }

  /* SQLite keeps invoices by client: in that order it appends instead of searching. */
  g_array_sort (invoices, compare_clients);

  return invoices;
}

/* By client they lie far apart in memory, and to wait for one takes longer than to add it. */
static void
fetch_ahead (const GArray *invoices, guint index)
{
  if (index + 2 * ROWS_AHEAD < invoices->len)
    __builtin_prefetch (g_array_index (invoices, NewInvoice, index + 2 * ROWS_AHEAD).row);
  if (index + ROWS_AHEAD < invoices->len)
    __builtin_prefetch (g_array_index (invoices, NewInvoice, index + ROWS_AHEAD).row->row);
}

static gboolean
add_invoices (Writer *writer, GError **error)
{
  g_autoptr (GArray) invoices = sort_new (writer);

  for (guint i = 0; i < invoices->len; i++)
    {
      if (!look_up (writer, error))
        return FALSE;
      fetch_ahead (invoices, i);
      add_invoice (writer, g_array_index (invoices, NewInvoice, i).row);
    }

  return TRUE;
}

static gboolean
add_missing_payments (Writer *writer, GError **error)
{
  for (guint i = 0; i < writer->order->rows->len; i++)
    {
      const RelancePlannedRow *row = writer->order->rows->pdata[i];
      GArray *open;

      if (!is_wanted (row, RELANCE_IMPORT_CHANGED) || row->payment == 0)
        continue;
      open = get_open (writer, row->before.id, error);
      if (open == NULL || !look_up (writer, error))
        return FALSE;
      add_payments (writer, row, open);
    }

  return TRUE;
}

static guint
hash_invoice (gconstpointer data)
{
  const RelancePlannedRow *row = data;

  return g_str_hash (row->row->number) * 31 + g_direct_hash (row->client);
}

static gboolean
is_same_invoice (gconstpointer a, gconstpointer b)
{
  const RelancePlannedRow *one = a, *other = b;

  return one->client == other->client && g_str_equal (one->row->number, other->row->number);
}

static GHashTable *
index_written (Writer *writer)
{
  GHashTable *index = g_hash_table_new (hash_invoice, is_same_invoice);

  for (guint i = 0; i < writer->order->rows->len; i++)
    {
      RelancePlannedRow *row = writer->order->rows->pdata[i];

      if (row->written_id != 0 && !relance_planned_row_is_note (row))
        g_hash_table_add (index, row);
    }

  return index;
}

/* What a credit note lowers: %NULL in @open when neither the book nor the import has the invoice
 * that it speaks of, in its currency. */
static gboolean
find_credited (Writer *writer,
               GHashTable *written,
               const RelancePlannedRow *note,
               GArray **open,
               GError **error)
{
  const RelanceImportRow wanted_row = { .number = note->row->reference };
  const RelancePlannedRow wanted = { .row = &wanted_row, .client = note->client };
  const RelancePlannedRow *row;
  RelanceStoreInvoice invoice = { 0 };
  gint64 id = 0;

  *open = NULL;
  if (note->row->reference == NULL)
    return TRUE;
  row = g_hash_table_lookup (written, &wanted);
  if (row != NULL && g_str_equal (row->row->currency, note->row->currency))
    id = row->written_id;
  else if (row == NULL && note->client->id != 0)
    {
      if (!relance_store_find_import_invoice (writer->store, note->client->id, note->row->reference,
                                              &invoice, error))
        return FALSE;
      if (g_str_equal (invoice.currency, note->row->currency))
        id = invoice.id;
    }
  if (id == 0)
    return TRUE;
  *open = get_open (writer, id, error);

  return *open != NULL;
}

static gboolean
add_note (Writer *writer, GHashTable *written, RelancePlannedRow *row, GError **error)
{
  RelanceStoreImportPayment note = {
    .client_id = row->client->written_id,
    .kind = RELANCE_PAYMENT_CREDIT_NOTE,
    .date = row->row->issued,
    .amount = row->amount,
    .number = row->row->number,
    .reference = row->row->reference,
  };
  GArray *open;

  g_strlcpy (note.currency, row->row->currency, sizeof note.currency);
  if (!find_credited (writer, written, row, &open, error))
    return FALSE;
  row->written_id = relance_store_import_rows_add_payment (writer->added, &note);
  if (open != NULL)
    spread (writer, row->written_id, row->amount, open);

  return TRUE;
}

static gboolean
add_notes (Writer *writer, GError **error)
{
  g_autoptr (GHashTable) written = NULL;

  if (writer->notes->len == 0)
    return TRUE;
  written = index_written (writer);
  for (guint i = 0; i < writer->notes->len; i++)
    if (!look_up (writer, error) || !add_note (writer, written, writer->notes->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
add_all (Writer *writer, GError **error)
{
  g_autoptr (RelanceStoreImportRows)
    added = relance_store_import_rows_new (writer->store, writer->order->rows->len, error);

  writer->added = added;

  return added != NULL && add_invoices (writer, error) && add_missing_payments (writer, error) &&
         add_notes (writer, error) &&
         relance_store_import_rows_write (added, writer->change, error);
}

/* What the client paid for the invoice that was corrected counts already. */
static gboolean
pay_correction (Writer *writer, RelancePlannedRow *row, GError **error)
{
  RelanceStoreInvoice now;

  if (!relance_store_find_import_invoice (writer->store, row->client->written_id, row->row->number,
                                          &now, error))
    return FALSE;
  row->payment = MAX (row->row->paid - now.received, 0);
  relance_planned_row_list_payments (row, writer->payments);
  for (guint i = 0; i < writer->payments->len; i++)
    {
      const RelanceImportPayment *one = &g_array_index (writer->payments, RelanceImportPayment, i);
      RelanceStorePayment payment = {
        .client_id = row->client->written_id,
        .kind = RELANCE_PAYMENT_PAYMENT,
        .date = one->date,
        .amount = one->amount,
        .means = (char *) one->means,
        .invoice_id = row->written_id,
      };

      g_strlcpy (payment.currency, row->row->currency, sizeof payment.currency);
      if (!relance_ledger_record (writer->store, writer->change, &payment, TRUE, error))
        return FALSE;
      writer->n_payments++;
    }

  return TRUE;
}

static gboolean
replace (Writer *writer, RelancePlannedRow *row, GError **error)
{
  RelanceStoreInvoice corrected;
  RelanceStorePayment replacement = {
    .client_id = row->client->written_id,
    .date = row->row->issued,
    .number = (char *) row->row->number,
    .invoice_id = row->written_id,
  };

  if (!relance_store_find_import_invoice (writer->store, row->client->written_id,
                                          row->row->reference, &corrected, error))
    return FALSE;
  g_strlcpy (replacement.currency, corrected.currency, sizeof replacement.currency);

  return (corrected.id == 0 ||
          relance_ledger_replace_invoice (writer->store, writer->change, corrected.id, &replacement,
                                          error)) &&
         pay_correction (writer, row, error);
}

static gboolean
replace_all (Writer *writer, GError **error)
{
  for (guint i = 0; i < writer->corrections->len; i++)
    if (!look_up (writer, error) || !replace (writer, writer->corrections->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * relance_import_write_rows:
 * @n_payments: (out): how many payments were recorded
 *
 * Writes the invoices, credit notes and payments of an import whose clients are written. Belongs in
 * its transaction.
 */
gboolean
relance_import_write_rows (RelanceStore *store,
                           const RelanceImportOrder *order,
                           gint64 change,
                           GCancellable *cancellable,
                           int *n_payments,
                           GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) corrections = g_ptr_array_new ();
  g_autoptr (GHashTable) open =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) instalments = g_array_new (FALSE, FALSE, sizeof (RelanceStoreOpenInstalment));
  g_autoptr (GArray) payments = g_array_new (FALSE, FALSE, sizeof (RelanceImportPayment));
  Writer writer = {
    .store = store,
    .order = order,
    .cancellable = cancellable,
    .change = change,
    .notes = notes,
    .corrections = corrections,
    .open = open,
    .instalments = instalments,
    .payments = payments,
  };

  if (!correct_all (&writer, error) || !add_all (&writer, error) || !replace_all (&writer, error) ||
      !relance_import_net_loose_notes (store, order, change, error))
    return FALSE;
  *n_payments = writer.n_payments;

  return TRUE;
}
