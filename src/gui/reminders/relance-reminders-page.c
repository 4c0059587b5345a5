/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminders-page.h"

#include "relance-due-queue.h"
#include "relance-letter-page.h"
#include "relance-sitting.h"
#include "relance-window.h"
#include "relance-words.h"

#include <glib/gi18n.h>

struct _RelanceRemindersPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *nobody;
  AdwNavigationSplitView *split;
  RelanceDueQueue *queue;
  RelanceLetterPage *letter_page;

  RelanceDesk *desk;
  RelanceQueue *loaded;
  GCancellable *loading;

  gint64 wanted_id; /* the client to show as soon as the queue is there */
  GHashTable *done; /* the ids of those who were written to or put off in this sitting */
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (RelanceRemindersPage, relance_reminders_page, ADW_TYPE_NAVIGATION_PAGE)

static void
tell_error (RelanceRemindersPage *self, const GError *error)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (window != NULL)
    relance_window_tell_error (window, error);
}

static RelanceDue *
get_due (RelanceRemindersPage *self)
{
  return relance_letter_page_get_due (self->letter_page);
}

static void
note_done (RelanceRemindersPage *self, gint64 client_id)
{
  g_hash_table_add (self->done, g_memdup2 (&client_id, sizeof client_id));
}

/* What was undone, or could not be sent, is there to be done again. */
static void
forget_undone (RelanceRemindersPage *self)
{
  for (guint i = 0; i < self->loaded->due->len; i++)
    {
      RelanceDue *due = self->loaded->due->pdata[i];

      if (due->blocked == NULL)
        g_hash_table_remove (self->done, &due->client->id);
    }
}

static void
update_progress (RelanceRemindersPage *self)
{
  RelanceDue *due = get_due (self);
  int turn = due != NULL ? relance_due_queue_get_turn (self->queue, due) : 0;
  int n_done = (int) g_hash_table_size (self->done);
  g_autofree char *text = NULL;

  if (turn > 0)
    {
      /* Translators: how far one is in the queue: “2 of 5”. */
      text = g_strdup_printf (C_ ("queue", "%1$d of %2$d"), n_done + turn,
                              n_done + relance_due_queue_get_n_ready (self->queue));
    }

  relance_letter_page_set_progress (self->letter_page, text != NULL ? text : "");
}

static char *
describe_next (RelanceRemindersPage *self)
{
  RelanceInvoice *next = self->loaded->next;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (next == NULL)
    return g_strdup ("");

  date = relance_words_date (next->due);
  /* Translators: an invoice number, a client and a date. */
  text = g_strdup_printf (_ ("Invoice %1$s of %2$s falls due next, on %3$s."), next->number,
                          next->client_name, date);
  /* The description of a status page is markup. */
  return g_markup_escape_text (text, -1);
}

static void
show_end (RelanceRemindersPage *self)
{
  g_autofree char *next = describe_next (self);
  const char *title = g_hash_table_size (self->done) > 0 ? _ ("That’s everyone. See you next week.")
                                                         : _ ("Nobody to Remind Today");

  adw_status_page_set_description (self->nobody, next);
  relance_letter_page_show_end (self->letter_page, title, next);
}

static void
show_due (RelanceRemindersPage *self, RelanceDue *due)
{
  relance_letter_page_show (self->letter_page, due, self->loaded->to_files);
  update_progress (self);
}

/* The end of the sitting when there is nobody. */
static void
choose (RelanceRemindersPage *self, RelanceDue *due)
{
  relance_due_queue_choose (self->queue, due);
  if (due == NULL)
    show_end (self);
  else if (get_due (self) != due)
    show_due (self, due);
}

/* Somebody was on screen and is not in the queue any more: they paid, or were removed. */
static void
tell_gone (RelanceRemindersPage *self, const char *name)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  /* Translators: %s is a client. */
  text = g_strdup_printf (_ ("Nothing is late from %s any more: there is nothing to send"), name);
  if (window != NULL)
    relance_window_tell (window, text);
}

static void
choose_wanted (RelanceRemindersPage *self)
{
  RelanceDue *wanted = relance_due_queue_find (self->queue, self->wanted_id);
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  self->wanted_id = 0;
  if (wanted != NULL)
    {
      choose (self, wanted);
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      return;
    }

  if (window != NULL)
    relance_window_tell (window, _ ("Nothing is late from this client"));
  choose (self, relance_due_queue_find_first (self->queue));
}

