/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-json.h"
#include "cli-letter-file.h"
#include "cli-letters.h"
#include "cli-reminder.h"
#include "cli-text.h"
#include "relance-letter-notes.h"
#include "relance-own-letters.h"
#include "relance-wording.h"

/* The members of an object. */
void
cli_letters_write_json (JsonBuilder *json, const RelanceLetterEntry *entry)
{
  cli_json_text (json, "name", entry->name);
  cli_json_nick (json, "language", RELANCE_TYPE_LANGUAGE, (int) entry->language);
  cli_json_nick (json, "stage", RELANCE_TYPE_STAGE, (int) entry->stage);
  cli_json_nick (json, "tone", RELANCE_TYPE_TONE, (int) entry->tone);
  cli_json_nick (json, "address", RELANCE_TYPE_ADDRESS,
                 entry->language == RELANCE_LANGUAGE_FR ? (int) entry->address : 0);
  cli_json_int (json, "variant", entry->variant);
  cli_json_flag (json, "own", entry->own != NULL);
  cli_json_text (json, "problem", entry->problem);
}

static void
write_json_list (JsonBuilder *json, GPtrArray *entries)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < entries->len; i++)
    {
      json_builder_begin_object (json);
      cli_letters_write_json (json, g_ptr_array_index (entries, i));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static const char *
describe_own (const RelanceLetterEntry *entry)
{
  if (entry->problem != NULL)
    return _ ("your own, not usable");

  /* Translators: a letter that the user wrote in place of the one of the program. */
  return entry->own != NULL ? _ ("your own") : "";
}

static void
write_text_list (GString *text, GPtrArray *entries)
{
  g_autoptr (CliTable) table = cli_table_new (4, "llll");

  for (guint i = 0; i < entries->len; i++)
    {
      const RelanceLetterEntry *entry = g_ptr_array_index (entries, i);

      cli_table_add (table, entry->name);
      cli_table_add (table, relance_wording_stage (entry->stage));
      cli_table_add (table, relance_wording_tone (entry->tone));
      cli_table_add (table, describe_own (entry));
    }
  cli_table_write (table, text);
}

/* The letters of the program are there without a book, and a question makes none. */
static gboolean
open_any_book (CliSession *session, GError **error)
{
  return !g_file_test (session->path, G_FILE_TEST_EXISTS) ||
         cli_session_open_book (session, CLI_BOOK_READ, error) != NULL;
}

static CliExit
run_list (CliSession *session, const CliArguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (!open_any_book (session, error))
    return CLI_EXIT_NOTHING;

  entries = relance_letters_list (session->book, error);
  if (entries == NULL)
    return CLI_EXIT_NOTHING;

  if (session->json != NULL)
    write_json_list (session->json, entries);
  else
    write_text_list (session->text, entries);
  return CLI_EXIT_DONE;
}

static void
answer_template (CliSession *session, const RelanceLetterEntry *entry, const char *template)
{
  if (session->json == NULL)
    {
      g_string_append (session->text, template);
      return;
    }

  json_builder_begin_object (session->json);
  cli_letters_write_json (session->json, entry);
  cli_json_text (session->json, "template", template);
  json_builder_end_object (session->json);
}

static CliExit
show_template (CliSession *session, const char *name, gboolean original, GError **error)
{
  g_autoptr (RelanceLetterEntry) entry = NULL;
  g_autofree char *template = NULL;

  if (!open_any_book (session, error))
    return CLI_EXIT_NOTHING;

  entry = relance_letters_find (session->book, name, error);
  if (entry == NULL)
    return CLI_EXIT_NOTHING;

  template = entry->own != NULL && !original ? g_strdup (entry->own) : relance_letters_load (name);
  answer_template (session, entry, template);
  return CLI_EXIT_DONE;
}

static CliExit
show_filled (CliSession *session,
             const CliArguments *arguments,
             const RelanceLetterEntry *entry,
             GError **error)
{
  RelanceDraftRequest request = {
    .stage = entry->stage,
    .tone = entry->tone,
    .address = entry->address,
    .language = entry->language,
    .variant = entry->variant,
  };
  g_autoptr (RelanceDraft) draft = NULL;

  if (!cli_reminder_check_whom (arguments, error) ||
      !cli_session_open_book (session, CLI_BOOK_READ, error) ||
      !cli_reminder_read_whom (session, arguments, &request, error))
    return CLI_EXIT_NOTHING;

  draft = relance_reminders_draft (session->book, &request, error);
  if (draft == NULL)
    return CLI_EXIT_NOTHING;

  cli_reminder_answer (session, draft);
  return CLI_EXIT_DONE;
}

static CliExit
run_show (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *name = cli_arguments_get_name (arguments, 0);
  gboolean original = cli_arguments_has (arguments, "--original");
  g_autoptr (RelanceLetterEntry) entry = NULL;

  if (!cli_arguments_has (arguments, "--client") && !cli_arguments_has (arguments, "--invoice"))
    return show_template (session, name, original, error);

  if (original)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                           _ ("--original shows a letter as it is written: leave --client and "
                              "--invoice out."));
      return CLI_EXIT_USAGE;
    }

  entry = relance_letters_find (NULL, name, error);
  return entry != NULL ? show_filled (session, arguments, entry, error) : CLI_EXIT_NOTHING;
}

