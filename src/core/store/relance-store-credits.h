/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceCreditFact:
 * @is_credit_note: or else a payment
 * @amount: minor units, above 0: what counts towards no invoice
 *
 * What clients have to their credit, in one currency.
 */
typedef struct
{
  char     currency[4];
  gboolean is_credit_note;
  int      count;
  gint64   amount;
} RelanceCreditFact;

GArray *relance_store_list_credits (RelanceStore  *self,
                                    RelanceDate    as_of,
                                    GError       **error);

G_END_DECLS
