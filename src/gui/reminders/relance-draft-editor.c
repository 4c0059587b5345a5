/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-draft-editor.h"

#include "relance-attachment-names.h"
#include "relance-changes.h"
#include "relance-letter-choices.h"
#include "relance-own-words.h"
#include "relance-quotes.h"
#include "relance-sitting.h"
#include "relance-subject-field.h"
#include "relance-window.h"

#include <glib/gi18n.h>

/* Long enough not to read every letter typed, short enough not to be waited for. */
#define SETTLE_MS 400

struct _RelanceDraftEditor
{
  GtkBox parent_instance;

  RelanceLetterChoices *choices;
  GtkToggleButton *show_changes;
  RelanceOwnWords *own_words;
  GtkLabel *from;
  GtkLabel *to;
  RelanceSubjectField *subject;
  GtkTextView *text;
  GtkTextBuffer *buffer;
  GtkLabel *changes;
  RelanceAttachmentNames *attachments;

  RelanceDesk *desk;
  RelanceQuotes *quotes;
  RelanceDraft *draft;
  char *written_subject; /* as the program wrote them, to tell what the user typed */
  char *written_text;
  GCancellable *drafting;

  gint64 client_id;
  GArray *without; /* ids of invoices that the letter does not speak of, or NULL */
  guint settle_id;
  gboolean filling;
  gboolean unkept;
};

G_DEFINE_FINAL_TYPE (RelanceDraftEditor, relance_draft_editor, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_address (GtkLabel *label, const char *name, const char *address, const char *missing)
{
  g_autofree char *both = NULL;

  if (address == NULL)
    gtk_label_set_label (label, missing);
  else if (name == NULL || *name == '\0')
    gtk_label_set_label (label, address);
  else
    gtk_label_set_label (label, both = g_strdup_printf ("%s <%s>", name, address));
}

static char *
dup_typed_text (RelanceDraftEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* What is the same is left alone, and with it the cursor and what can be undone. */
static void
fill_text (RelanceDraftEditor *self)
{
  g_autofree char *typed_subject = relance_subject_field_dup_text (self->subject);
  g_autofree char *typed = dup_typed_text (self);
  GtkTextIter start;

  if (!g_str_equal (typed_subject, self->draft->subject))
    relance_subject_field_set_text (self->subject, self->draft->subject);
  if (g_str_equal (typed, self->draft->text))
    return;

  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, self->draft->text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

static void
fill (RelanceDraftEditor *self)
{
  const RelanceDraft *draft = self->draft;

  self->filling = TRUE;
  relance_letter_choices_show (self->choices, draft);
  show_address (self->from, draft->from_name, draft->from,
                _ ("No sender yet: add one in Preferences"));
  relance_attachment_names_show (self->attachments, draft->attachments);
  show_address (self->to, draft->to_name, draft->to, _ ("No e-mail address for this client"));
  fill_text (self);
  self->filling = FALSE;
}

/* What is on screen is the draft. */
static void
take_typed (RelanceDraftEditor *self)
{
  g_free (self->draft->subject);
  g_free (self->draft->text);
  self->draft->subject = relance_subject_field_dup_text (self->subject);
  self->draft->text = dup_typed_text (self);
  self->draft->edited = g_strcmp0 (self->draft->subject, self->written_subject) != 0 ||
                        g_strcmp0 (self->draft->text, self->written_text) != 0;
}

/* They can be looked at as long as there are any. */
static void
update_changes (RelanceDraftEditor *self)
{
  gboolean known = relance_changes_are_known (self->draft);

  gtk_widget_set_visible (GTK_WIDGET (self->show_changes), known);
  if (!known)
    gtk_toggle_button_set_active (self->show_changes, FALSE);
  else if (gtk_toggle_button_get_active (self->show_changes))
    relance_changes_show (self->changes, self->draft);
}

static void
changes_toggled_cb (RelanceDraftEditor *self)
{
  if (self->draft == NULL)
    return;

  take_typed (self);
  update_changes (self);
}

static void
forget_draft (RelanceDraftEditor *self)
{
  g_cancellable_cancel (self->drafting);
  g_clear_object (&self->drafting);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->draft, relance_draft_free);
  g_clear_pointer (&self->written_subject, g_free);
  g_clear_pointer (&self->written_text, g_free);
  self->unkept = FALSE;
}

static void
tell_error (RelanceDraftEditor *self, const GError *error)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    relance_window_tell_error (window, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceDraftEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error != NULL)
    tell_error (self, error);
}

static void
keep (RelanceDraftEditor *self, const RelanceDraft *draft)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_sitting_keep,
                          relance_draft_copy (draft), (GDestroyNotify) relance_draft_free, NULL,
                          NULL, done_cb, g_object_ref (self));
}

