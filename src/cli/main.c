/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli-command.h"
#include "cli-json.h"
#include "cli-watch.h"
#include "relance-wording.h"

/* The options that may stand anywhere, and the words that are left. */
typedef struct
{
  char *book;
  char *today;
  gboolean json;
  gboolean help;
  gboolean version;
  GPtrArray *words; /* borrowed, ended by NULL */
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->words, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
read_flag (Request *request, const char *word)
{
  if (strcmp (word, "--json") == 0)
    request->json = TRUE;
  else if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0)
    request->help = TRUE;
  else if (strcmp (word, "--version") == 0)
    request->version = TRUE;
  else
    return FALSE;
  return TRUE;
}

/* Takes "NAME VALUE" or "NAME=VALUE" at *@word; FALSE when it is another word. */
static gboolean
read_value (char ***word, const char *name, char **value, GError **error)
{
  size_t length = strlen (name);

  if (strncmp (**word, name, length) != 0)
    return FALSE;
  if ((**word)[length] == '=')
    *value = **word + length + 1;
  else if ((**word)[length] != '\0')
    return FALSE;
  else if ((*word)[1])
    *value = *++*word;
  else
    /* Translators: %s is an option such as --limit */
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("%s lacks its value."), name);
  return TRUE;
}

static gboolean
read_request (Request *request, char **argv, GError **error)
{
  gboolean literal = FALSE;
  g_autoptr (GError) problem = NULL;

  request->words = g_ptr_array_new ();
  for (char **word = argv + 1; *word; word++)
    {
      literal = literal || strcmp (*word, "--") == 0;
      if (literal || !(read_flag (request, *word) ||
                       read_value (&word, "--book", &request->book, problem ? NULL : &problem) ||
                       read_value (&word, "--today", &request->today, problem ? NULL : &problem)))
        g_ptr_array_add (request->words, *word);
    }
  g_ptr_array_add (request->words, NULL);
  if (!problem)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
check_words (char **words, GError **error)
{
  for (char **word = words; *word; word++)
    if (!g_utf8_validate (*word, -1, NULL))
      {
        g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                             _ ("A word of the command line is not UTF-8 text."));
        return FALSE;
      }
  return TRUE;
}

static gboolean
prepare_session (CliSession *session, const Request *request, GError **error)
{
  if (request->json)
    cli_session_ask_json (session);
  session->path = request->book ? g_strdup (request->book) : relance_book_dup_default_path ();
  if (!request->today)
    session->clock = relance_clock_new_system ();
  else
    session->clock = relance_clock_new_parsed (request->today, NULL);
  if (session->clock)
    return TRUE;
  /* Translators: %s is what was typed */
  g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE,
               _ ("--today takes a date such as 2026-11-24 or 2026-11-24T16:30; “%s” is none."),
               request->today);
  return FALSE;
}

static CliExit
run_command (CliSession *session,
             const CliCommand *command,
             const CliArguments *arguments,
             GError **error)
{
  GError *problem = NULL;
  CliExit status;

  if (command->book != CLI_BOOK_NONE && !cli_session_open_book (session, command->book, error))
    return CLI_EXIT_NOTHING;
  status = command->run (session, arguments, &problem);
  if (!cli_session_close_book (session, problem == NULL, problem ? NULL : &problem) || problem)
    {
      g_propagate_error (error, problem);
      return CLI_EXIT_NOTHING;
    }
  return status;
}

/* *@command is left on what was meant, for the usage line. */
static CliExit
obey (CliSession *session, char **words, const CliCommand **command, GError **error)
{
  g_autoptr (CliArguments) arguments = NULL;
  int n_used = 0;

  *command = cli_find_command (words, &n_used, error);
  if (!*command || (!(*command)->takes_files && !check_words (words, error)))
    return CLI_EXIT_USAGE;
  arguments = cli_arguments_parse ((*command)->options, words + n_used, (*command)->min_names,
                                   (*command)->max_names, error);
  if (!arguments)
    return CLI_EXIT_USAGE;
  return run_command (session, *command, arguments, error);
}

