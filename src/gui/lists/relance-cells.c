/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-cells.h"

#include "lists/relance-cell-text.h"
#include "relance-paged-list.h"

/* So many cells are written at a time while nothing else is to be done. */
#define CELLS_AT_A_TIME 100

/* What goes with the widget of a cell. */
typedef struct
{
  GtkWidget *text; /* borrowed: it owns this */
  const RelanceCell *cell;
  const char *style;
  RelancePlace *place;     /* borrowed, while it is bound */
  RelancePlaceWatch watch; /* of that place */
  GList link;              /* in waiting, when its data says so */
} Slot;

/* Cells out of sight that do not say yet what they are to say. A view has two hundred rows for the twenty
 * that it shows: to write them all before the next frame would make whoever drags the scrollbar wait. */
static GQueue waiting = G_QUEUE_INIT;
static guint writing; /* the source that writes them */

/* Each change of classes has the styles looked up anew: most cells of a column have the same. */
static void
set_style (GtkWidget *text, Slot *slot, const char *style)
{
  if (g_str_equal (slot->style, style))
    return;
  if (*slot->style != '\0')
    gtk_widget_remove_css_class (text, slot->style);
  if (*style != '\0')
    gtk_widget_add_css_class (text, style);
  slot->style = style;
}

static void
set_text (GtkWidget *text, const char *words)
{
  if (GTK_IS_LABEL (text))
    gtk_label_set_label (GTK_LABEL (text), words != NULL ? words : "");
  else
    relance_cell_text_set_text (RELANCE_CELL_TEXT (text), words);
}

static GQuark
get_slot_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("relance-slot");
  return quark;
}

static Slot *
find_slot (GtkWidget *text)
{
  return g_object_get_qdata (G_OBJECT (text), get_slot_quark ());
}

static void
stop_waiting (Slot *slot)
{
  if (slot->link.data == NULL)
    return;
  g_queue_unlink (&waiting, &slot->link);
  slot->link.data = NULL;
}

static void
write_cell (Slot *slot)
{
  const RelanceCell *cell = slot->cell;
  gpointer record = relance_place_get_record (slot->place);
  RelanceDate today = relance_place_get_today (slot->place);
  g_autofree char *words = record != NULL ? cell->describe (record, today) : NULL;

  stop_waiting (slot);
  set_text (slot->text, words);
  if (record != NULL && cell->get_style != NULL)
    set_style (slot->text, slot, cell->get_style (record));
}

static gboolean
write_waiting_cb (gpointer data)
{
  for (int i = 0; i < CELLS_AT_A_TIME && waiting.head != NULL; i++)
    write_cell (waiting.head->data);
  if (waiting.head != NULL)
    return G_SOURCE_CONTINUE;
  writing = 0;
  return G_SOURCE_REMOVE;
}

static void
wait_to_be_written (Slot *slot)
{
  if (slot->link.data != NULL)
    return;
  slot->link.data = slot;
  g_queue_push_tail_link (&waiting, &slot->link);
  if (writing == 0)
    writing = g_idle_add (write_waiting_cb, NULL);
}

/* A label may ask for another size when it says something else, which is no matter of later. */
static void
show_place (Slot *slot)
{
  if (RELANCE_IS_CELL_TEXT (slot->text) && !gtk_widget_get_mapped (slot->text))
    wait_to_be_written (slot);
  else
    write_cell (slot);
}

static void
record_changed_cb (gpointer slot)
{
  show_place (slot);
}

static void
map_cb (GtkWidget *text, Slot *slot)
{
  if (slot->link.data != NULL)
    write_cell (slot);
}

static void
bind_text (GtkWidget *text, RelancePlace *place)
{
  Slot *slot = find_slot (text);

  slot->place = place;
  relance_place_watch (place, &slot->watch);
  show_place (slot);
}

static void
unbind_text (GtkWidget *text, RelancePlace *place)
{
  Slot *slot = find_slot (text);

  relance_place_unwatch (place, &slot->watch);
  stop_waiting (slot);
  slot->place = NULL;
}

static void
free_slot (Slot *slot)
{
  stop_waiting (slot);
  g_free (slot);
}

static void
set_cell (GtkWidget *text, const RelanceCell *cell)
{
  Slot *slot = g_new0 (Slot, 1);

  slot->text = text;
  slot->watch.changed = record_changed_cb;
  slot->watch.data = slot;
  slot->cell = cell;
  slot->style = "";
  g_object_set_qdata_full (G_OBJECT (text), get_slot_quark (), slot, (GDestroyNotify) free_slot);
}

/* A table has thousands of cells, and each frame that scrolls binds dozens: so one is one widget. */
static void
set_up_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, gpointer data)
{
  const RelanceCell *cell = data;
  GtkWidget *text = relance_cell_text_new (cell->width, cell->kind != RELANCE_CELL_WORDS,
                                           cell->kind == RELANCE_CELL_AMOUNT);

  set_cell (text, cell);
  g_signal_connect (text, "map", G_CALLBACK (map_cb), find_slot (text));
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
      if (places[i].kind != RELANCE_CELL_WORDS)
        gtk_widget_add_css_class (label, "numeric");
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
