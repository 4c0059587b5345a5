/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Charts on white paper: what is printed and what is saved as a picture. The screen has widgets and
 * a theme instead. Places are in points (1/72 inch) from the corner where reading starts, so that
 * whoever draws need not think of languages that are read from right to left.
 */
typedef struct
{
  cairo_t *cr;
  double   width;
  double   height;
  gboolean rtl;
} RelanceDrawing;

/* Draws a chart within the width and the height of @drawing. */
typedef void (* RelanceDraw) (const RelanceDrawing *drawing,
                              gpointer              data);

/* What an area is filled with; no two are told apart by their colour alone. */
typedef enum
{
  RELANCE_INK_BLUE,
  RELANCE_INK_HATCHED,
  RELANCE_INK_OUTLINED,
  RELANCE_INK_LIGHTEST,
  RELANCE_INK_LIGHT,
  RELANCE_INK_STRONG,
  RELANCE_INK_STRONGEST,
} RelanceInk;

#define RELANCE_DRAWING_SIZE 9   /* of text that is read beside a chart */
#define RELANCE_DRAWING_LINE 13  /* from one line of it to the next */

RelanceDrawing relance_drawing_start     (cairo_t              *cr,
                                          double                width,
                                          double                height);
double         relance_drawing_measure   (const RelanceDrawing *self,
                                          const char           *text,
                                          double                size);
void           relance_drawing_add_text  (const RelanceDrawing *self,
                                          const char           *text,
                                          double                x,
                                          double                y,
                                          double                align,
                                          double                size);
void           relance_drawing_add_area  (const RelanceDrawing *self,
                                          RelanceInk            ink,
                                          double                x,
                                          double                y,
                                          double                width,
                                          double                height);
void           relance_drawing_add_line  (const RelanceDrawing *self,
                                          double                x1,
                                          double                y1,
                                          double                x2,
                                          double                y2,
                                          double                thickness);
void           relance_drawing_add_dot   (const RelanceDrawing *self,
                                          double                x,
                                          double                y,
                                          double                radius,
                                          gboolean              filled);
double         relance_drawing_add_keys  (const RelanceDrawing *self,
                                          const RelanceInk     *inks,
                                          const char *const    *texts,
                                          guint                 n_keys,
                                          double                y);
double         relance_drawing_add_paragraph
                                         (const RelanceDrawing *self,
                                          const char           *text,
                                          double                x,
                                          double                y,
                                          double                width,
                                          gboolean              drawn);

G_END_DECLS
