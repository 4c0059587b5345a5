/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-contact.h"

static int
compare_latest_first (const RelanceDate *a, const RelanceDate *b)
{
  return (*b > *a) - (*b < *a);
}

/**
 * relance_contact_limits_get_default:
 *
 * Returns: the limits of somebody who set none
 */
RelanceContactLimits
relance_contact_limits_get_default (void)
{
  return (RelanceContactLimits) { RELANCE_CONTACT_DAYS_BETWEEN, RELANCE_CONTACT_MONTH_CAP };
}

/**
 * relance_contact_get_cap:
 * @contacts: (element-type RelanceDate): the days on which something left for the
 *   client, in any order
 * @limits: those of the user; never looser than the default, whatever they say
 * @from: (out) (optional): the first day on which no cap holds any more; @today when free
 *
 * Whether a client has heard enough from us for now.
 *
 * Returns: the cap that lasts longest, or %RELANCE_CONTACT_FREE
 */
RelanceContactCap
relance_contact_get_cap (GArray *contacts,
                         const RelanceContactLimits *limits,
                         RelanceDate today,
                         RelanceDate *from)
{
  int days_between = MAX (limits->days_between, RELANCE_CONTACT_DAYS_BETWEEN);
  guint month_cap = CLAMP (limits->month_cap, 1, RELANCE_CONTACT_MONTH_CAP);
  g_autoptr (GArray) latest = g_array_copy (contacts);
  RelanceContactCap cap = RELANCE_CONTACT_FREE;
  RelanceDate free_from = today;

  g_array_sort (latest, (GCompareFunc) compare_latest_first);

  if (latest->len > 0)
    {
      RelanceDate last = g_array_index (latest, RelanceDate, 0);

      if (last + days_between > free_from)
        {
          cap = last == today ? RELANCE_CONTACT_SAME_DAY : RELANCE_CONTACT_SAME_WEEK;
          free_from = last + days_between;
        }
    }

  if (latest->len >= month_cap)
    {
      RelanceDate oldest = g_array_index (latest, RelanceDate, month_cap - 1);

      if (oldest + RELANCE_CONTACT_MONTH_DAYS > free_from)
        {
          cap = RELANCE_CONTACT_SAME_MONTH;
          free_from = oldest + RELANCE_CONTACT_MONTH_DAYS;
        }
    }

  if (from != NULL)
    *from = free_from;

  return cap;
}

/**
 * relance_contact_hours_get_default:
 *
 * Returns: the hours of a client of whom nobody said any
 */
RelanceContactHours
relance_contact_hours_get_default (void)
{
  return (RelanceContactHours) { RELANCE_CONTACT_OPENS, RELANCE_CONTACT_CLOSES };
}

/**
 * relance_contact_next_opening:
 * @hours: when the client is written to
 * @date: (inout): a day where the client is; then the day on which a message may leave
 * @minutes: (inout): since midnight where the client is; then the moment
 * @holidays: those that the client keeps
 *
 * Moves a moment to the next one at which a message may leave, or leaves it alone when it is one
 * already: Monday to Friday, in @hours, no holiday.
 *
 * Returns: why it had to be moved
 */
RelanceContactWait
relance_contact_next_opening (const RelanceContactHours *hours,
                              RelanceDate *date,
                              int *minutes,
                              RelanceHolidays holidays)
{
  RelanceContactWait wait = RELANCE_CONTACT_CLOSED;

  if (relance_holidays_is_working (holidays, *date) && *minutes < hours->closes)
    {
      if (*minutes >= hours->opens)
        return RELANCE_CONTACT_OPEN;
      *minutes = hours->opens;
      return wait;
    }

  if (*minutes >= hours->closes)
    (*date)++;
  for (; !relance_holidays_is_working (holidays, *date); (*date)++)
    if (relance_date_get_weekday (*date) <= 5)
      wait = RELANCE_CONTACT_HOLIDAY;
  *minutes = hours->opens;

  return wait;
}
