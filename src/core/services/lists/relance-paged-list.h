/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-desk.h"
#include "relance-listing.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_PLACE (relance_place_get_type ())
G_DECLARE_FINAL_TYPE (RelancePlace, relance_place, RELANCE, PLACE, GObject)

/**
 * RelancePlace:
 *
 * A place in a list. Its property "record" (an invoice or a client, %NULL until it has been read) changes
 * when the book does, or when the day does that its state was derived for.
 */
gpointer          relance_place_get_record        (RelancePlace            *self);
RelanceDate       relance_place_get_today         (RelancePlace            *self);

/**
 * RelancePlaceWatch:
 * @changed: called with @data when the place has another record
 *
 * What "notify::record" does, for the cells of a table: thousands of them turn to other places whenever
 * the table scrolls far, which would take longer by signals than all else about them.
 */
typedef struct
{
  void (* changed) (gpointer data);
  gpointer data;
  GList link; /* of the place's, while it is watched */
} RelancePlaceWatch;

void              relance_place_watch             (RelancePlace            *self,
                                                   RelancePlaceWatch       *watch);
void              relance_place_unwatch           (RelancePlace            *self,
                                                   RelancePlaceWatch       *watch);

#define RELANCE_TYPE_PAGED_LIST (relance_paged_list_get_type ())
G_DECLARE_FINAL_TYPE (RelancePagedList, relance_paged_list, RELANCE, PAGED_LIST, GObject)

/**
 * RelancePagedList:
 *
 * The rows of a query as a #GListModel of #RelancePlace, read page by page as they are looked at, so
 * that its length costs nothing. Follows the book. Emits "answered" when the first rows of a new query
 * are there, "counted" when its length, ids and totals are, and "failed" with a #GError when the book
 * could not be read. Main thread only.
 */
void              relance_paged_list_prepare      (RelanceDesk             *desk);
RelancePagedList *relance_paged_list_new          (RelanceDesk             *desk,
                                                   const RelanceListReader *reader);
void              relance_paged_list_set_query    (RelancePagedList        *self,
                                                   gconstpointer            query);
void              relance_paged_list_refresh      (RelancePagedList        *self);
GArray           *relance_paged_list_get_ids      (RelancePagedList        *self);
GArray           *relance_paged_list_get_totals   (RelancePagedList        *self);

G_END_DECLS
