/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-selection.h"

#include "window/relance-window.h"

#include <glib/gi18n.h>

/* Something that was asked for on a page. */
typedef struct
{
  GtkWidget *page;
  RelanceSelectionWords words;
} Errand;

/* A list that is to be written, and the page that asked for it. */
typedef struct
{
  Errand *errand;
  RelanceDesk *desk;
  RelanceInvoiceQuery *invoices;
  RelanceClientQuery *clients;
  char *path;
} Export;

static Errand *
new_errand (GtkWidget *page, RelanceSelectionWords words)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->page = g_object_ref (page);
  errand->words = words;
  return errand;
}

static void
free_errand (Errand *self)
{
  g_object_unref (self->page);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

static void
free_export (Export *self)
{
  free_errand (self->errand);
  g_object_unref (self->desk);
  g_clear_pointer (&self->invoices, relance_invoice_query_free);
  g_clear_pointer (&self->clients, relance_client_query_free);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, free_export)

/* A RelanceUseCase. */
static gpointer
write_list (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  const Export *export = request;
  RelanceExportOrder order = { .path = export->path,
                               .form = RELANCE_EXPORT_CSV,
                               .query = export->invoices,
                               .clients = export->clients,
                               .replace = TRUE };
  RelanceExportCounts counts;
  g_autofree RelanceSelectionDone *done = g_new0 (RelanceSelectionDone, 1);

  if (!relance_export_write (book, &order, &counts, cancellable, error))
    return NULL;
  done->count = (int) (export->clients != NULL ? counts.clients : counts.invoices);
  return g_steal_pointer (&done);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceSelectionDone *done =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  relance_selection_tell (errand->page, done, errand->words, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceSelectionDone *done =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  relance_selection_tell (export->errand->page, done, export->errand->words, error);
}

static void
text_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (text == NULL)
    relance_selection_tell (page, NULL, NULL, error);
  else
    gdk_clipboard_set_text (gtk_widget_get_clipboard (page), text);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  Export *request = export;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  export->path = g_file_get_path (file);
  /* Widgets are let go of here, and not where the list is written. */
  relance_desk_run_async (request->desk, RELANCE_LANE_BOOK, write_list, request, NULL, g_free, NULL,
                          written_cb, g_steal_pointer (&export));
}

/**
 * relance_selection_tell:
 * @done: (nullable): what was done, or %NULL with @error
 * @words: says it
 */
void
relance_selection_tell (GtkWidget *page,
                        RelanceSelectionDone *done,
                        RelanceSelectionWords words,
                        const GError *error)
{
  RelanceWindow *window = relance_window_of (page);
  g_autofree char *text = done != NULL ? words (done->count) : NULL;

  if (window == NULL)
    return;
  if (done != NULL)
    relance_window_tell_undo (window, text, done->change);
  else
    relance_window_tell_error (window, error);
}

/**
 * relance_selection_run:
 * @ids: (element-type gint64): what @use_case is about
 * @use_case: returns a RelanceSelectionDone
 * @words: says what was done
 */
void
relance_selection_run (GtkWidget *page,
                       RelanceDesk *desk,
                       GArray *ids,
                       RelanceUseCase use_case,
                       RelanceSelectionWords words)
{
  if (ids->len == 0)
    return;
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, use_case, g_array_ref (ids),
                          (GDestroyNotify) g_array_unref, g_free, NULL, done_cb,
                          new_errand (page, words));
}

/**
 * relance_selection_copy:
 * @make_text: returns text, for the clipboard
 */
void
relance_selection_copy (GtkWidget *page, RelanceDesk *desk, GArray *ids, RelanceUseCase make_text)
{
  if (ids->len == 0)
    return;
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, make_text, g_array_ref (ids),
                          (GDestroyNotify) g_array_unref, g_free, NULL, text_made_cb,
                          g_object_ref (page));
}

/**
 * relance_selection_export:
 * @order: which invoices, or which clients
 * @name: of the file, to begin with
 * @words: says how many were written
 *
 * Asks for a file, and writes the whole list there.
 */
void
relance_selection_export (GtkWidget *page,
                          RelanceDesk *desk,
                          const RelanceExportOrder *order,
                          const char *name,
                          RelanceSelectionWords words)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Export *export = g_new0 (Export, 1);

  export->errand = new_errand (page, words);
  export->desk = g_object_ref (desk);
  if (order->query != NULL)
    export->invoices = relance_invoice_query_copy (order->query);
  if (order->clients != NULL)
    export->clients = relance_client_query_copy (order->clients);
  gtk_file_dialog_set_title (dialog, _ ("Export This List"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (page)), NULL, file_chosen_cb,
                        export);
}
