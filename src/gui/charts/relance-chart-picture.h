/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/relance-drawing.h"

G_BEGIN_DECLS

#define RELANCE_CHART_PICTURE_WIDTH 640

/**
 * RelanceChartPicture:
 * @title: stands above
 * @height: of the drawing, in points; the width is %RELANCE_CHART_PICTURE_WIDTH
 *
 * A chart that can be saved.
 */
typedef struct
{
  const char  *title;
  double       height;
  RelanceDraw  draw;
  gpointer     data;
} RelanceChartPicture;

GBytes *relance_chart_picture_to_svg (const RelanceChartPicture *self);
GBytes *relance_chart_picture_to_png (const RelanceChartPicture *self);

G_END_DECLS
