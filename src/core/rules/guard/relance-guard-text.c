/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-text.h"

#include <string.h>

/* As many letters in a row, each alone, are one word that was spaced out. */
#define MIN_SPACED 4
#define MIN_HYPHENED 3

/* In bytes: in words as short as that a doubled letter makes another word. */
#define MAX_SHORT 3

/* Stands for a letter that is left out: "m*rde". */
#define BLANK '*'

static void
clear_token (RelanceGuardToken *token)
{
  g_free (token->form);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == '`' || c == 0xB4;
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/* A figure or a sign that stands for a letter: "m3nace", "$ale". */
static char
undisguise (gunichar c)
{
  switch (c)
    {
    case '0':
      return 'o';
    case '1':
      return 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    case '7':
      return 't';
    default:
      return 0;
    }
}

/* Letters of other alphabets that look like those of ours. */
static gunichar
find_lookalike (gunichar c)
{
  static const char *const pairs[] = {
    "аa", "еe", "оo", "рp", "сc", "хx", "уy", "іi", "ѕs", "јj", "ԁd", "кk", "мm", "тt",
    "вb", "нh", "ӏl", "αa", "εe", "οo", "ιi", "κk", "ρp", "τt", "υu", "χx", "νv", "ɡg",
  };

  for (gsize i = 0; c > 0x250 && i < G_N_ELEMENTS (pairs); i++)
    if (g_utf8_get_char (pairs[i]) == c)
      return g_utf8_get_char (g_utf8_next_char (pairs[i]));
  return c;
}

/* More letters than figures: "m3nace" is, "F042" and "3e" are not. */
static gboolean
is_disguised (const char *word, gsize length)
{
  int letters = 0, others = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      letters += g_unichar_isalpha (c);
      others += !g_unichar_isalpha (c) && undisguise (c) != 0;
    }

  return others > 0 && letters > others;
}

/* "all" and "tee" are not "al" and "te". */
static gboolean
is_doubled (const GString *form, gunichar c, gboolean longer)
{
  return longer && form->len > 0 && g_unichar_isalpha (c) &&
         (gunichar) form->str[form->len - 1] == c;
}

static void
append_folded (GString *form, gunichar c, gboolean disguised, gboolean longer)
{
  if (g_unichar_ismark (c) || is_invisible (c))
    return;
  if (disguised && undisguise (c) != 0)
    c = undisguise (c);
  c = find_lookalike (g_unichar_tolower (c));

  if (c == 0x153)
    g_string_append (form, "oe");
  else if (c == 0xE6)
    g_string_append (form, "ae");
  else if (is_apostrophe (c))
    g_string_append_c (form, '\'');
  else if (!is_doubled (form, c, longer))
    g_string_append_unichar (form, c);
}

/**
 * relance_guard_text_fold:
 * @length: in bytes, or -1
 *
 * Returns: (transfer full): @word in small letters, without accents or disguise, each
 *   doubled letter once: “Huissïer” and “huisier” are one
 */
char *
relance_guard_text_fold (const char *word, gssize length)
{
  g_autofree char *decomposed = g_utf8_normalize (word, length, G_NORMALIZE_ALL);
  GString *form = g_string_new (NULL);
  gboolean disguised, longer;

  if (decomposed == NULL)
    return g_string_free (form, FALSE);

  disguised = is_disguised (decomposed, strlen (decomposed));
  longer = strlen (decomposed) > MAX_SHORT;
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (form, g_utf8_get_char (p), disguised, longer);

  return g_string_free (form, FALSE);
}

static gboolean
is_part_of_word (const char *p, const char *word)
{
  gunichar c = g_utf8_get_char (p);
  gunichar next;

  if (g_unichar_isalnum (c) || g_unichar_ismark (c) || is_invisible (c))
    return TRUE;

  next = *p != '\0' ? g_utf8_get_char (g_utf8_next_char (p)) : 0;
  return (is_apostrophe (c) && p > word && g_unichar_isalpha (next)) ||
         ((c == '@' || c == '$') && g_unichar_isalpha (next)) ||
         (c == BLANK && p > word && (g_unichar_isalpha (next) || next == BLANK));
}

