/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/relance-bar-data.h"
#include "relance-dashboard.h"
#include "relance-figure-table.h"

G_BEGIN_DECLS

/**
 * RelanceMonthsMeasure:
 * @currency: of the amounts; without one, invoices are counted
 *
 * The months of a currency, by what their bars stand for.
 */
typedef struct
{
  GArray     *months; /* RelanceMonth, oldest first */
  const char *currency;
} RelanceMonthsMeasure;

GArray             *relance_months_words_make_bars  (const RelanceMonthsMeasure *self);
RelanceFigureTable *relance_months_words_make_table (const RelanceMonthsMeasure *self);
char               *relance_months_words_dup_weak   (void);

G_END_DECLS
