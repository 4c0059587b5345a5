/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "printing/relance-paper.h"

#include "printing/relance-paper-item.h"

#include <glib/gi18n.h>

#define FOOTER_HEIGHT (2 * RELANCE_DRAWING_LINE)

struct _RelancePaper
{
  GArray *items;    /* RelancePaperItem */
  GArray *pages;    /* guint: the first item of each */
  double height;    /* of a page, without its footer */
  cairo_t *scratch; /* what texts are measured with */
};

static const RelancePaperItem *
get_item (RelancePaper *self, guint index)
{
  return &g_array_index (self->items, RelancePaperItem, index);
}

static void
add_item (RelancePaper *self, RelancePaperItem item)
{
  RelanceDrawing drawing = relance_drawing_start (self->scratch, RELANCE_PAPER_WIDTH, 0);

  relance_paper_item_measure (&item, &drawing);
  g_array_append_val (self->items, item);
}

static void
add_row (RelancePaper *self,
         RelancePaperKind kind,
         RelanceFigureTable *table,
         GArray *columns,
         double size,
         guint row)
{
  add_item (self, (RelancePaperItem) { .kind = kind,
                                       .table = relance_figure_table_ref (table),
                                       .columns = g_array_ref (columns),
                                       .size = size,
                                       .row = row });
}

static cairo_surface_t *
make_recording (double height)
{
  const cairo_rectangle_t extents = { 0, 0, RELANCE_PAPER_WIDTH, height };

  return cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
}

/* Of what cannot be parted: an item, and what follows as long as each keeps the next. */
static double
measure_together (RelancePaper *self, guint first)
{
  double height = 0;

  for (guint i = first; i < self->items->len; i++)
    {
      height += get_item (self, i)->height;
      if (!relance_paper_item_keeps_next (get_item (self, i)))
        break;
    }
  return height;
}

/* A table that goes on is titled again. */
static const RelancePaperItem *
find_titles (RelancePaper *self, guint first)
{
  if (get_item (self, first)->kind != RELANCE_PAPER_ROW)
    return NULL;
  while (get_item (self, first)->kind != RELANCE_PAPER_TITLES)
    first--;
  return get_item (self, first);
}

/* Where the page that starts with @first ends; it holds one item at least. */
static guint
fill_page (RelancePaper *self, guint first)
{
  const RelancePaperItem *titles = find_titles (self, first);
  double left = self->height - (titles != NULL ? titles->height : 0);
  gboolean kept = FALSE;
  guint i = first;

  while (i < self->items->len)
    {
      if (!kept && i > first && measure_together (self, i) > left)
        break;
      left -= get_item (self, i)->height;
      kept = relance_paper_item_keeps_next (get_item (self, i));
      i++;
    }
  return i;
}

static double
draw_item (const RelancePaperItem *item, cairo_t *cr)
{
  RelanceDrawing drawing = relance_drawing_start (cr, RELANCE_PAPER_WIDTH, item->height);

  relance_paper_item_draw (item, &drawing);
  cairo_translate (cr, 0, item->height);
  return item->height;
}

static void
draw_footer (RelancePaper *self, cairo_t *cr, int page)
{
  RelanceDrawing drawing = relance_drawing_start (cr, RELANCE_PAPER_WIDTH, FOOTER_HEIGHT);
  /* Translators: at the foot of a printed page: its number, and how many there are. */
  g_autofree char *text =
    g_strdup_printf (_ ("Page %1$d of %2$d"), page + 1, (int) self->pages->len);

  relance_drawing_add_text (&drawing, text, RELANCE_PAPER_WIDTH, RELANCE_DRAWING_LINE, 1,
                            RELANCE_DRAWING_SIZE);
}

/**
 * relance_paper_new:
 * @title: what it is
 * @subtitle: of when, and of what
 */
