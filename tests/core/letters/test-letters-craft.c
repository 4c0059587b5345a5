/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every letter keeps to, whatever it says: the craft of the letters' voice. */

#include "config.h"

#include "letter-fixture.h"
#include "relance-catalogue.h"
#include "relance-guard-words.h"
#include "relance-guard.h"
#include "relance-sms.h"

#include <gio/gio.h>
#include <string.h>

static gboolean
holds (const char *text, const char *pattern)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT);
}

static void
refuse (const LetterCell *cell, const char *text, const char *pattern)
{
  if (holds (text, pattern))
    g_error ("%s holds “%s”:\n%s", cell->letter, pattern, text);
}

static void
require (const LetterCell *cell, const char *text, const char *pattern)
{
  if (!holds (text, pattern))
    g_error ("%s does not hold “%s”:\n%s", cell->letter, pattern, text);
}

/* What is paid is not asked for, and a job that begins has no invoice. */
static gboolean
speaks_of_a_debt (const LetterCell *cell)
{
  return cell->style.stage != RELANCE_STAGE_THANKS && cell->style.stage != RELANCE_STAGE_TERMS;
}

/* These may name what follows, and what the law adds. */
static gboolean
is_firm (const LetterCell *cell)
{
  return cell->style.stage == RELANCE_STAGE_THIRD ||
         cell->style.stage == RELANCE_STAGE_FORMAL_NOTICE;
}

static void
check_facts (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = letter_cell_write (cell);
  g_autofree char *subject = g_strndup (letter, strcspn (letter, "\n"));
  const char *text = letter + strlen (subject);
  gboolean french = cell->style.language == RELANCE_LANGUAGE_FR;

  g_assert_cmpint (g_utf8_strlen (subject, -1), >=, 10);
  g_assert_cmpint (g_utf8_strlen (subject, -1), <=, RELANCE_LETTER_MAX_SUBJECT);
  require (cell, text, "Camille Roux");
  require (cell, text, "Studio Nord");
  if (!speaks_of_a_debt (cell))
    return;

  require (cell, subject, "F-042");
  require (cell, subject, french ? "22 octobre 2026" : "22 October 2026");
  require (cell, text, "F-042");
  require (cell, text, french ? "22 octobre 2026" : "22 October 2026");
  require (cell, text, french ? "1\\x{202f}200,00\\x{a0}€" : "€1,200\\.00");

  if (cell->several)
    {
      require (cell, subject, french ? "1\\x{202f}920,00" : "€1,920\\.00");
      require (cell, text, french ? "F-045.*1er novembre 2026" : "F-045.*1 November 2026");
      require (cell, text, french ? "Total\\x{a0}: 1\\x{202f}920,00" : "Total: €1,920\\.00");
    }
  if (!cell->bare)
    {
      require (cell, text, "FR76\\x{a0}3000");
      require (cell, text, french ? "Refonte du site" : "Website redesign");
    }
  if (!cell->bare && cell->style.stage == RELANCE_STAGE_SECOND)
    require (cell, text, french ? "8 novembre 2026" : "8 November 2026");
}

static void
check_layout (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = letter_cell_write (cell);

  refuse (cell, letter, "\\{\\{|\\}\\}|\\n\\n\\n|  |[ \\t]\\n|\\(\\)|\\x{a0} | \\x{a0}| [,.]");
  refuse (cell, letter, "'|\"|!\\?|!!|\\?\\?|\\.\\.");
}

static void
check_french_typography (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = letter_cell_write (cell);

  if (cell->style.language != RELANCE_LANGUAGE_FR)
    return;

  refuse (cell, letter, "[^\\x{a0}][:;!?]");
  refuse (cell, letter, "n°[^\\x{a0}]");
  refuse (cell, letter, "\\b1 (janvier|novembre)");
}

