/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-number-series.h"

#include <string.h>

/* Where the digits begin that a number ends with. */
static gsize
find_digits (const char *number)
{
  gsize start = strlen (number);

  while (start > 0 && g_ascii_isdigit (number[start - 1]))
    start--;
  return start;
}

static gboolean
is_of_series (const char *number, const char *first, gsize length)
{
  return find_digits (number) == length && strncmp (number, first, length) == 0 &&
         number[length] != '\0';
}

/* Compares digits of any length as the numbers that they write. */
static int
compare_digits (const char *one, const char *other)
{
  gsize length, other_length;

  one += strspn (one, "0");
  other += strspn (other, "0");
  length = strlen (one);
  other_length = strlen (other);
  if (length != other_length)
    return length < other_length ? -1 : 1;
  return strcmp (one, other);
}

static char *
add_one (const char *number, gsize start)
{
  GString *next = g_string_new (number);
  gsize i = next->len;

  while (i > start && next->str[i - 1] == '9')
    next->str[--i] = '0';
  if (i > start)
    next->str[i - 1]++;
  else
    g_string_insert_c (next, (gssize) start, '1');
  return g_string_free_and_steal (next);
}

/**
 * relance_number_series_continue:
 * @newest: numbers of invoices, the newest first
 *
 * The series is what the newest number begins with; the numbers of other series do not count.
 * Zeros in front are kept: F-2026-009 goes on with F-2026-010.
 *
 * Returns: (transfer full) (nullable): the number after the greatest one of the series; %NULL when
 *   the newest number does not end with digits, or there is none
 */
char *
relance_number_series_continue (const char *const *newest)
{
  const char *greatest = newest[0];
  gsize start;

  if (greatest == NULL)
    return NULL;
  start = find_digits (greatest);
  if (greatest[start] == '\0')
    return NULL;
  for (gsize i = 1; newest[i] != NULL; i++)
    if (is_of_series (newest[i], greatest, start) &&
        compare_digits (newest[i] + start, greatest + start) > 0)
      greatest = newest[i];
  return add_one (greatest, start);
}
