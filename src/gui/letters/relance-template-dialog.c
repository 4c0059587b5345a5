/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-template-dialog.h"

#include "relance-letter-files.h"
#include "relance-template-editor.h"
#include "relance-template-picker.h"
#include "relance-template-preview.h"
#include "relance-template-variables.h"
#include "relance-template-work.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

/* Long enough not to read every letter typed, short enough to be called live. */
#define SETTLE_MS 150

/* What is taken back is read first. */
#define UNDO_SECONDS 10

struct _RelanceTemplateDialog
{
  AdwDialog parent_instance;

  /* Template */
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  RelanceTemplatePicker *picker;
  RelanceTemplateEditor *editor;
  RelanceTemplatePreview *preview;

  /* Owned */
  RelanceDesk *desk;
  GPtrArray *entries; /* RelanceLetterEntry: what is saved and typed, as far as it is known here */
  RelanceLetterEntry *entry; /* borrowed: the one that is shown */

  /* State */
  guint settling;
  gboolean is_fine; /* what is shown can be saved */
};

G_DEFINE_FINAL_TYPE (RelanceTemplateDialog, relance_template_dialog, ADW_TYPE_DIALOG)

static RelanceLetterEntry *
find_entry (RelanceTemplateDialog *self, const char *name)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      RelanceLetterEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->name, name))
        return entry;
    }
  return NULL;
}

static void
tell (RelanceTemplateDialog *self, const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
tell_error (RelanceTemplateDialog *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);

  tell (self, sentence);
}

/* What is in the book: the user's own letter, or else the original. */
static char *
dup_saved (const RelanceLetterEntry *entry)
{
  return entry->own != NULL ? g_strdup (entry->own) : relance_letters_load (entry->name);
}

static gboolean
is_changed (RelanceTemplateDialog *self)
{
  return self->entry->typed != NULL;
}

static void
update (RelanceTemplateDialog *self)
{
  const RelanceLetterEntry *entry = self->entry;
  const char *state = entry->own != NULL ? _ ("In your own words") : _ ("The original");

  if (is_changed (self))
    state = _ ("Not saved yet");
  adw_window_title_set_subtitle (self->title, state);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.save",
                                 is_changed (self) && self->is_fine);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.reset",
                                 entry->own != NULL || is_changed (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.forget", is_changed (self));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceTemplateDialog) self = data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error != NULL && self->desk != NULL)
    tell_error (self, error);
}

static void
put (RelanceTemplateDialog *self, RelanceUseCase use_case)
{
  relance_desk_run_async (
    self->desk, RELANCE_LANE_BOOK, use_case,
    relance_template_words_new (self->entry->name, self->entry->own, self->entry->typed),
    (GDestroyNotify) relance_template_words_free, NULL, NULL, done_cb, g_object_ref (self));
}

/* What was typed so far is what is shown and kept. */
static void
settle (RelanceTemplateDialog *self)
{
  g_autofree char *text = relance_template_editor_dup_text (self->editor);

  g_clear_handle_id (&self->settling, g_source_remove);
  put (self, relance_template_keep_typed);
  relance_template_preview_show (self->preview, self->entry->name, text);
}

static void
settle_cb (gpointer data)
{
  RelanceTemplateDialog *self = data;

  self->settling = 0;
  settle (self);
}

static void
take_typed (RelanceTemplateDialog *self)
{
  g_autofree char *text = relance_template_editor_dup_text (self->editor);
  g_autofree char *saved = dup_saved (self->entry);

  g_set_str (&self->entry->typed, g_str_equal (text, saved) ? NULL : text);
}

static void
text_changed_cb (RelanceTemplateDialog *self)
{
  take_typed (self);
  self->is_fine = FALSE;
  update (self);
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add_once (SETTLE_MS, settle_cb, self);
}

static void
flush (RelanceTemplateDialog *self)
{
  if (self->settling != 0)
    settle (self);
}

static void
show_entry (RelanceTemplateDialog *self, gboolean undoable)
{
  g_autofree char *saved = dup_saved (self->entry);
  const char *text = self->entry->typed != NULL ? self->entry->typed : saved;

  self->is_fine = FALSE;
  relance_template_editor_set_text (self->editor, text, undoable);
  relance_template_preview_show (self->preview, self->entry->name, text);
  update (self);
}

static void
picked_cb (RelanceTemplateDialog *self)
{
  flush (self);
  self->entry = find_entry (self, relance_template_picker_get_name (self->picker));
  show_entry (self, FALSE);
}

static void
variable_chosen_cb (RelanceTemplateDialog *self, const char *variable)
{
  relance_template_editor_insert (self->editor, variable);
}

/* While somebody types on, what was tried is old. */
static void
tried_cb (RelanceTemplateDialog *self, RelanceLetterTrial *trial)
{
  if (self->settling != 0)
    return;

  self->is_fine = trial->notes->len == 0;
  relance_template_editor_show_notes (self->editor, trial->notes);
  update (self);
}

static void
save (RelanceTemplateDialog *self)
{
  g_autofree char *original = relance_letters_load (self->entry->name);
  g_autofree char *text = relance_template_editor_dup_text (self->editor);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_set_str (&self->entry->own, g_str_equal (text, original) ? NULL : text);
  g_clear_pointer (&self->entry->problem, g_free);
  g_set_str (&self->entry->typed, NULL);
  put (self, relance_template_put);
  update (self);
  tell (self, _ ("Saved"));
}

