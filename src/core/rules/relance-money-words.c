/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-money-words.h"

#include "relance-money.h"

#include <string.h>

#define SPACE "[ \\x{a0}\\x{202f}]"
#define NUMBER                                                                                     \
  "(?<![\\p{L}\\d.,/_-])(?:\\d{1,3}(?:[ \\x{a0}\\x{202f}.,'’]\\d{3})+(?:[.,]\\d{1,3})?(?!\\d)"     \
  "|\\d+(?:[.,]\\d{1,3})?(?!\\d))"

static void
free_quoted_amount (RelanceQuotedAmount *amount)
{
  g_free (amount->quote);
  g_array_unref (amount->readings);
  g_free (amount);
}

static void
add_mark (GString *pattern, const char *mark)
{
  g_autofree char *escaped = g_regex_escape_string (mark, -1);

  g_string_append_printf (pattern, "%s%s", pattern->len > 0 ? "|" : "", escaped);
}

/* A dollar alone is of any country that has one; "$US" is not. */
static char *
get_marks_pattern (const char *currency)
{
  g_autofree char *french = relance_money_dup_mark (currency, "fr");
  g_autofree char *english = relance_money_dup_mark (currency, "en_GB");
  GString *pattern = g_string_new (NULL);

  add_mark (pattern, currency);
  add_mark (pattern, french);
  add_mark (pattern, english);
  if (strchr (english, '$') != NULL)
    g_string_append (pattern, "|(?<!\\p{L})\\$(?!\\p{L})");

  return g_string_free_and_steal (pattern);
}

static GRegex *
compile_amount (const char *currency)
{
  g_autofree char *marks = get_marks_pattern (currency);
  g_autofree char *pattern = g_strdup_printf (
    "(?:%s)" SPACE "*(?<before>" NUMBER ")|(?<after>" NUMBER ")" SPACE "*(?:%s)", marks, marks);

  return g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
}

static const char *
skip_first_group (const char *number)
{
  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return g_utf8_next_char (p);

  return NULL;
}

/* "123,456" may have decimals where the currency has three: every way to read it counts. */
static void
add_readings (GArray *readings, const char *number, const char *currency)
{
  static const RelanceDecimal ways[] = { RELANCE_DECIMAL_GUESS, RELANCE_DECIMAL_COMMA,
                                         RELANCE_DECIMAL_POINT };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gint64 minor;

      if (relance_money_parse (number, currency, ways[i], &minor, NULL))
        g_array_append_val (readings, minor);
    }
}

static GArray *
read_number (const char *number, const char *currency)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const char *p = number; p != NULL; p = skip_first_group (p))
    add_readings (readings, p, currency);

  return readings;
}

static RelanceQuotedAmount *
read_match (GMatchInfo *match, const char *currency)
{
  RelanceQuotedAmount *amount = g_new0 (RelanceQuotedAmount, 1);
  g_autofree char *before = g_match_info_fetch_named (match, "before");
  g_autofree char *after = g_match_info_fetch_named (match, "after");
  const char *number = before != NULL && *before != '\0' ? before : after;

  amount->quote = g_match_info_fetch (match, 0);
  amount->readings = read_number (number, currency);
  return amount;
}

/**
 * relance_money_words_find:
 * @currency: an ISO 4217 code
 *
 * Finds the amounts of one currency that a text speaks of, however they are
 * written: `1 200,00 €`, `1200 EUR`, `€1,200`.
 *
 * Returns: (transfer full) (element-type RelanceQuotedAmount): in reading order
 */
GPtrArray *
relance_money_words_find (const char *text, const char *currency)
{
  GPtrArray *amounts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_quoted_amount);
  g_autoptr (GRegex) regex = compile_amount (currency);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert (regex != NULL);

  g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (amounts, read_match (match, currency));

  return amounts;
}

/**
 * relance_quoted_amount_means:
 *
 * Returns: whether @minor is one of the readings
 */
gboolean
relance_quoted_amount_means (const RelanceQuotedAmount *self, gint64 minor)
{
  for (guint i = 0; i < self->readings->len; i++)
    if (g_array_index (self->readings, gint64, i) == minor)
      return TRUE;

  return FALSE;
}
