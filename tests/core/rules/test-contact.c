/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-contact.h"

typedef struct
{
  const char *today;
  const char *contacts; /* separated by spaces */
  RelanceContactCap cap;
  const char *from;
} CapCase;

static const CapCase cap_cases[] = {
  { "2026-11-24", "", RELANCE_CONTACT_FREE, "2026-11-24" },
  { "2026-11-24", "2026-11-24", RELANCE_CONTACT_SAME_DAY, "2026-12-01" },
  { "2026-11-24", "2026-11-18", RELANCE_CONTACT_SAME_WEEK, "2026-11-25" },
  { "2026-11-24", "2026-11-17", RELANCE_CONTACT_FREE, "2026-11-24" },
  { "2026-11-24", "2026-11-18 2026-10-01", RELANCE_CONTACT_SAME_WEEK, "2026-11-25" },
  { "2026-11-24", "2026-10-01 2026-11-18", RELANCE_CONTACT_SAME_WEEK, "2026-11-25" },
  { "2026-11-29", "2026-11-01 2026-11-08 2026-11-15 2026-11-22", RELANCE_CONTACT_SAME_MONTH,
    "2026-12-01" },
  { "2026-12-01", "2026-11-01 2026-11-08 2026-11-15 2026-11-22", RELANCE_CONTACT_FREE,
    "2026-12-01" },
  { "2026-11-29", "2026-11-01 2026-11-08 2026-11-15", RELANCE_CONTACT_FREE, "2026-11-29" },
  { "2028-03-01", "2028-02-29", RELANCE_CONTACT_SAME_WEEK, "2028-03-07" },
};

typedef struct
{
  const char *date;
  int hour;
  int minute;
  RelanceHolidays holidays;
  const char *next_date;
  int next_hour;
  int next_minute;
  RelanceContactWait wait;
} OpeningCase;

#define FRANCE RELANCE_HOLIDAYS_FRANCE
#define ALSACE RELANCE_HOLIDAYS_ALSACE_MOSELLE
#define ENGLAND RELANCE_HOLIDAYS_ENGLAND_AND_WALES
#define SCOTLAND RELANCE_HOLIDAYS_SCOTLAND

static const OpeningCase opening_cases[] = {
  /* a Tuesday */
  { "2026-11-24", 10, 0, FRANCE, "2026-11-24", 10, 0, RELANCE_CONTACT_OPEN },
  { "2026-11-24", 9, 0, FRANCE, "2026-11-24", 9, 0, RELANCE_CONTACT_OPEN },
  { "2026-11-24", 8, 59, FRANCE, "2026-11-24", 9, 0, RELANCE_CONTACT_CLOSED },
  { "2026-11-24", 17, 59, FRANCE, "2026-11-24", 17, 59, RELANCE_CONTACT_OPEN },
  { "2026-11-24", 18, 0, FRANCE, "2026-11-25", 9, 0, RELANCE_CONTACT_CLOSED },
  /* Friday evening, Saturday early, Saturday evening, Sunday */
  { "2026-11-27", 20, 30, FRANCE, "2026-11-30", 9, 0, RELANCE_CONTACT_CLOSED },
  { "2026-11-28", 7, 0, FRANCE, "2026-11-30", 9, 0, RELANCE_CONTACT_CLOSED },
  { "2026-11-28", 19, 0, FRANCE, "2026-11-30", 9, 0, RELANCE_CONTACT_CLOSED },
  { "2026-11-22", 12, 0, FRANCE, "2026-11-23", 9, 0, RELANCE_CONTACT_CLOSED },
  /* St Andrew's Day is kept in Scotland */
  { "2026-11-27", 20, 30, SCOTLAND, "2026-12-01", 9, 0, RELANCE_CONTACT_HOLIDAY },
  /* Christmas on a Friday, and its substitute day */
  { "2026-12-24", 18, 0, FRANCE, "2026-12-28", 9, 0, RELANCE_CONTACT_HOLIDAY },
  { "2026-12-24", 18, 0, ENGLAND, "2026-12-29", 9, 0, RELANCE_CONTACT_HOLIDAY },
  /* 15 August on a Saturday holds nobody up */
  { "2026-08-14", 18, 0, FRANCE, "2026-08-17", 9, 0, RELANCE_CONTACT_CLOSED },
  /* Ascension, early, and the day before it in the evening */
  { "2027-05-06", 3, 0, FRANCE, "2027-05-07", 9, 0, RELANCE_CONTACT_HOLIDAY },
  { "2027-05-05", 20, 0, FRANCE, "2027-05-07", 9, 0, RELANCE_CONTACT_HOLIDAY },
  { "2027-07-14", 11, 0, FRANCE, "2027-07-15", 9, 0, RELANCE_CONTACT_HOLIDAY },
  { "2027-07-14", 11, 0, ENGLAND, "2027-07-14", 11, 0, RELANCE_CONTACT_OPEN },
  /* Good Friday, then Easter Monday */
  { "2027-03-26", 11, 0, FRANCE, "2027-03-26", 11, 0, RELANCE_CONTACT_OPEN },
  { "2027-03-26", 11, 0, ALSACE, "2027-03-30", 9, 0, RELANCE_CONTACT_HOLIDAY },
  { "2027-03-26", 11, 0, SCOTLAND, "2027-03-29", 9, 0, RELANCE_CONTACT_HOLIDAY },
  { "2027-03-26", 11, 0, RELANCE_HOLIDAYS_UNKNOWN, "2027-03-26", 11, 0, RELANCE_CONTACT_OPEN },
  { "2028-02-28", 19, 0, FRANCE, "2028-02-29", 9, 0, RELANCE_CONTACT_CLOSED },
};

