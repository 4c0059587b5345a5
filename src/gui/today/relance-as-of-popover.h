/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_AS_OF_POPOVER (relance_as_of_popover_get_type ())
G_DECLARE_FINAL_TYPE (RelanceAsOfPopover, relance_as_of_popover, RELANCE, AS_OF_POPOVER, GtkPopover)

/**
 * RelanceAsOfPopover:
 *
 * The days that people ask for most, a calendar, and a place to type any other one. Emits
 * "day-chosen" with the RelanceDate.
 */
GtkWidget *relance_as_of_popover_new  (void);
void       relance_as_of_popover_show (RelanceAsOfPopover *self,
                                       RelanceDate         today,
                                       RelanceDate         day);

G_END_DECLS
