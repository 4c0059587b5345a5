/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-amount.h"
#include "cli-invoice.h"
#include "cli-payment.h"
#include "relance-clients.h"
#include "relance-documents.h"
#include "relance-invoices.h"

static const struct
{
  const char *word;
  RelanceInvoiceSort sort;
} sorts[] = {
  { "due", RELANCE_INVOICE_SORT_DUE },         { "number", RELANCE_INVOICE_SORT_NUMBER },
  { "client", RELANCE_INVOICE_SORT_CLIENT },   { "label", RELANCE_INVOICE_SORT_LABEL },
  { "issued", RELANCE_INVOICE_SORT_ISSUED },   { "total", RELANCE_INVOICE_SORT_TOTAL },
  { "balance", RELANCE_INVOICE_SORT_BALANCE }, { "state", RELANCE_INVOICE_SORT_STATE },
};

static gboolean
read_sort (const CliArguments *arguments, RelanceInvoiceSort *sort, GError **error)
{
  const char *word = cli_arguments_get (arguments, "--sort");

  if (!word)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (strcmp (sorts[i].word, word) == 0)
      {
        *sort = sorts[i].sort;
        return TRUE;
      }
  g_set_error_literal (
    error, CLI_ERROR, CLI_ERROR_USAGE,
    _ ("--sort takes one of: due, number, client, label, issued, total, balance, state."));
  return FALSE;
}

/* The words are those of an invoice's state: "open" is due today or later, "overdue" before. */
static gboolean
read_state (const CliArguments *arguments,
            RelanceDate today,
            RelanceInvoiceQuery *query,
            GError **error)
{
  const char *word = cli_arguments_get (arguments, "--state");
  int state = 0;

  query->filter = RELANCE_INVOICES_ALL;
  if (!word || strcmp (word, "all") == 0)
    return TRUE;
  state = relance_enum_from_nick (RELANCE_TYPE_INVOICE_STATE, word);
  switch (state)
    {
    case RELANCE_INVOICE_OPEN:
      query->filter = RELANCE_INVOICES_OPEN;
      query->due_from = today;
      return TRUE;
    case RELANCE_INVOICE_OVERDUE:
      query->filter = RELANCE_INVOICES_OVERDUE;
      return TRUE;
    case RELANCE_INVOICE_PAID:
      query->filter = RELANCE_INVOICES_PAID;
      return TRUE;
    case RELANCE_INVOICE_WRITTEN_OFF:
      query->states = RELANCE_INVOICE_STATES_WRITTEN_OFF;
      return TRUE;
    default:
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                           _ ("--state takes one of: open, overdue, paid, written-off, all."));
      return FALSE;
    }
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GPtrArray) invoices = NULL;

  query->search = g_strdup (cli_arguments_get (arguments, "--search"));
  query->limit = -1;
  if (!read_state (arguments, relance_clock_get_today (session->clock), query, error) ||
      !read_sort (arguments, &query->sort, error) ||
      !cli_arguments_read_int (arguments, "--limit", 0, G_MAXINT, &query->limit, error) ||
      !cli_arguments_read_int (arguments, "--offset", 0, G_MAXINT, &query->offset, error) ||
      !cli_session_open_book (session, CLI_BOOK_READ, error))
    return CLI_EXIT_USAGE;
  invoices = relance_invoices_list (session->book, query, error);
  if (!invoices)
    return CLI_EXIT_NOTHING;
  if (!session->json)
    {
      cli_text_invoices (session->text, invoices);
      return CLI_EXIT_DONE;
    }
  json_builder_begin_array (session->json);
  for (guint i = 0; i < invoices->len; i++)
    cli_json_invoice (session->json, g_ptr_array_index (invoices, i));
  json_builder_end_array (session->json);
  return CLI_EXIT_DONE;
}

