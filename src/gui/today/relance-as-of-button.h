/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_AS_OF_BUTTON (relance_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (RelanceAsOfButton, relance_as_of_button, RELANCE, AS_OF_BUTTON, AdwBin)

/**
 * RelanceAsOfButton:
 *
 * Says for which day the figures are, and lets one choose another: by a calendar, by typing it,
 * or by what people ask for most. Emits "day-changed" when the user chose.
 */
void        relance_as_of_button_set_today (RelanceAsOfButton *self,
                                            RelanceDate        today);
RelanceDate relance_as_of_button_get_day   (RelanceAsOfButton *self);
void        relance_as_of_button_go_back   (RelanceAsOfButton *self);
void        relance_as_of_button_open      (RelanceAsOfButton *self);

G_END_DECLS
