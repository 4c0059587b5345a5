/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-comparison.h"

G_BEGIN_DECLS

/**
 * RelanceExplanation:
 * @title: what the figure is called
 * @words: the formula in words
 * @sum: (nullable): the formula with the numbers put in, and what it comes to; %NULL where there is
 *   too little to compute with
 * @basis: how many invoices went into it, and of which days
 * @note: (nullable): what else one should know to read it
 *
 * How a figure is computed, in sentences of the user's language.
 */
typedef struct
{
  char *title;
  char *words;
  char *sum;
  char *basis;
  char *note;
} RelanceExplanation;

/* Of the figures themselves. */
RelanceExplanation *relance_explain_owed          (const RelanceComparison      *comparison);
RelanceExplanation *relance_explain_overdue       (const RelanceComparison      *comparison);
RelanceExplanation *relance_explain_rate          (const RelanceComparison      *comparison);
RelanceExplanation *relance_explain_months        (const RelanceComparison      *comparison);
RelanceExplanation *relance_explain_ageing        (const char                   *currency,
                                                   RelanceDate                   day,
                                                   const RelanceTally           *bands);

/* Of the statistics, which relance_dashboard_load_whole() has. */
RelanceExplanation *relance_explain_dso           (const RelanceCurrencyFigures *figures,
                                                   RelanceDate                   day);
RelanceExplanation *relance_explain_dso_simple    (const RelanceCurrencyFigures *figures,
                                                   RelanceDate                   day);
RelanceExplanation *relance_explain_dso_best      (const RelanceCurrencyFigures *figures,
                                                   RelanceDate                   day);
RelanceExplanation *relance_explain_median_late   (const RelanceCurrencyFigures *figures);
RelanceExplanation *relance_explain_weighted_late (const RelanceCurrencyFigures *figures);
RelanceExplanation *relance_explain_open_at_90    (const RelanceCurrencyFigures *figures);

gulong              relance_explanation_count_days (double                       days);
char               *relance_explanation_dup_days  (double                        days);
char               *relance_explanation_dup_share (double                        share,
                                                   int                           part,
                                                   int                           whole);
char               *relance_explanation_dup_text  (const RelanceExplanation     *self);
RelanceExplanation *relance_explanation_copy      (const RelanceExplanation     *self);
void                relance_explanation_free      (RelanceExplanation           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceExplanation, relance_explanation_free)

G_END_DECLS
