/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "charts/relance-chart-picture.h"
#include "relance-figure-table.h"

G_BEGIN_DECLS

/* How wide what is printed is, in units that are those of a drawing; on the paper about points. */
#define RELANCE_PAPER_WIDTH 500

/**
 * RelancePaper:
 *
 * Something to print: headings, lines, figures, charts and tables, one below the other, black on
 * white. It keeps nothing of what was put into it, so that the window may go on meanwhile.
 */
typedef struct _RelancePaper RelancePaper;

RelancePaper *relance_paper_new           (const char                *title,
                                           const char                *subtitle);
void          relance_paper_free          (RelancePaper              *self);

void          relance_paper_add_heading   (RelancePaper              *self,
                                           const char                *text);
void          relance_paper_add_line      (RelancePaper              *self,
                                           const char                *text);
void          relance_paper_add_figure    (RelancePaper              *self,
                                           const char                *value,
                                           const char                *name,
                                           const char                *caption);
void          relance_paper_add_picture   (RelancePaper              *self,
                                           const RelanceChartPicture *picture);
void          relance_paper_add_table     (RelancePaper              *self,
                                           RelanceFigureTable        *table);

int           relance_paper_paginate      (RelancePaper              *self,
                                           double                     height);
void          relance_paper_draw_page     (RelancePaper              *self,
                                           cairo_t                   *cr,
                                           int                        page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelancePaper, relance_paper_free)

G_END_DECLS