static void
forget_kept (RelanceDraftEditor *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_sitting_forget,
                          g_memdup2 (&self->client_id, sizeof self->client_id), g_free, NULL, NULL,
                          done_cb, g_object_ref (self));
}

/* The letter was written anew: what the user typed, until now, is set aside first. */
static void
set_own_words_aside (RelanceDraftEditor *self)
{
  take_typed (self);
  if (!self->draft->edited)
    return;

  relance_draft_editor_keep (self);
  relance_own_words_set_aside (self->own_words, self->draft);
}

/* Else the user typed on, and it is about to be read anew. */
static gboolean
is_same_letter (const RelanceDraft *draft, const RelanceDraft *read)
{
  return g_str_equal (draft->subject, read->subject) && g_str_equal (draft->text, read->text);
}

static void
take_notes (RelanceDraftEditor *self, const RelanceDraft *read)
{
  g_clear_pointer (&self->draft->stops, g_ptr_array_unref);
  g_clear_pointer (&self->draft->warnings, g_ptr_array_unref);
  g_clear_pointer (&self->draft->checks, g_ptr_array_unref);
  self->draft->stops = g_ptr_array_ref (read->stops);
  self->draft->warnings = g_ptr_array_ref (read->warnings);
  self->draft->checks = g_ptr_array_ref (read->checks);
  self->draft->angry = read->angry;
  relance_quotes_mark (self->quotes, self->draft);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceDraftEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDraft) read = NULL;

  read = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (read == NULL)
    {
      tell_error (self, error);
      return;
    }
  if (self->draft == NULL || self->client_id != read->client_id)
    return;

  take_typed (self);
  if (is_same_letter (self->draft, read))
    take_notes (self, read);
}

static void
read_again (RelanceDraftEditor *self)
{
  take_typed (self);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_sitting_read_again,
                          relance_draft_copy (self->draft), (GDestroyNotify) relance_draft_free,
                          (GDestroyNotify) relance_draft_free, NULL, read_again_cb,
                          g_object_ref (self));
}

/* There is no such letter: what is on screen, and what it is called, stay as they were. */
static void
stay_with_draft (RelanceDraftEditor *self)
{
  if (self->draft == NULL)
    return;

  relance_letter_choices_show (self->choices, self->draft);
  read_again (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
draft_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceDraftEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDraft) draft = NULL;

  draft = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->drafting);
  if (draft == NULL)
    {
      stay_with_draft (self);
      tell_error (self, error);
      return;
    }

  if (self->draft != NULL)
    set_own_words_aside (self);
  relance_draft_editor_show (self, g_steal_pointer (&draft));
}

static void
draw_up (RelanceDraftEditor *self, RelanceUseCase use_case, RelanceDraftRequest *request)
{
  request->without = self->without;
  g_cancellable_cancel (self->drafting);
  g_clear_object (&self->drafting);
  g_clear_handle_id (&self->settle_id, g_source_remove);

  self->drafting = g_cancellable_new ();
  relance_desk_run_async (
    self->desk, RELANCE_LANE_BOOK, use_case, relance_draft_request_copy (request),
    (GDestroyNotify) relance_draft_request_free, (GDestroyNotify) relance_draft_free,
    self->drafting, draft_ready_cb, g_object_ref (self));
}

