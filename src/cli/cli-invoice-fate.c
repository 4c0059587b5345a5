/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-invoice.h"
#include "relance-invoices.h"

static gboolean
read_reason (const CliArguments *arguments, const char **reason, GError **error)
{
  *reason = cli_arguments_get (arguments, "--reason");
  if (*reason)
    return TRUE;
  g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("This needs --reason: say why."));
  return FALSE;
}

static CliExit
answer (CliSession *session, gint64 id, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (session->book, id, error);

  if (!invoice)
    return CLI_EXIT_NOTHING;
  if (session->json)
    cli_json_invoice (session->json, invoice);
  else
    cli_text_invoice (session->text, invoice);
  return CLI_EXIT_DONE;
}

static CliExit
run_write_off (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  RelanceDate date = relance_clock_get_today (session->clock);
  const char *reason;

  if (!read_reason (arguments, &reason, error) ||
      !cli_arguments_read_date (arguments, "--date", &date, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_USAGE;
  invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!invoice ||
      !relance_invoices_write_off (session->book, invoice->id, date, reason, NULL, error))
    return CLI_EXIT_NOTHING;
  return answer (session, invoice->id, error);
}

static CliExit
run_exclude (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  RelanceDate until = RELANCE_DATE_NONE;
  const char *reason;

  if (!read_reason (arguments, &reason, error) ||
      !cli_arguments_read_date (arguments, "--until", &until, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_USAGE;
  invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!invoice ||
      !relance_invoices_exclude (session->book, invoice->id, reason, until, NULL, error))
    return CLI_EXIT_NOTHING;
  return answer (session, invoice->id, error);
}

static CliExit
run_include (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice)
    invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);

  if (!invoice ||
      !relance_invoices_exclude (session->book, invoice->id, NULL, RELANCE_DATE_NONE, NULL, error))
    return CLI_EXIT_NOTHING;
  return answer (session, invoice->id, error);
}

static CliExit
run_replace (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice)
    invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);
  g_autoptr (RelanceInvoice) correction =
    invoice ? relance_invoices_find (session->book, cli_arguments_get_name (arguments, 1), error)
            : NULL;

  if (!correction ||
      !relance_invoices_replace (session->book, invoice->id, correction->id, NULL, error))
    return CLI_EXIT_NOTHING;
  return answer (session, correction->id, error);
}

static const CliOption write_off_options[] = {
  { "--reason", "T", FALSE, N_ ("Why, in a few words") },
  { "--date", "D", FALSE, N_ ("When it was given up; without it, today") },
  { NULL },
};

static const CliOption exclude_options[] = {
  { "--reason", "T", FALSE, N_ ("Why, in a few words") },
  { "--until", "D", FALSE, N_ ("The last day; without it, for good") },
  { NULL },
};

const CliCommand cli_invoice_fate_commands[] = {
  { "invoice write-off", "INVOICE --reason T [--date D]",
    N_ ("Give up what remains due on an invoice"), write_off_options, 1, 1, CLI_BOOK_NONE, FALSE,
    run_write_off },
  { "invoice exclude", "INVOICE --reason T [--until D]", N_ ("Leave an invoice out of reminders"),
    exclude_options, 1, 1, CLI_BOOK_NONE, FALSE, run_exclude },
  { "invoice include", "INVOICE", N_ ("Let reminders speak of an invoice again"), NULL, 1, 1,
    CLI_BOOK_CHANGE, FALSE, run_include },
  { "invoice replace", "INVOICE CORRECTION",
    N_ ("Close an invoice that another one, its correction, replaces"), NULL, 2, 2, CLI_BOOK_CHANGE,
    FALSE, run_replace },
  { NULL },
};
