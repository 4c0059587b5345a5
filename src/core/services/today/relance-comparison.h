/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-dashboard.h"

G_BEGIN_DECLS

/**
 * RelanceComparison:
 * @now: the figures
 * @day: of @now
 * @is_today: whether @day is today
 * @before: (nullable): the figures of an earlier day, %NULL where the book holds no history of it
 * @before_day: of @before, as relance_comparison_get_day_before() says
 * @has_others: whether there are figures in other currencies, of which these say nothing
 *
 * The figures of one currency beside what they were a month before.
 */
typedef struct
{
  const RelanceCurrencyFigures *now;
  RelanceDate                   day;
  gboolean                      is_today;
  const RelanceCurrencyFigures *before;
  RelanceDate                   before_day;
  gboolean                      has_others;
} RelanceComparison;

RelanceDate relance_comparison_get_day_before   (RelanceDate                   day);
int         relance_comparison_get_percent      (const RelanceCurrencyFigures *figures);
int         relance_comparison_get_percent_of_amounts
                                                (const RelanceCurrencyFigures *figures);
char       *relance_comparison_describe_owed    (const RelanceComparison      *self,
                                                 int                          *direction);
char       *relance_comparison_describe_overdue (const RelanceComparison      *self,
                                                 int                          *direction);
char       *relance_comparison_describe_rate    (const RelanceComparison      *self,
                                                 int                          *direction);

G_END_DECLS
