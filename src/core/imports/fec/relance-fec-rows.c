/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-rows.h"

#include "relance-money.h"

#include <string.h>

/* From one line in so many on, the accountant is taken to letter the clients' accounts. */
#define LETTERED_SHARE 10

/* What the rows are made from. @settlements are by document, and @next is the first that is not
 * used yet. */
typedef struct
{
  RelanceFecLedger *ledger;
  const RelanceFecDocuments *documents;
  const GArray *settlements;
  guint next;
  GArray *payments;
} Writer;

static const RelanceFecLine *
get_line (const RelanceFecLedger *ledger, int index)
{
  return &g_array_index (ledger->lines, RelanceFecLine, index);
}

static int
compare_settlements (gconstpointer a, gconstpointer b, gpointer data)
{
  const RelanceFecSettlement *one = a, *other = b;
  const RelanceFecLine *line = get_line (data, one->line),
                       *other_line = get_line (data, other->line);

  if (one->document != other->document)
    return one->document < other->document ? -1 : 1;
  if (line->date != other_line->date)
    return line->date < other_line->date ? -1 : 1;

  return one->line < other->line ? -1 : one->line > other->line;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const RelanceImportRow *one = a, *other = b;

  return one->line < other->line ? -1 : one->line > other->line;
}

/* As the line says, else the name of the journal of the bank or of the till. */
static const char *
find_means (Writer *writer, const RelanceFecLine *line)
{
  const RelanceFecJournal *journal = line->entry->journal;
  const char *reason = NULL, *means = NULL;

  if (line->opening)
    return NULL;
  if (*line->means != '\0')
    means = relance_fec_clean (writer->ledger->table, line->means, &reason);
  else if (((line->entry->traits | line->piece->traits) & RELANCE_FEC_MONEY) != 0 ||
           journal->kind == RELANCE_FEC_JOURNAL_MONEY)
    means = relance_fec_clean (writer->ledger->table,
                               *journal->name != '\0' ? journal->name : journal->code, &reason);

  return means != NULL && *means != '\0' ? means : NULL;
}

/* The part of @total that @paid is of @document's total in the ledger. */
static gint64
convert (const RelanceFecDocument *document, gint64 total, gint64 paid)
{
  if (total == document->total)
    return paid;
  if (paid == document->total)
    return total;

  return (gint64) ((double) total * ((double) paid / (double) document->total) + 0.5);
}

static void
add_payment (Writer *writer, const RelanceFecSettlement *settlement, gint64 amount)
{
  const RelanceFecLine *line = get_line (writer->ledger, settlement->line);
  const RelanceImportPayment payment = { line->date, amount, find_means (writer, line) };

  if (amount > 0)
    g_array_append_val (writer->payments, payment);
}

/* One payment for each line that pays. In another currency the ledger's amounts are parts of the
 * whole, so that an invoice paid in full is paid in full in both. */
static void
write_payments (Writer *writer, int index, RelanceImportRow *row)
{
  const RelanceFecDocument *document = relance_fec_documents_get (writer->documents, index);
  gint64 sum = 0;

  g_array_set_size (writer->payments, 0);
  for (; writer->next < writer->settlements->len; writer->next++)
    {
      const RelanceFecSettlement *settlement =
        &g_array_index (writer->settlements, RelanceFecSettlement, writer->next);
      gboolean more = writer->next + 1 < writer->settlements->len &&
                      settlement[1].document == index && settlement[1].line == settlement->line;
      gint64 paid;

      if (settlement->document > index)
        break;
      if (settlement->document < index)
        continue;
      sum = MIN (sum + settlement->amount, document->total);
      if (more)
        continue;
      paid = convert (document, row->total, sum);
      add_payment (writer, settlement, paid - row->paid);
      row->paid = paid;
      row->paid_on = get_line (writer->ledger, settlement->line)->date;
    }

  row->n_payments = writer->payments->len;
  row->payments =
    relance_import_table_keep_memory (writer->ledger->table, writer->payments->data,
                                      writer->payments->len * sizeof (RelanceImportPayment));
}

