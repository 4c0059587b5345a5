/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-stacked-bar.h"

#define NATURAL_HEIGHT 28
#define NARROWEST_SHARE 12
#define GAP 2

struct _RelanceStackedBar
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* GtkButton, one a share */
  GArray *values;     /* double */
};

G_DEFINE_FINAL_TYPE (RelanceStackedBar, relance_stacked_bar, GTK_TYPE_WIDGET)

enum
{
  SHARE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static double
get_value (RelanceStackedBar *self, guint index)
{
  return g_array_index (self->values, double, index);
}

static int
count_shown (RelanceStackedBar *self, double *sum)
{
  int shown = 0;

  *sum = 0;
  for (guint i = 0; i < self->values->len; i++)
    {
      *sum += get_value (self, i);
      shown += get_value (self, i) > 0;
    }
  return shown;
}

static void
share_clicked_cb (RelanceStackedBar *self, GtkButton *button)
{
  guint index;

  if (g_ptr_array_find (self->buttons, button, &index))
    g_signal_emit (self, signals[SHARE_ACTIVATED], 0, index);
}

/* Buttons are kept from one figure to the next, so that the focus is. */
static void
fit_buttons (RelanceStackedBar *self, guint n_shares)
{
  while (self->buttons->len > n_shares)
    g_ptr_array_remove_index (self->buttons, self->buttons->len - 1);
  while (self->buttons->len < n_shares)
    {
      GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "css-name", "share", NULL);

      g_signal_connect_object (button, "clicked", G_CALLBACK (share_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }
}

static void
fill_button (GtkWidget *button, const RelanceBarPart *share)
{
  const char *classes[] = { share->css_class, NULL };

  gtk_widget_set_css_classes (button, classes);
  gtk_widget_set_tooltip_text (button, share->description);
  gtk_widget_set_visible (button, share->value > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  share->description, -1);
}

static void
relance_stacked_bar_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  RelanceStackedBar *self = RELANCE_STACKED_BAR (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = NATURAL_HEIGHT;
  else
    *minimum = *natural = (NARROWEST_SHARE + GAP) * (int) self->buttons->len;
}

/* Every share keeps the width a finger finds; what is left follows the values. */
static void
relance_stacked_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RelanceStackedBar *self = RELANCE_STACKED_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double sum, before = 0;
  int shown = count_shown (self, &sum);
  double left = width - shown * NARROWEST_SHARE - (shown - 1) * GAP;
  int position = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      double value = get_value (self, i);
      int extent;

      if (value <= 0)
        continue;
      extent = NARROWEST_SHARE + (int) ((before + value) / sum * left) -
               (int) (before / sum * left);
      gtk_widget_measure (self->buttons->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (
        self->buttons->pdata[i],
        &(GtkAllocation) { rtl ? width - position - extent : position, 0, extent, height }, -1);
      position += extent + GAP;
      before += value;
    }
}

static void
relance_stacked_bar_dispose (GObject *object)
{
  RelanceStackedBar *self = RELANCE_STACKED_BAR (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  G_OBJECT_CLASS (relance_stacked_bar_parent_class)->dispose (object);
}

static void
relance_stacked_bar_class_init (RelanceStackedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_stacked_bar_dispose;
  widget_class->measure = relance_stacked_bar_measure;
  widget_class->size_allocate = relance_stacked_bar_size_allocate;

  signals[SHARE_ACTIVATED] = g_signal_new ("share-activated", RELANCE_TYPE_STACKED_BAR,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "stacked-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
relance_stacked_bar_init (RelanceStackedBar *self)
{
  self->buttons = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * relance_stacked_bar_set_shares:
 * @shares: (element-type RelanceBarPart): in reading order
 */
void
relance_stacked_bar_set_shares (RelanceStackedBar *self, const GArray *shares)
{
  g_return_if_fail (RELANCE_IS_STACKED_BAR (self));

  fit_buttons (self, shares->len);
  g_array_set_size (self->values, 0);
  for (guint i = 0; i < shares->len; i++)
    {
      const RelanceBarPart *share = &g_array_index (shares, RelanceBarPart, i);

      fill_button (self->buttons->pdata[i], share);
      g_array_append_val (self->values, share->value);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
