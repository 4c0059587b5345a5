/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-field-note.h"

#include "relance-wording.h"

struct _RelanceFieldNote
{
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  GtkWidget *field; /* borrowed: it stands in the same list */
};

G_DEFINE_FINAL_TYPE (RelanceFieldNote, relance_field_note, ADW_TYPE_PREFERENCES_ROW)

static void
relance_field_note_class_init (RelanceFieldNoteClass *klass)
{
}

static void
relance_field_note_init (RelanceFieldNote *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
show_text (RelanceFieldNote *self, const char *text, gboolean wrong)
{
  const char *classes[] = { wrong ? "error" : "dimmed", "caption", "field-note", NULL };

  gtk_label_set_label (self->label, text ? text : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->label), classes);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);

  if (wrong)
    gtk_widget_add_css_class (self->field, "error");
  else
    gtk_widget_remove_css_class (self->field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text ? text : "", -1);
}

/**
 * relance_field_note_new:
 * @field: what it speaks of
 */
GtkWidget *
relance_field_note_new (GtkWidget *field)
{
  RelanceFieldNote *self = g_object_new (RELANCE_TYPE_FIELD_NOTE, NULL);

  self->field = field;
  return GTK_WIDGET (self);
}

/* For a note that a template made. */
void
relance_field_note_set_field (RelanceFieldNote *self, GtkWidget *field)
{
  g_return_if_fail (RELANCE_IS_FIELD_NOTE (self));

  self->field = field;
}

/**
 * relance_field_note_add_below:
 * @field: a row of a list, where the note becomes the next row
 *
 * Returns: (transfer none): the note
 */
GtkWidget *
relance_field_note_add_below (GtkWidget *field)
{
  GtkWidget *note = relance_field_note_new (field);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (field));

  gtk_list_box_insert (list, note, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (field)) + 1);
  return note;
}

/**
 * relance_field_note_say:
 * @text: (nullable): what is wrong, or %NULL when nothing is
 */
void
relance_field_note_say (RelanceFieldNote *self, const char *text)
{
  g_return_if_fail (RELANCE_IS_FIELD_NOTE (self));

  show_text (self, text, text != NULL);
}

/**
 * relance_field_note_explain:
 * @text: (nullable): what was understood, or what to know; nothing is wrong
 */
void
relance_field_note_explain (RelanceFieldNote *self, const char *text)
{
  g_return_if_fail (RELANCE_IS_FIELD_NOTE (self));

  show_text (self, text, FALSE);
}

/**
 * relance_field_note_say_error:
 * @error: (nullable): what went wrong, or %NULL when nothing did
 */
void
relance_field_note_say_error (RelanceFieldNote *self, const GError *error)
{
  g_autofree char *sentence = error ? relance_wording_error (error) : NULL;

  relance_field_note_say (self, sentence);
}
