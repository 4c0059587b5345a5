/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-amount.h"
#include "cli-invoice.h"
#include "relance-invoices.h"

/* DUE=AMOUNT */
static gboolean
read_instalment (const char *word, const char *currency, GArray *instalments, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  RelanceInstalment instalment = { 0 };

  if (!cli_split_pair (word, &key, &value, error))
    return FALSE;
  instalment.due = relance_date_parse_iso (key);
  if (instalment.due == RELANCE_DATE_NONE)
    {
      /* Translators: %s is what was typed */
      g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("“%s” is not a date such as 2026-11-24."),
                   key);
      return FALSE;
    }
  if (!cli_parse_amount (value, currency, &instalment.amount, error))
    return FALSE;
  g_array_append_val (instalments, instalment);
  return TRUE;
}

static CliExit
answer (CliSession *session, gint64 id, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (session->book, id, error);

  if (!invoice)
    return CLI_EXIT_NOTHING;
  if (session->json)
    cli_json_invoice_instalments (session->json, invoice);
  else
    cli_text_invoice_instalments (session->text, invoice);
  return CLI_EXIT_DONE;
}

static CliExit
run_set (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GArray) instalments = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
  g_autoptr (RelanceInvoice)
    invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);

  if (!invoice)
    return CLI_EXIT_NOTHING;
  for (int i = 1; i < cli_arguments_get_n (arguments); i++)
    if (!read_instalment (cli_arguments_get_name (arguments, i), invoice->currency, instalments,
                          error))
      return CLI_EXIT_NOTHING;
  if (!relance_instalments_set (session->book, invoice->id, instalments, NULL, error))
    return CLI_EXIT_NOTHING;
  return answer (session, invoice->id, error);
}

const CliCommand cli_instalment_commands[] = {
  { "instalment set", "INVOICE DUE=AMOUNT…",
    N_ ("Give an invoice its due dates; the amounts come to its total"), NULL, 2, G_MAXINT,
    CLI_BOOK_CHANGE, FALSE, run_set },
  { NULL },
};