RelancePaper *
relance_paper_new (const char *title, const char *subtitle)
{
  RelancePaper *self = g_new0 (RelancePaper, 1);
  cairo_surface_t *scratch = make_recording (1);

  self->scratch = cairo_create (scratch);
  self->items = g_array_new (FALSE, FALSE, sizeof (RelancePaperItem));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (self->items, (GDestroyNotify) relance_paper_item_clear);
  cairo_surface_destroy (scratch);
  add_item (self, (RelancePaperItem) { .kind = RELANCE_PAPER_TITLE, .text = g_strdup (title) });
  add_item (self,
            (RelancePaperItem) { .kind = RELANCE_PAPER_SUBTITLE, .text = g_strdup (subtitle) });
  return self;
}

void
relance_paper_free (RelancePaper *self)
{
  g_array_unref (self->items);
  g_array_unref (self->pages);
  cairo_destroy (self->scratch);
  g_free (self);
}

void
relance_paper_add_heading (RelancePaper *self, const char *text)
{
  add_item (self, (RelancePaperItem) { .kind = RELANCE_PAPER_HEADING, .text = g_strdup (text) });
}

/* One of a list. */
void
relance_paper_add_line (RelancePaper *self, const char *text)
{
  add_item (self, (RelancePaperItem) { .kind = RELANCE_PAPER_LINE, .text = g_strdup (text) });
}

void
relance_paper_add_figure (RelancePaper *self,
                          const char *value,
                          const char *name,
                          const char *caption)
{
  add_item (self, (RelancePaperItem) { .kind = RELANCE_PAPER_FIGURE,
                                       .text = g_strdup (value),
                                       .name = g_strdup (name),
                                       .caption = g_strdup (caption) });
}

/* It is drawn at once. */
void
relance_paper_add_picture (RelancePaper *self, const RelanceChartPicture *picture)
{
  cairo_surface_t *recording = make_recording (picture->height);
  cairo_t *cr = cairo_create (recording);
  RelanceDrawing drawing = relance_drawing_start (cr, RELANCE_PAPER_WIDTH, picture->height);

  picture->draw (&drawing, picture->data);
  cairo_destroy (cr);
  add_item (self, (RelancePaperItem) { .kind = RELANCE_PAPER_PICTURE, .picture = recording });
}

void
relance_paper_add_table (RelancePaper *self, RelanceFigureTable *table)
{
  RelanceDrawing drawing = relance_drawing_start (self->scratch, RELANCE_PAPER_WIDTH, 0);
  double size;
  g_autoptr (GArray) columns = relance_paper_item_fit_columns (table, &drawing, &size);

  add_row (self, RELANCE_PAPER_TITLES, table, columns, size, 0);
  for (guint row = 0; row < relance_figure_table_count_rows (table); row++)
    add_row (self, RELANCE_PAPER_ROW, table, columns, size, row);
}

/**
 * relance_paper_paginate:
 * @height: of a page, where %RELANCE_PAPER_WIDTH is its width
 *
 * Returns: how many pages it takes
 */
int
relance_paper_paginate (RelancePaper *self, double height)
{
  self->height = height - FOOTER_HEIGHT;
  g_array_set_size (self->pages, 0);
  for (guint first = 0; first < self->items->len; first = fill_page (self, first))
    g_array_append_val (self->pages, first);
  return (int) self->pages->len;
}

/**
 * relance_paper_draw_page:
 * @page: from 0 on, of what relance_paper_paginate() returned
 */
void
relance_paper_draw_page (RelancePaper *self, cairo_t *cr, int page)
{
  guint first = g_array_index (self->pages, guint, page);
  const RelancePaperItem *titles = find_titles (self, first);
  guint end = fill_page (self, first);

  cairo_save (cr);
  if (titles != NULL)
    draw_item (titles, cr);
  for (guint i = first; i < end; i++)
    draw_item (get_item (self, i), cr);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_translate (cr, 0, self->height);
  draw_footer (self, cr, page);
  cairo_restore (cr);
}
