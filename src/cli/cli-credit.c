/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-amount.h"
#include "cli-payment.h"
#include "relance-clients.h"
#include "relance-invoices.h"

/* What is netted against an invoice is in its currency. */
static gboolean
read_currency (CliSession *session,
               const CliArguments *arguments,
               RelanceInvoice *invoice,
               char currency[4],
               GError **error)
{
  const char *code = cli_arguments_get (arguments, "--currency");

  return cli_read_currency (session, invoice && !code ? invoice->currency : code, currency, error);
}

static CliExit
add_note (CliSession *session,
          const CliArguments *arguments,
          RelanceCreditNote *note,
          GError **error)
{
  const char *reference = cli_arguments_get (arguments, "--invoice");
  g_autoptr (RelanceClient)
    client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);
  g_autoptr (RelanceInvoice) invoice = NULL;
  char currency[4];
  gint64 id;

  if (!client)
    return CLI_EXIT_NOTHING;
  if (reference)
    {
      invoice = relance_invoices_find (session->book, reference, error);
      if (!invoice)
        return CLI_EXIT_NOTHING;
      note->invoice_id = invoice->id;
    }
  if (!read_currency (session, arguments, invoice, currency, error) ||
      !cli_parse_amount (cli_arguments_get_name (arguments, 2), currency, &note->amount, error))
    return CLI_EXIT_NOTHING;
  note->client_id = client->id;
  note->currency = currency;
  id = relance_credit_notes_add (session->book, note, NULL, error);
  return id > 0 ? cli_payment_answer (session, id, error) : CLI_EXIT_NOTHING;
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  RelanceCreditNote note = {
    .number = cli_arguments_get_name (arguments, 1),
    .issued = relance_clock_get_today (session->clock),
    .note = cli_arguments_get (arguments, "--note"),
  };

  if (!cli_arguments_read_date (arguments, "--issued", &note.issued, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_USAGE;
  return add_note (session, arguments, &note, error);
}

static const CliOption add_options[] = {
  { "--invoice", "INVOICE", FALSE, N_ ("The invoice it is for; without it, it is a credit") },
  { "--issued", "D", FALSE, N_ ("When it was issued; without it, today") },
  { "--currency", "C", FALSE, N_ ("Its currency; without it, that of the invoice or yours") },
  { "--note", "T", FALSE, N_ ("What there is to say of it") },
  { NULL },
};

const CliCommand cli_credit_commands[] = {
  { "credit add", "CLIENT NUMBER AMOUNT [--invoice INVOICE] [--issued D] [--currency C] [--note T]",
    N_ ("Record a credit note that was issued elsewhere"), add_options, 3, 3, CLI_BOOK_NONE, FALSE,
    run_add },
  { NULL },
};
