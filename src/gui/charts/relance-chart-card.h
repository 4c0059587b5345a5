/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "charts/relance-chart-picture.h"
#include "relance-explanation.h"
#include "relance-figure-table.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CHART_CARD (relance_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (RelanceChartCard, relance_chart_card, RELANCE, CHART_CARD, GtkBox)

/**
 * RelanceChartCard:
 *
 * What every chart of Today stands in: a heading with a menu, and a card that holds the chart or,
 * where the user prefers it, the same figures as a table. The menu copies that table, and saves it
 * as CSV or the chart as a picture; Print takes both.
 *
 * In a template ("controls" may be left out, they stay when the table is shown; so may
 * "extra-menu", what else the menu offers). What is put in has the margins it wants, those of the
 * style class "chart-card" for one:
 *
 *   $RelanceChartCard card {
 *     title: "Expected in the Coming Weeks";
 *     controls: $SomeToggles toggles { styles ["chart-card"] };
 *     chart: $SomeChart chart { styles ["chart-card"] };
 *   }
 *
 * Once, with a function that draws the chart on paper:
 *
 *   relance_chart_card_set_drawing (self->card, 200, draw_chart, self);
 *
 * And each time the figures change:
 *
 *   relance_chart_card_set_table (self->card, table);
 */
void                relance_chart_card_set_drawing (RelanceChartCard   *self,
                                                    double              height,
                                                    RelanceDraw         draw,
                                                    gpointer            data);
void                relance_chart_card_set_table   (RelanceChartCard   *self,
                                                    RelanceFigureTable *table);
void                relance_chart_card_set_explanation
                                                   (RelanceChartCard   *self,
                                                    const RelanceExplanation *explanation);

/* For whoever prints it; both borrowed. */
RelanceFigureTable *relance_chart_card_get_table   (RelanceChartCard   *self);
RelanceChartPicture relance_chart_card_get_picture (RelanceChartCard   *self);

G_END_DECLS
