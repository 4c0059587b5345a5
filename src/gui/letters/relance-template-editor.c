/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-template-editor.h"

#include "relance-letter-notes.h"
#include "widgets/relance-announcing.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RelanceTemplateEditor
{
  GtkBox parent_instance;

  /* Template */
  GtkTextView *text;
  GtkTextBuffer *buffer;
  GtkRevealer *revealer;
  GtkWidget *fault;
  GtkLabel *fault_text;

  /* State */
  int line; /* of what is wrong, from 0; -1 for none */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RelanceTemplateEditor, relance_template_editor, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* @end: before the end of the line */
static gboolean
get_line (RelanceTemplateEditor *self, GtkTextIter *start, GtkTextIter *end)
{
  if (self->line < 0 || self->line >= gtk_text_buffer_get_line_count (self->buffer))
    return FALSE;

  gtk_text_buffer_get_iter_at_line (self->buffer, start, self->line);
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
  return TRUE;
}

static void
mark_line (RelanceTemplateEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, "fault", &start, &end);
  if (get_line (self, &start, &end))
    gtk_text_buffer_apply_tag_by_name (self->buffer, "fault", &start, &end);
}

/* What is not said to the client stands back from what is. */
static void
mark_variables (RelanceTemplateEditor *self)
{
  GtkTextIter start, end, opening, closing;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, "variable", &start, &end);
  while (gtk_text_iter_forward_search (&start, "{{", 0, &opening, &closing, NULL) &&
         gtk_text_iter_forward_search (&closing, "}}", 0, NULL, &start, NULL))
    gtk_text_buffer_apply_tag_by_name (self->buffer, "variable", &opening, &start);
}

static void
colour_variables (RelanceTemplateEditor *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkTextTag *tag =
    gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), "variable");
  GdkRGBA colour;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style),
                                       adw_style_manager_get_dark (style), &colour);
  g_object_set (tag, "foreground-rgba", &colour, NULL);
}

static void
text_changed_cb (RelanceTemplateEditor *self)
{
  mark_variables (self);
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Leads to what is wrong, and selects it. */
static void
fault_clicked_cb (RelanceTemplateEditor *self)
{
  GtkTextIter start, end;

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  if (!get_line (self, &start, &end))
    return;

  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_iter (self->text, &start, 0.1, FALSE, 0, 0);
}

static gboolean
relance_template_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RELANCE_TEMPLATE_EDITOR (widget)->text));
}

static void
relance_template_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_TEMPLATE_EDITOR);

  G_OBJECT_CLASS (relance_template_editor_parent_class)->dispose (object);
}

static void
relance_template_editor_class_init (RelanceTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_template_editor_dispose;
  widget_class->grab_focus = relance_template_editor_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_TEMPLATE_EDITOR,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-template-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateEditor, text);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateEditor, revealer);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateEditor, fault);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateEditor, fault_text);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_clicked_cb);
}

static void
relance_template_editor_init (RelanceTemplateEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->line = -1;
  gtk_text_buffer_create_tag (self->buffer, "variable", NULL);
  colour_variables (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (colour_variables), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::accent-color",
                           G_CALLBACK (colour_variables), self, G_CONNECT_SWAPPED);
  gtk_text_buffer_create_tag (self->buffer, "fault", "underline", PANGO_UNDERLINE_ERROR, NULL);
}

/**
 * relance_template_editor_set_text:
 * @undoable: whether one step takes it back; else it is another letter
 */
void
relance_template_editor_set_text (RelanceTemplateEditor *self, const char *text, gboolean undoable)
{
  GtkTextIter start, end;

  g_return_if_fail (RELANCE_IS_TEMPLATE_EDITOR (self));

  self->filling = TRUE;
  if (undoable)
    gtk_text_buffer_begin_user_action (self->buffer);
  else
    gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  if (undoable)
    gtk_text_buffer_end_user_action (self->buffer);
  else
    gtk_text_buffer_end_irreversible_action (self->buffer);
  self->filling = FALSE;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  relance_template_editor_show_notes (self, NULL);
}

/**
 * relance_template_editor_dup_text:
 *
 * Returns: (transfer full): the words as they stand there
 */
char *
relance_template_editor_dup_text (RelanceTemplateEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (RELANCE_IS_TEMPLATE_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * relance_template_editor_insert:
 * @variable: what to write at the cursor, which goes where its “|” stands
 */
void
relance_template_editor_insert (RelanceTemplateEditor *self, const char *variable)
{
  g_auto (GStrv) parts = g_strsplit (variable, "|", 2);
  GtkTextIter cursor;

  g_return_if_fail (RELANCE_IS_TEMPLATE_EDITOR (self));

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, FALSE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, parts[0], -1);
  if (parts[1] != NULL)
    gtk_text_buffer_insert_at_cursor (self->buffer, parts[1], -1);
  gtk_text_buffer_end_user_action (self->buffer);

  if (parts[1] != NULL)
    {
      gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                        gtk_text_buffer_get_insert (self->buffer));
      gtk_text_iter_backward_chars (&cursor, (int) g_utf8_strlen (parts[1], -1));
      gtk_text_buffer_place_cursor (self->buffer, &cursor);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * relance_template_editor_show_notes:
 * @notes: (nullable) (element-type RelanceLetterNote): what is wrong with the words
 */
void
relance_template_editor_show_notes (RelanceTemplateEditor *self, GPtrArray *notes)
{
  const RelanceLetterNote *note = NULL;
  gboolean was_wrong;

  g_return_if_fail (RELANCE_IS_TEMPLATE_EDITOR (self));

  if (notes != NULL && notes->len > 0)
    note = g_ptr_array_index (notes, 0);

  /* A line of a part is none of this letter. */
  self->line = note != NULL && note->part == NULL ? (int) note->line - 1 : -1;
  mark_line (self);
  was_wrong = gtk_revealer_get_reveal_child (self->revealer);
  gtk_revealer_set_reveal_child (self->revealer, note != NULL);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
    note != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (note == NULL)
    return;

  if (!was_wrong || strcmp (gtk_label_get_label (self->fault_text), note->text) != 0)
    relance_announce (GTK_WIDGET (self->text), note->text,
                      GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->fault_text, note->text);
}
