/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-page.h"

#include "clients/relance-exchange-dialog.h"
#include "clients/relance-exclusion-dialog.h"
#include "clients/relance-situation-dialog.h"
#include "relance-check-notes.h"
#include "relance-dispatch.h"
#include "relance-draft-editor.h"
#include "relance-due-facts.h"
#include "relance-guard-notes.h"
#include "relance-later-popover.h"
#include "relance-letter-printer.h"
#include "relance-preview-dialog.h"
#include "relance-sitting.h"
#include "relance-window.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceLetterPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *menu_button;
  GtkWidget *client_button;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  RelanceDueFacts *facts;
  RelanceCheckNotes *checks;
  RelanceDraftEditor *editor;
  AdwStatusPage *done;
  GtkWidget *bar;
  RelanceGuardNotes *notes;
  GtkLabel *progress;
  GtkMenuButton *later;
  RelanceLaterPopover *later_popover;

  RelanceDesk *desk;
  RelanceDispatch *dispatch;
  RelanceDue *due; /* the client on screen */

  gboolean putting_off;
  gboolean to_files;
};

/* A letter that is being put off. */
typedef struct
{
  RelanceLetterPage *page;
  RelanceDue *due;
  RelanceDate back_on;
} PutOff;

G_DEFINE_FINAL_TYPE (RelanceLetterPage, relance_letter_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_APPROVED,
  SIGNAL_TAKEN_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static PutOff *
put_off_new (RelanceLetterPage *page, RelanceDate back_on)
{
  PutOff *self = g_new0 (PutOff, 1);

  self->page = g_object_ref (page);
  self->due = g_object_ref (page->due);
  self->back_on = back_on;
  return self;
}

static void
put_off_free (PutOff *self)
{
  g_object_unref (self->page);
  g_object_unref (self->due);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PutOff, put_off_free)

static RelanceDate
get_today (RelanceLetterPage *self)
{
  return relance_clock_get_today (relance_desk_get_clock (self->desk));
}

static void
update (RelanceLetterPage *self)
{
  const RelanceDraft *draft = self->due != NULL ? relance_draft_editor_get_draft (self->editor)
                                                : NULL;

  if (draft != NULL)
    {
      relance_guard_notes_show (self->notes, self->due->blocked, draft, self->to_files);
      relance_check_notes_show (self->checks, draft,
                                relance_clock_get_today (relance_desk_get_clock (self->desk)));
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->later), relance_letter_page_can_put_off (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.print", draft != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.save-pdf", draft != NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_due (RelanceLetterPage *self, RelanceDue *due)
{
  g_set_object (&self->due, due);
  gtk_stack_set_visible_child_name (self->stack, due != NULL ? "letter" : "done");
  gtk_widget_set_visible (self->bar, due != NULL);
  gtk_widget_set_visible (self->client_button, due != NULL);
  gtk_widget_set_visible (self->menu_button, due != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.record-exchange", due != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.set-situation", due != NULL);
}

/* Own words that were brought back may speak of fewer invoices than there are. */
static void
draft_changed_cb (RelanceLetterPage *self)
{
  const RelanceDraft *draft = relance_draft_editor_get_draft (self->editor);

  if (draft != NULL && draft->edited && draft->debts->len > 0)
    {
      g_autoptr (GArray) without = NULL;

      relance_due_facts_follow (self->facts, draft);
      without = relance_due_facts_dup_without (self->facts);
      relance_draft_editor_set_without (self->editor, without);
    }
  update (self);
}

static void
without_changed_cb (RelanceLetterPage *self)
{
  g_autoptr (GArray) without = relance_due_facts_dup_without (self->facts);

  relance_draft_editor_leave_out (self->editor, without);
}

static void
client_clicked_cb (RelanceLetterPage *self)
{
  relance_window_show_client (relance_window_of (GTK_WIDGET (self)), self->due->client->id);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceLetterPage *self = RELANCE_LETTER_PAGE (widget);

  relance_letter_printer_print (widget, self->desk, relance_draft_editor_get_draft (self->editor));
}

static void
save_pdf_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceLetterPage *self = RELANCE_LETTER_PAGE (widget);

  relance_letter_printer_save (widget, self->desk, relance_draft_editor_get_draft (self->editor));
}

/* What one wrote in the place of the letter on screen stands for it. */
static void
record_exchange_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceLetterPage *self = RELANCE_LETTER_PAGE (widget);

  relance_draft_editor_keep (self->editor);
  adw_dialog_present (relance_exchange_dialog_new (self->desk, self->due->client, self->due->stage),
                      widget);
}

static void
set_situation_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceLetterPage *self = RELANCE_LETTER_PAGE (widget);

  relance_draft_editor_keep (self->editor);
  adw_dialog_present (relance_situation_dialog_new (self->desk, self->due->client), widget);
}

