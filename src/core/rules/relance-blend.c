/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-blend.h"

#include "relance-order.h"

/* Shares are fractions that rounding may miss by a hair. */
#define HAIR 1e-9

/* What weighs @most or less. */
static double
weigh (const RelanceBlend *self, int most)
{
  double all = relance_tally_of_days_count (self->all, most);

  return relance_order_count (self->own, self->n_own, most) +
         self->weight * all / relance_tally_of_days_get_n (self->all);
}

/* What those that lie between @first and @last, and are neither, come to, each times its weight. */
static double
add_up_between (const RelanceBlend *self, int first, int last)
{
  gint64 all = relance_tally_of_days_sum (self->all, last - 1) -
               relance_tally_of_days_sum (self->all, first);
  gint64 own = 0;

  for (guint i = relance_order_count (self->own, self->n_own, first);
       i < self->n_own && self->own[i] < last; i++)
    own += self->own[i];
  return (double) own + self->weight * (double) all / relance_tally_of_days_get_n (self->all);
}

/**
 * relance_blend_get_share:
 *
 * Returns: the share that is @most or less, 0 to 1
 */
double
relance_blend_get_share (const RelanceBlend *self, int most)
{
  return weigh (self, most) / (self->n_own + self->weight);
}

/**
 * relance_blend_get_quantile:
 * @share: 0 to 1
 *
 * Returns: the least number of days that is not exceeded in @share of the cases
 */
int
relance_blend_get_quantile (const RelanceBlend *self, double share)
{
  return relance_tally_of_days_find (self->all, self->own, self->n_own,
                                     self->weight / relance_tally_of_days_get_n (self->all),
                                     (share - HAIR) * (self->n_own + self->weight));
}

/**
 * relance_blend_get_median:
 *
 * Returns: the number of days in the middle, or the mean of two where the middle lies between
 */
double
relance_blend_get_median (const RelanceBlend *self)
{
  int middle = relance_blend_get_quantile (self, 0.5);

  if (relance_blend_get_share (self, middle) > 0.5 + HAIR)
    return middle;
  return (middle + (double) relance_blend_get_quantile (self, 0.5 + 3 * HAIR)) / 2;
}

/**
 * relance_blend_get_middle_half:
 *
 * The mean of what lies between the first quarter and the last, by weight: of a number of days at
 * either end only the part inside. Few far ones do not move it, and it is less jumpy than the median.
 *
 * Returns: days
 */
double
relance_blend_get_middle_half (const RelanceBlend *self)
{
  double quarter = (self->n_own + self->weight) / 4;
  int first = relance_blend_get_quantile (self, 0.25);
  int last = relance_blend_get_quantile (self, 0.75);

  if (first == last)
    return first;
  return (first * (weigh (self, first) - quarter) + add_up_between (self, first, last) +
          last * (3 * quarter - weigh (self, last - 1))) /
         (2 * quarter);
}
