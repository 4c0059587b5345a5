/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-survival.h"

#include <math.h>

/* What ends on a day was still open when what is only seen until that day left. */
static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const RelanceSpan *first = a;
  const RelanceSpan *second = b;

  if (first->days != second->days)
    return first->days < second->days ? -1 : 1;
  return second->ended - first->ended;
}

/**
 * relance_survival_new:
 * @spans: (element-type RelanceSpan): they are sorted
 *
 * Kaplan and Meier's estimate: at each number of days t at which d of the n that are still watched
 * end, S(t) = S(t-) × (1 - d / n). What has not ended leaves at its present age, and so do those that
 * were given up: each is known to have lasted that long, and no more is claimed of it. Leaving them
 * out, as the mean of what is paid does, would forget the slow ones.
 *
 * Returns: (transfer full) (element-type RelanceSurvivalStep): the steps, earliest first; before
 *   the first one everything is open
 */
GArray *
relance_survival_new (GArray *spans)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (RelanceSurvivalStep));
  double open = 1;
  guint i = 0;

  g_array_sort (spans, compare_spans);
  while (i < spans->len)
    {
      int days = g_array_index (spans, RelanceSpan, i).days;
      guint watched = spans->len - i;
      guint ended = 0;

      for (; i < spans->len && g_array_index (spans, RelanceSpan, i).days == days; i++)
        ended += g_array_index (spans, RelanceSpan, i).ended ? 1 : 0;
      if (ended == 0)
        continue;
      open *= 1 - (double) ended / watched;
      g_array_append_vals (steps, &(RelanceSurvivalStep) { days, open, ended, watched }, 1);
    }
  return steps;
}

/**
 * relance_survival_get_open:
 *
 * Returns: the share that is still open after so many days; NAN when nothing ever ended
 */
double
relance_survival_get_open (GArray *steps, int days)
{
  double open = 1;

  for (guint i = 0; i < steps->len; i++)
    {
      const RelanceSurvivalStep *step = &g_array_index (steps, RelanceSurvivalStep, i);

      if (step->days > days)
        break;
      open = step->open;
    }
  return steps->len > 0 ? open : NAN;
}

/**
 * relance_survival_get_median:
 *
 * Returns: the days after which half or less is open; NAN when that is not yet reached
 */
double
relance_survival_get_median (GArray *steps)
{
  /* A hair of tolerance, for a product of fractions may miss the half that it is. */
  for (guint i = 0; i < steps->len; i++)
    if (g_array_index (steps, RelanceSurvivalStep, i).open <= 0.5 + 1e-9)
      return g_array_index (steps, RelanceSurvivalStep, i).days;
  return NAN;
}