/* Whether the letter on screen was put off, or the client paused. */
static gboolean
was_put_off (const RelanceDue *before, const RelanceDue *now)
{
  return before->blocked == NULL && now->blocked != NULL && now->client->excluded != NULL;
}

/* The next one, or the first where they are gone too. */
static void
move_on_to (RelanceRemindersPage *self, gint64 client_id)
{
  RelanceDue *due = relance_due_queue_find (self->queue, client_id);

  if (due == NULL || due->blocked != NULL)
    due = relance_due_queue_find_first (self->queue);
  choose (self, due);
  update_progress (self);
}

/* @next_id: who came next before the queue was read anew */
static void
stay_with_due (RelanceRemindersPage *self, gint64 next_id)
{
  RelanceDue *before = get_due (self);
  RelanceDue *due = relance_due_queue_find (self->queue, before->client->id);

  if (due != NULL && was_put_off (before, due))
    {
      note_done (self, due->client->id);
      move_on_to (self, next_id);
      return;
    }
  if (due != NULL)
    {
      relance_letter_page_refresh (self->letter_page, due, self->loaded->to_files);
      update_progress (self);
      return;
    }

  tell_gone (self, before->client->name);
  choose (self, relance_due_queue_find_first (self->queue));
}

static gint64
find_next_id (RelanceRemindersPage *self)
{
  RelanceDue *due = get_due (self);
  RelanceDue *next = due != NULL ? relance_due_queue_find_next (self->queue, due->client->id)
                                 : NULL;

  return next != NULL ? next->client->id : 0;
}

static void
show_queue (RelanceRemindersPage *self)
{
  gboolean anybody = self->loaded->due->len > 0 || g_hash_table_size (self->done) > 0;
  gint64 next_id = find_next_id (self);

  forget_undone (self);
  relance_due_queue_fill (self->queue, self->loaded->due);
  gtk_stack_set_visible_child_name (self->stack, anybody ? "sitting" : "nobody");

  if (self->wanted_id != 0)
    choose_wanted (self);
  else if (get_due (self) != NULL)
    stay_with_due (self, next_id);
  else
    choose (self, relance_due_queue_find_first (self->queue));
}

static void
queue_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceRemindersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceQueue) queue = NULL;

  queue = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (queue == NULL)
    {
      tell_error (self, error);
      return;
    }

  g_clear_pointer (&self->loaded, relance_queue_free);
  self->loaded = g_steal_pointer (&queue);
  show_queue (self);
}

static void
load_queue (RelanceRemindersPage *self)
{
  self->stale = FALSE;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_sitting_queue, NULL, NULL,
                          (GDestroyNotify) relance_queue_free, self->loading, queue_loaded_cb,
                          g_object_ref (self));
}

static void
book_changed_cb (RelanceRemindersPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load_queue (self);
}

static void
due_chosen_cb (RelanceRemindersPage *self, RelanceDue *due)
{
  show_due (self, due);
}

static void
due_activated_cb (RelanceRemindersPage *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
letter_changed_cb (RelanceRemindersPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reminders.send",
                                 relance_letter_page_can_send (self->letter_page));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reminders.set-tone", get_due (self) != NULL);
}

static void
move_on (RelanceRemindersPage *self)
{
  gint64 client_id = get_due (self)->client->id;

  choose (self, relance_due_queue_find_next (self->queue, client_id));
  relance_due_queue_remove (self->queue, client_id);
  update_progress (self);
}

static void
approved_cb (RelanceRemindersPage *self, gint64 client_id)
{
  RelanceDue *due = get_due (self);

  note_done (self, client_id);
  if (due != NULL && due->client->id == client_id)
    move_on (self);
}

static void
taken_back_cb (RelanceRemindersPage *self, gint64 client_id)
{
  self->wanted_id = client_id;
  load_queue (self);
}

/* The keys of the page work wherever the focus is, but not behind a dialog. */
static gboolean
is_covered (RelanceRemindersPage *self)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  return window != NULL &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL;
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceRemindersPage *self = RELANCE_REMINDERS_PAGE (widget);

  if (!is_covered (self))
    relance_letter_page_send (self->letter_page);
}

