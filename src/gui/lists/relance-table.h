/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "lists/relance-cells.h"
#include "relance-paged-list.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_TABLE (relance_table_get_type ())
G_DECLARE_DERIVABLE_TYPE (RelanceTable, relance_table, RELANCE, TABLE, GtkWidget)

struct _RelanceTableClass
{
  GtkWidgetClass parent_class;
};

/**
 * RelanceTable:
 *
 * The rows of a long list, in columns where there is room for them and else as rows of two lines. Its
 * kinds say which: the properties "columns", "rows" and "row-menu" of their templates. A column with a
 * sorter can be sorted by, and all of them have ids. Emits "activated" with a record, "sort-changed"
 * when there is another order and "sorted" when the reader chose it, and "chosen" when other rows are
 * selected. Actions "selection.…" are
 * those of the page that it is on.
 */
void         relance_table_set_list      (RelanceTable     *self,
                                          RelancePagedList *list);
GListModel  *relance_table_get_columns   (RelanceTable     *self);
void         relance_table_set_cells     (RelanceTable     *self,
                                          const RelanceCell *cells,
                                          gsize             n_cells,
                                          const RelanceCell *places);
GtkBitset   *relance_table_dup_selection (RelanceTable     *self);
GArray      *relance_table_dup_selected  (RelanceTable     *self);
void         relance_table_focus         (RelanceTable     *self);
void         relance_table_choose        (RelanceTable     *self);
void         relance_table_unselect      (RelanceTable     *self);
void         relance_table_set_sort      (RelanceTable     *self,
                                          const char       *column,
                                          gboolean          descending);
void         relance_table_sort          (RelanceTable     *self,
                                          const char       *column,
                                          gboolean          descending);
const char  *relance_table_get_sort      (RelanceTable     *self,
                                          gboolean         *descending);
void         relance_table_scroll_to_top (RelanceTable     *self);

G_END_DECLS
