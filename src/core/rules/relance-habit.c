/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-habit.h"

#include "relance-order.h"
#include "relance-survival.h"

#include <math.h>

/* The last ones, which are compared with at least as many before them. */
#define N_LAST 3

/* What is known of one client. */
typedef struct
{
  GArray *days;  /* int: from due to settled, first settled first */
  GArray *spans; /* RelanceSpan: the same with what is open */
} History;

/* By client, and in the order in which they were settled. */
static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const RelanceClaim *first = a;
  const RelanceClaim *second = b;

  if (first->client_id != second->client_id)
    return first->client_id < second->client_id ? -1 : 1;
  if (first->end != second->end)
    return first->end < second->end ? -1 : 1;
  return (first->due > second->due) - (first->due < second->due);
}

static double
get_median (const int *days, guint n)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (int), n);

  g_array_append_vals (sorted, days, n);
  relance_order_sort (sorted);
  return relance_order_median ((const int *) sorted->data, n);
}

static double
get_trend (const int *days, guint n)
{
  if (n < 2 * N_LAST)
    return NAN;
  return get_median (days + n - N_LAST, N_LAST) - get_median (days, n - N_LAST);
}

static int
get_longest (GArray *spans)
{
  int longest = g_array_index (spans, RelanceSpan, 0).days;

  for (guint i = 1; i < spans->len; i++)
    longest = MAX (longest, g_array_index (spans, RelanceSpan, i).days);
  return longest;
}

/* @spans: from due to settled, or to the day of the look; not empty */
static double
get_median_with_open (GArray *spans)
{
  g_autoptr (GArray) steps = relance_survival_new (spans);
  double median = relance_survival_get_median (steps);

  return isnan (median) ? get_longest (spans) : median;
}

static void
judge (RelanceHabit *habit, const History *history)
{
  const int *first = (const int *) history->days->data;
  guint n = history->days->len;
  gboolean enough = n >= RELANCE_HABIT_ENOUGH;
  int late = habit->late + habit->open_late;

  habit->settled = (int) n;
  habit->median = enough ? get_median (first, n) : NAN;
  habit->median_with_open = enough ? get_median_with_open (history->spans) : NAN;
  habit->late_share = enough ? (double) late / (habit->settled + habit->open_late) : NAN;
  habit->trend = get_trend (first, n);
}

static void
count_claim (RelanceHabit *habit, History *history, const RelanceClaim *claim, RelanceDate day)
{
  gboolean settled = relance_claim_is_settled (claim);
  int late = (claim->balance > 0 ? day : claim->end) - claim->due;

  habit->last_issued = MAX (habit->last_issued, claim->issued);
  if (relance_claim_is_overdue (claim, day))
    habit->open_late++;
  if (claim->sold > 0)
    g_array_append_vals (history->spans, &((RelanceSpan) { late, settled }), 1);
  if (!settled)
    return;
  habit->late += late > 0 ? 1 : 0;
  g_array_append_val (history->days, late);
}

/* Slowest first; those of whom little is known last. */
static int
compare_habits (gconstpointer a, gconstpointer b)
{
  const RelanceHabit *first = a;
  const RelanceHabit *second = b;

  if (isnan (first->median) != isnan (second->median))
    return isnan (first->median) ? 1 : -1;
  if (!isnan (first->median) && first->median != second->median)
    return first->median > second->median ? -1 : 1;
  return (first->client_id > second->client_id) - (first->client_id < second->client_id);
}

/**
 * relance_habits_new:
 * @claims: (element-type RelanceClaim): of one currency; they are sorted
 *
 * Tells how each client pays that has settled something or is late on @day: facts and a median,
 * never a score.
 *
 * Returns: (transfer full) (element-type RelanceHabit): slowest first, those of whom too little
 *   is known last
 */
GArray *
relance_habits_new (GArray *claims, RelanceDate day)
{
  GArray *habits = g_array_new (FALSE, FALSE, sizeof (RelanceHabit));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (RelanceSpan));
  History history = { days, spans };
  guint i = 0;

  g_array_sort (claims, compare_claims);
  while (i < claims->len)
    {
      RelanceHabit habit = { .client_id = g_array_index (claims, RelanceClaim, i).client_id,
                             .last_issued = RELANCE_DATE_NONE };

      g_array_set_size (days, 0);
      g_array_set_size (spans, 0);
      for (; i < claims->len; i++)
        {
          const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

          if (claim->client_id != habit.client_id)
            break;
          count_claim (&habit, &history, claim, day);
        }
      judge (&habit, &history);
      if (habit.settled + habit.open_late > 0)
        g_array_append_val (habits, habit);
    }
  g_array_sort (habits, compare_habits);
  return habits;
}
