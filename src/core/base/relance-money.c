/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-money.h"

#include "relance-base-error.h"
#include "relance-locale.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/unum.h>

static const gint64 powers_of_ten[] = { 1, 10, 100, 1000, 10000 };

/**
 * relance_money_is_currency:
 * @code: (nullable): anything
 *
 * Returns: whether @code is three capitals that ISO 4217 has or had as a currency
 */
gboolean
relance_money_is_currency (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4] = { 0 };

  if (code == NULL || strlen (code) != 3)
    return FALSE;
  for (int i = 0; i < 3; i++)
    {
      if (!g_ascii_isupper (code[i]))
        return FALSE;
      wide[i] = (UChar) code[i];
    }

  return ucurr_getNumericCode (wide) != 0 && U_SUCCESS (status);
}

/**
 * relance_money_get_digits:
 * @currency: an ISO 4217 code
 *
 * Returns: how many decimals it has: 2 for EUR, 0 for JPY, 3 for TND
 */
int
relance_money_get_digits (const char *currency)
{
  /* ICU looks it up anew each time, and a file has a hundred thousand amounts of one currency. */
  static _Thread_local char known[4];
  static _Thread_local int digits;
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4] = { 0 };

  if (known[0] != '\0' && strncmp (known, currency, sizeof known) == 0)
    return digits;

  for (int i = 0; i < 3 && currency[i] != '\0'; i++)
    wide[i] = (UChar) currency[i];
  digits = ucurr_getDefaultFractionDigits (wide, &status);
  digits = U_SUCCESS (status) ? CLAMP (digits, 0, (int) G_N_ELEMENTS (powers_of_ten) - 1) : 2;
  g_strlcpy (known, currency, sizeof known);

  return digits;
}

/* Opening an ICU format costs far more than using it: each thread keeps its own. */
static UNumberFormat *
get_format (const char *locale, const char *currency, gboolean whole)
{
  static GPrivate cache = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *formats = g_private_get (&cache);
  g_autofree char *key = g_strdup_printf ("%s|%s|%d", locale, currency, whole);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format;
  UChar wide[4] = { 0 };

  if (formats == NULL)
    {
      formats =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) unum_close);
      g_private_set (&cache, formats);
    }

  format = g_hash_table_lookup (formats, key);
  if (format != NULL)
    return format;

  for (int i = 0; i < 3 && currency[i] != '\0'; i++)
    wide[i] = (UChar) currency[i];
  format = unum_open (UNUM_CURRENCY, NULL, 0, locale, NULL, &status);
  g_assert (U_SUCCESS (status));
  unum_setTextAttribute (format, UNUM_CURRENCY_CODE, wide, 3, &status);
  if (whole)
    unum_setAttribute (format, UNUM_FRACTION_DIGITS, 0);
  g_hash_table_insert (formats, g_steal_pointer (&key), format);

  return format;
}

