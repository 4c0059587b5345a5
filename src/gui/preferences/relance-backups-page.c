/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-backups-page.h"

#include "relance-backups.h"
#include "relance-preferences-dialog.h"
#include "relance-words.h"
#include "window/relance-restoring.h"

#include <glib/gi18n.h>

struct _RelanceBackupsPage
{
  AdwPreferencesPage parent_instance;

  /* Template */
  AdwActionRow *last;
  GtkWidget *back_up;
  AdwPreferencesGroup *group;

  /* Owned */
  RelanceDesk *desk;
  GCancellable *loading;
  GPtrArray *snapshots; /* what is shown, or NULL */
  GPtrArray *rows;      /* borrowed widgets, one for each snapshot */
};

G_DEFINE_FINAL_TYPE (RelanceBackupsPage, relance_backups_page, ADW_TYPE_PREFERENCES_PAGE)

/* A RelanceUseCase. */
static gpointer
list_snapshots (RelanceBook *book, gpointer path, GCancellable *cancellable, GError **error)
{
  return relance_backups_list (path);
}

/* A RelanceUseCase. */
static gpointer
make_snapshot (RelanceBook *book, gpointer nothing, GCancellable *cancellable, GError **error)
{
  return relance_backups_make (book, error);
}

/* A RelanceUseCase. Returns the file again. */
static gpointer
save_copy (RelanceBook *book, gpointer file, GCancellable *cancellable, GError **error)
{
  return relance_backups_save_copy (book, file, error) ? g_path_get_basename (file) : NULL;
}

static char *
dup_moment (RelanceBackupsPage *self, const RelanceSnapshot *snapshot)
{
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (self->desk));

  return relance_words_moment_alone (snapshot->at, today);
}

static void
restore_cb (RelanceBackupsPage *self, GtkButton *button)
{
  RelanceWindow *window = RELANCE_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  relance_restoring_ask (window, g_object_get_data (G_OBJECT (button), "file"));
}

static GtkWidget *
make_restore_button (RelanceBackupsPage *self, const RelanceSnapshot *snapshot)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-revert-symbolic");
  g_autofree char *moment = dup_moment (self, snapshot);
  /* Translators: %s is a day and a time */
  g_autofree char *tooltip = g_strdup_printf (_ ("Restore the snapshot of %s"), moment);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "file", g_strdup (snapshot->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (RelanceBackupsPage *self, const RelanceSnapshot *snapshot)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = dup_moment (self, snapshot);
  g_autofree char *size = g_format_size ((guint64) snapshot->size);
  /* Translators: why a snapshot was kept, and how large it is */
  g_autofree char *subtitle =
    g_strdup_printf (_ ("%s · %s"), relance_backups_get_words (snapshot->reason), size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (snapshot->reason != RELANCE_BACKUP_DAMAGED)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_restore_button (self, snapshot));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_shown (RelanceBackupsPage *self, GPtrArray *snapshots)
{
  if (!self->snapshots || self->snapshots->len != snapshots->len)
    return FALSE;

  for (guint i = 0; i < snapshots->len; i++)
    {
      const RelanceSnapshot *old = g_ptr_array_index (self->snapshots, i);
      const RelanceSnapshot *new = g_ptr_array_index (snapshots, i);

      if (!g_str_equal (old->path, new->path))
        return FALSE;
    }
  return TRUE;
}

/* Rows stay when nothing is new, and the focus with them. */
static void
fill (RelanceBackupsPage *self, GPtrArray *snapshots)
{
  if (is_shown (self, snapshots))
    return;

  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  self->snapshots = g_ptr_array_ref (snapshots);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < snapshots->len; i++)
    add_row (self, g_ptr_array_index (snapshots, i));
  gtk_widget_set_visible (GTK_WIDGET (self->group), snapshots->len > 0);
  if (snapshots->len > 0)
    {
      g_autofree char *moment = dup_moment (self, g_ptr_array_index (snapshots, 0));

      adw_action_row_set_subtitle (self->last, moment);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelanceBackupsPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) snapshots = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (snapshots)
    fill (self, snapshots);
  else
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceBackupsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceSnapshot)
    snapshot = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  gtk_widget_set_sensitive (self->back_up, TRUE);
  if (error)
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
  else
    relance_preferences_dialog_tell (GTK_WIDGET (self), _ ("Backed up"));
  if (self->desk)
    relance_backups_page_load (self);
}

static void
back_up_cb (RelanceBackupsPage *self)
{
  gtk_widget_set_sensitive (self->back_up, FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, make_snapshot, NULL, NULL,
                          (GDestroyNotify) relance_snapshot_free, NULL, backed_up_cb,
                          g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceBackupsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autofree char *shown = name ? g_filename_display_name (name) : NULL;
  /* Translators: %s is the name of a file */
  g_autofree char *text = shown ? g_strdup_printf (_ ("Copied to %s"), shown) : NULL;

  if (error)
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
  else
    relance_preferences_dialog_tell (GTK_WIDGET (self), text);
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceBackupsPage) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && self->desk && g_file_peek_path (file))
    relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, save_copy, g_file_get_path (file),
                            g_free, g_free, NULL, saved_cb, g_object_ref (self));
}

static void
save_copy_cb (RelanceBackupsPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *date =
    relance_date_to_iso (relance_clock_get_today (relance_desk_get_clock (self->desk)));
  g_autofree char *name = g_strdup_printf ("Relance %s.db", date);

  gtk_file_dialog_set_title (dialog, _ ("Save a Copy of the Book"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        target_chosen_cb, g_object_ref (self));
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceBackupsPage) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (file && root && g_file_peek_path (file))
    relance_restoring_ask (RELANCE_WINDOW (root), g_file_peek_path (file));
}

static void
restore_copy_cb (RelanceBackupsPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Restore a Copy of the Book"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        copy_chosen_cb, g_object_ref (self));
}

static void
relance_backups_page_dispose (GObject *object)
{
  RelanceBackupsPage *self = RELANCE_BACKUPS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_BACKUPS_PAGE);

  G_OBJECT_CLASS (relance_backups_page_parent_class)->dispose (object);
}

static void
relance_backups_page_class_init (RelanceBackupsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_backups_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-backups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceBackupsPage, last);
  gtk_widget_class_bind_template_child (widget_class, RelanceBackupsPage, back_up);
  gtk_widget_class_bind_template_child (widget_class, RelanceBackupsPage, group);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_copy_cb);
}

static void
relance_backups_page_init (RelanceBackupsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
relance_backups_page_set_desk (RelanceBackupsPage *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_BACKUPS_PAGE (self));

  g_set_object (&self->desk, desk);
}

/**
 * relance_backups_page_load:
 *
 * Shows what is kept now: snapshots are made and removed without a change to the book.
 */
void
relance_backups_page_load (RelanceBackupsPage *self)
{
  g_return_if_fail (RELANCE_IS_BACKUPS_PAGE (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, list_snapshots,
                          g_strdup (relance_desk_get_path (self->desk)), g_free,
                          (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb, self);
}
