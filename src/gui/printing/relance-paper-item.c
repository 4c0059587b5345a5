/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "printing/relance-paper-item.h"

#include <math.h>

#define TITLE_SIZE 18
#define HEADING_SIZE 12
#define VALUE_SIZE 16
#define SIZE RELANCE_DRAWING_SIZE
#define LINE RELANCE_DRAWING_LINE
#define GAP 6
#define LARGE_GAP 14
#define COLUMN_GAP 8
#define VALUE_SHARE 0.32
#define INDENT 10
#define THIN 0.25

/* Of a line that may be long. */
static double
measure_wrapped (const RelanceDrawing *drawing, const char *text)
{
  return relance_drawing_add_paragraph (drawing, text, INDENT, 0, drawing->width - INDENT, FALSE);
}

static double
get_picture_height (const RelancePaperItem *self)
{
  cairo_rectangle_t extents;

  cairo_recording_surface_get_extents (self->picture, &extents);
  return extents.height;
}

static void
draw_line (const RelancePaperItem *self, const RelanceDrawing *drawing)
{
  relance_drawing_add_text (drawing, "•", 0, 0, 0, SIZE);
  relance_drawing_add_paragraph (drawing, self->text, INDENT, 0, drawing->width - INDENT, TRUE);
}

/* The value, and beside it what it is and what it is made of. */
static void
draw_figure (const RelancePaperItem *self, const RelanceDrawing *drawing)
{
  double x = drawing->width * VALUE_SHARE;

  relance_drawing_add_text (drawing, self->text, 0, 0, 0, VALUE_SIZE);
  relance_drawing_add_text (drawing, self->name, x, -2, 0, SIZE + 1);
  relance_drawing_add_text (drawing, self->caption, x, LINE - 1, 0, SIZE - 1);
}

static void
draw_picture (const RelancePaperItem *self, const RelanceDrawing *drawing)
{
  cairo_set_source_surface (drawing->cr, self->picture, 0, 0);
  cairo_paint (drawing->cr);
}

static const char *
get_cell (const RelancePaperItem *self, guint column)
{
  return self->kind == RELANCE_PAPER_TITLES
           ? relance_figure_table_get_title (self->table, column)
           : relance_figure_table_get_text (self->table, self->row, column);
}

static void
draw_row (const RelancePaperItem *self, const RelanceDrawing *drawing)
{
  double x = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      gboolean is_number = relance_figure_table_is_number (self->table, i);
      double width = g_array_index (self->columns, double, i);

      relance_drawing_add_text (drawing, get_cell (self, i), is_number ? x + width : x, 0,
                                is_number ? 1 : 0, self->size);
      x += width + COLUMN_GAP;
    }
  relance_drawing_add_line (drawing, 0, LINE, drawing->width, LINE,
                            self->kind == RELANCE_PAPER_TITLES ? 4 * THIN : THIN);
}

static double
measure_column (RelanceFigureTable *table, guint column, const RelanceDrawing *drawing)
{
  double widest =
    relance_drawing_measure (drawing, relance_figure_table_get_title (table, column), SIZE);

  for (guint row = 0; row < relance_figure_table_count_rows (table); row++)
    widest = fmax (widest, relance_drawing_measure (
                             drawing, relance_figure_table_get_text (table, row, column), SIZE));
  return widest;
}

/**
 * relance_paper_item_fit_columns:
 * @size: (out): of the text: smaller than usual where the table is wider than the paper
 *
 * Returns: (transfer full) (element-type double): what each column needs; what the paper has more
 *   is shared by all
 */
GArray *
relance_paper_item_fit_columns (RelanceFigureTable *table,
                                const RelanceDrawing *drawing,
                                double *size)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_columns = relance_figure_table_count_columns (table);
  double room = drawing->width - COLUMN_GAP * (n_columns - 1.0);
  double sum = 0, scale;

  for (guint i = 0; i < n_columns; i++)
    {
      double width = measure_column (table, i, drawing);

      g_array_append_val (columns, width);
      sum += width;
    }
  scale = fmin (1, room / sum);
  for (guint i = 0; i < n_columns; i++)
    {
      double *width = &g_array_index (columns, double, i);

      *width = *width * scale + (room - sum * scale) / n_columns;
    }
  *size = SIZE * scale;
  return columns;
}

/* Sets the height. */
void
relance_paper_item_measure (RelancePaperItem *self, const RelanceDrawing *drawing)
{
  switch (self->kind)
    {
    case RELANCE_PAPER_TITLE:
      self->height = TITLE_SIZE + LARGE_GAP;
      break;
    case RELANCE_PAPER_SUBTITLE:
      self->height = LINE + LARGE_GAP;
      break;
    case RELANCE_PAPER_HEADING:
      self->height = LARGE_GAP + HEADING_SIZE + LARGE_GAP;
      break;
    case RELANCE_PAPER_LINE:
      self->height = measure_wrapped (drawing, self->text) + GAP;
      break;
    case RELANCE_PAPER_FIGURE:
      self->height = 2 * LINE + GAP;
      break;
    case RELANCE_PAPER_PICTURE:
      self->height = get_picture_height (self) + LARGE_GAP;
      break;
    case RELANCE_PAPER_TITLES:
    case RELANCE_PAPER_ROW:
    default:
      self->height = LINE + 3;
      break;
    }
}

/* From the top of @drawing. */
void
relance_paper_item_draw (const RelancePaperItem *self, const RelanceDrawing *drawing)
{
  switch (self->kind)
    {
    case RELANCE_PAPER_TITLE:
      relance_drawing_add_text (drawing, self->text, 0, 0, 0, TITLE_SIZE);
      break;
    case RELANCE_PAPER_SUBTITLE:
      relance_drawing_add_text (drawing, self->text, 0, 0, 0, SIZE + 1);
      break;
    case RELANCE_PAPER_HEADING:
      relance_drawing_add_text (drawing, self->text, 0, LARGE_GAP, 0, HEADING_SIZE);
      break;
    case RELANCE_PAPER_LINE:
      draw_line (self, drawing);
      break;
    case RELANCE_PAPER_FIGURE:
      draw_figure (self, drawing);
      break;
    case RELANCE_PAPER_PICTURE:
      draw_picture (self, drawing);
      break;
    case RELANCE_PAPER_TITLES:
    case RELANCE_PAPER_ROW:
    default:
      draw_row (self, drawing);
      break;
    }
}

/* What means nothing without what follows. */
gboolean
relance_paper_item_keeps_next (const RelancePaperItem *self)
{
  return self->kind == RELANCE_PAPER_TITLE || self->kind == RELANCE_PAPER_SUBTITLE ||
         self->kind == RELANCE_PAPER_HEADING || self->kind == RELANCE_PAPER_TITLES;
}

void
relance_paper_item_clear (RelancePaperItem *self)
{
  g_free (self->text);
  g_free (self->name);
  g_free (self->caption);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->table, relance_figure_table_unref);
  g_clear_pointer (&self->columns, g_array_unref);
}
