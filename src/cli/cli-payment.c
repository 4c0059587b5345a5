/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-amount.h"
#include "cli-json.h"
#include "cli-payment.h"
#include "cli-text.h"
#include "relance-clients.h"
#include "relance-invoices.h"

static void
write_json (JsonBuilder *json, gint64 id, RelanceInvoice *invoice, gint64 amount)
{
  json_builder_begin_object (json);
  cli_json_int (json, "id", id);
  cli_json_text (json, "invoice", invoice->number);
  cli_json_int (json, "invoice_id", invoice->id);
  cli_json_text (json, "currency", invoice->currency);
  cli_json_int (json, "amount", amount);
  cli_json_int (json, "balance", invoice->balance);
  json_builder_end_object (json);
}

static void
write_text (GString *text, gint64 id, RelanceInvoice *invoice, gint64 amount)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *money = cli_dup_money (amount, invoice->currency);
  g_autofree char *balance = cli_dup_money (invoice->balance, invoice->currency);

  cli_fact (table, C_ ("payment", "Payment"), number);
  cli_fact (table, C_ ("payment", "Invoice"), invoice->number);
  cli_fact (table, C_ ("payment", "Amount"), money);
  cli_fact (table, C_ ("payment", "Remains due"), balance);
  cli_table_write (table, text);
}

/* Shows the invoice as the payment left it. */
static CliExit
answer (CliSession *session, gint64 id, gint64 invoice_id, gint64 amount, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (session->book, invoice_id, error);

  if (!invoice)
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json (session->json, id, invoice, amount);
  else
    write_text (session->text, id, invoice, amount);
  return CLI_EXIT_DONE;
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  RelanceReceipt receipt = {
    .date = relance_clock_get_today (session->clock),
    .means = cli_arguments_get (arguments, "--means"),
    .note = cli_arguments_get (arguments, "--note"),
  };
  gint64 id;

  if (!cli_arguments_read_date (arguments, "--date", &receipt.date, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_USAGE;
  invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!invoice || !cli_parse_amount (cli_arguments_get_name (arguments, 1), invoice->currency,
                                     &receipt.amount, error))
    return CLI_EXIT_NOTHING;
  receipt.invoice_id = invoice->id;
  id = relance_payments_receive (session->book, &receipt, NULL, error);
  return id > 0 ? answer (session, id, invoice->id, receipt.amount, error) : CLI_EXIT_NOTHING;
}

static CliExit
run_receive (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient) client = NULL;
  char currency[4];
  RelanceReceipt receipt = {
    .date = relance_clock_get_today (session->clock),
    .means = cli_arguments_get (arguments, "--means"),
    .note = cli_arguments_get (arguments, "--note"),
    .currency = currency,
  };
  gint64 id;

  if (!cli_arguments_read_date (arguments, "--date", &receipt.date, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_USAGE;
  client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!client ||
      !cli_read_currency (session, cli_arguments_get (arguments, "--currency"), currency, error) ||
      !cli_parse_amount (cli_arguments_get_name (arguments, 1), currency, &receipt.amount, error))
    return CLI_EXIT_NOTHING;
  receipt.client_id = client->id;
  id = relance_payments_receive (session->book, &receipt, NULL, error);
  return id > 0 ? cli_payment_answer (session, id, error) : CLI_EXIT_NOTHING;
}

/* INVOICE=AMOUNT, in the currency of that invoice. */
static gboolean
read_share (CliSession *session, const char *word, GArray *shares, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  g_autoptr (RelanceInvoice) invoice = NULL;
  RelanceShare share = { 0 };

  if (!cli_split_pair (word, &key, &value, error))
    return FALSE;
  invoice = relance_invoices_find (session->book, key, error);
  if (!invoice || !cli_parse_amount (value, invoice->currency, &share.amount, error))
    return FALSE;
  share.invoice_id = invoice->id;
  g_array_append_val (shares, share);
  return TRUE;
}

static CliExit
run_allocate (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (RelanceShare));
  gboolean all_credit = cli_arguments_has (arguments, "--credit");
  gboolean spread = cli_arguments_get_n (arguments) == 1 && !all_credit;
  gint64 id;

  if (!cli_payment_read_id (cli_arguments_get_name (arguments, 0), &id, error))
    return CLI_EXIT_USAGE;
  if (all_credit && cli_arguments_get_n (arguments) > 1)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                           _ ("--credit leaves nothing to any invoice: name none."));
      return CLI_EXIT_USAGE;
    }
  if (!cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_NOTHING;
  for (int i = 1; i < cli_arguments_get_n (arguments); i++)
    if (!read_share (session, cli_arguments_get_name (arguments, i), shares, error))
      return CLI_EXIT_NOTHING;
  id = relance_payments_allocate (session->book, id, spread ? NULL : shares, NULL, error);
  return id > 0 ? cli_payment_answer (session, id, error) : CLI_EXIT_NOTHING;
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient)
    client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);

  return client ? cli_payment_list (session, client->id, error) : CLI_EXIT_NOTHING;
}

