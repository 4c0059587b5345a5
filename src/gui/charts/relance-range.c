/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-range.h"

#define SPACING 12
#define BAR_HEIGHT 14
#define WHISKER_HEIGHT 10
#define SHORTEST_TRACK 40
#define SHORTEST_BAR 3
#define SHORTEST_WHISKER 5

/* A row of a chart: a label, a bar with its whisker, an amount. */
struct _RelanceRange
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *bar;
  GtkWidget *whisker;
  GtkWidget *amount;

  /* Of the track, 0..1 */
  double low;
  double middle;
  double high;
};

G_DEFINE_FINAL_TYPE (RelanceRange, relance_range, GTK_TYPE_WIDGET)

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Allocates by the distance from the side where reading starts, in the middle of the height. */
static void
allocate_from_start (RelanceRange *self, GtkWidget *child, int start, int extent, int child_height)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { rtl ? width - start - extent : start,
                                               (height - child_height) / 2, extent, child_height },
                            -1);
}

/* What is there is seen, however small; the whisker never leaves the track. */
static void
allocate_track (RelanceRange *self, int start, int extent)
{
  int low = (int) (self->low * extent);
  int bar = MAX ((int) (self->middle * extent), SHORTEST_BAR);
  int whisker = MAX ((int) (self->high * extent) - low, SHORTEST_WHISKER);

  gtk_widget_set_child_visible (self->bar, self->middle > 0);
  gtk_widget_set_child_visible (self->whisker, self->high > self->low);
  if (self->middle > 0)
    allocate_from_start (self, self->bar, start, bar, BAR_HEIGHT);
  if (self->high > self->low)
    allocate_from_start (self, self->whisker, start + MIN (low, extent - whisker), whisker,
                         WHISKER_HEIGHT);
}

static void
relance_range_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  RelanceRange *self = RELANCE_RANGE (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MAX (measure_height (self->label), measure_height (self->amount));
      *minimum = *natural = MAX (*minimum, BAR_HEIGHT);
      return;
    }
  *minimum = measure_width (self->label) + measure_width (self->amount) + 2 * SPACING +
             SHORTEST_TRACK;
  *natural = *minimum + 3 * SHORTEST_TRACK;
}

static void
relance_range_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RelanceRange *self = RELANCE_RANGE (widget);
  int label = measure_width (self->label);
  int amount = measure_width (self->amount);
  int start = label + SPACING;

  allocate_from_start (self, self->label, 0, label, measure_height (self->label));
  allocate_from_start (self, self->amount, width - amount, amount, measure_height (self->amount));
  allocate_track (self, start, MAX (1, width - start - SPACING - amount));
}

static void
relance_range_dispose (GObject *object)
{
  RelanceRange *self = RELANCE_RANGE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->whisker, gtk_widget_unparent);
  g_clear_pointer (&self->amount, gtk_widget_unparent);
  G_OBJECT_CLASS (relance_range_parent_class)->dispose (object);
}

static void
relance_range_class_init (RelanceRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_range_dispose;
  widget_class->measure = relance_range_measure;
  widget_class->size_allocate = relance_range_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "range");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

/* The row's own description already says it all. */
static GtkWidget *
add_child (RelanceRange *self, GType type, const char *css_name)
{
  GtkWidget *child = g_object_new (type, "css-name", css_name, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static void
relance_range_init (RelanceRange *self)
{
  self->label = add_child (self, GTK_TYPE_LABEL, "label");
  self->bar = add_child (self, GTK_TYPE_BOX, "part");
  self->whisker = add_child (self, GTK_TYPE_BOX, "whisker");
  self->amount = add_child (self, GTK_TYPE_LABEL, "label");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_xalign (GTK_LABEL (self->amount), 1);
  gtk_widget_add_css_class (self->label, "dimmed");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_add_css_class (self->amount, "numeric");
  gtk_widget_add_css_class (self->bar, "expected");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* @labels, @amounts: what the rows of a chart share, so that their bars begin and end together. */
GtkWidget *
relance_range_new (GtkSizeGroup *labels, GtkSizeGroup *amounts)
{
  RelanceRange *self = g_object_new (RELANCE_TYPE_RANGE, NULL);

  gtk_size_group_add_widget (labels, self->label);
  gtk_size_group_add_widget (amounts, self->amount);
  return GTK_WIDGET (self);
}

/* @top: what the whole track stands for, above zero. */
void
relance_range_set_data (RelanceRange *self, const RelanceRangeData *data, double top)
{
  g_return_if_fail (RELANCE_IS_RANGE (self));
  g_return_if_fail (top > 0);

  self->low = CLAMP (data->low / top, 0, 1);
  self->middle = CLAMP (data->middle / top, 0, 1);
  self->high = CLAMP (data->high / top, 0, 1);
  gtk_label_set_label (GTK_LABEL (self->label), data->label);
  gtk_label_set_label (GTK_LABEL (self->amount), data->amount);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), data->description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  data->description, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
relance_range_data_clear (RelanceRangeData *data)
{
  g_clear_pointer (&data->label, g_free);
  g_clear_pointer (&data->amount, g_free);
  g_clear_pointer (&data->description, g_free);
}
