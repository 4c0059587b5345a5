/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_LATER_POPOVER (relance_later_popover_get_type ())
G_DECLARE_FINAL_TYPE (RelanceLaterPopover, relance_later_popover, RELANCE, LATER_POPOVER, GtkPopover)

/**
 * RelanceLaterPopover:
 *
 * When a letter that is put off comes back: the days people ask for most, a calendar, and a place
 * to type any other one. Emits "day-chosen" with the RelanceDate, always after today, and "paused"
 * when the client is to be left out for a reason.
 */
void relance_later_popover_set_today (RelanceLaterPopover *self,
                                      RelanceDate          today);

G_END_DECLS
