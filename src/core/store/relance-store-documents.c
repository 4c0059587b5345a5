/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-documents.h"

#include "relance-statement.h"

static RelanceDocument *
read_document (RelanceStatement *statement)
{
  RelanceDocument *document = g_new0 (RelanceDocument, 1);

  document->id = relance_statement_get_int (statement, 0);
  document->invoice_id = relance_statement_get_int (statement, 1);
  document->name = g_strdup (relance_statement_get_text (statement, 2));
  document->media_type = g_strdup (relance_statement_get_text (statement, 3));
  document->size = relance_statement_get_int (statement, 4);
  return document;
}

static gboolean
find_content (RelanceStore *self, const char *sum, gint64 *id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "document-of-sum", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, sum);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *id = row ? relance_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/* The same bytes are kept once. */
static gboolean
keep_content (RelanceStore *self,
              const RelanceDocument *document,
              GBytes *content,
              gint64 *id,
              GError **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (RelanceStatement) statement = NULL;

  if (!find_content (self, sum, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  statement = relance_store_prepare (self, "document-add", error);
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, sum);
  relance_statement_bind_static (statement, 2, document->name);
  relance_statement_bind_static (statement, 3, document->media_type);
  relance_statement_bind_bytes (statement, 4, content);
  return relance_statement_run (statement, id, error);
}

/**
 * relance_store_attach:
 * @document: its invoice (or 0), name and media type
 * @payment_id: the credit note it is, or 0
 * @content: kept once, however often the same bytes are attached
 * @change: the change that adds it
 * @id: (out): what ties it there
 *
 * Keeps a file with an invoice or a credit note, or until somebody types the invoice.
 */
gboolean
relance_store_attach (RelanceStore *self,
                      const RelanceDocument *document,
                      gint64 payment_id,
                      GBytes *content,
                      gint64 change,
                      gint64 *id,
                      GError **error)
{
  g_autoptr (RelanceStatement) statement = NULL;
  gint64 content_id;

  if (!keep_content (self, document, content, &content_id, error))
    return FALSE;
  statement = relance_store_prepare (self, "attachment-add", error);
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, content_id);
  if (document->invoice_id != 0)
    relance_statement_bind_int (statement, 2, document->invoice_id);
  if (payment_id != 0)
    relance_statement_bind_int (statement, 3, payment_id);
  relance_statement_bind_int (statement, 4, change);
  return relance_statement_run (statement, id, error);
}

/**
 * relance_store_find_attachment:
 * @content: the very bytes
 * @invoice_id: what they are attached to, or 0 for what waits
 * @id: (out): 0 when they are not
 */
gboolean
relance_store_find_attachment (RelanceStore *self,
                               GBytes *content,
                               gint64 invoice_id,
                               gint64 *id,
                               GError **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "attachment-of-sum", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, sum);
  if (invoice_id != 0)
    relance_statement_bind_int (statement, 2, invoice_id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *id = row ? relance_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * relance_store_give_attachment:
 * @id: what waits for an invoice
 * @given: (out): what ties the document to @invoice_id
 *
 * What waited is taken out by relance_store_detach().
 */
gboolean
relance_store_give_attachment (RelanceStore *self,
                               gint64 id,
                               gint64 invoice_id,
                               gint64 change,
                               gint64 *given,
                               GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "attachment-give", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  relance_statement_bind_int (statement, 2, invoice_id);
  relance_statement_bind_int (statement, 3, change);
  return relance_statement_run (statement, given, error);
}

/**
 * relance_store_detach:
 * @id: what ties a document to its invoice
 *
 * Its content stays, so that an undo finds it.
 */
gboolean
relance_store_detach (RelanceStore *self, gint64 id, gint64 change, GError **error)
{
  return relance_store_run (self, "attachment-remove", RELANCE_VALUES (id, change), error);
}

/**
 * relance_store_get_attachment:
 * @document: (out) (nullable) (transfer full): %NULL when there is none of that id
 */
gboolean
relance_store_get_attachment (RelanceStore *self,
                              gint64 id,
                              RelanceDocument **document,
                              GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "attachment", error);
  gboolean row;

  *document = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *document = read_document (statement);
  return TRUE;
}

/**
 * relance_store_get_content:
 * @content: (out) (nullable) (transfer full): %NULL when there is none of that id
 * @intact: (out) (optional): whether it is the very bytes that were kept; what was damaged on the
 *   disk may still open
 */
gboolean
relance_store_get_content (RelanceStore *self,
                           gint64 id,
                           GBytes **content,
                           gboolean *intact,
                           GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "attachment-content", error);
  g_autofree char *sum = NULL;
  gboolean row;

  *content = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *content = relance_statement_dup_bytes (statement, 0);
  if (intact != NULL)
    {
      sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, *content);
      *intact = g_strcmp0 (sum, relance_statement_get_text (statement, 1)) == 0;
    }
  return TRUE;
}

/**
 * relance_store_keeps_documents:
 * @keeps: (out): whether the book has the document of any invoice
 */
gboolean
relance_store_keeps_documents (RelanceStore *self, gboolean *keeps, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "attachments-any", error);
  gboolean row;

  *keeps = FALSE;
  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  *keeps = row && relance_statement_get_int (statement, 0) != 0;
  return TRUE;
}

/**
 * relance_store_list_attachments:
 * @invoice_id: an invoice, or 0 for what waits for one
 *
 * Returns: (transfer full) (element-type RelanceDocument): in the order they came
 */
GPtrArray *
relance_store_list_attachments (RelanceStore *self, gint64 invoice_id, GError **error)
{
  g_autoptr (GPtrArray) documents = relance_documents_new ();
  g_autoptr (RelanceStatement) statement = relance_store_prepare (
    self, invoice_id != 0 ? "attachments-of-invoice" : "attachments-waiting", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  if (invoice_id != 0)
    relance_statement_bind_int (statement, 1, invoice_id);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&documents);
      g_ptr_array_add (documents, read_document (statement));
    }
  return NULL;
}
