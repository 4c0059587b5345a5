/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-terms-law.h"

#define MOST_DAYS 60
#define MOST_DAYS_EOM 45

/* Every day of issue that there is: the months of four years, a leap year among them. */
#define DAYS_IN_4_YEARS 1461

/* The later of the two ways in which "45 days end of month" is counted: both are in use. */
static RelanceDate
find_latest_eom (RelanceDate issued)
{
  const RelanceTerms days_first = { RELANCE_TERMS_NET_EOM, MOST_DAYS_EOM, 0 };
  const RelanceTerms days_last = { RELANCE_TERMS_EOM_NET, MOST_DAYS_EOM, 0 };

  return MAX (relance_terms_get_due (&days_first, issued),
              relance_terms_get_due (&days_last, issued));
}

/**
 * relance_terms_judge_invoice:
 * @terms: what two businesses agreed, not none
 * @issued: the day of one invoice
 *
 * The law of France between businesses (Code de commerce, L441-10, I): 60 days after
 * the invoice is issued, or, where it is expressly agreed, 45 days end of month. Trades
 * with a law of their own (L441-11) are not known here.
 *
 * Returns: what the due date of that invoice goes beyond
 */
RelanceTermsExcess
relance_terms_judge_invoice (const RelanceTerms *terms, RelanceDate issued)
{
  RelanceDate due = relance_terms_get_due (terms, issued);

  if (due <= issued + MOST_DAYS)
    return RELANCE_TERMS_EXCESS_NONE;
  if (terms->mode == RELANCE_TERMS_NET)
    return RELANCE_TERMS_EXCESS_60_DAYS;

  return due <= find_latest_eom (issued) ? RELANCE_TERMS_EXCESS_NONE
                                         : RELANCE_TERMS_EXCESS_45_DAYS_EOM;
}

/**
 * relance_terms_judge:
 * @terms: what two businesses agreed, not none
 *
 * Returns: what @terms go beyond on some days of issue, as relance_terms_judge_invoice()
 *   says it: "60 jours fin de mois" is within the law for some invoices and not for others
 */
RelanceTermsExcess
relance_terms_judge (const RelanceTerms *terms)
{
  RelanceDate first = relance_date_new (2024, 1, 1);

  for (RelanceDate issued = first; issued < first + DAYS_IN_4_YEARS; issued++)
    {
      RelanceTermsExcess excess = relance_terms_judge_invoice (terms, issued);

      if (excess != RELANCE_TERMS_EXCESS_NONE)
        return excess;
    }

  return RELANCE_TERMS_EXCESS_NONE;
}
