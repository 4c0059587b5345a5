/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-rate-line.h"

#define DOT_RADIUS 3.5f
#define THICKNESS 1.5f

struct _RelanceRateLine
{
  GtkWidget parent_instance;

  GArray *bars; /* RelanceBarData */
};

G_DEFINE_FINAL_TYPE (RelanceRateLine, relance_rate_line, GTK_TYPE_WIDGET)

static guint
count_bars (RelanceRateLine *self)
{
  return self->bars != NULL ? self->bars->len : 0;
}

static gboolean
is_rtl (RelanceRateLine *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Dots at both ends of the scale are seen whole. */
static graphene_point_t
find_point (RelanceRateLine *self, guint index)
{
  const RelanceBarData *bar = &g_array_index (self->bars, RelanceBarData, index);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self)) - 2 * DOT_RADIUS;
  float x = width * ((float) index + 0.5f) / (float) self->bars->len;

  return GRAPHENE_POINT_INIT (is_rtl (self) ? width - x : x,
                              DOT_RADIUS + height * (1 - (float) bar->rate));
}

static void
draw_joints (RelanceRateLine *self, GtkSnapshot *snapshot, GskStroke *stroke, const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  for (guint i = 0; i < count_bars (self); i++)
    if (relance_bars_join (self->bars, i))
      {
        graphene_point_t from = find_point (self, i - 1), to = find_point (self, i);

        gsk_path_builder_move_to (builder, from.x, from.y);
        gsk_path_builder_line_to (builder, to.x, to.y);
      }
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

/* Dots, or the rings. */
static GskPath *
make_dots (RelanceRateLine *self, gboolean weak)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < count_bars (self); i++)
    {
      const RelanceBarData *bar = &g_array_index (self->bars, RelanceBarData, i);

      if (bar->has_rate && bar->rate_is_weak == weak)
        {
          graphene_point_t point = find_point (self, i);

          gsk_path_builder_add_circle (builder, &point, DOT_RADIUS - THICKNESS / 2);
        }
    }
  return gsk_path_builder_free_to_path (builder);
}

static void
relance_rate_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RelanceRateLine *self = RELANCE_RATE_LINE (widget);
  g_autoptr (GskPath) dots = make_dots (self, FALSE);
  g_autoptr (GskPath) rings = make_dots (self, TRUE);
  GskStroke *stroke = gsk_stroke_new (THICKNESS);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  draw_joints (self, snapshot, stroke, &color);
  gtk_snapshot_append_fill (snapshot, dots, GSK_FILL_RULE_WINDING, &color);
  gtk_snapshot_append_stroke (snapshot, dots, stroke, &color);
  gtk_snapshot_append_stroke (snapshot, rings, stroke, &color);
  gsk_stroke_free (stroke);
}

static gboolean
relance_rate_line_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean by_keyboard,
                                 GtkTooltip *tooltip)
{
  RelanceRateLine *self = RELANCE_RATE_LINE (widget);
  int width = MAX (gtk_widget_get_width (widget), 1);
  guint index, n_bars = count_bars (self);

  if (n_bars == 0)
    return FALSE;
  if (is_rtl (self))
    x = width - 1 - x;
  index = MIN ((guint) (MAX (x, 0) * (gint64) n_bars / width), n_bars - 1);
  gtk_tooltip_set_text (tooltip, g_array_index (self->bars, RelanceBarData, index).description);
  return TRUE;
}

static void
relance_rate_line_dispose (GObject *object)
{
  RelanceRateLine *self = RELANCE_RATE_LINE (object);

  g_clear_pointer (&self->bars, g_array_unref);
  G_OBJECT_CLASS (relance_rate_line_parent_class)->dispose (object);
}

static void
relance_rate_line_class_init (RelanceRateLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_rate_line_dispose;
  widget_class->snapshot = relance_rate_line_snapshot;
  widget_class->query_tooltip = relance_rate_line_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "rate-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
relance_rate_line_init (RelanceRateLine *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
relance_rate_line_new (void)
{
  return g_object_new (RELANCE_TYPE_RATE_LINE, NULL);
}

/* @bars: (element-type RelanceBarData): not changed any more */
void
relance_rate_line_set_bars (RelanceRateLine *self, GArray *bars)
{
  g_return_if_fail (RELANCE_IS_RATE_LINE (self));

  g_array_ref (bars);
  g_clear_pointer (&self->bars, g_array_unref);
  self->bars = bars;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
