/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "relance-holidays.h"

G_BEGIN_DECLS

/* Persistent, never invasive. Source: the limits a careful creditor keeps to,
 * as French law on harassment and insistence (C. pén. 222-16, C. conso. L121-7)
 * sets no number of its own. */
#define RELANCE_CONTACT_DAYS_BETWEEN 7
#define RELANCE_CONTACT_MONTH_DAYS 30
#define RELANCE_CONTACT_MONTH_CAP 4

/**
 * RelanceContactLimits:
 * @days_between: from one reminder to the next, at least %RELANCE_CONTACT_DAYS_BETWEEN
 * @month_cap: contacts in %RELANCE_CONTACT_MONTH_DAYS days, 1 to %RELANCE_CONTACT_MONTH_CAP
 *
 * How often a client hears from us at most: the limits above, or slower.
 */
typedef struct
{
  int   days_between;
  guint month_cap;
} RelanceContactLimits;

/* Working hours, in minutes since midnight: the second is already outside. */
#define RELANCE_CONTACT_OPENS (9 * 60)
#define RELANCE_CONTACT_CLOSES (18 * 60)

/**
 * RelanceContactHours:
 * @opens: minutes since midnight where the client is
 * @closes: the same, later; it is already outside
 *
 * When a client is written to.
 */
typedef struct
{
  int opens;
  int closes;
} RelanceContactHours;

/**
 * RelanceContactCap:
 * @RELANCE_CONTACT_FREE: nothing speaks against a message
 * @RELANCE_CONTACT_SAME_DAY: one contact a day
 * @RELANCE_CONTACT_SAME_WEEK: a reminder at most every seven days, or more
 * @RELANCE_CONTACT_SAME_MONTH: four contacts in thirty days, or fewer
 */
typedef enum
{
  RELANCE_CONTACT_FREE,
  RELANCE_CONTACT_SAME_DAY,
  RELANCE_CONTACT_SAME_WEEK,
  RELANCE_CONTACT_SAME_MONTH,
} RelanceContactCap;

/**
 * RelanceContactWait:
 * @RELANCE_CONTACT_OPEN: a message may leave
 * @RELANCE_CONTACT_CLOSED: it is night or a weekend
 * @RELANCE_CONTACT_HOLIDAY: a holiday stands before the next opening
 *
 * Why a message waits for the next opening.
 */
typedef enum
{
  RELANCE_CONTACT_OPEN,
  RELANCE_CONTACT_CLOSED,
  RELANCE_CONTACT_HOLIDAY,
} RelanceContactWait;

RelanceContactLimits relance_contact_limits_get_default (void);
RelanceContactCap  relance_contact_get_cap      (GArray           *contacts,
                                                 const RelanceContactLimits *limits,
                                                 RelanceDate       today,
                                                 RelanceDate      *from);
RelanceContactHours relance_contact_hours_get_default (void);
RelanceContactWait relance_contact_next_opening (const RelanceContactHours *hours,
                                                 RelanceDate      *date,
                                                 int              *minutes,
                                                 RelanceHolidays   holidays);

G_END_DECLS
