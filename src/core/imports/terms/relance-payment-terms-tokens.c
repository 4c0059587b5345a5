/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payment-terms-tokens.h"

#include "relance-text.h"

#include <string.h>

#define MAX_TOKENS 4000
#define ABBREVIATION_LETTERS 2
#define MAX_NUMBER 99999999

/* The beginnings of the months, folded, in six languages. */
static const struct
{
  const char *start;
  int month;
} months[] = {
  { "jan", 1 },  { "ene", 1 },   { "gen", 1 },  { "fev", 2 },  { "feb", 2 },  { "mar", 3 },
  { "mrt", 3 },  { "maart", 3 }, { "avr", 4 },  { "apr", 4 },  { "abr", 4 },  { "mai", 5 },
  { "may", 5 },  { "mei", 5 },   { "mag", 5 },  { "juin", 6 }, { "jun", 6 },  { "giu", 6 },
  { "juil", 7 }, { "jul", 7 },   { "lug", 7 },  { "aou", 8 },  { "aug", 8 },  { "ago", 8 },
  { "sep", 9 },  { "set", 9 },   { "oct", 10 }, { "okt", 10 }, { "ott", 10 }, { "nov", 11 },
  { "dec", 12 }, { "dez", 12 },  { "dic", 12 },
};

static int
find_month (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (word, months[i].start))
      return months[i].month;

  return 0;
}

static void
append (GArray *tokens, RelanceTermsKind kind)
{
  RelanceTermsToken token = { .kind = kind, .date = RELANCE_DATE_NONE };

  g_array_append_val (tokens, token);
}

static RelanceTermsToken *
get_last (GArray *tokens)
{
  return tokens->len == 0 ? NULL : &g_array_index (tokens, RelanceTermsToken, tokens->len - 1);
}

/* Reads "3.4.2026", "03/04/26", "2026-04-03". The day comes first, unless it cannot. */
static RelanceDate
read_date (const char *text, gsize *length)
{
  int numbers[3], widths[3], n = 0;
  const char *c = text;
  char separator = '\0';

  for (; n < 3; n++)
    {
      if (n > 0)
        {
          if (strchr ("./-", *c) == NULL || *c == '\0' || (separator != '\0' && *c != separator))
            return RELANCE_DATE_NONE;
          separator = *c++;
          if (separator == '.' && *c == ' ')
            c++;
        }
      numbers[n] = 0;
      for (widths[n] = 0; g_ascii_isdigit (*c) && widths[n] < 5; c++, widths[n]++)
        numbers[n] = numbers[n] * 10 + (*c - '0');
      if (widths[n] == 0)
        return RELANCE_DATE_NONE;
    }
  *length = c - text;

  if (widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2)
    return relance_date_new (numbers[0], numbers[1], numbers[2]);
  if (widths[0] > 2 || widths[1] > 2 || (widths[2] != 4 && widths[2] != 2))
    return RELANCE_DATE_NONE;
  if (widths[2] == 2)
    numbers[2] += 2000;
  if (numbers[1] > 12)
    return relance_date_new (numbers[2], numbers[0], numbers[1]);

  return relance_date_new (numbers[2], numbers[1], numbers[0]);
}

/* 20260403 */
static RelanceDate
read_compact_date (int number)
{
  return number < 19000101 ? RELANCE_DATE_NONE
                           : relance_date_new (number / 10000, number / 100 % 100, number % 100);
}

/* A whole part and what a point or a comma adds to it: thousands or decimals. */
static gsize
read_number (GArray *tokens, const char *text)
{
  RelanceTermsToken token = { .kind = RELANCE_TERMS_NUMBER, .zero = TRUE };
  const char *c = text;

  for (; g_ascii_isdigit (*c); c++)
    {
      token.number = MIN (token.number * (gint64) 10 + (*c - '0'), MAX_NUMBER);
      token.zero &= *c == '0';
    }
  token.date = c - text == 8 ? read_compact_date (token.number) : RELANCE_DATE_NONE;
  if (token.date != RELANCE_DATE_NONE)
    token.kind = RELANCE_TERMS_DATE;
  while ((*c == '.' || *c == ',') && g_ascii_isdigit (c[1]))
    for (c++, token.fraction = TRUE; g_ascii_isdigit (*c); c++)
      token.zero &= *c == '0';
  g_array_append_val (tokens, token);

  return c - text;
}

static gsize
read_figures (GArray *tokens, const char *text)
{
  gsize length = 0;
  RelanceDate date = read_date (text, &length);

  if (date == RELANCE_DATE_NONE || g_ascii_isdigit (text[length]))
    return read_number (tokens, text);
  append (tokens, RELANCE_TERMS_DATE);
  get_last (tokens)->date = date;

  return length;
}

