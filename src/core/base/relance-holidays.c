/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-holidays.h"

#include <string.h>

/* A day that a year had beside the rule, or that it had not. */
typedef struct
{
  int year;
  int month;
  int day;
} OneOff;

/* Proclaimed for the whole United Kingdom: the year 2000, jubilees, a wedding, a funeral, a
 * coronation; and where days of May were moved to. */
static const OneOff british_extras[] = {
  { 1995, 5, 8 }, { 1999, 12, 31 }, { 2002, 6, 3 }, { 2002, 6, 4 }, { 2011, 4, 29 }, { 2012, 6, 4 },
  { 2012, 6, 5 }, { 2020, 5, 8 },   { 2022, 6, 2 }, { 2022, 6, 3 }, { 2022, 9, 19 }, { 2023, 5, 8 },
};

/* The days of May that were moved. */
static const OneOff british_moved[] = {
  { 1995, 5, 1 }, { 2002, 5, 27 }, { 2012, 5, 28 }, { 2020, 5, 4 }, { 2022, 5, 30 },
};

/* Areas of postcodes; the few villages across the border count with them. */
static const char *const scottish_areas[] = { "AB", "DD", "DG", "EH", "FK", "G",  "HS", "IV", "KA",
                                              "KW", "KY", "ML", "PA", "PH", "TD", "ZE", NULL };

/* A date with what the rules ask about it. */
typedef struct
{
  int year;
  int month;
  int day;
  int weekday;
  int after_easter;
} Day;

static Day
look_at (RelanceDate date)
{
  Day day = { .weekday = relance_date_get_weekday (date) };

  relance_date_get_ymd (date, &day.year, &day.month, &day.day);
  day.after_easter = date - relance_date_get_easter (day.year);
  return day;
}

/* Code du travail, L3133-1. They are not moved when they fall on a weekend. */
static gboolean
is_french (const Day *day)
{
  static const int fixed[][2] = { { 1, 1 },  { 5, 1 },  { 5, 8 },   { 7, 14 },
                                  { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 } };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i][0] == day->month && fixed[i][1] == day->day)
      return TRUE;

  return day->after_easter == 1 || day->after_easter == 39 || day->after_easter == 50;
}

/* Code du travail, L3134-13. Good Friday is one only where there is a Protestant church, which a
 * postcode does not tell: a letter can wait for a day. */
static gboolean
is_of_alsace_moselle (const Day *day)
{
  return is_french (day) || day->after_easter == -2 || (day->month == 12 && day->day == 26);
}

static gboolean
is_one_off (const Day *day, const OneOff *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (list[i].year == day->year && list[i].month == day->month && list[i].day == day->day)
      return TRUE;
  return FALSE;
}

/* A holiday alone: on a weekend it is kept on the Monday after. */
static gboolean
is_kept (RelanceDate date, const Day *day, int month, int of_month)
{
  RelanceDate holiday = relance_date_new (day->year, month, of_month);

  return date == holiday || (day->weekday == 1 && holiday < date && holiday >= date - 2);
}

/* Two holidays in a row: what falls on a weekend is kept on the next days that are none. */
static gboolean
is_kept_pair (const Day *day, int month, int first)
{
  if (day->month != month)
    return FALSE;
  return day->day == first || day->day == first + 1 ||
         (day->weekday <= 2 && (day->day == first + 2 || day->day == first + 3));
}

static gboolean
is_first_monday (const Day *day, int month)
{
  return day->month == month && day->weekday == 1 && day->day <= 7;
}

static gboolean
is_last_monday_of_31 (const Day *day, int month)
{
  return day->month == month && day->weekday == 1 && day->day >= 25;
}

/* Banking and Financial Dealings Act 1971: what the whole United Kingdom keeps. */
static gboolean
is_british (const Day *day)
{
  if (is_one_off (day, british_extras, G_N_ELEMENTS (british_extras)))
    return TRUE;
  if (is_one_off (day, british_moved, G_N_ELEMENTS (british_moved)))
    return FALSE;
  return day->after_easter == -2 || is_first_monday (day, 5) || is_last_monday_of_31 (day, 5) ||
         is_kept_pair (day, 12, 25);
}

