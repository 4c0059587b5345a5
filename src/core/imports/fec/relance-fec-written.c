/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fec-written.h"

#include <string.h>

/* Above any amount that a book holds, and far from overflow. */
#define TOO_MANY_DIGITS 17

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* « 05/01/24 » is of this century: no accounting export is older. */
#define CENTURY 2000

/* A space of any width or an apostrophe between digits parts thousands, though the article wants
 * none. */
static const char *const spaces[] = { " ", "'", "\u00A0", "\u202F", "\u2009", "\u2019" };

/* Around the digits: the amounts of the article are euros, without saying so. */
static const char *const euros[] = { "€", "EUR", "euros", "euro" };

static gsize
measure_space (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (g_str_has_prefix (at, spaces[i]))
      return strlen (spaces[i]);

  return 0;
}

static gsize
measure_euros (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (euros); i++)
    if (g_ascii_strncasecmp (at, euros[i], strlen (euros[i])) == 0)
      return strlen (euros[i]);

  return 0;
}

/* The last sign is the decimal one; one that repeats parts thousands. */
static const char *
find_decimal_sign (const char *text)
{
  const char *comma = strrchr (text, ','), *point = strrchr (text, '.');
  const char *last = comma == NULL || (point != NULL && point > comma) ? point : comma;

  return last != NULL && strchr (text, *last) != last ? NULL : last;
}

/* From @from on: digits alone, rounded to @digits of them. */
static gboolean
read_fraction (const char **from, int digits, gint64 *value)
{
  int n = 0;
  gboolean up = FALSE;

  for (; g_ascii_isdigit (**from); (*from)++, n++)
    {
      if (n < digits)
        *value = *value * 10 + (**from - '0');
      else if (n == digits)
        up = **from >= '5';
    }
  for (; n < digits; n++)
    *value *= 10;
  *value += up;

  return TRUE;
}

static gboolean
read_whole (const char **from, const char *to, gint64 *value, gboolean *any)
{
  int n = 0;

  while (*from != to && **from != '\0')
    {
      gsize space = g_ascii_isdigit (**from) ? 0 : measure_space (*from);

      if (g_ascii_isdigit (**from))
        {
          *value = *value * 10 + (**from - '0');
          *any = TRUE;
          n += *value > 0;
        }
      else if (space == 0 && **from != '.' && **from != ',')
        return TRUE;
      if (n > TOO_MANY_DIGITS - 3)
        return FALSE;
      *from += MAX (space, 1);
    }

  return TRUE;
}

static gboolean
read_sign (const char **at, gboolean *negative)
{
  const gboolean minus = g_str_has_prefix (*at, "\u2212");

  if (**at != '-' && **at != '+' && !minus)
    return FALSE;
  *negative = **at != '+';
  *at += minus ? strlen ("\u2212") : 1;

  return TRUE;
}

/* What stands before and after the digits and says nothing. */
static void
skip_silence (const char **at)
{
  while (**at != '\0' && !g_ascii_isdigit (**at))
    {
      gsize length = MAX (measure_space (*at), measure_euros (*at));

      if (length == 0)
        return;
      *at += length;
    }
}

/**
 * relance_fec_amount_read:
 * @text: `1234,56`, `1234.56`, `1 234,56 €`, `-12,00`, `+12`, `12,00-`, `(12,00)`, zeros in front; ""
 *   is nought
 * @digits: of the minor unit: 2 for euros
 * @minor: (out): minor units
 *
 * The article wants a decimal comma and no sign between thousands, so that one
 * comma or point alone is always the decimal sign. Further decimals are rounded.
 *
 * Returns: whether it is an amount
 */
gboolean
relance_fec_amount_read (const char *text, int digits, gint64 *minor)
{
  const char *at = text, *decimal = find_decimal_sign (text);
  gboolean negative = FALSE, any = FALSE, is_signed, in_brackets;

  *minor = 0;
  skip_silence (&at);
  if (*at == '\0')
    return TRUE;
  in_brackets = *at == '(';
  at += in_brackets;
  skip_silence (&at);
  is_signed = read_sign (&at, &negative);
  skip_silence (&at);
  if (!read_whole (&at, decimal, minor, &any))
    return FALSE;
  if (at == decimal)
    {
      at++;
      any |= g_ascii_isdigit (*at);
    }
  if (!any || !read_fraction (&at, digits, minor))
    return FALSE;
  skip_silence (&at);
  if (!is_signed && !in_brackets)
    read_sign (&at, &negative);
  skip_silence (&at);
  if (in_brackets && (is_signed || *at++ != ')'))
    return FALSE;
  skip_silence (&at);
  if (negative != in_brackets)
    *minor = -*minor;

  return *at == '\0';
}

static int
read_number (const char *digits, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    value = value * 10 + (digits[i] - '0');

  return value;
}

static RelanceDate
make_date (int year, int month, int day)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR ? relance_date_new (year, month, day)
                                                 : RELANCE_DATE_NONE;
}

/**
 * relance_fec_date_read:
 * @text: `20231231`, `2023-12-31`, `31/12/2023`, `31/12/23`, with or without a time; empty or zeros
 *   say nothing
 * @date: (out): %RELANCE_DATE_NONE when nothing is said, or nothing that exists
 *
 * Returns: whether a date is said, or nothing: %FALSE when it does not exist
 */
gboolean
relance_fec_date_read (const char *text, RelanceDate *date)
{
  char digits[9] = "";
  int n = 0;
  gsize first_run = strspn (text, "0123456789");

  for (; *text != '\0' && n < 8; text++)
    {
      if (g_ascii_isdigit (*text))
        digits[n++] = *text;
      else if (strchr ("-/. ", *text) == NULL)
        break;
    }

  *date = RELANCE_DATE_NONE;
  if (strspn (digits, "0") == (gsize) n && (n == 8 || *text == '\0'))
    return TRUE;
  if (n == 6 && first_run == 2 && *text == '\0')
    {
      *date = make_date (CENTURY + read_number (digits + 4, 2), read_number (digits + 2, 2),
                         read_number (digits, 2));
      return *date != RELANCE_DATE_NONE;
    }
  if (n < 8 || g_ascii_isdigit (*text))
    return FALSE;

  if (first_run != 2)
    *date =
      make_date (read_number (digits, 4), read_number (digits + 4, 2), read_number (digits + 6, 2));
  if (*date == RELANCE_DATE_NONE && (first_run == 2 || first_run == 8))
    *date =
      make_date (read_number (digits + 4, 4), read_number (digits + 2, 2), read_number (digits, 2));

  return *date != RELANCE_DATE_NONE;
}
