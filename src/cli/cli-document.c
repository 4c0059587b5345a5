/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-input.h"
#include "cli-invoice.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-documents.h"
#include "relance-invoices.h"

/* A byte more than may be kept, so that a longer file shows. */
static GBytes *
read_file (CliSession *session, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guint8 *content = NULL;
  gsize size;

  if (strcmp (name, "-") == 0)
    return cli_read_input (RELANCE_DOCUMENT_MAX, session->cancellable, error);
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    {
      /* Translators: %s is what was typed for the name of a file */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                   _ ("“%s” is not a file. Nothing was kept."), name);
      return NULL;
    }
  stream = g_file_read (file, session->cancellable, error);
  content = g_malloc (RELANCE_DOCUMENT_MAX + 1);
  if (!stream ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), content, RELANCE_DOCUMENT_MAX + 1, &size,
                                session->cancellable, error))
    return NULL;
  return g_bytes_new (content, size);
}

static char *
guess_media_type (const char *name, GBytes *content)
{
  gsize size;
  const guchar *data = g_bytes_get_data (content, &size);
  g_autofree char *type = NULL;

  if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return g_strdup ("application/pdf");
  type = g_content_type_guess (name, data, size, NULL);
  return g_content_type_get_mime_type (type);
}

static CliExit
answer (CliSession *session, gint64 invoice_id, GError **error)
{
  g_autoptr (GPtrArray) documents = relance_documents_list (session->book, invoice_id, error);

  if (!documents)
    return CLI_EXIT_NOTHING;
  if (session->json)
    {
      json_builder_begin_object (session->json);
      cli_json_int (session->json, "invoice_id", invoice_id);
      cli_json_documents (session->json, "documents", documents);
      json_builder_end_object (session->json);
    }
  else
    g_string_append (session->text, _ ("The file is kept with the invoice."));
  return CLI_EXIT_DONE;
}

static CliExit
run_attach (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *name = cli_arguments_get_name (arguments, 1);
  g_autoptr (RelanceInvoice)
    invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 0), error);
  g_autoptr (GBytes) content = invoice ? read_file (session, name, error) : NULL;
  g_autofree char *media_type = content ? guess_media_type (name, content) : NULL;

  if (!content || relance_documents_add (session->book, invoice->id, name, media_type, content,
                                         NULL, error) == 0)
    return CLI_EXIT_NOTHING;
  return answer (session, invoice->id, error);
}

static gboolean
read_id (const CliArguments *arguments, const char *sentence, gint64 *id, GError **error)
{
  const char *typed = cli_arguments_get_name (arguments, 0);

  if (g_ascii_string_to_signed (typed, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, sentence, typed);
  return FALSE;
}

static gboolean
read_waiting_id (const CliArguments *arguments, gint64 *id, GError **error)
{
  return read_id (arguments,
                  /* Translators: %s is what was typed */
                  _ ("“%s” is not the id of a document. “document list” tells it."), id, error);
}

static void
answer_id (CliSession *session, gint64 id, const char *sentence)
{
  if (session->json)
    {
      json_builder_begin_object (session->json);
      cli_json_int (session->json, "id", id);
      json_builder_end_object (session->json);
    }
  else
    g_string_append (session->text, sentence);
}

static CliExit
run_detach (CliSession *session, const CliArguments *arguments, GError **error)
{
  gint64 id;

  if (!read_id (arguments,
                /* Translators: %s is what was typed */
                _ ("“%s” is not the id of a document. “invoice show” tells it."), &id, error))
    return CLI_EXIT_USAGE;
  if (!cli_session_open_book (session, CLI_BOOK_CHANGE, error) ||
      !relance_documents_remove (session->book, id, NULL, error))
    return CLI_EXIT_NOTHING;
  answer_id (session, id, _ ("The file is no longer kept with the invoice."));
  return CLI_EXIT_DONE;
}

static void
write_waiting (GString *text, GPtrArray *documents)
{
  if (documents->len == 0)
    g_string_append (text, _ ("No file waits for its invoice."));
  for (guint i = 0; i < documents->len; i++)
    {
      const RelanceDocument *document = documents->pdata[i];
      g_autofree char *name = cli_dup_clean (document->name);
      g_autofree char *size = g_format_size ((guint64) document->size);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "  %s  %s", i > 0 ? "\n" : "",
                              document->id, name, size);
    }
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) documents = relance_documents_list (session->book, 0, error);

  if (!documents)
    return CLI_EXIT_NOTHING;
  if (session->json)
    cli_json_documents (session->json, NULL, documents);
  else
    write_waiting (session->text, documents);
  return CLI_EXIT_DONE;
}

/* What waits, to the invoice that somebody typed. */
static CliExit
run_give (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  gint64 id;

  if (!read_waiting_id (arguments, &id, error))
    return CLI_EXIT_USAGE;
  if (!cli_session_open_book (session, CLI_BOOK_CHANGE, error))
    return CLI_EXIT_NOTHING;
  invoice = relance_invoices_find (session->book, cli_arguments_get_name (arguments, 1), error);
  if (!invoice || !relance_documents_give (session->book, id, invoice->id, NULL, error))
    return CLI_EXIT_NOTHING;
  return answer (session, invoice->id, error);
}

static CliExit
run_save (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *path = cli_arguments_get_name (arguments, 1);
  g_autofree char *name = g_filename_display_name (path);
  gint64 id;

  if (!read_waiting_id (arguments, &id, error))
    return CLI_EXIT_USAGE;
  if (!cli_session_open_book (session, CLI_BOOK_READ, error) ||
      !relance_documents_write (session->book, id, path, session->cancellable, error))
    return CLI_EXIT_NOTHING;
  if (session->json)
    {
      json_builder_begin_object (session->json);
      cli_json_int (session->json, "id", id);
      cli_json_text (session->json, "file", name);
      json_builder_end_object (session->json);
    }
  else
    {
      g_autofree char *clean = cli_dup_clean (name);

      /* Translators: %s is the name of a file */
      g_string_append_printf (session->text, _ ("The file is written to %s."), clean);
    }
  return CLI_EXIT_DONE;
}

const CliCommand cli_document_commands[] = {
  { "invoice attach", "INVOICE FILE", N_ ("Keep a file with an invoice; a PDF goes with reminders"),
    NULL, 2, 2, CLI_BOOK_CHANGE, FALSE, run_attach },
  { "invoice detach", "ID", N_ ("Take a file from its invoice"), NULL, 1, 1, CLI_BOOK_NONE, FALSE,
    run_detach },
  { "document list", NULL, N_ ("What is kept for invoices that are still to be typed"), NULL, 0, 0,
    CLI_BOOK_READ, FALSE, run_list },
  { "document attach", "ID INVOICE", N_ ("Keep with an invoice what waits for one"), NULL, 2, 2,
    CLI_BOOK_NONE, FALSE, run_give },
  { "document save", "ID FILE", N_ ("Write a kept file back to a new file"), NULL, 2, 2,
    CLI_BOOK_NONE, FALSE, run_save },
  { NULL },
};
