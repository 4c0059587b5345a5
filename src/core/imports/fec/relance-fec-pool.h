/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-fec-matching.h"

G_BEGIN_DECLS

/**
 * RelanceFecPool:
 * @debts: (element-type int): indices of lines, by date of issue
 * @credits: (element-type int): indices of payments, credit notes and refunds, by date
 * @settlements: (element-type RelanceFecSettlement): what was found
 * @first_open: no debt before it has anything left
 * @effort: how much more may be tried; a file that exhausts it is matched less cleverly
 *
 * Debts and credits among which those are to be found that belong together.
 */
typedef struct
{
  RelanceFecLedger    *ledger;
  RelanceFecDocuments *documents;
  GArray              *debts;
  GArray              *credits;
  GArray              *settlements;
  GHashTable          *by_amount;
  GArray              *next_equal;
  guint                first_open;
  gint64               effort;
} RelanceFecPool;

/* Days: as far as the file goes. */
#define RELANCE_FEC_ANY_TIME (G_MAXINT / 4)

RelanceFecLine *relance_fec_pool_get_line       (const RelanceFecPool *self,
                                                 int                   index);
void            relance_fec_pool_settle         (RelanceFecPool       *self,
                                                 int                   debt,
                                                 int                   credit);
void            relance_fec_pool_pay_cited      (RelanceFecPool       *self,
                                                 int                   credit);
void            relance_fec_pool_index_amounts  (RelanceFecPool       *self);
void            relance_fec_pool_pay_equal      (RelanceFecPool       *self,
                                                 int                   credit,
                                                 int                   days_ahead);
void            relance_fec_pool_pay_sum        (RelanceFecPool       *self,
                                                 int                   credit);
void            relance_fec_pool_pay_oldest     (RelanceFecPool       *self,
                                                 int                   credit,
                                                 int                   days_ahead);

G_END_DECLS
