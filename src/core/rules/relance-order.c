/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-order.h"

#include <math.h>

static int
compare_days (gconstpointer a, gconstpointer b)
{
  int first = *(const int *) a;
  int second = *(const int *) b;

  return (first > second) - (first < second);
}

/**
 * relance_order_sort:
 * @days: (element-type int):
 *
 * Sorts, smallest first.
 */
void
relance_order_sort (GArray *days)
{
  g_array_sort (days, compare_days);
}

/**
 * relance_order_median:
 * @sorted: smallest first
 *
 * Returns: the middle one, or the mean of the two in the middle; NAN when there are none
 */
double
relance_order_median (const int *sorted, guint n)
{
  if (n == 0)
    return NAN;
  return n % 2 == 1 ? sorted[n / 2] : ((double) sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}
