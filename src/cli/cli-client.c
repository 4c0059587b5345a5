/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-client-answer.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-clients.h"
#include "relance-plans.h"

static CliExit
answer (CliSession *session, RelanceClient *client)
{
  if (session->json)
    cli_client_write_json (session->json, client, TRUE);
  else
    cli_client_write_text (session->text, client);
  return CLI_EXIT_DONE;
}

static void
write_json_list (JsonBuilder *json, GPtrArray *clients)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < clients->len; i++)
    cli_client_write_json (json, g_ptr_array_index (clients, i), FALSE);
  json_builder_end_array (json);
}

static void
write_text_list (GString *text, GPtrArray *clients)
{
  g_autoptr (CliTable) table = cli_table_new (5, "rllrr");

  if (clients->len == 0)
    {
      g_string_append (text, _ ("No clients."));
      return;
    }
  cli_table_add (table, C_ ("client", "Id"));
  cli_table_add (table, C_ ("client", "Client"));
  cli_table_add (table, C_ ("client", "Email"));
  cli_table_add (table, C_ ("client", "Owes"));
  cli_table_add (table, C_ ("client", "Late"));
  for (guint i = 0; i < clients->len; i++)
    {
      RelanceClient *client = g_ptr_array_index (clients, i);

      cli_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, client->id));
      cli_table_add (table, client->name);
      cli_table_add (table, client->email);
      cli_table_take (
        table, cli_client_dup_totals (client->totals, G_STRUCT_OFFSET (RelanceClientTotal, owed)));
      cli_table_take (table, cli_client_dup_totals (client->totals,
                                                    G_STRUCT_OFFSET (RelanceClientTotal, overdue)));
    }
  cli_table_write (table, text);
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) clients = NULL;
  int limit = -1;
  if (!cli_arguments_read_int (arguments, "--limit", 0, G_MAXINT, &limit, error) ||
      !cli_session_open_book (session, CLI_BOOK_READ, error))
    return CLI_EXIT_USAGE;
  clients =
    relance_clients_list (session->book, cli_arguments_get (arguments, "--search"), limit, error);
  if (!clients)
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json_list (session->json, clients);
  else
    write_text_list (session->text, clients);
  return CLI_EXIT_DONE;
}

static CliExit
run_show (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient)
    client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);

  return client ? answer (session, client) : CLI_EXIT_NOTHING;
}

/* What "client add" and "client set" take; the service knows what each may hold. */
static gboolean
is_client_key (const char *key)
{
  static const char *const keys[] = { "name",     "kind",           "tone", "address",
                                      "language", "title",          "plan", "situation",
                                      "hours",    "excluded_until", NULL };
  g_autoptr (RelanceClient) client = relance_client_new ("");

  return g_strv_contains (keys, key) || relance_client_get_text (client, key) != NULL;
}

static gboolean
set_pair (CliSession *session,
          RelanceClient *client,
          const char *key,
          const char *value,
          GError **error)
{
  /* A plan may be one of the book. */
  return g_str_equal (key, "plan") ? relance_plans_give (session->book, client, value, error)
                                   : relance_clients_set (client, key, value, error);
}

static gboolean
set_pairs (CliSession *session,
           RelanceClient *client,
           const CliArguments *arguments,
           GError **error)
{
  for (int i = 1; i < cli_arguments_get_n (arguments); i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (!cli_split_pair (cli_arguments_get_name (arguments, i), &key, &value, error))
        return FALSE;
      if (!set_pair (session, client, key, value, error))
        return cli_blame_pair (error, key, value);
    }
  return TRUE;
}