static const char *
skip_word (const char *word)
{
  const char *p = word;

  while (*p != '\0' && is_part_of_word (p, word))
    p = g_utf8_next_char (p);

  return p;
}

static gboolean
is_in_capitals (const char *word, gsize length)
{
  int upper = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      upper += g_unichar_isupper (c);
    }

  return upper >= 2;
}

static gboolean
is_title (const char *word, gsize length)
{
  if (!g_unichar_isupper (g_utf8_get_char (word)))
    return FALSE;

  for (const char *p = g_utf8_next_char (word); p < word + length; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* What stands before the next word. */
typedef struct
{
  const char *text;
  GArray *tokens;
  GHashTable *expansions;
  gboolean clause;
  gboolean sentence;
} Splitter;

static void
add_token (Splitter *self, char *form, const char *start, gsize length)
{
  RelanceGuardToken token = {
    .form = form,
    .start = (gsize) (start - self->text),
    .end = (gsize) (start - self->text) + length,
    .opens_clause = self->clause || self->sentence,
    .opens_sentence = self->sentence,
    .capitals = is_in_capitals (start, length),
    .title = is_title (start, length),
  };

  if (*form == '\0')
    {
      g_free (form);
      return;
    }
  g_array_append_val (self->tokens, token);
  self->clause = self->sentence = FALSE;
}

static void
add_parts (Splitter *self, const char *word, gsize length)
{
  const char *end = word + length;

  while (word < end)
    {
      const char *stop = word;

      while (stop < end && !is_apostrophe (g_utf8_get_char (stop)))
        stop = g_utf8_next_char (stop);
      add_token (self, relance_guard_text_fold (word, stop - word), word, (gsize) (stop - word));
      word = stop < end ? g_utf8_next_char (stop) : end;
    }
}

/* "won't" is two words that share one place. */
static void
add_word (Splitter *self, const char *word, gsize length)
{
  g_autofree char *form = relance_guard_text_fold (word, (gssize) length);
  const char *const *words = g_hash_table_lookup (self->expansions, form);

  if (words == NULL)
    {
      add_parts (self, word, length);
      return;
    }

  for (int i = 0; words[i] != NULL; i++)
    add_token (self, g_strdup (words[i]), word, length);
}

static gboolean
is_part_of_code (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isupper (c) || g_unichar_isdigit (c) ||
         ((c == '-' || c == '_' || c == '/') &&
          g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p))));
}

/* Where "PO-MAD-2026" ends, an identifier whatever its parts would mean; %NULL when it is none. */
static const char *
skip_code (const char *word)
{
  const char *p = word;
  gboolean figure = FALSE, joint = FALSE;

  for (; is_part_of_code (p); p = g_utf8_next_char (p))
    {
      figure = figure || g_ascii_isdigit (*p);
      joint = joint || strchr ("-_/", *p) != NULL;
    }

  return figure && joint && !g_unichar_isalpha (g_utf8_get_char (p)) ? p : NULL;
}

static void
add_code (Splitter *self, const char *code, const char *end)
{
  add_token (self, g_utf8_strdown (code, end - code), code, (gsize) (end - code));
  g_array_index (self->tokens, RelanceGuardToken, self->tokens->len - 1).capitals = FALSE;
}

static void
add_sign (Splitter *self, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);

  if (c == 0x20AC || c == 0xA3 || c == '%')
    add_token (self,
               g_strdup (c == 0x20AC ? "eur"
                         : c == 0xA3 ? "gbp"
                                     : "%"),
               p, (gsize) (next - p));
  else if (c == '!' || c == '?' ||
           (c == '.' && *next != '.' && !g_ascii_isdigit (*next) &&
            (p == self->text || p[-1] != '.')) ||
           (c == '\n' && *next == '\n'))
    self->sentence = TRUE;
  else if (strchr (",;:()\n\"", (int) (c < 128 ? c : 1)) != NULL || c == '.' || c == 0x2026 ||
           c == 0xAB || c == 0xBB || c == 0x2013 || c == 0x2014 || c == 0x201C || c == 0x201D)
    self->clause = TRUE;
}

