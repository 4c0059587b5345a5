/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-late-fees.h"
#include "relance-letter.h"
#include "relance-reminder-facts.h"

G_BEGIN_DECLS

/**
 * RelanceLetterContent:
 * @debts: (element-type RelanceDebt): what the letter speaks of: instalments or whole invoices
 * @fees: (element-type RelanceLetterFees): what it may say of fees, from @late_fees
 * @plan: (element-type RelanceDebt): the agreed instalments, empty where there is one only
 * @sums: (element-type RelanceDebtTotal): the amounts it may say beyond those of @debts
 *
 * What the book knows for a letter of one stage, beside who writes to whom.
 */
typedef struct
{
  GPtrArray            *debts;
  RelanceLateFees      *late_fees;
  GArray               *fees;
  RelanceStoredPayment *payment;
  GPtrArray            *plan;
  GArray               *sums;
} RelanceLetterContent;

RelanceLetterContent *relance_letter_content_load (RelanceBook                 *book,
                                                   const RelanceReminderFacts  *facts,
                                                   RelanceStage                 stage,
                                                   GError                     **error);
void                  relance_letter_content_free (RelanceLetterContent        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLetterContent, relance_letter_content_free)

G_END_DECLS
