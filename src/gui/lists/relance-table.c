/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-table.h"

#include "lists/relance-column-titles.h"

#include <adwaita.h>

typedef struct
{
  /* Template */
  GtkWidget *bin;
  GtkStack *stack;
  GtkScrolledWindow *columns_scroll;
  GtkScrolledWindow *rows_scroll;
  GtkPopoverMenu *menu;

  /* Of the kind's template; the scrolled windows own them */
  GtkColumnView *columns;
  GtkListView *rows;
  GtkGesture *choose_gesture; /* rows owns it */

  /* Owned */
  RelancePagedList *list;
  GtkMultiSelection *selection;
  GArray *ids; /* those the selection is about */

  /* Of the kind: what it says, in columns and in rows */
  const RelanceCell *cells;
  gsize n_cells;
  const RelanceCell *places;

  gboolean disposed;
  gboolean sorting;  /* by the program, not by the user */
  gboolean choosing; /* in rows: a tap chooses one more, rather than opens */
} RelanceTablePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RelanceTable, relance_table, GTK_TYPE_WIDGET)

enum
{
  PROP_COLUMNS = 1,
  PROP_ROWS,
  PROP_ROW_MENU,
  N_PROPS,
};

enum
{
  ACTIVATED,
  SORTED,
  SORT_CHANGED,
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static RelanceTablePrivate *
get_private (RelanceTable *self)
{
  return relance_table_get_instance_private (self);
}

static void
activate_position (RelanceTable *self, guint position)
{
  g_autoptr (RelancePlace)
    place = g_list_model_get_item (G_LIST_MODEL (get_private (self)->list), position);
  gpointer record = place != NULL ? relance_place_get_record (place) : NULL;

  if (record != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, record);
}

static gboolean
is_in_rows (RelanceTable *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_private (self)->stack), "rows") == 0;
}

static GtkWidget *
get_view (RelanceTable *self)
{
  RelanceTablePrivate *priv = get_private (self);

  return is_in_rows (self) ? GTK_WIDGET (priv->rows) : GTK_WIDGET (priv->columns);
}

/* A view keeps hundreds of rows made, shown or not: only the one that is shown has any. */
static void
fill_view (RelanceTable *self)
{
  RelanceTablePrivate *priv = get_private (self);
  g_autoptr (GtkSelectionModel) chosen = NULL;
  gboolean in_rows = is_in_rows (self);

  if (priv->list == NULL)
    return;
  if (in_rows && !priv->choosing)
    chosen = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (priv->list))));
  else
    chosen = GTK_SELECTION_MODEL (g_object_ref (priv->selection));
  gtk_column_view_set_model (priv->columns, in_rows ? NULL : chosen);
  gtk_list_view_set_model (priv->rows, in_rows ? chosen : NULL);
}

/* Where there is no pointer one opens by a tap, and chooses several only when one asks to. */
static void
set_choosing (RelanceTable *self, gboolean choosing)
{
  RelanceTablePrivate *priv = get_private (self);

  if (priv->choosing == choosing || priv->list == NULL)
    return;
  priv->choosing = choosing;
  fill_view (self);
  gtk_list_view_set_single_click_activate (priv->rows, !choosing);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (priv->choose_gesture),
                                              choosing ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
}

/* @modify: one more or less, and not only this one. */
static void
select_at (RelanceTable *self, double x, double y, gboolean modify)
{
  GtkWidget *cell = gtk_widget_pick (get_view (self), x, y, GTK_PICK_DEFAULT);

  if (cell != NULL)
    gtk_widget_activate_action (cell, "listitem.select", "(bb)", modify, FALSE);
}

static gboolean
is_selected_at (RelanceTable *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (get_view (self), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != get_view (self); widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED)
      return TRUE;
  return FALSE;
}

/* The list of rows: in columns their headers come before it. */
static GtkWidget *
get_list_view (RelanceTable *self)
{
  RelanceTablePrivate *priv = get_private (self);

  return is_in_rows (self) ? GTK_WIDGET (priv->rows)
                           : gtk_widget_get_last_child (GTK_WIDGET (priv->columns));
}

/* Back to the row that it was about. */
static void
menu_closed_cb (RelanceTable *self)
{
  gtk_widget_grab_focus (get_list_view (self));
}

static void
show_menu (RelanceTable *self, const GdkRectangle *where)
{
  RelanceTablePrivate *priv = get_private (self);

  gtk_popover_set_pointing_to (GTK_POPOVER (priv->menu), where);
  gtk_popover_popup (GTK_POPOVER (priv->menu));
}

