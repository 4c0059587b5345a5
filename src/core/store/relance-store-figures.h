/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceInstalmentFact:
 * @balance: minor units; 0 when it is settled
 * @lowered: when it was last paid, credited or given up, which settles it where there is no
 *   balance; %RELANCE_DATE_NONE when it never was
 * @credited: the part that credit notes or a corrected invoice took away
 * @given_up: the part that was written off
 *
 * What an instalment brings to the figures of Today.
 */
typedef struct
{
  gint64       client_id;
  char         currency[4];
  RelanceDate  issued;
  RelanceDate  due;
  gint64       amount;
  gint64       balance;
  RelanceDate  lowered;
  gint64       credited;
  gint64       given_up;
} RelanceInstalmentFact;

GArray     *relance_store_list_figures      (RelanceStore  *self,
                                             RelanceDate    as_of,
                                             RelanceDate    since,
                                             GError       **error);
GHashTable *relance_store_list_client_names (RelanceStore  *self,
                                             GError       **error);

G_END_DECLS
