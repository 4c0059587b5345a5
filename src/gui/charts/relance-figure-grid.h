/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-figure-table.h"

G_BEGIN_DECLS

/* A table of figures as widgets: a table to a screen reader, with rows and cells. */
GtkWidget *relance_figure_grid_new (RelanceFigureTable *table);

G_END_DECLS