static void
choice_changed_cb (RelanceDraftEditor *self)
{
  RelanceDraftRequest request = { .client_id = self->client_id };

  if (self->draft == NULL)
    return;

  relance_draft_editor_keep (self);
  relance_letter_choices_get (self->choices, &request);
  draw_up (self, relance_sitting_draw_up, &request);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
asked_back_cb (RelanceDraftEditor *self)
{
  g_autoptr (RelanceDraft) own = relance_own_words_take (self->own_words);

  if (self->draft != NULL)
    set_own_words_aside (self);

  relance_draft_editor_show (self, g_steal_pointer (&own));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
settle_cb (gpointer user_data)
{
  RelanceDraftEditor *self = user_data;

  self->settle_id = 0;
  read_again (self);
  update_changes (self);
  relance_draft_editor_keep (self);
}

static void
text_changed_cb (RelanceDraftEditor *self)
{
  if (self->filling || self->draft == NULL)
    return;

  self->unkept = TRUE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add_once (SETTLE_MS, settle_cb, self);
}

static void
relance_draft_editor_unmap (GtkWidget *widget)
{
  relance_draft_editor_keep (RELANCE_DRAFT_EDITOR (widget));

  GTK_WIDGET_CLASS (relance_draft_editor_parent_class)->unmap (widget);
}

/* To where one writes, past what one chooses. */
static gboolean
relance_draft_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RELANCE_DRAFT_EDITOR (widget)->text));
}

static void
relance_draft_editor_dispose (GObject *object)
{
  RelanceDraftEditor *self = RELANCE_DRAFT_EDITOR (object);

  forget_draft (self);
  g_clear_pointer (&self->without, g_array_unref);
  g_clear_object (&self->quotes);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_DRAFT_EDITOR);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_draft_editor_parent_class)->dispose (object);
}

static void
relance_draft_editor_class_init (RelanceDraftEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_draft_editor_dispose;
  widget_class->unmap = relance_draft_editor_unmap;
  widget_class->grab_focus = relance_draft_editor_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_DRAFT_EDITOR, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELANCE_TYPE_ATTACHMENT_NAMES);
  g_type_ensure (RELANCE_TYPE_LETTER_CHOICES);
  g_type_ensure (RELANCE_TYPE_OWN_WORDS);
  g_type_ensure (RELANCE_TYPE_SUBJECT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-draft-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, show_changes);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, own_words);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, from);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, to);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, subject);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, text);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, changes);
  gtk_widget_class_bind_template_child (widget_class, RelanceDraftEditor, attachments);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, changes_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
relance_draft_editor_init (RelanceDraftEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->quotes = relance_quotes_new (GTK_TEXT_VIEW (self->subject), self->text);
}

void
relance_draft_editor_set_desk (RelanceDraftEditor *self, RelanceDesk *desk)
{
  g_set_object (&self->desk, desk);
}

void
relance_draft_editor_open (RelanceDraftEditor *self, gint64 client_id)
{
  RelanceDraftRequest request = { .client_id = client_id };

  relance_draft_editor_close (self);
  self->client_id = client_id;
  draw_up (self, relance_sitting_open, &request);
}

/* The facts changed: a letter nobody touched is written anew, another is read again. */
void
relance_draft_editor_refresh (RelanceDraftEditor *self)
{
  RelanceDraftRequest request = { .client_id = self->client_id };

  if (self->draft == NULL || self->drafting != NULL)
    return;

  take_typed (self);
  if (self->draft->edited)
    {
      read_again (self);
      return;
    }

  request.stage = self->draft->stage;
  request.tone = self->draft->tone;
  request.address = self->draft->address;
  request.language = self->draft->language;
  request.voice = self->draft->voice;
  request.variant = self->draft->variant;
  draw_up (self, relance_sitting_draw_up, &request);
}

void
relance_draft_editor_close (RelanceDraftEditor *self)
{
  relance_draft_editor_keep (self);
  forget_draft (self);
  relance_own_words_clear (self->own_words);
  g_clear_pointer (&self->without, g_array_unref);
  self->client_id = 0;
}

