/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-terms.h"

G_BEGIN_DECLS

/**
 * RelanceTermsExcess:
 * @RELANCE_TERMS_EXCESS_NONE: the law allows it
 * @RELANCE_TERMS_EXCESS_60_DAYS: later than 60 days after issue
 * @RELANCE_TERMS_EXCESS_45_DAYS_EOM: later than 45 days end of month, the other delay
 *   that businesses may agree on, and than 60 days
 *
 * Which limit of French law terms between businesses go beyond.
 */
typedef enum
{
  RELANCE_TERMS_EXCESS_NONE,
  RELANCE_TERMS_EXCESS_60_DAYS,
  RELANCE_TERMS_EXCESS_45_DAYS_EOM,
} RelanceTermsExcess;

RelanceTermsExcess relance_terms_judge_invoice (const RelanceTerms *terms,
                                                RelanceDate         issued);
RelanceTermsExcess relance_terms_judge         (const RelanceTerms *terms);

G_END_DECLS
