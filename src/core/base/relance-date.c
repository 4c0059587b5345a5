/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-date.h"

#include "relance-locale.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#define DAYS_FROM_0000_03_01_TO_1970 719468
#define DAYS_IN_400_YEARS 146097

static int
get_days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Years are counted from March, so that the leap day comes last. */
static RelanceDate
count_days (int year, int month, int day)
{
  int shifted = month <= 2 ? year - 1 : year;
  int era = shifted / 400;
  int year_of_era = shifted - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_IN_400_YEARS + day_of_era - DAYS_FROM_0000_03_01_TO_1970;
}

/**
 * relance_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the date, or %RELANCE_DATE_NONE when the calendar has no such day
 */
RelanceDate
relance_date_new (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return RELANCE_DATE_NONE;
  if (day < 1 || day > get_days_in_month (year, month))
    return RELANCE_DATE_NONE;

  return count_days (year, month, day);
}

/**
 * relance_date_parse_iso:
 * @text: (nullable): anything
 *
 * Returns: the date of exactly `YYYY-MM-DD`, or %RELANCE_DATE_NONE
 */
RelanceDate
relance_date_parse_iso (const char *text)
{
  static const char shape[] = "dddd-dd-dd";

  if (text == NULL || strlen (text) != strlen (shape))
    return RELANCE_DATE_NONE;

  for (int i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return RELANCE_DATE_NONE;

  return relance_date_new (atoi (text), atoi (text + 5), atoi (text + 8));
}

static void
write_digits (char *text, int n_digits, int value)
{
  for (int i = n_digits - 1; i >= 0; i--, value /= 10)
    text[i] = (char) ('0' + value % 10);
}

/**
 * relance_date_write_iso:
 * @date: a date, not %RELANCE_DATE_NONE
 * @text: (out caller-allocates): `YYYY-MM-DD`
 */
void
relance_date_write_iso (RelanceDate date, char text[RELANCE_DATE_ISO_SIZE])
{
  int year, month, day;

  relance_date_get_ymd (date, &year, &month, &day);

  /* By hand: an import writes hundreds of thousands of them. */
  memcpy (text, "0000-00-00", RELANCE_DATE_ISO_SIZE);
  write_digits (text, 4, year);
  write_digits (text + 5, 2, month);
  write_digits (text + 8, 2, day);
}

/**
 * relance_date_to_iso:
 * @date: a date, not %RELANCE_DATE_NONE
 *
 * Returns: (transfer full): `YYYY-MM-DD`
 */
char *
relance_date_to_iso (RelanceDate date)
{
  char *text = g_malloc (RELANCE_DATE_ISO_SIZE);

  relance_date_write_iso (date, text);
  return text;
}

/**
 * relance_date_get_ymd:
 * @date: a date, not %RELANCE_DATE_NONE
 * @year: (out) (optional): 1 to 9999
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 */
void
relance_date_get_ymd (RelanceDate date, int *year, int *month, int *day)
{
  g_assert (date != RELANCE_DATE_NONE);

  int days = date + DAYS_FROM_0000_03_01_TO_1970;
  int era = days / DAYS_IN_400_YEARS;
  int day_of_era = days - era * DAYS_IN_400_YEARS;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) /
                    365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;
  int month_value = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;

  if (year != NULL)
    *year = year_of_era + era * 400 + (month_value <= 2 ? 1 : 0);
  if (month != NULL)
    *month = month_value;
  if (day != NULL)
    *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
}

/**
 * relance_date_get_weekday:
 * @date: a date, not %RELANCE_DATE_NONE
 *
 * Returns: 1 for Monday to 7 for Sunday, as ISO 8601 counts
 */
int
relance_date_get_weekday (RelanceDate date)
{
  g_assert (date != RELANCE_DATE_NONE);

  /* 1970-01-01 was a Thursday. */
  return (int) (((gint64) date + 3 + 7 * 200000) % 7) + 1;
}

/**
 * relance_date_add_months:
 * @date: a date
 * @months: how many, may be negative
 *
 * Returns: the same day of another month, or its last day where it is shorter; %RELANCE_DATE_NONE
 *   before the first year or after the last
 */
