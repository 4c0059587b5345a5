/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/relance-drawing.h"
#include "charts/relance-range.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_RANGE_CHART (relance_range_chart_get_type ())
G_DECLARE_FINAL_TYPE (RelanceRangeChart, relance_range_chart, RELANCE, RANGE_CHART, GtkWidget)

/**
 * RelanceRangeChart:
 *
 * Estimates below each other, each with what it may be as well. A list to a screen reader, one stop
 * of the Tab key; the arrow keys move between rows. Its rows are read, there is nothing behind
 * them.
 */
void   relance_range_chart_set_ranges (RelanceRangeChart    *self,
                                       GArray               *ranges);
void   relance_range_chart_draw       (const RelanceDrawing *drawing,
                                       gpointer              self);

G_END_DECLS