static void
put_off_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceRemindersPage *self = RELANCE_REMINDERS_PAGE (widget);

  if (!is_covered (self))
    relance_letter_page_put_off (self->letter_page);
}

static void
pause_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceRemindersPage *self = RELANCE_REMINDERS_PAGE (widget);

  if (!is_covered (self))
    relance_letter_page_pause (self->letter_page);
}

static void
preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceRemindersPage *self = RELANCE_REMINDERS_PAGE (widget);

  if (!is_covered (self))
    relance_letter_page_preview (self->letter_page);
}

static void
show_changes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceRemindersPage *self = RELANCE_REMINDERS_PAGE (widget);

  if (!is_covered (self))
    relance_letter_page_toggle_changes (self->letter_page);
}

static void
step (RelanceRemindersPage *self, int by)
{
  if (!relance_due_queue_step (self->queue, by))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
show_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (RELANCE_REMINDERS_PAGE (widget), 1);
}

static void
show_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (RELANCE_REMINDERS_PAGE (widget), -1);
}

static void
set_tone_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceRemindersPage *self = RELANCE_REMINDERS_PAGE (widget);
  int tone = relance_enum_from_nick (RELANCE_TYPE_TONE, g_variant_get_string (parameter, NULL));

  if (tone != 0 && !is_covered (self))
    relance_letter_page_set_tone (self->letter_page, tone);
}

static void
relance_reminders_page_map (GtkWidget *widget)
{
  RelanceRemindersPage *self = RELANCE_REMINDERS_PAGE (widget);

  GTK_WIDGET_CLASS (relance_reminders_page_parent_class)->map (widget);

  if (self->stale)
    load_queue (self);
}

static void
relance_reminders_page_dispose (GObject *object)
{
  RelanceRemindersPage *self = RELANCE_REMINDERS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->loaded, relance_queue_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_reminders_page_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_REMINDERS_PAGE);
}

static void
relance_reminders_page_finalize (GObject *object)
{
  g_hash_table_unref (RELANCE_REMINDERS_PAGE (object)->done);

  G_OBJECT_CLASS (relance_reminders_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reminders.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "reminders.put-off", NULL, put_off_action);
  gtk_widget_class_install_action (widget_class, "reminders.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "reminders.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "reminders.show-changes", NULL,
                                   show_changes_action);
  gtk_widget_class_install_action (widget_class, "reminders.show-next", NULL, show_next_action);
  gtk_widget_class_install_action (widget_class, "reminders.show-previous", NULL,
                                   show_previous_action);
  gtk_widget_class_install_action (widget_class, "reminders.set-tone", "s", set_tone_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceRemindersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceRemindersPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, RelanceRemindersPage, split);
  gtk_widget_class_bind_template_child (widget_class, RelanceRemindersPage, queue);
  gtk_widget_class_bind_template_child (widget_class, RelanceRemindersPage, letter_page);
  gtk_widget_class_bind_template_callback (widget_class, due_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, letter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, approved_cb);
  gtk_widget_class_bind_template_callback (widget_class, taken_back_cb);
}

static void
relance_reminders_page_class_init (RelanceRemindersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_reminders_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_reminders_page_finalize;
  widget_class->map = relance_reminders_page_map;

  g_type_ensure (RELANCE_TYPE_DUE_QUEUE);
  g_type_ensure (RELANCE_TYPE_LETTER_PAGE);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
relance_reminders_page_init (RelanceRemindersPage *self)
{
  self->stale = TRUE;
  self->done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reminders.send", FALSE);
}

RelanceRemindersPage *
relance_reminders_page_new (RelanceDesk *desk)
{
  RelanceRemindersPage *self = g_object_new (RELANCE_TYPE_REMINDERS_PAGE, NULL);

  self->desk = g_object_ref (desk);
  relance_letter_page_set_desk (self->letter_page, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * relance_reminders_page_select:
 * @client_id: whose letter to show, as soon as the queue is known
 */
void
relance_reminders_page_select (RelanceRemindersPage *self, gint64 client_id)
{
  g_return_if_fail (RELANCE_IS_REMINDERS_PAGE (self));

  self->wanted_id = client_id;
  if (self->loaded != NULL && !self->stale && self->loading == NULL)
    choose_wanted (self);
}
