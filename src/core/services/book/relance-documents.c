/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-documents.h"

#include "relance-clean.h"
#include "relance-invoices.h"
#include "relance-store-changes.h"
#include "relance-store-documents.h"

#include <glib/gi18n-lib.h>

static gboolean
add_document (RelanceBook *book,
              RelanceDocument *document,
              GBytes *content,
              gint64 *change,
              GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoice) invoice = NULL;

  if (document->invoice_id != 0)
    {
      invoice = relance_invoices_get (book, document->invoice_id, error);
      if (invoice == NULL)
        return FALSE;
    }
  if (!relance_store_find_attachment (store, content, document->invoice_id, &document->id, error))
    return FALSE;
  if (document->id != 0)
    return TRUE;
  return relance_store_add_change (
           store, relance_book_get_now (book), RELANCE_CHANGE_DOCUMENT_ADDED, document->name,
           invoice != NULL ? invoice->client_id : 0, document->invoice_id, change, error) &&
         relance_store_attach (store, document, 0, content, *change, &document->id, error);
}

static RelanceDocument *
find_document (RelanceBook *book, gint64 id, GError **error)
{
  RelanceDocument *document = NULL;

  if (relance_store_get_attachment (relance_book_get_store (book), id, &document, error) &&
      document == NULL)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                         _ ("There is no such document. Nothing was changed."));
  return document;
}

static gboolean
remove_document (RelanceBook *book, gint64 id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceDocument) document = find_document (book, id, error);
  g_autoptr (RelanceInvoice) invoice = NULL;

  if (document == NULL)
    return FALSE;
  if (document->invoice_id != 0)
    {
      invoice = relance_invoices_get (book, document->invoice_id, error);
      if (invoice == NULL)
        return FALSE;
    }
  return relance_store_add_change (
           store, relance_book_get_now (book), RELANCE_CHANGE_DOCUMENT_REMOVED, document->name,
           invoice != NULL ? invoice->client_id : 0, document->invoice_id, change, error) &&
         relance_store_detach (store, id, *change, error);
}

/* Where the invoice has the very bytes already, only the waiting ends. */
static gboolean
give_content (RelanceStore *store,
              const RelanceDocument *document,
              GBytes *content,
              gint64 invoice_id,
              gint64 change,
              GError **error)
{
  gint64 given;

  if (!relance_store_find_attachment (store, content, invoice_id, &given, error))
    return FALSE;
  if (given == 0 &&
      !relance_store_give_attachment (store, document->id, invoice_id, change, &given, error))
    return FALSE;
  return relance_store_detach (store, document->id, change, error);
}

static gboolean
give_document (RelanceBook *book, gint64 id, gint64 invoice_id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceDocument) document = find_document (book, id, error);
  g_autoptr (RelanceInvoice)
    invoice = document != NULL ? relance_invoices_get (book, invoice_id, error) : NULL;
  g_autoptr (GBytes) content = invoice != NULL ? relance_documents_read (book, id, error) : NULL;

  if (content == NULL)
    return FALSE;
  if (document->invoice_id != 0)
    return relance_clean_refuse (
      error, _ ("This file is kept with an invoice already. Nothing was changed."));
  return relance_store_add_change (store, relance_book_get_now (book),
                                   RELANCE_CHANGE_DOCUMENT_ADDED, document->name,
                                   invoice->client_id, invoice_id, change, error) &&
         give_content (store, document, content, invoice_id, *change, error);
}

static gboolean
check_size (GBytes *content, GError **error)
{
  gsize size = g_bytes_get_size (content);

  if (size == 0)
    return relance_clean_refuse (error, _ ("This file is empty. Nothing was kept."));
  if (size > RELANCE_DOCUMENT_MAX)
    return relance_clean_refuse (error, _ ("This file is larger than 25 MB. Nothing was kept."));
  return TRUE;
}

/**
 * relance_documents_add:
 * @invoice_id: what it belongs to, or 0 when it waits for an invoice that somebody types
 * @name: of the file; its folders are left off
 * @media_type: such as "application/pdf"
 * @content: 1 byte to %RELANCE_DOCUMENT_MAX
 * @change: (out) (optional): what to give relance_changes_undo(); 0 when nothing changed
 *
 * Keeps a file. The same bytes are kept once, however often they are attached; attaching them again
 * to what has them changes nothing.
 *
 * Returns: the id of the attachment; 0 with an error, and then the book is as it was
 */
