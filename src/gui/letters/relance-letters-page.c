/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letters-page.h"

#include "preferences/relance-preferences-dialog.h"
#include "relance-letter-files.h"
#include "relance-template-dialog.h"
#include "relance-template-work.h"
#include "relance-wording.h"
#include "widgets/relance-plain-row.h"

#include <glib/gi18n.h>

struct _RelanceLettersPage
{
  AdwPreferencesPage parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  GtkWidget *export;

  /* One for each stage, borrowed */
  GtkWidget *rows[RELANCE_STAGE_TERMS + 1];

  /* Owned */
  RelanceDesk *desk;
  GCancellable *loading;
  GPtrArray *entries; /* RelanceLetterEntry, or NULL until they are known */

  /* State */
  RelanceLanguage language;
};

G_DEFINE_FINAL_TYPE (RelanceLettersPage, relance_letters_page, ADW_TYPE_PREFERENCES_PAGE)

static void
count_words (RelanceLettersPage *self, RelanceStage stage, guint *own, guint *typed, guint *broken)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const RelanceLetterEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->stage != stage)
        continue;
      *own += entry->own != NULL && entry->problem == NULL;
      *typed += entry->typed != NULL;
      *broken += entry->problem != NULL;
    }
}

static char *
describe (guint own, guint typed, guint broken)
{
  if (broken > 0)
    return g_strdup_printf (
      ngettext ("%u of your own cannot be used", "%u of your own cannot be used", broken), broken);
  if (typed > 0)
    return g_strdup_printf (ngettext ("%u not saved yet", "%u not saved yet", typed), typed);
  if (own > 0)
    return g_strdup_printf (ngettext ("%u in your own words", "%u in your own words", own), own);
  return g_strdup ("");
}

static void
show_row (RelanceLettersPage *self, RelanceStage stage)
{
  guint own = 0, typed = 0, broken = 0;
  g_autofree char *words = NULL;

  count_words (self, stage, &own, &typed, &broken);
  words = describe (own, typed, broken);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[stage]), words);
}

static gboolean
has_own (RelanceLettersPage *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((RelanceLetterEntry *) g_ptr_array_index (self->entries, i))->own != NULL)
      return TRUE;

  return FALSE;
}

static void
fill (RelanceLettersPage *self)
{
  for (int stage = RELANCE_STAGE_COURTESY; stage <= RELANCE_STAGE_TERMS; stage++)
    show_row (self, (RelanceStage) stage);
  gtk_widget_set_sensitive (self->export, has_own (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelanceLettersPage *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL)
    {
      relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  fill (self);
}

/* What somebody works on comes first, then their language, then what most letters are like. */
static int
rate (RelanceLettersPage *self, const RelanceLetterEntry *entry)
{
  return (entry->problem != NULL ? 64 : 0) + (entry->typed != NULL ? 32 : 0) +
         (entry->own != NULL ? 16 : 0) + (entry->language == self->language ? 8 : 0) +
         (entry->tone == RELANCE_TONE_FORMAL ? 4 : 0) +
         (entry->address == RELANCE_ADDRESS_VOUS ? 2 : 0) + (entry->variant == 1 ? 1 : 0);
}

static const RelanceLetterEntry *
choose_entry (RelanceLettersPage *self, RelanceStage stage)
{
  const RelanceLetterEntry *best = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RelanceLetterEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->stage == stage && (best == NULL || rate (self, entry) > rate (self, best)))
        best = entry;
    }
  return best;
}

static void
row_activated_cb (RelanceLettersPage *self, AdwActionRow *row)
{
  RelanceStage stage = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "stage"));

  if (self->entries != NULL)
    adw_dialog_present (
      relance_template_dialog_new (self->desk, self->entries, choose_entry (self, stage)),
      GTK_WIDGET (self));
}

static void
add_row (RelanceLettersPage *self, RelanceStage stage)
{
  GtkWidget *row = GTK_WIDGET (relance_plain_row_new (relance_wording_stage (stage), NULL));
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "stage", GINT_TO_POINTER (stage));
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  self->rows[stage] = row;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceLettersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autofree char *name = folder != NULL ? g_path_get_basename (folder) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  /* Translators: %s is the name of a folder */
  g_autofree char *text = shown != NULL ? g_strdup_printf (_ ("Exported to %s"), shown) : NULL;

  if (error != NULL)
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
  else
    relance_preferences_dialog_tell (GTK_WIDGET (self), text);
}

static void
export_folder_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceLettersPage) self = data;
  g_autoptr (GFile)
    folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder != NULL && self->desk != NULL && g_file_peek_path (folder) != NULL)
    relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_template_export,
                            g_file_get_path (folder), g_free, g_free, NULL, exported_cb,
                            g_object_ref (self));
}

static void
export_cb (RelanceLettersPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Export Letters to a Folder"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 export_folder_cb, g_object_ref (self));
}

static void
tell_refused (RelanceLettersPage *self, GPtrArray *files)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AdwDialog *dialog;

  for (guint i = 0; i < files->len; i++)
    {
      const RelanceLetterFile *file = g_ptr_array_index (files, i);

      if (file->reason != NULL)
        g_string_append_printf (text, "%s%s\n%s", text->len > 0 ? "\n\n" : "", file->name,
                                file->reason);
    }
  dialog = adw_alert_dialog_new (_ ("Some Letters Were Not Taken"), text->str);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceLettersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autofree char *text = NULL;
  guint taken = 0;

  if (files == NULL)
    {
      relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; i < files->len; i++)
    taken += ((RelanceLetterFile *) g_ptr_array_index (files, i))->reason == NULL;
  text = g_strdup_printf (ngettext ("%u letter imported", "%u letters imported", taken), taken);
  relance_preferences_dialog_tell (GTK_WIDGET (self), text);
  if (taken < files->len)
    tell_refused (self, files);
}

static void
import_folder_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceLettersPage) self = data;
  g_autoptr (GFile)
    folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder != NULL && self->desk != NULL && g_file_peek_path (folder) != NULL)
    relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_template_import,
                            g_file_get_path (folder), g_free, (GDestroyNotify) g_ptr_array_unref,
                            NULL, imported_cb, g_object_ref (self));
}

static void
import_cb (RelanceLettersPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Import a Folder of Letters"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 import_folder_cb, g_object_ref (self));
}

static void
relance_letters_page_dispose (GObject *object)
{
  RelanceLettersPage *self = RELANCE_LETTERS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_LETTERS_PAGE);

  G_OBJECT_CLASS (relance_letters_page_parent_class)->dispose (object);
}

static void
relance_letters_page_class_init (RelanceLettersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_letters_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-letters-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceLettersPage, group);
  gtk_widget_class_bind_template_child (widget_class, RelanceLettersPage, export);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
relance_letters_page_init (RelanceLettersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int stage = RELANCE_STAGE_COURTESY; stage <= RELANCE_STAGE_TERMS; stage++)
    add_row (self, (RelanceStage) stage);
}

void
relance_letters_page_set_desk (RelanceLettersPage *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_LETTERS_PAGE (self));

  g_set_object (&self->desk, desk);
}

/* Which letters are shown first. */
void
relance_letters_page_set_language (RelanceLettersPage *self, RelanceLanguage language)
{
  g_return_if_fail (RELANCE_IS_LETTERS_PAGE (self));

  self->language = language;
}

/**
 * relance_letters_page_load:
 *
 * Shows which letters are the user's own by now.
 */
void
relance_letters_page_load (RelanceLettersPage *self)
{
  g_return_if_fail (RELANCE_IS_LETTERS_PAGE (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_template_list, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb, self);
}
