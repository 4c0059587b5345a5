/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-tally-of-days.h"

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
 * relance_tally_of_days_get_ranked:
 * @rank: from 1, the smallest, to how many there are
 *
 * Returns: the one of that rank
 */
int
relance_tally_of_days_get_ranked (RelanceTallyOfDays *self, int rank)
{
  int slot = 0;

  for (int step = N_SLOTS; step > 0; step /= 2)
    if (slot + step <= N_SLOTS && self->slots[slot + step] < rank)
      {
        slot += step;
        rank -= self->slots[slot];
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
  return (relance_tally_of_days_get_ranked (self, (self->n + 1) / 2) +
          relance_tally_of_days_get_ranked (self, self->n / 2 + 1)) /
         2.0;
}
