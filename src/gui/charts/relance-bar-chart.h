/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "charts/relance-bar-data.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_BAR_CHART (relance_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBarChart, relance_bar_chart, RELANCE, BAR_CHART, GtkWidget)

/**
 * RelanceBarChart:
 *
 * Stacked bars over time, and above them the rate of each as a line: a dot where it tells
 * something, a ring where it rests on too little. A list to a screen reader, one stop of the
 * Tab key; the arrow keys move between bars. Emits "bar-activated" with a bar's index.
 */
void relance_bar_chart_set_bars (RelanceBarChart   *self,
                                 GArray            *bars,
                                 double             unit,
                                 RelanceAxisFormat  format,
                                 gpointer           data);

G_END_DECLS
