/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-fees-answer.h"
#include "relance-clients.h"
#include "relance-invoices.h"

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, why);
  return FALSE;
}

static gboolean
read_rate (const char *text, int *rate, GError **error)
{
  if (relance_rate_parse (text, rate))
    return TRUE;
  /* Translators: %s is what was typed for a rate */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
               _ ("“%s” is not a rate: write it in percent, as 2.15."), text);
  return FALSE;
}

/* @pair: a day of the half-year and the rate, 2027-01-01=2.15 */
static gboolean
add_rate (GPtrArray *rates, RelanceRateKind kind, const char *pair, GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  RelanceRate rate = { .kind = kind, .read = RELANCE_DATE_NONE, .is_confirmed = TRUE };

  if (!cli_split_pair (pair, &day, &text, error))
    return FALSE;
  rate.half = relance_date_parse_iso (day);
  if (rate.half == RELANCE_DATE_NONE)
    return refuse (error,
                   _ ("Before the = of a rate stands a day of its half-year, as 2027-01-01."));
  if (!read_rate (text, &rate.rate, error))
    return FALSE;
  relance_rates_put (rates, &rate);
  return TRUE;
}

static gboolean
add_rates (const CliArguments *arguments,
           const char *option,
           RelanceRateKind kind,
           GPtrArray *rates,
           GError **error)
{
  GPtrArray *pairs = cli_arguments_get_all (arguments, option);

  for (guint i = 0; pairs && i < pairs->len; i++)
    if (!add_rate (rates, kind, g_ptr_array_index (pairs, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_options (const CliArguments *arguments, RelanceLateFeesRequest *request, GError **error)
{
  const char *agreed = cli_arguments_get (arguments, "--agreed");
  int ways = cli_arguments_get_n (arguments) + cli_arguments_has (arguments, "--client") +
             cli_arguments_has (arguments, "--invoice");

  if (ways != 1)
    return refuse (error, _ ("Say one client or one invoice."));
  return (!agreed || read_rate (agreed, &request->agreed, error)) &&
         cli_arguments_read_date (arguments, "--until", &request->until, error) &&
         add_rates (arguments, "--reference", RELANCE_RATE_REFERENCE, request->rates, error) &&
         add_rates (arguments, "--legal", RELANCE_RATE_LEGAL, request->rates, error);
}

static gboolean
take_client (CliSession *session,
             const char *reference,
             RelanceLateFeesRequest *request,
             GError **error)
{
  g_autoptr (RelanceClient) client = relance_clients_find (session->book, reference, error);

  if (!client)
    return FALSE;
  request->client_id = client->id;
  return TRUE;
}

static gboolean
take_invoice (CliSession *session,
              const char *reference,
              RelanceLateFeesRequest *request,
              GError **error)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoices_find (session->book, reference, error);

  if (!invoice)
    return FALSE;
  request->client_id = invoice->client_id;
  request->invoice_id = invoice->id;
  return TRUE;
}

static gboolean
set_ambiguous (GError **error,
               const char *reference,
               const RelanceLateFeesRequest *client,
               const RelanceLateFeesRequest *invoice)
{
  g_autofree char *client_id = g_strdup_printf ("%" G_GINT64_FORMAT, client->client_id);
  g_autofree char *invoice_id = g_strdup_printf ("%" G_GINT64_FORMAT, invoice->invoice_id);

  /* Translators: what was typed, then the number of a client and that of an invoice; --client and
   * --invoice stay as they are */
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_AMBIGUOUS,
               _ ("“%s” is a client and an invoice: say --client %s or --invoice %s."), reference,
               client_id, invoice_id);
  return FALSE;
}

static gboolean
is_not_found (const GError *error)
{
  return g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
}

/* A name is one of a client or of an invoice: which one, the book must say. */
static gboolean
take_either (CliSession *session,
             const char *reference,
             RelanceLateFeesRequest *request,
             GError **error)
{
  RelanceLateFeesRequest client = *request, invoice = *request;
  g_autoptr (GError) no_client = NULL;
  g_autoptr (GError) no_invoice = NULL;
  gboolean is_client = take_client (session, reference, &client, &no_client);
  gboolean is_invoice = take_invoice (session, reference, &invoice, &no_invoice);

  if (is_client && is_invoice)
    return set_ambiguous (error, reference, &client, &invoice);
  if (is_client || is_invoice)
    {
      *request = is_client ? client : invoice;
      return TRUE;
    }
  if (is_not_found (no_client) && is_not_found (no_invoice))
    {
      /* Translators: %s is a name or a number that was typed. */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                   _ ("There is no client and no invoice “%s”."), reference);
      return FALSE;
    }
  if (is_not_found (no_client))
    g_propagate_error (error, g_steal_pointer (&no_invoice));
  else
    g_propagate_error (error, g_steal_pointer (&no_client));
  return FALSE;
}

static gboolean
take_whom (CliSession *session,
           const CliArguments *arguments,
           RelanceLateFeesRequest *request,
           GError **error)
{
  if (cli_arguments_has (arguments, "--client"))
    return take_client (session, cli_arguments_get (arguments, "--client"), request, error);
  if (cli_arguments_has (arguments, "--invoice"))
    return take_invoice (session, cli_arguments_get (arguments, "--invoice"), request, error);
  return take_either (session, cli_arguments_get_name (arguments, 0), request, error);
}

static CliExit
run_fees (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) rates = relance_rates_new ();
  g_autoptr (RelanceLateFees) fees = NULL;
  RelanceLateFeesRequest request = {
    .until = relance_clock_get_today (session->clock),
    .agreed = RELANCE_RATE_NONE,
    .rates = rates,
  };

  if (!read_options (arguments, &request, error) ||
      !cli_session_open_book (session, CLI_BOOK_READ, error) ||
      !take_whom (session, arguments, &request, error))
    return CLI_EXIT_NOTHING;
  fees = relance_late_fees_load (session->book, &request, error);
  if (!fees)
    return CLI_EXIT_NOTHING;
  if (session->json)
    cli_json_fees (session->json, fees);
  else
    cli_text_fees (session->text, fees);
  return relance_late_fees_is_complete (fees) ? CLI_EXIT_DONE : CLI_EXIT_PARTLY;
}

static const CliOption options[] = {
  { "--client", "C", FALSE, N_ ("All invoices of this client that were late") },
  { "--invoice", "N", FALSE, N_ ("This invoice only") },
  { "--until", "D", FALSE, N_ ("The last day that counts; without it, today") },
  { "--agreed", "RATE", FALSE, N_ ("What the contract says, in percent a year") },
  { "--reference", "D=RATE", TRUE,
    N_ ("The central bank’s rate of the half-year of that day, where it is not known here") },
  { "--legal", "D=RATE", TRUE,
    N_ ("The French legal interest rate of the half-year of that day, likewise") },
  { NULL },
};

const CliCommand cli_fees_commands[] = {
  { "fees",
    "CLIENT|INVOICE | --client C | --invoice N [--until D] [--agreed RATE] [--reference D=RATE]… "
    "[--legal D=RATE]…",
    N_ ("Compute what is owed for paying late, line by line"), options, 0, 1, CLI_BOOK_NONE, FALSE,
    run_fees },
  { NULL },
};
