/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-comparison.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_TODAY_FIGURES (relance_today_figures_get_type ())
G_DECLARE_FINAL_TYPE (RelanceTodayFigures, relance_today_figures, RELANCE, TODAY_FIGURES, GtkBox)

/**
 * RelanceTodayFigures:
 *
 * What is owed, what is late and who pays on time, each a button to its list where there
 * is one: lists show the book as it is today.
 */
void relance_today_figures_set (RelanceTodayFigures     *self,
                                const RelanceComparison *comparison,
                                gboolean                 more_to_come);

G_END_DECLS
