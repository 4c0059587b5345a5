/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-bar-chart.h"

#include <math.h>

#define TICKS_AT_MOST 5
#define SPACING 6
#define LABEL_GAP 2
#define NATURAL_HEIGHT 220

struct _RelanceBarChart
{
  GtkWidget parent_instance;

  GPtrArray *bars;       /* RelanceBar */
  GPtrArray *bar_labels; /* GtkLabel, one a bar */
  GPtrArray *ticks;      /* GtkLabel, from zero up */
  int current;           /* the bar that Tab comes to */

  GtkAllocation plot;
};

G_DEFINE_FINAL_TYPE (RelanceBarChart, relance_bar_chart, GTK_TYPE_WIDGET)

enum
{
  BAR_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
measure_largest (GPtrArray *widgets, GtkOrientation orientation)
{
  int largest = 0;

  for (guint i = 0; i < widgets->len; i++)
    {
      int natural;

      gtk_widget_measure (widgets->pdata[i], orientation, -1, NULL, &natural, NULL, NULL);
      largest = MAX (largest, natural);
    }
  return largest;
}

/* 1, 2 or 5 times a power of ten of @unit: what people count by. */
static double
find_step (double largest, double unit)
{
  double rough = MAX (largest / unit / (TICKS_AT_MOST - 1), 1);
  double power = pow (10, floor (log10 (rough)));
  double digit = rough / power;

  return unit * power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

static double
find_largest (const GArray *bars)
{
  double largest = 0;

  for (guint i = 0; i < bars->len; i++)
    {
      const RelanceBarData *bar = &g_array_index (bars, RelanceBarData, i);
      double sum = 0;

      for (int j = 0; j < RELANCE_BAR_N_PARTS; j++)
        sum += bar->parts[j];
      largest = MAX (largest, sum);
    }
  return largest;
}

static GtkWidget *
add_label (RelanceBarChart *self, const char *text)
{
  /* The bars' descriptions already say it all. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "justify", GTK_JUSTIFY_CENTER,
                                   "yalign", 0.0, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
bar_clicked_cb (RelanceBarChart *self, GtkButton *bar)
{
  guint index;

  if (g_ptr_array_find (self->bars, bar, &index))
    g_signal_emit (self, signals[BAR_ACTIVATED], 0, index);
}

static void
fit_bars (RelanceBarChart *self, guint n_bars)
{
  while (self->bars->len > n_bars)
    {
      g_ptr_array_remove_index (self->bars, self->bars->len - 1);
      g_ptr_array_remove_index (self->bar_labels, self->bar_labels->len - 1);
    }
  while (self->bars->len < n_bars)
    {
      GtkWidget *bar = relance_bar_new ();

      g_signal_connect_object (bar, "clicked", G_CALLBACK (bar_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (bar, GTK_WIDGET (self));
      g_ptr_array_add (self->bars, bar);
      g_ptr_array_add (self->bar_labels, add_label (self, ""));
    }
}

static void
fill_bar (RelanceBarChart *self, guint index, const RelanceBarData *data, double top)
{
  GtkWidget *bar = self->bars->pdata[index];

  relance_bar_set_parts (RELANCE_BAR (bar), data->parts, top);
  gtk_widget_set_tooltip_text (bar, data->description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  data->description, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int) index + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                  (int) self->bars->len, -1);
  gtk_label_set_label (self->bar_labels->pdata[index], data->label);
}

static gboolean
is_rtl (RelanceBarChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Allocates by the distance from the side where reading starts. */
static void
allocate_from_start (RelanceBarChart *self, GtkWidget *child, int width, GtkAllocation box)
{
  if (is_rtl (self))
    box.x = width - box.x - box.width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
allocate_ticks (RelanceBarChart *self, int width, int gutter, int line)
{
  for (guint i = 0; i < self->ticks->len; i++)
    {
      int natural, y = self->plot.y + self->plot.height;

      gtk_widget_measure (self->ticks->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                          NULL, NULL);
      y -= (int) (self->plot.height * i / (self->ticks->len - 1)) + line / 2;
      allocate_from_start (self, self->ticks->pdata[i], width,
                           (GtkAllocation) { gutter - natural, y, natural, line });
    }
}

/* Labels that would touch are thinned out, from the last one, which is the month we are in. */
static void
allocate_bars (RelanceBarChart *self, int width, int line)
{
  int n_bars = (int) self->bars->len;
  double slot = (double) self->plot.width / n_bars;
  int widest = measure_largest (self->bar_labels, GTK_ORIENTATION_HORIZONTAL);
  int every = MAX (1, (int) ceil ((widest + LABEL_GAP) / slot));

  for (int i = 0; i < n_bars; i++)
    {
      int x = self->plot.x + (int) (slot * i);
      int next = self->plot.x + (int) (slot * (i + 1));
      int center = (x + next) / 2;
      int start = CLAMP (center - widest / 2, 0, MAX (0, width - widest));
      gboolean shown = (n_bars - 1 - i) % every == 0;

      allocate_from_start (self, self->bars->pdata[i], width,
                           (GtkAllocation) { x, self->plot.y, next - x, self->plot.height });
      gtk_widget_set_child_visible (self->bar_labels->pdata[i], shown);
      if (shown)
        allocate_from_start (
          self, self->bar_labels->pdata[i], width,
          (GtkAllocation) { start, self->plot.y + self->plot.height + SPACING, widest, line });
    }
}

static void
relance_bar_chart_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  RelanceBarChart *self = RELANCE_BAR_CHART (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = NATURAL_HEIGHT;
      return;
    }
  *minimum = measure_largest (self->ticks, orientation) + SPACING + 5 * (int) self->bars->len;
  *natural = *minimum + 20 * (int) self->bars->len;
}

static void
relance_bar_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RelanceBarChart *self = RELANCE_BAR_CHART (widget);
  int gutter = measure_largest (self->ticks, GTK_ORIENTATION_HORIZONTAL);
  int tick_line = measure_largest (self->ticks, GTK_ORIENTATION_VERTICAL);
  int bar_line = measure_largest (self->bar_labels, GTK_ORIENTATION_VERTICAL);

  if (self->bars->len == 0)
    return;

  self->plot.x = gutter + SPACING;
  self->plot.y = tick_line / 2;
  self->plot.width = MAX (1, width - self->plot.x);
  self->plot.height = MAX (1, height - self->plot.y - bar_line - SPACING);
  allocate_ticks (self, width, gutter, tick_line);
  allocate_bars (self, width, bar_line);
}

static void
relance_bar_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RelanceBarChart *self = RELANCE_BAR_CHART (widget);
  GdkRGBA color;
  float x = is_rtl (self) ? 0 : self->plot.x;

  gtk_widget_get_color (widget, &color);
  color.alpha *= 0.12f;
  for (guint i = 0; i < self->ticks->len && self->bars->len > 0; i++)
    {
      int y = self->plot.y + self->plot.height;

      y -= (int) (self->plot.height * i / (self->ticks->len - 1));
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, y, self->plot.width, 1));
    }
  GTK_WIDGET_CLASS (relance_bar_chart_parent_class)->snapshot (widget, snapshot);
}