/* One that was for no invoice leaves nothing to show but itself. */
static CliExit
answer_removed (CliSession *session, gint64 id, gint64 amount, GError **error)
{
  if (session->json)
    {
      json_builder_begin_object (session->json);
      cli_json_int (session->json, "id", id);
      cli_json_text (session->json, "invoice", NULL);
      cli_json_int (session->json, "amount", amount);
      json_builder_end_object (session->json);
    }
  else
    g_string_append (session->text, _ ("The payment was taken back."));
  return CLI_EXIT_DONE;
}

static CliExit
run_remove (CliSession *session, const CliArguments *arguments, GError **error)
{
  gint64 id, invoice_id = 0, amount = 0;

  if (!cli_payment_read_id (cli_arguments_get_name (arguments, 0), &id, error))
    return CLI_EXIT_USAGE;
  if (!cli_session_open_book (session, CLI_BOOK_CHANGE, error) ||
      !relance_payments_get (session->book, id, &invoice_id, &amount, error) ||
      !relance_payments_remove (session->book, id, NULL, NULL, error))
    return CLI_EXIT_NOTHING;
  return invoice_id > 0 ? answer (session, id, invoice_id, amount, error)
                        : answer_removed (session, id, amount, error);
}

static const CliOption add_options[] = {
  { "--date", "D", FALSE, N_ ("When it arrived; without it, today") },
  { "--means", "M", FALSE, N_ ("How: transfer, card, cheque…") },
  { "--note", "T", FALSE, N_ ("What there is to say of it") },
  { NULL },
};

static const CliOption receive_options[] = {
  { "--currency", "C", FALSE, N_ ("Its currency; without it, that of your business, or EUR") },
  { "--date", "D", FALSE, N_ ("When it arrived; without it, today") },
  { "--means", "M", FALSE, N_ ("How: transfer, card, cheque…") },
  { "--note", "T", FALSE, N_ ("What there is to say of it") },
  { NULL },
};

static const CliOption allocate_options[] = {
  { "--credit", NULL, FALSE, N_ ("Leave it all as a credit of the client") },
  { NULL },
};

const CliCommand cli_payment_commands[] = {
  { "payment add", "INVOICE AMOUNT [--date D] [--means M] [--note T]",
    N_ ("Record money that arrived for an invoice"), add_options, 2, 2, CLI_BOOK_NONE, FALSE,
    run_add },
  { "payment receive", "CLIENT AMOUNT [--currency C] [--date D] [--means M] [--note T]",
    N_ ("Record money that arrived from a client, oldest debt first"), receive_options, 2, 2,
    CLI_BOOK_NONE, FALSE, run_receive },
  { "payment allocate", "ID [INVOICE=AMOUNT…] [--credit]",
    N_ ("Say what a payment or a credit note is for; without an invoice, the oldest debt first"),
    allocate_options, 1, G_MAXINT, CLI_BOOK_NONE, FALSE, run_allocate },
  { "payment list", "CLIENT", N_ ("List what a client paid, its credit notes and its credit"), NULL,
    1, 1, CLI_BOOK_READ, FALSE, run_list },
  { "payment remove", "ID", N_ ("Take a payment, a credit note or a write-off back"), NULL, 1, 1,
    CLI_BOOK_NONE, FALSE, run_remove },
  { NULL },
};