static char *
format_money (gint64 minor, const char *currency, const char *locale, gboolean whole)
{
  g_autofree char *plain = relance_money_format_plain (minor, currency);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[96];
  int length;

  length = unum_formatDecimal (get_format (relance_locale_get_icu (locale), currency, whole), plain,
                               -1, text, G_N_ELEMENTS (text), NULL, &status);
  g_assert (U_SUCCESS (status));

  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/**
 * relance_money_format:
 * @minor: minor units
 * @currency: an ISO 4217 code
 * @locale: (nullable): "fr", "en_GB"…, or %NULL for the user's own
 *
 * Returns: (transfer full): the amount as that language writes it, "1 234,50 €"
 *   with the no-break spaces of its typography
 */
char *
relance_money_format (gint64 minor, const char *currency, const char *locale)
{
  return format_money (minor, currency, locale, FALSE);
}

/**
 * relance_money_format_short:
 * @minor: minor units
 * @currency: an ISO 4217 code
 * @locale: (nullable): as for relance_money_format()
 *
 * Returns: (transfer full): the amount rounded to whole units, for large figures; one that would
 *   round to nothing in full, for it is not nothing
 */
char *
relance_money_format_short (gint64 minor, const char *currency, const char *locale)
{
  gint64 unit = 1;

  for (int i = 0; i < relance_money_get_digits (currency); i++)
    unit *= 10;
  return format_money (minor, currency, locale, minor == 0 || ABS (minor) > unit / 2);
}

/* With the marks of direction that nobody sees, which Hebrew has in amounts. */
static gboolean
is_of_number (gunichar c)
{
  return g_unichar_isdigit (c) || g_unichar_isspace (c) || c == '.' || c == ',' ||
         g_unichar_type (c) == G_UNICODE_FORMAT;
}

/**
 * relance_money_dup_mark:
 * @currency: an ISO 4217 code
 * @locale: (nullable): as for relance_money_format()
 *
 * Returns: (transfer full): what that language writes beside a number for the currency:
 *   "€", "$US", "F CFA"
 */
char *
relance_money_dup_mark (const char *currency, const char *locale)
{
  g_autofree char *zero = relance_money_format (0, currency, locale);
  const char *start = zero;
  const char *end = zero + strlen (zero);

  while (start < end && is_of_number (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_of_number (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (start, end - start);
}

/**
 * relance_money_format_plain:
 * @minor: minor units
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer full): the decimal number alone, "-1234.50", as programs read it
 */
char *
relance_money_format_plain (gint64 minor, const char *currency)
{
  int digits = relance_money_get_digits (currency);
  gint64 unit = powers_of_ten[digits];
  guint64 value = minor < 0 ? -(guint64) minor : (guint64) minor;
  const char *sign = minor < 0 ? "-" : "";

  if (digits == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, value);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, value / unit,
                          digits, value % unit);
}

/* Keeps digits, separators and the sign of @text; refuses any other character
 * but spaces, one currency sign or code, and Swiss apostrophes. */
static gboolean
strip_amount (const char *text, const char *currency, char *bare, gsize size)
{
  gsize length = 0;
  gboolean sign_seen = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (length + 1 >= size)
        return FALSE;
      if (g_ascii_isdigit (*c) || *c == ',' || *c == '.')
        bare[length++] = *c;
      else if ((*c == '-' || character == 0x2212) && length == 0)
        bare[length++] = '-';
      else if (*c == '+' && length == 0)
        continue;
      else if (!sign_seen && strncmp (c, currency, 3) == 0)
        {
          sign_seen = TRUE;
          c += 2;
        }
      else if (!sign_seen && g_unichar_type (character) == G_UNICODE_CURRENCY_SYMBOL)
        sign_seen = TRUE;
      else if (!g_unichar_isspace (character) && character != 0x00A0 && character != 0x202F &&
               *c != '\'' && character != 0x2019)
        return FALSE;
    }
  bare[length] = '\0';

  return length > 0;
}

/* Where the decimals start in @bare, or NULL; FALSE when its separators contradict @decimal. */
static gboolean
find_decimals (const char *bare, RelanceDecimal decimal, const char **decimals)
{
  const char *comma = strrchr (bare, ',');
  const char *point = strrchr (bare, '.');
  const char *last = comma == NULL || (point != NULL && point > comma) ? point : comma;

  *decimals = NULL;
  if (last == NULL)
    return TRUE;

  if (decimal == RELANCE_DECIMAL_GUESS)
    {
      gboolean repeated = strchr (bare, *last) != last;
      gboolean both = comma != NULL && point != NULL;

      *decimals = repeated || (!both && strlen (last) == 4) ? NULL : last;
      return TRUE;
    }

  *decimals = decimal == RELANCE_DECIMAL_COMMA ? comma : point;
  if (*decimals == NULL)
    return TRUE;

  return *decimals == last && strchr (bare, **decimals) == last;
}

/* Thousands stand in groups of three, the first of one to three, or not at all. */
static gboolean
read_units (const char *from, const char *end, gint64 *units)
{
  int in_group = 0;
  char separator = '\0';

  *units = 0;
  for (const char *c = from; c < end; c++)
    {
      if (!g_ascii_isdigit (*c))
        {
          if (c == from || (separator == '\0' ? in_group > 3 : *c != separator || in_group != 3))
            return FALSE;
          separator = *c;
          in_group = 0;
          continue;
        }
      if (*units > RELANCE_MONEY_MAX)
        return FALSE;
      *units = *units * 10 + (*c - '0');
      in_group++;
    }

  return separator == '\0' || in_group == 3;
}

static gboolean
read_decimals (const char *from, int digits, gint64 *minor)
{
  *minor = 0;
  for (int i = 0; from[i] != '\0'; i++)
    {
      if (!g_ascii_isdigit (from[i]) || (i >= digits && from[i] != '0'))
        return FALSE;
      if (i < digits)
        *minor += (from[i] - '0') * powers_of_ten[digits - 1 - i];
    }

  return TRUE;
}

/**
 * relance_money_parse:
 * @text: an amount as people and programs write it: `1 234,50 €`, `1,234.50`, `-12`
 * @currency: an ISO 4217 code, for how many decimals there are
 * @decimal: which sign separates the decimals, or to guess it from @text alone
 * @minor: (out): minor units, between -%RELANCE_MONEY_MAX and %RELANCE_MONEY_MAX
 * @error: %RELANCE_BASE_ERROR_MONEY or %RELANCE_BASE_ERROR_RANGE
 *
 * A lone separator before exactly three digits is taken for thousands when guessing.
 * More decimals than the currency has are refused, unless they are zeros.
 *
 * Returns: whether @text is an amount
 */
gboolean
relance_money_parse (const char *text,
                     const char *currency,
                     RelanceDecimal decimal,
                     gint64 *minor,
                     GError **error)
{
  int digits = relance_money_get_digits (currency);
  char bare[64];
  const char *from, *decimals, *end;
  gint64 units = 0, rest = 0;

  if (!strip_amount (text, currency, bare, sizeof bare) ||
      !find_decimals (bare, decimal, &decimals))
    bare[0] = '\0', decimals = NULL;

  from = bare[0] == '-' ? bare + 1 : bare;
  end = decimals != NULL ? decimals : from + strlen (from);
  if (*from == '\0' || (end == from && decimals != NULL && decimals[1] == '\0') ||
      !read_units (from, end, &units) ||
      (decimals != NULL && !read_decimals (decimals + 1, digits, &rest)))
    {
      g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_MONEY, "not an amount: “%s”",
                   text);
      return FALSE;
    }

  if (units > RELANCE_MONEY_MAX / powers_of_ten[digits])
    {
      g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_RANGE, "too large: “%s”", text);
      return FALSE;
    }

  *minor = units * powers_of_ten[digits] + rest;
  if (bare[0] == '-')
    *minor = -*minor;

  return TRUE;
}

/**
 * relance_money_get_percent:
 * @part: 0 to @whole, minor units or a count
 * @whole: above 0, however large
 *
 * Rounds down, so that 100 is nothing less than all.
 */
int
relance_money_get_percent (gint64 part, gint64 whole)
{
  if (part >= whole)
    return 100;
  while (whole > G_MAXINT64 / 100)
    {
      part /= 2;
      whole /= 2;
    }
  return (int) MIN (part * 100 / whole, 99);
}
