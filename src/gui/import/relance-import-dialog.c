/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-dialog.h"

#include "invoices/relance-waiting-page.h"
#include "relance-import-columns-page.h"
#include "relance-import-list.h"
#include "relance-import-report.h"
#include "relance-import-terms.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

/* Work that takes longer than this shows that it goes on. */
#define MILLISECONDS_BEFORE_PROGRESS 500
#define MILLISECONDS_BETWEEN_LOOKS 100

struct _RelanceImportDialog
{
  AdwDialog parent_instance;

  /* Template */
  AdwNavigationView *view;
  GtkStack *stack;
  GtkButton *cancel_button;
  GtkWidget *bar;
  GtkButton *import_button;
  GtkLabel *order;
  GtkWidget *waiting;
  GtkProgressBar *progress;
  GtkLabel *working;
  AdwStatusPage *refused;
  RelanceImportTerms *terms;
  RelanceImportList *list;
  AdwStatusPage *done;
  GtkWidget *review_button;

  /* Owned */
  RelanceDesk *desk;
  GCancellable *cancellable;
  GCancellable *sampling; /* the last reading for a page of columns */
  RelanceImportReport *report;
  RelanceImportPace *pace;
  GPtrArray *fields; /* by file of the import, what was said of its columns (GStrv), or NULL */

  /* State */
  guint progress_timer;
  gboolean first; /* nothing was in the book before */
  guint n_invoices;
  int asked_file; /* whose columns are asked for */
  gint64 change;
  char *typed; /* the name of the PDF to type from once it is kept, or NULL */
};

G_DEFINE_FINAL_TYPE (RelanceImportDialog, relance_import_dialog, ADW_TYPE_DIALOG)

static gboolean
look_at_pace_cb (gpointer data)
{
  RelanceImportDialog *self = data;
  double fraction;

  if (relance_import_pace_get (self->pace, &fraction))
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
progress_timer_cb (gpointer data)
{
  RelanceImportDialog *self = data;

  gtk_widget_set_visible (self->waiting, TRUE);
  self->progress_timer = g_timeout_add (MILLISECONDS_BETWEEN_LOOKS, look_at_pace_cb, self);
}

static void
show_work (RelanceImportDialog *self, const char *text)
{
  g_clear_pointer (&self->pace, relance_import_pace_unref);
  self->pace = relance_import_pace_new ();
  gtk_label_set_label (self->working, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (self->waiting, FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "working");
  g_clear_handle_id (&self->progress_timer, g_source_remove);
  self->progress_timer = g_timeout_add_once (MILLISECONDS_BEFORE_PROGRESS, progress_timer_cb, self);
}

static void
show_page (RelanceImportDialog *self, const char *name)
{
  g_clear_handle_id (&self->progress_timer, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_refused (RelanceImportDialog *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->refused, markup);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  show_page (self, "refused");
}

static void
show_error (RelanceImportDialog *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);

  show_refused (self, sentence);
}

static void
show_order (RelanceImportDialog *self)
{
  g_autofree char *order = relance_import_report_dup_order (self->report);

  gtk_label_set_label (self->order, order);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            relance_import_report_has_work (self->report));
}

static void
show_preview (RelanceImportDialog *self)
{
  show_order (self);
  gtk_widget_set_visible (self->bar, TRUE);
  show_page (self, "preview");
  gtk_widget_grab_focus (GTK_WIDGET (relance_import_report_has_work (self->report)
                                       ? GTK_WIDGET (self->import_button)
                                       : GTK_WIDGET (self->list)));
}

static const RelanceImportFile *
get_file (RelanceImportDialog *self, int index)
{
  return g_ptr_array_index (
    relance_import_get_files (relance_import_report_get_import (self->report)), (guint) index);
}

/* What the columns of the table hold when they are as somebody says now. */
static void
sampled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceImportColumnsPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceImportPreview)
    preview = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *refusal = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview && relance_import_get_files (preview->import)->len > 0)
    {
      const RelanceImportFile *file =
        g_ptr_array_index (relance_import_get_files (preview->import), 0);

      refusal = g_strdup (file->refused ? file->reason : NULL);
      items = relance_import_get_file_items (preview->import, 0);
    }
  else
    {
      refusal = error ? relance_wording_error (error)
                      : g_strdup (g_ptr_array_index (preview->refusals, 0));
      items = g_ptr_array_new ();
    }
  relance_import_columns_page_show (page, items, refusal);
}

static void
fields_changed_cb (RelanceImportDialog *self, RelanceImportColumnsPage *page)
{
  g_auto (GStrv) fields = relance_import_columns_page_dup_fields (page);
  GPtrArray *origins = relance_import_report_get_origins (self->report);
  g_autoptr (RelanceImportPace) pace = relance_import_pace_new ();
  RelanceImportErrand *errand = relance_import_errand_new (pace);

  g_cancellable_cancel (self->sampling);
  g_clear_object (&self->sampling);
  self->sampling = g_cancellable_new ();
  relance_import_errand_add (errand, g_ptr_array_index (origins, (guint) self->asked_file),
                             (const char *const *) fields);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_import_work_read, errand,
                          (GDestroyNotify) relance_import_errand_free,
                          (GDestroyNotify) relance_import_preview_free, self->sampling, sampled_cb,
                          g_object_ref (page));
}

