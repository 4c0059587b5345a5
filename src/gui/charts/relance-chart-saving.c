/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-chart-saving.h"

#include "window/relance-window.h"

#include <glib/gi18n.h>

/* One file that is asked for and written: a table, or else a picture. */
typedef struct
{
  GtkWidget *widget; /* holds what the picture is drawn from */
  RelanceFigureTable *table;
  RelanceChartPicture picture;
} Saving;

static void
free_saving (Saving *self)
{
  g_object_unref (self->widget);
  g_clear_pointer (&self->table, relance_figure_table_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

static void
tell (GtkWidget *widget, GFile *file, const GError *error)
{
  RelanceWindow *window = relance_window_of (widget);
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("“%s” was saved"), name);

  if (window == NULL)
    return;
  if (error != NULL)
    relance_window_tell_error (window, error);
  else
    relance_window_tell (window, text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  tell (widget, G_FILE (source), error);
}

static GBytes *
make_content (Saving *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  char *csv;

  if (self->table == NULL)
    return relance_chart_saving_draw (&self->picture, name);
  csv = relance_figure_table_to_csv (self->table);
  return g_bytes_new_take (csv, strlen (csv));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GBytes) content = file != NULL ? make_content (self, file) : NULL;

  if (content == NULL)
    return;
  g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (self->widget));
}

/* Takes @saving. */
static void
ask (Saving *saving, const char *dialog_title, const char *title, const char *ending)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (title, ending, NULL);

  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  gtk_file_dialog_set_title (dialog, dialog_title);
  gtk_file_dialog_set_accept_label (dialog, _ ("_Save"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (saving->widget)), NULL,
                        file_chosen_cb, saving);
}

void
relance_chart_saving_ask_csv (GtkWidget *widget, const char *title, RelanceFigureTable *table)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->table = relance_figure_table_ref (table);
  ask (saving, _ ("Save the Table"), title, ".csv");
}

/**
 * relance_chart_saving_ask_picture:
 * @widget: holds what @picture is drawn from
 */
void
relance_chart_saving_ask_picture (GtkWidget *widget, const RelanceChartPicture *picture)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->picture = *picture;
  ask (saving, _ ("Save as SVG or PNG"), picture->title, ".svg");
}

/**
 * relance_chart_saving_draw:
 * @file_name: one that ends in ".png" becomes a PNG, any other an SVG
 *
 * Returns: (transfer full): the content of the file
 */
GBytes *
relance_chart_saving_draw (const RelanceChartPicture *picture, const char *file_name)
{
  g_autofree char *name = g_ascii_strdown (file_name, -1);

  return g_str_has_suffix (name, ".png") ? relance_chart_picture_to_png (picture)
                                         : relance_chart_picture_to_svg (picture);
}
