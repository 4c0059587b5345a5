/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

/**
 * RelanceLatenessParts:
 * @n_settled: how many were settled
 * @low: of the days late of those in order, the middle one, or the lower of the two
 * @high: the middle one, or the higher of the two
 * @weight: the sum of amount × days late, in minor units times days
 * @amount: the sum of the amounts, in minor units
 * @n_open: how many are overdue
 * @open_weight: as @weight, of what remains due of them
 * @open_amount: what remains due of them
 *
 * The numbers that the days late are made of.
 */
typedef struct
{
  int    n_settled;
  int    low;
  int    high;
  double weight;
  double amount;
  int    n_open;
  double open_weight;
  double open_amount;
} RelanceLatenessParts;

void   relance_lateness_get_parts  (GArray               *claims,
                                    RelanceDate           day,
                                    RelanceLatenessParts *parts);
double relance_lateness_get_median   (GArray      *claims);
double relance_lateness_get_weighted (GArray      *claims);
double relance_lateness_get_with_open (GArray     *claims,
                                      RelanceDate  day);

G_END_DECLS
