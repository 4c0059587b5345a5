/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-clients.h"
#include "relance-exchanges.h"
#include "relance-wording.h"

static void
write_json (JsonBuilder *json, const RelanceExchange *exchange, const RelanceClient *client)
{
  json_builder_begin_object (json);
  cli_json_int (json, "id", exchange->id);
  cli_json_text (json, "client", client->name);
  cli_json_int (json, "client_id", client->id);
  cli_json_date (json, "date", exchange->date);
  cli_json_nick (json, "channel", RELANCE_TYPE_CHANNEL, exchange->channel);
  cli_json_nick (json, "stage", RELANCE_TYPE_STAGE, exchange->stage);
  cli_json_text (json, "note", exchange->note);
  json_builder_end_object (json);
}

static void
write_json_all (JsonBuilder *json, GPtrArray *exchanges, const RelanceClient *client)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < exchanges->len; i++)
    write_json (json, g_ptr_array_index (exchanges, i), client);
  json_builder_end_array (json);
}

static void
write_text_all (GString *text, GPtrArray *exchanges)
{
  g_autoptr (CliTable) table = cli_table_new (5, "lllll");

  if (exchanges->len == 0)
    {
      g_string_append (text, _ ("No contact outside of Relance is recorded."));
      return;
    }
  for (guint i = 0; i < exchanges->len; i++)
    {
      const RelanceExchange *exchange = g_ptr_array_index (exchanges, i);

      cli_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, exchange->id));
      cli_table_take (table, cli_dup_date (exchange->date));
      cli_table_add (table, relance_wording_channel (exchange->channel));
      cli_table_add (table, exchange->stage != 0 ? relance_wording_stage (exchange->stage) : "");
      cli_table_add (table, exchange->note);
    }
  cli_table_write (table, text);
}

static CliExit
list (CliSession *session, const RelanceClient *client, GError **error)
{
  g_autoptr (GPtrArray) exchanges = relance_exchanges_list (session->book, client->id, error);

  if (!exchanges)
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json_all (session->json, exchanges, client);
  else
    write_text_all (session->text, exchanges);
  return CLI_EXIT_DONE;
}

static CliExit
answer (CliSession *session, gint64 id, const RelanceClient *client, GError **error)
{
  g_autoptr (RelanceExchange) exchange = relance_exchanges_get (session->book, id, error);
  g_autofree char *date = NULL;

  if (!exchange)
    return CLI_EXIT_NOTHING;
  if (session->json)
    {
      write_json (session->json, exchange, client);
      return CLI_EXIT_DONE;
    }
  date = cli_dup_date (exchange->date);
  /* Translators: a client, how, such as “by phone”, and a date. */
  g_string_append_printf (session->text, _ ("You were in touch with %s %s on %s. It is recorded."),
                          client->name, relance_wording_channel (exchange->channel), date);
  return CLI_EXIT_DONE;
}

static gboolean
read_options (const CliArguments *arguments, RelanceExchange *exchange, GError **error)
{
  int channel = 0, stage = 0;

  if (!cli_arguments_read_nick (arguments, "--channel", RELANCE_TYPE_CHANNEL, &channel, error) ||
      !cli_arguments_read_nick (arguments, "--stage", RELANCE_TYPE_STAGE, &stage, error) ||
      !cli_arguments_read_date (arguments, "--date", &exchange->date, error))
    return FALSE;
  if (channel == 0)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                           _ ("Say how you were in touch: --channel mail, phone, letter or "
                              "in-person."));
      return FALSE;
    }
  exchange->channel = channel;
  exchange->stage = stage;
  exchange->note = g_strdup (cli_arguments_get (arguments, "--note"));

  return TRUE;
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceExchange) exchange = relance_exchange_new (0);
  g_autoptr (RelanceClient) client = NULL;
  gint64 id;

  if (!read_options (arguments, exchange, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_NOTHING;
  client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!client)
    return CLI_EXIT_NOTHING;
  exchange->client_id = client->id;
  if (exchange->date == RELANCE_DATE_NONE)
    exchange->date = relance_book_get_today (session->book);
  id = relance_exchanges_add (session->book, exchange, NULL, error);

  return id > 0 ? answer (session, id, client, error) : CLI_EXIT_NOTHING;
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient)
    client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);

  return client ? list (session, client, error) : CLI_EXIT_NOTHING;
}

/* What is left is answered. */
static CliExit
run_remove (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceExchange) exchange = NULL;
  g_autoptr (RelanceClient) client = NULL;
  guint64 id = 0;

  g_ascii_string_to_unsigned (cli_arguments_get_name (arguments, 0), 10, 1, G_MAXINT64, &id, NULL);
  exchange = relance_exchanges_get (session->book, (gint64) id, error);
  if (!exchange)
    return CLI_EXIT_NOTHING;
  client = relance_clients_get (session->book, exchange->client_id, error);
  if (!client || !relance_exchanges_remove (session->book, exchange->id, error))
    return CLI_EXIT_NOTHING;

  return list (session, client, error);
}

static const CliOption add_options[] = {
  { "--channel", "WORD", FALSE, N_ ("How: mail, phone, letter or in-person") },
  { "--date", "DATE", FALSE, N_ ("The day of it; without it, today") },
  { "--stage", "STAGE", FALSE,
    N_ ("The reminder that it stood for: first, second, third or formal-notice") },
  { "--note", "TEXT", FALSE, N_ ("What was said") },
  { NULL },
};

const CliCommand cli_exchange_commands[] = {
  { "exchange add", "CLIENT --channel WORD [--date D] [--stage S] [--note T]",
    N_ ("Record that you were in touch with a client yourself, outside of Relance"), add_options, 1,
    1, CLI_BOOK_NONE, FALSE, run_add },
  { "exchange list", "CLIENT", N_ ("List how you were in touch with a client yourself"), NULL, 1, 1,
    CLI_BOOK_READ, FALSE, run_list },
  { "exchange remove", "ID", N_ ("Take back that you were in touch with a client"), NULL, 1, 1,
    CLI_BOOK_CHANGE, FALSE, run_remove },
  { NULL },
};
