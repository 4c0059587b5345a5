/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-letter-file.h"
#include "cli-letters.h"
#include "cli-text.h"
#include "relance-letter-files.h"
#include "relance-own-letters.h"

static CliExit
answer_change (CliSession *session, const char *name, GError **error)
{
  g_autoptr (RelanceLetterEntry) entry = relance_letters_find (session->book, name, error);

  if (entry == NULL)
    return CLI_EXIT_NOTHING;

  if (session->json != NULL)
    {
      json_builder_begin_object (session->json);
      cli_letters_write_json (session->json, entry);
      json_builder_end_object (session->json);
    }
  else if (entry->own != NULL)
    /* Translators: %s is the name of a letter, as “letters list” names them */
    g_string_append_printf (session->text, _ ("The letter “%s” is now your own."), name);
  else
    /* Translators: %s is the name of a letter, as “letters list” names them */
    g_string_append_printf (session->text, _ ("The letter “%s” is now the original."), name);
  return CLI_EXIT_DONE;
}

static CliExit
run_set (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *name = cli_arguments_get_name (arguments, 0);
  g_autofree char *letter = NULL;

  letter = cli_letter_file_read (session, cli_arguments_get_name (arguments, 1), error);
  if (letter == NULL || !relance_own_letters_set (session->book, name, letter, error))
    return CLI_EXIT_NOTHING;

  return answer_change (session, name, error);
}

static CliExit
run_reset (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *name = cli_arguments_get_name (arguments, 0);

  if (!relance_own_letters_reset (session->book, name, error))
    return CLI_EXIT_NOTHING;

  return answer_change (session, name, error);
}

static CliExit
run_export (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autofree char *folder =
    relance_letter_files_export (session->book, cli_arguments_get_name (arguments, 0), error);
  g_autofree char *name = NULL;
  g_autofree char *clean = NULL;

  if (folder == NULL)
    return CLI_EXIT_NOTHING;

  name = g_filename_display_name (folder);
  if (session->json != NULL)
    {
      json_builder_begin_object (session->json);
      cli_json_text (session->json, "folder", name);
      json_builder_end_object (session->json);
      return CLI_EXIT_DONE;
    }

  clean = cli_dup_clean (name);
  /* Translators: %s is a folder */
  g_string_append_printf (session->text, _ ("Your letters are in %s."), clean);
  return CLI_EXIT_DONE;
}

static void
write_json_files (JsonBuilder *json, GPtrArray *files)
{
  json_builder_begin_object (json);
  cli_json_array (json, "imported");
  for (guint i = 0; i < files->len; i++)
    {
      const RelanceLetterFile *file = g_ptr_array_index (files, i);

      if (file->reason == NULL)
        json_builder_add_string_value (json, file->name);
    }
  json_builder_end_array (json);
  cli_json_array (json, "refused");
  for (guint i = 0; i < files->len; i++)
    {
      const RelanceLetterFile *file = g_ptr_array_index (files, i);

      if (file->reason == NULL)
        continue;
      json_builder_begin_object (json);
      cli_json_text (json, "name", file->name);
      cli_json_text (json, "reason", file->reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
write_text_files (GString *text, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      const RelanceLetterFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = cli_dup_clean (file->name);
      g_autofree char *reason = file->reason != NULL ? cli_dup_clean (file->reason) : NULL;

      if (reason != NULL)
        g_string_append_printf (text, "%s: %s\n", name, reason);
      else
        g_string_append_printf (text, "%s\n", name);
    }
}

static guint
count_refused (GPtrArray *files)
{
  guint count = 0;

  for (guint i = 0; i < files->len; i++)
    count += ((RelanceLetterFile *) g_ptr_array_index (files, i))->reason != NULL;
  return count;
}

static CliExit
run_import (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) files =
    relance_letter_files_import (session->book, cli_arguments_get_name (arguments, 0), error);

  if (files == NULL)
    return CLI_EXIT_NOTHING;

  if (session->json != NULL)
    write_json_files (session->json, files);
  else
    write_text_files (session->text, files);
  return count_refused (files) == 0 ? CLI_EXIT_DONE : CLI_EXIT_PARTLY;
}

const CliCommand cli_own_letters_commands[] = {
  { "letters set", "NAME FILE",
    N_ ("Write a letter of your own in place of the one of that name; - is standard input"), NULL,
    2, 2, CLI_BOOK_WRITE, FALSE, run_set },
  { "letters reset", "NAME", N_ ("Go back to the original of a letter"), NULL, 1, 1,
    CLI_BOOK_CHANGE, FALSE, run_reset },
  { "letters export", "FOLDER",
    N_ ("Write the letters of your own to files, in a new folder that is made in FOLDER"), NULL, 1,
    1, CLI_BOOK_READ, TRUE, run_export },
  { "letters import", "FOLDER",
    N_ ("Take the letters of a folder as your own, as “letters export” writes them"), NULL, 1, 1,
    CLI_BOOK_WRITE, TRUE, run_import },
  { NULL },
};
