/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-list-text.h"

#include "relance-client.h"
#include "relance-invoice.h"
#include "relance-listing.h"
#include "relance-money.h"
#include "relance-wording.h"

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
write_titles (Table *table)
{
  add_text (table, C_ ("of an invoice", "Number"));
  add_text (table, _ ("Client"));
  add_text (table, C_ ("date of an invoice", "Issued"));
  add_text (table, C_ ("date of an invoice", "Due"));
  add_text (table, _ ("Total"));
  add_text (table, C_ ("column", "Remains Due"));
  add_text (table, _ ("Currency"));
  add_text (table, C_ ("of an invoice", "State"));
  add_text (table, C_ ("of an invoice", "What It Was For"));
  end_row (table);
}

static void
write_invoice (Table *table, RelanceInvoice *invoice)
{
  add_text (table, invoice->number);
  add_text (table, invoice->client_name);
  add_date (table, invoice->issued);
  add_date (table, invoice->due);
  add_amount (table, invoice->total, invoice->currency);
  add_amount (table, invoice->balance, invoice->currency);
  add_text (table, invoice->currency);
  add_text (table, get_state_word (invoice->state));
  add_text (table, invoice->label);
  end_row (table);
}

static void
write_client_titles (Table *table)
{
  add_text (table, _ ("Client"));
  add_text (table, _ ("Kind"));
  add_text (table, C_ ("column", "City"));
  add_text (table, _ ("E-Mail"));
  add_text (table, C_ ("column", "Owed"));
  add_text (table, C_ ("column", "Late"));
  add_text (table, _ ("Currency"));
  add_text (table, C_ ("column", "Last Payment"));
  end_row (table);
}

/* @total: (nullable): of one of its currencies, %NULL when it owes nothing. */
static void
write_client (Table *table, RelanceClient *client, const RelanceClientTotal *total)
{
  add_text (table, client->name);
  add_text (table, relance_wording_kind (client->kind));
  add_text (table, client->city);
  add_text (table, client->email);
  if (total != NULL)
    {
      add_amount (table, total->owed, total->currency);
      add_amount (table, total->overdue, total->currency);
    }
  else
    {
      add_text (table, NULL);
      add_text (table, NULL);
    }
  add_text (table, total != NULL ? total->currency : NULL);
  add_date (table, client->last_payment);
  end_row (table);
}

static void
write_debts (Table *table, RelanceClient *client)
{
  if (client->totals->len == 0)
    write_client (table, client, NULL);
  for (guint i = 0; i < client->totals->len; i++)
    write_client (table, client, &g_array_index (client->totals, RelanceClientTotal, i));
}

/**
 * relance_invoices_dup_text:
 * @ids: (element-type gint64): rows of a list of invoices
 */
char *
relance_invoices_dup_text (RelanceBook *book, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray)
    rows = relance_invoices_reader.read_rows (book, (gint64 *) ids->data, ids->len, error);
  g_autoptr (GString) text = g_string_new (NULL);
  Table table = { .text = text, .decimal = localeconv ()->decimal_point[0] };

  if (rows == NULL)
    return NULL;
  write_titles (&table);
  for (guint i = 0; i < rows->len; i++)
    write_invoice (&table, rows->pdata[i]);
  return g_strdup (text->str);
}

/**
 * relance_clients_dup_text:
 * @ids: (element-type gint64): rows of a list of clients
 *
 * Has a row for each currency that a client owes in.
 */
char *
relance_clients_dup_text (RelanceBook *book, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Table table = { .text = text, .decimal = localeconv ()->decimal_point[0] };

  if (relance_listing_update (book, error))
    rows = relance_clients_reader.read_rows (book, (gint64 *) ids->data, ids->len, error);
  if (rows == NULL)
    return NULL;
  write_client_titles (&table);
  for (guint i = 0; i < rows->len; i++)
    write_debts (&table, rows->pdata[i]);
  return g_strdup (text->str);
}