gint64
relance_documents_add (RelanceBook *book,
                       gint64 invoice_id,
                       const char *name,
                       const char *media_type,
                       GBytes *content,
                       gint64 *change,
                       GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  g_autoptr (RelanceDocument) document = g_new0 (RelanceDocument, 1);
  gint64 own_change = 0;

  document->invoice_id = invoice_id;
  document->media_type = g_strdup (media_type);
  if (!check_size (content, error) || !relance_clean_text (valid, &document->name, error))
    return 0;
  if (document->name == NULL)
    {
      relance_clean_refuse (error, _ ("A file has a name. Nothing was kept."));
      return 0;
    }
  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, add_document (book, document, content, &own_change, error), error))
    return 0;
  if (change != NULL)
    *change = own_change;
  return document->id;
}

/**
 * relance_documents_list:
 * @invoice_id: an invoice, or 0 for what waits for one
 *
 * Returns: (transfer full) (element-type RelanceDocument): in the order they came
 */
GPtrArray *
relance_documents_list (RelanceBook *book, gint64 invoice_id, GError **error)
{
  return relance_store_list_attachments (relance_book_get_store (book), invoice_id, error);
}

/**
 * relance_documents_give:
 * @id: a document that waits for an invoice
 * @change: (out) (optional): what to give relance_changes_undo()
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or %RELANCE_SERVICE_ERROR_INVALID when it does not wait;
 *   the book is as it was then
 *
 * Keeps with an invoice what was kept until somebody typed it.
 */
gboolean
relance_documents_give (RelanceBook *book,
                        gint64 id,
                        gint64 invoice_id,
                        gint64 *change,
                        GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, give_document (book, id, invoice_id, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}

/**
 * relance_documents_write:
 * @path: of a file that is not there yet
 * @error: %RELANCE_SERVICE_ERROR_EXISTS when it is: nobody's file is overwritten
 *
 * Writes a document back to a file.
 */
gboolean
relance_documents_write (RelanceBook *book,
                         gint64 id,
                         const char *path,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) content = relance_documents_read (book, id, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) problem = NULL;
  gsize size;
  gconstpointer data;

  if (content == NULL)
    return FALSE;
  data = g_bytes_get_data (content, &size);
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, cancellable, &problem);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS,
                           _ ("There is a file of this name already. Nothing was written."));
      return FALSE;
    }
  if (stream == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;
  /* Half a file is none. */
  g_file_delete (file, NULL, NULL);
  return FALSE;
}

/**
 * relance_documents_read:
 *
 * Returns: (transfer full): the content; %NULL with %RELANCE_SERVICE_ERROR_NOT_FOUND when there is
 *   no such document, %RELANCE_SERVICE_ERROR_BLOCKED when it is not what was kept
 */
GBytes *
relance_documents_read (RelanceBook *book, gint64 id, GError **error)
{
  g_autoptr (RelanceDocument) document = find_document (book, id, error);
  g_autoptr (GBytes) content = NULL;
  gboolean intact = FALSE;

  if (document == NULL ||
      !relance_store_get_content (relance_book_get_store (book), id, &content, &intact, error))
    return NULL;
  if (intact)
    return g_steal_pointer (&content);
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED,
               /* Translators: %s is the name of a file. */
               _ ("%s is damaged: take it from its invoice and attach it again. Nothing was "
                  "changed."),
               document->name);
  return NULL;
}

/**
 * relance_documents_remove:
 * @change: (out) (optional): what to give relance_changes_undo()
 *
 * Takes a file from its invoice.
 */
gboolean
relance_documents_remove (RelanceBook *book, gint64 id, gint64 *change, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 own_change = 0;

  if (!relance_store_begin (store, error) ||
      !relance_store_end (store, remove_document (book, id, &own_change, error), error))
    return FALSE;
  if (change != NULL)
    *change = own_change;
  return TRUE;
}
