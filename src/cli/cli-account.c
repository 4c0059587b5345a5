/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-input.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-accounts.h"

static const struct
{
  const char *name;
  gboolean has_key;
} providers[] = {
  { "brevo", TRUE },
  { "folder", FALSE },
};

static void
write_json (JsonBuilder *json, RelanceAccount *account)
{
  json_builder_begin_object (json);
  cli_json_text (json, "id", account->id);
  cli_json_text (json, "provider", account->provider);
  cli_json_text (json, "base_url", account->base_url);
  cli_json_text (json, "user", account->user);
  cli_json_nick (json, "state", RELANCE_TYPE_ACCOUNT_STATE, account->state);
  cli_json_text (json, "reason", account->reason);
  json_builder_end_object (json);
}

static char *
dup_state (RelanceAccount *account)
{
  switch (account->state)
    {
    case RELANCE_ACCOUNT_READY:
      return g_strdup (C_ ("account", "ready"));
    case RELANCE_ACCOUNT_UNCHECKED:
      return g_strdup (C_ ("account", "not checked yet"));
    case RELANCE_ACCOUNT_ATTENTION:
    default:
      return g_strdup (account->reason ? account->reason : C_ ("account", "needs attention"));
    }
}

static void
write_text (GString *text, GPtrArray *accounts)
{
  g_autoptr (CliTable) table = cli_table_new (4, "llll");

  for (guint i = 0; i < accounts->len; i++)
    {
      RelanceAccount *account = g_ptr_array_index (accounts, i);

      cli_table_add (table, account->id);
      cli_table_add (table, account->provider);
      cli_table_add (table, account->base_url);
      cli_table_take (table, dup_state (account));
    }
  cli_table_write (table, text);
  if (accounts->len == 0)
    g_string_append (text, _ ("No mail account: reminders are written into a folder."));
}

static CliExit
answer (CliSession *session, RelanceAccount *account)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, account);
  if (session->json)
    write_json (session->json, account);
  else
    write_text (session->text, alone);
  return CLI_EXIT_DONE;
}

static RelanceAccount *
find_account (CliSession *session, const char *id, GError **error)
{
  g_autoptr (GPtrArray) accounts = relance_accounts_list (session->book, error);

  for (guint i = 0; accounts && i < accounts->len; i++)
    {
      RelanceAccount *account = g_ptr_array_index (accounts, i);
      if (g_strcmp0 (account->id, id) == 0)
        return g_object_ref (account);
    }
  if (accounts)
    /* Translators: %s is what was typed for the id of a mail account */
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no mail account “%s”."), id);
  return NULL;
}

static gboolean
find_provider (const char *name, gboolean *has_key, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    {
      if (strcmp (providers[i].name, name) == 0)
        {
          *has_key = providers[i].has_key;
          return TRUE;
        }
      g_string_append_printf (list, "%s%s", i ? ", " : "", providers[i].name);
    }
  /* Translators: what was typed for a mail provider, then those there are */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("“%s” is not a mail provider; there are: %s."),
               name, list->str);
  return FALSE;
}

/* The folder's path is the only thing to set for now. */
static gboolean
read_settings (RelanceAccount *account, const CliArguments *arguments, GError **error)
{
  GPtrArray *pairs = cli_arguments_get_all (arguments, "--set");

  for (guint i = 0; pairs && i < pairs->len; i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (!cli_split_pair (g_ptr_array_index (pairs, i), &key, &value, error))
        return FALSE;
      if (strcmp (account->provider, "folder") != 0 || strcmp (key, "path") != 0 || !*value)
        {
          /* Translators: a mail provider, then what was typed */
          g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("%s has nothing to set called “%s”."),
                       account->provider, key);
          return FALSE;
        }
      g_free (account->base_url);
      account->base_url = g_canonicalize_filename (value, NULL);
    }
  return TRUE;
}

