/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-private.h"

#include "relance-document.h"
#include "relance-text.h"
#include "relance-wording-import.h"

#include <glib/gi18n-lib.h>

/* How often somebody who waits is listened to. */
#define ROWS_BETWEEN_LOOKS 1024

/* The same invoice in an earlier file. What this one adds is that one’s to bring. */
static gboolean
meet_earlier (RelanceImport *self,
              RelanceStore *store,
              RelancePlannedRow *planned,
              RelancePlannedRow *earlier,
              GError **error)
{
  RelanceImportRow merged;
  gboolean done;

  if (!relance_planned_row_meet (planned, earlier, &merged))
    {
      if (planned->fate == RELANCE_IMPORT_REJECTED)
        planned->reason_value = relance_import_get_file (self, earlier->file)->name;
      return TRUE;
    }
  relance_import_count_row (self, earlier, -1);
  g_ptr_array_add (self->merged, g_memdup2 (&merged, sizeof merged));
  earlier->row = self->merged->pdata[self->merged->len - 1];
  earlier->reason = NULL;
  done = relance_planned_row_compare (earlier, store, self->today, error);
  relance_import_count_row (self, earlier, 1);

  return done;
}

static gboolean
plan_row (RelanceImport *self, RelanceStore *store, RelancePlannedRow *planned, GError **error)
{
  const RelanceImportRow *row = planned->row;
  RelancePlannedRow *earlier;

  if (row->reason != NULL)
    {
      planned->fate = RELANCE_IMPORT_REJECTED;
      planned->reason = row->reason;
      planned->reason_value = row->reason_value;
      return TRUE;
    }

  planned->client = relance_import_clients_find (self->clients, row, planned->ledger);
  earlier = g_hash_table_size (self->taken) > 0 ? g_hash_table_lookup (self->taken, planned) : NULL;
  if (earlier != NULL)
    return meet_earlier (self, store, planned, earlier, error);
  if (!relance_planned_row_compare (planned, store, self->today, error))
    return FALSE;
  if (planned->fate != RELANCE_IMPORT_REJECTED && self->n_indexed > planned->index)
    g_hash_table_add (self->taken, planned);

  return TRUE;
}

/* A table joins its own rows, by the name of the client: only where two names may be one client, or
 * another file follows, can the same invoice come again. */
static void
index_rows (RelanceImport *self, const RelanceImportTable *table)
{
  for (guint i = self->n_indexed; i < self->rows->len; i++)
    {
      RelancePlannedRow *row = self->rows->pdata[i];

      if (row->fate != RELANCE_IMPORT_REJECTED && !g_hash_table_contains (self->taken, row))
        g_hash_table_add (self->taken, row);
    }
  self->n_indexed = self->rows->len;
  if (!g_str_equal (table->format, "csv") || relance_import_clients_have_aliases (self->clients))
    self->n_indexed += table->rows->len;
}

static gboolean
plan_table (RelanceImport *self,
            RelanceStore *store,
            const RelanceImportTable *table,
            RelancePlannedDocument *document,
            GCancellable *cancellable,
            GError **error)
{
  RelancePlannedRow *block = g_new0 (RelancePlannedRow, table->rows->len);

  g_ptr_array_add (self->blocks, block);
  index_rows (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      RelancePlannedRow *planned = &block[i];

      planned->row = &g_array_index (table->rows, RelanceImportRow, i);
      planned->index = self->rows->len;
      planned->file = self->files->len - 1;
      planned->ledger = table->ledger_case != RELANCE_LEDGER_NONE;
      planned->own_iban = self->iban;
      planned->usual_terms = &self->usual_terms;
      planned->document = document;
      g_ptr_array_add (self->rows, planned);
      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!plan_row (self, store, planned, error))
        {
          planned->fate = 0;
          return FALSE;
        }
      relance_import_count_row (self, planned, 1);
    }

  return TRUE;
}

static gboolean
plan_cards (RelanceImport *self, RelanceStore *store, const GPtrArray *cards, GError **error)
{
  for (guint i = 0; i < cards->len; i++)
    {
      RelancePlannedCard *card = relance_planned_card_new (cards->pdata[i], self->files->len - 1,
                                                           self->clients, store, error);

      if (card == NULL)
        return FALSE;
      g_ptr_array_add (self->cards, card);
      relance_import_count_card (self, card, 1);
    }

  return TRUE;
}

/* The same PDF twice is one. */
static gboolean
is_waiting (RelanceImport *self, const char *sha256)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (g_str_equal (((RelancePlannedDocument *) self->waiting->pdata[i])->sha256, sha256))
      return TRUE;

  return FALSE;
}

