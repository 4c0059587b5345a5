/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-amount.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-accounts.h"
#include "relance-clients.h"
#include "relance-invoices.h"
#include "relance-money.h"

static const struct
{
  const char *word;
  RelanceInvoiceSort sort;
} sorts[] = {
  { "due", RELANCE_INVOICE_SORT_DUE },       { "number", RELANCE_INVOICE_SORT_NUMBER },
  { "client", RELANCE_INVOICE_SORT_CLIENT }, { "issued", RELANCE_INVOICE_SORT_ISSUED },
  { "total", RELANCE_INVOICE_SORT_TOTAL },   { "balance", RELANCE_INVOICE_SORT_BALANCE },
  { "state", RELANCE_INVOICE_SORT_STATE },
};

static void
write_json_members (JsonBuilder *json, RelanceInvoice *invoice)
{
  cli_json_int (json, "id", invoice->id);
  cli_json_text (json, "number", invoice->number);
  cli_json_text (json, "client", invoice->client_name);
  cli_json_int (json, "client_id", invoice->client_id);
  cli_json_text (json, "label", invoice->label);
  cli_json_date (json, "issued", invoice->issued);
  cli_json_date (json, "due", invoice->due);
  cli_json_text (json, "currency", invoice->currency);
  cli_json_int (json, "total", invoice->total);
  cli_json_int (json, "balance", invoice->balance);
  cli_json_nick (json, "state", RELANCE_TYPE_INVOICE_STATE, invoice->state);
  cli_json_int (json, "days_late", invoice->days_late);
}

static void
write_json_instalments (JsonBuilder *json, GArray *instalments)
{
  cli_json_array (json, "instalments");
  for (guint i = 0; instalments && i < instalments->len; i++)
    {
      const RelanceInstalment *instalment = &g_array_index (instalments, RelanceInstalment, i);

      json_builder_begin_object (json);
      cli_json_date (json, "due", instalment->due);
      cli_json_int (json, "amount", instalment->amount);
      cli_json_int (json, "balance", instalment->balance);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json_payments (JsonBuilder *json, GArray *payments)
{
  cli_json_array (json, "payments");
  for (guint i = 0; payments && i < payments->len; i++)
    {
      const RelancePayment *payment = &g_array_index (payments, RelancePayment, i);

      json_builder_begin_object (json);
      cli_json_int (json, "id", payment->id);
      cli_json_date (json, "date", payment->date);
      cli_json_int (json, "amount", payment->amount);
      cli_json_text (json, "means", payment->means);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json_events (JsonBuilder *json, GPtrArray *events)
{
  cli_json_array (json, "events");
  for (guint i = 0; i < events->len; i++)
    {
      const RelanceEvent *event = g_ptr_array_index (events, i);

      json_builder_begin_object (json);
      cli_json_instant (json, "at", event->at);
      cli_json_text (json, "kind", event->kind);
      cli_json_text (json, "text", event->text);
      cli_json_text (json, "message", event->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json (JsonBuilder *json, RelanceInvoice *invoice)
{
  json_builder_begin_object (json);
  write_json_members (json, invoice);
  json_builder_end_object (json);
}

static char *
dup_state (RelanceInvoice *invoice)
{
  if (invoice->state == RELANCE_INVOICE_PAID)
    return g_strdup (C_ ("invoice", "paid"));
  if (invoice->state == RELANCE_INVOICE_OPEN)
    return g_strdup (C_ ("invoice", "open"));
  /* Translators: %d is a number of days past the due date */
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) invoice->days_late),
                          invoice->days_late);
}

static void
write_text (GString *text, RelanceInvoice *invoice)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, invoice->id);
  g_autofree char *issued = cli_dup_date (invoice->issued);
  g_autofree char *due = cli_dup_date (invoice->due);
  g_autofree char *total = cli_dup_money (invoice->total, invoice->currency);
  g_autofree char *balance = cli_dup_money (invoice->balance, invoice->currency);
  g_autofree char *state = dup_state (invoice);

  cli_fact (table, C_ ("invoice", "Invoice"), invoice->number);
  cli_fact (table, C_ ("invoice", "Client"), invoice->client_name);
  cli_fact (table, C_ ("invoice", "For"), invoice->label);
  cli_fact (table, C_ ("invoice", "Issued"), issued);
  cli_fact (table, C_ ("invoice", "Due"), due);
  cli_fact (table, C_ ("invoice", "Total"), total);
  cli_fact (table, C_ ("invoice", "Balance"), balance);
  cli_fact (table, C_ ("invoice", "State"), state);
  cli_fact (table, C_ ("invoice", "Id"), id);
  cli_table_write (table, text);
}

static void
write_text_payments (GString *text, RelanceInvoice *invoice)
{
  g_autoptr (CliTable) table = cli_table_new (4, "rlrl");

  if (!invoice->payments || invoice->payments->len == 0)
    return;
  for (guint i = 0; i < invoice->payments->len; i++)
    {
      const RelancePayment *payment = &g_array_index (invoice->payments, RelancePayment, i);

      cli_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, payment->id));
      cli_table_take (table, cli_dup_date (payment->date));
      cli_table_take (table, cli_dup_money (payment->amount, invoice->currency));
      cli_table_add (table, payment->means);
    }
  g_string_append_printf (text, "\n%s\n", C_ ("invoice", "Payments"));
  cli_table_write (table, text);
}

