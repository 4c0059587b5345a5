/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_LIMITS_GROUP (relance_limits_group_get_type ())
G_DECLARE_FINAL_TYPE (RelanceLimitsGroup, relance_limits_group, RELANCE, LIMITS_GROUP, AdwPreferencesGroup)

/**
 * RelanceLimitsGroup:
 *
 * How often a client hears from us at most, whatever the plan says: it can only be made slower. What
 * is chosen is saved by itself.
 */
void relance_limits_group_set_desk (RelanceLimitsGroup *self,
                                    RelanceDesk        *desk);
void relance_limits_group_load     (RelanceLimitsGroup *self);

G_END_DECLS