static CliExit
run_show (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice)
    found = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);
  g_autoptr (RelanceInvoice)
    invoice = found ? relance_invoices_get (session->book, found->id, error) : NULL;
  g_autoptr (GPtrArray)
    events = invoice ? relance_invoices_history (session->book, invoice->id, error) : NULL;
  g_autoptr (GPtrArray)
    documents = events ? relance_documents_list (session->book, invoice->id, error) : NULL;

  if (!documents)
    return CLI_EXIT_NOTHING;
  if (session->json)
    cli_json_invoice_whole (session->json, invoice, documents, events);
  else
    cli_text_invoice_whole (session->text, invoice, documents, events);
  return CLI_EXIT_DONE;
}

static RelanceInvoice *
read_invoice (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();
  RelanceInstalment instalment = { 0 };

  invoice->issued = invoice->due = RELANCE_DATE_NONE;
  if (!cli_arguments_read_date (arguments, "--issued", &invoice->issued, error) ||
      !cli_arguments_read_date (arguments, "--due", &invoice->due, error))
    return NULL;
  if (invoice->issued == RELANCE_DATE_NONE || invoice->due == RELANCE_DATE_NONE)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                           _ ("An invoice needs --issued and --due."));
      return NULL;
    }
  if (!cli_session_open_book (session, CLI_BOOK_CHANGE, error) ||
      !cli_read_currency (session, cli_arguments_get (arguments, "--currency"), invoice->currency,
                          error) ||
      !cli_parse_amount (cli_arguments_get_name (arguments, 2), invoice->currency, &invoice->total,
                         error))
    return NULL;
  invoice->number = g_strdup (cli_arguments_get_name (arguments, 1));
  instalment.due = invoice->due;
  instalment.amount = instalment.balance = invoice->total;
  if (invoice->instalments)
    g_array_append_val (invoice->instalments, instalment);
  return g_steal_pointer (&invoice);
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = read_invoice (session, arguments, error);
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceInvoice) saved = NULL;
  gint64 id;

  if (!invoice)
    return CLI_EXIT_USAGE;
  client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!client)
    return CLI_EXIT_NOTHING;
  invoice->client_id = client->id;
  id = relance_invoices_save (session->book, invoice, NULL, error);
  saved = id > 0 ? relance_invoices_get (session->book, id, error) : NULL;
  if (!saved)
    return CLI_EXIT_NOTHING;
  if (session->json)
    cli_json_invoice (session->json, saved);
  else
    cli_text_invoice (session->text, saved);
  return CLI_EXIT_DONE;
}

static const CliOption list_options[] = {
  { "--state", "STATE", FALSE, N_ ("open, overdue, paid or all") },
  { "--search", "T", FALSE, N_ ("Only invoices with this text in their number, client or label") },
  { "--sort", "FIELD", FALSE, N_ ("due, number, client, label, issued, total, balance or state") },
  { "--limit", "N", FALSE, N_ ("No more than this many") },
  { "--offset", "N", FALSE, N_ ("Leave out this many first") },
  { NULL },
};

static const CliOption add_options[] = {
  { "--issued", "D", FALSE, N_ ("When it was issued, such as 2026-11-24") },
  { "--due", "D", FALSE, N_ ("When it is due") },
  { "--currency", "C", FALSE, N_ ("Its currency; without it, that of your business, or EUR") },
  { NULL },
};

const CliCommand cli_invoice_commands[] = {
  { "invoice list",
    "[--state open|overdue|paid|all] [--search T] [--sort FIELD] [--limit N] [--offset N]",
    N_ ("List the invoices"), list_options, 0, 0, CLI_BOOK_NONE, FALSE, run_list },
  { "invoice show", "INVOICE", N_ ("Show an invoice and its history, by id or number"), NULL, 1, 1,
    CLI_BOOK_READ, FALSE, run_show },
  { "invoice add", "CLIENT NUMBER AMOUNT --issued D --due D [--currency C]",
    N_ ("Add an invoice that was issued elsewhere"), add_options, 3, 3, CLI_BOOK_NONE, FALSE,
    run_add },
  { NULL },
};
