/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-restoring.h"

#include "relance-backups.h"
#include "relance-words.h"

#include <glib/gi18n.h>

/* A window that is asked, and what it would restore. */
typedef struct
{
  RelanceWindow *window;
  char *file;
} Request;

static void start (RelanceWindow *window, const char *file);

static void
free_request (Request *request)
{
  g_clear_object (&request->window);
  g_free (request->file);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

static Request *
make_request (RelanceWindow *window, const char *file)
{
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (window);
  request->file = g_strdup (file);
  return request;
}

static char *
dup_moment (RelanceWindow *window, const RelanceSnapshot *snapshot)
{
  RelanceClock *clock = relance_desk_get_clock (relance_window_get_desk (window));

  return relance_words_moment_alone (snapshot->at, relance_clock_get_today (clock));
}

static void
undo_cb (RelanceWindow *window, AdwToast *toast)
{
  start (window, g_object_get_data (G_OBJECT (toast), "file"));
}

/* What was replaced is a snapshot as any other, but for a damaged book. */
static void
tell_restored (RelanceWindow *window, const RelanceSnapshot *replaced)
{
  AdwToast *toast = adw_toast_new (_ ("The book was restored"));

  if (replaced != NULL && replaced->reason != RELANCE_BACKUP_DAMAGED)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_timeout (toast, 10);
      g_object_set_data_full (G_OBJECT (toast), "file", g_strdup (replaced->path), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), window,
                               G_CONNECT_SWAPPED);
    }
  relance_window_add_toast (window, toast);
}

/* What is open shows things that the book may not hold any more. */
static void
close_dialogs (RelanceWindow *window)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))))
    adw_dialog_force_close (dialog);
}

static void
open_again (RelanceWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autofree char *path = g_strdup (relance_desk_get_path (relance_window_get_desk (window)));

  /* The window may have been closed meanwhile. */
  if (application)
    relance_application_open_book (RELANCE_APPLICATION (application), path);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceSnapshot) replaced = relance_backups_restore_finish (result, &error);

  close_dialogs (window);
  if (error)
    {
      relance_window_tell_error (window, error);
      return;
    }
  open_again (window);
  tell_restored (window, replaced);
}

static void
start (RelanceWindow *window, const char *file)
{
  RelanceDesk *desk = relance_window_get_desk (window);

  relance_backups_restore_async (relance_desk_get_path (desk), file, relance_desk_get_clock (desk),
                                 restored_cb, g_object_ref (window));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "restore"))
    start (request->window, request->file);
}

static char *
dup_question (RelanceWindow *window, const char *file)
{
  g_autoptr (RelanceSnapshot) snapshot = relance_snapshot_new (file);
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *moment = snapshot ? dup_moment (window, snapshot) : NULL;

  if (moment)
    /* Translators: %s is a day and a time, such as "22 November 2026, 10:00" */
    return g_strdup_printf (_ ("The book will hold what it held at this moment: %s."), moment);

  /* Translators: %s is the name of a file */
  return g_strdup_printf (_ ("The book will hold what this copy holds: %s."), shown);
}

/**
 * relance_restoring_ask:
 * @file: a snapshot, or any other copy of a book
 *
 * Says what would happen, and does it when the user agrees.
 */
void
relance_restoring_ask (RelanceWindow *window, const char *file)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Restore the Book?"), NULL);
  g_autofree char *question = dup_question (window, file);

  adw_alert_dialog_format_body (
    ADW_ALERT_DIALOG (dialog), "%s\n\n%s", question,
    _ ("What it holds now is kept as a snapshot, so that you can go back. Reminders that were sent "
       "since are not in it, but none is sent twice."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Cancel"), "restore",
                                  _ ("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "restore",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (window), NULL, answered_cb,
                           make_request (window, file));
}

/**
 * relance_restoring_ask_newest:
 *
 * relance_restoring_ask() for the last snapshot of a book that is damaged.
 */
void
relance_restoring_ask_newest (RelanceWindow *window)
{
  g_autoptr (RelanceSnapshot) snapshot =
    relance_backups_find_newest (relance_desk_get_path (relance_window_get_desk (window)));

  if (snapshot)
    relance_restoring_ask (window, snapshot->path);
  else
    relance_window_tell (window, _ ("There is no snapshot of this book."));
}

/**
 * relance_restoring_dup_offer:
 *
 * Returns: (transfer full) (nullable): what a button says that restores the newest snapshot;
 *   %NULL when there is none
 */
char *
relance_restoring_dup_offer (RelanceWindow *window)
{
  g_autoptr (RelanceSnapshot) snapshot =
    relance_backups_find_newest (relance_desk_get_path (relance_window_get_desk (window)));
  g_autofree char *day = snapshot ? relance_words_day (snapshot->at) : NULL;

  /* Translators: %s is a day, such as "22 November 2026" */
  return day ? g_strdup_printf (_ ("_Restore the Snapshot of %s…"), day) : NULL;
}
