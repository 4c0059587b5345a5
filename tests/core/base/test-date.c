/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-date.h"

#include <glib.h>

static RelanceDate
iso (const char *text)
{
  RelanceDate date = relance_date_parse_iso (text);

  g_assert_cmpint (date, !=, RELANCE_DATE_NONE);

  return date;
}

static void
assert_text (char *actual, const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

/* Every day of two centuries, against GDate's own calendar. */
static void
test_calendar (void)
{
  GDate date;
  RelanceDate day = iso ("1900-01-01");

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1900);
  for (int i = 0; i < 200 * 366; i++, day++, g_date_add_days (&date, 1))
    {
      int year, month, d;

      relance_date_get_ymd (day, &year, &month, &d);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (d, ==, g_date_get_day (&date));
      g_assert_cmpint (relance_date_new (year, month, d), ==, day);
      g_assert_cmpint (relance_date_get_weekday (day), ==, g_date_get_weekday (&date));
    }
  g_assert_cmpint (iso ("1970-01-01"), ==, 0);
  assert_text (relance_date_to_iso (iso ("0001-01-01")), "0001-01-01");
  assert_text (relance_date_to_iso (iso ("9999-12-31")), "9999-12-31");
}

static void
test_no_such_day (void)
{
  static const char *const texts[] = {
    "2026-02-29", "2026-02-31", "2100-02-29",     "2026-13-01",  "2026-00-10",
    "2026-01-00", "0000-01-01", "2026-1-01",      "2026-01-01 ", "26-01-01",
    "",           "2026/01/01", "２０２６-01-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (relance_date_parse_iso (texts[i]), ==, RELANCE_DATE_NONE);
  g_assert_cmpint (relance_date_parse_iso (NULL), ==, RELANCE_DATE_NONE);
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2026-01-31", 1, "2026-02-28" }, { "2024-01-31", 1, "2024-02-29" },
    { "2026-11-15", 2, "2027-01-15" }, { "2026-01-15", -1, "2025-12-15" },
    { "2026-12-31", 0, "2026-12-31" }, { "2024-02-29", 12, "2025-02-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (
      relance_date_to_iso (relance_date_add_months (iso (cases[i].from), cases[i].months)),
      cases[i].to);
  g_assert_cmpint (relance_date_add_months (iso ("0001-02-28"), -2), ==, RELANCE_DATE_NONE);
  g_assert_cmpint (relance_date_add_months (iso ("0100-02-28"), -2000), ==, RELANCE_DATE_NONE);
  g_assert_cmpint (relance_date_add_months (iso ("9999-12-01"), 1), ==, RELANCE_DATE_NONE);
}

static void
test_easter (void)
{
  static const char *const sundays[] = { "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                                         "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25" };

  for (guint i = 0; i < G_N_ELEMENTS (sundays); i++)
    g_assert_cmpint (relance_date_get_easter (atoi (sundays[i])), ==, iso (sundays[i]));
}

static void
test_format (void)
{
  assert_text (relance_date_format (iso ("2026-11-12"), "fr"), "12 novembre 2026");
  assert_text (relance_date_format (iso ("2026-12-01"), "fr"), "1er décembre 2026");
  assert_text (relance_date_format (iso ("2026-11-11"), "fr_FR.UTF-8"), "11 novembre 2026");
  assert_text (relance_date_format (iso ("2028-02-29"), "en_GB"), "29 February 2028");
  assert_text (relance_date_format (iso ("2026-12-01"), "en_US"), "December 1, 2026");
  assert_text (relance_date_format_short (iso ("2026-11-02"), "fr"), "02/11/2026");
  assert_text (relance_date_format_short (iso ("2026-11-02"), "en_GB"), "02/11/2026");
  assert_text (relance_date_format_month (iso ("2026-11-02"), "fr"), "novembre 2026");
  assert_text (relance_date_format_day (iso ("2026-11-02"), "fr"), "2 nov.");
  assert_text (relance_date_format_day (iso ("2026-11-02"), "en_GB"), "2 Nov");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/no-such-day", test_no_such_day);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/easter", test_easter);
  g_test_add_func ("/date/format", test_format);

  return g_test_run ();
}
