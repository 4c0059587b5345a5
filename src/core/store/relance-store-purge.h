/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store.h"

G_BEGIN_DECLS

/* What is removed from a book with a mark on it, in the order in which it can go for good. */
typedef enum
{
  RELANCE_TOMBSTONE_ATTACHMENT = 1,
  RELANCE_TOMBSTONE_INVOICE,
  RELANCE_TOMBSTONE_PAYMENT,
  RELANCE_TOMBSTONE_CONTACT,
  RELANCE_TOMBSTONE_CLIENT,
} RelanceTombstone;

/**
 * RelanceQuarter:
 * @change: the first change that was made in a quarter of an hour
 * @at: when, in UTC seconds, by the clock of that moment
 */
typedef struct
{
  gint64 change;
  gint64 at;
} RelanceQuarter;

GArray   *relance_store_list_quarters   (RelanceStore      *self,
                                         gint64             after,
                                         GError           **error);
GArray   *relance_store_list_purgeable  (RelanceStore      *self,
                                         RelanceTombstone   what,
                                         gint64             up_to,
                                         int                limit,
                                         GError           **error);
gboolean  relance_store_purge           (RelanceStore      *self,
                                         RelanceTombstone   what,
                                         GArray            *ids,
                                         GError           **error);

G_END_DECLS
