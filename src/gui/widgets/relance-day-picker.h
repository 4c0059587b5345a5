/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DAY_PICKER (relance_day_picker_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDayPicker, relance_day_picker, RELANCE, DAY_PICKER, GtkBox)

/**
 * RelanceDayPicker:
 *
 * A calendar, and a place to type a day as people write it. With its property "ahead" only a day after
 * today will do. Emits "day-chosen" with the RelanceDate, and says itself what is wrong with any other.
 */
void relance_day_picker_show (RelanceDayPicker *self,
                              RelanceDate       today,
                              RelanceDate       day);

G_END_DECLS
