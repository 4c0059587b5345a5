/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-write.h"

#include "relance-clients.h"
#include "relance-import-mapping.h"
#include "relance-import-source.h"
#include "relance-import-write-rows.h"
#include "relance-store-changes.h"
#include "relance-store-clients.h"
#include "relance-store-contacts.h"
#include "relance-store-documents.h"
#include "relance-store-import.h"

#include <glib/gi18n-lib.h>

/* Within the transaction of one import. */
typedef struct
{
  RelanceBook *book;
  RelanceStore *store;
  const RelanceImportOrder *order;
  RelanceClient *pattern; /* what a client that comes by a file starts with */
  gint64 change;
} Writer;

static gboolean
check_unchanged (RelanceStore *store, gint64 expected_change, GError **error)
{
  gint64 last;

  if (!relance_store_get_last_change (store, &last, error))
    return FALSE;
  if (last == expected_change)
    return TRUE;

  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE,
                       _ ("The book has changed since the file was read. Nothing was imported; "
                          "import the file again."));

  return FALSE;
}

static gboolean
is_written (RelanceImportFate fate, gboolean skipped)
{
  return !skipped && (fate == RELANCE_IMPORT_NEW || fate == RELANCE_IMPORT_CHANGED);
}

static gboolean
add_client (Writer *writer, RelancePlannedClient *client, GError **error)
{
  g_autoptr (RelanceClient) new_client = relance_client_copy (writer->pattern);
  char **text;

  g_set_str (&new_client->name, client->name);
  for (guint i = 0; (text = relance_client_get_text_at (client->client, i)) != NULL; i++)
    if (*text != NULL)
      g_set_str (relance_client_get_text_at (new_client, i), *text);
  new_client->title = client->client->title;
  if (client->client->kind == RELANCE_KIND_CONSUMER)
    new_client->kind = RELANCE_KIND_CONSUMER;

  return relance_store_add_client (writer->store, new_client, writer->change, &client->written_id,
                                   error);
}

/* The first row of a client that is written brings the client along. */
static gboolean
write_client (Writer *writer, RelancePlannedClient *client, GError **error)
{
  if (client->written_id != 0)
    return TRUE;
  if (client->id == 0)
    return add_client (writer, client, error);

  client->written_id = client->id;

  return !client->learned ||
         (relance_store_revise_client (writer->store, writer->change, client->id, error) &&
          relance_store_update_client (writer->store, client->client, error));
}

/* A client that came with a person only is written to there. */
static gboolean
choose_contact (Writer *writer, RelancePlannedClient *client, gint64 contact_id, GError **error)
{
  g_autoptr (RelanceClient) written = NULL;

  if (!relance_store_get_client (writer->store, client->written_id, RELANCE_DATE_NONE, &written,
                                 error))
    return FALSE;
  if (written->email != NULL || written->reminder_contact_id != 0)
    return TRUE;
  written->reminder_contact_id = contact_id;

  return relance_store_update_client (writer->store, written, error);
}

static gboolean
write_card (Writer *writer, const RelancePlannedCard *card, GError **error)
{
  gint64 id;

  if (!is_written (card->fate, card->skipped))
    return TRUE;
  if (!write_client (writer, card->client, error))
    return FALSE;
  if (card->contact == NULL)
    return TRUE;
  if (card->fate == RELANCE_IMPORT_CHANGED)
    return relance_store_update_contact (writer->store, card->contact, writer->change, error);

  return relance_store_add_contact (writer->store, card->client->written_id, card->contact,
                                    writer->change, &id, error) &&
         (card->client->id != 0 || card->contact->email == NULL ||
          choose_contact (writer, card->client, id, error));
}

