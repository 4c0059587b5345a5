/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-documents.h"

#include "invoices/relance-document-work.h"
#include "relance-document.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

/* What comes back to a widget that may be gone by then. */
typedef struct
{
  GtkWidget *widget;
  RelanceDesk *desk;
  gint64 id;
  char *told;
  GListModel *files; /* that were dropped, or NULL */
} Errand;

static Errand *
errand_new (GtkWidget *widget, RelanceDesk *desk, gint64 id, const char *told)
{
  Errand *self = g_new0 (Errand, 1);

  self->widget = g_object_ref (widget);
  self->desk = g_object_ref (desk);
  self->id = id;
  self->told = g_strdup (told);
  return self;
}

static void
errand_free (Errand *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->desk);
  g_free (self->told);
  g_clear_object (&self->files);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
tell_error (Errand *self, const GError *error)
{
  RelanceWindow *window = relance_window_of (self->widget);

  if (window != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relance_window_tell_error (window, error);
}

static const RelanceDocument *
find_document (GPtrArray *documents, gint64 id)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const RelanceDocument *document = documents->pdata[i];

      if (document->id == id)
        return document;
    }
  return NULL;
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    tell_error (errand, error);
}

static void
extracted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (errand->widget);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  if (path == NULL)
    tell_error (errand, error);
  else if (window != NULL)
    gtk_file_launcher_launch (launcher, GTK_WINDOW (window), NULL, launched_cb,
                              g_steal_pointer (&errand));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (errand->widget);

  if (path == NULL)
    tell_error (errand, error);
  else if (window != NULL)
    relance_window_tell (window, _ ("File saved"));
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  RelanceDesk *desk = errand->desk;
  gint64 id = errand->id;

  if (file == NULL)
    tell_error (errand, error);
  else
    relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_document_work_write,
                            relance_document_request_new (id, file, NULL),
                            (GDestroyNotify) relance_document_request_free, g_free, NULL,
                            written_cb, g_steal_pointer (&errand));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    tell_error (errand, error);
  else
    relance_invoice_documents_attach (errand->widget, errand->desk, errand->id, file);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceInvoiceDeed *deed =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (errand->widget);

  if (deed == NULL)
    tell_error (errand, error);
  else if (window != NULL && deed->change != 0)
    relance_window_tell_undo (window, errand->told, deed->change);
}

static void
say_kept (Errand *self, gint64 change)
{
  RelanceWindow *window = relance_window_of (self->widget);

  if (window == NULL)
    return;
  if (change != 0)
    relance_window_tell_undo (window, self->told, change);
  else
    relance_window_tell (window, _ ("This file is kept with the invoice already"));
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceInvoiceDeed *deed =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (deed == NULL)
    tell_error (errand, error);
  else
    say_kept (errand, deed->change);
}

/* What is not the invoice's is imported as if it was dropped elsewhere. */
static void
taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceInvoiceDeed *deed =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (errand->widget);

  if (deed == NULL)
    tell_error (errand, error);
  else if (deed->id != 0)
    say_kept (errand, deed->change);
  else if (window != NULL)
    relance_window_import (window, errand->files);
}

static void
add_menu (AdwActionRow *row, gint64 id)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { NC_ ("document", "_Open"), "invoice.open-document" },
    { NC_ ("document", "_Save As…"), "invoice.save-document" },
    { NC_ ("document", "_Remove"), "invoice.remove-document" },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem)
        item = g_menu_item_new (g_dpgettext2 (NULL, "document", items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", id);
      g_menu_append_item (menu, item);
    }
  relance_row_group_add_menu (row, menu, _ ("What Can Be Done"));
}

void
relance_invoice_documents_show (RelanceRowGroup *group, const RelanceInvoiceFacts *facts)
{
  relance_row_group_begin (group);
  if (facts->documents->len == 0)
    relance_row_group_add (group, _ ("No file is kept with it"),
                           _ ("A PDF that is kept here goes with reminders."));
  for (guint i = 0; i < facts->documents->len; i++)
    {
      const RelanceDocument *document = facts->documents->pdata[i];
      g_autofree char *size = g_format_size ((guint64) document->size);
      AdwActionRow *row = relance_row_group_add (group, document->name, size);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", document->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "invoice.open-document");
      add_menu (row, document->id);
    }
  relance_row_group_end (group);
}

/* In whatever program the system shows such files with. */
void
relance_invoice_documents_open (GtkWidget *widget,
                                RelanceDesk *desk,
                                GPtrArray *documents,
                                gint64 id)
{
  const RelanceDocument *document = find_document (documents, id);

  if (document != NULL)
    relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_document_work_extract,
                            relance_document_request_new (id, NULL, document->name),
                            (GDestroyNotify) relance_document_request_free, g_free, NULL,
                            extracted_cb, errand_new (widget, desk, id, NULL));
}

void
relance_invoice_documents_save (GtkWidget *widget,
                                RelanceDesk *desk,
                                GPtrArray *documents,
                                gint64 id)
{
  const RelanceDocument *document = find_document (documents, id);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  if (document == NULL)
    return;
  gtk_file_dialog_set_title (dialog, _ ("Save the File"));
  gtk_file_dialog_set_initial_name (dialog, document->name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, target_chosen_cb,
                        errand_new (widget, desk, id, NULL));
}

/* Asks for a file to keep with the invoice. */
void
relance_invoice_documents_choose (GtkWidget *widget, RelanceDesk *desk, gint64 invoice_id)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Keep a File with the Invoice"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb,
                        errand_new (widget, desk, invoice_id, NULL));
}

void
relance_invoice_documents_attach (GtkWidget *widget,
                                  RelanceDesk *desk,
                                  gint64 invoice_id,
                                  GFile *file)
{
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_document_work_attach,
                          relance_document_request_new (invoice_id, file, NULL),
                          (GDestroyNotify) relance_document_request_free, g_free, NULL, attached_cb,
                          errand_new (widget, desk, invoice_id, _ ("File kept with the invoice")));
}

/**
 * relance_invoice_documents_take:
 * @files: (element-type GFile): one that was dropped on the page of the invoice
 *
 * Keeps a PDF with the invoice when it has no data of its own or is that invoice; anything else is
 * shown as an import.
 */
void
relance_invoice_documents_take (GtkWidget *widget,
                                RelanceDesk *desk,
                                gint64 invoice_id,
                                GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  Errand *errand = errand_new (widget, desk, invoice_id, _ ("File kept with the invoice"));

  errand->files = g_object_ref (files);
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_document_work_take,
                          relance_document_request_new (invoice_id, file, NULL),
                          (GDestroyNotify) relance_document_request_free, g_free, NULL, taken_cb,
                          errand);
}

void
relance_invoice_documents_remove (GtkWidget *widget, RelanceDesk *desk, gint64 id)
{
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_document_work_remove,
                          relance_document_request_new (id, NULL, NULL),
                          (GDestroyNotify) relance_document_request_free, g_free, NULL, done_cb,
                          errand_new (widget, desk, id, _ ("File removed")));
}