static void
write_label (Writer *writer, const RelanceFecLine *line, RelanceImportRow *row)
{
  const char *reason = NULL;
  const char *label = relance_fec_clean (writer->ledger->table, line->label, &reason);

  row->label = label != NULL && *label != '\0' ? label : NULL;
}

static void
write_kind (Writer *writer, const RelanceFecDocument *document, RelanceImportRow *row)
{
  if (document->total > 0)
    return;

  row->kind = RELANCE_ROW_CREDIT_NOTE;
  if (document->reference >= 0)
    row->reference = relance_fec_documents_get (writer->documents, document->reference)->number;
}

static void
write_document (Writer *writer, int index)
{
  const RelanceFecDocument *document = relance_fec_documents_get (writer->documents, index);
  const RelanceFecLine *first = get_line (writer->ledger, document->first);
  const RelanceFecClient *client = writer->ledger->clients->pdata[document->client];
  gboolean foreign = !g_str_equal (document->currency, "EUR");
  RelanceImportRow row = {
    .line = first->line,
    .number = document->number,
    .client = client->clean,
    .client_key = client->key,
    .buyer = client->buyer,
    .issued = first->issued,
    .due = RELANCE_DATE_NONE,
    .paid_on = RELANCE_DATE_NONE,
    .total = ABS (foreign ? document->foreign : document->total),
    .flags = RELANCE_ROW_DUE_UNKNOWN,
  };

  if (document->total == 0 || row.total == 0)
    return;

  g_strlcpy (row.currency, document->currency, sizeof row.currency);
  if (document->n_lines > 1)
    row.flags |= RELANCE_ROW_ADDED_UP;
  if (row.total > RELANCE_MONEY_MAX)
    row.reason = "amount-range";
  write_kind (writer, document, &row);
  write_label (writer, first, &row);
  if (row.kind == RELANCE_ROW_INVOICE && row.reason == NULL)
    write_payments (writer, index, &row);
  g_array_append_val (writer->ledger->table->rows, row);
}

static gboolean
has_invoice (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, RelanceImportRow, i).kind == RELANCE_ROW_INVOICE)
      return TRUE;

  return FALSE;
}

/* Lines that could be sales if they could be read; not those of nobody in particular. */
static gboolean
has_refused_sale (const GArray *refused)
{
  for (guint i = 0; i < refused->len; i++)
    if (!g_str_equal (g_array_index (refused, RelanceImportRow, i).reason, "no-client"))
      return TRUE;

  return FALSE;
}

static RelanceLedgerCase
get_case (const RelanceFecLedger *ledger)
{
  if (!has_invoice (ledger->table->rows) && !has_refused_sale (ledger->refused))
    return RELANCE_LEDGER_USELESS;

  return ledger->n_lettered > 0 && ledger->n_lettered * LETTERED_SHARE >= ledger->lines->len
           ? RELANCE_LEDGER_LETTERED
           : RELANCE_LEDGER_UNLETTERED;
}

/**
 * relance_fec_rows_write:
 * @settlements: sorted in place
 *
 * Writes the invoices and the credit notes into the ledger's table, between the lines that are
 * refused. A file without a sale to a client gives none at all.
 */
void
relance_fec_rows_write (RelanceFecLedger *ledger,
                        const RelanceFecDocuments *documents,
                        GArray *settlements)
{
  g_autoptr (GArray) payments = g_array_new (FALSE, FALSE, sizeof (RelanceImportPayment));
  Writer writer = {
    .ledger = ledger, .documents = documents, .settlements = settlements, .payments = payments
  };
  GArray *rows = ledger->table->rows;

  g_array_sort_with_data (settlements, compare_settlements, ledger);
  for (guint i = 0; i < documents->all->len; i++)
    write_document (&writer, (int) i);

  ledger->table->ledger_case = get_case (ledger);
  if (ledger->table->ledger_case == RELANCE_LEDGER_USELESS)
    {
      g_array_set_size (rows, 0);
      return;
    }
  if (ledger->refused->len > 0)
    g_array_append_vals (rows, ledger->refused->data, ledger->refused->len);
  g_array_sort (rows, compare_rows);
}
