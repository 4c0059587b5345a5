/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_GUARD_NOTES (relance_guard_notes_get_type ())
G_DECLARE_FINAL_TYPE (RelanceGuardNotes, relance_guard_notes, RELANCE, GUARD_NOTES, GtkBox)

/**
 * RelanceGuardNotes:
 *
 * What the guard says of a draft: what stops it first, then what the user decides. Emits
 * "pointed-out" and "mended" as RelanceGuardRow does, and "put-off" when the letter is to be
 * read again the next day.
 */
void relance_guard_notes_show  (RelanceGuardNotes  *self,
                                const char         *blocked,
                                const RelanceDraft *draft,
                                gboolean            to_files);
void relance_guard_notes_clear (RelanceGuardNotes  *self);

G_END_DECLS
