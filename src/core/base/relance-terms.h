/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/**
 * RelanceTermsMode:
 * @RELANCE_TERMS_NONE: nothing is agreed, or it is not known
 * @RELANCE_TERMS_RECEIPT: due the day the invoice is issued
 * @RELANCE_TERMS_NET: some days after it is issued
 * @RELANCE_TERMS_NET_EOM: some days, then the end of that month; or a day of the month
 *   after it
 * @RELANCE_TERMS_EOM_NET: the end of the month of issue, then some days
 *
 * "45 days end of month" is read in both of the last ways (Code de commerce, L441-10).
 */
typedef enum
{
  RELANCE_TERMS_NONE,
  RELANCE_TERMS_RECEIPT,
  RELANCE_TERMS_NET,
  RELANCE_TERMS_NET_EOM,
  RELANCE_TERMS_EOM_NET,
} RelanceTermsMode;

#define RELANCE_TERMS_DAYS_MAX 365

/**
 * RelanceTerms:
 * @days: 0 to %RELANCE_TERMS_DAYS_MAX; 0 where there is nothing to count
 * @month_day: 1 to 31, the day of the month after the end of month that is reached:
 *   "30 jours fin de mois le 10"; 0 for none. Only with %RELANCE_TERMS_NET_EOM.
 *
 * When an invoice is to be paid. All zeros is no terms.
 */
typedef struct
{
  RelanceTermsMode mode;
  int              days;
  int              month_day;
} RelanceTerms;

RelanceDate relance_terms_get_due  (const RelanceTerms *terms,
                                    RelanceDate         issued);
gboolean    relance_terms_equal    (const RelanceTerms *one,
                                    const RelanceTerms *other);
char       *relance_terms_to_text  (const RelanceTerms *terms);
gboolean    relance_terms_parse    (const char         *text,
                                    RelanceTerms       *terms);

G_END_DECLS
