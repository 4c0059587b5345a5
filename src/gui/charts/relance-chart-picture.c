/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-chart-picture.h"

#include <cairo-svg.h>

#define MARGIN 16
#define TITLE_SIZE 14
#define TITLE_HEIGHT 26

/* Pixels a point: sharp on a screen of today, and in a letter. */
#define PNG_SCALE 2

#define WIDTH (RELANCE_CHART_PICTURE_WIDTH + 2 * MARGIN)

static double
get_height (const RelanceChartPicture *self)
{
  return self->height + TITLE_HEIGHT + 2 * MARGIN;
}

static void
draw_picture (const RelanceChartPicture *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  RelanceDrawing title, chart;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);

  cairo_translate (cr, MARGIN, MARGIN);
  title = relance_drawing_start (cr, RELANCE_CHART_PICTURE_WIDTH, TITLE_HEIGHT);
  relance_drawing_add_text (&title, self->title, 0, 0, 0, TITLE_SIZE);

  cairo_translate (cr, 0, TITLE_HEIGHT);
  chart = relance_drawing_start (cr, RELANCE_CHART_PICTURE_WIDTH, self->height);
  self->draw (&chart, self->data);
  cairo_destroy (cr);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: (transfer full): an SVG file. */
GBytes *
relance_chart_picture_to_svg (const RelanceChartPicture *self)
{
  GByteArray *file = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_svg_surface_create_for_stream (write_cb, file, WIDTH, get_height (self));

  draw_picture (self, surface);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (file);
}

/* Returns: (transfer full): a PNG file. */
GBytes *
relance_chart_picture_to_png (const RelanceChartPicture *self)
{
  GByteArray *file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * PNG_SCALE,
                                                         (int) (get_height (self) * PNG_SCALE));

  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  draw_picture (self, surface);
  cairo_surface_write_to_png_stream (surface, write_cb, file);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (file);
}
