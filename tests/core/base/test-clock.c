/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-clock.h"

#include <glib.h>

/* The tests run in Europe/Paris. */
static void
test_fixed (void)
{
  g_autoptr (RelanceClock) day = relance_clock_new_parsed ("2026-11-24", NULL);
  g_autoptr (RelanceClock) hour = relance_clock_new_parsed ("2026-07-24T16:30", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (relance_clock_get_minutes (day), ==, 600);
  text = relance_clock_to_rfc3339 (relance_clock_get_now (day));
  g_assert_cmpstr (text, ==, "2026-11-24T09:00:00Z");
  g_assert_cmpint (relance_clock_get_minutes (hour), ==, 16 * 60 + 30);
  g_free (text);
  text = relance_clock_to_rfc3339 (relance_clock_get_now (hour));
  g_assert_cmpstr (text, ==, "2026-07-24T14:30:00Z");
}

static void
test_refused (void)
{
  static const char *const texts[] = { "",
                                       "tomorrow",
                                       "2026-02-30",
                                       "2026-11-24T",
                                       "2026-11-24T24:00",
                                       "2026-11-24 10:00",
                                       "2026-11-24T1:30" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (relance_clock_new_parsed (texts[i], &error));
      g_assert_nonnull (error);
    }
}

/* Through a night when summer time begins, and one when it ends. */
static void
test_summer_time (void)
{
  RelanceDate spring = relance_date_new (2026, 3, 29);
  int minutes;

  g_assert_cmpint (relance_clock_to_utc (spring, 10 * 60) -
                     relance_clock_to_utc (spring - 1, 10 * 60),
                   ==, 23 * 3600);
  g_assert_cmpint (relance_clock_to_date (relance_clock_to_utc (spring, 600), &minutes), ==,
                   spring);
  g_assert_cmpint (minutes, ==, 600);
  g_assert_cmpint (relance_clock_to_date (relance_clock_to_utc (spring, 150), &minutes), ==,
                   spring);
}

static void
test_system (void)
{
  g_autoptr (RelanceClock) clock = relance_clock_new_system ();
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  gint64 now = relance_clock_get_now (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_false (relance_clock_is_fixed (clock));
  g_assert_cmpint (relance_clock_to_date (before, NULL), <=, relance_clock_get_today (clock));
}

static void
test_running (void)
{
  g_autoptr (RelanceClock)
    start = relance_clock_new_fixed (relance_date_new (2026, 11, 24), 16 * 60 + 30);
  g_autoptr (RelanceClock) clock = relance_clock_new_running_from (start);
  gint64 ahead = relance_clock_get_now (clock) - relance_clock_get_now (start);

  g_assert_false (relance_clock_is_fixed (clock));
  g_assert_cmpint (ahead, >=, 0);
  g_assert_cmpint (ahead, <, 3600);
  g_assert_cmpint (relance_clock_get_today (clock), ==, relance_date_new (2026, 11, 24));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/running", test_running);
  g_test_add_func ("/clock/refused", test_refused);
  g_test_add_func ("/clock/summer-time", test_summer_time);
  g_test_add_func ("/clock/system", test_system);

  return g_test_run ();
}