static gsize
read_word (GArray *tokens, const char *text)
{
  static const char *const percents[] = { "prozent", "percent", "procent", "pct", NULL };
  RelanceTermsToken *token;
  gsize length = 0;

  while (g_ascii_isalpha (text[length]))
    length++;
  append (tokens, RELANCE_TERMS_WORD);
  token = get_last (tokens);
  g_strlcpy (token->word, text, MIN (length + 1, sizeof token->word));
  if (g_strv_contains (percents, token->word))
    token->kind = RELANCE_TERMS_PERCENT;

  return length;
}

/* "30 Tg. netto": a short word's point abbreviates it, a
 * number's makes it an ordinal. */
static gboolean
ends_sentence (GArray *tokens, const char *point)
{
  const RelanceTermsToken *last = get_last (tokens);

  if (point[1] != ' ' && point[1] != '\0')
    return FALSE;

  return last != NULL && last->kind != RELANCE_TERMS_NUMBER &&
         !(last->kind == RELANCE_TERMS_WORD && strlen (last->word) <= ABBREVIATION_LETTERS);
}

static void
split_line (GArray *tokens, const char *line)
{
  g_autofree char *folded = relance_text_fold (line);

  for (const char *c = folded; *c != '\0' && tokens->len < MAX_TOKENS;)
    {
      if (g_ascii_isdigit (*c))
        c += read_figures (tokens, c);
      else if (g_ascii_isalpha (*c))
        c += read_word (tokens, c);
      else
        {
          if (*c == '%')
            append (tokens, RELANCE_TERMS_PERCENT);
          else if (*c == ',' || *c == ';' || *c == '|' || (*c == '.' && ends_sentence (tokens, c)))
            append (tokens, RELANCE_TERMS_BREAK);
          c++;
        }
    }
  append (tokens, RELANCE_TERMS_BREAK);
}

static gboolean
is_year (const RelanceTermsToken *token)
{
  return token->kind == RELANCE_TERMS_NUMBER && token->number >= 1990 && token->number <= 2199;
}

static gboolean
is_filler (const RelanceTermsToken *token)
{
  static const char *const fillers[] = { "er", "st", "nd", "rd", "th", "de", "of", "del", NULL };

  return token->kind == RELANCE_TERMS_BREAK ||
         (token->kind == RELANCE_TERMS_WORD && g_strv_contains (fillers, token->word));
}

/* The next token that says something; @n is one past the last. */
static guint
skip_fillers (const RelanceTermsToken *tokens, guint from, guint n)
{
  while (from < n && is_filler (&tokens[from]))
    from++;

  return from;
}

/* "31 mars 2026", "March 31st, 2026": three tokens that become one. */
static guint
match_written_date (const RelanceTermsToken *tokens, guint i, guint n, RelanceDate *date)
{
  guint second = skip_fillers (tokens, i + 1, n);
  guint third = second < n ? skip_fillers (tokens, second + 1, n) : n;
  const RelanceTermsToken *day = &tokens[i], *month;

  *date = RELANCE_DATE_NONE;
  if (third >= n || !is_year (&tokens[third]))
    return 0;
  month = &tokens[second];
  if (day->kind == RELANCE_TERMS_WORD)
    day = &tokens[second], month = &tokens[i];
  if (day->kind != RELANCE_TERMS_NUMBER || month->kind != RELANCE_TERMS_WORD)
    return 0;
  *date = relance_date_new (tokens[third].number, find_month (month->word), day->number);

  return *date == RELANCE_DATE_NONE ? 0 : third - i + 1;
}

static void
join_written_dates (GArray *tokens)
{
  RelanceTermsToken *all = (RelanceTermsToken *) (void *) tokens->data;
  guint to = 0;

  for (guint i = 0; i < tokens->len;)
    {
      RelanceDate date;
      guint used = match_written_date (all, i, tokens->len, &date);

      all[to] = all[i];
      if (used > 0)
        {
          all[to].kind = RELANCE_TERMS_DATE;
          all[to].date = date;
        }
      to++;
      i += MAX (used, 1);
    }
  g_array_set_size (tokens, to);
}

/* XRechnung's own form for a discount, such as `#SKONTO#TAGE=14#PROZENT=2.00#`, and
 * for interest: it goes, what stands around it stays. */
static void
drop_structured (char *line)
{
  char *from = strstr (line, "#SKONTO#");
  const char *last = strrchr (line, '#');

  if (from == NULL)
    from = strstr (line, "#VERZUG#");
  for (; from != NULL && from <= last; from++)
    *from = ' ';
}

/**
 * relance_payment_terms_tokens_split:
 * @text: payment terms in a person's words
 *
 * Returns: (transfer full) (element-type RelanceTermsToken): its words, numbers and
 *   dates; a break ends every line
 */
GArray *
relance_payment_terms_tokens_split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (RelanceTermsToken));
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      drop_structured (lines[i]);
      split_line (tokens, lines[i]);
    }
  join_written_dates (tokens);

  return tokens;
}
