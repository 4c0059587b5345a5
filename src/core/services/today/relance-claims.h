/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"
#include "relance-store-figures.h"

G_BEGIN_DECLS

/* An instalment of the store, as the statistics look at it. */
static inline RelanceClaim
relance_claims_make (const RelanceInstalmentFact *figure)
{
  return (RelanceClaim) {
    .client_id = figure->client_id,
    .issued = figure->issued,
    .due = figure->due,
    .sold = figure->amount - figure->credited,
    .balance = figure->balance,
    .end = figure->balance > 0 ? RELANCE_DATE_NONE : figure->settled,
    .given_up = figure->given_up > 0,
  };
}

GArray *relance_claims_list (GArray     *figures,
                             const char *currency);

G_END_DECLS