/* FALSE when the answer could not be written whole. */
static gboolean
print_line (const char *text)
{
  fputs (text, stdout);
  if (*text && text[strlen (text) - 1] != '\n')
    fputc ('\n', stdout);
  return fflush (stdout) == 0;
}

static CliExit
print_answer (CliSession *session, CliExit status)
{
  g_autofree char *json = session->json ? cli_json_dup (session->json) : NULL;

  return print_line (json ? json : session->text->str) ? status : CLI_EXIT_PARTLY;
}

/* Members of an object that says more of what failed. */
static void
add_details (JsonBuilder *json, JsonBuilder *details)
{
  g_autoptr (JsonNode) root = json_builder_get_root (details);
  JsonObject *object = json_node_get_object (root);
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member; member = member->next)
    {
      json_builder_set_member_name (json, member->data);
      json_builder_add_value (json, json_object_dup_member (object, member->data));
    }
}

static void
print_json_error (const GError *error, const char *message, JsonBuilder *details)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  cli_json_object (json, "error");
  cli_json_text (json, "code", cli_error_get_word (error));
  cli_json_text (json, "message", message);
  json_builder_end_object (json);
  if (details)
    add_details (json, details);
  json_builder_end_object (json);
  text = cli_json_dup (json);
  print_line (text);
}

static CliExit
print_error (const GError *error, gboolean json, JsonBuilder *details, const CliCommand *command)
{
  g_autofree char *message = relance_wording_error (error);

  if (json)
    print_json_error (error, message, details);
  fprintf (stderr, "relance-cli: %s\n", message);
  if (g_error_matches (error, CLI_ERROR, CLI_ERROR_USAGE))
    {
      g_autofree char *usage = cli_dup_usage (command);
      /* Translators: %s is how a command is typed */
      fprintf (stderr, _ ("Usage: %s\n"), usage);
    }
  return cli_error_get_exit (error);
}

static CliExit
answer_version (gboolean json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  if (!json)
    return print_line ("relance-cli " PACKAGE_VERSION) ? CLI_EXIT_DONE : CLI_EXIT_PARTLY;
  json_builder_begin_object (builder);
  cli_json_text (builder, "version", PACKAGE_VERSION);
  json_builder_end_object (builder);
  text = cli_json_dup (builder);
  return print_line (text) ? CLI_EXIT_DONE : CLI_EXIT_PARTLY;
}

static CliExit
answer_help (char **words)
{
  g_autofree char *help = cli_dup_help (words);

  return print_line (help) ? CLI_EXIT_DONE : CLI_EXIT_PARTLY;
}

static CliExit
answer_request (const Request *request)
{
  g_autoptr (CliSession) session = cli_session_new ();
  g_autoptr (GError) error = NULL;
  const CliCommand *command = NULL;
  CliExit status = CLI_EXIT_USAGE;

  if (prepare_session (session, request, &error))
    {
      cli_watch_start (session->cancellable);
      status = obey (session, (char **) request->words->pdata, &command, &error);
      cli_watch_stop ();
    }
  if (error)
    return print_error (error, request->json, session->has_details ? session->json : NULL, command);
  return print_answer (session, status);
}

int
main (int argc, char **argv)
{
  g_auto (Request) request = { 0 };
  g_autoptr (GError) error = NULL;

  relance_wording_start ();
  /* Standard output is the answer and nothing else, whatever a library has to say. */
  g_log_writer_default_set_use_stderr (TRUE);

  if (!read_request (&request, argv, &error))
    return print_error (error, request.json, NULL, NULL);
  if (request.version)
    return answer_version (request.json);
  if (request.help)
    return answer_help ((char **) request.words->pdata);
  return answer_request (&request);
}
