/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <string.h>

static const CliCommand *const tables[] = {
  cli_business_commands,   cli_import_commands,      cli_client_commands,
  cli_contact_commands,    cli_invoice_commands,     cli_invoice_fate_commands,
  cli_instalment_commands, cli_document_commands,    cli_payment_commands,
  cli_credit_commands,     cli_dashboard_commands,   cli_forecast_commands,
  cli_due_commands,        cli_reminder_commands,    cli_reminder_settings_commands,
  cli_account_commands,    cli_sender_commands,      cli_outbox_commands,
  cli_message_commands,    cli_check_commands,       cli_backup_commands,
  cli_export_commands,     cli_fees_commands,        cli_guard_commands,
  cli_letters_commands,    cli_own_letters_commands, cli_plans_commands,
  cli_exchange_commands,
};

/* In the contract, for later: these say so and never pretend. */
static const char *const coming[] = {
  "calendar", "call", "dispute", "dossier", "message preview", "pause", "plan", "promise", "terms",
};

/* How many of @words are the command's name; 0 when it is another one. */
static int
match_name (const char *name, char **words)
{
  g_auto (GStrv) parts = g_strsplit (name, " ", -1);
  int n = (int) g_strv_length (parts);

  for (int i = 0; i < n; i++)
    if (!words[i] || strcmp (words[i], parts[i]) != 0)
      return 0;
  return n;
}

static gboolean
is_coming (char **words)
{
  for (guint i = 0; i < G_N_ELEMENTS (coming); i++)
    if (match_name (coming[i], words) > 0)
      return TRUE;
  return FALSE;
}

/* What follows @group in the command's name; NULL when it is of another group, or of none. */
static const char *
get_second_word (const CliCommand *command, const char *group)
{
  size_t length = strlen (group);

  if (strncmp (command->name, group, length) != 0 || command->name[length] != ' ')
    return NULL;
  return command->name + length + 1;
}

/* The second words that may follow @group; NULL when nothing does. */
static char *
list_second_words (const char *group)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const CliCommand *command = tables[i]; command->name; command++)
      {
        const char *word = get_second_word (command, group);

        if (word)
          g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", word);
      }
  return list->len > 0 ? g_string_free_and_steal (g_steal_pointer (&list)) : NULL;
}

static void
set_unfinished (char **words, const char *second_words, GError **error)
{
  if (words[1] && words[1][0] != '-' && g_utf8_validate (words[1], -1, NULL))
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 /* Translators: %1$s and %2$s are what was typed, %3$s a list of words */
                 _ ("There is no command “%1$s %2$s”. After “%1$s” comes one of: %3$s."), words[0],
                 words[1], second_words);
  else
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
                 /* Translators: %1$s is what was typed, %2$s a list of words */
                 _ ("After “%1$s” comes one of: %2$s."), words[0], second_words);
}

static void
set_unknown (char **words, GError **error)
{
  g_autofree char *second_words = words[0] ? list_second_words (words[0]) : NULL;

  if (!words[0])
    g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("No command was given."));
  else if (is_coming (words))
    /* Translators: %s is a command of relance-cli, such as "plan" */
    g_set_error (error, CLI_ERROR, CLI_ERROR_NOT_THERE_YET, _ ("“%s” is not there yet."), words[0]);
  else if (second_words)
    set_unfinished (words, second_words, error);
  else
    /* Translators: %s is what was typed for a command */
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("There is no command “%s”."), words[0]);
}

/**
 * cli_find_command:
 * @words: what was typed, without the global options
 * @n_used: (out): how many words its name took
 *
 * Returns: the command, or %NULL with @error set
 */
const CliCommand *
cli_find_command (char **words, int *n_used, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const CliCommand *command = tables[i]; command->name; command++)
      {
        *n_used = match_name (command->name, words);
        if (*n_used > 0)
          return command;
      }
  set_unknown (words, error);
  return NULL;
}

static void
append_usage (GString *help, const CliCommand *command)
{
  g_string_append_printf (help, "relance-cli %s", command->name);
  if (command->synopsis)
    g_string_append_printf (help, " %s", command->synopsis);
}

/* @command: (nullable): the one whose usage is wanted */
char *
cli_dup_usage (const CliCommand *command)
{
  g_autoptr (GString) usage = g_string_new (NULL);

  if (command)
    append_usage (usage, command);
  else
    g_string_append (usage, "relance-cli [--book FILE] [--today DATE] [--json] COMMAND …");
  return g_string_free (g_steal_pointer (&usage), FALSE);
}

static void
append_option (GString *help, const char *name, const char *value, const char *text)
{
  g_autofree char *left = g_strdup_printf ("%s%s%s", name, value ? " " : "", value ? value : "");

  g_string_append_printf (help, "  %-22s %s\n", left, text);
}

static void
append_global_options (GString *help)
{
  g_string_append_printf (help, "\n%s\n", _ ("Everywhere:"));
  append_option (help, "--book", "FILE", _ ("The book; without it, your own"));
  append_option (help, "--today", "DATE",
                 _ ("Another day, such as 2026-11-24 or 2026-11-24T16:30"));
  append_option (help, "--json", NULL, _ ("Answer one JSON value, for programs"));
  append_option (help, "--help", NULL, _ ("Show this help"));
  append_option (help, "--version", NULL, _ ("Show the version"));
}

static char *
dup_command_help (const CliCommand *command)
{
  g_autoptr (GString) help = g_string_new (NULL);

  append_usage (help, command);
  g_string_append_printf (help, "\n\n%s\n", _ (command->summary));
  if (command->options)
    g_string_append_c (help, '\n');
  for (const CliOption *option = command->options; option && option->name; option++)
    append_option (help, option->name, option->value, _ (option->help));
  append_global_options (help);
  return g_string_free (g_steal_pointer (&help), FALSE);
}

/* The commands whose first word is @group, or all. */
static char *
dup_list_help (const char *group)
{
  g_autofree char *usage = cli_dup_usage (NULL);
  g_autoptr (GString) help = g_string_new (usage);

  g_string_append (help, "\n");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const CliCommand *command = tables[i]; command->name; command++)
      {
        if (group && !get_second_word (command, group))
          continue;
        g_string_append (help, "\n  ");
        append_usage (help, command);
        g_string_append_printf (help, "\n      %s\n", _ (command->summary));
      }
  append_global_options (help);
  return g_string_free (g_steal_pointer (&help), FALSE);
}

/**
 * cli_dup_help:
 * @words: what was typed beside --help
 *
 * Returns: the help of that command, of that group of commands, or of all
 */
char *
cli_dup_help (char **words)
{
  int n_used;
  const CliCommand *command = cli_find_command (words, &n_used, NULL);
  g_autofree char *second_words = words[0] ? list_second_words (words[0]) : NULL;

  if (command)
    return dup_command_help (command);
  return dup_list_help (second_words ? words[0] : NULL);
}