static gboolean
is_lone_letter (const char *p, const char *text)
{
  const char *next = g_utf8_next_char (p);

  return g_unichar_isalpha (g_utf8_get_char (p)) &&
         (p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)))) &&
         !g_unichar_isalnum (g_utf8_get_char (next)) && !is_apostrophe (g_utf8_get_char (next));
}

/* Where "V O L E U R", "v.o.l.e.u.r" or "P-A-Y" ends; %NULL when it is none. */
static const char *
skip_spaced (const char *p, const char *text, GString *letters)
{
  const char *end = p;
  gboolean upper = g_unichar_isupper (g_utf8_get_char (p));
  int count = 0, hyphens = 0;

  while (*p != '\0' && is_lone_letter (p, text) && g_unichar_isupper (g_utf8_get_char (p)) == upper)
    {
      g_string_append_len (letters, p, g_utf8_next_char (p) - p);
      end = g_utf8_next_char (p);
      count++;
      if (strchr (" .-_*", *end) == NULL || *end == '\0')
        break;
      hyphens += *end == '-';
      p = end + 1;
    }

  return count >= MIN_SPACED || (upper && count >= MIN_HYPHENED && hyphens >= count - 1) ? end
                                                                                         : NULL;
}

static const char *
take_spaced (Splitter *self, const char *p)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  const char *end = skip_spaced (p, self->text, letters);

  if (end == NULL)
    return NULL;

  add_token (self, relance_guard_text_fold (letters->str, -1), p, (gsize) (end - p));
  g_array_index (self->tokens, RelanceGuardToken, self->tokens->len - 1).spaced = TRUE;
  return end;
}

/* Where a quoted title ends: several words in quotation marks on one line are somebody
 * else's, such as the name of a play; NULL where nothing is quoted. */
static const char *
skip_quoted (const char *p)
{
  gunichar open = g_utf8_get_char (p);
  gunichar close = open == 0xAB ? 0xBB : open == 0x201C ? 0x201D : open == '"' ? '"' : 0;
  const char *inside = g_utf8_next_char (p);
  gboolean several = FALSE, word = FALSE;

  for (p = inside; close != 0 && *p != '\0' && *p != '\n'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == close)
        return several ? g_utf8_next_char (p) : NULL;
      several = several || (word && g_unichar_isalnum (c) &&
                            !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))));
      word = word || g_unichar_isalnum (c);
    }

  return NULL;
}

/**
 * relance_guard_text_split:
 * @text: valid UTF-8
 * @expansions: (element-type utf8 GStrv): folded words that stand for several
 *
 * Returns: (transfer full) (element-type RelanceGuardToken): its words, in order
 */
GArray *
relance_guard_text_split (const char *text, GHashTable *expansions)
{
  Splitter self = { text, g_array_new (FALSE, FALSE, sizeof (RelanceGuardToken)), expansions, TRUE,
                    TRUE };

  g_array_set_clear_func (self.tokens, (GDestroyNotify) clear_token);
  for (const char *p = text; *p != '\0';)
    {
      const char *end = is_lone_letter (p, text) ? take_spaced (&self, p) : skip_quoted (p);

      /* What follows a title begins anew. */
      if (end != NULL)
        self.clause = self.clause || !g_unichar_isalpha (g_utf8_get_char (p));
      else if ((end = skip_code (p)) != NULL)
        add_code (&self, p, end);
      else if (is_part_of_word (p, p))
        {
          end = skip_word (p);
          add_word (&self, p, (gsize) (end - p));
        }
      else
        {
          add_sign (&self, p);
          end = g_utf8_next_char (p);
        }
      p = end;
    }

  return self.tokens;
}