/* Saves and shows the client as the book now has it. */
static CliExit
save (CliSession *session, RelanceClient *client, GError **error)
{
  g_autoptr (RelanceClient) saved = NULL;
  gint64 id = relance_clients_save (session->book, client, NULL, error);

  if (id <= 0)
    return CLI_EXIT_NOTHING;
  saved = relance_clients_get (session->book, id, error);
  return saved ? answer (session, saved) : CLI_EXIT_NOTHING;
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient) client = NULL;

  if (!cli_arguments_check_pairs (arguments, 1, is_client_key, error) ||
      !cli_session_open_book (session, CLI_BOOK_WRITE, error))
    return CLI_EXIT_NOTHING;
  client =
    relance_client_new_for_book (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!client || !set_pairs (session, client, arguments, error))
    return CLI_EXIT_NOTHING;
  return save (session, client, error);
}

static CliExit
run_set (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient) client = NULL;

  if (!cli_arguments_check_pairs (arguments, 1, is_client_key, error) ||
      !cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_NOTHING;
  client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!client || !set_pairs (session, client, arguments, error))
    return CLI_EXIT_NOTHING;
  return save (session, client, error);
}

/* Two clients that the words name; FALSE when one of them is not there. */
static CliExit
run_merge (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient)
    from = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);
  g_autoptr (RelanceClient)
    into = from ? relance_clients_find (session->book, cli_arguments_get_name (arguments, 1), error)
                : NULL;

  if (!into || !relance_clients_merge (session->book, from->id, into->id, NULL, error))
    return CLI_EXIT_NOTHING;
  g_clear_object (&into);
  into = relance_clients_find (session->book, cli_arguments_get_name (arguments, 1), error);

  return into ? answer (session, into) : CLI_EXIT_NOTHING;
}

static CliExit
answer_again (CliSession *session, gint64 id, GError **error)
{
  g_autoptr (RelanceClient) client = relance_clients_get (session->book, id, error);

  return client ? answer (session, client) : CLI_EXIT_NOTHING;
}

static CliExit
run_archive (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient)
    client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);

  if (!client || !relance_clients_archive (session->book, client->id,
                                           !cli_arguments_has (arguments, "--back"), NULL, error))
    return CLI_EXIT_NOTHING;

  return answer_again (session, client->id, error);
}

static CliExit
run_erase (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient)
    client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);

  if (!client || !relance_clients_erase (session->book, client->id, error))
    return CLI_EXIT_NOTHING;

  return answer_again (session, client->id, error);
}

static const CliOption archive_options[] = {
  { "--back", NULL, FALSE, N_ ("Bring the client back to the list") },
  { NULL },
};

static const CliOption list_options[] = {
  { "--search", "T", FALSE, N_ ("Only clients with this text in their name or address") },
  { "--limit", "N", FALSE, N_ ("No more than this many") },
  { NULL },
};

const CliCommand cli_client_commands[] = {
  { "client list", "[--search T] [--limit N]", N_ ("List the clients and what they owe"),
    list_options, 0, 0, CLI_BOOK_NONE, FALSE, run_list },
  { "client show", "CLIENT", N_ ("Show a client, by id or exact name"), NULL, 1, 1, CLI_BOOK_READ,
    FALSE, run_show },
  { "client add", "NAME [KEY=VALUE…]", N_ ("Add a client; the keys are those of “client show”"),
    NULL, 1, -1, CLI_BOOK_NONE, FALSE, run_add },
  { "client set", "CLIENT KEY=VALUE…", N_ ("Change a client; the keys are those of “client show”"),
    NULL, 2, -1, CLI_BOOK_NONE, FALSE, run_set },
  { "client merge", "CLIENT INTO", N_ ("Make one client of two: INTO gets all that CLIENT has"),
    NULL, 2, 2, CLI_BOOK_CHANGE, FALSE, run_merge },
  { "client archive", "CLIENT [--back]", N_ ("Take a client who owes nothing out of the list"),
    archive_options, 1, 1, CLI_BOOK_CHANGE, FALSE, run_archive },
  { "client erase", "CLIENT",
    N_ ("Erase what is personal about a client, for good; invoices and payments stay"), NULL, 1, 1,
    CLI_BOOK_CHANGE, FALSE, run_erase },
  { NULL },
};
