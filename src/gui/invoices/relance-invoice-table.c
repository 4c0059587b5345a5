/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-table.h"

#include "invoices/relance-invoice-cells.h"
#include "relance-invoice.h"

#include <adwaita.h>

struct _RelanceInvoiceTable
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *bin;
  GtkScrolledWindow *columns_scroll;
  GtkColumnView *columns;
  GtkScrolledWindow *rows_scroll;
  GtkListView *rows;
  GtkStack *stack;
  GtkGesture *choose_gesture;
  GtkPopover *menu;

  /* Owned */
  RelancePagedList *list;
  GtkMultiSelection *selection;
  GArray *ids; /* those the selection is about */

  gboolean sorting;  /* by the program, not by the user */
  gboolean choosing; /* in rows: a tap chooses one more, rather than opens */
};

G_DEFINE_FINAL_TYPE (RelanceInvoiceTable, relance_invoice_table, GTK_TYPE_WIDGET)

enum
{
  INVOICE_ACTIVATED,
  SORTED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *column;
  RelanceInvoiceSort sort;
} sorts[] = {
  { "number", RELANCE_INVOICE_SORT_NUMBER }, { "client", RELANCE_INVOICE_SORT_CLIENT },
  { "issued", RELANCE_INVOICE_SORT_ISSUED }, { "due", RELANCE_INVOICE_SORT_DUE },
  { "total", RELANCE_INVOICE_SORT_TOTAL },   { "balance", RELANCE_INVOICE_SORT_BALANCE },
  { "state", RELANCE_INVOICE_SORT_STATE },
};

static void
activate_position (RelanceInvoiceTable *self, guint position)
{
  g_autoptr (RelancePlace) place = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  RelanceInvoice *invoice = place != NULL ? relance_place_get_record (place) : NULL;

  if (invoice != NULL)
    g_signal_emit (self, signals[INVOICE_ACTIVATED], 0, invoice);
}

static gboolean
is_in_rows (RelanceInvoiceTable *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "rows") == 0;
}

static GtkWidget *
get_view (RelanceInvoiceTable *self)
{
  return is_in_rows (self) ? GTK_WIDGET (self->rows) : GTK_WIDGET (self->columns);
}

/* A view keeps hundreds of rows made, shown or not: only the one that is shown has any. */
static void
fill_view (RelanceInvoiceTable *self)
{
  g_autoptr (GtkSelectionModel) chosen = NULL;
  gboolean in_rows = is_in_rows (self);

  if (self->list == NULL)
    return;
  if (in_rows && !self->choosing)
    chosen = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  else
    chosen = GTK_SELECTION_MODEL (g_object_ref (self->selection));
  gtk_column_view_set_model (self->columns, in_rows ? NULL : chosen);
  gtk_list_view_set_model (self->rows, in_rows ? chosen : NULL);
}

/* Where there is no pointer one opens by a tap, and chooses several only when one asks to. */
static void
set_choosing (RelanceInvoiceTable *self, gboolean choosing)
{
  if (self->choosing == choosing || self->list == NULL)
    return;
  self->choosing = choosing;
  fill_view (self);
  gtk_list_view_set_single_click_activate (self->rows, !choosing);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->choose_gesture),
                                              choosing ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
}

/* @modify: one more or less, and not only this one. */
static void
select_at (RelanceInvoiceTable *self, double x, double y, gboolean modify)
{
  GtkWidget *cell = gtk_widget_pick (get_view (self), x, y, GTK_PICK_DEFAULT);

  if (cell != NULL)
    gtk_widget_activate_action (cell, "listitem.select", "(bb)", modify, FALSE);
}

static gboolean
is_selected_at (RelanceInvoiceTable *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (get_view (self), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != get_view (self); widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED)
      return TRUE;
  return FALSE;
}

static void
show_menu (RelanceInvoiceTable *self, const GdkRectangle *where)
{
  gtk_popover_set_pointing_to (self->menu, where);
  gtk_popover_popup (self->menu);
}

static void
menu_pressed_cb (RelanceInvoiceTable *self, int n_press, double x, double y)
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
  RelanceInvoiceTable *self = RELANCE_INVOICE_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  g_autoptr (GtkBitset) selected = relance_invoice_table_dup_selection (self);
  graphene_rect_t bounds;
  GdkRectangle where;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;
  if (gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (focus, "listitem.select", "(bb)", FALSE, FALSE);
  where = (GdkRectangle) { (int) bounds.origin.x + 24, (int) (bounds.origin.y + bounds.size.height),
                           1, 1 };
  show_menu (self, &where);
}

static void
long_pressed_cb (RelanceInvoiceTable *self, double x, double y)
{
  set_choosing (self, TRUE);
  select_at (self, x, y, TRUE);
}

