/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-cell-text.h"

#include <math.h>
#include <string.h>

struct _RelanceCellText
{
  GtkWidget parent_instance;

  char *text;          /* nullable */
  PangoLayout *layout; /* NULL until it is drawn or asked about, and when it is out of sight */
  int width;           /* in characters */
  gboolean figures;
  gboolean at_end;
};

static void init_accessible_text (GtkAccessibleTextInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RelanceCellText,
                               relance_cell_text,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT,
                                                      init_accessible_text))

#define PROP_TEXT 1

/* Of a column that is made as narrow as it can be. */
#define LEAST_WIDTH 3

static GParamSpec *text_property;

static const char *
get_words (RelanceCellText *self)
{
  return self->text != NULL ? self->text : "";
}

static PangoLayout *
make_layout (RelanceCellText *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), get_words (self));

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (self->figures)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

static PangoLayout *
get_layout (RelanceCellText *self)
{
  if (self->layout == NULL)
    self->layout = make_layout (self);
  pango_layout_set_width (self->layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  return self->layout;
}

/* How far right of the layout's own place the line is drawn. The side is that of the widget: Pango's
 * alignment goes by the letters, and a name in Latin script would leave the others of its column. */
static float
get_left (RelanceCellText *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoRectangle line;

  pango_layout_get_extents (get_layout (self), NULL, &line);
  return (float) (self->at_end != mirrored ? width - line.width - line.x : -line.x) / PANGO_SCALE;
}

/* How far below the top of the widget the line begins. */
static int
get_top (RelanceCellText *self)
{
  PangoLayout *layout = get_layout (self);
  int baseline = gtk_widget_get_baseline (GTK_WIDGET (self));
  int height;

  if (baseline != -1)
    return baseline - pango_layout_get_baseline (layout) / PANGO_SCALE;
  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX ((gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2, 0);
}

/* All cells of a view are written alike: a context for each would take longer than to write it. */
static PangoFontMetrics *
get_metrics (GtkWidget *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (self, GTK_TYPE_COLUMN_VIEW);
  PangoContext *context = gtk_widget_get_pango_context (view != NULL ? view : self);

  return pango_context_get_metrics (context, NULL, NULL);
}

static int
measure_letters (int count, PangoFontMetrics *metrics)
{
  int letter = pango_font_metrics_get_approximate_char_width (metrics);
  int digit = pango_font_metrics_get_approximate_digit_width (metrics);

  return PANGO_PIXELS_CEIL (count * MAX (letter, digit));
}

static void
relance_cell_text_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  RelanceCellText *self = RELANCE_CELL_TEXT (widget);
  PangoFontMetrics *metrics = get_metrics (widget);
  int ascent = pango_font_metrics_get_ascent (metrics);
  int descent = pango_font_metrics_get_descent (metrics);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_letters (LEAST_WIDTH, metrics);
      *natural = measure_letters (MAX (self->width, LEAST_WIDTH), metrics);
    }
  else
    {
      *minimum = *natural = PANGO_PIXELS_CEIL (ascent + descent);
      *minimum_baseline = *natural_baseline = PANGO_PIXELS_CEIL (ascent);
    }
  pango_font_metrics_unref (metrics);
}

static void
relance_cell_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RelanceCellText *self = RELANCE_CELL_TEXT (widget);
  GdkRGBA color;

  if (*get_words (self) == '\0')
    return;
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (get_left (self), (float) get_top (self)));
  gtk_snapshot_append_layout (snapshot, get_layout (self), &color);
  gtk_snapshot_restore (snapshot);
}

static void
relance_cell_text_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (relance_cell_text_parent_class)->unmap (widget);
  g_clear_object (&RELANCE_CELL_TEXT (widget)->layout);
}

static void
relance_cell_text_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (relance_cell_text_parent_class)->direction_changed (widget, previous);
  g_clear_object (&RELANCE_CELL_TEXT (widget)->layout);
  gtk_widget_queue_draw (widget);
}

