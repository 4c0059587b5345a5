/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-figure-grid.h"

static GtkWidget *
make_box (GtkOrientation orientation, const char *css_name, GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", orientation, "css-name", css_name,
                       "accessible-role", role, NULL);
}

/* The sizes of a column are kept by the cells that are in it. */
static GPtrArray *
make_columns (RelanceFigureTable *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < relance_figure_table_count_columns (table); i++)
    g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
  return columns;
}

static void
add_cell (GtkWidget *row,
          RelanceFigureTable *table,
          guint column,
          GtkSizeGroup *size,
          const char *text,
          GtkAccessibleRole role)
{
  gboolean is_number = relance_figure_table_is_number (table, column);
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", is_number ? 1.0 : 0.0,
                                  "hexpand", column == 0, "css-name", "figure-cell",
                                  "accessible-role", role, NULL);

  if (is_number)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_size_group_add_widget (size, cell);
  gtk_box_append (GTK_BOX (row), cell);
}

static void
add_titles (GtkWidget *grid, RelanceFigureTable *table, GPtrArray *columns)
{
  GtkWidget *row = make_box (GTK_ORIENTATION_HORIZONTAL, "figure-row", GTK_ACCESSIBLE_ROLE_ROW);

  gtk_widget_add_css_class (row, "titles");
  for (guint i = 0; i < columns->len; i++)
    add_cell (row, table, i, columns->pdata[i], relance_figure_table_get_title (table, i),
              GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_box_append (GTK_BOX (grid), row);
}

static void
add_row (GtkWidget *grid, RelanceFigureTable *table, GPtrArray *columns, guint index)
{
  GtkWidget *row = make_box (GTK_ORIENTATION_HORIZONTAL, "figure-row", GTK_ACCESSIBLE_ROLE_ROW);

  for (guint i = 0; i < columns->len; i++)
    add_cell (row, table, i, columns->pdata[i], relance_figure_table_get_text (table, index, i),
              i == 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_CELL);
  gtk_box_append (GTK_BOX (grid), row);
}

/* It takes the focus, so that the keyboard can scroll what is wider than the window. */
GtkWidget *
relance_figure_grid_new (RelanceFigureTable *table)
{
  GtkWidget *grid = make_box (GTK_ORIENTATION_VERTICAL, "figure-grid", GTK_ACCESSIBLE_ROLE_TABLE);
  g_autoptr (GPtrArray) columns = make_columns (table);

  gtk_widget_set_focusable (grid, TRUE);
  add_titles (grid, table, columns);
  for (guint i = 0; i < relance_figure_table_count_rows (table); i++)
    add_row (grid, table, columns, i);
  return grid;
}
