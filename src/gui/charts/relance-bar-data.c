/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-bar-data.h"

#include <string.h>

static void
clear_bar (gpointer data)
{
  RelanceBarData *bar = data;

  g_free (bar->label);
  g_free (bar->description);
}

static double
add_up (const RelanceBarData *bar)
{
  double sum = 0;

  for (int i = 0; i < RELANCE_BAR_N_PARTS; i++)
    sum += bar->parts[i];
  return sum;
}

static gboolean
is_firm (const GArray *bars, guint index)
{
  const RelanceBarData *bar = &g_array_index (bars, RelanceBarData, index);

  return bar->has_rate && !bar->rate_is_weak;
}

/* Returns: (transfer full) (element-type RelanceBarData): takes what is put into it. */
GArray *
relance_bars_new (void)
{
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (RelanceBarData));

  g_array_set_clear_func (bars, clear_bar);
  return bars;
}

RelanceAxis
relance_bars_fit_axis (const GArray *bars, double unit)
{
  double largest = 0;

  for (guint i = 0; i < bars->len; i++)
    largest = MAX (largest, add_up (&g_array_index (bars, RelanceBarData, i)));
  return relance_axis_fit (largest, unit);
}

gboolean
relance_bars_have_rates (const GArray *bars)
{
  for (guint i = 0; i < bars->len; i++)
    if (g_array_index (bars, RelanceBarData, i).has_rate)
      return TRUE;
  return FALSE;
}

/* Returns: the bar from which labels are thinned out, both ways: the last one that says a year, so
 *   that years are never lost, or else the last one */
int
relance_bars_find_anchor (const GArray *bars)
{
  int last = (int) bars->len - 1;

  for (int i = last; i >= 0; i--)
    if (strchr (g_array_index (bars, RelanceBarData, i).label, '\n') != NULL)
      return i;
  return last;
}

/* Whether a line leads from the rate of the bar before to that of @index: only where both tell
 * something. */
gboolean
relance_bars_join (const GArray *bars, guint index)
{
  return index > 0 && is_firm (bars, index - 1) && is_firm (bars, index);
}
