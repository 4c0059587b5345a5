/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-dashboard.h"

G_BEGIN_DECLS

/**
 * RelanceCredits:
 * @notes: credit notes that are not used up, with what is left of them
 * @payments: what was received and counts towards no invoice: over-payments, and money that came
 *   before its invoice
 *
 * What clients have to their credit in one currency. It lowers no band of the aged balance, for
 * nobody said yet which invoice it is for.
 */
typedef struct
{
  char         currency[4];
  RelanceTally notes;
  RelanceTally payments;
} RelanceCredits;

GArray         *relance_credits_load (RelanceBook  *book,
                                      RelanceDate   as_of,
                                      GError      **error);
RelanceCredits  relance_credits_find (GArray       *credits,
                                      const char   *currency);

G_END_DECLS
