/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-bar-chart.h"

#include "charts/relance-bar.h"
#include "charts/relance-rate-line.h"
#include "relance-wording.h"

#include <math.h>

#define SPACING 6
#define LABEL_GAP 6
#define NATURAL_HEIGHT 220
#define RATES_HEIGHT 40
#define RATES_MARGIN 4

struct _RelanceBarChart
{
  GtkWidget parent_instance;

  GPtrArray *bars;       /* RelanceBar */
  GPtrArray *bar_labels; /* GtkLabel, one a bar */
  GPtrArray *ticks;      /* GtkLabel, from zero up */
  GPtrArray *rate_ticks; /* GtkLabel, from zero up; none without rates */
  GtkWidget *rates;      /* RelanceRateLine */
  int current;           /* the bar that Tab comes to */
  int anchor;            /* the bar that has its label whichever have */

  GtkAllocation plot;
  GtkAllocation strip; /* of the rates */
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

static void
set_ticks (RelanceBarChart *self, const RelanceAxis *axis, RelanceAxisFormat format, gpointer data)
{
  g_ptr_array_set_size (self->ticks, 0);
  for (int i = 0; i <= axis->n_steps; i++)
    {
      g_autofree char *text = format (axis->step * i, data);

      g_ptr_array_add (self->ticks, add_label (self, text));
    }
}

static void
set_rates (RelanceBarChart *self, GArray *bars)
{
  relance_rate_line_set_bars (RELANCE_RATE_LINE (self->rates), bars);
  g_ptr_array_set_size (self->rate_ticks, 0);
  for (int i = 0; i <= 1 && relance_bars_have_rates (bars); i++)
    {
      g_autofree char *text = relance_wording_share (i, 1);

      g_ptr_array_add (self->rate_ticks, add_label (self, text));
    }
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

/* Where the line of a tick is: @area from its top to its bottom has @n_ticks. */
static int
find_tick (const GtkAllocation *area, guint tick, guint n_ticks)
{
  return area->y + area->height - (int) (area->height * tick / (n_ticks - 1));
}

static void
allocate_ticks (RelanceBarChart *self, GPtrArray *ticks, const GtkAllocation *area, int width)
{
  int line = measure_largest (ticks, GTK_ORIENTATION_VERTICAL);

  for (guint i = 0; i < ticks->len; i++)
    {
      int natural, y = find_tick (area, i, ticks->len) - line / 2;

      gtk_widget_measure (ticks->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                          NULL);
      allocate_from_start (self, ticks->pdata[i], width,
                           (GtkAllocation) { area->x - SPACING - natural, y, natural, line });
    }
}

/* The dots of the rates hang over the ends of their scale. */
static void
allocate_rates (RelanceBarChart *self, int width)
{
  GtkAllocation area = self->strip;

  gtk_widget_set_child_visible (self->rates, self->rate_ticks->len > 0);
  if (self->rate_ticks->len == 0)
    return;
  allocate_ticks (self, self->rate_ticks, &area, width);
  area.y -= RATES_MARGIN;
  area.height += 2 * RATES_MARGIN;
  allocate_from_start (self, self->rates, width, area);
}

static double
get_slot (RelanceBarChart *self)
{
  return (double) self->plot.width / self->bars->len;
}

/* In the middle of its bar, but for what would hang over an end. */
static GtkAllocation
place_label (RelanceBarChart *self, int index, int width, int line)
{
  int center = self->plot.x + (int) (get_slot (self) * (index + 0.5));
  int y = self->plot.y + self->plot.height + SPACING;
  int natural;

  gtk_widget_measure (self->bar_labels->pdata[index], GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &natural, NULL, NULL);
  return (GtkAllocation) { CLAMP (center - natural / 2, 0, MAX (0, width - natural)), y, natural,
                           line };
}

static gboolean
shows_label (RelanceBarChart *self, int index, int every)
{
  return (index - self->anchor) % every == 0;
}

/* Whether one label in @every can be shown. */
static gboolean
labels_fit (RelanceBarChart *self, int every, int width)
{
  int limit = width + LABEL_GAP;

  for (int i = (int) self->bars->len - 1; i >= 0; i--)
    {
      GtkAllocation place = place_label (self, i, width, 0);

      if (!shows_label (self, i, every))
        continue;
      if (place.x + place.width + LABEL_GAP > limit)
        return FALSE;
      limit = place.x;
    }
  return TRUE;
}

/* Labels that would touch are thinned out. */
static void
allocate_labels (RelanceBarChart *self, int width)
{
  int line = measure_largest (self->bar_labels, GTK_ORIENTATION_VERTICAL);
  int n_bars = (int) self->bars->len;
  int every = 1;

  while (every < n_bars && !labels_fit (self, every, width))
    every++;
  for (int i = 0; i < n_bars; i++)
    {
      gboolean shown = shows_label (self, i, every);

      gtk_widget_set_child_visible (self->bar_labels->pdata[i], shown);
      if (shown)
        allocate_from_start (self, self->bar_labels->pdata[i], width,
                             place_label (self, i, width, line));
    }
}

static void
allocate_bars (RelanceBarChart *self, int width)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      int x = self->plot.x + (int) (get_slot (self) * i);
      int next = self->plot.x + (int) (get_slot (self) * (i + 1));

      allocate_from_start (self, self->bars->pdata[i], width,
                           (GtkAllocation) { x, self->plot.y, next - x, self->plot.height });
    }
}