static void
relance_cell_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    g_value_set_string (value, RELANCE_CELL_TEXT (object)->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
relance_cell_text_finalize (GObject *object)
{
  RelanceCellText *self = RELANCE_CELL_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (relance_cell_text_parent_class)->finalize (object);
}

static GBytes *
take_part (RelanceCellText *self, guint start, guint end)
{
  guint length = (guint) g_utf8_strlen (get_words (self), -1);
  char *part;

  start = MIN (start, length);
  end = CLAMP (end, start, length);
  part = g_utf8_substring (get_words (self), start, end);
  return g_bytes_new_take (part, strlen (part) + 1);
}

static GBytes *
get_contents (GtkAccessibleText *text, unsigned int start, unsigned int end)
{
  return take_part (RELANCE_CELL_TEXT (text), start, end);
}

/* The word at @offset, with what comes between it and the next one. */
static void
find_word (RelanceCellText *self, guint offset, guint *start, guint *end)
{
  int n_places;
  const PangoLogAttr *places = pango_layout_get_log_attrs_readonly (get_layout (self), &n_places);

  for (*start = offset; *start > 0 && !places[*start].is_word_start; (*start)--)
    ;
  for (*end = offset + 1; (int) *end < n_places - 1 && !places[*end].is_word_start; (*end)++)
    ;
}

/* It is one line, and whatever is longer than a word is all of it. */
static GBytes *
get_contents_at (GtkAccessibleText *text,
                 unsigned int offset,
                 GtkAccessibleTextGranularity granularity,
                 unsigned int *start,
                 unsigned int *end)
{
  RelanceCellText *self = RELANCE_CELL_TEXT (text);
  guint length = (guint) g_utf8_strlen (get_words (self), -1);

  *start = 0;
  *end = length;
  if (offset >= length)
    *start = granularity <= GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD ? length : 0;
  else if (granularity == GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER)
    *end = (*start = offset) + 1;
  else if (granularity == GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD)
    find_word (self, offset, start, end);
  return take_part (self, *start, *end);
}

/* Letters of both directions may be among them: the part is what spans them all. */
static void
find_span (RelanceCellText *self, guint start, guint end, int *left, int *right)
{
  const char *words = get_words (self);
  PangoLayoutLine *line = pango_layout_get_line_readonly (get_layout (self), 0);
  g_autofree int *ranges = NULL;
  int n_ranges;

  pango_layout_line_get_x_ranges (line, (int) (g_utf8_offset_to_pointer (words, start) - words),
                                  (int) (g_utf8_offset_to_pointer (words, end) - words), &ranges,
                                  &n_ranges);
  *left = n_ranges > 0 ? ranges[0] : 0;
  *right = *left;
  for (int i = 0; i < 2 * n_ranges; i++)
    {
      *left = MIN (*left, ranges[i]);
      *right = MAX (*right, ranges[i]);
    }
}

static gboolean
get_extents (GtkAccessibleText *text,
             unsigned int start,
             unsigned int end,
             graphene_rect_t *extents)
{
  RelanceCellText *self = RELANCE_CELL_TEXT (text);
  int left, right, height;

  if (start > end || end > g_utf8_strlen (get_words (self), -1))
    return FALSE;
  find_span (self, start, end, &left, &right);
  pango_layout_get_pixel_size (get_layout (self), NULL, &height);
  graphene_rect_init (extents, get_left (self) + (float) left / PANGO_SCALE, (float) get_top (self),
                      (float) (right - left) / PANGO_SCALE, (float) height);
  return TRUE;
}

static gboolean
get_offset (GtkAccessibleText *text, const graphene_point_t *point, unsigned int *offset)
{
  RelanceCellText *self = RELANCE_CELL_TEXT (text);
  int index, trailing;

  if (!pango_layout_xy_to_index (
        get_layout (self), (int) floorf ((point->x - get_left (self)) * PANGO_SCALE),
        (int) floorf ((point->y - (float) get_top (self)) * PANGO_SCALE), &index, &trailing))
    return FALSE;
  *offset = (guint) g_utf8_pointer_to_offset (get_words (self), get_words (self) + index);
  return TRUE;
}

static void
init_accessible_text (GtkAccessibleTextInterface *iface)
{
  iface->get_contents = get_contents;
  iface->get_contents_at = get_contents_at;
  iface->get_extents = get_extents;
  iface->get_offset = get_offset;
}

static void
relance_cell_text_class_init (RelanceCellTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = relance_cell_text_get_property;
  object_class->finalize = relance_cell_text_finalize;
  widget_class->measure = relance_cell_text_measure;
  widget_class->snapshot = relance_cell_text_snapshot;
  widget_class->unmap = relance_cell_text_unmap;
  widget_class->direction_changed = relance_cell_text_direction_changed;

  text_property =
    g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_TEXT, text_property);
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
relance_cell_text_init (RelanceCellText *self)
{
}

/**
 * relance_cell_text_new:
 * @width: in characters, where there is room
 * @figures: whether digits are as wide as each other
 * @at_end: whether the text ends where the cell does
 */
GtkWidget *
relance_cell_text_new (int width, gboolean figures, gboolean at_end)
{
  RelanceCellText *self = g_object_new (RELANCE_TYPE_CELL_TEXT, NULL);

  self->width = width;
  self->figures = figures;
  self->at_end = at_end;
  return GTK_WIDGET (self);
}

/**
 * relance_cell_text_set_text:
 * @text: (nullable): on one line
 */
void
relance_cell_text_set_text (RelanceCellText *self, const char *text)
{
  g_return_if_fail (RELANCE_IS_CELL_TEXT (self));

  if (!g_set_str (&self->text, text))
    return;
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, get_words (self), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), text_property);
}
