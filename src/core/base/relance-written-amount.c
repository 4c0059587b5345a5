/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-written-amount.h"

#include "relance-base-error.h"
#include "relance-text.h"

#include <string.h>

typedef struct
{
  const char *word; /* folded */
  const char *currency;
} CurrencyWord;

static const CurrencyWord currency_words[] = {
  { "€", "EUR" },   { "euro", "EUR" }, { "euros", "EUR" }, { "£", "GBP" },  { "$", "USD" },
  { "us$", "USD" }, { "ca$", "CAD" },  { "c$", "CAD" },    { "fr", "CHF" }, { "¥", "JPY" },
};

static gboolean
read_currency (const char *from, gsize length, char currency[4])
{
  char word[16];
  g_autofree char *folded = NULL;
  g_autofree char *upper = NULL;

  if (length >= sizeof word || currency[0] != '\0')
    return FALSE;
  memcpy (word, from, length);
  word[length] = '\0';

  folded = relance_text_fold (word);
  for (gsize i = 0; i < G_N_ELEMENTS (currency_words); i++)
    if (g_str_equal (folded, currency_words[i].word))
      {
        g_strlcpy (currency, currency_words[i].currency, 4);
        return TRUE;
      }

  upper = g_ascii_strup (word, -1);
  if (!relance_money_is_currency (upper))
    return FALSE;
  g_strlcpy (currency, upper, 4);

  return TRUE;
}

static gboolean
is_space (gunichar character)
{
  return g_unichar_isspace (character) || character == 0x00A0 || character == 0x202F;
}

static gboolean
is_in_currency (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_type (character) == G_UNICODE_CURRENCY_SYMBOL;
}

/* The length of the currency's name or sign that @from begins with. */
static gsize
measure_currency (const char *from)
{
  const char *to = from;

  while (*to != '\0' && is_in_currency (g_utf8_get_char (to)))
    to = g_utf8_next_char (to);

  return to - from;
}

static gboolean
is_dash (gunichar character)
{
  return character == '-' || character == 0x2212 || character == 0x2013 || character == 0x2014;
}

