/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-dialog.h"

#include "relance-import-group.h"
#include "relance-import-work.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

/* Work that takes longer than this shows that it goes on. */
#define MILLISECONDS_BEFORE_SPINNER 500

struct _RelanceImportDialog
{
  AdwDialog parent_instance;

  /* Template */
  GtkStack *stack;
  GtkButton *cancel_button;
  GtkButton *import_button;
  GtkWidget *spinner;
  GtkLabel *working;
  AdwStatusPage *refused;
  AdwPreferencesPage *preview;
  AdwPreferencesGroup *summary;
  AdwStatusPage *done;
  GtkWidget *review_button;

  /* Owned */
  RelanceDesk *desk;
  GCancellable *cancellable;
  RelanceImportPreview *read;

  /* State */
  guint spinner_timer;
  gboolean first; /* nothing was in the book before */
  gint64 change;
};

G_DEFINE_FINAL_TYPE (RelanceImportDialog, relance_import_dialog, ADW_TYPE_DIALOG)

static void
spinner_timer_cb (gpointer data)
{
  RelanceImportDialog *self = data;

  self->spinner_timer = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
}

static void
show_work (RelanceImportDialog *self, const char *text)
{
  gtk_label_set_label (self->working, text);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  g_clear_handle_id (&self->spinner_timer, g_source_remove);
  self->spinner_timer = g_timeout_add_once (MILLISECONDS_BEFORE_SPINNER, spinner_timer_cb, self);
}

static void
show_page (RelanceImportDialog *self, const char *name)
{
  g_clear_handle_id (&self->spinner_timer, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_refused (RelanceImportDialog *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->refused, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  show_page (self, "refused");
}

static void
show_error (RelanceImportDialog *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);

  show_refused (self, sentence);
}

static char *
join_refusals (GPtrArray *refusals)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < refusals->len; i++)
    g_strv_builder_add (lines, g_ptr_array_index (refusals, i));
  parts = g_strv_builder_end (lines);
  return g_strjoinv ("\n", parts);
}

static void
add_group (RelanceImportDialog *self, GtkWidget *group)
{
  adw_preferences_page_add (self->preview, ADW_PREFERENCES_GROUP (group));
}

static void
fill_preview (RelanceImportDialog *self)
{
  const RelanceImportPreview *read = self->read;

  adw_preferences_group_set_title (self->summary, read->summary);
  adw_preferences_group_set_description (self->summary,
                                         _ ("Nothing is written before you press Import."));

  if (read->refusals->len > 0)
    add_group (self,
               relance_import_group_new_refused (_ ("Files That Cannot Be Read"), read->refusals));
  if (read->rejected->len > 0)
    add_group (self, relance_import_group_new_rejected (read->rejected, read->counts.rejected));
  if (read->changed->len > 0)
    add_group (
      self, relance_import_group_new (RELANCE_IMPORT_CHANGED, read->changed, read->counts.updated));
  if (read->created->len > 0)
    add_group (self,
               relance_import_group_new (RELANCE_IMPORT_NEW, read->created, read->counts.created));
}

static gboolean
has_work (const RelanceImportCounts *counts)
{
  return counts->created + counts->updated + counts->kept + counts->clients_created +
           counts->contacts_created + counts->payments_created >
         0;
}

static void
show_preview (RelanceImportDialog *self)
{
  gboolean anything = has_work (&self->read->counts);

  fill_preview (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), anything);
  if (!anything)
    adw_preferences_group_set_description (self->summary, NULL);
  show_page (self, "preview");
  if (anything)
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static gboolean
has_rows (const RelanceImportCounts *counts)
{
  return has_work (counts) || counts->unchanged + counts->rejected > 0;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *refusals = NULL;

  self->read = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    {
      show_error (self, error);
      return;
    }
  if (has_rows (&self->read->counts))
    {
      show_preview (self);
      return;
    }

  refusals = join_refusals (self->read->refusals);
  show_refused (self, *refusals ? refusals : self->read->summary);
}

