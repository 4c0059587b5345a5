/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-payment-terms-tokens.h"
#include "relance-payment-terms-words.h"

G_BEGIN_DECLS

enum
{
  RELANCE_TERMS_PERIODS,
  RELANCE_TERMS_DATES,
};

/**
 * RelanceTermsClause:
 * @says: flags of #RelanceTermsSaying
 * @current: what the last period or end of month led to, or %RELANCE_DATE_NONE
 * @from_period: @current is a period that an end of month may round up
 * @from_month: @current is an end of month that a period may follow
 * @latest: of the periods, of the dates, or %RELANCE_DATE_NONE
 * @differing: there are several, and they are not the same
 */
typedef struct
{
  const RelanceTermsToken *tokens;
  guint                    n_tokens;
  RelanceDate              issued;

  int                      says;
  RelanceDate              current;
  gboolean                 from_period;
  gboolean                 from_month;
  RelanceDate              latest[2];
  gboolean                 differing[2];
} RelanceTermsClause;

void relance_payment_terms_clause_read (RelanceTermsClause *clause);

G_END_DECLS
