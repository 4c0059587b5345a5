/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-typed-amount.h"

#include "relance-base-error.h"
#include "relance-locale.h"
#include "relance-money.h"
#include "relance-written-amount.h"

#include <string.h>
#include <unicode/unum.h>

#define LONGEST 60

static char *
dup_symbol (UNumberFormat *format, UNumberFormatSymbol symbol)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[8];
  int length = unum_getSymbol (format, symbol, wide, G_N_ELEMENTS (wide), &status);

  return U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) wide, length, NULL, NULL, NULL)
                            : NULL;
}

/* Whether @sign has that part in numbers, where the language is read. */
static gboolean
is_symbol (char sign, UNumberFormatSymbol symbol, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format =
    unum_open (UNUM_DECIMAL, NULL, 0, relance_locale_get_icu (locale), NULL, &status);
  g_autofree char *text = NULL;

  g_assert (U_SUCCESS (status));
  text = dup_symbol (format, symbol);
  unum_close (format);

  return text != NULL && text[0] == sign && text[1] == '\0';
}

static RelanceDecimal
get_other (char sign)
{
  return sign == ',' ? RELANCE_DECIMAL_POINT : RELANCE_DECIMAL_COMMA;
}

/*
 * "1,200" says nothing by itself. It is a thousand and two hundred for whoever parts
 * thousands so, and for nobody else 1.2. Where the currency has three decimals a point
 * is their sign, as programs write, and a comma where the language has it so.
 */
static RelanceDecimal
pick_decimal (const RelanceWrittenAmount *amount, const char *currency, const char *locale)
{
  RelanceDecimal decimal = relance_written_amount_vote (amount);
  const char *sign = strpbrk (amount->digits, ",.");

  if (decimal != RELANCE_DECIMAL_GUESS || sign == NULL)
    return decimal;
  if (relance_money_get_digits (currency) == 3)
    return *sign == '.' || !is_symbol (',', UNUM_DECIMAL_SEPARATOR_SYMBOL, locale)
             ? RELANCE_DECIMAL_POINT
             : RELANCE_DECIMAL_COMMA;
  if (is_symbol (*sign, UNUM_GROUPING_SEPARATOR_SYMBOL, locale))
    return get_other (*sign);

  return *sign == ',' ? RELANCE_DECIMAL_COMMA : RELANCE_DECIMAL_POINT;
}

static gboolean
is_currency_sign (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_CURRENCY_SYMBOL;
}

/* Takes one @mark out of @text. */
static gboolean
take_out (GString *text, const char *mark)
{
  const char *found = *mark != '\0' ? strstr (text->str, mark) : NULL;

  if (found != NULL)
    g_string_erase (text, found - text->str, (gssize) strlen (mark));

  return found != NULL;
}

/* The currency's own mark, "$CA", or its sign alone, "$": what is left is a number, or
 * speaks of another currency. */
static void
take_out_mark (GString *text, const char *currency, const char *locale)
{
  g_autofree char *mark = relance_money_dup_mark (currency, locale);

  if (take_out (text, mark))
    return;
  for (const char *c = mark; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *sign = g_strndup (c, g_utf8_next_char (c) - c);

      if (is_currency_sign (g_utf8_get_char (c)) && take_out (text, sign))
        return;
    }
}

/* Languages that are written from right to left have marks of direction in amounts, which nobody
 * sees and nobody deletes. */
static GString *
copy_visible (const char *text)
{
  GString *visible = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_type (g_utf8_get_char (c)) != G_UNICODE_FORMAT)
      g_string_append_unichar (visible, g_utf8_get_char (c));

  return visible;
}

static gboolean
split (const char *text, const char *currency, const char *locale, RelanceWrittenAmount *amount)
{
  g_autoptr (GString) number = copy_visible (text);

  take_out_mark (number, currency, locale);
  if (!relance_written_amount_split (g_strstrip (number->str), amount))
    return FALSE;

  return amount->currency[0] == '\0' || g_str_equal (amount->currency, currency);
}

/**
 * relance_typed_amount_parse:
 * @text: what was typed: `1 234,5`, `1234.5`, `1,234.50`, `1.234,50`, `1234,5 €`, `$12`
 * @currency: the ISO 4217 code of what is asked for
 * @locale: (nullable): whose way of writing numbers, %NULL for the user's own
 * @minor: (out): minor units
 * @error: %RELANCE_BASE_ERROR_MONEY or %RELANCE_BASE_ERROR_RANGE
 *
 * Either sign is taken for the decimal sign, whatever the language, as long as it can be
 * nothing else; "1,200" is a thousand and two hundred where the language parts thousands
 * with a comma, and refused elsewhere. So is an amount of another currency, and a sum.
 *
 * Returns: whether @text is an amount of that currency
 */
gboolean
relance_typed_amount_parse (const char *text,
                            const char *currency,
                            const char *locale,
                            gint64 *minor,
                            GError **error)
{
  RelanceWrittenAmount amount;

  if (strlen (text) > LONGEST || !g_utf8_validate (text, -1, NULL) ||
      !split (text, currency, locale, &amount))
    {
      g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_MONEY, "not an amount of %s",
                   currency);
      return FALSE;
    }

  return relance_written_amount_to_minor (&amount, currency,
                                          pick_decimal (&amount, currency, locale), minor, error);
}
