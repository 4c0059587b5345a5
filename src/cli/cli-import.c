/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli-import-answer.h"
#include "cli-input.h"

/* The same bound as a file has. */
#define INPUT_MAX (512 * 1024 * 1024)

/* Nothing is said of what takes less. */
#define SILENCE (G_USEC_PER_SEC / 2)

/* What is shown of an import on a terminal. */
typedef struct
{
  gint64 started;
  gboolean shown;
} Progress;

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

static void
show_progress_cb (guint done, guint total, gpointer data)
{
  Progress *progress = data;

  if (g_get_monotonic_time () - progress->started < SILENCE)
    return;
  progress->shown = TRUE;
  fputc ('\r', stderr);
  /* Translators: how many files or invoices are done, and how many there are */
  fprintf (stderr, _ ("%u of %u"), done, total);
}

static void
end_progress (const Progress *progress)
{
  if (progress->shown)
    fputc ('\n', stderr);
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

/* A file that is refused is in the report; anything else stops the import. */
static gboolean
is_in_report (const GError *problem, guint n_before, guint n_after)
{
  return n_after > n_before &&
         (g_error_matches (problem, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID) ||
          g_error_matches (problem, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND));
}

/* Reads every file; one that is refused does not keep the others out. */
static gboolean
read_files (RelanceImport *import,
            CliSession *session,
            const CliArguments *arguments,
            GError **error)
{
  GPtrArray *files = relance_import_get_files (import);
  int n = cli_arguments_get_n (arguments);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GError) problem = NULL;
      guint n_before = files->len;

      if (read_file (import, session, cli_arguments_get_name (arguments, i), &problem))
        continue;
      if (n > 1 && is_in_report (problem, n_before, files->len))
        continue;
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_any_was_read (RelanceImport *import, GError **error)
{
  const GPtrArray *files = relance_import_get_files (import);
  const RelanceImportFile *first = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const RelanceImportFile *file = g_ptr_array_index (files, i);

      if (!file->refused)
        return TRUE;
      if (!first)
        first = file;
    }
  if (first)
    /* Translators: a file, then why it is refused */
    g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("No file could be read. %s: %s"),
                 first->name, first->reason);
  return FALSE;
}

static gboolean
has_changes (const RelanceImportCounts *counts)
{
  return counts->created + counts->updated + counts->kept + counts->clients_created +
           counts->contacts_created + counts->payments_created >
         0;
}

static gboolean
read_and_apply (RelanceImport *import,
                CliSession *session,
                const CliArguments *arguments,
                gboolean dry_run,
                GError **error)
{
  gint64 change = 0;

  if (!read_files (import, session, arguments, error) || !check_any_was_read (import, error))
    return FALSE;
  session->keep_new_book = !dry_run && has_changes (relance_import_get_counts (import));
  return !session->keep_new_book ||
         relance_import_apply (import, session->book, session->cancellable, &change, error);
}

static CliExit
run_import (CliSession *session, const CliArguments *arguments, GError **error)
{
  gboolean dry_run = cli_arguments_has (arguments, "--dry-run"), done;
  g_autoptr (RelanceImport) import = relance_import_new ();
  Progress progress = { .started = g_get_monotonic_time () };

  if (!map_columns (import, arguments, error) ||
      !cli_session_open_book (session, dry_run ? CLI_BOOK_REHEARSE : CLI_BOOK_WRITE, error))
    return CLI_EXIT_NOTHING;
  if (isatty (STDERR_FILENO))
    relance_import_set_progress (import, show_progress_cb, &progress);
  done = read_and_apply (import, session, arguments, dry_run, error);
  end_progress (&progress);
  if (done)
    return cli_import_answer (session, import, dry_run);
  cli_import_answer_refusals (session, import);
  return CLI_EXIT_NOTHING;
}

static const CliOption options[] = {
  { "--dry-run", NULL, FALSE, N_ ("Say what would happen, write nothing") },
  { "--map", "COLUMN=FIELD", TRUE, N_ ("What a column holds, where it is not recognised") },
  { NULL },
};

const CliCommand cli_import_commands[] = {
  { "import", "FILE… [--dry-run] [--map COLUMN=FIELD]…",
    N_ ("Take invoices, payments and contacts from files and folders of any kind: e-invoices, PDF, "
        "CSV, accounting exports, vCards; - is standard input"),
    options, 1, -1, CLI_BOOK_NONE, TRUE, run_import },
  { NULL },
};
