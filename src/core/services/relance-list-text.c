/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-list-text.h"

#include "relance-client.h"
#include "relance-invoice.h"
#include "relance-listing.h"
#include "relance-money.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* So many rows are read, and written, at once. */
#define ROWS_AT_ONCE 500

/* What opens a file by its first bytes takes this for UTF-8. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A table as text. Where decimals have a comma, spreadsheets expect a semicolon between cells. */
typedef struct
{
  GString *text;
  char separator;
  char decimal;
  gboolean quoted; /* a file, that a spreadsheet opens */
  gboolean in_row;
} Table;

/* Writes the cells of a row, or with %NULL their titles. */
typedef void (*WriteRow) (Table *table, gpointer row);

static void
add_separator (Table *table)
{
  if (table->in_row)
    g_string_append_c (table->text, table->separator);
  table->in_row = TRUE;
}

static void
end_row (Table *table)
{
  g_string_append (table->text, table->quoted ? "\r\n" : "\n");
  table->in_row = FALSE;
}

static void
add_quoted (Table *table, const char *text)
{
  const char special[] = { table->separator, '"', '\n', '\r', '\0' };

  /* A spreadsheet would take it for a formula. */
  gboolean formula = text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;

  if (!formula && strpbrk (text, special) == NULL)
    {
      g_string_append (table->text, text);
      return;
    }
  g_string_append (table->text, formula ? "\"'" : "\"");
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (table->text, '"');
      g_string_append_c (table->text, *c);
    }
  g_string_append_c (table->text, '"');
}

/* @text: (nullable) */
static void
add_text (Table *table, const char *text)
{
  add_separator (table);
  if (text == NULL)
    return;
  if (table->quoted)
    {
      add_quoted (table, text);
      return;
    }
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (table->text, strchr ("\t\n\r", *c) != NULL ? ' ' : *c);
}

static void
add_date (Table *table, RelanceDate date)
{
  g_autofree char *text = date != RELANCE_DATE_NONE ? relance_date_to_iso (date) : NULL;

  add_separator (table);
  g_string_append (table->text, text != NULL ? text : "");
}

static void
add_amount (Table *table, gint64 amount, const char *currency)
{
  g_autofree char *text = relance_money_format_plain (amount, currency);

  add_separator (table);
  g_strdelimit (text, ".", table->decimal);
  g_string_append (table->text, text);
}

static const char *
get_state_word (RelanceInvoiceState state)
{
  switch (state)
    {
    case RELANCE_INVOICE_OVERDUE:
      return C_ ("invoice", "late");
    case RELANCE_INVOICE_PAID:
      return C_ ("invoice", "paid");
    case RELANCE_INVOICE_WRITTEN_OFF:
      return C_ ("invoice", "written off");
    case RELANCE_INVOICE_CREDIT_NOTE:
      return C_ ("invoice", "credit note");
    case RELANCE_INVOICE_OPEN:
    default:
      return C_ ("invoice", "open");
    }
}

static void
write_invoice (Table *table, gpointer row)
{
  RelanceInvoice *invoice = row;

  add_text (table, invoice != NULL ? invoice->number : C_ ("of an invoice", "Number"));
  add_text (table, invoice != NULL ? invoice->client_name : _ ("Client"));
  if (invoice == NULL)
    {
      add_text (table, C_ ("date of an invoice", "Issued"));
      add_text (table, C_ ("date of an invoice", "Due"));
      add_text (table, _ ("Total"));
      add_text (table, C_ ("column", "Remains Due"));
    }
  else
    {
      add_date (table, invoice->issued);
      add_date (table, invoice->due);
      add_amount (table, invoice->total, invoice->currency);
      add_amount (table, invoice->balance, invoice->currency);
    }
  add_text (table, invoice != NULL ? invoice->currency : _ ("Currency"));
  add_text (table,
            invoice != NULL ? get_state_word (invoice->state) : C_ ("of an invoice", "State"));
  add_text (table, invoice != NULL ? invoice->label : C_ ("of an invoice", "What It Was For"));
  end_row (table);
}

static void
write_debt (Table *table, RelanceClient *client, const RelanceClientTotal *total)
{
  add_text (table, client->name);
  add_text (table, client->email);
  if (total == NULL)
    {
      add_text (table, NULL);
      add_text (table, NULL);
      add_text (table, NULL);
    }
  else
    {
      add_amount (table, total->owed, total->currency);
      add_amount (table, total->overdue, total->currency);
      add_text (table, total->currency);
    }
  add_date (table, client->last_payment);
  end_row (table);
}

