/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

/**
 * RelanceSpan:
 * @days: from the beginning to the end, or to the day of the look
 * @ended: whether what one waits for happened; else nobody knows when it will
 */
typedef struct
{
  int      days;
  gboolean ended;
} RelanceSpan;

/**
 * RelanceSurvivalStep:
 * @days: at which something ended
 * @open: the share still open after it, 0 to 1
 * @ended: how many ended then
 * @watched: of how many that were still watched
 */
typedef struct
{
  int    days;
  double open;
  guint  ended;
  guint  watched;
} RelanceSurvivalStep;

GArray *relance_survival_new        (GArray       *spans);
double  relance_survival_get_open   (GArray       *steps,
                                     int           days);
double  relance_survival_get_median (GArray       *steps);

G_END_DECLS