/**
 * relance_draft_editor_show:
 * @draft: (transfer full): a letter as it was written, or the user's own words
 */
void
relance_draft_editor_show (RelanceDraftEditor *self, RelanceDraft *draft)
{
  forget_draft (self);
  self->draft = draft;
  self->client_id = draft->client_id;

  /* The user's own words stay theirs until the letter is written anew. */
  self->written_subject = draft->edited ? NULL : g_strdup (draft->subject);
  self->written_text = draft->edited ? NULL : g_strdup (draft->text);

  fill (self);
  update_changes (self);
  relance_quotes_mark (self->quotes, draft);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
relance_draft_editor_set_tone (RelanceDraftEditor *self, RelanceTone tone)
{
  relance_letter_choices_set_tone (self->choices, tone);
}

/**
 * relance_draft_editor_get_draft:
 *
 * Returns: (nullable): what is on screen, or %NULL while it is being written
 */
const RelanceDraft *
relance_draft_editor_get_draft (RelanceDraftEditor *self)
{
  if (self->draft == NULL || self->drafting != NULL)
    return NULL;

  take_typed (self);
  return self->draft;
}

/* Keeps what was typed since the last time, at once. */
void
relance_draft_editor_keep (RelanceDraftEditor *self)
{
  if (!self->unkept || self->draft == NULL)
    return;

  self->unkept = FALSE;
  take_typed (self);
  if (self->draft->edited)
    keep (self, self->draft);
  else
    forget_kept (self);
}

/* Goes to the words that @note quotes. */
void
relance_draft_editor_point_out (RelanceDraftEditor *self, const RelanceGuardNote *note)
{
  if (!relance_quotes_select (self->quotes, note))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Has the kinder words of @note in the place of those it quotes, and reads the letter at once. */
void
relance_draft_editor_mend (RelanceDraftEditor *self, const RelanceGuardNote *note)
{
  g_autoptr (RelanceGuardNote) mended = relance_guard_note_copy (note);

  if (!relance_quotes_mend (self->quotes, mended))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  g_clear_handle_id (&self->settle_id, g_source_remove);
  settle_cb (self);
}

/**
 * relance_draft_editor_set_without:
 * @invoice_ids: (element-type gint64): what the letters to this client do not speak of from now
 *   on; the one on screen stays
 */
void
relance_draft_editor_set_without (RelanceDraftEditor *self, GArray *invoice_ids)
{
  g_clear_pointer (&self->without, g_array_unref);
  self->without = g_array_copy (invoice_ids);
}

/* The plan says the stages of a reminder, of what is left of it; another letter stays what it is. */
static RelanceStage
get_stage_to_keep (RelanceStage stage)
{
  return stage >= RELANCE_STAGE_FIRST && stage <= RELANCE_STAGE_THIRD ? 0 : stage;
}

/**
 * relance_draft_editor_leave_out:
 * @invoice_ids: (element-type gint64): what the letter is not to speak of
 *
 * Writes the letter anew without these invoices.
 */
void
relance_draft_editor_leave_out (RelanceDraftEditor *self, GArray *invoice_ids)
{
  RelanceDraftRequest request = { .client_id = self->client_id };

  relance_draft_editor_set_without (self, invoice_ids);
  if (self->draft == NULL)
    return;

  relance_draft_editor_keep (self);
  relance_letter_choices_get (self->choices, &request);
  request.stage = get_stage_to_keep (request.stage);
  request.variant = 0;
  draw_up (self, relance_sitting_draw_up, &request);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Shows what the user changed, or the letter to be written on again. */
void
relance_draft_editor_toggle_changes (RelanceDraftEditor *self)
{
  if (self->draft != NULL)
    {
      take_typed (self);
      update_changes (self);
    }

  if (!gtk_widget_get_visible (GTK_WIDGET (self->show_changes)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  /* The text goes while they are shown, and the focus with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->show_changes));
  gtk_toggle_button_set_active (self->show_changes,
                                !gtk_toggle_button_get_active (self->show_changes));
  if (!gtk_toggle_button_get_active (self->show_changes))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
