/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceFigure:
 * @balance: minor units; 0 when it is settled
 * @settled: when it was settled; does not count while there is a balance
 *
 * What an instalment brings to the figures of Today.
 */
typedef struct
{
  gint64       client_id;
  char         currency[4];
  RelanceDate  due;
  gint64       balance;
  gint64       amount;
  RelanceDate  settled;
} RelanceFigure;

GArray *relance_store_list_figures (RelanceStore  *self,
                                    RelanceDate    since,
                                    GError       **error);

G_END_DECLS
