/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-exporting.h"

#include "relance-export.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is over sooner needs no bar. */
#define TICK_MILLISECONDS 100
#define PATIENCE_TICKS 4

#define PER_MILLE 1000

/* One export on its way. */
typedef struct
{
  RelanceWindow *window;
  char *path;
  RelanceExportForm form;
  GCancellable *cancellable;
  int done; /* per mille; the other thread writes it */

  GtkProgressBar *bar; /* borrowed */
  AdwDialog *dialog;   /* (nullable) owned: once it takes long */
  guint ticking;
  int n_ticks;
} Exporting;

static void
free_exporting (Exporting *self)
{
  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_object (&self->dialog);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Exporting, free_exporting)

static Exporting *
make_exporting (RelanceWindow *window, RelanceExportForm form)
{
  Exporting *self = g_new0 (Exporting, 1);

  self->window = g_object_ref (window);
  self->form = form;
  self->cancellable = g_cancellable_new ();
  return self;
}

/* On the other thread. */
static void
progress_cb (double part, gpointer data)
{
  Exporting *self = data;

  g_atomic_int_set (&self->done, (int) (part * PER_MILLE));
}

static void
cancel_cb (GCancellable *cancellable, const char *response)
{
  g_cancellable_cancel (cancellable);
}

static void
show_progress (Exporting *self)
{
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Export"), -1);
  self->dialog = g_object_ref_sink (adw_alert_dialog_new (_ ("Exporting the Book"), NULL));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self->dialog), GTK_WIDGET (self->bar));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (self->dialog), "cancel", _ ("_Cancel"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (self->dialog), "cancel");
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (cancel_cb), self->cancellable,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
}

static gboolean
tick_cb (gpointer data)
{
  Exporting *self = data;

  if (++self->n_ticks == PATIENCE_TICKS)
    show_progress (self);
  if (self->bar)
    gtk_progress_bar_set_fraction (self->bar, (double) g_atomic_int_get (&self->done) / PER_MILLE);
  return G_SOURCE_CONTINUE;
}

/* As people write it: their own folder is "~". */
static char *
dup_shown_path (const char *path)
{
  g_autofree char *home = g_strconcat (g_get_home_dir (), G_DIR_SEPARATOR_S, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  return g_str_has_prefix (path, home) ? g_strconcat ("~/", shown + strlen (home), NULL)
                                       : g_steal_pointer (&shown);
}

static void
tell_exported (Exporting *self)
{
  g_autofree char *path = dup_shown_path (self->path);
  /* Translators: %s is a file or a folder */
  g_autofree char *text = g_strdup_printf (_ ("The book was exported to %s"), path);

  relance_window_tell (self->window, text);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Exporting) self = data;
  g_autoptr (GError) error = NULL;

  relance_export_write_finish (result, &error);
  if (self->dialog)
    adw_dialog_force_close (self->dialog);
  if (error)
    relance_window_tell_error (self->window, error);
  else
    tell_exported (self);
}

/* Whoever chose a file there was asked whether it may be replaced. */
static void
start (Exporting *self)
{
  RelanceDesk *desk = relance_window_get_desk (self->window);
  const RelanceExportOrder order = {
    .path = self->path,
    .form = self->form,
    .replace = TRUE,
    .progress = progress_cb,
    .progress_data = self,
  };

  self->ticking = g_timeout_add (TICK_MILLISECONDS, tick_cb, self);
  relance_export_write_async (relance_desk_get_path (desk), relance_desk_get_clock (desk), &order,
                              self->cancellable, exported_cb, self);
}

/* Of today. */
static char *
dup_name (Exporting *self, const char *ending)
{
  RelanceClock *clock = relance_desk_get_clock (relance_window_get_desk (self->window));
  g_autofree char *date = relance_date_to_iso (relance_clock_get_today (clock));

  return g_strdup_printf ("Relance %s%s", date, ending);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Exporting) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (!file || !g_file_peek_path (file))
    return;
  self->path = g_file_get_path (file);
  start (g_steal_pointer (&self));
}

/* The export is a new folder in the one that was chosen: that one may hold anything. */
static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Exporting) self = data;
  g_autoptr (GFile)
    folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *name = dup_name (self, "");

  if (!folder || !g_file_peek_path (folder))
    return;
  self->path = g_build_filename (g_file_peek_path (folder), name, NULL);
  start (g_steal_pointer (&self));
}

static void
choose_place (RelanceWindow *window, RelanceExportForm form)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Exporting *self = make_exporting (window, form);
  g_autofree char *name = dup_name (self, ".json");

  gtk_file_dialog_set_title (dialog, _ ("Export the Book"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  if (form == RELANCE_EXPORT_FOLDER)
    {
      gtk_file_dialog_select_folder (dialog, GTK_WINDOW (window), NULL, folder_chosen_cb, self);
      return;
    }
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, file_chosen_cb, self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceWindow) window = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "folder"))
    choose_place (window, RELANCE_EXPORT_FOLDER);
  else if (g_str_equal (answer, "file"))
    choose_place (window, RELANCE_EXPORT_JSON);
}

/**
 * relance_exporting_ask:
 *
 * Asks in which form the whole book is to be written and where, and writes it.
 */
void
relance_exporting_ask (RelanceWindow *window)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Export the Book"), NULL);

  adw_alert_dialog_set_body (
    ADW_ALERT_DIALOG (dialog),
    _ ("Everything in it is written, but for the mail accounts: as tables that a spreadsheet "
       "opens, with the documents beside them, or as one file for programs. Relance reads both "
       "back."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "file",
                                  _ ("One _File…"), "folder", _ ("A Folder of _Tables…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "folder",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "folder");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (window), NULL, answered_cb,
                           g_object_ref (window));
}
