/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_PLACE (relance_place_get_type ())
G_DECLARE_FINAL_TYPE (RelancePlace, relance_place, RELANCE, PLACE, GObject)

/**
 * RelancePlace:
 *
 * A place in a list. Its property "record" (an invoice or a client, %NULL until it has been read) changes
 * when the book does, or when the day does that its state was derived for.
 */
gpointer    relance_place_get_record (RelancePlace      *self);
RelanceDate relance_place_get_today  (RelancePlace      *self);
void        relance_place_set        (RelancePlace      *self,
                                      GObject           *record,
                                      RelanceDate        today);

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

void        relance_place_watch      (RelancePlace      *self,
                                      RelancePlaceWatch *watch);
void        relance_place_unwatch    (RelancePlace      *self,
                                      RelancePlaceWatch *watch);

G_END_DECLS
