/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-words.h"

#include "relance-text.h"

#include <string.h>

/* What a slot is called when it stands between marks that other words may stand between too. */
#define SLOT_WORDS                                                                                 \
  "nom|prénom|nom du client|client|date|montant|numéro|n°|adresse|société|échéance|référence|"     \
  "facture|iban|name|first name|client name|customer name|company|company name|amount|number|"     \
  "invoice number|invoice|due date|address|reference|sum|total|delay|somme|délai|signature"

/* What is to be filled in and begins with a mark: slots of letters and of other programs, dots. */
static const char *const slots[] = {
  "\\{\\{[^}\\n]*\\}?\\}?|\\}\\}",
  "\\{[\\p{L}\\p{N} _.'’]{1,40}\\}|\\$\\{[^}\\n]{1,40}\\}",
  "\\[\\[[^\\]\\n]{1,40}\\]\\]|\\[(?!sic\\])[\\p{L}][\\p{L} _'’./°:-]{1,40}\\]|\\[[?_ .-]+\\]",
  "<<[^>\\n]{1,40}>>|<[\\p{L}][\\p{L} _'’]{1,40}>",
  "%[\\p{L}_][\\p{L}\\p{N}_]{2,30}%|%\\([\\p{L}_]+\\)[sd]|(?<![\\p{L}\\p{N}%])%[sd]\\b",
  "(@@|##|__|\\*\\*|~~|\\|\\|)[\\p{Lu}][\\p{Lu}\\p{N}_ ]{2,30}\\1|#[\\p{L}_]{3,30}#",
  "(?<![\\p{L}\\p{N}])[$@][\\p{Ll}][\\p{Ll}_]{2,30}\\b(?![.@])|\\|[\\p{Lu}_]{3,30}\\|",
  "[«‹\"“] ?(?i:" SLOT_WORDS ") ?[»›\"”]|\\((?i:" SLOT_WORDS ")\\)",
  "\\((?i:insérer|insérez|insert|add|fill in|compléter|à préciser|à définir)[\\p{L} ]{0,30}\\)",
  "_{3,}|(?:\\.{3,}|…+|\\?{2,}|-{3,})(?= ?[€£])|[€£] ?(?:\\.{3,}|…|\\?{2,}|_+|-{2,})",
  "[£€$] ?[xX]{2,}(?:[.,][xX]{2})?|[#№] ?(?:\\.{3,}|…|\\?{2,})|\\?{2,}/\\?{2,}|\\.{2,}/\\.{2,}/?",
};

/* What begins with a word: fillers, notes to oneself, and nothing where something belongs. */
static const char *const fillers[] = {
  "[xX]{2,4}/[xX]{2,4}(?:/[xX]{2,4})?|[xX]{2,}(?:[.,][xX]{2})? ?[€£$]",
  "XX(?= \\p{L})|X{3,}\\b(?! ?\\d|-\\d)|x{3,}\\b(?! ?\\d|\\s*(?:\\n|$))",
  "[JD]{2}[/.-]MM(?:[/.-][AY]{2,4})?\\b|MM[/.-]DD(?:[/.-]Y{2,4})?\\b|[AY]{4}-MM-[JD]{2}\\b",
  "\\p{Lu}{2,}(?:_\\p{Lu}{2,})+\\b",
  "(?:TODO(?!\\.\\w)|TBC|TBD|TBA|FIXME|NaN|undefined|null(?=[ ,;.!]))\\b",
  "(?i:lorem ipsum|à (?:compléter|remplir|renseigner)(?! par)|to be (?:completed|filled "
  "in|confirmed))\\b",
  "(?i:insérer|insérez|insert|add|put|mettre|mettez|indiquer|ajouter|compléter) "
  "(?i:(?:the|le|la|l'|l’|your client's|client's)? ?(?:" SLOT_WORDS
  ")[\\p{L} ]{0,20})?(?i:here|ici)\\b",
  "(?:Dear|Cher|Chère|Chers) ?,|(?:Hi|Hello) ,",
  "n° ?(?:\\.{3,}|…|\\?{2,})|n° ?(?=(?:du|de|d'|reste|est|,|\\.)(?: |$))|no\\. "
  "?(?:\\.{3,}|…|\\?{2,})",
};

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

static char *
join_patterns (const char *const *patterns, gsize n)
{
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", patterns[i]);
  return g_string_free_and_steal (joined);
}

/* Most of a letter is the insides of words, where nothing of this can begin. */
static GRegex *
compile_placeholders (void)
{
  g_autofree char *marks = join_patterns (slots, G_N_ELEMENTS (slots));
  g_autofree char *words = join_patterns (fillers, G_N_ELEMENTS (fillers));
  g_autofree char *pattern =
    g_strdup_printf ("(?=[^a-zA-Z0 \\n])(?:%s)|(?<![a-zA-Z])(?:%s)|00/00/0000", marks, words);
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, &error);

  if (regex == NULL)
    g_error ("Placeholders: %s", error->message);
  return regex;
}

static GRegex *
get_placeholders (void)
{
  static GRegex *regex;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, compile_placeholders ());
  return regex;
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
  g_autoptr (GMatchInfo) match = NULL;
  int from = 0;

  if (!g_regex_match (get_placeholders (), text, G_REGEX_MATCH_DEFAULT, &match))
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
