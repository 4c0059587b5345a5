/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-zone-time.h"

/**
 * relance_zone_find:
 * @name: (nullable): an IANA name
 *
 * Returns: (transfer full): that zone, else the machine's own: also for a name that it does not know
 */
GTimeZone *
relance_zone_find (const char *name)
{
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

/**
 * relance_zone_to_utc:
 * @date: a civil date there
 * @minutes: since midnight there
 *
 * Returns: UTC seconds. An hour that summer time skips is the one after it.
 */
gint64
relance_zone_to_utc (GTimeZone *zone, RelanceDate date, int minutes)
{
  g_autoptr (GDateTime) there = NULL;
  int year, month, day;

  relance_date_get_ymd (date, &year, &month, &day);
  there = g_date_time_new (zone, year, month, day, minutes / 60, minutes % 60, 0);

  return g_date_time_to_unix (there);
}

/**
 * relance_zone_to_date:
 * @utc: UTC seconds
 * @minutes: (out) (optional): since midnight there
 *
 * Returns: the civil date there at that instant
 */
RelanceDate
relance_zone_to_date (GTimeZone *zone, gint64 utc, int *minutes)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (utc);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (instant, zone);

  g_assert (there != NULL);

  if (minutes != NULL)
    *minutes = g_date_time_get_hour (there) * 60 + g_date_time_get_minute (there);

  return relance_date_new (g_date_time_get_year (there), g_date_time_get_month (there),
                           g_date_time_get_day_of_month (there));
}
