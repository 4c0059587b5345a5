/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

/* Below so many settled ones there is too little to tell. */
#define RELANCE_HABIT_ENOUGH 3

/* Days by which the last ones must differ to be a trend: less is how weekends and payment runs
 * fall. */
#define RELANCE_HABIT_TREND_DAYS 3

/**
 * RelanceHabit:
 * @settled: how many the client settled
 * @late: how many of these came after they were due
 * @open_late: how many are open past their due date
 * @median: of the days from due to settled; NAN when there are too few
 * @median_with_open: the same with what is open, by Kaplan and Meier, so that silence looks no better
 *   than a late payment; while more than half is open, the longest delay so far, for it will be more
 * @late_share: 0 to 1, what is open past its due date counting as late; NAN when there are too few
 * @trend: days by which the last three differ from those before, less than 0 when they came
 *   sooner; NAN below six
 * @last_issued: when the client was last billed
 *
 * How a client pays, in one currency.
 */
typedef struct
{
  gint64      client_id;
  int         settled;
  int         late;
  int         open_late;
  double      median;
  double      median_with_open;
  double      late_share;
  double      trend;
  RelanceDate last_issued;
} RelanceHabit;

GArray *relance_habits_new (GArray      *claims,
                            RelanceDate  day);

G_END_DECLS
