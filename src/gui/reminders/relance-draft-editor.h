/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-desk.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_DRAFT_EDITOR (relance_draft_editor_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDraftEditor, relance_draft_editor, RELANCE, DRAFT_EDITOR, GtkBox)

/**
 * RelanceDraftEditor:
 *
 * A letter to one client, and the tone, language and stage it is written in.
 * What the user types is never lost: it is kept in the book, and set aside
 * when the letter is written anew. Emits "changed" when the draft or what the guard
 * says of it changed.
 */
void                relance_draft_editor_set_desk    (RelanceDraftEditor *self,
                                                      RelanceDesk        *desk);
void                relance_draft_editor_open        (RelanceDraftEditor *self,
                                                      gint64              client_id);
void                relance_draft_editor_refresh     (RelanceDraftEditor *self);
void                relance_draft_editor_close       (RelanceDraftEditor *self);
void                relance_draft_editor_show        (RelanceDraftEditor *self,
                                                      RelanceDraft       *draft);
void                relance_draft_editor_set_tone    (RelanceDraftEditor *self,
                                                      RelanceTone         tone);
const RelanceDraft *relance_draft_editor_get_draft   (RelanceDraftEditor *self);
void                relance_draft_editor_set_without (RelanceDraftEditor *self,
                                                      GArray             *invoice_ids);
void                relance_draft_editor_leave_out   (RelanceDraftEditor *self,
                                                      GArray             *invoice_ids);
void                relance_draft_editor_toggle_changes (RelanceDraftEditor *self);
void                relance_draft_editor_keep        (RelanceDraftEditor *self);
void                relance_draft_editor_point_out   (RelanceDraftEditor *self,
                                                      const RelanceGuardNote *note);
void                relance_draft_editor_mend        (RelanceDraftEditor *self,
                                                      const RelanceGuardNote *note);

G_END_DECLS