static void start_reading (RelanceImportDialog *self, RelanceImportErrand *errand);

/* Every file is read again, each with what was said of it. */
static void
read_again (RelanceImportDialog *self)
{
  GPtrArray *origins = relance_import_report_get_origins (self->report);
  GPtrArray *unopened = relance_import_report_get_unopened (self->report);
  RelanceImportErrand *errand;

  show_work (self, _ ("Reading…"));
  errand = relance_import_errand_new (self->pace);
  for (guint i = 0; i < origins->len; i++)
    relance_import_errand_add (errand, g_ptr_array_index (origins, i),
                               g_ptr_array_index (self->fields, i));
  for (guint i = 0; i < unopened->len; i++)
    relance_import_errand_add (errand, g_ptr_array_index (unopened, i), NULL);
  start_reading (self, errand);
}

static void
columns_finished_cb (RelanceImportDialog *self, RelanceImportColumnsPage *page)
{
  g_strfreev (g_ptr_array_index (self->fields, (guint) self->asked_file));
  g_ptr_array_index (self->fields, (guint) self->asked_file) =
    relance_import_columns_page_dup_fields (page);
  g_cancellable_cancel (self->sampling);
  adw_navigation_view_pop (self->view);
  read_again (self);
}

static void
show_columns (RelanceImportDialog *self)
{
  const RelanceImportFile *file = get_file (self, self->asked_file);
  AdwNavigationPage *page = relance_import_columns_page_new (file->name, file->columns);

  g_signal_connect_object (page, "fields-changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "finished", G_CALLBACK (columns_finished_cb), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}

static void
columns_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceImportDialog) self = data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  show_preview (self);
  if (error)
    show_error (self, error);
  else if (get_file (self, self->asked_file)->columns)
    show_columns (self);
}

/* Of a table that was read, the first rows are fetched again. */
static void
columns_wanted_cb (RelanceImportDialog *self, int file_index)
{
  RelanceImportQuestion *question;

  self->asked_file = file_index;
  if (get_file (self, file_index)->columns)
    {
      show_columns (self);
      return;
    }

  question = g_new0 (RelanceImportQuestion, 1);
  question->import = relance_import_report_get_import (self->report);
  question->file_index = (guint) file_index;
  show_work (self, _ ("Reading…"));
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_import_work_columns, question,
                          g_free, NULL, NULL, columns_cb, g_object_ref (self));
}

/* One table of which too little is known: what its columns hold is the next thing to ask. */
static gboolean
is_one_unknown_table (RelanceImportDialog *self)
{
  return relance_import_report_get_origins (self->report)->len == 1 &&
         relance_import_report_get_unopened (self->report)->len == 0 &&
         get_file (self, 0)->refused && get_file (self, 0)->columns;
}

static void
show_report (RelanceImportDialog *self)
{
  g_autofree char *refusals = NULL;

  if (!self->fields)
    {
      self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_ptr_array_set_size (self->fields,
                            (int) relance_import_report_get_origins (self->report)->len);
    }
  if (!relance_import_report_has_rows (self->report))
    {
      refusals = relance_import_report_dup_refusals (self->report);
      show_refused (self, refusals);
      return;
    }

  relance_import_terms_show (self->terms, relance_import_report_count_assumed (self->report));
  relance_import_list_show (self->list, self->report);
  show_preview (self);
  if (is_one_unknown_table (self))
    columns_wanted_cb (self, 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  RelanceImportPreview *preview = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    {
      show_error (self, error);
      return;
    }

  g_clear_object (&self->report);
  self->report = relance_import_report_new (preview);
  relance_import_report_set_terms (self->report, relance_import_terms_get_chosen (self->terms));
  g_signal_connect_object (self->report, "choice-changed", G_CALLBACK (show_order), self,
                           G_CONNECT_SWAPPED);
  show_report (self);
}

/* @errand: (transfer full) */
static void
start_reading (RelanceImportDialog *self, RelanceImportErrand *errand)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_import_work_read, errand,
                          (GDestroyNotify) relance_import_errand_free,
                          (GDestroyNotify) relance_import_preview_free, self->cancellable, read_cb,
                          g_object_ref (self));
}

