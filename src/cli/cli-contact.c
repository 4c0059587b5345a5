/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-client-answer.h"
#include "relance-clients.h"

static gboolean
is_contact_key (const char *key)
{
  static const char *const keys[] = { "title", "first_name", "last_name", "role",
                                      "email", "phone",      NULL };

  return g_strv_contains (keys, key);
}

static gboolean
set_pairs (RelanceContact *contact, const CliArguments *arguments, GError **error)
{
  for (int i = 1; i < cli_arguments_get_n (arguments); i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (!cli_split_pair (cli_arguments_get_name (arguments, i), &key, &value, error))
        return FALSE;
      if (!relance_contacts_set (contact, key, value, error))
        return cli_blame_pair (error, key, value);
    }

  return TRUE;
}

/* A contact is answered with all of its client. */
static CliExit
answer (CliSession *session, gint64 client_id, GError **error)
{
  g_autoptr (RelanceClient) client = relance_clients_get (session->book, client_id, error);

  if (!client)
    return CLI_EXIT_NOTHING;
  if (session->json)
    cli_client_write_json (session->json, client, TRUE);
  else
    cli_client_write_text (session->text, client);

  return CLI_EXIT_DONE;
}

static CliExit
save (CliSession *session,
      gint64 client_id,
      const RelanceContact *contact,
      gboolean for_reminders,
      GError **error)
{
  if (relance_contacts_save (session->book, client_id, contact, for_reminders, NULL, error) <= 0)
    return CLI_EXIT_NOTHING;

  return answer (session, client_id, error);
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceContact) contact = relance_contact_new ();
  g_autoptr (RelanceClient) client = NULL;

  if (!cli_arguments_check_pairs (arguments, 1, is_contact_key, error))
    return CLI_EXIT_NOTHING;
  client = relance_clients_find (session->book, cli_arguments_get_name (arguments, 0), error);
  if (!client || !set_pairs (contact, arguments, error))
    return CLI_EXIT_NOTHING;

  return save (session, client->id, contact, cli_arguments_has (arguments, "--reminders"), error);
}

static gint64
read_id (const CliArguments *arguments)
{
  guint64 id = 0;

  g_ascii_string_to_unsigned (cli_arguments_get_name (arguments, 0), 10, 1, G_MAXINT64, &id, NULL);

  return (gint64) id;
}

static const RelanceContact *
find_contact (RelanceClient *client, gint64 id)
{
  for (guint i = 0; i < client->contacts->len; i++)
    if (((RelanceContact *) client->contacts->pdata[i])->id == id)
      return client->contacts->pdata[i];

  return NULL;
}

static CliExit
run_set (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceContact) contact = NULL;
  gint64 id = read_id (arguments);
  gboolean reminders;

  if (!cli_arguments_check_pairs (arguments, 1, is_contact_key, error))
    return CLI_EXIT_NOTHING;
  client = relance_contacts_get_client (session->book, id, error);
  if (!client)
    return CLI_EXIT_NOTHING;
  contact = relance_contact_copy (find_contact (client, id));
  if (!set_pairs (contact, arguments, error))
    return CLI_EXIT_NOTHING;
  reminders = cli_arguments_has (arguments, "--reminders") || client->reminder_contact_id == id;

  return save (session, client->id, contact, reminders, error);
}

static CliExit
run_remove (CliSession *session, const CliArguments *arguments, GError **error)
{
  gint64 id = read_id (arguments);
  g_autoptr (RelanceClient) client = relance_contacts_get_client (session->book, id, error);

  if (!client || !relance_contacts_remove (session->book, id, NULL, error))
    return CLI_EXIT_NOTHING;

  return answer (session, client->id, error);
}

static const CliOption save_options[] = {
  { "--reminders", NULL, FALSE, N_ ("Reminders go to this contact") },
  { NULL },
};

const CliCommand cli_contact_commands[] = {
  { "contact add", "CLIENT KEY=VALUE… [--reminders]",
    N_ ("Add a person at a client: title first_name last_name role email phone"), save_options, 2,
    -1, CLI_BOOK_CHANGE, FALSE, run_add },
  { "contact set", "ID [KEY=VALUE…] [--reminders]", N_ ("Change a contact"), save_options, 1, -1,
    CLI_BOOK_CHANGE, FALSE, run_set },
  { "contact remove", "ID", N_ ("Take a contact out of the book"), NULL, 1, 1, CLI_BOOK_CHANGE,
    FALSE, run_remove },
  { NULL },
};
