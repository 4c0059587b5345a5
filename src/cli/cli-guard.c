/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-json.h"
#include "cli-letter-file.h"
#include "relance-enum-types.h"
#include "relance-guard.h"
#include "relance-reminder-words.h"

static gboolean
read_stage (const CliArguments *arguments, RelanceFirmness *firmness, GError **error)
{
  const char *stage = cli_arguments_get (arguments, "--stage");

  if (stage == NULL)
    return TRUE;

  *firmness = relance_guard_get_firmness (stage);
  if (*firmness == 0)
    /* Translators: %s is what was typed for a stage */
    g_set_error (error, CLI_ERROR, CLI_ERROR_USAGE, _ ("There is no stage “%s”."), stage);
  return *firmness != 0;
}

static gboolean
read_facts (const CliArguments *arguments, RelanceGuardFacts *facts, GError **error)
{
  int language = 0, kind = 0, tone = 0, address = 0;

  if (!cli_arguments_read_nick (arguments, "--language", RELANCE_TYPE_LANGUAGE, &language, error) ||
      !cli_arguments_read_nick (arguments, "--kind", RELANCE_TYPE_KIND, &kind, error) ||
      !cli_arguments_read_nick (arguments, "--tone", RELANCE_TYPE_TONE, &tone, error) ||
      !cli_arguments_read_nick (arguments, "--address", RELANCE_TYPE_ADDRESS, &address, error) ||
      !read_stage (arguments, &facts->firmness, error))
    return FALSE;

  if (language == 0)
    {
      g_set_error_literal (error, CLI_ERROR, CLI_ERROR_USAGE,
                           _ ("Say the language of the letter: --language fr or en."));
      return FALSE;
    }

  facts->language = (RelanceLanguage) language;
  facts->kind = (RelanceKind) kind;
  facts->tone = (RelanceTone) tone;
  facts->address = (RelanceAddress) address;
  return TRUE;
}

static void
write_json_findings (JsonBuilder *json, const char *key, GPtrArray *findings, gboolean stops)
{
  cli_json_array (json, key);
  for (guint i = 0; i < findings->len; i++)
    {
      const RelanceGuardFinding *finding = g_ptr_array_index (findings, i);

      if (relance_guard_is_stop (finding->kind) != stops)
        continue;
      json_builder_begin_object (json);
      cli_json_text (json, "kind", relance_guard_kind_word (finding->kind));
      cli_json_text (json, "quote", finding->quote);
      cli_json_text (json, "suggestion", finding->suggestion);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_json (JsonBuilder *json, GPtrArray *findings)
{
  json_builder_begin_object (json);
  write_json_findings (json, "stops", findings, TRUE);
  write_json_findings (json, "warnings", findings, FALSE);
  json_builder_end_object (json);
}

static void
write_text (GString *text, GPtrArray *findings)
{
  if (findings->len == 0)
    g_string_append_printf (text, "%s\n", _ ("Nothing to say: it can leave as it is."));

  for (guint i = 0; i < findings->len; i++)
    {
      const RelanceGuardFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = relance_reminder_words_finding (finding);

      g_string_append_printf (text, "%s\n", sentence);
      if (finding->suggestion != NULL && *finding->suggestion != '\0')
        g_string_append_printf (text, "    → %s\n", finding->suggestion);
    }
}

static CliExit
run_guard (CliSession *session, const CliArguments *arguments, GError **error)
{
  RelanceGuardFacts facts = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!read_facts (arguments, &facts, error))
    return CLI_EXIT_USAGE;

  text = cli_letter_file_read (
    session, cli_arguments_get_n (arguments) > 0 ? cli_arguments_get_name (arguments, 0) : NULL,
    error);
  if (text == NULL)
    return CLI_EXIT_NOTHING;

  facts.text = text;
  findings = relance_guard_read_words (&facts);
  if (session->json != NULL)
    write_json (session->json, findings);
  else
    write_text (session->text, findings);
  return CLI_EXIT_DONE;
}

static const CliOption options[] = {
  { "--language", "L", FALSE, N_ ("The language of the letter: fr or en") },
  { "--kind", "K", FALSE, N_ ("The kind of client: business, consumer or public") },
  { "--tone", "T", FALSE, N_ ("The tone: formal, friendly or emoji") },
  { "--address", "A", FALSE, N_ ("How the client is addressed: vous or tu") },
  { "--stage", "S", FALSE, N_ ("The stage of the letter, such as first or formal-notice") },
  { NULL },
};

const CliCommand cli_guard_commands[] = {
  { "guard", "--language L [--kind K] [--tone T] [--address A] [--stage S] [FILE|-]",
    N_ ("Reads a letter before it leaves, and says what would hurt"), options, 0, 1, CLI_BOOK_NONE,
    TRUE, run_guard },
  { NULL },
};
