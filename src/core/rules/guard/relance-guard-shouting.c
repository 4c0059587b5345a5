/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-shouting.h"

#include <string.h>

/* Shorter words in capitals are acronyms, unless they are known to be shouted. */
#define MIN_WORD 4

/* Of letters that are spaced out. */
#define MAX_ACRONYM 5

/* A mark that is repeated, in the French way with spaces too. */
#define MARKS "[!?\\x{203c}\\x{2757}](?:[ \\x{a0}\\x{202f}]?[!?\\x{203c}\\x{2757}])+"

static const RelanceGuardToken *
get (GArray *tokens, guint index)
{
  return &g_array_index (tokens, RelanceGuardToken, index);
}

static gboolean
is_shouted_alone (const RelanceGuardRules *rules, const char *form)
{
  return relance_guard_rules_is (rules, form, "shout") ||
         relance_guard_rules_is (rules, form, "namesake");
}

/* Names and acronyms in capitals are none; a company's name may hold any word. */
static gboolean
is_shouting (const RelanceGuardRules *rules, GArray *tokens, guint start, guint end)
{
  gboolean loud = FALSE;

  for (guint i = start; i < end; i++)
    {
      const char *form = get (tokens, i)->form;

      if (relance_guard_rules_is (rules, form, "company"))
        return FALSE;
      loud = loud || is_shouted_alone (rules, form) ||
             (end - start >= 2 && relance_guard_rules_is (rules, form, "common"));
    }

  return loud;
}

/* "tuesday, TUESDAY": an ordinary word of the same text. */
static gboolean
is_said_softly (GArray *tokens, const char *form)
{
  for (guint i = 0; strlen (form) >= MIN_WORD && i < tokens->len; i++)
    if (strcmp (get (tokens, i)->form, form) == 0 && !get (tokens, i)->capitals)
      return TRUE;
  return FALSE;
}

/* "Jean", and neither "C" nor "F-042". */
static gboolean
is_first_name (const RelanceGuardToken *token, const char *text)
{
  const char *name = text + token->start;

  return g_unichar_isupper (g_utf8_get_char (name)) &&
         g_unichar_islower (g_utf8_get_char (g_utf8_next_char (name)));
}

/* "Jean MARTIN" */
static gboolean
is_family_name (GArray *tokens, const char *text, guint index)
{
  const RelanceGuardToken *before = index > 0 ? get (tokens, index - 1) : NULL;

  return before != NULL && !get (tokens, index)->opens_clause && !before->opens_sentence &&
         is_first_name (before, text);
}

/* On one line. */
static guint
skip_capitals (GArray *tokens, const char *text, guint start)
{
  guint end = start;

  while (end < tokens->len && get (tokens, end)->capitals && !get (tokens, end)->spaced &&
         (end == start || memchr (text + get (tokens, end - 1)->end, '\n',
                                  get (tokens, end)->start - get (tokens, end - 1)->end) == NULL))
    end++;
  return end;
}

static gboolean
holds (const RelanceGuardRules *rules, GArray *tokens, guint start, guint end, const char *class)
{
  for (guint i = start; i < end; i++)
    if (relance_guard_rules_is (rules, get (tokens, i)->form, class))
      return TRUE;
  return FALSE;
}

/* A line of its own beside others: what the letter is called, or who signs it. */
static gboolean
is_heading (const RelanceGuardRules *rules,
            GArray *tokens,
            const char *text,
            guint start,
            guint end)
{
  gsize first = get (tokens, start)->start, last = get (tokens, end - 1)->end;
  gboolean opens = start == 0 || memchr (text + get (tokens, start - 1)->end, '\n',
                                         first - get (tokens, start - 1)->end) != NULL;
  gboolean closes = end == tokens->len ||
                    memchr (text + last, '\n', get (tokens, end)->start - last) != NULL;

  return opens && closes && end - start < tokens->len && strchr ("!?", text[last]) == NULL &&
         !holds (rules, tokens, start, end, "shout") &&
         !holds (rules, tokens, start, end, "common");
}

/* "the company MAD MEN", "le projet SANS FAIM". */
static gboolean
is_named (const RelanceGuardRules *rules, GArray *tokens, guint start)
{
  return start > 0 && !get (tokens, start)->opens_clause &&
         relance_guard_rules_is (rules, get (tokens, start - 1)->form, "naming");
}

static char *
find_words (const RelanceGuardRules *rules, GArray *tokens, const char *text, gsize *start)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const RelanceGuardToken *token = get (tokens, i);
      guint end = skip_capitals (tokens, text, i);

      *start = token->start;
      if (token->spaced &&
          (strlen (token->form) > MAX_ACRONYM || relance_guard_rules_knows (rules, token->form)) &&
          !relance_guard_rules_is (rules, token->form, "quiet"))
        return g_strndup (text + token->start, token->end - token->start);
      if (end > i && !is_family_name (tokens, text, i) && !is_named (rules, tokens, i) &&
          !is_heading (rules, tokens, text, i, end) &&
          (is_shouting (rules, tokens, i, end) ||
           (end == i + 1 && is_said_softly (tokens, token->form))))
        return g_strndup (text + token->start, get (tokens, end - 1)->end - token->start);
      if (end > i)
        i = end - 1;
    }

  return NULL;
}

static char *
find_marks (const char *text, gsize *start)
{
  g_autoptr (GRegex) marks = g_regex_new (MARKS, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int from = 0;

  if (!g_regex_match (marks, text, G_REGEX_MATCH_DEFAULT, &match))
    return NULL;

  g_match_info_fetch_pos (match, 0, &from, NULL);
  *start = (gsize) from;
  return g_match_info_fetch (match, 0);
}

/* "U R G E N T" */
static gboolean
is_spaced_out (const char *words)
{
  gboolean after_letter = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean letter = g_unichar_isalpha (g_utf8_get_char (p));

      if (letter && after_letter)
        return FALSE;
      after_letter = letter;
    }

  return TRUE;
}

static char *
close_up (const char *words)
{
  GString *closed = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (closed, g_utf8_get_char (p));

  return g_string_free_and_steal (closed);
}

/* English writes one word with a capital wherever it stands. */
static char *
restore_i (char *words)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\bi\\b", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  char *restored = g_regex_replace_literal (regex, words, -1, 0, "I", G_REGEX_MATCH_DEFAULT, NULL);

  g_free (words);
  return restored;
}

/**
 * relance_guard_shouting_find:
 * @tokens: the words of @text
 * @start: (out): the first byte of what is found
 *
 * Returns: (transfer full) (nullable): the words of @text in capitals, spaced out, or the
 *   repeated marks, that a reader would take for shouting; the first of them
 */
char *
relance_guard_shouting_find (const RelanceGuardRules *rules,
                             GArray *tokens,
                             const char *text,
                             gsize *start)
{
  char *words = find_words (rules, tokens, text, start);

  return words != NULL ? words : find_marks (text, start);
}

/**
 * relance_guard_shouting_calm:
 * @words: what relance_guard_shouting_find() gave
 *
 * Returns: (transfer full): the same in small letters and closed up, or one mark
 */
char *
relance_guard_shouting_calm (RelanceLanguage language, const char *words)
{
  g_autofree char *closed = NULL;
  char *calm;

  if (!g_unichar_isalpha (g_utf8_get_char (words)))
    return g_strdup (strchr (words, '?') != NULL ? "?" : "!");

  closed = is_spaced_out (words) ? close_up (words) : g_strdup (words);
  calm = g_utf8_strdown (closed, -1);
  return language == RELANCE_LANGUAGE_EN ? restore_i (calm) : calm;
}