static RelancePlannedDocument *
add_document (RelanceImport *self, const RelanceImportFile *file, GBytes *bytes)
{
  RelancePlannedDocument *document = g_new0 (RelancePlannedDocument, 1);
  g_autofree char *base = g_path_get_basename (file->name);

  document->path = g_strdup (file->path);
  document->name = relance_text_clean_name (base, NULL);
  if (document->name == NULL)
    document->name = g_strdup ("PDF");
  document->bytes = file->path == NULL ? g_bytes_ref (bytes) : NULL;
  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  document->file = self->files->len - 1;
  g_ptr_array_add (self->documents, document);

  return document;
}

static gboolean
plan_waiting (RelanceImport *self,
              RelanceStore *store,
              RelanceImportFile *file,
              RelancePlannedDocument *document,
              GError **error)
{
  document->waiting = TRUE;
  g_set_str (&file->reason, _ ("There is no e-invoice in this PDF. It is kept for the invoice that "
                               "you type."));
  if (!relance_store_is_attached (store, document->sha256, 0, 0, &document->known, error))
    return FALSE;
  document->known |= is_waiting (self, document->sha256);
  g_ptr_array_add (self->waiting, document);
  relance_import_count_document (self, document, 1);

  return TRUE;
}

static gboolean
refuse_large (GError **error)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                       _ ("There is no e-invoice in this PDF, and it is larger than 25 MB: it is "
                          "not kept."));

  return FALSE;
}

static const char *
get_case_word (RelanceLedgerCase ledger_case)
{
  switch (ledger_case)
    {
    case RELANCE_LEDGER_LETTERED:
      return "lettered";
    case RELANCE_LEDGER_UNLETTERED:
      return "unlettered";
    case RELANCE_LEDGER_USELESS:
      return "useless";
    case RELANCE_LEDGER_NONE:
    default:
      return NULL;
    }
}

static void
describe_ledger (RelanceImportFile *file, RelanceLedgerCase ledger_case)
{
  file->ledger_case = get_case_word (ledger_case);
  if (file->ledger_case == NULL)
    return;
  g_set_str (&file->advice, relance_wording_ledger (file->ledger_case));
  if (ledger_case == RELANCE_LEDGER_USELESS)
    g_set_str (&file->reason, file->advice);
}

/**
 * relance_import_plan_content:
 * @file: the last one of the import
 * @content: what was read of it; the import keeps it
 *
 * Compares what is in a file with the book and with the files before it.
 */
gboolean
relance_import_plan_content (RelanceImport *self,
                             RelanceBook *book,
                             RelanceImportFile *file,
                             GBytes *bytes,
                             RelanceImportContent *content,
                             GCancellable *cancellable,
                             GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gboolean keeps = content->is_pdf && g_bytes_get_size (bytes) <= RELANCE_DOCUMENT_MAX;
  RelancePlannedDocument *document = keeps ? add_document (self, file, bytes) : NULL;
  gboolean done = TRUE;

  file->recognised = content->recognised;
  file->first_row = self->rows->len;
  if (content->table != NULL)
    {
      RelanceImportTable *table = g_steal_pointer (&content->table);

      g_ptr_array_add (self->tables, table);
      describe_ledger (file, table->ledger_case);
      done = plan_table (self, store, table, document, cancellable, error);
      file->n_rows = self->rows->len - file->first_row;
    }
  else if (content->cards != NULL)
    {
      g_ptr_array_add (self->decks, g_ptr_array_ref (content->cards));
      done = plan_cards (self, store, content->cards, error);
      file->n_rows = content->cards->len;
    }
  else if (document != NULL)
    done = plan_waiting (self, store, file, document, error);
  else
    done = refuse_large (error);

  return done;
}

/* Takes back what was planned of a file that turned out to stop the import. */
void
relance_import_forget_last_file (RelanceImport *self, guint n_rows, guint n_cards)
{
  self->n_indexed = MIN (self->n_indexed, n_rows);
  while (self->rows->len > n_rows)
    {
      RelancePlannedRow *row = self->rows->pdata[self->rows->len - 1];

      if (g_hash_table_lookup (self->taken, row) == row)
        g_hash_table_remove (self->taken, row);
      if (row->fate != 0)
        relance_import_count_row (self, row, -1);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->cards->len > n_cards)
    {
      relance_import_count_card (self, self->cards->pdata[self->cards->len - 1], -1);
      g_ptr_array_set_size (self->cards, (int) self->cards->len - 1);
    }
  g_ptr_array_set_size (self->files, (int) self->files->len - 1);
}