static void
chosen_cb (RelanceInvoiceTable *self, int n_press, double x, double y)
{
  gtk_gesture_set_state (self->choose_gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  select_at (self, x, y, TRUE);
}

static void
layout_changed_cb (RelanceInvoiceTable *self)
{
  set_choosing (self, FALSE);
  fill_view (self);
}

static void
selection_changed_cb (RelanceInvoiceTable *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Where the rows that were selected stand now. */
static void
counted_cb (RelanceInvoiceTable *self)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->ids);
  g_autoptr (GtkBitset) selected = relance_invoice_table_dup_selection (self);
  GArray *ids = relance_paged_list_get_ids (self->list);

  self->ids = g_array_ref (ids);
  if (before != NULL && !gtk_bitset_is_empty (selected))
    {
      g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, ids->len);
      g_autoptr (GtkBitset) moved = gtk_bitset_new_empty ();
      g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
      GtkBitsetIter iter;
      guint position;

      for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
           more = gtk_bitset_iter_next (&iter, &position))
        if (position < before->len)
          g_hash_table_add (wanted, &g_array_index (before, gint64, position));
      for (guint i = 0; i < ids->len; i++)
        if (g_hash_table_contains (wanted, &g_array_index (ids, gint64, i)))
          gtk_bitset_add (moved, i);
      gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), moved, all);
    }
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
columns_activated_cb (RelanceInvoiceTable *self, guint position)
{
  activate_position (self, position);
}

static void
rows_activated_cb (RelanceInvoiceTable *self, guint position)
{
  activate_position (self, position);
}

static void
sorter_changed_cb (RelanceInvoiceTable *self)
{
  if (!self->sorting)
    g_signal_emit (self, signals[SORTED], 0);
}

static GtkColumnViewColumn *
find_column (RelanceInvoiceTable *self, const char *id)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return column;
    }
  return NULL;
}

static const char *
get_column (RelanceInvoiceSort sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].sort == sort)
      return sorts[i].column;
  return NULL;
}

static void
relance_invoice_table_dispose (GObject *object)
{
  RelanceInvoiceTable *self = RELANCE_INVOICE_TABLE (object);

  /* Columns that go change the order, which is nobody's wish. */
  self->sorting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_INVOICE_TABLE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (relance_invoice_table_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "invoices.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "invoices.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "invoices.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu",
                                       NULL);
}

static void
relance_invoice_table_class_init (RelanceInvoiceTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_invoice_table_dispose;
  signals[INVOICE_ACTIVATED] = g_signal_new ("invoice-activated", RELANCE_TYPE_INVOICE_TABLE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             RELANCE_TYPE_INVOICE);
  signals[SORTED] = g_signal_new ("sorted", RELANCE_TYPE_INVOICE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", RELANCE_TYPE_INVOICE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELANCE_TYPE_INVOICE);
  g_type_ensure (RELANCE_TYPE_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-invoice-table.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, bin);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, columns_scroll);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, columns);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, rows_scroll);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, rows);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, choose_gesture);
  gtk_widget_class_bind_template_child (widget_class, RelanceInvoiceTable, menu);
  gtk_widget_class_bind_template_callback (widget_class, columns_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rows_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
  relance_invoice_cells_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  bind_keys (widget_class);
}

static void
relance_invoice_table_init (RelanceInvoiceTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_column_view_get_sorter (self->columns), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

void
relance_invoice_table_set_list (RelanceInvoiceTable *self, RelancePagedList *list)
{
  g_return_if_fail (RELANCE_IS_INVOICE_TABLE (self));

  g_set_object (&self->list, list);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list)));
  fill_view (self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
}

/**
 * relance_invoice_table_dup_selection:
 *
 * Returns: (transfer full): the places that are selected
 */
GtkBitset *
relance_invoice_table_dup_selection (RelanceInvoiceTable *self)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_TABLE (self), NULL);

  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

/**
 * relance_invoice_table_dup_selected:
 *
 * Returns: (transfer full) (element-type gint64): the rows that are selected, as the list calls them
 */
GArray *
relance_invoice_table_dup_selected (RelanceInvoiceTable *self)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *ids = relance_paged_list_get_ids (self->list);
  g_autoptr (GtkBitset) places = relance_invoice_table_dup_selection (self);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = ids != NULL && gtk_bitset_iter_init_first (&iter, places, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (position < ids->len)
      g_array_append_val (selected, g_array_index (ids, gint64, position));
  return selected;
}

void
relance_invoice_table_unselect (RelanceInvoiceTable *self)
{
  g_return_if_fail (RELANCE_IS_INVOICE_TABLE (self));

  set_choosing (self, FALSE);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/**
 * relance_invoice_table_get_columns:
 *
 * Returns: (transfer none): of #GtkColumnViewColumn, those that may be hidden among them
 */
GListModel *
relance_invoice_table_get_columns (RelanceInvoiceTable *self)
{
  g_return_val_if_fail (RELANCE_IS_INVOICE_TABLE (self), NULL);

  return gtk_column_view_get_columns (self->columns);
}

/* Shows in the headers how the list is sorted; emits nothing. */
void
relance_invoice_table_set_sort (RelanceInvoiceTable *self,
                                RelanceInvoiceSort sort,
                                gboolean descending)
{
  g_return_if_fail (RELANCE_IS_INVOICE_TABLE (self));

  self->sorting = TRUE;
  /* Else the columns of before stay as lesser orders, with arrows of their own. */
  gtk_column_view_sort_by_column (self->columns, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->columns, find_column (self, get_column (sort)),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

RelanceInvoiceSort
relance_invoice_table_get_sort (RelanceInvoiceTable *self, gboolean *descending)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->columns));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  *descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  for (guint i = 0; column != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (gtk_column_view_column_get_id (column), sorts[i].column) == 0)
      return sorts[i].sort;
  return RELANCE_INVOICE_SORT_DUE;
}

void
relance_invoice_table_scroll_to_top (RelanceInvoiceTable *self)
{
  g_return_if_fail (RELANCE_IS_INVOICE_TABLE (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->columns_scroll), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->rows_scroll), 0);
}
