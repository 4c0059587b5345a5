/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-range-chart.h"

#include <math.h>

/* On paper, in points */
#define ROW 22
#define BAR 12
#define CAP 8
#define GAP 8

struct _RelanceRangeChart
{
  GtkWidget parent_instance;

  GPtrArray *rows; /* RelanceRange */
  GArray *ranges;  /* RelanceRangeData; NULL before there are some */
  GtkSizeGroup *labels;
  GtkSizeGroup *amounts;
  int current; /* the row that Tab comes to */
};

G_DEFINE_FINAL_TYPE (RelanceRangeChart, relance_range_chart, GTK_TYPE_WIDGET)

static const RelanceRangeData *
get_range (RelanceRangeChart *self, guint index)
{
  return &g_array_index (self->ranges, RelanceRangeData, index);
}

static double
find_top (RelanceRangeChart *self)
{
  double top = 0;

  for (guint i = 0; i < self->ranges->len; i++)
    top = fmax (top, fmax (get_range (self, i)->middle, get_range (self, i)->high));
  return top > 0 ? top : 1;
}

/* Rows are kept from one set of figures to the next, so that the focus is. */
static void
fit_rows (RelanceRangeChart *self, guint n_rows)
{
  while (self->rows->len > n_rows)
    g_ptr_array_remove_index (self->rows, self->rows->len - 1);
  while (self->rows->len < n_rows)
    {
      GtkWidget *row = relance_range_new (self->labels, self->amounts);

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
}

static gboolean
focus_row (RelanceRangeChart *self, int index)
{
  if (index < 0 || index >= (int) self->rows->len)
    return FALSE;
  self->current = index;
  return gtk_widget_grab_focus (self->rows->pdata[index]);
}

static gboolean
relance_range_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RelanceRangeChart *self = RELANCE_RANGE_CHART (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  guint index;

  if (focused == NULL || !g_ptr_array_find (self->rows, focused, &index))
    return focus_row (self, MIN (self->current, (int) self->rows->len - 1));
  if (direction == GTK_DIR_DOWN)
    return focus_row (self, (int) index + 1) || gtk_widget_keynav_failed (focused, direction);
  if (direction == GTK_DIR_UP)
    return focus_row (self, (int) index - 1) || gtk_widget_keynav_failed (focused, direction);
  return FALSE;
}

static void
relance_range_chart_dispose (GObject *object)
{
  RelanceRangeChart *self = RELANCE_RANGE_CHART (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ranges, g_array_unref);
  g_clear_object (&self->labels);
  g_clear_object (&self->amounts);
  G_OBJECT_CLASS (relance_range_chart_parent_class)->dispose (object);
}

static void
relance_range_chart_class_init (RelanceRangeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_range_chart_dispose;
  widget_class->focus = relance_range_chart_focus;
  gtk_widget_class_set_css_name (widget_class, "range-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
relance_range_chart_init (RelanceRangeChart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->amounts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

/* The widest label or amount. */
static double
measure_texts (RelanceRangeChart *self, const RelanceDrawing *drawing, gboolean amounts)
{
  double widest = 0;

  for (guint i = 0; i < self->ranges->len; i++)
    {
      const RelanceRangeData *range = get_range (self, i);

      widest =
        fmax (widest, relance_drawing_measure (drawing, amounts ? range->amount : range->label,
                                               RELANCE_DRAWING_SIZE));
    }
  return widest;
}

static void
draw_whisker (const RelanceDrawing *drawing, double low, double high, double y)
{
  relance_drawing_add_line (drawing, low, y, high, y, 1);
  relance_drawing_add_line (drawing, low, y - CAP / 2.0, low, y + CAP / 2.0, 1);
  relance_drawing_add_line (drawing, high, y - CAP / 2.0, high, y + CAP / 2.0, 1);
}

/**
 * relance_range_chart_set_ranges:
 * @ranges: (element-type RelanceRangeData): from the top down; it is kept, and not changed then
 */
void
relance_range_chart_set_ranges (RelanceRangeChart *self, GArray *ranges)
{
  double top;

  g_return_if_fail (RELANCE_IS_RANGE_CHART (self));

  g_array_ref (ranges);
  g_clear_pointer (&self->ranges, g_array_unref);
  self->ranges = ranges;
  top = find_top (self);
  fit_rows (self, ranges->len);
  for (guint i = 0; i < ranges->len; i++)
    {
      GtkAccessible *row = self->rows->pdata[i];

      relance_range_set_data (RELANCE_RANGE (row), get_range (self, i), top);
      gtk_accessible_update_relation (row, GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) i + 1,
                                      GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) ranges->len, -1);
    }
}

/**
 * relance_range_chart_draw:
 * @self: a #RelanceRangeChart that has ranges
 *
 * A #RelanceDraw: the same chart on paper.
 */
void
relance_range_chart_draw (const RelanceDrawing *drawing, gpointer data)
{
  RelanceRangeChart *self = RELANCE_RANGE_CHART (data);
  double start, track;

  if (self->ranges == NULL)
    return;
  start = measure_texts (self, drawing, FALSE) + GAP;
  track = drawing->width - start - GAP - measure_texts (self, drawing, TRUE);
  track /= find_top (self);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const RelanceRangeData *range = get_range (self, i);
      double middle = ROW * i + ROW / 2.0;
      double text = middle - RELANCE_DRAWING_LINE / 2.0;

      relance_drawing_add_text (drawing, range->label, 0, text, 0, RELANCE_DRAWING_SIZE);
      relance_drawing_add_text (drawing, range->amount, drawing->width, text, 1,
                                RELANCE_DRAWING_SIZE);
      relance_drawing_add_area (drawing, RELANCE_INK_BLUE, start, middle - BAR / 2.0,
                                range->middle * track, BAR);
      if (range->high > range->low)
        draw_whisker (drawing, start + range->low * track, start + range->high * track, middle);
    }
}
