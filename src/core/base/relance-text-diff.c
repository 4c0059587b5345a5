/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-text-diff.h"

#include <string.h>

/* Beyond this many comparisons the middle of two texts counts as rewritten: a letter needs far
 * fewer, and what somebody pasted is not worth waiting for. */
#define MAX_CELLS (4 * 1000 * 1000)

/* A word, a run of spaces or a sign, where it stands in its text. */
typedef struct
{
  const char *start;
  gsize length;
} Token;

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) && c != '\n';
}

static const char *
skip (const char *p, gboolean (*is_one) (gunichar c))
{
  while (*p != '\0' && is_one (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static GArray *
split (const char *text)
{
  /* With an end of its own, an empty one has a place in memory too. */
  GArray *tokens = g_array_new (TRUE, FALSE, sizeof (Token));

  for (const char *p = text; *p != '\0';)
    {
      const char *end = skip (p, is_of_word);
      Token token = { .start = p };

      if (end == p)
        end = skip (p, is_blank);
      if (end == p)
        end = g_utf8_next_char (p);
      token.length = (gsize) (end - p);
      g_array_append_val (tokens, token);
      p = end;
    }

  return tokens;
}

static gboolean
is_same (const Token *a, const Token *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

/* The parts so far, and the change that is being gathered at their end. */
typedef struct
{
  GPtrArray *parts;
  GString *removed;
  GString *added;
  GString *blank; /* in both texts; part of the change when that goes on after it */
} Script;

static void
free_part (RelanceDiffPart *self)
{
  g_free (self->text);
  g_free (self);
}

static void
add_part (Script *self, RelanceDiffKind kind, const char *text)
{
  RelanceDiffPart *last = self->parts->len > 0 ? self->parts->pdata[self->parts->len - 1] : NULL;
  RelanceDiffPart *part = NULL;

  if (last != NULL && last->kind == kind)
    {
      char *longer = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = longer;
      return;
    }

  part = g_new0 (RelanceDiffPart, 1);
  part->kind = kind;
  part->text = g_strdup (text);
  g_ptr_array_add (self->parts, part);
}

static void
take_part (Script *self, RelanceDiffKind kind, GString *text)
{
  if (text->len > 0)
    add_part (self, kind, text->str);
  g_string_truncate (text, 0);
}

static void
end_change (Script *self)
{
  take_part (self, RELANCE_DIFF_REMOVED, self->removed);
  take_part (self, RELANCE_DIFF_ADDED, self->added);
  take_part (self, RELANCE_DIFF_SAME, self->blank);
}

static void
add_same (Script *self, const Token *token)
{
  g_autofree char *text = g_strndup (token->start, token->length);

  if (self->removed->len + self->added->len > 0 && *skip (text, is_blank) == '\0')
    {
      g_string_append (self->blank, text);
      return;
    }

  end_change (self);
  add_part (self, RELANCE_DIFF_SAME, text);
}

/* Words that were changed one after the other are one change, with the spaces between them. */
static void
add_change (Script *self, GString *side, const Token *token)
{
  g_string_append_len (self->removed, self->blank->str, (gssize) self->blank->len);
  g_string_append_len (self->added, self->blank->str, (gssize) self->blank->len);
  g_string_truncate (self->blank, 0);
  g_string_append_len (side, token->start, (gssize) token->length);
}

/* For each pair of places, how many tokens what follows has in common at most. */
static guint16 *
measure (const Token *a, guint n, const Token *b, guint m)
{
  guint16 *common = g_new0 (guint16, (gsize) (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      {
        guint16 *cell = common + (gsize) i * (m + 1) + j;

        if (is_same (a + i, b + j))
          *cell = (guint16) MIN (cell[m + 2] + 1, G_MAXUINT16);
        else
          *cell = MAX (cell[m + 1], cell[1]);
      }

  return common;
}

static void
replace (Script *self, const Token *a, guint n, const Token *b, guint m)
{
  for (guint i = 0; i < n; i++)
    add_change (self, self->removed, a + i);
  for (guint j = 0; j < m; j++)
    add_change (self, self->added, b + j);
}

static void
compare (Script *self, const Token *a, guint n, const Token *b, guint m)
{
  g_autofree guint16 *common = measure (a, n, b, m);
  guint i = 0, j = 0;

  while (i < n && j < m)
    {
      const guint16 *cell = common + (gsize) i * (m + 1) + j;

      if (is_same (a + i, b + j))
        {
          add_same (self, a + i);
          i++;
          j++;
        }
      else if (cell[m + 1] >= cell[1])
        add_change (self, self->removed, a + i++);
      else
        add_change (self, self->added, b + j++);
    }

  replace (self, a + i, n - i, b + j, m - j);
}

/**
 * relance_text_diff:
 * @before: UTF-8
 * @after: UTF-8
 *
 * Compares two texts word by word. The parts that are not added make up @before, those that are
 * not removed make up @after; where both changed, what was removed comes first. It takes time and
 * room as the product of what differs, up to a bound beyond which all of that is one change.
 *
 * Returns: (transfer full) (element-type RelanceDiffPart): the parts, in order
 */
GPtrArray *
relance_text_diff (const char *before, const char *after)
{
  g_autoptr (GArray) a = split (before);
  g_autoptr (GArray) b = split (after);
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);
  g_autoptr (GString) blank = g_string_new (NULL);
  Script script = {
    .parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part),
    .removed = removed,
    .added = added,
    .blank = blank,
  };
  const Token *from = (const Token *) (gpointer) a->data, *to = (const Token *) (gpointer) b->data;
  guint n = a->len, m = b->len, start = 0, end = 0;

  while (start < MIN (n, m) && is_same (from + start, to + start))
    add_same (&script, from + start++);
  while (end < MIN (n, m) - start && is_same (from + n - end - 1, to + m - end - 1))
    end++;

  n -= start + end;
  m -= start + end;
  if ((guint64) n * m > MAX_CELLS)
    replace (&script, from + start, n, to + start, m);
  else
    compare (&script, from + start, n, to + start, m);

  for (guint i = 0; i < end; i++)
    add_same (&script, from + start + n + i);
  end_change (&script);
  return script.parts;
}
