/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-kinder.h"

#include <string.h>

#define CLOSING_MARKS ".!?…"
#define CLAUSE_MARKS ",;:()–—"

/* In bytes: of a sentence without end, less is replaced. */
#define FARTHEST 160

static gboolean
is_one_of (const char *marks, gunichar letter)
{
  return letter != 0 && g_utf8_strchr (marks, -1, letter) != NULL;
}

/* "1.5" and "M. Durand" go on; "fin." and "fin. Suite" do not. */
static gboolean
closes_sentence (const char *mark)
{
  gunichar after = g_utf8_get_char (g_utf8_next_char (mark));

  return is_one_of (CLOSING_MARKS, g_utf8_get_char (mark)) &&
         (after == 0 || g_unichar_isspace (after) || is_one_of (CLOSING_MARKS, after));
}

static gboolean
is_fact (const char *text, const char *free, gsize at)
{
  return text[at] != free[at];
}

/* Back from @start to the start of its sentence, or of the clause after the last fact. */
static gsize
find_start (const char *text, const char *free, gsize start)
{
  gsize clause = start;

  for (const char *p = text + start; p > text;)
    {
      const char *before = g_utf8_prev_char (p);
      gunichar letter = g_utf8_get_char (before);

      if (letter == '\n' || closes_sentence (before))
        return (gsize) (p - text);
      if (is_fact (text, free, (gsize) (before - text)) || p < text + start - MIN (start, FARTHEST))
        return clause;
      if (is_one_of (CLAUSE_MARKS, letter))
        clause = (gsize) (p - text);
      p = before;
    }

  return 0;
}

/* On from @end to the closing mark of its sentence, or to the clause before the first fact. */
static gsize
find_end (const char *text, const char *free, gsize end)
{
  gsize clause = 0;

  for (const char *p = text + end; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '\n' || closes_sentence (p))
        return (gsize) (p - text);
      if (is_fact (text, free, (gsize) (p - text)) || p > text + end + FARTHEST)
        return clause != 0 ? clause : end;
      if (clause == 0 && is_one_of (CLAUSE_MARKS, letter))
        clause = (gsize) (p - text);
    }

  return strlen (text);
}

static gboolean
is_filler (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == '-' || letter == 0x2022;
}

/* Nothing but space stands between @start and the end of a sentence or of a line before it. */
static gboolean
opens_sentence (const char *text, gsize start)
{
  for (const char *p = text + start; p > text;)
    {
      gunichar letter;

      p = g_utf8_prev_char (p);
      letter = g_utf8_get_char (p);
      if (letter == '\n' || is_one_of (CLOSING_MARKS, letter))
        return TRUE;
      if (!is_filler (letter))
        return FALSE;
    }

  return TRUE;
}

static gboolean
ends_closed (const char *suggestion)
{
  const char *last = g_utf8_find_prev_char (suggestion, suggestion + strlen (suggestion));

  return last != NULL && is_one_of (CLOSING_MARKS, g_utf8_get_char (last));
}

/* The marks that follow, and in French the space before them. */
static gsize
skip_marks (const char *text, gsize end, gboolean *asks)
{
  const char *p = text + end;

  while (*p != '\n' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (!is_one_of (CLOSING_MARKS, g_utf8_get_char (p)))
    return end;

  *asks = FALSE;
  for (; is_one_of (CLOSING_MARKS, g_utf8_get_char (p)); p = g_utf8_next_char (p))
    *asks = *asks || g_utf8_get_char (p) == '?' || g_utf8_get_char (p) == '!';
  return (gsize) (p - text);
}

/**
 * relance_guard_kinder_widen:
 * @free: @text with spaces in the place of what must stay, of the same length
 * @start: (inout): the first byte of some words
 * @end: (inout): the byte after their last
 *
 * Widens the words to the sentence they stand in, without its closing mark; where it says
 * something that must stay, such as a number, to what lies between the commas at most.
 */
void
relance_guard_kinder_widen (const char *text, const char *free, gsize *start, gsize *end)
{
  *start = find_start (text, free, *start);
  *end = find_end (text, free, *end);

  while (*start < *end && is_filler (g_utf8_get_char (text + *start)))
    *start = (gsize) (g_utf8_next_char (text + *start) - text);
  while (*end > *start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + *end))))
    *end = (gsize) (g_utf8_prev_char (text + *end) - text);
}

/**
 * relance_guard_kinder_fit:
 * @start: the first byte of the words that @suggestion may replace in @text
 * @end: (inout): the byte after their last, then after the closing mark that goes with them
 *
 * Returns: (transfer full): @suggestion with the capital and the closing mark that its place asks for
 */
char *
relance_guard_kinder_fit (const char *text, gsize start, gsize *end, const char *suggestion)
{
  gboolean asks = FALSE;
  gsize after = skip_marks (text, *end, &asks);
  gboolean closed = ends_closed (suggestion);
  const char *rest = suggestion;
  g_autofree char *first = NULL;

  if (*suggestion == '\0' || is_one_of (CLOSING_MARKS, g_utf8_get_char (suggestion)))
    return g_strdup (suggestion);

  if (closed || asks)
    *end = after;
  rest = g_utf8_next_char (suggestion);
  first = g_unichar_isupper (g_utf8_get_char (text + start)) && opens_sentence (text, start)
            ? g_utf8_strup (suggestion, rest - suggestion)
            : g_strndup (suggestion, rest - suggestion);
  return g_strconcat (first, rest, asks && !closed ? "." : NULL, NULL);
}
