/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_GUARD_ROW (relance_guard_row_get_type ())
G_DECLARE_FINAL_TYPE (RelanceGuardRow, relance_guard_row, RELANCE, GUARD_ROW, GtkBox)

/**
 * RelanceGuardRow:
 *
 * One thing the guard says: the words it is about, why, and kinder ones where there are any.
 * Emits "pointed-out" when the user asks where the words stand, "mended" to have the kinder
 * ones in their place; both with the RelanceGuardNote.
 */
GtkWidget              *relance_guard_row_new      (const char             *icon,
                                                    const RelanceGuardNote *note);
const RelanceGuardNote *relance_guard_row_get_note (RelanceGuardRow        *self);

G_END_DECLS
