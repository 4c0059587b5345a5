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

/**
 * relance_order_count:
 * @sorted: smallest first
 *
 * Returns: how many of them are @most or less
 */
guint
relance_order_count (const int *sorted, guint n, int most)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sorted[middle] <= most)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * relance_order_insert:
 * @sorted: (element-type int): smallest first, as it stays
 */
void
relance_order_insert (GArray *sorted, int days)
{
  g_array_insert_val (sorted, relance_order_count ((const int *) sorted->data, sorted->len, days),
                      days);
}
