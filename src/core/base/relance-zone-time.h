/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "relance-date.h"

G_BEGIN_DECLS

/* Civil time elsewhere and UTC seconds. */
GTimeZone   *relance_zone_find    (const char  *name);
gint64       relance_zone_to_utc  (GTimeZone   *zone,
                                   RelanceDate  date,
                                   int          minutes);
RelanceDate  relance_zone_to_date (GTimeZone   *zone,
                                   gint64       utc,
                                   int         *minutes);

G_END_DECLS