static gboolean
focus_bar (RelanceBarChart *self, int index)
{
  if (index < 0 || index >= (int) self->bars->len)
    return FALSE;
  self->current = index;
  return gtk_widget_grab_focus (self->bars->pdata[index]);
}

static gboolean
relance_bar_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RelanceBarChart *self = RELANCE_BAR_CHART (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  guint index;
  int forward = is_rtl (self) ? -1 : 1;

  if (focused == NULL || !g_ptr_array_find (self->bars, focused, &index))
    return focus_bar (self, MIN (self->current, (int) self->bars->len - 1));
  if (direction == GTK_DIR_RIGHT)
    return focus_bar (self, (int) index + forward) || gtk_widget_keynav_failed (focused, direction);
  if (direction == GTK_DIR_LEFT)
    return focus_bar (self, (int) index - forward) || gtk_widget_keynav_failed (focused, direction);
  return FALSE;
}

static void
relance_bar_chart_dispose (GObject *object)
{
  RelanceBarChart *self = RELANCE_BAR_CHART (object);

  g_clear_pointer (&self->bars, g_ptr_array_unref);
  g_clear_pointer (&self->bar_labels, g_ptr_array_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  G_OBJECT_CLASS (relance_bar_chart_parent_class)->dispose (object);
}

static void
relance_bar_chart_class_init (RelanceBarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_bar_chart_dispose;
  widget_class->measure = relance_bar_chart_measure;
  widget_class->size_allocate = relance_bar_chart_size_allocate;
  widget_class->snapshot = relance_bar_chart_snapshot;
  widget_class->focus = relance_bar_chart_focus;

  signals[BAR_ACTIVATED] = g_signal_new ("bar-activated", RELANCE_TYPE_BAR_CHART, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "bar-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
relance_bar_chart_init (RelanceBarChart *self)
{
  GDestroyNotify unparent = (GDestroyNotify) gtk_widget_unparent;

  self->bars = g_ptr_array_new_with_free_func (unparent);
  self->bar_labels = g_ptr_array_new_with_free_func (unparent);
  self->ticks = g_ptr_array_new_with_free_func (unparent);
  self->current = G_MAXINT;
}

/**
 * relance_bar_chart_set_bars:
 * @bars: (element-type RelanceBarData): oldest first
 * @unit: the smallest step of the axis, above zero
 * @format: writes the axis, called before this returns
 */
void
relance_bar_chart_set_bars (RelanceBarChart *self,
                            const GArray *bars,
                            double unit,
                            RelanceBarFormat format,
                            gpointer data)
{
  double step, top;
  int n_steps;

  g_return_if_fail (RELANCE_IS_BAR_CHART (self));
  g_return_if_fail (unit > 0);

  step = find_step (find_largest (bars), unit);
  n_steps = MAX (1, (int) ceil (find_largest (bars) / step));
  top = step * n_steps;

  fit_bars (self, bars->len);
  for (guint i = 0; i < bars->len; i++)
    fill_bar (self, i, &g_array_index (bars, RelanceBarData, i), top);

  g_ptr_array_set_size (self->ticks, 0);
  for (int i = 0; i <= n_steps; i++)
    {
      g_autofree char *text = format (step * i, data);

      g_ptr_array_add (self->ticks, add_label (self, text));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
