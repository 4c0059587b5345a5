/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-strip.h"

/* Whichever is there; what a family cannot write, another one does. */
#define FAMILIES "Adwaita Sans, Cantarell, Noto Sans, Liberation Sans, sans-serif"

/* From line to line, and where the letters of one stand, for each point of their size. */
#define LEADING (RELANCE_LETTER_LEADING / RELANCE_LETTER_SIZE)
#define BASELINE (0.72 * LEADING)

#define HAIRLINE 0.5
#define GREY 0.6

/* One line of a layout. @y: its baseline. */
typedef struct
{
  PangoLayout *layout;
  PangoLayoutLine *line;
  double x;
  double y;
} Piece;

static void
clear_piece (Piece *piece)
{
  pango_layout_line_unref (piece->line);
  g_object_unref (piece->layout);
}

/* Without ligatures: some are one character to those who search or copy the words. */
static PangoAttrList *
make_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  return attributes;
}

/* Marks that turn the direction around would turn the rest of a sentence too; and nothing that
 * has no shape is drawn.
 *
 * Returns: (transfer full) */
static char *
dup_drawable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *drawable = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        continue;
      g_string_append_unichar (drawable, c != '\n' && g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free_and_steal (drawable);
}

/**
 * relance_letter_strip_new:
 *
 * Returns: (transfer full): an empty one
 */
RelanceLetterStrip *
relance_letter_strip_new (double width, double before)
{
  RelanceLetterStrip *self = g_new0 (RelanceLetterStrip, 1);

  self->width = width;
  self->before = before;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) clear_piece);
  return self;
}

void
relance_letter_strip_free (RelanceLetterStrip *self)
{
  g_array_unref (self->pieces);
  g_clear_pointer (&self->code, relance_qr_code_free);
  g_free (self);
}

static double
get_size (PangoLayout *layout)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);

  return (double) pango_font_description_get_size (font) / PANGO_SCALE;
}

static void
add_piece (RelanceLetterStrip *self, PangoLayout *layout, int index, double x, double y)
{
  Piece piece = {
    .layout = g_object_ref (layout),
    .line = pango_layout_line_ref (pango_layout_get_line_readonly (layout, index)),
    .x = x,
    .y = y + BASELINE * get_size (layout),
  };

  g_array_append_val (self->pieces, piece);
}

static double
get_line_width (PangoLayout *layout, int index)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, index), NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/**
 * relance_letter_strip_add:
 * @x: where the text starts, or where it ends
 * @y: its top
 *
 * Adds all lines of @layout.
 *
 * Returns: where they end; the height is at least that
 */
double
relance_letter_strip_add (RelanceLetterStrip *self,
                          PangoLayout *layout,
                          double x,
                          double y,
                          RelanceLetterAlign align)
{
  int n_lines = pango_layout_get_line_count (layout);

  for (int i = 0; i < n_lines; i++)
    {
      double shift = align == RELANCE_LETTER_END ? get_line_width (layout, i) : 0;

      add_piece (self, layout, i, x - shift, y);
      y += LEADING * get_size (layout);
    }
  self->height = MAX (self->height, y);
  return y;
}

/* One line only, of a paragraph that pages may part. */
void
relance_letter_strip_add_line (RelanceLetterStrip *self, PangoLayout *layout, int line, double x)
{
  add_piece (self, layout, line, x, 0);
  self->height = LEADING * get_size (layout);
}

static void
draw_pieces (const RelanceLetterStrip *self, cairo_t *cr)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      cairo_move_to (cr, piece->x, piece->y);
      pango_cairo_show_layout_line (cr, piece->line);
    }
}

static void
draw_lines (const RelanceLetterStrip *self, cairo_t *cr)
{
  if (self->framed)
    cairo_rectangle (cr, 0, 0, self->width, self->height);
  if (self->ruled)
    {
      cairo_move_to (cr, 0, self->height);
      cairo_line_to (cr, self->width, self->height);
    }
  cairo_set_line_width (cr, HAIRLINE);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  cairo_stroke (cr);
}

/* With the top left corner at the origin. */
void
relance_letter_strip_draw (const RelanceLetterStrip *self, cairo_t *cr)
{
  draw_lines (self, cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (self->code != NULL)
    relance_qr_code_draw (self->code, cr, self->width - RELANCE_LETTER_CODE_SIZE,
                          (self->height - RELANCE_LETTER_CODE_SIZE) / 2, RELANCE_LETTER_CODE_SIZE);
  draw_pieces (self, cr);
}

/**
 * relance_letter_setting_lay_out:
 * @text: lines and all
 * @size: in points, before it is scaled
 * @width: where lines break, within a word if need be
 *
 * Returns: (transfer full): @text from left to right, whatever it begins with
 */
PangoLayout *
relance_letter_setting_lay_out (const RelanceLetterSetting *self,
                                const char *text,
                                double size,
                                double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *drawable = dup_drawable (text);
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);
  g_autoptr (PangoAttrList) attributes = make_attributes ();

  pango_font_description_set_absolute_size (font, size * self->scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, drawable, -1);
  return layout;
}

void
relance_letter_layout_embolden (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = make_attributes ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
}
