/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-cells.h"

#include "relance-paged-list.h"

#define CELL "relance-cell"
#define STYLE "relance-cell-style"

/* Each change of classes has the styles looked up anew: most cells of a column have the same. */
static void
set_style (GtkWidget *text, const char *style)
{
  const char *before = g_object_get_data (G_OBJECT (text), STYLE);

  if (g_strcmp0 (before, style) == 0)
    return;
  if (before != NULL && *before != '\0')
    gtk_widget_remove_css_class (text, before);
  if (*style != '\0')
    gtk_widget_add_css_class (text, style);
  g_object_set_data (G_OBJECT (text), STYLE, (gpointer) style);
}

static void
set_text (GtkWidget *text, const char *words)
{
  if (GTK_IS_LABEL (text))
    gtk_label_set_label (GTK_LABEL (text), words != NULL ? words : "");
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (text), words);
}

static void
show_place (GtkWidget *text, RelancePlace *place)
{
  const RelanceCell *cell = g_object_get_data (G_OBJECT (text), CELL);
  gpointer record = relance_place_get_record (place);
  g_autofree char *words = record != NULL ? cell->describe (record, relance_place_get_today (place))
                                          : NULL;

  set_text (text, words);
  if (record != NULL && cell->get_style != NULL)
    set_style (text, cell->get_style (record));
}

static void
record_changed_cb (RelancePlace *place, GParamSpec *pspec, GtkWidget *text)
{
  show_place (text, place);
}

static void
bind_text (GtkWidget *text, RelancePlace *place)
{
  g_signal_connect (place, "notify::record", G_CALLBACK (record_changed_cb), text);
  show_place (text, place);
}

static void
unbind_text (GtkWidget *text, RelancePlace *place)
{
  g_signal_handlers_disconnect_by_func (place, record_changed_cb, text);
}

static void
set_cell (GtkWidget *text, const RelanceCell *cell)
{
  g_object_set_data (G_OBJECT (text), CELL, (gpointer) cell);
  if (cell->kind != RELANCE_CELL_WORDS)
    gtk_widget_add_css_class (text, "numeric");
}

/* A table has thousands of cells, and each frame that scrolls binds dozens: so one is one widget, which
 * asks for the same size whatever it says. */
static void
set_up_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, gpointer data)
{
  const RelanceCell *cell = data;
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), (guint) cell->width);
  /* Its line is as high as its letters on average: the tails of the others belong to them too. */
  gtk_widget_set_overflow (text, GTK_OVERFLOW_VISIBLE);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), cell->kind == RELANCE_CELL_AMOUNT ? 1 : 0);
  set_cell (text, cell);
  gtk_column_view_cell_set_child (item, text);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item)
{
  bind_text (gtk_column_view_cell_get_child (item), gtk_column_view_cell_get_item (item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item)
{
  unbind_text (gtk_column_view_cell_get_child (item), gtk_column_view_cell_get_item (item));
}

static GtkWidget *
make_label (RelanceRowPlace place)
{
  gboolean at_end = place == RELANCE_ROW_AMOUNT || place == RELANCE_ROW_STANDING;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), at_end ? 1 : 0);
  if (!at_end)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
    }
  if (place == RELANCE_ROW_TITLE)
    gtk_widget_add_css_class (label, "heading");
  if (place == RELANCE_ROW_CAPTION || place == RELANCE_ROW_STANDING)
    gtk_widget_add_css_class (label, "caption");
  if (place == RELANCE_ROW_CAPTION)
    gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static void
set_up_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const RelanceCell *places = data;
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_set_margin_top (grid, 9);
  gtk_widget_set_margin_bottom (grid, 9);
  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  for (int i = 0; i < RELANCE_ROW_N_PLACES; i++)
    {
      GtkWidget *label = make_label ((RelanceRowPlace) i);

      set_cell (label, &places[i]);
      gtk_grid_attach (GTK_GRID (grid), label, i % 2, i / 2, 1, 1);
    }
  gtk_list_item_set_child (item, grid);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  for (GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
       label != NULL; label = gtk_widget_get_next_sibling (label))
    bind_text (label, gtk_list_item_get_item (item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  for (GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
       label != NULL; label = gtk_widget_get_next_sibling (label))
    unbind_text (label, gtk_list_item_get_item (item));
}

/**
 * relance_cells_new_for_column:
 * @cell: lives as long as the program
 *
 * Returns: (transfer full): what makes the cells of a column, of items that are #RelancePlace
 */
GtkListItemFactory *
relance_cells_new_for_column (const RelanceCell *cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell_cb), (gpointer) cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  return factory;
}

/**
 * relance_cells_new_for_rows:
 * @places: (array fixed-size=4): by #RelanceRowPlace; lives as long as the program
 *
 * Returns: (transfer full): what makes rows of two lines, of items that are #RelancePlace
 */
GtkListItemFactory *
relance_cells_new_for_rows (const RelanceCell *places)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), (gpointer) places);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  return factory;
}
