/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/relance-drawing.h"
#include "relance-figure-table.h"

G_BEGIN_DECLS

typedef enum
{
  RELANCE_PAPER_TITLE = 1,
  RELANCE_PAPER_SUBTITLE,
  RELANCE_PAPER_HEADING,
  RELANCE_PAPER_LINE,
  RELANCE_PAPER_FIGURE,
  RELANCE_PAPER_PICTURE,
  RELANCE_PAPER_TITLES, /* of a table */
  RELANCE_PAPER_ROW,
} RelancePaperKind;

/**
 * RelancePaperItem:
 * @height: with the room below it
 * @text: (nullable): of a title, a heading or a line; the value of a figure
 * @name: (nullable): of a figure
 * @caption: (nullable): of a figure
 * @picture: (nullable): of a chart
 * @table: (nullable): of titles and of a row
 * @columns: (nullable) (element-type double): how wide each of its columns is
 * @size: of its text
 *
 * What stays together on a page.
 */
typedef struct
{
  RelancePaperKind    kind;
  double              height;
  char               *text;
  char               *name;
  char               *caption;
  cairo_surface_t    *picture;
  RelanceFigureTable *table;
  GArray             *columns;
  double              size;
  guint               row;
} RelancePaperItem;

GArray  *relance_paper_item_fit_columns (RelanceFigureTable     *table,
                                        const RelanceDrawing   *drawing,
                                        double                 *size);
void     relance_paper_item_measure    (RelancePaperItem       *self,
                                        const RelanceDrawing   *drawing);
void     relance_paper_item_draw       (const RelancePaperItem *self,
                                        const RelanceDrawing   *drawing);
gboolean relance_paper_item_keeps_next (const RelancePaperItem *self);
void     relance_paper_item_clear      (RelancePaperItem       *self);

G_END_DECLS
