/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-import-answer.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-text.h"

/* From so many on, the invoices of a file are not listed: a list of a hundred thousand takes longer
 * than importing them, and "invoice list" has them. */
#define LISTED_MAX 10000

static void
write_json_refusal (JsonBuilder *json, const char *file, int line, const char *reason)
{
  json_builder_begin_object (json);
  cli_json_text (json, "file", file);
  cli_json_code (json, "line", line);
  cli_json_text (json, "reason", reason);
  json_builder_end_object (json);
}

static void
write_json_rejected (JsonBuilder *json, GPtrArray *files, GPtrArray *items)
{
  cli_json_array (json, "rejected");
  for (guint i = 0; i < files->len; i++)
    {
      const RelanceImportFile *file = g_ptr_array_index (files, i);

      if (file->refused)
        write_json_refusal (json, file->name, 0, file->reason);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const RelanceImportItem *item = g_ptr_array_index (items, i);

      write_json_refusal (json, item->file, item->line, item->note);
    }
  json_builder_end_array (json);
}

static void
write_json_invoice (JsonBuilder *json, const RelanceImportItem *item)
{
  json_builder_begin_object (json);
  cli_json_text (json, "number", item->number);
  cli_json_date (json, "issued", item->issued);
  cli_json_date (json, "due", item->due);
  cli_json_text (json, "due_source", item->due_source);
  cli_json_text (json, "currency", item->currency);
  cli_json_int (json, "total", item->stated_total);
  cli_json_int (json, "prepaid", item->prepaid);
  cli_json_int (json, "balance", item->stated_balance);
  cli_json_text (json, "buyer", item->client);
  cli_json_text (json, "buyer_email", item->email);
  cli_json_text (json, "iban", item->iban);
  cli_json_code (json, "type", item->type);
  json_builder_end_object (json);
}

static void
write_json_invoices (JsonBuilder *json, RelanceImport *import, guint index)
{
  g_autoptr (GPtrArray) items = relance_import_get_file_items (import, index);

  cli_json_array (json, "invoices");
  for (guint i = 0; i < items->len; i++)
    write_json_invoice (json, g_ptr_array_index (items, i));
  json_builder_end_array (json);
}

static void
write_json_files (JsonBuilder *json, RelanceImport *import)
{
  GPtrArray *files = relance_import_get_files (import);

  cli_json_array (json, "files");
  for (guint i = 0; i < files->len; i++)
    {
      const RelanceImportFile *file = g_ptr_array_index (files, i);

      json_builder_begin_object (json);
      cli_json_text (json, "file", file->name);
      cli_json_text (json, "recognised", file->recognised);
      cli_json_text (json, "reason", file->reason);
      cli_json_text (json, "case", file->ledger_case);
      cli_json_text (json, "advice", file->advice);
      if (file->n_rows > LISTED_MAX)
        cli_json_text (json, "invoices", NULL);
      else
        write_json_invoices (json, import, i);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json (JsonBuilder *json, RelanceImport *import, gboolean dry_run, GPtrArray *items)
{
  const RelanceImportCounts *counts = relance_import_get_counts (import);

  json_builder_begin_object (json);
  cli_json_flag (json, "dry_run", dry_run);
  cli_json_int (json, "created", counts->created);
  cli_json_int (json, "updated", counts->updated);
  cli_json_int (json, "unchanged", counts->unchanged);
  cli_json_int (json, "kept", counts->kept);
  cli_json_int (json, "clients_created", counts->clients_created);
  cli_json_int (json, "contacts_created", counts->contacts_created);
  cli_json_int (json, "payments_created", counts->payments_created);
  write_json_rejected (json, relance_import_get_files (import), items);
  write_json_files (json, import);
  json_builder_end_object (json);
}

static void
write_text_files (GString *text, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      const RelanceImportFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = cli_dup_clean (file->name);
      const char *remark = file->reason ? file->reason : file->advice;

      if (remark)
        /* Translators: a file, then why it is refused, or what there is to know of it */
        g_string_append_printf (text, _ ("%s: %s\n"), name, remark);
    }
}

static void
write_text (GString *text, RelanceImport *import, gboolean dry_run, GPtrArray *items)
{
  g_autofree char *summary = relance_import_dup_summary (import);

  g_string_append_printf (text, "%s\n", summary);
  write_text_files (text, relance_import_get_files (import));
  for (guint i = 0; i < items->len; i++)
    {
      const RelanceImportItem *item = g_ptr_array_index (items, i);
      g_autofree char *file = cli_dup_clean (item->file);
      g_autofree char *note = cli_dup_clean (item->note);

      /* Translators: a file, a line number, then why that line is rejected */
      g_string_append_printf (text, _ ("%s, line %d: %s\n"), file, item->line, note);
    }
  if (dry_run)
    g_string_append_printf (text, "%s\n", _ ("This was a rehearsal: nothing was written."));
}

/* A file was refused, or there was nothing in it to take. */
static gboolean
lacks_something (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      const RelanceImportFile *file = g_ptr_array_index (files, i);

      if (file->refused || g_strcmp0 (file->ledger_case, "useless") == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * cli_import_answer:
 *
 * Writes what an import did, or would do.
 */
CliExit
cli_import_answer (CliSession *session, RelanceImport *import, gboolean dry_run)
{
  g_autoptr (GPtrArray) items = relance_import_get_items (import, RELANCE_IMPORT_REJECTED, -1);

  if (session->json)
    write_json (session->json, import, dry_run, items);
  else
    write_text (session->text, import, dry_run, items);
  return items->len > 0 || lacks_something (relance_import_get_files (import)) ? CLI_EXIT_PARTLY
                                                                               : CLI_EXIT_DONE;
}

/**
 * cli_import_answer_refusals:
 *
 * Writes, beside the error that ends the command, what became of each file.
 */
void
cli_import_answer_refusals (CliSession *session, RelanceImport *import)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *files = relance_import_get_files (import);

  if (!session->json || files->len == 0)
    return;
  json_builder_begin_object (session->json);
  write_json_rejected (session->json, files, none);
  write_json_files (session->json, import);
  json_builder_end_object (session->json);
  session->has_details = TRUE;
}
