/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CHECK_NOTES (relance_check_notes_get_type ())
G_DECLARE_FINAL_TYPE (RelanceCheckNotes, relance_check_notes, RELANCE, CHECK_NOTES, GtkBox)

/**
 * RelanceCheckNotes:
 *
 * What to look at on our own side before a letter is read. Emits "answered" when the user says that
 * it is fine; then the same is not asked again that day about that client.
 */
void relance_check_notes_show  (RelanceCheckNotes  *self,
                                const RelanceDraft *draft,
                                RelanceDate         today);
void relance_check_notes_clear (RelanceCheckNotes  *self);

G_END_DECLS
