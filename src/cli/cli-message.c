/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-message.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-command.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-outbox.h"
#include "relance-wording-message.h"

static const struct
{
  const char *word;
  RelanceResolve resolve;
} resolves[] = {
  { "sent", RELANCE_RESOLVE_SENT },
  { "not-sent", RELANCE_RESOLVE_NOT_SENT },
  { "again", RELANCE_RESOLVE_AGAIN },
};

/* An invoice with two instalments is named once. */
static void
write_json_numbers (JsonBuilder *json, GArray *debts)
{
  cli_json_array (json, "invoices");
  for (guint i = 0; debts && i < debts->len; i++)
    {
      const RelanceMessageDebt *debt = &g_array_index (debts, RelanceMessageDebt, i);
      const RelanceMessageDebt *before = i ? debt - 1 : NULL;

      if (!before || before->invoice_id != debt->invoice_id)
        cli_json_item (json, debt->number);
    }
  json_builder_end_array (json);
}

/* What became of @message: members of the object being built. */
void
cli_json_message (JsonBuilder *json, RelanceMessage *message)
{
  g_autofree char *words = relance_wording_message_reason (message);

  cli_json_text (json, "id", message->id);
  cli_json_text (json, "client", message->client_name);
  cli_json_int (json, "client_id", message->client_id);
  cli_json_text (json, "to", message->to);
  write_json_numbers (json, message->debts);
  cli_json_text (json, "subject", message->subject);
  cli_json_nick (json, "stage", RELANCE_TYPE_STAGE, message->stage);
  cli_json_nick (json, "state", RELANCE_TYPE_MESSAGE_STATE, message->state);
  cli_json_text (json, "reason", message->reason);
  cli_json_text (json, "reason_text", words);
  cli_json_text (json, "detail", message->detail);
  cli_json_int (json, "tries", message->tries);
  cli_json_instant (json, "approved_at", message->approved_at);
  cli_json_instant (json, "not_before", message->not_before);
  cli_json_text (json, "time_zone", message->time_zone);
  cli_json_instant (json, "next_try_at", message->next_try_at);
  cli_json_instant (json, "done_at", message->done_at);
  cli_json_text (json, "provider", message->provider);
  cli_json_text (json, "provider_reference", message->provider_reference);
}

static void
write_json_attempts (JsonBuilder *json, GPtrArray *attempts)
{
  cli_json_array (json, "attempts");
  for (guint i = 0; i < attempts->len; i++)
    {
      const RelanceAttempt *attempt = g_ptr_array_index (attempts, i);

      json_builder_begin_object (json);
      cli_json_instant (json, "started_at", attempt->started_at);
      cli_json_instant (json, "finished_at", attempt->finished_at);
      cli_json_text (json, "purpose", attempt->purpose);
      cli_json_text (json, "phase", attempt->phase);
      json_builder_set_member_name (json, "http_status");
      if (attempt->http_status > 0)
        json_builder_add_int_value (json, attempt->http_status);
      else
        json_builder_add_null_value (json);
      cli_json_text (json, "outcome", attempt->outcome);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json (JsonBuilder *json, RelanceMessage *message, GPtrArray *attempts)
{
  json_builder_begin_object (json);
  cli_json_message (json, message);
  cli_json_text (json, "from", message->from);
  cli_json_text (json, "reply_to", message->reply_to);
  cli_json_text (json, "message_id", message->message_id);
  cli_json_text (json, "text", message->text);
  cli_json_text (json, "html", message->html);
  write_json_attempts (json, attempts);
  json_builder_end_object (json);
}

static void
write_text_attempts (GString *text, GPtrArray *attempts)
{
  g_autoptr (CliTable) table = cli_table_new (3, "lll");

  for (guint i = 0; i < attempts->len; i++)
    {
      const RelanceAttempt *attempt = g_ptr_array_index (attempts, i);

      cli_table_take (table, cli_dup_instant (attempt->started_at));
      cli_table_take (table, attempt->http_status > 0
                               ? g_strdup_printf ("HTTP %d", attempt->http_status)
                               : g_strdup (attempt->phase));
      cli_table_add (table, attempt->outcome);
    }
  if (attempts->len > 0)
    g_string_append_printf (text, "\n%s\n", C_ ("message", "Tries"));
  cli_table_write (table, text);
}

static void
write_text (GString *text, RelanceMessage *message, GPtrArray *attempts)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *reason = relance_wording_message_reason (message);
  g_autofree char *body = cli_dup_clean (message->text);

  cli_fact (table, C_ ("mail", "From"), message->from);
  cli_fact (table, C_ ("mail", "To"), message->to);
  cli_fact (table, C_ ("mail", "Subject"), message->subject);
  cli_fact (table, C_ ("mail", "State"), relance_wording_message_state (message));
  cli_fact (table, C_ ("mail", "Why"), reason);
  cli_fact (table, C_ ("mail", "Reference"), message->provider_reference);
  cli_table_write (table, text);
  g_string_append_printf (text, "\n%s\n", body);
  write_text_attempts (text, attempts);
}

static CliExit
answer (CliSession *session, const char *id, GError **error)
{
  g_autoptr (RelanceMessage) message = relance_outbox_get (session->book, id, error);
  g_autoptr (GPtrArray) attempts = message ? relance_outbox_attempts (session->book, id, error)
                                           : NULL;

  if (!attempts)
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json (session->json, message, attempts);
  else
    write_text (session->text, message, attempts);
  return CLI_EXIT_DONE;
}

static CliExit
run_show (CliSession *session, const CliArguments *arguments, GError **error)
{
  return answer (session, cli_arguments_get_name (arguments, 0), error);
}

static CliExit
run_resolve (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *id = cli_arguments_get_name (arguments, 0);
  const char *word = cli_arguments_get_name (arguments, 1);

  for (guint i = 0; i < G_N_ELEMENTS (resolves); i++)
    {
      if (strcmp (resolves[i].word, word) != 0)
        continue;
      if (!cli_session_open_book (session, CLI_BOOK_CHANGE, error) ||
          !relance_outbox_resolve (session->book, id, resolves[i].resolve, error))
        return CLI_EXIT_NOTHING;
      return answer (session, id, error);
    }
  g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                       _ ("Say what became of the message: sent, not-sent or again."));
  return CLI_EXIT_USAGE;
}

const CliCommand cli_message_commands[] = {
  { "message show", "ID", N_ ("Show a message, its text and every try"), NULL, 1, 1, CLI_BOOK_READ,
    FALSE, run_show },
  { "message resolve", "ID sent|not-sent|again",
    N_ ("Say what became of a message whose answer was lost"), NULL, 2, 2, CLI_BOOK_NONE, FALSE,
    run_resolve },
  { NULL },
};
