/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli-json.h"
#include "cli-text.h"
#include "relance-backups.h"

static gint64
get_size (const char *file)
{
  GStatBuf about;

  return g_stat (file, &about) == 0 ? about.st_size : 0;
}

/* @at: UTC seconds, or 0 where the name does not say; @reason: (nullable) */
static void
write_json_copy (JsonBuilder *json, const char *file, gint64 at, gint64 bytes, const char *reason)
{
  g_autofree char *name = g_filename_display_name (file);

  cli_json_text (json, "file", name);
  if (at != 0)
    cli_json_instant (json, "at", at);
  else
    cli_json_text (json, "at", NULL);
  cli_json_int (json, "bytes", bytes);
  cli_json_text (json, "reason", reason);
}

static void
answer_backup (CliSession *session, const char *file, gint64 at, gint64 bytes, const char *reason)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *clean = cli_dup_clean (name);

  if (!session->json)
    {
      /* Translators: %s is a file */
      g_string_append_printf (session->text, _ ("The book was copied to %s."), clean);
      return;
    }
  json_builder_begin_object (session->json);
  write_json_copy (session->json, file, at, bytes, reason);
  json_builder_end_object (session->json);
}

static CliExit
run_backup (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (RelanceSnapshot) snapshot = NULL;

  if (cli_arguments_get_n (arguments) > 0)
    {
      const char *file = cli_arguments_get_name (arguments, 0);

      if (!relance_backups_save_copy (session->book, file, error))
        return CLI_EXIT_NOTHING;
      answer_backup (session, file, relance_book_get_now (session->book), get_size (file), NULL);
      return CLI_EXIT_DONE;
    }
  snapshot = relance_backups_make (session->book, error);
  if (snapshot == NULL)
    return CLI_EXIT_NOTHING;
  answer_backup (session, snapshot->path, snapshot->at, snapshot->size,
                 relance_backup_reason_get_word (snapshot->reason));
  return CLI_EXIT_DONE;
}

static void
write_json_restored (JsonBuilder *json,
                     const char *file,
                     const RelanceSnapshot *restored,
                     const RelanceSnapshot *replaced)
{
  g_autofree char *kept = replaced != NULL ? g_filename_display_name (replaced->path) : NULL;

  json_builder_begin_object (json);
  write_json_copy (json, file, restored != NULL ? restored->at : 0, get_size (file),
                   restored != NULL ? relance_backup_reason_get_word (restored->reason) : NULL);
  cli_json_text (json, "replaced", kept);
  json_builder_end_object (json);
}

static void
write_text_restored (GString *text, const char *file, const RelanceSnapshot *replaced)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *clean = cli_dup_clean (name);
  g_autofree char *kept = replaced != NULL ? g_filename_display_name (replaced->path) : NULL;
  g_autofree char *clean_kept = kept != NULL ? cli_dup_clean (kept) : NULL;

  /* Translators: %s is a file */
  g_string_append_printf (text, _ ("The book is what %s holds."), clean);
  if (clean_kept != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is a file */
      g_string_append_printf (text, _ ("What it held before is kept in %s."), clean_kept);
    }
}

static CliExit
run_restore (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *file = cli_arguments_get_name (arguments, 0);
  g_autoptr (RelanceSnapshot) restored = relance_snapshot_new (file);
  g_autoptr (RelanceSnapshot) replaced = NULL;

  if (!relance_backups_restore (session->path, file, session->clock, &replaced, error))
    return CLI_EXIT_NOTHING;
  if (session->json)
    write_json_restored (session->json, file, restored, replaced);
  else
    write_text_restored (session->text, file, replaced);
  return CLI_EXIT_DONE;
}

const CliCommand cli_backup_commands[] = {
  { "backup", "[FILE]",
    N_ ("Keep a snapshot of the book beside it, or write a verified copy of it to a file"), NULL, 0,
    1, CLI_BOOK_COPY, TRUE, run_backup },
  { "restore", "FILE",
    N_ ("Put what a snapshot or a copy holds in the place of the book, which is kept"), NULL, 1, 1,
    CLI_BOOK_NONE, TRUE, run_restore },
  { NULL },
};
