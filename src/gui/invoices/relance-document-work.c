/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-document-work.h"

#include "invoices/relance-invoice-work.h"
#include "relance-documents.h"
#include "relance-import-belongs.h"
#include "relance-invoices.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
  return FALSE;
}

/* A byte more than may be kept, so that the book refuses a longer file. */
static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree guint8 *content = NULL;
  gsize size = 0;

  /* What is no file, a folder or a pipe, may never end. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    {
      refuse (error, _ ("This is not a file that can be read. Nothing was kept."));
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  content = g_malloc (RELANCE_DOCUMENT_MAX + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), content, RELANCE_DOCUMENT_MAX + 1, &size,
                                cancellable, error))
    return NULL;
  return g_bytes_new (content, size);
}

static char *
guess_media_type (const char *name, GBytes *content)
{
  gsize size;
  const guchar *data = g_bytes_get_data (content, &size);
  g_autofree char *type = NULL;

  if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return g_strdup ("application/pdf");
  type = g_content_type_guess (name, data, size, NULL);
  return g_content_type_get_mime_type (type);
}

/* Returns: (transfer full): RelanceInvoiceDeed, of the invoice. */
gpointer
relance_document_work_attach (RelanceBook *book,
                              gpointer request,
                              GCancellable *cancellable,
                              GError **error)
{
  RelanceDocumentRequest *wanted = request;
  g_autofree char *name = g_file_get_basename (wanted->file);
  g_autoptr (GBytes) content = read_file (wanted->file, cancellable, error);
  g_autofree char *media_type = content != NULL ? guess_media_type (name, content) : NULL;
  gint64 change = 0;

  if (content == NULL ||
      relance_documents_add (book, wanted->id, name,
                             media_type != NULL ? media_type : "application/octet-stream", content,
                             &change, error) == 0)
    return NULL;
  return relance_invoice_deed_new (wanted->id, change);
}

/* Returns: (transfer full): RelanceInvoiceDeed, of the document. */
gpointer
relance_document_work_remove (RelanceBook *book,
                              gpointer request,
                              GCancellable *cancellable,
                              GError **error)
{
  RelanceDocumentRequest *wanted = request;
  gint64 change = 0;

  if (!relance_documents_remove (book, wanted->id, &change, error))
    return NULL;
  return relance_invoice_deed_new (wanted->id, change);
}

/* @request: of what waits; its name is the number, or the id, of an invoice. Returns: (transfer
 * full): RelanceInvoiceDeed, of the invoice. */
gpointer
relance_document_work_give (RelanceBook *book,
                            gpointer request,
                            GCancellable *cancellable,
                            GError **error)
{
  RelanceDocumentRequest *wanted = request;
  g_autoptr (RelanceInvoice) invoice = relance_invoices_find (book, wanted->name, error);
  gint64 change = 0;

  if (invoice == NULL || !relance_documents_give (book, wanted->id, invoice->id, &change, error))
    return NULL;
  return relance_invoice_deed_new (invoice->id, change);
}

/* Returns: (transfer full): GPtrArray of RelanceDocument, what waits for an invoice. */
gpointer
relance_document_work_list_waiting (RelanceBook *book,
                                    gpointer nothing,
                                    GCancellable *cancellable,
                                    GError **error)
{
  return relance_documents_list (book, 0, error);
}

/* Of a file that does not belong to the invoice nothing is kept. Returns: (transfer full):
 * RelanceInvoiceDeed, of the invoice, or of 0 when the file is to be imported. */
gpointer
relance_document_work_take (RelanceBook *book,
                            gpointer request,
                            GCancellable *cancellable,
                            GError **error)
{
  RelanceDocumentRequest *wanted = request;
  g_autoptr (GBytes) content = read_file (wanted->file, cancellable, NULL);
  g_autofree char *name = g_file_get_basename (wanted->file);
  gboolean belongs = FALSE;
  gint64 change = 0;

  if (content == NULL || g_bytes_get_size (content) > RELANCE_DOCUMENT_MAX)
    return relance_invoice_deed_new (0, 0);
  if (!relance_import_belongs_to (book, content, wanted->id, cancellable, &belongs, error))
    return NULL;
  if (!belongs)
    return relance_invoice_deed_new (0, 0);
  if (relance_documents_add (book, wanted->id, name, "application/pdf", content, &change, error) ==
      0)
    return NULL;
  return relance_invoice_deed_new (wanted->id, change);
}

/* The name came with a file from outside: it is never a way out of the folder. */
static char *
make_path (gint64 id, const char *name, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *folder =
    g_build_filename (g_get_user_cache_dir (), "relance", "opened", number, NULL);
  g_autofree char *base = g_path_get_basename (name);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      refuse (error, _ ("There is no place to put the file that is to be opened."));
      return NULL;
    }
  if (base[0] == '.' || base[0] == G_DIR_SEPARATOR)
    g_set_str (&base, "document");
  return g_build_filename (folder, base, NULL);
}

/* Where other programs can open it. Returns: (transfer full): the path. */
gpointer
relance_document_work_extract (RelanceBook *book,
                               gpointer request,
                               GCancellable *cancellable,
                               GError **error)
{
  RelanceDocumentRequest *wanted = request;
  g_autoptr (GBytes) content = relance_documents_read (book, wanted->id, error);
  g_autofree char *path = content != NULL ? make_path (wanted->id, wanted->name, error) : NULL;
  gsize size;
  const char *data;

  if (path == NULL)
    return NULL;
  data = g_bytes_get_data (content, &size);
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 error))
    return NULL;
  return g_steal_pointer (&path);
}

/* Returns: (transfer full): where it was written. */
gpointer
relance_document_work_write (RelanceBook *book,
                             gpointer request,
                             GCancellable *cancellable,
                             GError **error)
{
  RelanceDocumentRequest *wanted = request;
  g_autoptr (GBytes) content = relance_documents_read (book, wanted->id, error);
  gsize size;
  const char *data;

  if (content == NULL)
    return NULL;
  data = g_bytes_get_data (content, &size);
  if (!g_file_replace_contents (wanted->file, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                cancellable, error))
    return NULL;
  return g_file_get_uri (wanted->file);
}

/**
 * relance_document_request_new:
 * @file: (nullable)
 * @name: (nullable)
 */
RelanceDocumentRequest *
relance_document_request_new (gint64 id, GFile *file, const char *name)
{
  RelanceDocumentRequest *self = g_new0 (RelanceDocumentRequest, 1);

  self->id = id;
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->name = g_strdup (name);
  return self;
}

void
relance_document_request_free (RelanceDocumentRequest *self)
{
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self);
}
