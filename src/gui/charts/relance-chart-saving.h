/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/relance-chart-picture.h"
#include "relance-figure-table.h"

G_BEGIN_DECLS

/* Asks where, and saves; the window of @widget says how it went. */
void    relance_chart_saving_ask_csv     (GtkWidget                 *widget,
                                          const char                *title,
                                          RelanceFigureTable        *table);
void    relance_chart_saving_ask_picture (GtkWidget                 *widget,
                                          const RelanceChartPicture *picture);

GBytes *relance_chart_saving_draw        (const RelanceChartPicture *picture,
                                          const char                *file_name);

G_END_DECLS