static void
approved_cb (RelanceLetterPage *self, gint64 client_id)
{
  g_signal_emit (self, signals[SIGNAL_APPROVED], 0, client_id);
}

static void
taken_back_cb (RelanceLetterPage *self, gint64 client_id)
{
  g_signal_emit (self, signals[SIGNAL_TAKEN_BACK], 0, client_id);
}

/* The button goes, and the focus with it. */
static void
checks_answered_cb (RelanceLetterPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
pointed_out_cb (RelanceLetterPage *self, gpointer note)
{
  relance_draft_editor_point_out (self->editor, note);
}

static void
mended_cb (RelanceLetterPage *self, gpointer note)
{
  relance_draft_editor_mend (self->editor, note);
}

static void
tell_put_off (RelanceLetterPage *self, const PutOff *put_off, gint64 change)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autofree char *date = relance_words_date (put_off->back_on);
  g_autofree char *text = NULL;

  /* Translators: a client and a date. */
  text =
    g_strdup_printf (_ ("The letter to %1$s comes back on %2$s"), put_off->due->client->name, date);
  if (window != NULL)
    relance_window_tell_undo (window, text, change);
}

/* The page moves on by itself, when it sees that the client is left out. */
static void
put_off_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PutOff) put_off = user_data;
  RelanceLetterPage *self = put_off->page;
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *change = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  self->putting_off = FALSE;
  if (change != NULL)
    tell_put_off (self, put_off, *change);
  else if (window != NULL)
    relance_window_tell_error (window, error);
}

/* What was typed is kept first: it is what comes back. */
static void
put_off (RelanceLetterPage *self, RelanceUseCase use_case, RelanceDate back_on)
{
  RelanceDelay delay = { .client_id = self->due->client->id, .back_on = back_on };

  if (self->putting_off)
    return;

  self->putting_off = TRUE;
  relance_draft_editor_keep (self->editor);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, use_case, g_memdup2 (&delay, sizeof delay),
                          g_free, g_free, NULL, put_off_ready_cb, put_off_new (self, back_on));
}

/* The button goes, and the focus with it. */
static void
read_tomorrow_cb (RelanceLetterPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  put_off (self, relance_sitting_read_tomorrow, get_today (self) + 1);
}

static void
day_chosen_cb (RelanceLetterPage *self, RelanceDate day)
{
  put_off (self, relance_sitting_put_off, day);
}

static void
pause_cb (RelanceLetterPage *self)
{
  relance_letter_page_pause (self);
}

static void
prepare_later_cb (GtkMenuButton *later, gpointer user_data)
{
  RelanceLetterPage *self = user_data;

  relance_later_popover_set_today (self->later_popover, get_today (self));
}

static void
relance_letter_page_dispose (GObject *object)
{
  RelanceLetterPage *self = RELANCE_LETTER_PAGE (object);

  g_clear_object (&self->due);
  g_clear_object (&self->dispatch);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_letter_page_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_LETTER_PAGE);
}

static void
add_signals (void)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", RELANCE_TYPE_LETTER_PAGE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_APPROVED] = g_signal_new ("approved", RELANCE_TYPE_LETTER_PAGE, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_TAKEN_BACK] = g_signal_new ("taken-back", RELANCE_TYPE_LETTER_PAGE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             G_TYPE_INT64);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-letter-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, client_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, facts);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, checks);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, editor);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, done);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, bar);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, notes);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, progress);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, later);
  gtk_widget_class_bind_template_child (widget_class, RelanceLetterPage, later_popover);
  gtk_widget_class_bind_template_callback (widget_class, draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, client_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, checks_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointed_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, mended_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_tomorrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
}

static void
relance_letter_page_class_init (RelanceLetterPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_letter_page_dispose;

  g_type_ensure (RELANCE_TYPE_CHECK_NOTES);
  g_type_ensure (RELANCE_TYPE_DRAFT_EDITOR);
  g_type_ensure (RELANCE_TYPE_DUE_FACTS);
  g_type_ensure (RELANCE_TYPE_GUARD_NOTES);
  g_type_ensure (RELANCE_TYPE_LATER_POPOVER);
  add_signals ();
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "letter.print", NULL, print_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "letter.save-pdf", NULL,
                                   save_pdf_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "letter.record-exchange", NULL,
                                   record_exchange_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "letter.set-situation", NULL,
                                   set_situation_action);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
