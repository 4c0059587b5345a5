/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-lateness.h"

#include "relance-order.h"

#include <math.h>

typedef struct
{
  double days; /* each times its amount */
  double amount;
} Sum;

static void
add (Sum *sum, int days, gint64 amount)
{
  sum->days += (double) MAX (days, 0) * (double) amount;
  sum->amount += (double) amount;
}

static Sum
sum_settled (GArray *claims)
{
  Sum sum = { 0 };

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (relance_claim_is_settled (claim))
        add (&sum, claim->end - claim->due, claim->sold);
    }
  return sum;
}

static Sum
sum_overdue (GArray *claims, RelanceDate day, int *n_overdue)
{
  Sum sum = { 0 };

  *n_overdue = 0;
  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (!relance_claim_is_overdue (claim, day))
        continue;
      add (&sum, day - claim->due, claim->balance);
      ++*n_overdue;
    }
  return sum;
}

/* Of what is settled, in order. */
static GArray *
list_days_late (GArray *claims)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (relance_claim_is_settled (claim))
        g_array_append_vals (days, &(int) { claim->end - claim->due }, 1);
    }
  relance_order_sort (days);
  return days;
}

/**
 * relance_lateness_get_parts:
 * @claims: (element-type RelanceClaim): of one currency
 * @parts: (out): the numbers that the functions below compute with
 */
void
relance_lateness_get_parts (GArray *claims, RelanceDate day, RelanceLatenessParts *parts)
{
  g_autoptr (GArray) days = list_days_late (claims);
  Sum settled = sum_settled (claims);
  Sum open;

  *parts = (RelanceLatenessParts) { .n_settled = (int) days->len };
  open = sum_overdue (claims, day, &parts->n_open);
  parts->weight = settled.days;
  parts->amount = settled.amount;
  parts->open_weight = open.days;
  parts->open_amount = open.amount;
  if (days->len == 0)
    return;
  parts->low = g_array_index (days, int, (days->len - 1) / 2);
  parts->high = g_array_index (days, int, days->len / 2);
}

/**
 * relance_lateness_get_median:
 * @claims: (element-type RelanceClaim): of one currency
 *
 * Returns: the median of the days from due to settled, of what is settled; negative when more
 *   than half came early, NAN when nothing is settled
 */
double
relance_lateness_get_median (GArray *claims)
{
  g_autoptr (GArray) days = list_days_late (claims);

  return relance_order_median ((const int *) days->data, days->len);
}

/**
 * relance_lateness_get_weighted:
 * @claims: (element-type RelanceClaim): of one currency
 *
 * Returns: the mean of the days late of what is settled, each weighing its amount; what came
 *   early is 0 days late. NAN when nothing is settled
 */
double
relance_lateness_get_weighted (GArray *claims)
{
  Sum sum = sum_settled (claims);

  return sum.amount > 0 ? sum.days / sum.amount : NAN;
}

/**
 * relance_lateness_get_with_open:
 * @claims: (element-type RelanceClaim): of one currency
 *
 * As relance_lateness_get_weighted(), with what is overdue on @day: it will be at least so late. Each
 * weighs what remains due of it.
 *
 * Returns: days, a lower bound; NAN when nothing is settled or overdue
 */
double
relance_lateness_get_with_open (GArray *claims, RelanceDate day)
{
  Sum settled = sum_settled (claims);
  int n_overdue;
  Sum open = sum_overdue (claims, day, &n_overdue);
  double amount = settled.amount + open.amount;

  return amount > 0 ? (settled.days + open.days) / amount : NAN;
}