static int
measure_gutter (RelanceBarChart *self)
{
  return MAX (measure_largest (self->ticks, GTK_ORIENTATION_HORIZONTAL),
              measure_largest (self->rate_ticks, GTK_ORIENTATION_HORIZONTAL));
}

/* With the room between the rates and the bars. */
static int
measure_strip (RelanceBarChart *self)
{
  int line = measure_largest (self->rate_ticks, GTK_ORIENTATION_VERTICAL);

  return self->rate_ticks->len > 0 ? RATES_HEIGHT + line + SPACING : 0;
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
      *minimum = *natural = NATURAL_HEIGHT + measure_strip (self);
      return;
    }
  *minimum = measure_gutter (self) + SPACING + 5 * (int) self->bars->len;
  *natural = *minimum + 20 * (int) self->bars->len;
}

static void
relance_bar_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RelanceBarChart *self = RELANCE_BAR_CHART (widget);
  int tick_line = measure_largest (self->ticks, GTK_ORIENTATION_VERTICAL);
  int bar_line = measure_largest (self->bar_labels, GTK_ORIENTATION_VERTICAL);
  GtkAllocation *plot = &self->plot;

  if (self->bars->len == 0)
    return;

  plot->x = measure_gutter (self) + SPACING;
  plot->y = tick_line / 2 + measure_strip (self);
  plot->width = MAX (1, width - plot->x);
  plot->height = MAX (1, height - plot->y - bar_line - SPACING);
  self->strip = (GtkAllocation) { plot->x, tick_line / 2, plot->width, RATES_HEIGHT };
  allocate_ticks (self, self->ticks, plot, width);
  allocate_rates (self, width);
  allocate_bars (self, width);
  allocate_labels (self, width);
}

static void
draw_grid (RelanceBarChart *self,
           GtkSnapshot *snapshot,
           GPtrArray *ticks,
           const GtkAllocation *area)
{
  GdkRGBA color;
  float x = is_rtl (self) ? 0 : area->x;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= 0.12f;
  for (guint i = 0; i < ticks->len; i++)
    gtk_snapshot_append_color (
      snapshot, &color, &GRAPHENE_RECT_INIT (x, find_tick (area, i, ticks->len), area->width, 1));
}

static void
relance_bar_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RelanceBarChart *self = RELANCE_BAR_CHART (widget);

  if (self->bars->len > 0)
    {
      draw_grid (self, snapshot, self->ticks, &self->plot);
      draw_grid (self, snapshot, self->rate_ticks, &self->strip);
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
  g_clear_pointer (&self->rate_ticks, g_ptr_array_unref);
  g_clear_pointer (&self->rates, gtk_widget_unparent);
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
  self->rate_ticks = g_ptr_array_new_with_free_func (unparent);
  self->rates = relance_rate_line_new ();
  gtk_widget_set_parent (self->rates, GTK_WIDGET (self));
  self->current = G_MAXINT;
}

/**
 * relance_bar_chart_set_bars:
 * @bars: (element-type RelanceBarData): oldest first, not changed any more
 * @unit: the smallest step of the axis, above zero
 * @format: writes the axis, called before this returns
 */
void
relance_bar_chart_set_bars (RelanceBarChart *self,
                            GArray *bars,
                            double unit,
                            RelanceAxisFormat format,
                            gpointer data)
{
  RelanceAxis axis;

  g_return_if_fail (RELANCE_IS_BAR_CHART (self));
  g_return_if_fail (unit > 0);

  axis = relance_bars_fit_axis (bars, unit);
  self->anchor = relance_bars_find_anchor (bars);
  fit_bars (self, bars->len);
  for (guint i = 0; i < bars->len; i++)
    fill_bar (self, i, &g_array_index (bars, RelanceBarData, i), relance_axis_get_top (&axis));
  set_ticks (self, &axis, format, data);
  set_rates (self, bars);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