static void
bring_back_cb (RelanceTemplateDialog *self, AdwToast *toast)
{
  const RelanceTemplateWords *words = g_object_get_data (G_OBJECT (toast), "words");

  flush (self);
  self->entry = find_entry (self, words->name);
  g_set_str (&self->entry->own, words->own);
  g_set_str (&self->entry->typed, words->typed);
  relance_template_picker_show (self->picker, self->entries, self->entry->stage, self->entry);
  put (self, relance_template_put);
  show_entry (self, FALSE);
}

static void
offer_undo (RelanceTemplateDialog *self, const char *title, RelanceTemplateWords *words)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "words", words,
                          (GDestroyNotify) relance_template_words_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
forget (RelanceTemplateDialog *self, gboolean own_too)
{
  RelanceLetterEntry *entry = self->entry;
  RelanceTemplateWords *words = relance_template_words_new (entry->name, entry->own, entry->typed);

  g_clear_handle_id (&self->settling, g_source_remove);
  if (own_too)
    {
      g_set_str (&entry->own, NULL);
      g_clear_pointer (&entry->problem, g_free);
    }
  g_set_str (&entry->typed, NULL);
  put (self, own_too ? relance_template_put : relance_template_keep_typed);
  show_entry (self, FALSE);
  offer_undo (self, own_too ? _ ("This is the original again") : _ ("What was not saved is gone"),
              words);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceTemplateDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (file == NULL || self->desk == NULL)
    return;

  text = relance_letter_files_read (g_file_peek_path (file), &error);
  if (text == NULL)
    {
      tell_error (self, error);
      return;
    }

  relance_template_editor_set_text (self->editor, text, TRUE);
  text_changed_cb (self);
}

static void
open_file (RelanceTemplateDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open a Letter"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        opened_cb, g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceTemplateDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (file == NULL || self->desk == NULL)
    return;

  text = relance_template_editor_dup_text (self->editor);
  if (relance_letter_files_write (text, g_file_peek_path (file), &error))
    tell (self, _ ("Saved to the file"));
  else
    tell_error (self, error);
}

static void
write_file (RelanceTemplateDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *base = g_path_get_basename (self->entry->name);
  g_autofree char *name = g_strconcat (base, ".mustache", NULL);

  gtk_file_dialog_set_title (dialog, _ ("Save the Letter to a File"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        written_cb, g_object_ref (self));
}

static void
action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RelanceTemplateDialog *self = RELANCE_TEMPLATE_DIALOG (widget);

  if (g_str_equal (action, "letter.save"))
    save (self);
  else if (g_str_equal (action, "letter.open"))
    open_file (self);
  else if (g_str_equal (action, "letter.write"))
    write_file (self);
  else
    forget (self, g_str_equal (action, "letter.reset"));
}

static void
relance_template_dialog_closed (AdwDialog *dialog)
{
  flush (RELANCE_TEMPLATE_DIALOG (dialog));
}

static void
relance_template_dialog_dispose (GObject *object)
{
  RelanceTemplateDialog *self = RELANCE_TEMPLATE_DIALOG (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_TEMPLATE_DIALOG);

  G_OBJECT_CLASS (relance_template_dialog_parent_class)->dispose (object);
}

static void
relance_template_dialog_finalize (GObject *object)
{
  g_clear_pointer (&RELANCE_TEMPLATE_DIALOG (object)->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (relance_template_dialog_parent_class)->finalize (object);
}

static void
relance_template_dialog_class_init (RelanceTemplateDialogClass *klass)
{
  static const char *const actions[] = {
    "letter.save", "letter.reset", "letter.forget", "letter.open", "letter.write",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_template_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_template_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = relance_template_dialog_closed;

  g_type_ensure (RELANCE_TYPE_TEMPLATE_EDITOR);
  g_type_ensure (RELANCE_TYPE_TEMPLATE_PICKER);
  g_type_ensure (RELANCE_TYPE_TEMPLATE_PREVIEW);
  g_type_ensure (RELANCE_TYPE_TEMPLATE_VARIABLES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateDialog, editor);
  gtk_widget_class_bind_template_child (widget_class, RelanceTemplateDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, variable_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tried_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
relance_template_dialog_init (RelanceTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_template_dialog_new:
 * @entries: (element-type RelanceLetterEntry): all letters; changed with what is typed and saved
 * @entry: the one to show first
 */
AdwDialog *
relance_template_dialog_new (RelanceDesk *desk, GPtrArray *entries, const RelanceLetterEntry *entry)
{
  RelanceTemplateDialog *self = g_object_new (RELANCE_TYPE_TEMPLATE_DIALOG, NULL);
  const char *stage = relance_wording_stage (entry->stage);

  self->desk = g_object_ref (desk);
  self->entries = g_ptr_array_ref (entries);
  self->entry = find_entry (self, entry->name);
  adw_dialog_set_title (ADW_DIALOG (self), stage);
  adw_window_title_set_title (self->title, stage);
  relance_template_picker_show (self->picker, entries, entry->stage, entry);
  relance_template_preview_set_desk (self->preview, desk);
  show_entry (self, FALSE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->editor));
  return ADW_DIALOG (self);
}
