/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-survival.h"

#include <math.h>

/* Of the spans that last as long. */
typedef struct
{
  int days;
  guint ended;
  guint seen;
} Length;

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const Length *first = a;
  const Length *second = b;

  return (first->days > second->days) - (first->days < second->days);
}

/* Shortest first: many spans have few lengths, which are sorted far faster. */
static GArray *
list_lengths (GArray *spans)
{
  GArray *lengths = g_array_new (FALSE, FALSE, sizeof (Length));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL); /* days → place, from 1 */

  for (guint i = 0; i < spans->len; i++)
    {
      const RelanceSpan *span = &g_array_index (spans, RelanceSpan, i);
      gpointer key = GINT_TO_POINTER (span->days);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
      Length *length;

      if (place == 0)
        {
          g_array_append_vals (lengths, &(Length) { .days = span->days }, 1);
          place = lengths->len;
          g_hash_table_insert (places, key, GUINT_TO_POINTER (place));
        }
      length = &g_array_index (lengths, Length, place - 1);
      length->ended += span->ended ? 1 : 0;
      length->seen++;
    }
  g_array_sort (lengths, compare_lengths);
  return lengths;
}

/**
 * relance_survival_new:
 * @spans: (element-type RelanceSpan): in any order
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
  g_autoptr (GArray) lengths = list_lengths (spans);
  guint watched = spans->len;
  double open = 1;

  for (guint i = 0; i < lengths->len; i++)
    {
      const Length *length = &g_array_index (lengths, Length, i);

      if (length->ended > 0)
        {
          open *= 1 - (double) length->ended / watched;
          g_array_append_vals (
            steps, &(RelanceSurvivalStep) { length->days, open, length->ended, watched }, 1);
        }
      /* What ends on a day was still open when what is only seen until that day left. */
      watched -= length->seen;
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
