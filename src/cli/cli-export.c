/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-clients.h"
#include "relance-export.h"

static const char *
get_form_word (RelanceExportForm form)
{
  switch (form)
    {
    case RELANCE_EXPORT_JSON:
      return "json";
    case RELANCE_EXPORT_CSV:
      return "csv";
    case RELANCE_EXPORT_FOLDER:
    default:
      return "folder";
    }
}

static void
write_json (JsonBuilder *json,
            const RelanceExportOrder *order,
            const RelanceClient *client,
            const RelanceExportCounts *counts)
{
  g_autofree char *name = g_filename_display_name (order->path);

  json_builder_begin_object (json);
  cli_json_text (json, "file", name);
  cli_json_text (json, "form", get_form_word (order->form));
  cli_json_text (json, "client", client != NULL ? client->name : NULL);
  cli_json_int (json, "clients", counts->clients);
  cli_json_int (json, "contacts", counts->contacts);
  cli_json_int (json, "invoices", counts->invoices);
  cli_json_int (json, "payments", counts->payments);
  cli_json_int (json, "documents", counts->documents);
  cli_json_int (json, "messages", counts->messages);
  json_builder_end_object (json);
}

static void
write_text (GString *text, const RelanceExportOrder *order, const RelanceExportCounts *counts)
{
  g_autofree char *name = g_filename_display_name (order->path);
  g_autofree char *clean = cli_dup_clean (name);

  g_string_append_printf (text,
                          /* Translators: a number of invoices, and a file or a folder */
                          ngettext ("%d invoice was exported to %s.",
                                    "%d invoices were exported to %s.", (gulong) counts->invoices),
                          (int) counts->invoices, clean);
  if (order->form != RELANCE_EXPORT_CSV)
    g_string_append_printf (text, "\n%s",
                            order->client_id != 0
                              ? _ ("Everything that the book holds about this client is in it.")
                              : _ ("Everything that the book holds is in it, but for the mail "
                                   "accounts."));
}

static CliExit
run_export (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *name = cli_arguments_get (arguments, "--client");
  g_autoptr (RelanceClient) client = NULL;
  RelanceExportOrder order = { .path = cli_arguments_get_name (arguments, 0) };
  RelanceExportCounts counts;

  if (name != NULL)
    {
      client = relance_clients_find (session->book, name, error);
      if (client == NULL)
        return CLI_EXIT_NOTHING;
      order.client_id = client->id;
    }
  order.form = relance_export_guess_form (order.path);
  if (!relance_export_write (session->book, &order, &counts, session->cancellable, error))
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json (session->json, &order, client, &counts);
  else
    write_text (session->text, &order, &counts);
  return CLI_EXIT_DONE;
}

static const CliOption options[] = {
  { "--client", "CLIENT", FALSE, N_ ("Only what is held about this client, all of it") },
  { NULL },
};

const CliCommand cli_export_commands[] = {
  { "export", "DIR|FILE [--client CLIENT]",
    N_ ("Write the whole book as a folder of CSV files, as one file where the name ends in .json, "
        "or the invoices alone where it ends in .csv"),
    options, 1, 1, CLI_BOOK_READ, TRUE, run_export },
  { NULL },
};