static char *
describe_first_import (RelanceImportDialog *self, const RelanceImportOutcome *outcome)
{
  g_autofree char *invoices = NULL;
  g_autofree char *late = NULL;

  if (self->n_invoices == 0)
    return g_strdup (outcome->summary);

  invoices = g_strdup_printf (
    /* Translators: how many invoices were imported */
    ngettext ("%d Invoice", "%d Invoices", (gulong) self->n_invoices), (int) self->n_invoices);
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
  g_autofree char *title = describe_first_import (self, outcome);

  self->change = outcome->change;
  adw_status_page_set_title (self->done, title);
  adw_status_page_set_description (self->done, outcome->ready > 0
                                                 ? _ ("The first draft is ready.")
                                                 : _ ("There is nobody to remind today."));
  gtk_widget_set_visible (self->review_button, outcome->ready > 0);
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

/* The dialog gives way to the one that the invoice is typed in. */
static void
type_invoice (RelanceImportDialog *self, const RelanceImportOutcome *outcome)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  tell_imported (self, outcome);
  adw_dialog_close (ADW_DIALOG (self));
  if (window)
    relance_waiting_page_type (GTK_WIDGET (window), self->desk, self->typed);
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
  else if (self->typed)
    type_invoice (self, outcome);
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
  RelanceImportOrder *order;

  if (!gtk_widget_get_visible (self->bar) || !relance_import_report_has_work (self->report))
    return;

  self->n_invoices = relance_import_report_count_invoices (self->report);
  /* It is whole or not at all, so closing waits for either. */
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  show_work (self, _ ("Importing…"));
  order = relance_import_order_new (relance_import_report_steal_import (self->report), self->pace,
                                    self->cancellable);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_import_work_apply, order,
                          (GDestroyNotify) relance_import_order_free,
                          (GDestroyNotify) relance_import_outcome_free, NULL, applied_cb,
                          g_object_ref (self));
}

/* The rows in sight show at once what becomes of them. */
static void
terms_changed_cb (RelanceImportDialog *self)
{
  if (self->report)
    relance_import_report_set_terms (self->report, relance_import_terms_get_chosen (self->terms));
}

static void
typing_wanted_cb (RelanceImportDialog *self, const char *file)
{
  g_free (self->typed);
  self->typed = g_path_get_basename (file);
  import_cb (self);
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
  RelanceImportDialog *self = RELANCE_IMPORT_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->sampling);
}

static void
relance_import_dialog_dispose (GObject *object)
{
  RelanceImportDialog *self = RELANCE_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->progress_timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->report);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (relance_import_dialog_parent_class)->dispose (object);
}

static void
relance_import_dialog_finalize (GObject *object)
{
  RelanceImportDialog *self = RELANCE_IMPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->sampling);
  g_clear_pointer (&self->pace, relance_import_pace_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self->typed);

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
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, waiting);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, working);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, terms);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, order);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, RelanceImportDialog, review_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, typing_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, terms_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
relance_import_dialog_init (RelanceImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->sampling = g_cancellable_new ();
  g_type_ensure (RELANCE_TYPE_IMPORT_LIST);
  g_type_ensure (RELANCE_TYPE_IMPORT_TERMS);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_import_dialog_new:
 * @files: (element-type GFile): files and folders, whatever they hold
 * @first: nothing is in the book yet; the dialog then ends on what to do next
 */
AdwDialog *
relance_import_dialog_new (RelanceDesk *desk, GListModel *files, gboolean first)
{
  RelanceImportDialog *self = g_object_new (RELANCE_TYPE_IMPORT_DIALOG, NULL);
  RelanceImportErrand *errand;

  self->desk = g_object_ref (desk);
  self->first = first;
  show_work (self, _ ("Reading…"));
  errand = relance_import_errand_new (self->pace);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      relance_import_errand_add (errand, file, NULL);
    }
  start_reading (self, errand);
  return ADW_DIALOG (self);
}

static void
take_choice (RelanceWindow *window, GListModel *files, const GError *error)
{
  if (files)
    relance_window_import (window, files);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relance_window_tell_error (window, error);
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel)
    files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  take_choice (window, files, error);
}

static void
folders_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) folders =
    gtk_file_dialog_select_multiple_folders_finish (GTK_FILE_DIALOG (source), result, &error);

  take_choice (window, folders, error);
}

/**
 * relance_import_dialog_choose:
 *
 * Asks for files, and shows what they hold.
 */
void
relance_import_dialog_choose (RelanceWindow *window)
{
  static const char *const suffixes[] = { "csv", "tsv", "txt", "xml", "pdf", "vcf" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, _ ("Invoices, Accounting Exports and Contacts"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (known, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, known);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _ ("Import Invoices"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Preview"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (window), NULL, files_chosen_cb,
                                 g_object_ref (window));
}

/**
 * relance_import_dialog_choose_folder:
 *
 * Asks for folders, and shows what the files in them hold.
 */
void
relance_import_dialog_choose_folder (RelanceWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Import a Folder"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Preview"));
  gtk_file_dialog_select_multiple_folders (dialog, GTK_WINDOW (window), NULL, folders_chosen_cb,
                                           g_object_ref (window));
}
