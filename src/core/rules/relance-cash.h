/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-forecaster.h"

G_BEGIN_DECLS

/* How often the future is drawn. */
#define RELANCE_CASH_DRAWS 1000

/**
 * RelanceCashWeek:
 * @monday: its first day
 * @p10: what comes in, at least, in 90 of 100 draws; minor units
 * @p50: in half of them
 * @p90: in 10 of 100
 */
typedef struct
{
  RelanceDate monday;
  gint64      p10;
  gint64      p50;
  gint64      p90;
} RelanceCashWeek;

/**
 * RelanceCash:
 * @weeks: (element-type RelanceCashWeek): that of the day first
 * @all: of all the weeks together, from the first one's Monday: medians do not add up
 * @known_count: how many are drawn
 * @unknown_count: how many are open for longer than anything that was ever settled
 * @unknown_amount: what remains due of them, which is in no week
 */
typedef struct
{
  GArray          *weeks;
  RelanceCashWeek  all;
  int              known_count;
  int              unknown_count;
  gint64           unknown_amount;
} RelanceCash;

void relance_cash_compute (RelanceCash       *self,
                           RelanceForecaster *forecaster,
                           GArray            *claims,
                           RelanceDate        day,
                           int                n_weeks);
void relance_cash_clear   (RelanceCash       *self);

G_END_DECLS