static void
write_text_events (GString *text, GPtrArray *events)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");

  if (events->len == 0)
    return;
  for (guint i = 0; i < events->len; i++)
    {
      const RelanceEvent *event = g_ptr_array_index (events, i);

      cli_table_take (table, cli_dup_instant (event->at));
      cli_table_add (table, event->text);
    }
  g_string_append_printf (text, "\n%s\n", C_ ("invoice", "History"));
  cli_table_write (table, text);
}

static void
write_text_list (GString *text, GPtrArray *invoices)
{
  g_autoptr (CliTable) table = cli_table_new (6, "lllrrl");

  if (invoices->len == 0)
    {
      g_string_append (text, _ ("No invoices."));
      return;
    }
  cli_table_add (table, C_ ("invoice", "Invoice"));
  cli_table_add (table, C_ ("invoice", "Client"));
  cli_table_add (table, C_ ("invoice", "Due"));
  cli_table_add (table, C_ ("invoice", "Total"));
  cli_table_add (table, C_ ("invoice", "Balance"));
  cli_table_add (table, C_ ("invoice", "State"));
  for (guint i = 0; i < invoices->len; i++)
    {
      RelanceInvoice *invoice = g_ptr_array_index (invoices, i);

      cli_table_add (table, invoice->number);
      cli_table_add (table, invoice->client_name);
      cli_table_take (table, cli_dup_date (invoice->due));
      cli_table_take (table, cli_dup_money (invoice->total, invoice->currency));
      cli_table_take (table, cli_dup_money (invoice->balance, invoice->currency));
      cli_table_take (table, dup_state (invoice));
    }
  cli_table_write (table, text);
}

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
    _ ("--sort takes one of: due, number, client, issued, total, balance, state."));
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
    default:
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                           _ ("--state takes one of: open, overdue, paid, all."));
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
      write_text_list (session->text, invoices);
      return CLI_EXIT_DONE;
    }
  json_builder_begin_array (session->json);
  for (guint i = 0; i < invoices->len; i++)
    write_json (session->json, g_ptr_array_index (invoices, i));
  json_builder_end_array (session->json);
  return CLI_EXIT_DONE;
}

static void
write_json_show (JsonBuilder *json, RelanceInvoice *invoice, GPtrArray *events)
{
  json_builder_begin_object (json);
  write_json_members (json, invoice);
  write_json_instalments (json, invoice->instalments);
  write_json_payments (json, invoice->payments);
  write_json_events (json, events);
  json_builder_end_object (json);
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

  if (!events)
    return CLI_EXIT_NOTHING;
  if (session->json)
    {
      write_json_show (session->json, invoice, events);
      return CLI_EXIT_DONE;
    }
  write_text (session->text, invoice);
  write_text_payments (session->text, invoice);
  write_text_events (session->text, events);
  return CLI_EXIT_DONE;
}

static gboolean
read_currency (CliSession *session, const CliArguments *arguments, char currency[4], GError **error)
{
  g_autoptr (RelanceBusiness) business = NULL;
  const char *code = cli_arguments_get (arguments, "--currency");

  if (!code)
    {
      business = relance_business_load (session->book, error);
      if (!business)
        return FALSE;
      code = relance_business_get (business, RELANCE_BUSINESS_CURRENCY);
      code = *code ? code : "EUR";
    }
  if (!relance_money_is_currency (code))
    {
      /* Translators: %s is what was typed for a currency */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("“%s” is not a currency such as EUR."),
                   code);
      return FALSE;
    }
  g_strlcpy (currency, code, 4);
  return TRUE;
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
      !read_currency (session, arguments, invoice->currency, error) ||
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
    write_json (session->json, saved);
  else
    write_text (session->text, saved);
  return CLI_EXIT_DONE;
}

static const CliOption list_options[] = {
  { "--state", "STATE", FALSE, N_ ("open, overdue, paid or all") },
  { "--search", "T", FALSE, N_ ("Only invoices with this text in their number, client or label") },
  { "--sort", "FIELD", FALSE, N_ ("due, number, client, issued, total, balance or state") },
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
