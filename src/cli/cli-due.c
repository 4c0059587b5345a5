/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-due-days.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-plans.h"
#include "relance-reminder-outlook.h"
#include "relance-reminders.h"
#include "relance-wording.h"

static void
write_json_step (JsonBuilder *json, const RelanceStep *step)
{
  if (step->stage == 0)
    {
      cli_json_text (json, "step", NULL);
      return;
    }
  cli_json_object (json, "step");
  cli_json_nick (json, "stage", RELANCE_TYPE_STAGE, step->stage);
  cli_json_int (json, "days", step->days);
  cli_json_nick (json, "after", RELANCE_TYPE_ANCHOR, step->anchor);
  json_builder_end_object (json);
}

static void
write_json_due (JsonBuilder *json, RelanceDue *due)
{
  json_builder_begin_object (json);
  cli_json_text (json, "client", due->client->name);
  cli_json_int (json, "client_id", due->client->id);
  cli_json_array (json, "invoices");
  for (guint i = 0; i < due->invoices->len; i++)
    {
      RelanceInvoice *invoice = g_ptr_array_index (due->invoices, i);
      cli_json_item (json, invoice->number);
    }
  json_builder_end_array (json);
  cli_json_nick (json, "stage", RELANCE_TYPE_STAGE, due->stage);
  cli_json_nick (json, "tone", RELANCE_TYPE_TONE, due->client->tone);
  cli_json_nick (json, "address", RELANCE_TYPE_ADDRESS, due->client->address);
  cli_json_nick (json, "language", RELANCE_TYPE_LANGUAGE, due->client->language);
  cli_json_text (json, "channel", "mail");
  cli_json_text (json, "why", due->why);
  cli_json_text (json, "blocked", due->blocked);
  cli_json_text (json, "plan", relance_plans_get_word_of (due->client));
  write_json_step (json, &due->step);
  cli_json_nick (json, "situation", RELANCE_TYPE_SITUATION, due->situation);
  cli_json_text (json, "situation_why", due->situation_why);
  cli_json_instant (json, "last_contact", due->last_contact);
  cli_json_nick (json, "last_stage", RELANCE_TYPE_STAGE, due->last_stage);
  cli_json_nick (json, "last_channel", RELANCE_TYPE_CHANNEL, due->last_channel);
  json_builder_end_object (json);
}

static void
write_text_due (GString *text, GPtrArray *dues)
{
  g_autoptr (CliTable) table = cli_table_new (4, "llll");

  if (dues->len == 0)
    {
      g_string_append (text, _ ("Nobody to remind: nothing is late."));
      return;
    }
  for (guint i = 0; i < dues->len; i++)
    {
      RelanceDue *due = g_ptr_array_index (dues, i);

      cli_table_add (table, due->client->name);
      cli_table_add (table, relance_wording_stage (due->stage));
      cli_table_add (table, due->why);
      cli_table_add (table, due->blocked);
    }
  cli_table_write (table, text);
}

static CliExit
list_due (CliSession *session, GError **error)
{
  g_autoptr (GPtrArray) dues = relance_reminders_due (session->book, error);

  if (!dues)
    return CLI_EXIT_NOTHING;
  if (!session->json)
    {
      write_text_due (session->text, dues);
      return CLI_EXIT_DONE;
    }
  json_builder_begin_array (session->json);
  for (guint i = 0; i < dues->len; i++)
    write_json_due (session->json, g_ptr_array_index (dues, i));
  json_builder_end_array (session->json);
  return CLI_EXIT_DONE;
}

static CliExit
list_days (CliSession *session, int n_days, GError **error)
{
  g_autoptr (GPtrArray)
    letters = relance_reminder_outlook_load (session->book, (guint) n_days, error);

  if (!letters)
    return CLI_EXIT_NOTHING;
  if (session->json)
    json_builder_begin_object (session->json);
  cli_due_days_write (session, letters, n_days);
  if (session->json)
    json_builder_end_object (session->json);
  return CLI_EXIT_DONE;
}

static CliExit
run_due (CliSession *session, const CliArguments *arguments, GError **error)
{
  int n_days = 0;

  if (!cli_arguments_read_int (arguments, "--days", 1, RELANCE_REMINDER_OUTLOOK_MAX, &n_days,
                               error) ||
      !cli_session_open_book (session, CLI_BOOK_READ, error))
    return CLI_EXIT_USAGE;
  return n_days > 0 ? list_days (session, n_days, error) : list_due (session, error);
}

static const CliOption options[] = {
  { "--days", "N", FALSE,
    N_ ("What would leave in the next N days, today included, if nothing were paid") },
  { NULL },
};

const CliCommand cli_due_commands[] = {
  { "due", "[--days N]", N_ ("List the clients to remind, most useful first"), options, 0, 0,
    CLI_BOOK_NONE, FALSE, run_due },
  { NULL },
};