/* A row for each currency that a client owes in. */
static void
write_client (Table *table, gpointer row)
{
  RelanceClient *client = row;

  if (client == NULL)
    {
      add_text (table, _ ("Client"));
      add_text (table, _ ("E-Mail"));
      add_text (table, C_ ("column", "Owed"));
      add_text (table, C_ ("column", "Late"));
      add_text (table, _ ("Currency"));
      add_text (table, C_ ("column", "Last Payment"));
      end_row (table);
    }
  else if (client->totals->len == 0)
    write_debt (table, client, NULL);
  else
    for (guint i = 0; i < client->totals->len; i++)
      write_debt (table, client, &g_array_index (client->totals, RelanceClientTotal, i));
}

static gboolean
write_rows (Table *table,
            RelanceBook *book,
            const RelanceListReader *reader,
            WriteRow write_row,
            const gint64 *ids,
            guint n_ids,
            GError **error)
{
  g_autoptr (GPtrArray) rows = reader->read_rows (book, ids, n_ids, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    write_row (table, rows->pdata[i]);
  return TRUE;
}

static char *
dup_text (RelanceBook *book,
          const RelanceListReader *reader,
          WriteRow write_row,
          GArray *ids,
          GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Table table = { .text = text, .separator = '\t', .decimal = localeconv ()->decimal_point[0] };

  write_row (&table, NULL);
  if (!relance_listing_update (book, error) ||
      !write_rows (&table, book, reader, write_row, (gint64 *) ids->data, ids->len, error))
    return NULL;
  return g_strdup (text->str);
}

static gboolean
flush (Table *table, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  gboolean written = g_output_stream_write_all (stream, table->text->str, table->text->len, NULL,
                                                cancellable, error);

  g_string_truncate (table->text, 0);
  return written;
}

static gboolean
write_csv (RelanceBook *book,
           const RelanceListReader *reader,
           WriteRow write_row,
           gconstpointer query,
           GOutputStream *stream,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) totals = NULL;
  char decimal = localeconv ()->decimal_point[0];
  Table table = {
    .text = text, .separator = decimal == ',' ? ';' : ',', .decimal = decimal, .quoted = TRUE
  };

  if (!reader->list_all (book, query, &ids, &totals, error))
    return FALSE;
  write_row (&table, NULL);
  for (guint i = 0; i < ids->len; i += ROWS_AT_ONCE)
    if (!write_rows (&table, book, reader, write_row, (gint64 *) ids->data + i,
                     MIN (ROWS_AT_ONCE, ids->len - i), error) ||
        !flush (&table, stream, cancellable, error))
      return FALSE;
  return flush (&table, stream, cancellable, error);
}

/**
 * relance_invoices_dup_text:
 * @ids: (element-type gint64): rows of a list of invoices
 *
 * Returns: (transfer full): titles and rows with tabs between the cells, as a spreadsheet takes them
 */
char *
relance_invoices_dup_text (RelanceBook *book, GArray *ids, GError **error)
{
  return dup_text (book, &relance_invoices_reader, write_invoice, ids, error);
}

/**
 * relance_invoices_write_csv:
 * @query: which ones, in what order; its limit and offset do not count
 *
 * Writes a list of invoices and credit notes as a spreadsheet of the user's locale opens it, and an
 * import reads it: UTF-8, dates as YYYY-MM-DD, amounts without the signs of currencies.
 */
gboolean
relance_invoices_write_csv (RelanceBook *book,
                            const RelanceInvoiceQuery *query,
                            GOutputStream *stream,
                            GCancellable *cancellable,
                            GError **error)
{
  return write_csv (book, &relance_invoices_reader, write_invoice, query, stream, cancellable,
                    error);
}

/**
 * relance_clients_dup_text:
 * @ids: (element-type gint64): clients
 *
 * Returns: (transfer full): as relance_invoices_dup_text(), a row for each currency that is owed
 */
char *
relance_clients_dup_text (RelanceBook *book, GArray *ids, GError **error)
{
  return dup_text (book, &relance_clients_reader, write_client, ids, error);
}

/**
 * relance_clients_write_csv:
 * @query: which ones, in what order
 *
 * Writes a list of clients as relance_invoices_write_csv() does, a row for each currency that is owed.
 */
gboolean
relance_clients_write_csv (RelanceBook *book,
                           const RelanceClientQuery *query,
                           GOutputStream *stream,
                           GCancellable *cancellable,
                           GError **error)
{
  return write_csv (book, &relance_clients_reader, write_client, query, stream, cancellable, error);
}
