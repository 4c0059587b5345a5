/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-drawing.h"

#include <math.h>

#define HATCH_STEP 4
#define SWATCH 9
#define SWATCH_GAP 4
#define KEY_GAP 16

/* Paper has no theme, so these are its own. Each is darker than the one before. */
static const struct
{
  double red;
  double green;
  double blue;
} colors[] = {
  [RELANCE_INK_BLUE] = { 0.21, 0.52, 0.89 },      [RELANCE_INK_HATCHED] = { 0.78, 0.53, 0.0 },
  [RELANCE_INK_OUTLINED] = { 0.78, 0.53, 0.0 },   [RELANCE_INK_LIGHTEST] = { 0.98, 0.88, 0.64 },
  [RELANCE_INK_LIGHT] = { 0.93, 0.74, 0.36 },     [RELANCE_INK_STRONG] = { 0.75, 0.50, 0.10 },
  [RELANCE_INK_STRONGEST] = { 0.42, 0.26, 0.02 },
};

static PangoLayout *
make_layout (const RelanceDrawing *self, const char *text, double size)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_font_description_free (font);
  return layout;
}

/* From the left, of what is @extent wide and begins at @x. */
static double
get_left (const RelanceDrawing *self, double x, double extent)
{
  return self->rtl ? self->width - x - extent : x;
}

static void
set_ink (const RelanceDrawing *self, RelanceInk ink)
{
  cairo_set_source_rgb (self->cr, colors[ink].red, colors[ink].green, colors[ink].blue);
}

static void
set_black (const RelanceDrawing *self)
{
  cairo_set_source_rgb (self->cr, 0, 0, 0);
}

/* Lines of its own: a pattern would be saved as pixels. */
static void
draw_hatch (const RelanceDrawing *self, double left, double top, double width, double height)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, left, top, width, height);
  cairo_clip (self->cr);
  cairo_set_line_width (self->cr, 1.5);
  for (double x = left - height; x < left + width; x += HATCH_STEP)
    {
      cairo_move_to (self->cr, x, top + height);
      cairo_line_to (self->cr, x + height, top);
    }
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_outline (const RelanceDrawing *self, double left, double top, double width, double height)
{
  double inset = fmin (0.5, fmin (width, height) / 2);

  cairo_set_line_width (self->cr, 2 * inset);
  cairo_rectangle (self->cr, left + inset, top + inset, width - 2 * inset, height - 2 * inset);
  cairo_stroke (self->cr);
}

/**
 * relance_drawing_start:
 *
 * A drawing of @width by @height points from where @cr is, read as the user's language is.
 */
RelanceDrawing
relance_drawing_start (cairo_t *cr, double width, double height)
{
  return (RelanceDrawing) {
    .cr = cr,
    .width = width,
    .height = height,
    .rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL,
  };
}

/* How wide @text is. */
double
relance_drawing_measure (const RelanceDrawing *self, const char *text, double size)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, size);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * relance_drawing_add_text:
 * @align: how much of the text stands before @x: 0 none, 0.5 half, 1 all
 * @y: of its top
 */
void
relance_drawing_add_text (const RelanceDrawing *self,
                          const char *text,
                          double x,
                          double y,
                          double align,
                          double size)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, size);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  x -= align * width / PANGO_SCALE;
  set_black (self);
  cairo_move_to (self->cr, get_left (self, x, (double) width / PANGO_SCALE), y);
  pango_cairo_show_layout (self->cr, layout);
}

void
relance_drawing_add_area (const RelanceDrawing *self,
                          RelanceInk ink,
                          double x,
                          double y,
                          double width,
                          double height)
{
  double left = get_left (self, x, width);

  if (width <= 0 || height <= 0)
    return;
  set_ink (self, ink);
  if (ink == RELANCE_INK_HATCHED)
    draw_hatch (self, left, y, width, height);
  if (ink == RELANCE_INK_HATCHED || ink == RELANCE_INK_OUTLINED)
    {
      draw_outline (self, left, y, width, height);
      return;
    }
  cairo_rectangle (self->cr, left, y, width, height);
  cairo_fill (self->cr);
}

void
relance_drawing_add_line (const RelanceDrawing *self,
                          double x1,
                          double y1,
                          double x2,
                          double y2,
                          double thickness)
{
  set_black (self);
  cairo_set_line_width (self->cr, thickness);
  cairo_move_to (self->cr, get_left (self, x1, 0), y1);
  cairo_line_to (self->cr, get_left (self, x2, 0), y2);
  cairo_stroke (self->cr);
}

/* A dot, or a ring that covers what is beneath. */
void
relance_drawing_add_dot (const RelanceDrawing *self,
                         double x,
                         double y,
                         double radius,
                         gboolean filled)
{
  cairo_new_path (self->cr);
  cairo_arc (self->cr, get_left (self, x, 0), y, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (self->cr, !filled, !filled, !filled);
  cairo_fill_preserve (self->cr);
  set_black (self);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
}

/**
 * relance_drawing_add_keys:
 * @inks: what areas are filled with
 * @texts: what each stands for
 * @y: of the top of the first line; they take as many as they need
 *
 * Returns: the top of the line below
 */
double
relance_drawing_add_keys (const RelanceDrawing *self,
                          const RelanceInk *inks,
                          const char *const *texts,
                          guint n_keys,
                          double y)
{
  double x = 0;

  for (guint i = 0; i < n_keys; i++)
    {
      double width = SWATCH + SWATCH_GAP +
                     relance_drawing_measure (self, texts[i], RELANCE_DRAWING_SIZE);

      if (x > 0 && x + width > self->width)
        {
          x = 0;
          y += RELANCE_DRAWING_LINE;
        }
      relance_drawing_add_area (self, inks[i], x, y + 2, SWATCH, SWATCH);
      relance_drawing_add_text (self, texts[i], x + SWATCH + SWATCH_GAP, y, 0,
                                RELANCE_DRAWING_SIZE);
      x += width + KEY_GAP;
    }
  return y + RELANCE_DRAWING_LINE;
}

/**
 * relance_drawing_add_paragraph:
 * @width: what its lines are at most
 * @drawn: or else it is only measured
 *
 * Returns: how high it is
 */
double
relance_drawing_add_paragraph (const RelanceDrawing *self,
                               const char *text,
                               double x,
                               double y,
                               double width,
                               gboolean drawn)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, RELANCE_DRAWING_SIZE);
  int height;

  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_get_size (layout, NULL, &height);
  if (drawn)
    {
      set_black (self);
      cairo_move_to (self->cr, get_left (self, x, width), y);
      pango_cairo_show_layout (self->cr, layout);
    }
  return (double) height / PANGO_SCALE;
}
