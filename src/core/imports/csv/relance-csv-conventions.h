/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-csv-guess.h"
#include "relance-written-amount.h"
#include "relance-written-date.h"

G_BEGIN_DECLS

/* What a column called "Paid" holds. */
typedef enum
{
  RELANCE_PAID_IS_AMOUNT,
  RELANCE_PAID_IS_BOOLEAN,
  RELANCE_PAID_IS_DATE,
} RelancePaidColumn;

/**
 * RelanceConventions:
 * @decimals: by field, for those that are amounts
 * @orders: by field, for those that are dates
 *
 * How a file writes its amounts and its dates: decided by whole columns.
 */
typedef struct
{
  RelanceDecimal    decimals[RELANCE_N_FIELDS];
  RelanceDateOrder  orders[RELANCE_N_FIELDS];
  RelancePaidColumn paid;
} RelanceConventions;

void relance_csv_conventions_find (const GArray           *rows,
                                   const RelanceCsvLayout *layout,
                                   const char             *currency,
                                   RelanceConventions     *conventions);

G_END_DECLS
