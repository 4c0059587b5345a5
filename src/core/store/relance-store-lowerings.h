/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enums.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceLoweringFact:
 * @amount: of the instalment, in minor units
 * @kind: what lowered it, or 0 when nothing did
 * @lowered: by how much, in minor units
 *
 * An instalment and one of the things that lowered it: several facts when they are several.
 */
typedef struct
{
  gint64              invoice_id;
  char               *number;
  char                currency[4];
  gint64              instalment_id;
  RelanceDate         due;
  gint64              amount;
  RelancePaymentKind  kind;
  RelanceDate         date;
  gint64              lowered;
} RelanceLoweringFact;

GArray *relance_store_list_lowerings (RelanceStore  *self,
                                      gint64         client_id,
                                      gint64         invoice_id,
                                      GError       **error);

G_END_DECLS
