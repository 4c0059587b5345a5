/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "charts/relance-bar.h"

G_BEGIN_DECLS

/**
 * RelanceBarData:
 * @label: what stands beneath the bar
 * @description: what is spoken of it and shown in its tooltip
 */
typedef struct
{
  char   *label;
  char   *description;
  double  parts[RELANCE_BAR_N_PARTS];
} RelanceBarData;

/* Writes a value of the axis. */
typedef char * (* RelanceBarFormat) (double   value,
                                     gpointer data);

#define RELANCE_TYPE_BAR_CHART (relance_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBarChart, relance_bar_chart, RELANCE, BAR_CHART, GtkWidget)

/**
 * RelanceBarChart:
 *
 * Stacked bars over time. A list to a screen reader, one stop of the Tab key;
 * the arrow keys move between bars. Emits "bar-activated" with a bar's index.
 */
void relance_bar_chart_set_bars (RelanceBarChart  *self,
                                 const GArray     *bars,
                                 double            unit,
                                 RelanceBarFormat  format,
                                 gpointer          data);

G_END_DECLS
