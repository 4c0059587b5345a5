/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

/* Below so many settled ones there is too little to tell. */
#define RELANCE_HABIT_ENOUGH 3

/**
 * RelanceHabit:
 * @settled: how many the client settled
 * @late: how many of these came after they were due
 * @open_late: how many are open past their due date
 * @median: of the days from due to settled; NAN when there are too few
 * @late_share: 0 to 1, what is open past its due date counting as late; NAN when there are too few
 * @trend: days by which the last three differ from those before, less than 0 when they came
 *   sooner; NAN below six
 *
 * How a client pays, in one currency.
 */
typedef struct
{
  gint64 client_id;
  int    settled;
  int    late;
  int    open_late;
  double median;
  double late_share;
  double trend;
} RelanceHabit;

GArray *relance_habits_new (GArray      *claims,
                            RelanceDate  day);

G_END_DECLS