/* The folder that letters of a language stand in, "fr" or "en". */
static RelanceLanguage
guess_language (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (folder);

  return (RelanceLanguage) relance_enum_from_nick (RELANCE_TYPE_LANGUAGE, name);
}

static void
write_json_notes (JsonBuilder *json, GPtrArray *notes)
{
  json_builder_begin_object (json);
  cli_json_flag (json, "ok", notes->len == 0);
  cli_json_array (json, "findings");
  for (guint i = 0; i < notes->len; i++)
    {
      const RelanceLetterNote *note = g_ptr_array_index (notes, i);

      json_builder_begin_object (json);
      cli_json_text (json, "kind", note->kind);
      cli_json_int (json, "line", note->line);
      cli_json_text (json, "part", note->part);
      cli_json_text (json, "name", note->name);
      cli_json_text (json, "text", note->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
write_text_notes (GString *text, GPtrArray *notes)
{
  if (notes->len == 0)
    g_string_append (text, _ ("Nothing is wrong with this letter."));

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *clean =
        cli_dup_clean (((RelanceLetterNote *) g_ptr_array_index (notes, i))->text);

      g_string_append_printf (text, "%s\n", clean);
    }
}

/* Returns: (transfer full): as the book would keep it */
static char *
read_letter (CliSession *session, const char *path, GError **error)
{
  g_autofree char *letter = cli_letter_file_read (session, path, error);

  return letter != NULL ? relance_own_letters_tidy (letter) : NULL;
}

static CliExit
run_check (CliSession *session, const CliArguments *arguments, GError **error)
{
  const char *path = cli_arguments_get_name (arguments, 0);
  g_autofree char *letter = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  int language = 0;

  if (!cli_arguments_read_nick (arguments, "--language", RELANCE_TYPE_LANGUAGE, &language, error))
    return CLI_EXIT_USAGE;

  letter = read_letter (session, path, error);
  if (letter == NULL)
    return CLI_EXIT_NOTHING;

  notes = relance_letters_check (letter, language != 0 ? (RelanceLanguage) language
                                                       : guess_language (path));
  if (session->json != NULL)
    write_json_notes (session->json, notes);
  else
    write_text_notes (session->text, notes);
  return notes->len == 0 ? CLI_EXIT_DONE : CLI_EXIT_PARTLY;
}

static const CliOption show_options[] = {
  { "--client", "C", FALSE, N_ ("Filled with what the book knows of this client") },
  { "--invoice", "N", FALSE, N_ ("Filled with what the book knows of this invoice") },
  { "--original", NULL, FALSE, N_ ("The letter of the program, where there is one of your own") },
  { NULL },
};

static const CliOption check_options[] = {
  { "--language", "L", FALSE, N_ ("The language of the letter: fr or en") },
  { NULL },
};

const CliCommand cli_letters_commands[] = {
  { "letters list", NULL, N_ ("List the letters that can be written"), NULL, 0, 0, CLI_BOOK_NONE,
    FALSE, run_list },
  { "letters show", "NAME [--client C | --invoice N | --original]",
    N_ ("Show a letter as it is written, or filled for a client"), show_options, 1, 1,
    CLI_BOOK_NONE, FALSE, run_show },
  { "letters check", "FILE [--language L]",
    N_ ("Say what is wrong with a letter of your own, and at which line; - is standard input"),
    check_options, 1, 1, CLI_BOOK_NONE, FALSE, run_check },
  { NULL },
};