static void
replace_text (char **field, const char *value)
{
  if (!value)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

static RelanceAccount *
read_account (const CliArguments *arguments, gboolean *has_key, GError **error)
{
  const char *provider = cli_arguments_get_name (arguments, 0);
  g_autoptr (RelanceAccount) account = NULL;

  if (!find_provider (provider, has_key, error))
    return NULL;
  account = relance_account_new (provider);
  replace_text (&account->base_url, cli_arguments_get (arguments, "--base-url"));
  replace_text (&account->user, cli_arguments_get (arguments, "--user"));
  return read_settings (account, arguments, error) ? g_steal_pointer (&account) : NULL;
}

static CliExit
run_add (CliSession *session, const CliArguments *arguments, GError **error)
{
  gboolean has_key = FALSE;
  gboolean check = !cli_arguments_has (arguments, "--no-check");
  g_autoptr (RelanceAccount) account = read_account (arguments, &has_key, error);
  g_autoptr (RelanceAccount) saved = NULL;
  char *key = NULL;
  gboolean ok;

  if (!account)
    return CLI_EXIT_USAGE;
  key = has_key ? cli_read_key (session->cancellable, error) : NULL;
  if (has_key && !key)
    return CLI_EXIT_NOTHING;
  ok = cli_session_open_book (session, CLI_BOOK_WRITE, error) &&
       relance_accounts_add (session->book, account, key, check, session->cancellable, error);
  cli_forget_key (key);
  saved = ok ? find_account (session, account->id, error) : NULL;
  return saved ? answer (session, saved) : CLI_EXIT_NOTHING;
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) accounts = relance_accounts_list (session->book, error);

  if (!accounts)
    return CLI_EXIT_NOTHING;
  if (!session->json)
    {
      write_text (session->text, accounts);
      return CLI_EXIT_DONE;
    }
  json_builder_begin_array (session->json);
  for (guint i = 0; i < accounts->len; i++)
    write_json (session->json, g_ptr_array_index (accounts, i));
  json_builder_end_array (session->json);
  return CLI_EXIT_DONE;
}

/* A key that is no longer good is an answer, with the account's state and why. */
static CliExit
run_check (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *id = cli_arguments_get_name (arguments, 0);
  g_autoptr (GError) problem = NULL;
  g_autoptr (RelanceAccount) account = NULL;
  gboolean good = relance_accounts_check (session->book, id, session->cancellable, &problem);

  if (!good && !g_error_matches (problem, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_ACCOUNT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return CLI_EXIT_NOTHING;
    }
  account = find_account (session, id, error);
  if (!account)
    return CLI_EXIT_NOTHING;
  if (!good && !account->reason)
    account->reason = g_strdup (problem->message);
  answer (session, account);
  return good ? CLI_EXIT_DONE : CLI_EXIT_PARTLY;
}

static CliExit
run_remove (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *id = cli_arguments_get_name (arguments, 0);
  g_autoptr (RelanceAccount) account = find_account (session, id, error);

  if (!account || !relance_accounts_remove (session->book, id, error))
    return CLI_EXIT_NOTHING;
  return answer (session, account);
}

static const CliOption add_options[] = {
  { "--base-url", "URL", FALSE, N_ ("Where the provider is, if not at its usual place") },
  { "--user", "NAME", FALSE, N_ ("The user’s name, where the provider asks for one") },
  { "--set", "KEY=VALUE", TRUE, N_ ("For folder: path=DIR") },
  { "--no-check", NULL, FALSE, N_ ("Do not ask the provider whether the key is good") },
  { NULL },
};

const CliCommand cli_account_commands[] = {
  { "account add", "PROVIDER [--base-url URL] [--user NAME] [--set KEY=VALUE]… [--no-check]",
    N_ ("Add a way for mail to leave, brevo or folder; the key is read from standard input"),
    add_options, 1, 1, CLI_BOOK_NONE, FALSE, run_add },
  { "account list", NULL, N_ ("List the mail accounts"), NULL, 0, 0, CLI_BOOK_READ, FALSE,
    run_list },
  { "account check", "ID", N_ ("Ask the provider whether the key is still good"), NULL, 1, 1,
    CLI_BOOK_CHANGE, FALSE, run_check },
  { "account remove", "ID", N_ ("Forget a mail account and its key"), NULL, 1, 1, CLI_BOOK_CHANGE,
    FALSE, run_remove },
  { NULL },
};
