/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-queue.h"

#include <math.h>

/* Beyond this, waiting longer does not make a reminder more pressing. */
#define MAX_DAYS 60.0

/* A debt that has waited this long is half as likely to be a mere slip. */
#define HALF_LIFE_DAYS 90.0

/* Most first reminders meet a slip; a second one often meets an obstacle. */
static double
get_chance (RelanceStage stage, int days_late)
{
  double chance = stage == RELANCE_STAGE_FIRST ? 0.8 : 0.5;

  return chance * exp2 (-days_late / HALF_LIFE_DAYS);
}

/**
 * relance_queue_get_usefulness:
 * @amount: what is overdue, in minor units
 * @digits: the decimals of its currency
 * @stage: what would leave
 * @days_late: of the oldest debt
 *
 * How much a word to this client is worth today: amount × the chance that a word
 * helps × how long it has waited. The chance is 0.8 for a first reminder and 0.5
 * for a second one, and halves every 90 days; the wait counts up to 60 days. Units
 * of different currencies weigh the same: it is an order, not a sum.
 *
 * Returns: a figure to order the queue by, the largest first
 */
double
relance_queue_get_usefulness (gint64 amount, int digits, RelanceStage stage, int days_late)
{
  double units = amount / pow (10, digits);

  return units * get_chance (stage, days_late) * MIN (days_late, MAX_DAYS);
}
