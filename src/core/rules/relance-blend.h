/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-tally-of-days.h"

G_BEGIN_DECLS

/**
 * RelanceBlend:
 * @own: a client's own numbers of days, smallest first; each weighs 1
 * @n_own: how many they are
 * @all: everybody's, of which there is at least one
 * @weight: of all of these together; above 0
 *
 * What is known of a client, and of everybody, as one distribution: the more is known of the
 * client, the less the others say.
 */
typedef struct
{
  const int          *own;
  guint               n_own;
  RelanceTallyOfDays *all;
  double              weight;
} RelanceBlend;

double relance_blend_get_share       (const RelanceBlend *self,
                                      int                 most);
int    relance_blend_get_quantile    (const RelanceBlend *self,
                                      double              share);
double relance_blend_get_median      (const RelanceBlend *self);
double relance_blend_get_middle_half (const RelanceBlend *self);

G_END_DECLS
