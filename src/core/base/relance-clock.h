/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLOCK (relance_clock_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClock, relance_clock, RELANCE, CLOCK, GObject)

RelanceClock *relance_clock_new_system  (void);
RelanceClock *relance_clock_new_fixed   (RelanceDate    today,
                                         int            minutes);
RelanceClock *relance_clock_new_running_from (RelanceClock *start);
RelanceClock *relance_clock_new_parsed  (const char    *text,
                                         GError       **error);
RelanceDate   relance_clock_get_today   (RelanceClock  *self);
int           relance_clock_get_minutes (RelanceClock  *self);
gint64        relance_clock_get_now     (RelanceClock  *self);
gboolean      relance_clock_is_fixed    (RelanceClock  *self);

/* Local civil time and UTC seconds, for the machine's own zone. */
gint64        relance_clock_to_utc      (RelanceDate    date,
                                         int            minutes);
RelanceDate   relance_clock_to_date     (gint64         utc,
                                         int           *minutes);
char         *relance_clock_to_rfc3339  (gint64         utc);

G_END_DECLS
