/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-bar.h"

#define WIDEST 36
#define SHORTEST_PART 3
#define GAP 1

struct _RelanceBar
{
  GtkButton parent_instance;

  GtkWidget *parts[RELANCE_BAR_N_PARTS];
  double shares[RELANCE_BAR_N_PARTS]; /* of the chart's height, 0..1 */
};

G_DEFINE_FINAL_TYPE (RelanceBar, relance_bar, GTK_TYPE_BUTTON)

static const char *const part_classes[RELANCE_BAR_N_PARTS] = { "on-time", "late", "open-late" };

/* A part that is there is seen, however small beside the others. */
static void
compute_heights (RelanceBar *self, int height, int heights[RELANCE_BAR_N_PARTS])
{
  int used = 0, largest = 0;

  for (int i = 0; i < RELANCE_BAR_N_PARTS; i++)
    {
      heights[i] = 0;
      if (self->shares[i] > 0)
        heights[i] = MAX (SHORTEST_PART, (int) (self->shares[i] * height));
      if (heights[i] > heights[largest])
        largest = i;
      used += heights[i];
    }
  if (used > height)
    heights[largest] = MAX (0, heights[largest] - (used - height));
}

static void
relance_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = 4;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDEST : 120;
}

static void
relance_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RelanceBar *self = RELANCE_BAR (widget);
  int heights[RELANCE_BAR_N_PARTS];
  int thickness = CLAMP (width * 6 / 10, MIN (width, 3), WIDEST);
  int bottom = height;

  compute_heights (self, height, heights);
  for (int i = 0; i < RELANCE_BAR_N_PARTS; i++)
    {
      int gap = heights[i] > SHORTEST_PART ? GAP : 0;

      gtk_widget_set_child_visible (self->parts[i], heights[i] > 0);
      if (heights[i] == 0)
        continue;
      bottom -= heights[i];
      gtk_widget_size_allocate (
        self->parts[i],
        &(GtkAllocation) { (width - thickness) / 2, bottom + gap, thickness, heights[i] - gap },
        -1);
    }
}

static void
relance_bar_dispose (GObject *object)
{
  RelanceBar *self = RELANCE_BAR (object);

  for (int i = 0; i < RELANCE_BAR_N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);
  G_OBJECT_CLASS (relance_bar_parent_class)->dispose (object);
}

static void
relance_bar_class_init (RelanceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_bar_dispose;
  widget_class->measure = relance_bar_measure;
  widget_class->size_allocate = relance_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
relance_bar_init (RelanceBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  for (int i = 0; i < RELANCE_BAR_N_PARTS; i++)
    {
      self->parts[i] = g_object_new (GTK_TYPE_BOX, "css-name", "part", "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->parts[i], part_classes[i]);
      gtk_widget_set_parent (self->parts[i], GTK_WIDGET (self));
    }
}

GtkWidget *
relance_bar_new (void)
{
  return g_object_new (RELANCE_TYPE_BAR, NULL);
}

/* @top: what the whole height stands for, above zero. */
void
relance_bar_set_parts (RelanceBar *self, const double *parts, double top)
{
  g_return_if_fail (RELANCE_IS_BAR (self));
  g_return_if_fail (top > 0);

  for (int i = 0; i < RELANCE_BAR_N_PARTS; i++)
    self->shares[i] = CLAMP (parts[i] / top, 0, 1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
