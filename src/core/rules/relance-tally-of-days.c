/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-tally-of-days.h"

#include "relance-order.h"

#include <math.h>

/* A power of two, so that a search halves it. */
#define N_SLOTS (2 * (RELANCE_MOST_DAYS + 1))

/* A binary indexed tree: slot i holds the sum of as many counts as its lowest bit says. @sums: of
 * the days themselves, in the same way. */
struct _RelanceTallyOfDays
{
  int n;
  int slots[N_SLOTS + 1];
  gint64 sums[N_SLOTS + 1];
};

static int
get_slot (int days)
{
  return CLAMP (days, -RELANCE_MOST_DAYS, RELANCE_MOST_DAYS) + RELANCE_MOST_DAYS + 1;
}

/* The number of days of rank @rank, from 1. */
static int
find_ranked (RelanceTallyOfDays *self, int rank)
{
  return relance_tally_of_days_find (self, NULL, 0, 1, rank);
}

RelanceTallyOfDays *
relance_tally_of_days_new (void)
{
  return g_new0 (RelanceTallyOfDays, 1);
}

void
relance_tally_of_days_free (RelanceTallyOfDays *self)
{
  g_free (self);
}

void
relance_tally_of_days_add (RelanceTallyOfDays *self, int days)
{
  self->n++;
  for (int slot = get_slot (days); slot <= N_SLOTS; slot += slot & -slot)
    {
      self->slots[slot]++;
      self->sums[slot] += CLAMP (days, -RELANCE_MOST_DAYS, RELANCE_MOST_DAYS);
    }
}

/**
 * relance_tally_of_days_get_n:
 *
 * Returns: how many were added
 */
int
relance_tally_of_days_get_n (RelanceTallyOfDays *self)
{
  return self->n;
}

/**
 * relance_tally_of_days_count:
 *
 * Returns: how many of them are @most or less
 */
int
relance_tally_of_days_count (RelanceTallyOfDays *self, int most)
{
  int count = 0;

  for (int slot = get_slot (most); slot > 0; slot -= slot & -slot)
    count += self->slots[slot];
  return count;
}

/**
 * relance_tally_of_days_sum:
 *
 * Returns: what those of them that are @most or less come to
 */
gint64
relance_tally_of_days_sum (RelanceTallyOfDays *self, int most)
{
  gint64 sum = 0;

  for (int slot = get_slot (most); slot > 0; slot -= slot & -slot)
    sum += self->sums[slot];
  return sum;
}

/**
 * relance_tally_of_days_find:
 * @others: (array length=n_others): numbers of days that weigh 1 each, smallest first
 * @weight: of each of the tally
 * @least: more than 0
 *
 * Returns: the least number of days up to which these and those weigh @least together
 */
int
relance_tally_of_days_find (RelanceTallyOfDays *self,
                            const int *others,
                            guint n_others,
                            double weight,
                            double least)
{
  guint below = 0;
  guint most = n_others;
  int count = 0;
  int slot = 0;

  for (int step = N_SLOTS; step > 0; step /= 2)
    {
      int next = slot + step;
      int next_count;
      guint next_below;

      if (next > N_SLOTS)
        continue;
      next_count = count + self->slots[next];
      next_below = below;
      if (below < most)
        next_below +=
          relance_order_count (others + below, most - below, next - RELANCE_MOST_DAYS - 1);
      if (next_below + weight * next_count >= least)
        {
          most = next_below;
          continue;
        }
      slot = next;
      count = next_count;
      below = next_below;
    }
  return slot - RELANCE_MOST_DAYS;
}

/**
 * relance_tally_of_days_get_median:
 *
 * Returns: the middle one, or the mean of the two in the middle; NAN when there are none
 */
double
relance_tally_of_days_get_median (RelanceTallyOfDays *self)
{
  if (self->n == 0)
    return NAN;
  return (find_ranked (self, (self->n + 1) / 2) + find_ranked (self, self->n / 2 + 1)) / 2.0;
}
