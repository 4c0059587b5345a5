/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-axis.h"

#include <math.h>

#define TICKS_AT_MOST 5

/* 1, 2 or 5 times a power of ten of @unit: what people count by. */
static double
find_step (double largest, double unit)
{
  double rough = MAX (largest / unit / (TICKS_AT_MOST - 1), 1);
  double power = pow (10, floor (log10 (rough)));
  double digit = rough / power;

  return unit * power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

/**
 * relance_axis_fit:
 * @largest: what must fit, 0 or more
 * @unit: the smallest step, above 0
 */
RelanceAxis
relance_axis_fit (double largest, double unit)
{
  double step = find_step (largest, unit);

  return (RelanceAxis) { .step = step, .n_steps = MAX (1, (int) ceil (largest / step)) };
}

/* What the end of the axis stands for, above 0. */
double
relance_axis_get_top (const RelanceAxis *self)
{
  return self->step * self->n_steps;
}