relance_letter_page_init (RelanceLetterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->later, prepare_later_cb, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.save-pdf", FALSE);
}

/* Once, before anything is shown. */
void
relance_letter_page_set_desk (RelanceLetterPage *self, RelanceDesk *desk)
{
  self->desk = g_object_ref (desk);
  relance_draft_editor_set_desk (self->editor, desk);
  self->dispatch = relance_dispatch_new (desk, self->toasts);
  g_signal_connect_object (self->dispatch, "answered", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dispatch, "approved", G_CALLBACK (approved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dispatch, "taken-back", G_CALLBACK (taken_back_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * relance_letter_page_show:
 * @to_files: whether Send writes a file
 *
 * Opens the letter to another client.
 */
void
relance_letter_page_show (RelanceLetterPage *self, RelanceDue *due, gboolean to_files)
{
  self->to_files = to_files;
  set_due (self, due);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), due->client->name);
  relance_due_facts_show (self->facts, due);
  relance_check_notes_clear (self->checks);
  relance_guard_notes_clear (self->notes);
  relance_guard_notes_show (self->notes, due->blocked, NULL, to_files);
  relance_draft_editor_open (self->editor, due->client->id);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update (self);
}

/* The facts of the client on screen are new, the letter may be the user's. */
void
relance_letter_page_refresh (RelanceLetterPage *self, RelanceDue *due, gboolean to_files)
{
  self->to_files = to_files;
  set_due (self, due);
  relance_due_facts_show (self->facts, due);
  relance_draft_editor_refresh (self->editor);
  update (self);
}

/**
 * relance_letter_page_show_end:
 * @description: markup, as in every status page
 */
void
relance_letter_page_show_end (RelanceLetterPage *self, const char *title, const char *description)
{
  relance_draft_editor_close (self->editor);
  set_due (self, NULL);
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, description);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Reminders"));
  update (self);
}

/* How far one is in the queue. */
void
relance_letter_page_set_progress (RelanceLetterPage *self, const char *text)
{
  gtk_label_set_label (self->progress, text);
}

/**
 * relance_letter_page_get_due:
 *
 * Returns: (transfer none) (nullable): the client on screen
 */
RelanceDue *
relance_letter_page_get_due (RelanceLetterPage *self)
{
  return self->due;
}

gboolean
relance_letter_page_can_send (RelanceLetterPage *self)
{
  const RelanceDraft *draft = self->due != NULL ? relance_draft_editor_get_draft (self->editor)
                                                : NULL;

  return draft != NULL && draft->stops->len == 0 && self->due->blocked == NULL &&
         !relance_dispatch_is_busy (self->dispatch);
}

void
relance_letter_page_send (RelanceLetterPage *self)
{
  if (!relance_letter_page_can_send (self))
    return;

  relance_dispatch_send (self->dispatch, relance_draft_editor_get_draft (self->editor));
  update (self);
}

void
relance_letter_page_set_tone (RelanceLetterPage *self, RelanceTone tone)
{
  relance_draft_editor_set_tone (self->editor, tone);
}

/* One who is left out already comes back by their own page. */
gboolean
relance_letter_page_can_put_off (RelanceLetterPage *self)
{
  return self->due != NULL && !relance_client_is_excluded (self->due->client, get_today (self));
}

/* Asks until when. */
void
relance_letter_page_put_off (RelanceLetterPage *self)
{
  if (relance_letter_page_can_put_off (self) && gtk_widget_get_mapped (GTK_WIDGET (self->later)))
    gtk_menu_button_popup (self->later);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Asks for a reason to leave the client out, and until when, if there is such a day. */
void
relance_letter_page_pause (RelanceLetterPage *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!relance_letter_page_can_put_off (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  relance_draft_editor_keep (self->editor);
  g_array_append_val (ids, self->due->client->id);
  adw_dialog_present (relance_exclusion_dialog_new_for_many (self->desk, ids), GTK_WIDGET (self));
}

/* The letter as it reads now, as text, mail and SMS. */
void
relance_letter_page_preview (RelanceLetterPage *self)
{
  const RelanceDraft *draft = self->due != NULL ? relance_draft_editor_get_draft (self->editor)
                                                : NULL;

  if (draft != NULL)
    adw_dialog_present (relance_preview_dialog_new (self->desk, draft), GTK_WIDGET (self));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
relance_letter_page_toggle_changes (RelanceLetterPage *self)
{
  relance_draft_editor_toggle_changes (self->editor);
}
