/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_FIGURE (relance_figure_get_type ())
G_DECLARE_FINAL_TYPE (RelanceFigure, relance_figure, RELANCE, FIGURE, GtkButton)

/**
 * RelanceFigure:
 *
 * A large figure with its name and what it is made of; a button to the list behind it.
 */
void relance_figure_set (RelanceFigure *self,
                         const char    *value,
                         const char    *name,
                         const char    *caption);

G_END_DECLS
