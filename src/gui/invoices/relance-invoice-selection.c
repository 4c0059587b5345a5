/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-selection.h"

#include "relance-export.h"
#include "relance-invoices-many.h"
#include "relance-list-text.h"
#include "relance-window.h"

#include <glib/gi18n.h>

/* What was done, to how many. */
typedef struct
{
  gint64 change;
  int count;
} Deed;

/* A list that is to be written, and the page that asked for it. */
typedef struct
{
  GtkWidget *page;
  RelanceDesk *desk;
  RelanceInvoiceQuery *query;
  char *path;
} Export;

static void
free_export (Export *self)
{
  g_object_unref (self->page);
  g_object_unref (self->desk);
  relance_invoice_query_free (self->query);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, free_export)

static void
tell_error (GtkWidget *page, const GError *error)
{
  RelanceWindow *window = relance_window_of (page);

  if (window != NULL)
    relance_window_tell_error (window, error);
}

/* Takes @text. */
static void
tell (GtkWidget *page, char *text, gint64 change)
{
  g_autofree char *told = text;
  RelanceWindow *window = relance_window_of (page);

  if (window == NULL)
    return;
  if (change != 0)
    relance_window_tell_undo (window, told, change);
  else
    relance_window_tell (window, told);
}

/* A RelanceUseCase. */
static gpointer
make_text (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  return relance_invoices_dup_text (book, ids, error);
}

/* A RelanceUseCase. */
static gpointer
pay (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  g_autofree Deed *deed = g_new0 (Deed, 1);

  deed->count =
    relance_invoices_pay_many (book, ids, relance_book_get_today (book), &deed->change, error);
  return deed->count > 0 ? g_steal_pointer (&deed) : NULL;
}

/* A RelanceUseCase. */
static gpointer
remove_rows (RelanceBook *book, gpointer ids, GCancellable *cancellable, GError **error)
{
  g_autofree Deed *deed = g_new0 (Deed, 1);

  deed->count = (int) ((GArray *) ids)->len;
  return relance_invoices_remove_many (book, ids, &deed->change, error) ? g_steal_pointer (&deed)
                                                                        : NULL;
}

/* A RelanceUseCase. */
static gpointer
write_list (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  Export *export = request;
  RelanceExportOrder order = {
    .path = export->path, .form = RELANCE_EXPORT_CSV, .query = export->query, .replace = TRUE
  };
  g_autofree RelanceExportCounts *counts = g_new0 (RelanceExportCounts, 1);

  return relance_export_write (book, &order, counts, cancellable, error) ? g_steal_pointer (&counts)
                                                                         : NULL;
}

static void
text_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (text == NULL)
    tell_error (page, error);
  else
    gdk_clipboard_set_text (gtk_widget_get_clipboard (page), text);
}

static void
paid_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree Deed *deed = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (deed == NULL)
    tell_error (page, error);
  else
    tell (page,
          /* Translators: %d is how many invoices were paid. */
          g_strdup_printf (ngettext ("%d payment recorded", "%d payments recorded", deed->count),
                           deed->count),
          deed->change);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree Deed *deed = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (deed == NULL)
    tell_error (page, error);
  else
    tell (page,
          /* Translators: %d is how many invoices. */
          g_strdup_printf (ngettext ("%d invoice removed", "%d invoices removed", deed->count),
                           deed->count),
          deed->change);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  GtkWidget *page = export->page;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceExportCounts *counts =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (counts == NULL)
    tell_error (page, error);
  else
    tell (page,
          /* Translators: %d is how many invoices were written to a file. */
          g_strdup_printf (
            ngettext ("%d invoice exported", "%d invoices exported", (int) counts->invoices),
            (int) counts->invoices),
          0);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  Export *request = export;

  if (file == NULL)
    return;
  export->path = g_file_get_path (file);
  /* Widgets are let go of here, and not where the list is written. */
  relance_desk_run_async (request->desk, RELANCE_LANE_BOOK, write_list, request, NULL, g_free, NULL,
                          written_cb, g_steal_pointer (&export));
}

static void
run (GtkWidget *page,
     RelanceDesk *desk,
     GArray *ids,
     RelanceUseCase use_case,
     GAsyncReadyCallback callback)
{
  if (ids->len == 0)
    return;
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, use_case, g_array_ref (ids),
                          (GDestroyNotify) g_array_unref, g_free, NULL, callback,
                          g_object_ref (page));
}

/* Puts them into the clipboard as a table of text. */
void
relance_invoice_selection_copy (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  run (page, desk, ids, make_text, text_made_cb);
}

/* Records that what remained due was received today. */
void
relance_invoice_selection_pay (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  run (page, desk, ids, pay, paid_cb);
}

void
relance_invoice_selection_remove (GtkWidget *page, RelanceDesk *desk, GArray *ids)
{
  run (page, desk, ids, remove_rows, removed_cb);
}

/* Asks for a file, and writes the whole list there. */
void
relance_invoice_selection_export (GtkWidget *page,
                                  RelanceDesk *desk,
                                  const RelanceInvoiceQuery *query)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Export *export = g_new0 (Export, 1);

  export->page = g_object_ref (page);
  export->desk = g_object_ref (desk);
  export->query = relance_invoice_query_copy (query);
  gtk_file_dialog_set_title (dialog, _ ("Export This List"));
  gtk_file_dialog_set_initial_name (dialog, _ ("invoices.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (page)), NULL, file_chosen_cb,
                        export);
}
