/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-draft-paper.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_PAPER_VIEW (relance_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (RelancePaperView, relance_paper_view, RELANCE, PAPER_VIEW, GtkWidget)

/**
 * RelancePaperView:
 *
 * The first page of a letter as it is printed, as wide as there is room.
 */
void relance_paper_view_show (RelancePaperView   *self,
                              RelanceLetterPaper *paper);

G_END_DECLS
