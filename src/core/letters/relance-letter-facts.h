/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-account.h"
#include "relance-business.h"
#include "relance-client.h"
#include "relance-debt.h"
#include "relance-fees.h"

G_BEGIN_DECLS

/**
 * RelanceLetterSum:
 * @amount: minor units, or 0 when it is not known
 * @means: (nullable): how it was paid, as the book calls it
 *
 * An amount and its day: a payment that came, or one that was promised.
 */
typedef struct
{
  gint64       amount;
  char         currency[4];
  RelanceDate  date;
  const char  *means;
} RelanceLetterSum;

/* What the law adds to an invoice that is paid late. */
typedef struct
{
  gint64             invoice_id;
  const RelanceFees *fees;
} RelanceLetterFees;

/**
 * RelanceLetterFacts:
 * @debts: (element-type RelanceDebt): what the letter speaks of, oldest first; may be empty
 * @sender: (nullable): who writes; without one the business speaks
 * @previous: when the last message about these debts left, or %RELANCE_DATE_NONE
 * @fees: (nullable) (element-type RelanceLetterFees): of the invoices of @debts that have any and
 *   of which all is known; never said to a consumer
 * @payment: (nullable): the last payment of these invoices
 * @promise: (nullable): what the client said would come
 * @plan: (nullable) (element-type RelanceDebt): the agreed instalments that are open
 * @personal_line: (nullable): a sentence of the user's own
 * @own: (nullable) (element-type utf8 utf8): the letters that the user wrote in place of ours, by
 *   the name of ours
 *
 * All that a letter may say. Borrowed.
 */
typedef struct
{
  RelanceClient          *client;
  GPtrArray              *debts;
  const RelanceBusiness  *business;
  RelanceSender          *sender;
  RelanceDate             previous;
  RelanceDate             today;
  GArray                 *fees;
  const RelanceLetterSum *payment;
  const RelanceLetterSum *promise;
  GPtrArray              *plan;
  const char             *personal_line;
  GHashTable             *own;
} RelanceLetterFacts;

G_END_DECLS
