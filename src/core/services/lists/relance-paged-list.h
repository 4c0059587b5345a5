/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-listing.h"
#include "relance-place.h"

G_BEGIN_DECLS

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
