/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-reminder-settings.h"

static void
write_json (JsonBuilder *json, const RelanceReminderSettings *settings)
{
  json_builder_begin_object (json);
  cli_json_int (json, "days_between", settings->limits.days_between);
  cli_json_int (json, "month_cap", settings->limits.month_cap);
  cli_json_int (json, "threshold", settings->threshold);
  json_builder_end_object (json);
}

static void
write_text (GString *text, const RelanceReminderSettings *settings)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *days = g_strdup_printf ("%d", settings->limits.days_between);
  g_autofree char *cap = g_strdup_printf ("%u", settings->limits.month_cap);
  g_autofree char *threshold = g_strdup_printf ("%" G_GINT64_FORMAT, settings->threshold);

  cli_fact (table, C_ ("reminders", "Days between two messages, at least"), days);
  cli_fact (table, C_ ("reminders", "Messages in thirty days, at most"), cap);
  cli_fact (table, C_ ("reminders", "Less than this waits"), threshold);
  cli_table_write (table, text);
}

static CliExit
answer (CliSession *session, const RelanceReminderSettings *settings)
{
  if (session->json)
    write_json (session->json, settings);
  else
    write_text (session->text, settings);
  return CLI_EXIT_DONE;
}

static CliExit
run_show (CliSession *session, const CliArguments *arguments, GError **error)
{
  RelanceReminderSettings settings;

  return relance_reminder_settings_load (session->book, &settings, error)
           ? answer (session, &settings)
           : CLI_EXIT_NOTHING;
}

static gboolean
is_key (const char *key)
{
  static const char *const keys[] = { "days_between", "month_cap", "threshold", NULL };

  return g_strv_contains (keys, key);
}

static gboolean
set_pair (RelanceReminderSettings *settings, const char *text, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (!cli_split_pair (text, &key, &value, error))
    return FALSE;

  return relance_reminder_settings_set (settings, key, value, error) ||
         cli_blame_pair (error, key, value);
}

static CliExit
run_set (CliSession *session, const CliArguments *arguments, GError **error)
{
  RelanceReminderSettings settings;

  if (!cli_arguments_check_pairs (arguments, 0, is_key, error) ||
      !cli_session_open_book (session, CLI_BOOK_WRITE, error))
    return CLI_EXIT_NOTHING;
  if (!relance_reminder_settings_load (session->book, &settings, error))
    return CLI_EXIT_NOTHING;
  for (int i = 0; i < cli_arguments_get_n (arguments); i++)
    if (!set_pair (&settings, cli_arguments_get_name (arguments, i), error))
      return CLI_EXIT_NOTHING;
  if (!relance_reminder_settings_save (session->book, &settings, error))
    return CLI_EXIT_NOTHING;
  return answer (session, &settings);
}

const CliCommand cli_reminder_settings_commands[] = {
  { "reminders set", "KEY=VALUE…",
    N_ ("Write less often than by default: days_between month_cap threshold"), NULL, 1, -1,
    CLI_BOOK_NONE, FALSE, run_set },
  { "reminders show", NULL, N_ ("Show how often a client is written to at most"), NULL, 0, 0,
    CLI_BOOK_READ, FALSE, run_show },
  { NULL },
};
