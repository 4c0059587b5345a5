/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-message.h"
#include "cli-text.h"
#include "relance-outbox.h"
#include "relance-wording-message.h"

static void
write_json_sent (JsonBuilder *json, const RelanceSendReport *report)
{
  json_builder_begin_object (json);
  cli_json_int (json, "accepted", report->accepted);
  cli_json_int (json, "waiting", report->waiting);
  cli_json_int (json, "refused", report->refused);
  cli_json_int (json, "unknown", report->unknown);
  cli_json_int (json, "withdrawn", report->withdrawn);
  cli_json_array (json, "messages");
  for (guint i = 0; i < report->messages->len; i++)
    {
      RelanceMessage *message = g_ptr_array_index (report->messages, i);
      g_autofree char *words = relance_wording_message_reason (message);

      json_builder_begin_object (json);
      cli_json_text (json, "id", message->id);
      cli_json_nick (json, "state", RELANCE_TYPE_MESSAGE_STATE, message->state);
      cli_json_text (json, "reason", message->reason);
      cli_json_text (json, "reason_text", words);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
write_text_messages (GString *text, GPtrArray *messages)
{
  g_autoptr (CliTable) table = cli_table_new (5, "lllll");

  for (guint i = 0; i < messages->len; i++)
    {
      RelanceMessage *message = g_ptr_array_index (messages, i);

      cli_table_add (table, message->id);
      cli_table_add (table, relance_wording_message_state (message));
      cli_table_add (table, message->to);
      cli_table_add (table, message->subject);
      cli_table_take (table, relance_wording_message_reason (message));
    }
  cli_table_write (table, text);
}

static void
write_text_sent (GString *text, const RelanceSendReport *report)
{
  if (report->messages->len == 0)
    g_string_append (text, _ ("Nothing may leave now."));
  else
    write_text_messages (text, report->messages);
}

static CliExit
run_send (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceSendReport)
    report = relance_outbox_send (session->book, session->cancellable, error);

  if (!report)
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json_sent (session->json, report);
  else
    write_text_sent (session->text, report);
  return report->waiting + report->refused + report->unknown > 0 ? CLI_EXIT_PARTLY : CLI_EXIT_DONE;
}

static CliExit
run_outbox (CliSession *session, const CliArguments *arguments, GError **error)
{
  gboolean all = cli_arguments_has (arguments, "--all");
  g_autoptr (GPtrArray) messages = relance_outbox_list (session->book, all, error);

  if (!messages)
    return CLI_EXIT_NOTHING;
  if (!session->json)
    {
      if (messages->len == 0)
        g_string_append (session->text,
                         all ? _ ("No message yet.") : _ ("The outbox is empty: all has left."));
      write_text_messages (session->text, messages);
      return CLI_EXIT_DONE;
    }
  json_builder_begin_array (session->json);
  for (guint i = 0; i < messages->len; i++)
    {
      json_builder_begin_object (session->json);
      cli_json_message (session->json, g_ptr_array_index (messages, i));
      json_builder_end_object (session->json);
    }
  json_builder_end_array (session->json);
  return CLI_EXIT_DONE;
}

static const CliOption outbox_options[] = {
  { "--all", NULL, FALSE, N_ ("Also what has left or was withdrawn") },
  { NULL },
};

const CliCommand cli_outbox_commands[] = {
  { "send", NULL, N_ ("Send what may leave now"), NULL, 0, 0, CLI_BOOK_CHANGE, FALSE, run_send },
  { "outbox", "[--all]", N_ ("List what has not left, or all, with the reasons"), outbox_options, 0,
    0, CLI_BOOK_READ, FALSE, run_outbox },
  { NULL },
};
