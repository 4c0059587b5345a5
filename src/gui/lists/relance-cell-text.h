/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_CELL_TEXT (relance_cell_text_get_type ())
G_DECLARE_FINAL_TYPE (RelanceCellText, relance_cell_text, RELANCE, CELL_TEXT, GtkWidget)

/**
 * RelanceCellText:
 *
 * A line of text in a cell of a table, which asks for the same size whatever it says and ends with dots
 * where it is too long. A view keeps hundreds of rows ready that nobody sees: only the lines on screen
 * are laid out, which a #GtkInscription is from the start.
 */
GtkWidget  *relance_cell_text_new      (int              width,
                                        gboolean         figures,
                                        gboolean         at_end);
void        relance_cell_text_set_text (RelanceCellText *self,
                                        const char      *text);

G_END_DECLS
