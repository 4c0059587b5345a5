/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

/**
 * RelanceExpectation:
 * @date: when it is expected to be settled, in days since the epoch and parts of one
 * @median_date: what the client's own median of days since issue says, else everybody's
 * @earliest: of the days between which it is settled in about 80 of 100 cases
 * @latest: the last of them
 */
typedef struct
{
  double      date;
  double      median_date;
  RelanceDate earliest;
  RelanceDate latest;
} RelanceExpectation;

/**
 * RelanceBacktest:
 * @n: how many could be predicted, for something was settled before they were issued
 * @mae: mean absolute error of the expected date, in days; NAN with @n of 0, as the others
 * @within_3: share that was settled within 3 days of it, 0 to 1
 * @within_7: the same with 7
 * @coverage: share that was settled between the earliest and the latest
 * @due_mae: mean absolute error of the due date
 * @median_mae: of the client's own median, else everybody's
 *
 * How far predictions were from what happened.
 */
typedef struct
{
  int    n;
  double mae;
  double within_3;
  double within_7;
  double coverage;
  double due_mae;
  double median_mae;
} RelanceBacktest;

typedef struct _RelanceForecaster RelanceForecaster;

RelanceForecaster *relance_forecaster_new          (GArray             *claims);
void               relance_forecaster_free         (RelanceForecaster  *self);
RelanceBacktest    relance_forecaster_get_backtest (RelanceForecaster  *self);
gboolean           relance_forecaster_expect       (RelanceForecaster  *self,
                                                    const RelanceClaim *claim,
                                                    RelanceExpectation *expectation);
gboolean           relance_forecaster_expect_date  (RelanceForecaster  *self,
                                                    const RelanceClaim *claim,
                                                    RelanceExpectation *expectation);
double             relance_forecaster_get_settled  (RelanceForecaster  *self,
                                                    const RelanceClaim *claim,
                                                    const RelanceExpectation *expectation,
                                                    RelanceDate         day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceForecaster, relance_forecaster_free)

G_END_DECLS
