/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-reminder.h"

#include <glib/gi18n.h>

#include "cli-command.h"
#include "cli-draft-output.h"
#include "cli-invoice.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-clients.h"
#include "relance-invoices.h"
#include "relance-outbox.h"
#include "relance-wording-message.h"
#include "relance-wording.h"

/* More than anybody writes of one letter. */
#define MAX_VARIANT 99

/**
 * cli_reminder_check_whom:
 *
 * Returns: whether --client or --invoice was given, and not both
 */
gboolean
cli_reminder_check_whom (const CliArguments *arguments, GError **error)
{
  if (cli_arguments_has (arguments, "--client") != cli_arguments_has (arguments, "--invoice"))
    return TRUE;
  g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("Give either --client or --invoice."));
  return FALSE;
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* An invoice that is named twice is named once. */
static gboolean
read_several (CliSession *session, GPtrArray *references, GArray *ids, GError **error)
{
  for (guint i = 0; i < references->len; i++)
    {
      g_autoptr (RelanceInvoice)
        invoice = relance_invoices_find (session->book, references->pdata[i], error);

      if (!invoice)
        return FALSE;
      if (!holds (ids, invoice->id))
        g_array_append_val (ids, invoice->id);
    }
  return TRUE;
}

/**
 * cli_reminder_read_whom:
 * @request: gets the client, the invoice or the invoices that --client or --invoice names; @only is
 *   then the caller's
 */
gboolean
cli_reminder_read_whom (CliSession *session,
                        const CliArguments *arguments,
                        RelanceDraftRequest *request,
                        GError **error)
{
  const char *client_name = cli_arguments_get (arguments, "--client");
  GPtrArray *references = cli_arguments_get_all (arguments, "--invoice");
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceInvoice) invoice = NULL;
  if (client_name)
    {
      client = relance_clients_find (session->book, client_name, error);
      request->client_id = client ? client->id : 0;
      return client != NULL;
    }
  if (references->len > 1)
    {
      request->only = g_array_new (FALSE, FALSE, sizeof (gint64));
      return read_several (session, references, request->only, error);
    }

  invoice = relance_invoices_find (session->book, references->pdata[0], error);
  request->client_id = invoice ? invoice->client_id : 0;
  request->invoice_id = invoice ? invoice->id : 0;
  return invoice != NULL;
}

static RelanceDraft *
draw_up (CliSession *session, const CliArguments *arguments, CliBookUse use, GError **error)
{
  RelanceDraftRequest request = { 0 };
  g_autoptr (GArray) only = NULL;
  gboolean named;
  int stage = 0, tone = 0, address = 0, language = 0, voice = 0, variant = 0;

  if (!cli_arguments_read_nick (arguments, "--stage", RELANCE_TYPE_STAGE, &stage, error) ||
      !cli_arguments_read_nick (arguments, "--tone", RELANCE_TYPE_TONE, &tone, error) ||
      !cli_arguments_read_nick (arguments, "--address", RELANCE_TYPE_ADDRESS, &address, error) ||
      !cli_arguments_read_nick (arguments, "--language", RELANCE_TYPE_LANGUAGE, &language, error) ||
      !cli_arguments_read_nick (arguments, "--voice", RELANCE_TYPE_VOICE, &voice, error) ||
      !cli_arguments_read_int (arguments, "--variant", 1, MAX_VARIANT, &variant, error) ||
      !cli_reminder_check_whom (arguments, error) || !cli_session_open_book (session, use, error))
    return NULL;

  named = cli_reminder_read_whom (session, arguments, &request, error);
  only = request.only;
  if (!named)
    return NULL;
  request.stage = stage;
  request.tone = tone;
  request.address = address;
  request.language = language;
  request.voice = voice;
  request.variant = (guint) variant;
  return relance_reminders_draft (session->book, &request, error);
}

