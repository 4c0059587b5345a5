/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-clients.h"
#include "relance-wording.h"

static void
write_json_totals (JsonBuilder *json, GArray *totals)
{
  cli_json_array (json, "currencies");
  for (guint i = 0; totals && i < totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (totals, RelanceClientTotal, i);

      json_builder_begin_object (json);
      cli_json_text (json, "currency", total->currency);
      cli_json_int (json, "owed", total->owed);
      cli_json_int (json, "overdue", total->overdue);
      cli_json_int (json, "credit", total->credit);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json (JsonBuilder *json, RelanceClient *client)
{
  json_builder_begin_object (json);
  cli_json_int (json, "id", client->id);
  cli_json_text (json, "name", client->name);
  cli_json_nick (json, "kind", RELANCE_TYPE_KIND, client->kind);
  cli_json_nick (json, "tone", RELANCE_TYPE_TONE, client->tone);
  cli_json_nick (json, "address", RELANCE_TYPE_ADDRESS, client->address);
  cli_json_nick (json, "language", RELANCE_TYPE_LANGUAGE, client->language);
  cli_json_nick (json, "title", RELANCE_TYPE_TITLE, client->title);
  cli_json_text (json, "first_name", client->first_name);
  cli_json_text (json, "last_name", client->last_name);
  cli_json_text (json, "email", client->email);
  cli_json_text (json, "phone", client->phone);
  write_json_totals (json, client->totals);
  json_builder_end_object (json);
}

/* "1 234,50 €", or two such amounts where a client owes in two currencies. */
static char *
dup_totals (GArray *totals, gboolean overdue)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; totals && i < totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (totals, RelanceClientTotal, i);
      gint64 minor = overdue ? total->overdue : total->owed;
      g_autofree char *money = cli_dup_money (minor, total->currency);

      if (minor != 0)
        g_string_append_printf (text, "%s%s", text->len ? " + " : "", money);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_text (GString *text, RelanceClient *client)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, client->id);
  g_autofree char *owed = dup_totals (client->totals, FALSE);
  g_autofree char *overdue = dup_totals (client->totals, TRUE);
  g_autofree char *person = relance_client_dup_person_name (client);

  cli_fact (table, C_ ("client", "Client"), client->name);
  cli_fact (table, C_ ("client", "Person"), person);
  cli_fact (table, C_ ("client", "Email"), client->email);
  cli_fact (table, C_ ("client", "Phone"), client->phone);
  cli_fact (table, C_ ("client", "Kind"), relance_wording_kind (client->kind));
  cli_fact (table, C_ ("client", "Tone"), relance_wording_tone (client->tone));
  cli_fact (table, C_ ("client", "Address"), relance_wording_address (client->address));
  cli_fact (table, C_ ("client", "Language"), relance_wording_language (client->language));
  cli_fact (table, C_ ("client", "Owes"), owed);
  cli_fact (table, C_ ("client", "Late"), overdue);
  cli_fact (table, C_ ("client", "Id"), id);
  cli_table_write (table, text);
}

static CliExit
answer (CliSession *session, RelanceClient *client)
{
  if (session->json)
    write_json (session->json, client);
  else
    write_text (session->text, client);
  return CLI_EXIT_DONE;
}

static void
write_json_list (JsonBuilder *json, GPtrArray *clients)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < clients->len; i++)
    write_json (json, g_ptr_array_index (clients, i));
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
      cli_table_take (table, dup_totals (client->totals, FALSE));
      cli_table_take (table, dup_totals (client->totals, TRUE));
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
static const char *const keys[] = {
  "name",       "kind",      "tone",  "address", "language", "title",
  "first_name", "last_name", "email", "phone",   NULL,
};

static gboolean
is_client_key (const char *key)
{
  return g_strv_contains (keys, key);
}
static gboolean
set_pairs (RelanceClient *client, const CliArguments *arguments, GError **error)
{
  for (int i = 1; i < cli_arguments_get_n (arguments); i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (!cli_split_pair (cli_arguments_get_name (arguments, i), &key, &value, error))
        return FALSE;
      if (!relance_clients_set (client, key, value, error))
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
  if (!client || !set_pairs (client, arguments, error))
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
  if (!client || !set_pairs (client, arguments, error))
    return CLI_EXIT_NOTHING;
  return save (session, client, error);
}

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
  { "client add", "NAME [KEY=VALUE…]",
    N_ ("Add a client: kind tone address language title first_name last_name email phone"), NULL, 1,
    -1, CLI_BOOK_NONE, FALSE, run_add },
  { "client set", "CLIENT KEY=VALUE…",
    N_ ("Change a client: name kind tone address language title first_name last_name email phone"),
    NULL, 2, -1, CLI_BOOK_NONE, FALSE, run_set },
  { NULL },
};
