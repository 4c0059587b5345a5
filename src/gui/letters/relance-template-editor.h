/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_TEMPLATE_EDITOR (relance_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (RelanceTemplateEditor,
                      relance_template_editor,
                      RELANCE,
                      TEMPLATE_EDITOR,
                      GtkBox)

/**
 * RelanceTemplateEditor:
 *
 * The words of a letter with their variables; below them, what is wrong. Emits "changed" when
 * somebody typed.
 */
void  relance_template_editor_set_text   (RelanceTemplateEditor *self,
                                          const char            *text,
                                          gboolean               undoable);
char *relance_template_editor_dup_text   (RelanceTemplateEditor *self);
void  relance_template_editor_insert     (RelanceTemplateEditor *self,
                                          const char            *variable);
void  relance_template_editor_show_notes (RelanceTemplateEditor *self,
                                          GPtrArray             *notes);

G_END_DECLS
