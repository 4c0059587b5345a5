/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/relance-bar-data.h"
#include "charts/relance-drawing.h"

G_BEGIN_DECLS

/* The chart of RelanceBarChart on paper, with what its parts stand for. */
void relance_bar_drawing_draw (const RelanceDrawing *drawing,
                               const GArray         *bars,
                               double                unit,
                               RelanceAxisFormat     format,
                               gpointer              data,
                               const char *const    *keys,
                               const char           *rate_key,
                               const char           *weak_key);

G_END_DECLS
