/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-written-date.h"

#include "relance-date-words.h"
#include "relance-text.h"

#include <stdlib.h>
#include <string.h>

/* How many days from Excel's day 0 (with its 29 February 1900) to 1970-01-01. */
#define EXCEL_EPOCH 25569

/* Of eight figures without a sign between them. */
#define FIRST_YEAR 1970

typedef struct
{
  int numbers[3];
  int widths[3];
  int n_numbers;
  int month; /* when it is written as a word, else 0 */
} DateParts;

/* Words that stand in a date and say nothing: "1er", "28th of", "3 de enero de". */
static const char *const fillers[] = { "er",  "st", "nd",  "rd", "th",  "le",  "of",
                                       "the", "de", "del", "di", "den", "vom", NULL };

static gboolean
is_separator (const char *c)
{
  switch (*c)
    {
    case ' ':
    case '/':
    case '-':
    case '.':
    case ',':
      return TRUE;
    case '\xC2':
      return c[1] == '\xA0'; /* a no-break space */
    case '\xE2':
      return strncmp (c, "\xE2\x80\xAF", 3) == 0; /* a narrow one */
    default:
      return FALSE;
    }
}

static gboolean
is_complete (const DateParts *parts)
{
  return parts->n_numbers == 3 || (parts->n_numbers == 2 && parts->month != 0) ||
         (parts->n_numbers == 1 && parts->widths[0] == 8);
}

/* What may follow a date: nothing, the fraction that a table of numbers gives to 20200131, or a time
 * of day. */
static gboolean
is_time_or_nothing (const char *rest)
{
  if (g_str_equal (rest, ".0"))
    return TRUE;
  while (*rest == ' ' || *rest == ',' || *rest == '.' || *rest == 'T')
    rest++;
  if (*rest == '\0')
    return TRUE;

  return g_ascii_isdigit (*rest) && strpbrk (rest, ":h") != NULL &&
         strspn (rest, "0123456789:.+-hZUTCAPMapm ") == strlen (rest);
}

static gboolean
read_number (DateParts *parts, const char **cursor)
{
  int value = 0, width = 0;

  for (; g_ascii_isdigit (**cursor); (*cursor)++, width++)
    {
      if (width == 8)
        return FALSE;
      value = value * 10 + (**cursor - '0');
    }
  parts->numbers[parts->n_numbers] = value;
  parts->widths[parts->n_numbers++] = width;

  return TRUE;
}

/* "mar" is mars or mardi: it is the month unless another word is. */
static gboolean
read_word (DateParts *parts, const char **cursor)
{
  const char *from = *cursor;
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;
  int month;

  while (**cursor != '\0' && !g_ascii_isdigit (**cursor) && !is_separator (*cursor))
    *cursor = g_utf8_next_char (*cursor);
  word = g_strndup (from, *cursor - from);
  folded = relance_text_fold (word);

  month = relance_date_words_find_month (folded);
  if (month != 0 && (parts->month == 0 || parts->month == 3))
    parts->month = month;
  else if (relance_date_words_find_weekday (folded) == 0 && !g_strv_contains (fillers, folded))
    return FALSE;

  return TRUE;
}

static gboolean
split (const char *text, DateParts *parts)
{
  const char *c = text;

  *parts = (DateParts) { 0 };
  if (strlen (text) > 48)
    return FALSE;

  while (*c != '\0' && !is_complete (parts))
    {
      if (is_separator (c))
        c = g_utf8_next_char (c);
      else if (g_ascii_isdigit (*c) ? !read_number (parts, &c) : !read_word (parts, &c))
        return FALSE;
    }

  return is_time_or_nothing (c);
}

static int
complete_year (int year, int width)
{
  if (width == 4)
    return year;
  if (width != 2)
    return 0;

  return year < 70 ? 2000 + year : 1900 + year;
}

static RelanceDate
make (const DateParts *parts, int year, int month, int day)
{
  int whole_year = complete_year (parts->numbers[year], parts->widths[year]);
  int month_number = month < 0 ? parts->month : parts->numbers[month];

  if (whole_year == 0 || parts->widths[day] > 2 || (month >= 0 && parts->widths[month] > 2))
    return RELANCE_DATE_NONE;

  return relance_date_new (whole_year, month_number, parts->numbers[day]);
}

/* 20210131, or 31012021. */
static RelanceDate
parse_eight (int number, RelanceDateOrder order)
{
  RelanceDate date = relance_date_new (number / 10000, number / 100 % 100, number % 100);
  int first = number / 1000000, second = number / 10000 % 100, year = number % 10000;

  if (date != RELANCE_DATE_NONE && number / 10000 >= FIRST_YEAR)
    return date;
  if (year < FIRST_YEAR)
    return RELANCE_DATE_NONE;

  return order == RELANCE_DATE_ORDER_MDY ? relance_date_new (year, first, second)
                                         : relance_date_new (year, second, first);
}

/* The number that a spreadsheet shows for a day without a format; a fraction of it is the time. */
static gboolean
parse_serial (const char *text, RelanceDate *date)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;
  int number = digits == 5 ? atoi (text) : 0;

  if (number <= 30000)
    return FALSE;
  if (*rest == ',' || *rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");
  *date = number - EXCEL_EPOCH;

  return *rest == '\0';
}

/**
 * relance_written_date_vote:
 *
 * Returns: the order of day and month that @text shows by itself, else
 *   %RELANCE_DATE_ORDER_GUESS
 */
RelanceDateOrder
relance_written_date_vote (const char *text)
{
  DateParts parts;

  if (!split (text, &parts) || parts.n_numbers != 3 || parts.month != 0 || parts.widths[0] == 4)
    return RELANCE_DATE_ORDER_GUESS;
  if (parts.numbers[0] > 12 && parts.numbers[1] <= 12)
    return RELANCE_DATE_ORDER_DMY;
  if (parts.numbers[1] > 12 && parts.numbers[0] <= 12)
    return RELANCE_DATE_ORDER_MDY;

  return RELANCE_DATE_ORDER_GUESS;
}

/**
 * relance_written_date_parse:
 * @text: `31/01/2021`, `2021-01-31`, `Jan 31, 2021`, `31 janv. 2021`, `20210131`, `20210131.0`,
 *   `31012021`, `44227` of a spreadsheet, with or without a time of day, which is dropped
 * @order: that of the whole column; GUESS is day first
 *
 * Two figures of a year are of this century below 70.
 *
 * Returns: %RELANCE_DATE_NONE when there is no such date
 */
RelanceDate
relance_written_date_parse (const char *text, RelanceDateOrder order)
{
  DateParts parts;
  RelanceDate date;

  if (parse_serial (text, &date))
    return date;
  if (!split (text, &parts))
    return RELANCE_DATE_NONE;
  if (parts.n_numbers == 1 && parts.month == 0)
    return parts.widths[0] == 8 ? parse_eight (parts.numbers[0], order) : RELANCE_DATE_NONE;
  if (parts.n_numbers == 2 && parts.month != 0)
    return parts.widths[0] == 4 ? make (&parts, 0, -1, 1) : make (&parts, 1, -1, 0);
  if (parts.n_numbers != 3 || parts.month != 0)
    return RELANCE_DATE_NONE;
  if (parts.widths[0] == 4)
    return make (&parts, 0, 1, 2);

  return order == RELANCE_DATE_ORDER_MDY ? make (&parts, 2, 0, 1) : make (&parts, 2, 1, 0);
}
