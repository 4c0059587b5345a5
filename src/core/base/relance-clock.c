/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-clock.h"

#include "relance-base-error.h"
#include "relance-zone-time.h"

#include <string.h>

#define DEFAULT_MINUTES (10 * 60)
#define MINUTES_PER_DAY (24 * 60)

struct _RelanceClock
{
  GObject parent_instance;

  RelanceDate today; /* RELANCE_DATE_NONE: the system's */
  int minutes;
  gint64 offset; /* seconds ahead of the system's, for one that runs */
};

G_DEFINE_FINAL_TYPE (RelanceClock, relance_clock, G_TYPE_OBJECT)

static void
relance_clock_class_init (RelanceClockClass *klass)
{
}

static void
relance_clock_init (RelanceClock *self)
{
  self->today = RELANCE_DATE_NONE;
}

/**
 * relance_clock_new_system:
 *
 * Returns: (transfer full): a clock that follows the machine's. Clocks never
 *   change once they are made, so that any thread may ask them.
 */
RelanceClock *
relance_clock_new_system (void)
{
  return g_object_new (RELANCE_TYPE_CLOCK, NULL);
}

/**
 * relance_clock_new_fixed:
 * @today: a date
 * @minutes: minutes since midnight, local time, 0 to 1439
 *
 * Returns: (transfer full): a clock that stands still
 */
RelanceClock *
relance_clock_new_fixed (RelanceDate today, int minutes)
{
  RelanceClock *self = relance_clock_new_system ();

  g_assert (today != RELANCE_DATE_NONE && minutes >= 0 && minutes < MINUTES_PER_DAY);

  self->today = today;
  self->minutes = minutes;

  return self;
}

/**
 * relance_clock_new_running_from:
 * @start: what it shows now
 *
 * For a program that stays open: what should happen in ten seconds does.
 *
 * Returns: (transfer full): a clock that runs on from @start
 */
RelanceClock *
relance_clock_new_running_from (RelanceClock *start)
{
  RelanceClock *self;

  g_return_val_if_fail (RELANCE_IS_CLOCK (start), NULL);

  self = relance_clock_new_system ();
  self->offset = relance_clock_get_now (start) - relance_clock_get_now (self);

  return self;
}

static gboolean
parse_minutes (const char *text, int *minutes)
{
  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;

  *minutes = atoi (text) * 60 + atoi (text + 3);

  return atoi (text) < 24 && atoi (text + 3) < 60;
}

/**
 * relance_clock_new_parsed:
 * @text: `2026-11-24`, which means 10:00 local time, or `2026-11-24T16:30`
 * @error: %RELANCE_BASE_ERROR_DATE when it is neither
 *
 * Returns: (transfer full): a clock that stands still then
 */
RelanceClock *
relance_clock_new_parsed (const char *text, GError **error)
{
  g_autofree char *day = g_strndup (text, 10);
  RelanceDate date = relance_date_parse_iso (day);
  int minutes = DEFAULT_MINUTES;
  gboolean known = date != RELANCE_DATE_NONE;

  if (known && strlen (text) > 10)
    known = text[10] == 'T' && parse_minutes (text + 11, &minutes);

  if (known)
    return relance_clock_new_fixed (date, minutes);

  g_set_error (error, RELANCE_BASE_ERROR, RELANCE_BASE_ERROR_DATE,
               "“%s” is not a date such as 2026-11-24 or 2026-11-24T16:30", text);
  return NULL;
}

/**
 * relance_clock_get_today:
 *
 * Returns: the civil date, here
 */
RelanceDate
relance_clock_get_today (RelanceClock *self)
{
  g_return_val_if_fail (RELANCE_IS_CLOCK (self), RELANCE_DATE_NONE);

  if (self->today != RELANCE_DATE_NONE)
    return self->today;

  return relance_clock_to_date (relance_clock_get_now (self), NULL);
}

/**
 * relance_clock_get_minutes:
 *
 * Returns: minutes since midnight, local time
 */
int
relance_clock_get_minutes (RelanceClock *self)
{
  int minutes;

  g_return_val_if_fail (RELANCE_IS_CLOCK (self), 0);

  if (self->today != RELANCE_DATE_NONE)
    return self->minutes;

  relance_clock_to_date (relance_clock_get_now (self), &minutes);

  return minutes;
}

/**
 * relance_clock_get_now:
 *
 * Returns: UTC seconds
 */
gint64
relance_clock_get_now (RelanceClock *self)
{
  g_return_val_if_fail (RELANCE_IS_CLOCK (self), 0);

  if (self->today != RELANCE_DATE_NONE)
    return relance_clock_to_utc (self->today, self->minutes);

  return g_get_real_time () / G_USEC_PER_SEC + self->offset;
}

/**
 * relance_clock_is_fixed:
 *
 * Returns: whether the clock stands still
 */
gboolean
relance_clock_is_fixed (RelanceClock *self)
{
  g_return_val_if_fail (RELANCE_IS_CLOCK (self), FALSE);

  return self->today != RELANCE_DATE_NONE;
}

/**
 * relance_clock_to_utc:
 * @date: a civil date
 * @minutes: since midnight, local time
 *
 * Returns: UTC seconds. An hour that summer time skips is the one after it.
 */
gint64
relance_clock_to_utc (RelanceDate date, int minutes)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();

  return relance_zone_to_utc (here, date, minutes);
}

/**
 * relance_clock_to_date:
 * @utc: UTC seconds
 * @minutes: (out) (optional): since midnight, local time
 *
 * Returns: the civil date here at that instant
 */
RelanceDate
relance_clock_to_date (gint64 utc, int *minutes)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();

  return relance_zone_to_date (here, utc, minutes);
}

/**
 * relance_clock_to_rfc3339:
 * @utc: UTC seconds
 *
 * Returns: (transfer full): `2026-11-24T09:00:00Z`
 */
char *
relance_clock_to_rfc3339 (gint64 utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (utc);

  g_assert (time != NULL);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}
