/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-words.h"

#include "relance-text.h"

#include <string.h>

/* An own slot (“{{…}}”), one of another program (“{name}”, “%NAME%”, “<nom>”), a bracketed
 * one (“[montant]”), a filler, or a note to oneself. */
#define PLACEHOLDER                                                                                \
  "\\{\\{[^}\\n]*\\}?\\}?|\\}\\}|\\{[\\p{L} _.'’]{2,40}\\}|\\$\\{[^}\\n]{1,40}\\}|"                \
  "\\[(?!sic\\])[\\p{L}][\\p{L}\\p{N} _'’./°:-]{1,40}\\]|<[\\p{L}][\\p{L} _'’]{1,40}>|"            \
  "<<[^>\\n]{1,40}>>|%[\\p{L}_][\\p{L}\\p{N}_]{2,30}%|\\b[xX]{2,4}/[xX]{2,4}(?:/"                  \
  "[xX]{2,4})?|\\b[xX]{3,}\\b|_{3,}|\\((?i:insert|insérer|insérez|add|fill in) [\\p{L} "           \
  "]{2,30}\\)|"                                                                                    \
  "\\b(?:JJ/MM(?:/AA(?:AA)?)?|DD/MM(?:/YY(?:YY)?)?|XX(?= \\p{L})|TODO(?!\\.\\w)|TBC|TBD|FIXME|"    \
  "(?i:lorem ipsum|à compléter(?! par)|to be completed|to be filled in|to be confirmed|à remplir|" \
  "insérer ici|insert here))\\b|"                                                                  \
  "(?:\\.{4,}|…{2,})(?= ?[€£])"

/* Stops at the edges of words, so that "42" is not found in "F-420". */
static GRegex *
compile_word (const char *word)
{
  g_autofree char *escaped = g_regex_escape_string (word, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])", escaped);

  return g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
}

/**
 * relance_guard_words_hold:
 *
 * Returns: whether @word stands in @text as a whole word
 */
gboolean
relance_guard_words_hold (const char *text, const char *word)
{
  g_autoptr (GRegex) regex = compile_word (word);

  return regex != NULL && g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, NULL);
}

/**
 * relance_guard_words_mask:
 *
 * Returns: (transfer full): @text with spaces where it holds a known value, so that
 *   a client called “{{iban}}” or “SNCF” is not taken for a mistake, and all else in its place
 */
char *
relance_guard_words_mask (const char *text, const char *const *known)
{
  char *masked = g_strdup (text);

  for (int i = 0; known != NULL && known[i] != NULL; i++)
    {
      g_autoptr (GRegex) regex = *known[i] != '\0' ? compile_word (known[i]) : NULL;
      g_autofree char *before = g_strdup (masked);
      g_autoptr (GMatchInfo) match = NULL;
      int start, end;

      if (regex != NULL)
        g_regex_match (regex, before, G_REGEX_MATCH_DEFAULT, &match);
      while (match != NULL && g_match_info_fetch_pos (match, 0, &start, &end) && end > start)
        {
          memset (masked + start, ' ', (gsize) (end - start));
          g_match_info_next (match, NULL);
        }
    }

  return masked;
}

/**
 * relance_guard_words_find_placeholder:
 * @start: (out): its first byte in @text
 *
 * Returns: (transfer full) (nullable): the first thing that waits to be filled in
 */
char *
relance_guard_words_find_placeholder (const char *text, gsize *start)
{
  g_autoptr (GRegex)
    regex = g_regex_new (PLACEHOLDER, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int from = 0;

  g_assert (regex != NULL);
  if (!g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &match))
    return NULL;

  g_match_info_fetch_pos (match, 0, &from, NULL);
  *start = (gsize) from;
  return g_match_info_fetch (match, 0);
}

#define EMOJI_STYLE 0xFE0F

/* What follows an emoji and belongs to it: a variation, a skin tone, or a joiner. */
static const char *
skip_emoji (const char *emoji)
{
  const char *p = g_utf8_next_char (emoji);
  gunichar c;

  while ((c = g_utf8_get_char (p)) != 0)
    {
      if (c == 0x200D && *g_utf8_next_char (p) != '\0')
        p = g_utf8_next_char (p);
      else if (c != EMOJI_STYLE && (c < 0x1F3FB || c > 0x1F3FF))
        return p;
      p = g_utf8_next_char (p);
    }

  return p;
}

/**
 * relance_guard_words_count_emoji:
 * @first: (out) (optional) (nullable): the first one
 *
 * Returns: how many emoji a reader sees in @text
 */
int
relance_guard_words_count_emoji (const char *text, char **first)
{
  int count = 0;

  if (first != NULL)
    *first = NULL;

  for (const char *p = text; *p != '\0';)
    {
      const char *end;

      if (!relance_text_is_emoji (p))
        {
          p = g_utf8_next_char (p);
          continue;
        }

      end = skip_emoji (p);
      if (count++ == 0 && first != NULL)
        *first = g_strndup (p, end - p);
      p = end;
    }

  return count;
}

/* "F-042" and "F-999" have one shape: letters as they are, each figure as 9. */
static char *
get_shape (const char *number)
{
  char *shape = g_strdup (number);

  for (char *p = shape; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      *p = '9';

  return shape;
}

/* A number of figures alone looks like a year, a postcode or an amount. */
static gboolean
is_telling (const char *number)
{
  gboolean letter = FALSE, digit = FALSE;

  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      letter = letter || g_unichar_isalpha (c);
      digit = digit || g_unichar_isdigit (c);
    }

  return letter && digit;
}

static gboolean
has_shape_of (const char *word, const char *const *numbers)
{
  g_autofree char *shape = get_shape (word);

  for (int i = 0; numbers[i] != NULL; i++)
    {
      g_autofree char *expected = is_telling (numbers[i]) ? get_shape (numbers[i]) : NULL;

      if (g_strcmp0 (shape, expected) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * relance_guard_words_find_other_number:
 * @numbers: the numbers that may stand in @text
 *
 * Returns: (transfer full) (nullable): a word that looks like one of @numbers and is none
 */
char *
relance_guard_words_find_other_number (const char *text, const char *const *numbers)
{
  g_auto (GStrv) words = g_regex_split_simple ("[\\s\\x{a0}\\x{202f},;:!?()…]+|\\.(?=\\s|$)", text,
                                               G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);

  for (int i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (numbers, words[i]) && has_shape_of (words[i], numbers))
      return g_strdup (words[i]);

  return NULL;
}
