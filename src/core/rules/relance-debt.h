/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "relance-date.h"

G_BEGIN_DECLS

/**
 * RelanceDebt:
 * @label: what the invoice was for, or %NULL
 * @issued: when the invoice was, or %RELANCE_DATE_NONE
 * @amount: of the instalment, in minor units
 * @balance: what remains due of it
 * @silent_until: the last day on which no reminder is to speak of it, or %RELANCE_DATE_NONE
 * @attached: whether the invoice itself goes with the letter
 *
 * An instalment, as a rule one that is not settled, with what a letter says of its invoice.
 */
typedef struct
{
  gint64       invoice_id;
  gint64       instalment_id;
  char        *number;
  char        *label;
  char         currency[4];
  gint64       amount;
  gint64       balance;
  RelanceDate  issued;
  RelanceDate  due;
  RelanceDate  silent_until;
  gboolean     attached;
} RelanceDebt;

/* What is owed in one currency, in minor units. */
typedef struct
{
  char   currency[4];
  gint64 amount;
} RelanceDebtTotal;

GPtrArray   *relance_debts_new        (void);
RelanceDebt *relance_debt_new         (const char        *number,
                                       const char        *currency,
                                       gint64             balance,
                                       RelanceDate        due);
void         relance_debt_free        (RelanceDebt       *self);
int          relance_debt_get_days_late (const RelanceDebt *self,
                                       RelanceDate        today);
const RelanceDebt *relance_debts_find_oldest (GPtrArray       *debts);
GArray      *relance_debts_sum        (GPtrArray         *debts);

G_END_DECLS
