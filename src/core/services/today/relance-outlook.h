/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-cash.h"
#include "relance-habit-pick.h"

G_BEGIN_DECLS

/* Below so many settled ones in the whole book, a forecast would be a guess. */
#define RELANCE_OUTLOOK_ENOUGH 5

/* How many clients are named as slow, and as reliable. */
#define RELANCE_OUTLOOK_CLIENTS 5

/**
 * RelanceOutlook:
 * @day: whose outlook it is
 * @settled: how many instalments were settled by then, in all currencies: what it is told from
 *
 * What is likely to come in, and who pays slowly or reliably: what the book as a whole tells.
 */
typedef struct
{
  RelanceDate  day;
  int          settled;
  GPtrArray   *forecasts;    /* RelanceCurrencyForecast, of what is open */
  GHashTable  *picks;        /* currency → RelanceHabitPick */
  GHashTable  *client_names; /* by id */
} RelanceOutlook;

RelanceOutlook         *relance_outlook_load            (RelanceBook     *book,
                                                         RelanceDate      as_of,
                                                         int              weeks,
                                                         GError         **error);
const RelanceCash      *relance_outlook_get_cash        (RelanceOutlook  *self,
                                                         const char      *currency);
const RelanceHabitPick *relance_outlook_get_pick        (RelanceOutlook  *self,
                                                         const char      *currency);
const char             *relance_outlook_get_client_name (RelanceOutlook  *self,
                                                         gint64           client_id);
void                    relance_outlook_free            (RelanceOutlook  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceOutlook, relance_outlook_free)

G_END_DECLS
