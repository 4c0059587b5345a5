/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-typed-date.h"

#include "relance-date-words.h"
#include "relance-text.h"

#include <string.h>

#define LONGEST 48
#define MOST_DAYS 3660
#define MOST_NUMBERS 3

/* An invoice or a payment may be written down a little before its day. */
#define DAYS_AHEAD 31

typedef struct
{
  int numbers[MOST_NUMBERS];
  gsize widths[MOST_NUMBERS];
  int n_numbers;
  int month;
  int weekday;
  gboolean doubtful;    /* the month is "mar": March, or Tuesday when a month follows */
  gboolean counts_days; /* "+30", "30 j" */
} Parts;

static const struct
{
  const char *words; /* folded */
  int days;
} near_days[] = {
  { "aujourd hui", 0 },  { "today", 0 }, { "demain", 1 },     { "tomorrow", 1 },
  { "apres demain", 2 }, { "hier", -1 }, { "yesterday", -1 }, { "avant hier", -2 },
};

static const char *const day_words[] = { "j", "jour", "jours", "d", "day", "days", NULL };

/* Words that stand in a date and say nothing. */
static const char *const fillers[] = { "er",  "st", "nd", "rd",   "th", "le",
                                       "the", "of", "on", "dans", "in", NULL };

/* A plus or a minus stands before nothing but the days that a plus counts. */
static gboolean
is_allowed (const char *text)
{
  if (*text == '-')
    return FALSE;
  if (*text == '+')
    {
      text += 1 + strspn (text + 1, " ");
      if (!g_ascii_isdigit (*text))
        return FALSE;
    }

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isalnum (character) && !g_unichar_isspace (character) && character != 0x2019 &&
          strchr ("/.-,'", *c) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_number (Parts *parts, const char *digits)
{
  gsize width = strlen (digits);
  guint64 number;

  if (parts->n_numbers == MOST_NUMBERS ||
      !g_ascii_string_to_unsigned (digits, 10, 0, 9999, &number, NULL))
    return FALSE;
  parts->numbers[parts->n_numbers] = (int) number;
  parts->widths[parts->n_numbers++] = width;

  return TRUE;
}

static gboolean
read_month (Parts *parts, int month, gboolean doubtful)
{
  if (parts->month != 0 && !parts->doubtful)
    return FALSE;
  if (parts->month != 0)
    parts->weekday = 2;
  parts->month = month;
  parts->doubtful = doubtful;

  return TRUE;
}

static gboolean
read_word (Parts *parts, const char *word)
{
  int month = relance_date_words_find_month (word);
  int weekday = relance_date_words_find_weekday (word);

  if (month != 0)
    return read_month (parts, month, weekday != 0);
  if (weekday != 0 && parts->weekday == 0)
    {
      parts->weekday = weekday;
      return TRUE;
    }
  if (g_strv_contains (day_words, word))
    {
      parts->counts_days = TRUE;
      return TRUE;
    }

  return g_strv_contains (fillers, word);
}

static gboolean
split (const char *words, Parts *parts)
{
  while (*words != '\0')
    {
      gsize digits = strspn (words, "0123456789");
      gsize length = digits > 0 ? digits : strcspn (words, " 0123456789");
      g_autofree char *token = g_strndup (words, length);

      if (!(digits > 0 ? read_number (parts, token) : read_word (parts, token)))
        return FALSE;
      words += length;
      words += strspn (words, " ");
    }
  if (parts->doubtful && parts->n_numbers == 0)
    {
      parts->weekday = 2;
      parts->month = 0;
    }

  return TRUE;
}

static RelanceDate
find_weekday (int weekday, const RelanceTypedDateContext *context)
{
  int today = relance_date_get_weekday (context->today);

  return context->ahead ? context->today + (weekday - today + 6) % 7 + 1
                        : context->today - (today - weekday + 7) % 7;
}

/*
 * Ahead, the first such day from the base on; behind, the last one, but for a month that
 * is left to come: in November "15/12" is this year's and "15/3" was this year's.
 */
static RelanceDate
find_year (int month, int day, const RelanceTypedDateContext *context)
{
  int year;

  relance_date_get_ymd (context->base, &year, NULL, NULL);
  for (int i = -1; i <= 1; i++)
    {
      RelanceDate date = relance_date_new (context->ahead ? year + i : year - i, month, day);

      if (date != RELANCE_DATE_NONE &&
          (context->ahead ? date >= context->base : date <= context->base + DAYS_AHEAD))
        return date;
    }

  return RELANCE_DATE_NONE;
}

static RelanceDate
make (const Parts *parts, int year, int month, int day, const RelanceTypedDateContext *context)
{
  int number;

  if (parts->widths[day] > 2)
    return RELANCE_DATE_NONE;
  if (year < 0)
    return find_year (month, parts->numbers[day], context);
  if (parts->widths[year] != 2 && parts->widths[year] != 4)
    return RELANCE_DATE_NONE;
  number = parts->numbers[year];

  return relance_date_new (parts->widths[year] == 2 ? 2000 + number : number, month,
                           parts->numbers[day]);
}

/* "15 mars", "March 15, 2027" */
static RelanceDate
read_named_month (const Parts *parts, const RelanceTypedDateContext *context)
{
  switch (parts->n_numbers)
    {
    case 1:
      return make (parts, -1, parts->month, 0, context);
    case 2:
      return parts->widths[0] == 4 ? make (parts, 0, parts->month, 1, context)
                                   : make (parts, 1, parts->month, 0, context);
    default:
      return RELANCE_DATE_NONE;
    }
}

/* Asked of the very format that dates are shown in. */
static gboolean
puts_month_first (const char *locale)
{
  g_autofree char *text = relance_date_format_short (relance_date_new (2003, 1, 2), locale);
  const char *month = strstr (text, "01");
  const char *day = strstr (text, "02");

  return month != NULL && day != NULL && month < day;
}

/* A number that can be no month says the order itself. */
static gboolean
is_month_first (int first, int second, const char *locale)
{
  return first <= 12 && (second > 12 || puts_month_first (locale));
}

static RelanceDate
read_numbers (const Parts *parts, const RelanceTypedDateContext *context)
{
  int year = parts->n_numbers == 3 ? 2 : -1, month, day;

  if (parts->n_numbers == 3 && parts->widths[0] == 4)
    return make (parts, 0, parts->numbers[1], 2, context);
  if (parts->n_numbers < 2 || parts->widths[0] > 2 || parts->widths[1] > 2)
    return RELANCE_DATE_NONE;

  month = is_month_first (parts->numbers[0], parts->numbers[1], context->locale) ? 0 : 1;
  day = 1 - month;

  return make (parts, year, parts->numbers[month], day, context);
}

static RelanceDate
count_days (const Parts *parts, RelanceDate base)
{
  if (parts->n_numbers != 1 || parts->month != 0 || parts->weekday != 0 ||
      parts->numbers[0] > MOST_DAYS || base > relance_date_new (9999, 12, 31) - parts->numbers[0])
    return RELANCE_DATE_NONE;

  return base + parts->numbers[0];
}

static RelanceDate
resolve (const Parts *parts, const RelanceTypedDateContext *context)
{
  RelanceDate date;

  if (parts->counts_days)
    return count_days (parts, context->base);
  if (parts->weekday != 0 && parts->n_numbers == 0 && parts->month == 0)
    return find_weekday (parts->weekday, context);

  date = parts->month != 0 ? read_named_month (parts, context) : read_numbers (parts, context);
  /* "mardi 15 mars" that is a Monday is a slip, in the one or the other. */
  if (date != RELANCE_DATE_NONE && parts->weekday != 0 &&
      relance_date_get_weekday (date) != parts->weekday)
    return RELANCE_DATE_NONE;

  return date;
}

/**
 * relance_typed_date_parse:
 * @text: what was typed: `15/3`, `15.3.27`, `15 mars`, `March 15`, `2027-03-15`, `+30`,
 *   `30 j`, `demain`, `monday`, in French or English whatever the locale
 * @context: what it leaves out
 *
 * A year that is left out is, for a date ahead, that of the first such day from the base
 * on; else that of the last such day, or of one in the month to come. A year of two
 * figures is of this century. A day of the week is the next one, today not included; of a
 * date behind it is the last one, today included.
 *
 * Returns: the date, or %RELANCE_DATE_NONE when it is none, or not one only
 */
RelanceDate
relance_typed_date_parse (const char *text, const RelanceTypedDateContext *context)
{
  g_autofree char *bare = g_strstrip (g_strndup (text, LONGEST + 1));
  g_autofree char *words = NULL;
  Parts parts = { 0 };

  if (strlen (bare) > LONGEST || !g_utf8_validate (bare, -1, NULL) || !is_allowed (bare))
    return RELANCE_DATE_NONE;

  words = relance_text_fold_words (bare);
  for (gsize i = 0; i < G_N_ELEMENTS (near_days); i++)
    if (g_str_equal (words, near_days[i].words))
      return context->today + near_days[i].days;

  parts.counts_days = bare[0] == '+';
  if (!split (words, &parts))
    return RELANCE_DATE_NONE;

  return resolve (&parts, context);
}