static void
check_words (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = letter_cell_write (cell);

  refuse (cell, letter,
          "\\bjuste\\b|\\bjust\\b|urgent|désolé|sorry|excuse|malheureusement|unfortunately");
  if (!is_firm (cell))
    refuse (
      cell, letter,
      "pénalité|fee\\b|fees\\b|impayé|retard|défaut|threat|tribunal|court\\b|\\b40\\b|must\\b|"
      "devez|dois\\b");
  if (cell->style.stage == RELANCE_STAGE_SECOND)
    refuse (cell, letter, "\\bencore\\b|toujours pas|\\byet\\b|\\bstill\\b");
  if (cell->neutral)
    refuse (cell, letter, "\\b(je|j’|me|m’|moi|mon|ma|mes)\\b|\\bj’|\\bm’|\\b(I|my|me)\\b");
  else
    refuse (cell, letter, "\\b(nous|notre|nos)\\b|\\b(we|our|us)\\b");
}

static void
check_address (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = letter_cell_write (cell);

  if (cell->style.language != RELANCE_LANGUAGE_FR)
    return;

  if (cell->style.address == RELANCE_ADDRESS_VOUS)
    refuse (cell, letter, "\\b(tu|te|toi|ton|ta|tes)\\b");
  else
    refuse (cell, letter, "\\b(vous|votre|vos)\\b");
}

static void
check_emoji (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = letter_cell_write (cell);
  int count = relance_guard_words_count_emoji (letter, NULL);

  if (cell->style.tone != RELANCE_TONE_EMOJI || is_firm (cell))
    g_assert_cmpint (count, ==, 0);
  else if (cell->style.stage == RELANCE_STAGE_SECOND)
    g_assert_cmpint (count, ==, 1);
  else
    g_assert_true (count == 1 || count == 2);

  refuse (cell, letter, "[\\x{2600}-\\x{27bf}\\x{1f300}-\\x{1faff}]\\x{fe0f}?[^\\n\\x{fe0f}]");
}

/* One text message of the cheap alphabet, that says who writes. */
static void
check_sms (const LetterCell *cell, gpointer data)
{
  g_auto (LetterFixture) fixture = { 0 };
  g_autoptr (RelanceLetter) letter = NULL;
  RelanceSmsSize size;

  letter_fixture_set_up (&fixture, cell);
  letter = relance_letter_write (&fixture.facts, &cell->style, NULL);
  g_assert_nonnull (letter);
  if (letter->sms == NULL)
    g_error ("%s has no SMS", cell->letter);

  size = relance_sms_measure (letter->sms);
  g_assert_true (size.is_gsm);
  if (size.parts != 1)
    g_error ("%s: the SMS takes %u of 160: %s", cell->letter, size.units, letter->sms);
  require (cell, letter->sms, "Camille Roux|Studio Nord");
  refuse (cell, letter->sms, "[{}]|  | [,.]|\\(\\)|\\.\\.|!!");
}

/* The guard of the program finds nothing to say about the letters of the program. */
static void
check_guard (const LetterCell *cell, gpointer data)
{
  static const char *const known[] = { "FR76 3000 6000 0112 3456 7890 189", "AGRIFRPP", NULL };
  g_auto (LetterFixture) fixture = { 0 };
  g_autoptr (RelanceLetter) letter = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  letter_fixture_set_up (&fixture, cell);
  letter = relance_letter_write (&fixture.facts, &cell->style, NULL);
  g_assert_nonnull (letter);
  findings = relance_guard_read (&(RelanceGuardFacts) {
    .subject = letter->subject,
    .text = letter->text,
    .to = "lea@durand.example",
    .from = "camille@studio-nord.example",
    .debts = fixture.facts.debts,
    .kind = is_firm (cell) ? fixture.facts.client->kind : RELANCE_KIND_CONSUMER,
    .tone = cell->style.tone,
    .firmness = relance_guard_get_firmness (
      relance_enum_to_nick (RELANCE_TYPE_STAGE, (int) cell->style.stage)),
    .address = cell->style.address,
    .language = cell->style.language,
    .has_iban = TRUE,
    .asks_nothing = !speaks_of_a_debt (cell),
    .known = known,
  });

  for (guint i = 0; i < findings->len; i++)
    {
      RelanceGuardFinding *finding = g_ptr_array_index (findings, i);

      g_error ("%s: finding %d, “%s”:\n%s", cell->letter, finding->kind, finding->quote,
               letter->text);
    }
}

/* A letter speaks of what goes with it, and of nothing else. */
static void
check_nothing_attached (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = letter_cell_write (cell);

  refuse (cell, letter, "attach|enclosed|\\bjointe?s?\\b|dans ce mail|avec ce mail|remet");
}

