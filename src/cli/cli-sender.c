/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-accounts.h"

static void
write_json (JsonBuilder *json, RelanceSender *sender)
{
  json_builder_begin_object (json);
  cli_json_int (json, "id", sender->id);
  cli_json_text (json, "address", sender->address);
  cli_json_text (json, "name", sender->name);
  cli_json_text (json, "reply_to", sender->reply_to);
  cli_json_text (json, "account", sender->account_id);
  cli_json_nick (json, "voice", RELANCE_TYPE_VOICE, sender->voice);
  json_builder_end_object (json);
}

static void
write_text (GString *text, GPtrArray *senders)
{
  g_autoptr (CliTable) table = cli_table_new (4, "rlll");

  for (guint i = 0; i < senders->len; i++)
    {
      RelanceSender *sender = g_ptr_array_index (senders, i);

      cli_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, sender->id));
      cli_table_add (table, sender->name);
      cli_table_add (table, sender->address);
      cli_table_add (table, sender->voice == RELANCE_VOICE_NEUTRAL ? C_ ("voice", "neutral")
                                                                   : C_ ("voice", "personal"));
    }
  cli_table_write (table, text);
  if (senders->len == 0)
    g_string_append (text, _ ("No sender yet."));
}

static CliExit
answer (CliSession *session, RelanceSender *sender)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, sender);
  if (session->json)
    write_json (session->json, sender);
  else
    write_text (session->text, alone);
  return CLI_EXIT_DONE;
}

static RelanceSender *
find_sender (CliSession *session, const char *reference, GError **error)
{
  g_autoptr (GPtrArray) senders = relance_senders_list (session->book, error);

  for (guint i = 0; senders && i < senders->len; i++)
    {
      RelanceSender *sender = g_ptr_array_index (senders, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sender->id);

      if (g_strcmp0 (id, reference) == 0 || g_ascii_strcasecmp (sender->address, reference) == 0)
        return g_object_ref (sender);
    }
  if (senders)
    /* Translators: %s is what was typed for a sender */
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no sender “%s”."), reference);
  return NULL;
}

/* @reference: an account's id, or its provider where only one account has it */
static char *
find_account_id (CliSession *session, const char *reference, GError **error)
{
  g_autoptr (GPtrArray) accounts = relance_accounts_list (session->book, error);
  const char *found = NULL;
  int n_found = 0;

  for (guint i = 0; accounts && i < accounts->len; i++)
    {
      RelanceAccount *account = g_ptr_array_index (accounts, i);

      if (g_strcmp0 (account->id, reference) == 0)
        return g_strdup (account->id);
      if (g_strcmp0 (account->provider, reference) != 0)
        continue;
      found = account->id;
      n_found++;
    }
  if (n_found == 1)
    return g_strdup (found);
  if (n_found > 1)
    /* Translators: %s is a mail provider */
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_AMBIGUOUS,
                 _ ("Several mail accounts are at %s: give the id. “account list” shows them."),
                 reference);
  else if (accounts)
    /* Translators: %s is what was typed for a mail account */
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no mail account “%s”."), reference);
  return NULL;
}

static RelanceSender *
read_sender (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *name = cli_arguments_get (arguments, "--name");
  const char *account = cli_arguments_get (arguments, "--account");
  g_autoptr (RelanceSender) sender = NULL;
  int voice = RELANCE_VOICE_PERSONAL;

  if (!name)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("A sender needs --name."));
      return NULL;
    }
  if (!cli_arguments_read_nick (arguments, "--voice", RELANCE_TYPE_VOICE, &voice, error) ||
      !cli_session_open_book (session, CLI_BOOK_WRITE, error))
    return NULL;
  sender = relance_sender_new (cli_arguments_get_name (arguments, 0), name);
  sender->voice = voice;
  sender->reply_to = g_strdup (cli_arguments_get (arguments, "--reply-to"));
  if (account)
    sender->account_id = find_account_id (session, account, error);
  return account && !sender->account_id ? NULL : g_steal_pointer (&sender);
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceSender) sender = read_sender (session, arguments, error);
  g_autoptr (RelanceSender) saved = NULL;

  if (!sender || !relance_senders_add (session->book, sender, error))
    return CLI_EXIT_NOTHING;
  saved = find_sender (session, sender->address, error);
  return saved ? answer (session, saved) : CLI_EXIT_NOTHING;
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) senders = relance_senders_list (session->book, error);

  if (!senders)
    return CLI_EXIT_NOTHING;
  if (!session->json)
    {
      write_text (session->text, senders);
      return CLI_EXIT_DONE;
    }
  json_builder_begin_array (session->json);
  for (guint i = 0; i < senders->len; i++)
    write_json (session->json, g_ptr_array_index (senders, i));
  json_builder_end_array (session->json);
  return CLI_EXIT_DONE;
}

static CliExit
run_remove (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *reference = cli_arguments_get_name (arguments, 0);
  g_autoptr (RelanceSender) sender = find_sender (session, reference, error);

  if (!sender || !relance_senders_remove (session->book, reference, error))
    return CLI_EXIT_NOTHING;
  return answer (session, sender);
}

static const CliOption add_options[] = {
  { "--name", "N", FALSE, N_ ("The name that the client reads") },
  { "--account", "ID|PROVIDER", FALSE, N_ ("The mail account it leaves by") },
  { "--reply-to", "R", FALSE, N_ ("Where answers go, if elsewhere") },
  { "--voice", "V", FALSE, N_ ("personal (“I”) or neutral (“we”)") },
  { NULL },
};

const CliCommand cli_sender_commands[] = {
  { "sender add",
    "ADDRESS --name N [--account ID|PROVIDER] [--reply-to R] [--voice personal|neutral]",
    N_ ("Add an identity that reminders leave from"), add_options, 1, 1, CLI_BOOK_NONE, FALSE,
    run_add },
  { "sender list", NULL, N_ ("List the senders"), NULL, 0, 0, CLI_BOOK_READ, FALSE, run_list },
  { "sender remove", "ADDRESS|ID", N_ ("Remove a sender"), NULL, 1, 1, CLI_BOOK_CHANGE, FALSE,
    run_remove },
  { NULL },
};
