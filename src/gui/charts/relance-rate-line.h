/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "charts/relance-bar-data.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_RATE_LINE (relance_rate_line_get_type ())
G_DECLARE_FINAL_TYPE (RelanceRateLine, relance_rate_line, RELANCE, RATE_LINE, GtkWidget)

/**
 * RelanceRateLine:
 *
 * The rates of bars, each in the middle of its bar: a dot, or a ring where it is weak; a line joins
 * the dots of neighbours. To a screen reader it is not there, for the bars say it.
 */
GtkWidget *relance_rate_line_new      (void);
void       relance_rate_line_set_bars (RelanceRateLine *self,
                                       GArray          *bars);

G_END_DECLS
