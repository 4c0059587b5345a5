/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-holidays.h"

#define FIRST_YEAR 1990
#define LAST_YEAR 2100

/* The weekdays of a year that are holidays, as the calendars of those years have them: MM-DD. */
static const struct
{
  RelanceHolidays holidays;
  int year;
  const char *days;
} years[] = {
  { RELANCE_HOLIDAYS_FRANCE, 2008, "01-01 03-24 05-01 05-08 05-12 07-14 08-15 11-11 12-25" },
  { RELANCE_HOLIDAYS_FRANCE, 2024, "01-01 04-01 05-01 05-08 05-09 05-20 08-15 11-01 11-11 12-25" },
  { RELANCE_HOLIDAYS_FRANCE, 2025, "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-11 12-25" },
  { RELANCE_HOLIDAYS_FRANCE, 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25" },
  { RELANCE_HOLIDAYS_FRANCE, 2027, "01-01 03-29 05-06 05-17 07-14 11-01 11-11" },
  { RELANCE_HOLIDAYS_ALSACE_MOSELLE, 2024,
    "01-01 03-29 04-01 05-01 05-08 05-09 05-20 08-15 11-01 11-11 12-25 12-26" },
  { RELANCE_HOLIDAYS_ALSACE_MOSELLE, 2026,
    "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25" },
  { RELANCE_HOLIDAYS_ENGLAND_AND_WALES, 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28" },
  { RELANCE_HOLIDAYS_ENGLAND_AND_WALES, 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28" },
  { RELANCE_HOLIDAYS_ENGLAND_AND_WALES, 2022,
    "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27" },
  { RELANCE_HOLIDAYS_ENGLAND_AND_WALES, 2023,
    "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26" },
  { RELANCE_HOLIDAYS_ENGLAND_AND_WALES, 2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26" },
  { RELANCE_HOLIDAYS_ENGLAND_AND_WALES, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28" },
  { RELANCE_HOLIDAYS_ENGLAND_AND_WALES, 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28" },
  { RELANCE_HOLIDAYS_SCOTLAND, 2022,
    "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27" },
  { RELANCE_HOLIDAYS_SCOTLAND, 2023,
    "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26" },
  { RELANCE_HOLIDAYS_SCOTLAND, 2024, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26" },
  { RELANCE_HOLIDAYS_SCOTLAND, 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26" },
  { RELANCE_HOLIDAYS_NORTHERN_IRELAND, 2022,
    "01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27" },
  { RELANCE_HOLIDAYS_NORTHERN_IRELAND, 2024,
    "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26" },
  { RELANCE_HOLIDAYS_NORTHERN_IRELAND, 2025,
    "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26" },
  { RELANCE_HOLIDAYS_NORTHERN_IRELAND, 2026,
    "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28" },
  { RELANCE_HOLIDAYS_UNKNOWN, 2026, "" },
};

static char *
list_weekdays (RelanceHolidays holidays, int year)
{
  g_autoptr (GString) days = g_string_new (NULL);

  for (RelanceDate date = relance_date_new (year, 1, 1); date <= relance_date_new (year, 12, 31);
       date++)
    {
      int own_year, month, day;

      g_assert_cmpint (relance_holidays_is_working (holidays, date), ==,
                       relance_date_get_weekday (date) <= 5 &&
                         !relance_holidays_has (holidays, date));
      if (relance_date_get_weekday (date) > 5 || !relance_holidays_has (holidays, date))
        continue;
      relance_date_get_ymd (date, &own_year, &month, &day);
      g_string_append_printf (days, "%s%02d-%02d", days->len > 0 ? " " : "", month, day);
    }
  return g_string_free (g_steal_pointer (&days), FALSE);
}

static void
test_years (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *days = list_weekdays (years[i].holidays, years[i].year);

      g_test_message ("%d in %d", years[i].year, years[i].holidays);
      g_assert_cmpstr (days, ==, years[i].days);
    }
}

/* Easter by the golden number and the epact, as Clavius reckoned. */
static RelanceDate
reckon_easter (int year)
{
  int golden = year % 19 + 1;
  int century = year / 100 + 1;
  int dropped = 3 * century / 4 - 12;
  int synchronised = (8 * century + 5) / 25 - 5;
  int sunday = 5 * year / 4 - dropped - 10;
  int epact = (11 * golden + 20 + synchronised - dropped) % 30;
  int moon;

  if ((epact == 25 && golden > 11) || epact == 24)
    epact++;
  moon = epact > 23 ? 74 - epact : 44 - epact;
  moon += 7 - (sunday + moon) % 7;
  return relance_date_new (year, 3, 1) + moon - 1;
}

static int
count (RelanceHolidays holidays, int year)
{
  int n = 0;

  for (RelanceDate date = relance_date_new (year, 1, 1); date <= relance_date_new (year, 12, 31);
       date++)
    n += relance_holidays_has (holidays, date);
  return n;
}

/* Two holidays may fall on one day: Ascension on 1 or 8 May. */
static void
test_french_century (void)
{
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      RelanceDate easter = reckon_easter (year);
      gboolean coincides = easter + 39 == relance_date_new (year, 5, 1) ||
                           easter + 39 == relance_date_new (year, 5, 8);

      g_test_message ("%d", year);
      g_assert_cmpint (relance_date_get_easter (year), ==, easter);
      g_assert_true (relance_holidays_has (RELANCE_HOLIDAYS_FRANCE, easter + 1));
      g_assert_true (relance_holidays_has (RELANCE_HOLIDAYS_FRANCE, easter + 39));
      g_assert_true (relance_holidays_has (RELANCE_HOLIDAYS_FRANCE, easter + 50));
      g_assert_false (relance_holidays_has (RELANCE_HOLIDAYS_FRANCE, easter - 2));
      g_assert_true (relance_holidays_has (RELANCE_HOLIDAYS_ALSACE_MOSELLE, easter - 2));
      g_assert_cmpint (count (RELANCE_HOLIDAYS_FRANCE, year), ==, coincides ? 10 : 11);
      g_assert_cmpint (count (RELANCE_HOLIDAYS_ALSACE_MOSELLE, year), ==, coincides ? 12 : 13);
    }
}

static int
count_extras (int year)
{
  switch (year)
    {
    case 1999:
    case 2002:
    case 2011:
    case 2012:
    case 2023:
      return 1;
    case 2022:
      return 2;
    default:
      return 0;
    }
}

static int
count_weekdays (RelanceHolidays holidays, int year)
{
  g_autofree char *days = list_weekdays (holidays, year);
  g_auto (GStrv) list = g_strsplit (days, " ", -1);

  return (int) g_strv_length (list);
}

/* Substitutes see to it that every year has as many days off. */
static void
test_british_century (void)
{
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      int extras = count_extras (year);

      g_test_message ("%d", year);
      g_assert_cmpint (count_weekdays (RELANCE_HOLIDAYS_ENGLAND_AND_WALES, year), ==, 8 + extras);
      g_assert_cmpint (count_weekdays (RELANCE_HOLIDAYS_SCOTLAND, year), ==,
                       (year >= 2007 ? 9 : 8) + extras);
      g_assert_cmpint (count_weekdays (RELANCE_HOLIDAYS_NORTHERN_IRELAND, year), ==, 10 + extras);
    }
}

static void
test_find (void)
{
  static const struct
  {
    const char *country;
    const char *postcode;
    RelanceHolidays holidays;
  } cases[] = {
    { "FR", "75011", RELANCE_HOLIDAYS_FRANCE },
    { "FR", NULL, RELANCE_HOLIDAYS_FRANCE },
    { "FR", "", RELANCE_HOLIDAYS_FRANCE },
    { "FR", "67000", RELANCE_HOLIDAYS_ALSACE_MOSELLE },
    { "FR", " 68100 ", RELANCE_HOLIDAYS_ALSACE_MOSELLE },
    { "FR", "57050", RELANCE_HOLIDAYS_ALSACE_MOSELLE },
    { "FR", "56700", RELANCE_HOLIDAYS_FRANCE },
    { "FR", "67", RELANCE_HOLIDAYS_FRANCE },
    { "GB", "SW1A 1AA", RELANCE_HOLIDAYS_ENGLAND_AND_WALES },
    { "GB", "CF10 1AA", RELANCE_HOLIDAYS_ENGLAND_AND_WALES },
    { "GB", "GL50 1AA", RELANCE_HOLIDAYS_ENGLAND_AND_WALES },
    { "GB", NULL, RELANCE_HOLIDAYS_ENGLAND_AND_WALES },
    { "GB", "EH1 1AA", RELANCE_HOLIDAYS_SCOTLAND },
    { "GB", "g1 1aa", RELANCE_HOLIDAYS_SCOTLAND },
    { "GB", "BT1 1AA", RELANCE_HOLIDAYS_NORTHERN_IRELAND },
    { "GB", "B1 1AA", RELANCE_HOLIDAYS_ENGLAND_AND_WALES },
    { "DE", "67059", RELANCE_HOLIDAYS_UNKNOWN },
    { NULL, "67000", RELANCE_HOLIDAYS_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].country, cases[i].postcode);
      g_assert_cmpint (relance_holidays_find (cases[i].country, cases[i].postcode), ==,
                       cases[i].holidays);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/years", test_years);
  g_test_add_func ("/holidays/french-century", test_french_century);
  g_test_add_func ("/holidays/british-century", test_british_century);
  g_test_add_func ("/holidays/find", test_find);

  return g_test_run ();
}