static gboolean
is_english (RelanceDate date, const Day *day)
{
  return is_british (day) || day->after_easter == 1 || is_kept (date, day, 1, 1) ||
         is_last_monday_of_31 (day, 8);
}

/* And St Andrew’s Day Bank Holiday (Scotland) Act 2007. */
static gboolean
is_scottish (RelanceDate date, const Day *day)
{
  return is_british (day) || is_kept_pair (day, 1, 1) || is_first_monday (day, 8) ||
         (day->year >= 2007 && is_kept (date, day, 11, 30));
}

static gboolean
is_northern_irish (RelanceDate date, const Day *day)
{
  return is_english (date, day) || is_kept (date, day, 3, 17) || is_kept (date, day, 7, 12);
}

static gboolean
is_in_areas (const char *postcode, const char *const *areas)
{
  gsize n_letters = 0;

  while (g_ascii_isalpha (postcode[n_letters]))
    n_letters++;
  for (; *areas != NULL; areas++)
    if (strlen (*areas) == n_letters && g_ascii_strncasecmp (postcode, *areas, n_letters) == 0)
      return TRUE;
  return FALSE;
}

static RelanceHolidays
find_french (const char *postcode)
{
  static const char *const departments[] = { "57", "67", "68" };

  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    if (strlen (postcode) == 5 && g_str_has_prefix (postcode, departments[i]))
      return RELANCE_HOLIDAYS_ALSACE_MOSELLE;
  return RELANCE_HOLIDAYS_FRANCE;
}

static RelanceHolidays
find_british (const char *postcode)
{
  static const char *const northern_irish_areas[] = { "BT", NULL };

  if (is_in_areas (postcode, northern_irish_areas))
    return RELANCE_HOLIDAYS_NORTHERN_IRELAND;
  return is_in_areas (postcode, scottish_areas) ? RELANCE_HOLIDAYS_SCOTLAND
                                                : RELANCE_HOLIDAYS_ENGLAND_AND_WALES;
}

/**
 * relance_holidays_find:
 * @country: (nullable): an ISO 3166 code; France and Great Britain are known
 * @postcode: (nullable): as it was written
 *
 * Returns: whose holidays are kept there
 */
RelanceHolidays
relance_holidays_find (const char *country, const char *postcode)
{
  g_autofree char *stripped = g_strstrip (g_strdup (postcode != NULL ? postcode : ""));

  if (g_strcmp0 (country, "FR") == 0)
    return find_french (stripped);
  if (g_strcmp0 (country, "GB") == 0)
    return find_british (stripped);
  return RELANCE_HOLIDAYS_UNKNOWN;
}

/**
 * relance_holidays_has:
 * @date: a date from 1583 on; the law is that of today, known to hold since 1990
 *
 * Returns: whether @date is a legal holiday there, or kept in the place of one
 */
gboolean
relance_holidays_has (RelanceHolidays self, RelanceDate date)
{
  Day day = look_at (date);

  switch (self)
    {
    case RELANCE_HOLIDAYS_FRANCE:
      return is_french (&day);
    case RELANCE_HOLIDAYS_ALSACE_MOSELLE:
      return is_of_alsace_moselle (&day);
    case RELANCE_HOLIDAYS_ENGLAND_AND_WALES:
      return is_english (date, &day);
    case RELANCE_HOLIDAYS_SCOTLAND:
      return is_scottish (date, &day);
    case RELANCE_HOLIDAYS_NORTHERN_IRELAND:
      return is_northern_irish (date, &day);
    case RELANCE_HOLIDAYS_UNKNOWN:
    default:
      return FALSE;
    }
}

/**
 * relance_holidays_is_working:
 * @date: as for relance_holidays_has()
 *
 * Returns: whether @date is from Monday to Friday and no holiday
 */
gboolean
relance_holidays_is_working (RelanceHolidays self, RelanceDate date)
{
  return relance_date_get_weekday (date) <= 5 && !relance_holidays_has (self, date);
}
