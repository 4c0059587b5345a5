/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_TIMELINE (relance_client_timeline_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientTimeline, relance_client_timeline, RELANCE, CLIENT_TIMELINE, AdwPreferencesGroup)

/* What happened to a client, newest first, a few at a time; a row leads to what it speaks of. */
void relance_client_timeline_show     (RelanceClientTimeline *self,
                                       GPtrArray             *events,
                                       RelanceDate            today);
void relance_client_timeline_start_over (RelanceClientTimeline *self);

G_END_DECLS
