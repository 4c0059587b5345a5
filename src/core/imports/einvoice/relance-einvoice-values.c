/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-einvoice-values.h"

#include "relance-money.h"

#include <string.h>

#define MAX_EXPONENT 40
#define MAX_DIGITS 1000

typedef struct
{
  const char *digits; /* where they start; a point may stand among them */
  int n_digits;
  int shift; /* how many digits minor units have more, or fewer when below 0 */
  gboolean negative;
} Decimal;

static int
read_digits (const char *text, int from, int count)
{
  int value = 0;

  for (int i = from; i < from + count; i++)
    value = value * 10 + (text[i] - '0');

  return value;
}

static gboolean
read_exponent (const char *text, int *exponent)
{
  gboolean negative = *text == '-';
  guint64 value;
  char *end;

  if (*text == '-' || *text == '+')
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  value = g_ascii_strtoull (text, &end, 10);
  if (*end != '\0' || value > MAX_EXPONENT)
    return FALSE;
  *exponent = negative ? -(int) value : (int) value;

  return TRUE;
}

/* The form of xs:decimal, and of xs:double because some programs write 1.0E3. */
static gboolean
split_decimal (const char *text, int digits, Decimal *decimal)
{
  gsize whole, fraction = 0;
  int exponent = 0;
  const char *rest;

  *decimal = (Decimal) { .negative = *text == '-' };
  if (*text == '-' || *text == '+')
    text++;
  decimal->digits = text;
  whole = strspn (text, "0123456789");
  rest = text + whole;
  if (*rest == '.')
    {
      fraction = strspn (rest + 1, "0123456789");
      rest += 1 + fraction;
    }
  if (whole + fraction == 0 || whole + fraction > MAX_DIGITS)
    return FALSE;
  decimal->n_digits = (int) (whole + fraction);
  if (*rest == 'e' || *rest == 'E')
    {
      if (!read_exponent (rest + 1, &exponent))
        return FALSE;
    }
  else if (*rest != '\0')
    return FALSE;
  decimal->shift = digits + exponent - (int) fraction;

  return TRUE;
}

static int
get_digit (const Decimal *decimal, int index)
{
  const char *point = decimal->digits + strspn (decimal->digits, "0123456789");
  const char *digit = decimal->digits + index;

  return *(digit >= point ? digit + 1 : digit) - '0';
}

/* Appends a digit to @value; FALSE when that is more money than there is. */
static gboolean
append_digit (gint64 *value, int digit)
{
  *value = *value * 10 + digit;

  return *value <= RELANCE_MONEY_MAX;
}

/* Half away from zero: the first digit that is dropped decides by itself. */
static gboolean
scale (const Decimal *decimal, gint64 *minor)
{
  int to_keep = decimal->n_digits + decimal->shift;
  gint64 value = 0;
  int seen = 0;

  for (const char *c = decimal->digits; seen < decimal->n_digits && seen < to_keep; c++)
    if (*c != '.')
      {
        if (!append_digit (&value, *c - '0'))
          return FALSE;
        seen++;
      }
  for (; seen < to_keep && value != 0; seen++)
    if (!append_digit (&value, 0))
      return FALSE;
  if (to_keep >= 0 && to_keep < decimal->n_digits && get_digit (decimal, to_keep) >= 5)
    value++;

  *minor = decimal->negative ? -value : value;

  return value <= RELANCE_MONEY_MAX;
}

static RelanceDate
find_week (int year, int week, RelanceEinvoiceDay day)
{
  RelanceDate january_4 = relance_date_new (year, 1, 4);
  RelanceDate monday;

  if (january_4 == RELANCE_DATE_NONE || week < 1 || week > 53)
    return RELANCE_DATE_NONE;
  monday = january_4 - (relance_date_get_weekday (january_4) - 1) + (week - 1) * 7;

  return day == RELANCE_EINVOICE_LAST_DAY ? monday + 6 : monday;
}

static RelanceDate
find_month (int year, int month, RelanceEinvoiceDay day)
{
  if (day == RELANCE_EINVOICE_FIRST_DAY)
    return relance_date_new (year, month, 1);
  if (month < 1 || month > 11)
    return relance_date_new (year, month, 31);

  return year > 0 ? relance_date_new (year, month + 1, 1) - 1 : RELANCE_DATE_NONE;
}

static RelanceDate
parse_digits (const char *text, gsize length, const char *format, RelanceEinvoiceDay day)
{
  if (length == 8 || length == 12 || length == 14)
    return relance_date_new (read_digits (text, 0, 4), read_digits (text, 4, 2),
                             read_digits (text, 6, 2));
  if (length != 6)
    return RELANCE_DATE_NONE;
  if (g_strcmp0 (format, "616") == 0)
    return find_week (read_digits (text, 0, 4), read_digits (text, 4, 2), day);
  if (g_strcmp0 (format, "101") == 0)
    return relance_date_new (2000 + read_digits (text, 0, 2), read_digits (text, 2, 2),
                             read_digits (text, 4, 2));

  return find_month (read_digits (text, 0, 4), read_digits (text, 4, 2), day);
}

static RelanceDate
parse_iso (const char *text)
{
  static const char shape[] = "dddd-dd-dd";

  for (int i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return RELANCE_DATE_NONE;
  if (text[10] != '\0' && strchr ("TZ+- ", text[10]) == NULL)
    return RELANCE_DATE_NONE;

  return relance_date_new (read_digits (text, 0, 4), read_digits (text, 5, 2),
                           read_digits (text, 8, 2));
}

/**
 * relance_einvoice_amount_parse:
 * @text: an amount as XML writes it: a point for the decimals, no thousands
 * @currency: an ISO 4217 code, for how many decimals there are
 * @minor: (out): minor units, within %RELANCE_MONEY_MAX
 *
 * More decimals than the currency has are rounded, half away from zero: EN 16931
 * has two for every total, but programs write what they computed.
 *
 * Returns: whether it is an amount
 */
gboolean
relance_einvoice_amount_parse (const char *text, const char *currency, gint64 *minor)
{
  Decimal decimal;

  return split_decimal (text, relance_money_get_digits (currency), &decimal) &&
         scale (&decimal, minor);
}

/**
 * relance_einvoice_date_parse:
 * @text: (nullable): a date as CII or UBL writes it
 * @format: (nullable): UNTDID 2379: 102 is CCYYMMDD, 610 CCYYMM, 616 CCYYWW
 * @day: which day a month or a week stands for
 *
 * The text's own shape goes before a format that contradicts it. The time of day
 * and the zone are dropped: the date is the one at the seller's.
 *
 * Returns: %RELANCE_DATE_NONE when there is no such date
 */
RelanceDate
relance_einvoice_date_parse (const char *text, const char *format, RelanceEinvoiceDay day)
{
  gsize digits = text != NULL ? strspn (text, "0123456789") : 0;

  if (text == NULL)
    return RELANCE_DATE_NONE;

  return text[digits] == '\0' ? parse_digits (text, digits, format, day) : parse_iso (text);
}