static gboolean
write_cards (Writer *writer, GError **error)
{
  for (guint i = 0; i < writer->order->cards->len; i++)
    if (!write_card (writer, writer->order->cards->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
write_contact (Writer *writer, const RelancePlannedRow *row, GError **error)
{
  gint64 id;

  return row->contact == NULL ||
         relance_store_add_contact (writer->store, row->client->written_id, row->contact,
                                    writer->change, &id, error);
}

static gboolean
write_clients (Writer *writer, GError **error)
{
  for (guint i = 0; i < writer->order->rows->len; i++)
    {
      const RelancePlannedRow *row = writer->order->rows->pdata[i];

      if (is_written (row->fate, row->skipped) &&
          (!write_client (writer, row->client, error) || !write_contact (writer, row, error)))
        return FALSE;
    }

  return TRUE;
}

/* Read again, for a thousand of them would not fit into memory; what has changed meanwhile is
 * another document. */
static GBytes *
load_document (const RelancePlannedDocument *document, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  if (document->bytes != NULL)
    return g_bytes_ref (document->bytes);
  bytes = relance_import_source_load (document->path, error);
  if (bytes == NULL)
    return NULL;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (sha256, document->sha256))
    return g_steal_pointer (&bytes);

  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE,
               /* Translators: %s is the name of a file. */
               _ ("“%s” has changed since it was read. Nothing was imported; import it again."),
               document->name);

  return NULL;
}

static gboolean
keep_document (Writer *writer,
               const RelancePlannedDocument *document,
               gint64 invoice_id,
               gint64 payment_id,
               GError **error)
{
  g_autoptr (GBytes) bytes = load_document (document, error);
  const RelanceDocument kept = { .invoice_id = invoice_id,
                                 .name = document->name,
                                 .media_type = (char *) "application/pdf" };
  gint64 id;

  return bytes != NULL &&
         relance_store_attach (writer->store, &kept, payment_id, bytes, writer->change, &id, error);
}

static gboolean
write_documents (Writer *writer, GError **error)
{
  for (guint i = 0; i < writer->order->rows->len; i++)
    {
      const RelancePlannedRow *row = writer->order->rows->pdata[i];
      gboolean note = relance_planned_row_is_note (row);

      if (is_written (row->fate, row->skipped) && (row->flags & RELANCE_PLAN_DOCUMENT) &&
          !keep_document (writer, row->document, note ? 0 : row->written_id,
                          note ? row->written_id : 0, error))
        return FALSE;
    }
  for (guint i = 0; i < writer->order->documents->len; i++)
    {
      const RelancePlannedDocument *document = writer->order->documents->pdata[i];

      if (!document->skipped && !document->known && !keep_document (writer, document, 0, 0, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_mappings (Writer *writer, GError **error)
{
  for (guint i = 0; i < writer->order->mappings->len; i++)
    {
      const RelanceImportMapping *mapping = writer->order->mappings->pdata[i];

      if (!relance_store_keep_mapping (writer->store, mapping->shape, mapping->columns,
                                       relance_book_get_now (writer->book), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_own (Writer *writer, GCancellable *cancellable, GError **error)
{
  return writer->order->own == NULL ||
         relance_import_own_write (writer->order->own, writer->book, writer->change, cancellable,
                                   error);
}

/* An earlier try may have been rolled back. */
static void
forget_written (const RelanceImportOrder *order)
{
  for (guint i = 0; i < order->rows->len; i++)
    {
      RelancePlannedRow *row = order->rows->pdata[i];

      row->written_id = 0;
      if (row->client != NULL)
        row->client->written_id = 0;
    }
  for (guint i = 0; i < order->cards->len; i++)
    {
      const RelancePlannedCard *card = order->cards->pdata[i];

      if (card->client != NULL)
        card->client->written_id = 0;
    }
}

static gboolean
write_all (Writer *writer, GCancellable *cancellable, int *n_payments, GError **error)
{
  return check_unchanged (writer->store, writer->order->expected_change, error) &&
         relance_store_add_change (writer->store, relance_book_get_now (writer->book),
                                   RELANCE_CHANGE_IMPORT, writer->order->detail, 0, 0,
                                   &writer->change, error) &&
         write_clients (writer, error) && write_cards (writer, error) &&
         relance_import_write_rows (writer->store, writer->order, writer->change, cancellable,
                                    n_payments, error) &&
         write_documents (writer, error) && write_mappings (writer, error) &&
         write_own (writer, cancellable, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * relance_import_write:
 * @change: (out): the change that an undo takes back
 * @n_payments: (out): how many payments were recorded
 *
 * Writes an import in one transaction: all of it is in the book, or none.
 */
gboolean
relance_import_write (RelanceBook *book,
                      const RelanceImportOrder *order,
                      GCancellable *cancellable,
                      gint64 *change,
                      int *n_payments,
                      GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClient) pattern = relance_client_new_for_book (book, "-", error);
  Writer writer = { .book = book, .store = store, .order = order, .pattern = pattern };
  gboolean done;

  if (pattern == NULL || !relance_store_begin (store, error))
    return FALSE;

  forget_written (order);
  *n_payments = 0;
  relance_store_set_cancellable (store, cancellable);
  done = write_all (&writer, cancellable, n_payments, error);
  relance_store_set_cancellable (store, NULL);
  *change = writer.change;

  return relance_store_end (store, done, error);
}