/* "1'200.–" and "12,--": dashes in the place of the decimals. */
static const char *
skip_no_decimals (const char *from, const char *digits, gsize n)
{
  if (n < 2 || (digits[n - 1] != '.' && digits[n - 1] != ','))
    return from;
  while (is_dash (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);

  return from;
}

/* Groups of digits that a space keeps apart are thousands: three digits in all
 * but the first. "12 5" is two numbers, not 125. */
static gboolean
breaks_group (int digits_since_space, gboolean space_seen)
{
  return space_seen && digits_since_space != 3;
}

static gboolean
scan (const char *text, RelanceWrittenAmount *amount, gsize *length)
{
  gboolean space_seen = FALSE, pending = FALSE, ended = FALSE;
  int since_space = 0;
  gsize n = 0, word;
  const char *after;

  for (const char *c = text; *c != '\0';)
    {
      gunichar character = g_utf8_get_char (c);

      if (n + 2 >= sizeof amount->digits)
        return FALSE;
      if (ended && (g_ascii_isdigit (*c) || *c == ',' || *c == '.'))
        return FALSE;
      if (g_ascii_isdigit (*c))
        {
          if (pending && n > 0 && g_ascii_isdigit (amount->digits[n - 1]))
            {
              if (since_space > 3 || breaks_group (since_space, space_seen))
                return FALSE;
              space_seen = TRUE;
              since_space = 0;
            }
          amount->digits[n++] = *c;
          since_space++;
        }
      else if (*c == ',' || *c == '.')
        {
          if (breaks_group (since_space, space_seen))
            return FALSE;
          amount->digits[n++] = *c;
          space_seen = FALSE;
          since_space = 0;
        }
      else if ((*c == '-' || character == 0x2212) && n == 0)
        amount->digits[n++] = '-';
      else if (is_space (character) || *c == '\'' || character == 0x2019)
        {
          pending = TRUE;
          c = g_utf8_next_char (c);
          continue;
        }
      else if ((after = skip_no_decimals (c, amount->digits, n)) != c)
        {
          ended = TRUE;
          n--;
          c = after;
          continue;
        }
      else
        {
          word = measure_currency (c);
          if (word == 0 || !read_currency (c, word, amount->currency))
            return FALSE;
          ended |= n > 0 && g_ascii_isdigit (amount->digits[n - 1]);
          c += word;
          continue;
        }
      pending = FALSE;
      c = g_utf8_next_char (c);
    }

  *length = n;

  return ended || !breaks_group (since_space, space_seen);
}

/* As most cells are: figures and their signs. A hundred thousand of them are looked at twice. */
static gboolean
copy_plain (const char *text, gsize length, RelanceWrittenAmount *amount)
{
  if (length + 2 > sizeof amount->digits || strspn (text, "0123456789,.") != length)
    return FALSE;
  memcpy (amount->digits, text, length);

  return TRUE;
}

/* Accountants write what is below zero in parentheses, and some programs write its sign last:
 * (transfer full) (nullable): the same with the sign first. */
static char *
move_sign (const char *text, gsize length)
{
  const char *open = strchr (text, '('), *close = strrchr (text, ')');
  const char *last = g_utf8_find_prev_char (text, text + length);

  if (open != NULL && close != NULL && close > open + 1 && strchr (open + 1, '(') == NULL)
    return g_strdup_printf ("%.*s-%.*s%s", (int) (open - text), text, (int) (close - open - 1),
                            open + 1, close + 1);
  if (last != NULL && last > text && g_ascii_isdigit (last[-1]) && is_dash (g_utf8_get_char (last)))
    return g_strdup_printf ("-%.*s", (int) (last - text), text);

  return NULL;
}

/**
 * relance_written_currency_read:
 * @text: `EUR`, `€`, `euros`, `US$`
 * @currency: (out): its ISO 4217 code
 *
 * Returns: whether it is a currency that is known
 */
gboolean
relance_written_currency_read (const char *text, char currency[4])
{
  currency[0] = '\0';

  return read_currency (text, strlen (text), currency);
}

/**
 * relance_written_amount_split:
 * @text: a cell, such as `1 234,56 €`, `CHF 1'200.–`, `(12.00)`, `12,00-`
 * @amount: (out caller-allocates): its parts
 *
 * A leading `=`, `+` or `@` is a formula, and no formula is an amount.
 *
 * Returns: whether it can be an amount at all
 */
gboolean
relance_written_amount_split (const char *text, RelanceWrittenAmount *amount)
{
  g_autofree char *moved = NULL;
  gsize length = strlen (text), n = length;

  amount->currency[0] = '\0';
  if (length > 60)
    return FALSE;
  if (!copy_plain (text, length, amount))
    {
      moved = move_sign (text, length);
      if (!scan (moved != NULL ? moved : text, amount, &n))
        return FALSE;
    }
  if (n == 0)
    return FALSE;
  amount->digits[n] = '\0';

  return g_ascii_isdigit (amount->digits[n - 1]) || n > 1;
}

/**
 * relance_written_amount_vote:
 *
 * Returns: the decimal sign that @amount shows by itself, or
 *   %RELANCE_DECIMAL_GUESS when it could be read either way
 */
RelanceDecimal
relance_written_amount_vote (const RelanceWrittenAmount *amount)
{
  const char *digits = amount->digits[0] == '-' ? amount->digits + 1 : amount->digits;
  const char *comma = strrchr (digits, ',');
  const char *point = strrchr (digits, '.');
  const char *last = comma == NULL || (point != NULL && point > comma) ? point : comma;

  if (last == NULL)
    return RELANCE_DECIMAL_GUESS;
  if (comma != NULL && point != NULL)
    return last == comma ? RELANCE_DECIMAL_COMMA : RELANCE_DECIMAL_POINT;
  if (strchr (digits, *last) != last) /* repeated: it parts thousands */
    return last == comma ? RELANCE_DECIMAL_POINT : RELANCE_DECIMAL_COMMA;
  if (strlen (last) == 4 && last - digits <= 3 && digits[0] != '0')
    return RELANCE_DECIMAL_GUESS;

  return last == comma ? RELANCE_DECIMAL_COMMA : RELANCE_DECIMAL_POINT;
}

/**
 * relance_written_amount_to_minor:
 * @currency: an ISO 4217 code
 * @decimal: what the whole column uses
 * @minor: (out): minor units
 * @error: %RELANCE_BASE_ERROR_MONEY or %RELANCE_BASE_ERROR_RANGE
 *
 * In a column of decimal commas "1,200" may be a thousand and two hundred that
 * somebody typed the English way: it is refused, not read as 1.20.
 *
 * Returns: whether @amount is a sum of money in that column
 */
gboolean
relance_written_amount_to_minor (const RelanceWrittenAmount *amount,
                                 const char *currency,
                                 RelanceDecimal decimal,
                                 gint64 *minor,
                                 GError **error)
{
  const char sign = decimal == RELANCE_DECIMAL_COMMA ? ',' : '.';

  if (strchr (amount->digits, sign) != NULL && relance_money_get_digits (currency) != 3 &&
      relance_written_amount_vote (amount) == RELANCE_DECIMAL_GUESS)
    {
      g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_MONEY, "ambiguous: “%s”",
                   amount->digits);
      return FALSE;
    }

  return relance_money_parse (amount->digits, currency, decimal, minor, error);
}
