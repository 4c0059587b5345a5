/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-explanation.h"

G_BEGIN_DECLS

/**
 * RelanceFigureText:
 * @value: the figure itself
 * @name: what it is
 * @caption: what it is made of
 * @change: (nullable): how it moved since an earlier day; "" keeps its place
 * @direction: of that move: 1 for up, -1 for down, 0 for not at all
 * @mood: whether the move is good news: 1, bad: -1, or neither: 0
 */
typedef struct
{
  const char *value;
  const char *name;
  const char *caption;
  const char *change;
  int         direction;
  int         mood;
} RelanceFigureText;

#define RELANCE_TYPE_FIGURE (relance_figure_get_type ())
G_DECLARE_FINAL_TYPE (RelanceFigure, relance_figure, RELANCE, FIGURE, AdwBin)

/**
 * RelanceFigure:
 *
 * A large figure with its name, what it is made of and how it moved, and how it is computed. A
 * button to the list behind it, which emits "activated", unless there is no such list.
 */
void relance_figure_set             (RelanceFigure            *self,
                                     const RelanceFigureText  *text);
void relance_figure_set_explanation (RelanceFigure            *self,
                                     const RelanceExplanation *explanation);
void relance_figure_get             (RelanceFigure            *self,
                                     RelanceFigureText        *text);
void relance_figure_set_opens       (RelanceFigure            *self,
                                     gboolean                  opens);

G_END_DECLS