/* The words about attachments stand in one line, which names what goes along where that is not all. */
static void
check_attached (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = letter_cell_write (cell);
  g_autoptr (GRegex) regex = g_regex_new ("^(?!•).*(attached|attachment|enclosed|join|remet|ce mail"
                                          "|paperwork).*$",
                                          G_REGEX_MULTILINE, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *line = NULL;

  if (!g_regex_match (regex, letter, 0, &match))
    g_error ("%s does not say what is attached:\n%s", cell->letter, letter);

  line = g_match_info_fetch (match, 0);
  refuse (cell, line, "F-048");
  if (cell->attached == LETTER_ATTACHED_SOME)
    require (cell, line, "F-042 (and|et) F-045");
  else if (cell->attached == LETTER_ATTACHED_ONE)
    require (cell, line, "F-042(?! and| et|,? F)");
  else
    refuse (cell, line, "F-04");
  if (cell->attached != LETTER_ATTACHED_SOME)
    refuse (cell, line, "F-045");
}

static void
test_cells (gconstpointer data)
{
  letter_cells_foreach ((LetterCellFunc) data, NULL);
}

static void
test_attached_cells (gconstpointer data)
{
  letter_cells_foreach_attached ((LetterCellFunc) data, NULL);
}

/* The same with and without attachments. */
static void
test_all_cells (gconstpointer data)
{
  test_cells (data);
  test_attached_cells (data);
}

static char *
get_words_path (void)
{
  return g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests", "core", "letters",
                           "words.txt", NULL);
}

static void
append_letter (const LetterCell *cell, gpointer data)
{
  GString **texts = data;
  g_autofree char *letter = letter_cell_write (cell);

  g_string_append (texts[cell->style.language], letter);
}

/* What is not in the dictionaries' alphabets. */
static void
make_plain (GString *text)
{
  g_string_replace (text, "’", "'", 0);
  g_string_replace (text, "\u00a0", " ", 0);
  g_string_replace (text, "\u202f", " ", 0);
  g_string_replace (text, "\ufe0f", "", 0);
}

static void
check_spelling (const char *dictionary, GString *text)
{
  g_autofree char *words = get_words_path ();
  g_autofree char *misspelt = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) hunspell =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                      "hunspell", "-i", "utf-8", "-l", "-d", dictionary, "-p", words, NULL);

  g_assert_no_error (error);
  make_plain (text);
  g_subprocess_communicate_utf8 (hunspell, text->str, NULL, &misspelt, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (hunspell));
  g_assert_cmpstr (misspelt, ==, "");
}

static void
test_spelling (void)
{
  g_autofree char *program = g_find_program_in_path ("hunspell");
  g_autoptr (GString) french = g_string_new (NULL);
  g_autoptr (GString) english = g_string_new (NULL);
  GString *texts[] = { NULL, [RELANCE_LANGUAGE_FR] = french, [RELANCE_LANGUAGE_EN] = english };

  if (program == NULL)
    {
      g_test_skip ("hunspell is not installed");
      return;
    }

  letter_cells_foreach (append_letter, texts);
  letter_cells_foreach_attached (append_letter, texts);
  check_spelling ("fr", french);
  check_spelling ("en_GB", english);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/letters/craft/facts", check_facts, test_cells);
  g_test_add_data_func ("/letters/craft/layout", check_layout, test_all_cells);
  g_test_add_data_func ("/letters/craft/french-typography", check_french_typography,
                        test_all_cells);
  g_test_add_data_func ("/letters/craft/words", check_words, test_all_cells);
  g_test_add_data_func ("/letters/craft/address", check_address, test_all_cells);
  g_test_add_data_func ("/letters/craft/emoji", check_emoji, test_all_cells);
  g_test_add_data_func ("/letters/craft/sms", check_sms, test_cells);
  g_test_add_data_func ("/letters/craft/guard", check_guard, test_all_cells);
  g_test_add_data_func ("/letters/craft/nothing-attached", check_nothing_attached, test_cells);
  g_test_add_data_func ("/letters/craft/attached", check_attached, test_attached_cells);
  g_test_add_func ("/letters/craft/spelling", test_spelling);

  return g_test_run ();
}