static void
menu_pressed_cb (RelanceTable *self, int n_press, double x, double y)
{
  graphene_point_t point;
  GdkRectangle where = { 0, 0, 1, 1 };

  if (!is_selected_at (self, x, y))
    select_at (self, x, y, FALSE);
  if (!gtk_widget_compute_point (get_view (self), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  where.x = (int) point.x;
  where.y = (int) point.y;
  show_menu (self, &where);
}

/* By the keyboard, at the row that has the focus. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceTable *self = RELANCE_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  g_autoptr (GtkBitset) selected = relance_table_dup_selection (self);
  graphene_rect_t bounds;
  GdkRectangle where;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;
  set_choosing (self, is_in_rows (self));
  if (gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (focus, "listitem.select", "(bb)", FALSE, FALSE);
  where = (GdkRectangle) { (int) bounds.origin.x + 24, (int) (bounds.origin.y + bounds.size.height),
                           1, 1 };
  show_menu (self, &where);
}

static void
long_pressed_cb (RelanceTable *self, double x, double y)
{
  set_choosing (self, TRUE);
  select_at (self, x, y, TRUE);
}

static void
choose_pressed_cb (RelanceTable *self, int n_press, double x, double y)
{
  gtk_gesture_set_state (get_private (self)->choose_gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  select_at (self, x, y, TRUE);
}

static void
layout_changed_cb (RelanceTable *self)
{
  set_choosing (self, FALSE);
  fill_view (self);
}

static void
selection_changed_cb (RelanceTable *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* The ids of @before at the places of @selected, as a set of pointers into @before. */
static GHashTable *
list_wanted (GArray *before, GtkBitset *selected)
{
  GHashTable *wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (position < before->len)
      g_hash_table_add (wanted, &g_array_index (before, gint64, position));
  return wanted;
}

/* Where the rows that were selected stand now. */
static void
counted_cb (RelanceTable *self)
{
  RelanceTablePrivate *priv = get_private (self);
  g_autoptr (GArray) before = g_steal_pointer (&priv->ids);
  g_autoptr (GtkBitset) selected = relance_table_dup_selection (self);
  GArray *ids = relance_paged_list_get_ids (priv->list);

  priv->ids = g_array_ref (ids);
  if (before != NULL && !gtk_bitset_is_empty (selected))
    {
      g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, ids->len);
      g_autoptr (GtkBitset) moved = gtk_bitset_new_empty ();
      g_autoptr (GHashTable) wanted = list_wanted (before, selected);

      for (guint i = 0; i < ids->len; i++)
        if (g_hash_table_contains (wanted, &g_array_index (ids, gint64, i)))
          gtk_bitset_add (moved, i);
      gtk_selection_model_set_selection (GTK_SELECTION_MODEL (priv->selection), moved, all);
    }
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* The window gives the focus to another row in its next frame only, once that one is there to be
 * spoken of; what is pressed before would go to a row that is no longer in it. */
static void
items_changed_cb (RelanceTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_get_root (focus) != root)
    gtk_root_set_focus (root, NULL);
}

static void
view_activated_cb (RelanceTable *self, guint position)
{
  activate_position (self, position);
}

static void
sorter_changed_cb (RelanceTable *self)
{
  RelanceTablePrivate *priv = get_private (self);

  if (priv->disposed)
    return;
  g_signal_emit (self, signals[SORT_CHANGED], 0);
  if (!priv->sorting)
    g_signal_emit (self, signals[SORTED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RelanceTable *self = RELANCE_TABLE (widget);
  g_autoptr (GtkBitset) selected = relance_table_dup_selection (self);

  if (gtk_bitset_is_empty (selected) && !get_private (self)->choosing)
    return GDK_EVENT_PROPAGATE;
  relance_table_unselect (self);
  return GDK_EVENT_STOP;
}

static GtkColumnViewColumn *
find_column (RelanceTable *self, const char *id)
{
  GListModel *columns = relance_table_get_columns (self);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return column;
    }
  return NULL;
}

static void
set_column_factory (RelanceTable *self, const RelanceCell *cell, gboolean shown)
{
  g_autoptr (GtkListItemFactory) factory = shown ? relance_cells_new_for_column (cell) : NULL;
  GtkColumnViewColumn *column = find_column (self, cell->column);

  if (column != NULL)
    gtk_column_view_column_set_factory (column, factory);
}

/* Nor has a table cells while another page is shown in the window: the rows stay, and with them the
 * place in the list, what is selected and what had the focus. */
static void
fill_cells (RelanceTable *self, gboolean shown)
{
  RelanceTablePrivate *priv = get_private (self);
  g_autoptr (GtkListItemFactory) factory = shown ? relance_cells_new_for_rows (priv->places) : NULL;

  if (priv->disposed)
    return;
  for (gsize i = 0; i < priv->n_cells; i++)
    set_column_factory (self, &priv->cells[i], shown);
  gtk_list_view_set_factory (priv->rows, factory);
}

/* Titles stand above the figures that they are about: see relance_column_titles_align_end(). */
static void
align_titles (RelanceTable *self)
{
  RelanceTablePrivate *priv = get_private (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (gsize i = 0; i < priv->n_cells; i++)
    if (priv->cells[i].kind == RELANCE_CELL_AMOUNT)
      g_strv_builder_add (builder, priv->cells[i].column);
  ids = g_strv_builder_end (builder);
  relance_column_titles_align_end (priv->columns, (const char *const *) ids);
}

static void
add_menu_gesture (RelanceTable *self, GtkWidget *view)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (menu_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (gesture));
}

static void
set_columns (RelanceTable *self, GtkColumnView *columns)
{
  RelanceTablePrivate *priv = get_private (self);

  priv->columns = columns;
  gtk_scrolled_window_set_child (priv->columns_scroll, GTK_WIDGET (columns));
  add_menu_gesture (self, GTK_WIDGET (columns));
  g_signal_connect_object (columns, "activate", G_CALLBACK (view_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (columns), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
set_rows (RelanceTable *self, GtkListView *rows)
{
  RelanceTablePrivate *priv = get_private (self);
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  priv->rows = rows;
  gtk_list_view_set_single_click_activate (rows, TRUE);
  gtk_scrolled_window_set_child (priv->rows_scroll, GTK_WIDGET (rows));
  g_signal_connect_object (rows, "activate", G_CALLBACK (view_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (long_press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (long_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (rows), GTK_EVENT_CONTROLLER (long_press));

  priv->choose_gesture = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (priv->choose_gesture),
                                              GTK_PHASE_NONE);
  g_signal_connect_object (priv->choose_gesture, "released", G_CALLBACK (choose_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (rows), GTK_EVENT_CONTROLLER (priv->choose_gesture));
}

static void
relance_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RelanceTable *self = RELANCE_TABLE (object);

  if (id == PROP_COLUMNS)
    set_columns (self, g_value_get_object (value));
  else if (id == PROP_ROWS)
    set_rows (self, g_value_get_object (value));
  else if (id == PROP_ROW_MENU)
    gtk_popover_menu_set_menu_model (get_private (self)->menu, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (relance_table_parent_class)->root (widget);
  fill_cells (RELANCE_TABLE (widget), TRUE);
}

static void
relance_table_unroot (GtkWidget *widget)
{
  fill_cells (RELANCE_TABLE (widget), FALSE);
  GTK_WIDGET_CLASS (relance_table_parent_class)->unroot (widget);
}

static void
relance_table_dispose (GObject *object)
{
  RelanceTable *self = RELANCE_TABLE (object);
  RelanceTablePrivate *priv = get_private (self);

  /* Columns that go change the order, which is nobody's wish. */
  priv->disposed = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_TABLE);
  g_clear_object (&priv->selection);
  g_clear_object (&priv->list);
  g_clear_pointer (&priv->ids, g_array_unref);
  G_OBJECT_CLASS (relance_table_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "selection.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "selection.remove",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "selection.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_COLUMNS] = g_param_spec_object ("columns", NULL, NULL, GTK_TYPE_COLUMN_VIEW, flags);
  props[PROP_ROWS] = g_param_spec_object ("rows", NULL, NULL, GTK_TYPE_LIST_VIEW, flags);
  props[PROP_ROW_MENU] = g_param_spec_object ("row-menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
relance_table_class_init (RelanceTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = relance_table_set_property;
  object_class->dispose = relance_table_dispose;
  widget_class->root = relance_table_root;
  widget_class->unroot = relance_table_unroot;
  install_properties (object_class);
  signals[ACTIVATED] = g_signal_new ("activated", RELANCE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
  signals[SORTED] = g_signal_new ("sorted", RELANCE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", RELANCE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", RELANCE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-table.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RelanceTable, bin);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceTable, stack);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceTable, columns_scroll);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceTable, rows_scroll);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceTable, menu);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_closed_cb);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  bind_keys (widget_class);
}

static void
relance_table_init (RelanceTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
relance_table_set_list (RelanceTable *self, RelancePagedList *list)
{
  RelanceTablePrivate *priv = get_private (self);

  g_return_if_fail (RELANCE_IS_TABLE (self));

  g_set_object (&priv->list, list);
  priv->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list)));
  fill_view (self);
  g_signal_connect_object (priv->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * relance_table_get_columns:
 *
 * Returns: (transfer none): of #GtkColumnViewColumn, those that may be hidden among them
 */
GListModel *
relance_table_get_columns (RelanceTable *self)
{
  g_return_val_if_fail (RELANCE_IS_TABLE (self), NULL);

  return gtk_column_view_get_columns (get_private (self)->columns);
}

/**
 * relance_table_set_cells:
 * @cells: (array length=n_cells): one a column
 * @places: (array fixed-size=4): of the rows of two lines
 *
 * Says what the table says of its records. Both live as long as the program.
 */
void
relance_table_set_cells (RelanceTable *self,
                         const RelanceCell *cells,
                         gsize n_cells,
                         const RelanceCell *places)
{
  RelanceTablePrivate *priv = get_private (self);

  g_return_if_fail (RELANCE_IS_TABLE (self));

  priv->cells = cells;
  priv->n_cells = n_cells;
  priv->places = places;
  align_titles (self);
}

/**
 * relance_table_dup_selection:
 *
 * Returns: (transfer full): the places that are selected
 */
GtkBitset *
relance_table_dup_selection (RelanceTable *self)
{
  g_return_val_if_fail (RELANCE_IS_TABLE (self), NULL);

  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (get_private (self)->selection));
}

/**
 * relance_table_dup_selected:
 *
 * Returns: (transfer full) (element-type gint64): the rows that are selected, as the list calls them
 */
GArray *
relance_table_dup_selected (RelanceTable *self)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *ids = relance_paged_list_get_ids (get_private (self)->list);
  g_autoptr (GtkBitset) places = relance_table_dup_selection (self);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = ids != NULL && gtk_bitset_iter_init_first (&iter, places, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (position < ids->len)
      g_array_append_val (selected, g_array_index (ids, gint64, position));
  return selected;
}

/* Goes to the first row. */
void
relance_table_focus (RelanceTable *self)
{
  RelanceTablePrivate *priv = get_private (self);

  g_return_if_fail (RELANCE_IS_TABLE (self));

  if (priv->list == NULL || g_list_model_get_n_items (G_LIST_MODEL (priv->list)) == 0)
    return;
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list_view (self)), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (get_list_view (self));
}

/* Lets the reader choose rows where else a row is only opened. */
void
relance_table_choose (RelanceTable *self)
{
  g_return_if_fail (RELANCE_IS_TABLE (self));

  set_choosing (self, is_in_rows (self));
  relance_table_focus (self);
}

void
relance_table_unselect (RelanceTable *self)
{
  g_return_if_fail (RELANCE_IS_TABLE (self));

  set_choosing (self, FALSE);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (get_private (self)->selection));
}

/* Shows in the headers how the list is sorted; emits nothing. */
void
relance_table_set_sort (RelanceTable *self, const char *column, gboolean descending)
{
  RelanceTablePrivate *priv = get_private (self);
  gboolean sorting = priv->sorting;

  g_return_if_fail (RELANCE_IS_TABLE (self));

  priv->sorting = TRUE;
  relance_table_sort (self, column, descending);
  priv->sorting = sorting;
}

/* As a click on the header would do. */
void
relance_table_sort (RelanceTable *self, const char *column, gboolean descending)
{
  RelanceTablePrivate *priv = get_private (self);
  gboolean sorting = priv->sorting;

  g_return_if_fail (RELANCE_IS_TABLE (self));

  /* Else the columns of before stay as lesser orders, with arrows of their own. */
  priv->sorting = TRUE;
  gtk_column_view_sort_by_column (priv->columns, NULL, GTK_SORT_ASCENDING);
  priv->sorting = sorting;
  gtk_column_view_sort_by_column (priv->columns, find_column (self, column),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * relance_table_get_sort:
 * @descending: (out): whether the largest comes first
 *
 * Returns: (nullable): the id of the column that the list is sorted by
 */
const char *
relance_table_get_sort (RelanceTable *self, gboolean *descending)
{
  GtkColumnViewSorter *sorter =
    GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (get_private (self)->columns));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  *descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  return column != NULL ? gtk_column_view_column_get_id (column) : NULL;
}

void
relance_table_scroll_to_top (RelanceTable *self)
{
  RelanceTablePrivate *priv = get_private (self);

  g_return_if_fail (RELANCE_IS_TABLE (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (priv->columns_scroll), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (priv->rows_scroll), 0);
}
