/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-desk.h"
#include "relance-export.h"

G_BEGIN_DECLS

/**
 * RelanceSelectionDone:
 * @change: what Undo takes back
 *
 * What was done, to how many rows of a list.
 */
typedef struct
{
  gint64 change;
  int    count;
} RelanceSelectionDone;

/* Returns: (transfer full): a sentence about so many rows. */
typedef char *(* RelanceSelectionWords) (int count);

/* What is done with rows that are selected, and told in the window that the page is in. */
void relance_selection_tell   (GtkWidget                *page,
                               RelanceSelectionDone     *done,
                               RelanceSelectionWords     words,
                               const GError             *error);
void relance_selection_run    (GtkWidget                *page,
                               RelanceDesk              *desk,
                               GArray                   *ids,
                               RelanceUseCase            use_case,
                               RelanceSelectionWords     words);
void relance_selection_copy   (GtkWidget                *page,
                               RelanceDesk              *desk,
                               GArray                   *ids,
                               RelanceUseCase            make_text);
void relance_selection_export (GtkWidget                *page,
                               RelanceDesk              *desk,
                               const RelanceExportOrder *order,
                               const char               *name,
                               RelanceSelectionWords     words);

G_END_DECLS
