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

/* A table as text, with tabs between the cells. */
typedef struct
{
  GString *text;
  char decimal; /* of the locale, as a spreadsheet expects it */
  gboolean in_row;
} Table;

/* Writes the cells of a row, or with %NULL their titles. */
typedef void (*WriteRow) (Table *table, gpointer row);

static void
add_separator (Table *table)
{
  if (table->in_row)
    g_string_append_c (table->text, '\t');
  table->in_row = TRUE;
}

static void
end_row (Table *table)
{
  g_string_append_c (table->text, '\n');
  table->in_row = FALSE;
}

/* @text: (nullable) */
static void
add_text (Table *table, const char *text)
{
  add_separator (table);
  if (text == NULL)
    return;
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
  Table table = { .text = text, .decimal = localeconv ()->decimal_point[0] };

  write_row (&table, NULL);
  if (!relance_listing_update (book, error) ||
      !write_rows (&table, book, reader, write_row, (gint64 *) ids->data, ids->len, error))
    return NULL;
  return g_strdup (text->str);
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
