/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-amount.h"
#include "cli-json.h"
#include "cli-text.h"
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
  RelanceDate date = relance_clock_get_today (session->clock);
  const char *means = cli_arguments_get (arguments, "--means");
  gint64 amount, id;

  if (!cli_arguments_read_date (arguments, "--date", &date, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_USAGE;
  invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!invoice ||
      !cli_parse_amount (cli_arguments_get_name (arguments, 1), invoice->currency, &amount, error))
    return CLI_EXIT_NOTHING;
  id = relance_payments_add (session->book, invoice->id, amount, date, means ? means : "", NULL,
                             error);
  return id > 0 ? answer (session, id, invoice->id, amount, error) : CLI_EXIT_NOTHING;
}

static CliExit
run_remove (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *text = cli_arguments_get_name (arguments, 0);
  gint64 id, invoice_id = 0, amount = 0;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      /* Translators: %s is what was typed */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                   _ ("“%s” is not the id of a payment. “invoice show” tells it."), text);
      return CLI_EXIT_USAGE;
    }
  if (!cli_session_open_book (session, CLI_BOOK_CHANGE, error) ||
      !relance_payments_get (session->book, id, &invoice_id, &amount, error) ||
      !relance_payments_remove (session->book, id, NULL, NULL, error))
    return CLI_EXIT_NOTHING;
  return answer (session, id, invoice_id, amount, error);
}

static const CliOption add_options[] = {
  { "--date", "D", FALSE, N_ ("When it arrived; without it, today") },
  { "--means", "M", FALSE, N_ ("How: transfer, card, cheque…") },
  { NULL },
};

const CliCommand cli_payment_commands[] = {
  { "payment add", "INVOICE AMOUNT [--date D] [--means M]", N_ ("Record money that arrived"),
    add_options, 2, 2, CLI_BOOK_NONE, FALSE, run_add },
  { "payment remove", "ID", N_ ("Take a payment back"), NULL, 1, 1, CLI_BOOK_NONE, FALSE,
    run_remove },
  { NULL },
};
