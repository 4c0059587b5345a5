/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_FIELD_NOTE (relance_field_note_get_type ())
G_DECLARE_FINAL_TYPE (RelanceFieldNote, relance_field_note, RELANCE, FIELD_NOTE, AdwPreferencesRow)

/* A row below a field that says what is wrong with it, or what was understood; hidden while there
 * is nothing to say. */
GtkWidget *relance_field_note_new (GtkWidget        *field);
GtkWidget *relance_field_note_add_below (GtkWidget  *field);
void       relance_field_note_set_field (RelanceFieldNote *self,
                                   GtkWidget        *field);
void       relance_field_note_say (RelanceFieldNote *self,
                                   const char       *text);
void       relance_field_note_say_error (RelanceFieldNote *self,
                                         const GError     *error);
void       relance_field_note_explain (RelanceFieldNote *self,
                                   const char       *text);

G_END_DECLS