RelanceDate
relance_date_add_months (RelanceDate date, int months)
{
  int year, month, day;

  relance_date_get_ymd (date, &year, &month, &day);
  months += year * 12 + month - 1;
  if (months < 12)
    return RELANCE_DATE_NONE;
  year = months / 12;
  month = months % 12 + 1;

  return relance_date_new (year, month, MIN (day, get_days_in_month (year, month)));
}

/**
 * relance_date_get_easter:
 * @year: 1583 to 9999
 *
 * Returns: Easter Sunday, by the anonymous Gregorian algorithm (Nature, 1876)
 */
RelanceDate
relance_date_get_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int g = (8 * b + 13) / 25;
  int h = (19 * a + b - b / 4 - g + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31;

  return relance_date_new (year, month, (h + l - 7 * m + 114) % 31 + 1);
}

static UDateFormat *
open_format (const char *locale, const char *skeleton)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UChar wanted[16], pattern[64];
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UDateFormat *format;
  int length;

  u_uastrcpy (wanted, skeleton);
  length = udatpg_getBestPattern (generator, wanted, -1, pattern, G_N_ELEMENTS (pattern), &status);
  udatpg_close (generator);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, length, &status);
  g_assert (U_SUCCESS (status));

  return format;
}

/* Opening an ICU format costs far more than using it: each thread keeps its own. */
static UDateFormat *
get_format (const char *locale, const char *skeleton)
{
  static GPrivate cache = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *formats = g_private_get (&cache);
  g_autofree char *key = g_strconcat (locale, "|", skeleton, NULL);
  UDateFormat *format;

  if (formats == NULL)
    {
      formats =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) udat_close);
      g_private_set (&cache, formats);
    }

  format = g_hash_table_lookup (formats, key);
  if (format == NULL)
    {
      format = open_format (locale, skeleton);
      g_hash_table_insert (formats, g_steal_pointer (&key), format);
    }

  return format;
}

static char *
format_skeleton (RelanceDate date, const char *locale, const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[128];
  int length;

  g_assert (date != RELANCE_DATE_NONE);

  length = udat_format (get_format (relance_locale_get_icu (locale), skeleton), date * 86400000.0,
                        text, G_N_ELEMENTS (text), NULL, &status);
  g_assert (U_SUCCESS (status));

  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/**
 * relance_date_format:
 * @date: a date, not %RELANCE_DATE_NONE
 * @locale: (nullable): "fr", "en_GB"…, or %NULL for the user's own
 *
 * Returns: (transfer full): the date in words, "12 novembre 2026"; the first
 *   of a month is "1er" in French, as its typography asks
 */
char *
relance_date_format (RelanceDate date, const char *locale)
{
  g_autofree char *text = format_skeleton (date, locale, "yMMMMd");

  if (g_str_has_prefix (relance_locale_get_icu (locale), "fr") && g_str_has_prefix (text, "1 "))
    return g_strconcat ("1er", text + 1, NULL);

  return g_steal_pointer (&text);
}

/**
 * relance_date_format_short:
 * @date: a date, not %RELANCE_DATE_NONE
 * @locale: (nullable): as for relance_date_format()
 *
 * Returns: (transfer full): the date in figures with the whole year, "12/11/2026"
 */
char *
relance_date_format_short (RelanceDate date, const char *locale)
{
  return format_skeleton (date, locale, "yMMdd");
}

/**
 * relance_date_format_month:
 * @date: a date, not %RELANCE_DATE_NONE
 * @locale: (nullable): as for relance_date_format()
 *
 * Returns: (transfer full): its month, "novembre 2026"
 */
char *
relance_date_format_month (RelanceDate date, const char *locale)
{
  return format_skeleton (date, locale, "yMMMM");
}

/**
 * relance_date_format_month_short:
 * @date: a date, not %RELANCE_DATE_NONE
 * @locale: (nullable): as for relance_date_format()
 *
 * Returns: (transfer full): its month alone and abbreviated, "nov.", as a chart labels it
 */
char *
relance_date_format_month_short (RelanceDate date, const char *locale)
{
  return format_skeleton (date, locale, "LLL");
}

/**
 * relance_date_format_day:
 * @date: a date, not %RELANCE_DATE_NONE
 * @locale: (nullable): as for relance_date_format()
 *
 * Returns: (transfer full): its day and its month, abbreviated and without the year, "12 nov.", as a
 *   chart labels it
 */
char *
relance_date_format_day (RelanceDate date, const char *locale)
{
  return format_skeleton (date, locale, "MMMd");
}
