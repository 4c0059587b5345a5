/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceInstalmentFact:
 * @balance: minor units; 0 when it is settled
 * @settled: when it was last paid, credited or given up, or else issued; which settles it where
 *   there is no balance
 * @given_up: the part that was written off
 * @credited: the part that credit notes or a corrected invoice took away
 * @issued: of the invoice
 *
 * What an instalment brings to the figures of Today.
 */
typedef struct
{
  gint64       client_id;
  gint64       balance;
  gint64       amount;
  gint64       given_up;
  gint64       credited;
  char         currency[4];
  RelanceDate  due;
  RelanceDate  settled;
  RelanceDate  issued;
} RelanceInstalmentFact;

GArray     *relance_store_list_figures       (RelanceStore  *self,
                                              RelanceDate    since,
                                              GError       **error);
GArray     *relance_store_list_figures_as_of (RelanceStore  *self,
                                              RelanceDate    as_of,
                                              GError       **error);
GArray     *relance_store_list_figures_of_client (RelanceStore *self,
                                              gint64         client_id,
                                              GError       **error);
GStrv       relance_store_list_currencies    (RelanceStore  *self,
                                              GError       **error);
GHashTable *relance_store_list_client_names  (RelanceStore  *self,
                                              GError       **error);

G_END_DECLS
