/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"
#include "relance-dso.h"
#include "relance-lateness.h"

G_BEGIN_DECLS

/* The age at which one looks at what is still open. */
#define RELANCE_OPEN_AGE 90

/**
 * RelanceStatistics:
 * @days_to_settle: from issued to settled, the median of what is settled
 * @days_to_settle_survival: the same with what is still open, by Kaplan and Meier
 * @open_at_90: the share of what is settled that was open after %RELANCE_OPEN_AGE days, 0 to 1
 * @open_at_90_survival: the same with what is still open
 * @habits: (element-type RelanceHabit): slowest client first
 * @dso_parts: what the days sales outstanding are made of
 * @lateness_parts: what the days late are made of
 * @n_settled: how many were settled, of which @open_at_90 is a share
 * @n_settled_after: how many of them after %RELANCE_OPEN_AGE days
 * @n_watched: how many there are, settled or not
 * @survival: (element-type RelanceSurvivalStep): up to %RELANCE_OPEN_AGE days, what
 *   @open_at_90_survival is the product of
 *
 * The further figures of one currency; in days, and NAN where they are not known.
 */
typedef struct
{
  double  dso;
  double  dso_simple;
  double  dso_best;
  double  median_late;
  double  weighted_late;
  double  weighted_late_with_open;
  double  days_to_settle;
  double  days_to_settle_survival;
  double  open_at_90;
  double  open_at_90_survival;
  GArray *habits;
  RelanceDsoParts      dso_parts;
  RelanceLatenessParts lateness_parts;
  int     n_settled;
  int     n_settled_after;
  int     n_watched;
  GArray *survival;
} RelanceStatistics;

void relance_statistics_compute (RelanceStatistics  *self,
                                 GArray             *claims,
                                 RelanceDate         day);
void relance_statistics_clear   (RelanceStatistics  *self);

G_END_DECLS
