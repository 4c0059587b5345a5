/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "relance-date.h"

G_BEGIN_DECLS

/**
 * RelanceClaim:
 * @sold: its amount less what credit notes took away, in minor units
 * @balance: what remains due of it
 * @end: when it was settled or given up; %RELANCE_DATE_NONE while there is a balance
 * @given_up: whether the rest was written off: it ended, but was never settled
 *
 * What the statistics look at: an instalment of one currency as it was on some day. An
 * invoice without a schedule has one.
 */
typedef struct
{
  gint64      client_id;
  RelanceDate issued;
  RelanceDate due;
  gint64      sold;
  gint64      balance;
  RelanceDate end;
  gboolean    given_up;
} RelanceClaim;

/* Whether a client paid it: what was wholly credited, or given up, says nothing of habits. */
static inline gboolean
relance_claim_is_settled (const RelanceClaim *claim)
{
  return claim->sold > 0 && claim->balance == 0 && !claim->given_up;
}

/* Whether it is open past its due date; what is due that very day is not. */
static inline gboolean
relance_claim_is_overdue (const RelanceClaim *claim,
                          RelanceDate         day)
{
  return claim->balance > 0 && claim->due < day;
}

G_END_DECLS