static char *
describe_first_import (const RelanceImportOutcome *outcome)
{
  g_autofree char *invoices = NULL;
  g_autofree char *late = NULL;

  invoices = g_strdup_printf (
    /* Translators: how many invoices were imported */
    ngettext ("%d Invoice", "%d Invoices", (gulong) outcome->invoices), outcome->invoices);
  if (outcome->late == 0)
    /* Translators: “14 Invoices”, followed by that none of them is late */
    return g_strdup_printf (_ ("%s, None Late"), invoices);

  late = g_strdup_printf (
    /* Translators: how many of the imported invoices are late */
    ngettext ("%d Late", "%d Late", (gulong) outcome->late), outcome->late);
  /* Translators: “14 Invoices” and “3 Late” */
  return g_strdup_printf (_ ("%s, %s"), invoices, late);
}

static void
show_done (RelanceImportDialog *self, const RelanceImportOutcome *outcome)
{
  g_autofree char *title = describe_first_import (outcome);

  self->change = outcome->change;
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, outcome->ready > 0
                                                 ? _ ("The first draft is ready.")
                                                 : _ ("There is nobody to remind today."));
  gtk_widget_set_visible (self->review_button, outcome->ready > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  show_page (self, "done");
  if (outcome->ready > 0)
    gtk_widget_grab_focus (self->review_button);
}

static void
tell_imported (RelanceImportDialog *self, const RelanceImportOutcome *outcome)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  /* Translators: a sentence such as “14 invoices, 3 late.” */
  g_autofree char *text = g_strdup_printf (_ ("Imported: %s"), outcome->summary);

  if (window)
    relance_window_tell_undo (window, text, outcome->change);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportOutcome)
    outcome = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (g_cancellable_is_cancelled (self->cancellable) && !outcome)
    adw_dialog_close (ADW_DIALOG (self));
  else if (error)
    show_error (self, error);
  else if (self->first)
    show_done (self, outcome);
  else
    {
      tell_imported (self, outcome);
      adw_dialog_close (ADW_DIALOG (self));
    }
}

static void
import_cb (RelanceImportDialog *self)
{
  RelanceImportOrder *order =
    relance_import_order_new (g_steal_pointer (&self->read->import), self->cancellable);

  /* It is whole or not at all, so closing waits for either. */
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  show_work (self, _ ("Importing…"));
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_import_work_apply, order,
                          (GDestroyNotify) relance_import_order_free,
                          (GDestroyNotify) relance_import_outcome_free, NULL, applied_cb,
                          g_object_ref (self));
}

static void
cancel_cb (RelanceImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
review_cb (RelanceImportDialog *self)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  adw_dialog_close (ADW_DIALOG (self));
  if (window)
    relance_window_show_reminders (window, 0);
}

static void
undo_cb (RelanceImportDialog *self)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  adw_dialog_close (ADW_DIALOG (self));
  if (window)
    relance_window_undo (window, self->change);
}

static void
relance_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (RELANCE_IMPORT_DIALOG (dialog)->cancellable);
}

static void
relance_import_dialog_dispose (GObject *object)
{
  RelanceImportDialog *self = RELANCE_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->spinner_timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->read, relance_import_preview_free);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (relance_import_dialog_parent_class)->dispose (object);
}

static void
relance_import_dialog_finalize (GObject *object)
{
  g_clear_object (&RELANCE_IMPORT_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (relance_import_dialog_parent_class)->finalize (object);
}

static void
relance_import_dialog_class_init (RelanceImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = relance_import_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, working);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, review_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
relance_import_dialog_init (RelanceImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_import_dialog_new:
 * @files: (element-type GFile): what to show
 * @first: nothing is in the book yet; the dialog then ends on what to do next
 */
AdwDialog *
relance_import_dialog_new (RelanceDesk *desk, GListModel *files, gboolean first)
{
  RelanceImportDialog *self = g_object_new (RELANCE_TYPE_IMPORT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->first = first;
  show_work (self, _ ("Reading…"));
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_import_work_read, g_object_ref (files),
                          g_object_unref, (GDestroyNotify) relance_import_preview_free,
                          self->cancellable, read_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel)
    files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files)
    relance_window_import (window, files);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relance_window_tell_error (window, error);
}

/**
 * relance_import_dialog_choose:
 *
 * Asks for files, and shows what they hold.
 */
void
relance_import_dialog_choose (RelanceWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _ ("Import Invoices"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Preview"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (window), NULL, chosen_cb,
                                 g_object_ref (window));
}