static GArray *
parse_dates (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (RelanceDate));

  for (int i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      RelanceDate date = relance_date_parse_iso (words[i]);

      g_assert_cmpint (date, !=, RELANCE_DATE_NONE);
      g_array_append_val (dates, date);
    }

  return dates;
}

static void
test_cap (void)
{
  RelanceContactLimits limits = relance_contact_limits_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (cap_cases); i++)
    {
      const CapCase *test = &cap_cases[i];
      g_autoptr (GArray) contacts = parse_dates (test->contacts);
      RelanceDate from;

      g_test_message ("%s after %s", test->today, test->contacts);
      g_assert_cmpint (
        relance_contact_get_cap (contacts, &limits, relance_date_parse_iso (test->today), &from),
        ==, test->cap);
      g_assert_cmpint (from, ==, relance_date_parse_iso (test->from));
    }
}

/* Whoever writes as often as allowed writes four times in thirty days, never twice in a week. */
static void
test_year (void)
{
  g_autoptr (GArray) contacts = g_array_new (FALSE, FALSE, sizeof (RelanceDate));
  RelanceContactLimits limits = relance_contact_limits_get_default ();
  RelanceDate start = relance_date_new (2026, 1, 1);

  for (RelanceDate day = start; day < start + 365; day++)
    if (relance_contact_get_cap (contacts, &limits, day, NULL) == RELANCE_CONTACT_FREE)
      g_array_append_val (contacts, day);

  for (guint i = 1; i < contacts->len; i++)
    {
      RelanceDate date = g_array_index (contacts, RelanceDate, i);

      g_assert_cmpint (date - g_array_index (contacts, RelanceDate, i - 1), >=, 7);
      if (i >= 4)
        g_assert_cmpint (date - g_array_index (contacts, RelanceDate, i - 4), >=, 30);
    }
  g_assert_cmpuint (contacts->len, ==, 49);
}

/* Limits make it slower, whatever they say, and never faster. */
static void
test_limits (void)
{
  static const struct
  {
    RelanceContactLimits limits;
    RelanceContactCap cap;
    int from;
  } cases[] = {
    { { 7, 4 }, RELANCE_CONTACT_FREE, 0 },        { { 1, 99 }, RELANCE_CONTACT_FREE, 0 },
    { { 10, 4 }, RELANCE_CONTACT_SAME_WEEK, 2 },  { { 7, 2 }, RELANCE_CONTACT_SAME_MONTH, 14 },
    { { 30, 1 }, RELANCE_CONTACT_SAME_WEEK, 22 }, { { 7, 0 }, RELANCE_CONTACT_SAME_MONTH, 22 },
  };
  RelanceDate today = relance_date_new (2026, 11, 24);
  g_autoptr (GArray) contacts = parse_dates ("2026-11-16 2026-11-08");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceDate from;

      g_test_message ("%d days, %u a month", cases[i].limits.days_between,
                      cases[i].limits.month_cap);
      g_assert_cmpint (relance_contact_get_cap (contacts, &cases[i].limits, today, &from), ==,
                       cases[i].cap);
      g_assert_cmpint (from - today, ==, cases[i].from);
    }
}

static void
test_opening (void)
{
  RelanceContactHours hours = relance_contact_hours_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (opening_cases); i++)
    {
      const OpeningCase *test = &opening_cases[i];
      RelanceDate date = relance_date_parse_iso (test->date);
      int minutes = test->hour * 60 + test->minute;

      g_test_message ("%s %d:%02d %d", test->date, test->hour, test->minute, test->holidays);
      g_assert_cmpint (relance_contact_next_opening (&hours, &date, &minutes, test->holidays), ==,
                       test->wait);
      g_assert_cmpint (date, ==, relance_date_parse_iso (test->next_date));
      g_assert_cmpint (minutes, ==, test->next_hour * 60 + test->next_minute);
      g_assert_cmpint (relance_contact_next_opening (&hours, &date, &minutes, test->holidays), ==,
                       RELANCE_CONTACT_OPEN);
    }
}

/* On a Tuesday, by the hours of a client. */
static void
test_own_hours (void)
{
  static const struct
  {
    int opens;
    int closes;
    int at;
    int days; /* until it may leave */
    int leaves;
  } cases[] = {
    { 600, 750, 599, 0, 600 },    { 600, 750, 600, 0, 600 },     { 600, 750, 749, 0, 749 },
    { 600, 750, 750, 1, 600 },    { 0, 1440, 0, 0, 0 },          { 0, 1440, 1439, 0, 1439 },
    { 1200, 1440, 100, 0, 1200 }, { 1200, 1440, 1439, 0, 1439 }, { 0, 60, 60, 1, 0 },
  };
  RelanceDate tuesday = relance_date_new (2026, 11, 24);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceContactHours hours = { cases[i].opens, cases[i].closes };
      RelanceDate date = tuesday;
      int minutes = cases[i].at;

      relance_contact_next_opening (&hours, &date, &minutes, FRANCE);
      g_assert_cmpint (date - tuesday, ==, cases[i].days);
      g_assert_cmpint (minutes, ==, cases[i].leaves);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/contact/cap", test_cap);
  g_test_add_func ("/rules/contact/year", test_year);
  g_test_add_func ("/rules/contact/limits", test_limits);
  g_test_add_func ("/rules/contact/opening", test_opening);
  g_test_add_func ("/rules/contact/own-hours", test_own_hours);

  return g_test_run ();
}
