/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-typed-date.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST 32
#define MOST_DAYS 3660

static RelanceDate
parse_days (const char *text, RelanceDate base)
{
  guint64 days;

  if (!g_ascii_string_to_unsigned (text, 10, 0, MOST_DAYS, &days, NULL))
    return RELANCE_DATE_NONE;
  return base + (RelanceDate) days;
}

/* Asked of the very format that dates are shown in. */
static gboolean
puts_month_first (const char *locale)
{
  RelanceDate date = relance_date_new (2003, 1, 2);
  g_autofree char *text = relance_date_format_short (date, locale);
  const char *month = strstr (text, "01");
  const char *day = strstr (text, "02");

  return month != NULL && day != NULL && month < day;
}

/* Up to three numbers between separators; anything else makes it none. */
static int
split_numbers (const char *text, int numbers[3], int *first_length)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "/.- ", 4);
  int n_parts = (int) g_strv_length (parts);

  if (n_parts < 2 || n_parts > 3)
    return 0;
  for (int i = 0; i < n_parts; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (parts[i], 10, 0, 9999, &number, NULL))
        return 0;
      numbers[i] = (int) number;
    }
  *first_length = (int) strlen (parts[0]);
  return n_parts;
}

static RelanceDate
parse_numbers (const char *text, RelanceDate base, const char *locale)
{
  int numbers[3], first_length, n_numbers = split_numbers (text, numbers, &first_length);
  int year, month, day;

  if (n_numbers == 0)
    return RELANCE_DATE_NONE;
  if (first_length == 4)
    return n_numbers == 3 ? relance_date_new (numbers[0], numbers[1], numbers[2])
                          : RELANCE_DATE_NONE;

  relance_date_get_ymd (base, &year, &month, &day);
  if (n_numbers == 3)
    year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2];
  /* A number that can be no month says the order itself. */
  if (numbers[0] > 12 || (numbers[1] <= 12 && !puts_month_first (locale)))
    return relance_date_new (year, numbers[1], numbers[0]);
  return relance_date_new (year, numbers[0], numbers[1]);
}

RelanceDate
relance_typed_date_parse (const char *text, RelanceDate base, const char *locale)
{
  g_autofree char *typed = g_strstrip (g_strndup (text, LONGEST));
  RelanceDate date = relance_date_parse_iso (typed);

  if (date != RELANCE_DATE_NONE)
    return date;
  if (typed[0] == '+')
    return parse_days (g_strstrip (typed + 1), base);
  return parse_numbers (typed, base, locale);
}
