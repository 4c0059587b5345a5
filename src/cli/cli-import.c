/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-input.h"
#include "cli-json.h"
#include "cli-text.h"
#include "relance-import.h"
#include "relance-wording.h"

/* The same bound as a file has. */
#define INPUT_MAX (256 * 1024 * 1024)

/* A file that could not be read at all, and why. */
typedef struct
{
  char *file;
  char *reason;
} Refusal;

static void
free_refusal (gpointer data)
{
  Refusal *refusal = data;

  g_free (refusal->file);
  g_free (refusal->reason);
  g_free (refusal);
}

static gboolean
map_columns (RelanceImport *import, const CliArguments *arguments, GError **error)
{
  GPtrArray *pairs = cli_arguments_get_all (arguments, "--map");

  for (guint i = 0; pairs && i < pairs->len; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autofree char *column = NULL;
      g_autofree char *field = NULL;

      if (!cli_split_pair (g_ptr_array_index (pairs, i), &column, &field, error))
        return FALSE;
      if (!relance_import_map (import, column, field, &problem))
        {
          g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE, problem->message);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_file (RelanceImport *import, CliSession *session, const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (file, "-") != 0)
    return relance_import_read (import, session->book, file, session->cancellable, error);
  bytes = cli_read_input (INPUT_MAX, session->cancellable, error);
  return bytes &&
         relance_import_read_bytes (import, session->book, "-", bytes, session->cancellable, error);
}

static gboolean
is_interrupted (CliSession *session)
{
  return g_cancellable_is_cancelled (session->cancellable);
}

/* Reads every file; one that is refused does not keep the others out. */
static gboolean
read_files (RelanceImport *import,
            CliSession *session,
            const CliArguments *arguments,
            GPtrArray *refusals,
            GError **error)
{
  int n = cli_arguments_get_n (arguments);

  for (int i = 0; i < n; i++)
    {
      const char *file = cli_arguments_get_name (arguments, i);
      g_autofree char *name = g_path_get_basename (file);
      g_autoptr (GError) problem = NULL;
      Refusal *refusal;

      if (read_file (import, session, file, &problem))
        continue;
      if (n == 1 || is_interrupted (session))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      refusal = g_new0 (Refusal, 1);
      refusal->file = g_filename_display_name (name);
      refusal->reason = relance_wording_error (problem);
      g_ptr_array_add (refusals, refusal);
    }
  return TRUE;
}

static void
write_json_rejected (JsonBuilder *json, GPtrArray *items, GPtrArray *refusals)
{
  cli_json_array (json, "rejected");
  for (guint i = 0; i < refusals->len; i++)
    {
      const Refusal *refusal = g_ptr_array_index (refusals, i);

      json_builder_begin_object (json);
      cli_json_text (json, "file", refusal->file);
      cli_json_text (json, "line", NULL);
      cli_json_text (json, "reason", refusal->reason);
      json_builder_end_object (json);
    }
  for (guint i = 0; i < items->len; i++)
    {
      RelanceImportItem *item = g_ptr_array_index (items, i);

      json_builder_begin_object (json);
      cli_json_text (json, "file", item->file);
      cli_json_int (json, "line", item->line);
      cli_json_text (json, "reason", item->note);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json (JsonBuilder *json,
            const RelanceImportCounts *counts,
            gboolean dry_run,
            GPtrArray *items,
            GPtrArray *refusals)
{
  json_builder_begin_object (json);
  cli_json_flag (json, "dry_run", dry_run);
  cli_json_int (json, "created", counts->created);
  cli_json_int (json, "updated", counts->updated);
  cli_json_int (json, "unchanged", counts->unchanged);
  cli_json_int (json, "clients_created", counts->clients_created);
  cli_json_int (json, "payments_created", counts->payments_created);
  write_json_rejected (json, items, refusals);
  json_builder_end_object (json);
}

static void
write_text (GString *text,
            RelanceImport *import,
            gboolean dry_run,
            GPtrArray *items,
            GPtrArray *refusals)
{
  g_autofree char *summary = relance_import_dup_summary (import);

  g_string_append_printf (text, "%s\n", summary);
  for (guint i = 0; i < refusals->len; i++)
    {
      const Refusal *refusal = g_ptr_array_index (refusals, i);
      g_autofree char *file = cli_dup_clean (refusal->file);

      /* Translators: a file, then why it is refused */
      g_string_append_printf (text, _ ("%s: %s\n"), file, refusal->reason);
    }
  for (guint i = 0; i < items->len; i++)
    {
      RelanceImportItem *item = g_ptr_array_index (items, i);
      g_autofree char *file = cli_dup_clean (item->file);
      g_autofree char *note = cli_dup_clean (item->note);

      /* Translators: a file, a line number, then why that line is rejected */
      g_string_append_printf (text, _ ("%s, line %d: %s\n"), file, item->line, note);
    }
  if (dry_run)
    g_string_append_printf (text, "%s\n", _ ("This was a rehearsal: nothing was written."));
}

static gboolean
has_changes (const RelanceImportCounts *counts)
{
  return counts->created + counts->updated + counts->clients_created + counts->payments_created > 0;
}

static CliExit
answer (CliSession *session, RelanceImport *import, gboolean dry_run, GPtrArray *refusals)
{
  const RelanceImportCounts *counts = relance_import_get_counts (import);
  g_autoptr (GPtrArray) items = relance_import_get_items (import, RELANCE_IMPORT_REJECTED, -1);

  if (session->json)
    write_json (session->json, counts, dry_run, items, refusals);
  else
    write_text (session->text, import, dry_run, items, refusals);
  return counts->rejected > 0 || refusals->len > 0 ? CLI_EXIT_PARTLY : CLI_EXIT_DONE;
}

static CliExit
run_import (CliSession *session, const CliArguments *arguments, GError **error)
{
  gint64 change = 0;
  gboolean dry_run = cli_arguments_has (arguments, "--dry-run");
  g_autoptr (RelanceImport) import = relance_import_new ();
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (free_refusal);

  if (!map_columns (import, arguments, error) ||
      !cli_session_open_book (session, dry_run ? CLI_BOOK_REHEARSE : CLI_BOOK_WRITE, error) ||
      !read_files (import, session, arguments, refusals, error))
    return CLI_EXIT_NOTHING;
  if ((int) refusals->len == cli_arguments_get_n (arguments))
    {
      const Refusal *first = g_ptr_array_index (refusals, 0);
      /* Translators: a file, then why it is refused */
      g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("No file could be read. %s: %s"),
                   first->file, first->reason);
      return CLI_EXIT_NOTHING;
    }
  session->keep_new_book = !dry_run && has_changes (relance_import_get_counts (import));
  if (session->keep_new_book &&
      !relance_import_apply (import, session->book, session->cancellable, &change, error))
    return CLI_EXIT_NOTHING;
  return answer (session, import, dry_run, refusals);
}

static const CliOption options[] = {
  { "--dry-run", NULL, FALSE, N_ ("Say what would happen, write nothing") },
  { "--map", "COLUMN=FIELD", TRUE, N_ ("What a column holds, where it is not recognised") },
  { NULL },
};

const CliCommand cli_import_commands[] = {
  { "import", "FILE… [--dry-run] [--map COLUMN=FIELD]…",
    N_ ("Take invoices and payments from the files of your invoicing tool; - is standard input"),
    options, 1, -1, CLI_BOOK_NONE, TRUE, run_import },
  { NULL },
};
