/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a value of an axis. */
typedef char * (* RelanceAxisFormat) (double   value,
                                      gpointer data);

/* An axis from zero up: @n_steps of @step each, at least one. */
typedef struct
{
  double step;
  int    n_steps;
} RelanceAxis;

RelanceAxis relance_axis_fit     (double             largest,
                                  double             unit);
double      relance_axis_get_top (const RelanceAxis *self);

G_END_DECLS