static void
write_json_notes (JsonBuilder *json, const char *key, GPtrArray *notes)
{
  cli_json_array (json, key);
  for (guint i = 0; i < notes->len; i++)
    {
      const RelanceGuardNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (json);
      cli_json_text (json, "kind", note->kind);
      cli_json_text (json, "text", note->text);
      cli_json_text (json, "quote", note->quote);
      cli_json_text (json, "suggestion", note->suggestion);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json_checks (JsonBuilder *json, GPtrArray *checks)
{
  cli_json_array (json, "checks");
  for (guint i = 0; i < checks->len; i++)
    {
      const RelanceGuardNote *check = g_ptr_array_index (checks, i);

      json_builder_begin_object (json);
      cli_json_text (json, "kind", check->kind);
      cli_json_text (json, "text", check->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* An invoice with two instalments is named once. */
static GPtrArray *
list_numbers (const RelanceDraft *draft)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < draft->debts->len; i++)
    {
      char *number = g_array_index (draft->debts, RelanceMessageDebt, i).number;

      if (!g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL))
        g_ptr_array_add (numbers, number);
    }
  return numbers;
}

static void
write_json_numbers (JsonBuilder *json, const RelanceDraft *draft)
{
  g_autoptr (GPtrArray) numbers = list_numbers (draft);

  cli_json_array (json, "invoices");
  for (guint i = 0; i < numbers->len; i++)
    cli_json_item (json, g_ptr_array_index (numbers, i));
  json_builder_end_array (json);
}

static void
write_json_draft (JsonBuilder *json, const RelanceDraft *draft)
{
  g_autofree char *html = relance_draft_to_html (draft);

  json_builder_begin_object (json);
  cli_json_text (json, "client", draft->client_name);
  cli_json_int (json, "client_id", draft->client_id);
  cli_json_text (json, "from", draft->from);
  cli_json_text (json, "from_name", draft->from_name);
  cli_json_text (json, "to", draft->to);
  cli_json_text (json, "to_name", draft->to_name);
  cli_json_text (json, "reply_to", draft->reply_to);
  cli_json_text (json, "subject", draft->subject);
  cli_json_text (json, "sms", draft->sms);
  cli_json_text (json, "text", draft->text);
  cli_json_text (json, "html", html);
  cli_json_nick (json, "stage", RELANCE_TYPE_STAGE, draft->stage);
  cli_json_nick (json, "tone", RELANCE_TYPE_TONE, draft->tone);
  cli_json_nick (json, "address", RELANCE_TYPE_ADDRESS, draft->address);
  cli_json_nick (json, "language", RELANCE_TYPE_LANGUAGE, draft->language);
  cli_json_nick (json, "voice", RELANCE_TYPE_VOICE, (int) draft->voice);
  cli_json_int (json, "variant", draft->variant);
  write_json_numbers (json, draft);
  cli_json_documents (json, "attachments", draft->attachments);
  write_json_notes (json, "stops", draft->stops);
  write_json_notes (json, "warnings", draft->warnings);
  write_json_checks (json, draft->checks);
  json_builder_end_object (json);
}

static char *
dup_mailbox (const char *name, const char *address)
{
  if (!address)
    return NULL;
  return name && *name ? g_strdup_printf ("%s <%s>", name, address) : g_strdup (address);
}

static void
write_text_notes (GString *text, const char *title, GPtrArray *notes)
{
  if (notes->len > 0)
    g_string_append_printf (text, "\n%s\n", title);
  for (guint i = 0; i < notes->len; i++)
    {
      const RelanceGuardNote *note = g_ptr_array_index (notes, i);
      g_string_append_printf (text, "- %s\n", note->text);
    }
}

static void
write_text_draft (GString *text, const RelanceDraft *draft)
{
  g_autoptr (CliTable) table = cli_table_new (2, "ll");
  g_autofree char *from = dup_mailbox (draft->from_name, draft->from);
  g_autofree char *to = dup_mailbox (draft->to_name, draft->to);
  g_autofree char *body = cli_dup_clean (draft->text);

  cli_fact (table, C_ ("mail", "From"), from);
  cli_fact (table, C_ ("mail", "To"), to);
  cli_fact (table, C_ ("mail", "Subject"), draft->subject);
  cli_table_write (table, text);
  g_string_append_printf (text, "\n%s\n", body);
  write_text_notes (text, _ ("Look at this first:"), draft->checks);
  write_text_notes (text, _ ("It cannot leave:"), draft->stops);
  write_text_notes (text, _ ("Worth a look:"), draft->warnings);
}

/**
 * cli_reminder_answer:
 *
 * Answers with a draft, whole.
 */
void
cli_reminder_answer (CliSession *session, const RelanceDraft *draft)
{
  if (session->json)
    write_json_draft (session->json, draft);
  else
    write_text_draft (session->text, draft);
}

static CliExit
run_draft (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *path = cli_arguments_get (arguments, "--output");
  g_autoptr (RelanceDraft) draft = NULL;
  CliDraftForm form;

  if (!cli_draft_output_read_form (arguments, &form, error))
    return CLI_EXIT_USAGE;

  draft = draw_up (session, arguments, CLI_BOOK_READ, error);
  if (!draft ||
      (form != CLI_DRAFT_ANSWER && !cli_draft_output_write (session, draft, form, path, error)))
    return CLI_EXIT_NOTHING;

  if (session->json || form == CLI_DRAFT_ANSWER)
    cli_reminder_answer (session, draft);
  return CLI_EXIT_DONE;
}

static void
write_json_approved (JsonBuilder *json, RelanceMessage *message)
{
  json_builder_begin_object (json);
  cli_json_text (json, "id", message->id);
  cli_json_nick (json, "state", RELANCE_TYPE_MESSAGE_STATE, message->state);
  cli_json_instant (json, "not_before", message->not_before);
  cli_json_text (json, "client", message->client_name);
  cli_json_text (json, "to", message->to);
  cli_json_text (json, "subject", message->subject);
  json_builder_end_object (json);
}

/* By the clock of the client too, where it shows something else. */
static char *
dup_moment (RelanceMessage *message)
{
  g_autofree char *here = cli_dup_instant (message->not_before);
  g_autofree char *there = relance_wording_message_there (message, message->not_before);

  return there ? g_strdup_printf (C_ ("moment", "%1$s (%2$s)"), here, there)
               : g_steal_pointer (&here);
}

static void
write_text_approved (GString *text, RelanceMessage *message, gint64 now)
{
  g_autofree char *to = cli_dup_clean (message->to);
  g_autofree char *when = dup_moment (message);

  if (message->not_before > now)
    /* Translators: a mail address, then a date and an hour */
    g_string_append_printf (text, _ ("The reminder to %s is approved. It leaves from %s on.\n"), to,
                            when);
  else
    /* Translators: %s is a mail address; "send" is a command and stays as it is */
    g_string_append_printf (text, _ ("The reminder to %s is approved. “send” lets it leave.\n"),
                            to);
}

static CliExit
run_approve (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceDraft) draft = draw_up (session, arguments, CLI_BOOK_CHANGE, error);
  g_autoptr (RelanceMessage)
    message = draft ? relance_outbox_approve (session->book, draft, 0, error) : NULL;

  if (!message)
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json_approved (session->json, message);
  else
    write_text_approved (session->text, message, relance_book_get_now (session->book));
  return CLI_EXIT_DONE;
}

#define CHOICES                                                                                    \
  { "--client", "C", FALSE, N_ ("For all that this client is late with") },                        \
    { "--invoice", "N", TRUE, N_ ("For this invoice only; several times for several") },           \
    { "--stage", "S", FALSE,                                                                       \
      N_ ("A stage such as first or formal-notice, or a side letter such as thanks; without it, "  \
          "what the plan says") },                                                                 \
    { "--tone", "T", FALSE, N_ ("formal, friendly or emoji; without it, the client’s") },          \
    { "--address", "A", FALSE, N_ ("vous or tu; without it, the client’s") },                      \
    { "--language", "L", FALSE, N_ ("fr or en; without it, the client’s") },                       \
    { "--voice", "V", FALSE, N_ ("personal or neutral; without it, the sender’s") },               \
  {                                                                                                \
    "--variant", "N", FALSE, N_ ("Which of the ways that letter is written in, from 1")            \
  }

static const CliOption approve_options[] = { CHOICES, { NULL } };

static const CliOption draft_options[] = {
  CHOICES,
  { "--format", "F", FALSE, N_ ("Only the letter itself, as text, html, sms or pdf") },
  { "--output", "FILE", FALSE, N_ ("The file to write it to") },
  { NULL },
};

#define APPROVE_SYNOPSIS                                                                           \
  "--client C | --invoice N… [--stage S] [--tone T] [--address A] [--language L] [--voice V] "     \
  "[--variant N]"
#define DRAFT_SYNOPSIS APPROVE_SYNOPSIS " [--format F] [--output FILE]"

const CliCommand cli_reminder_commands[] = {
  { "draft", DRAFT_SYNOPSIS, N_ ("Draw up a reminder, without keeping it"), draft_options, 0, 0,
    CLI_BOOK_NONE, FALSE, run_draft },
  { "approve", APPROVE_SYNOPSIS, N_ ("Freeze a reminder into the outbox; “send” lets it leave"),
    approve_options, 0, 0, CLI_BOOK_NONE, FALSE, run_approve },
  { NULL },
};
