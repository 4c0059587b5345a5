/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-private.h"

#include "relance-backups.h"
#include "relance-import-error.h"
#include "relance-import-file.h"
#include "relance-import-item.h"
#include "relance-import-mapping.h"
#include "relance-import-write.h"
#include "relance-wording-import.h"

#include <glib/gi18n-lib.h>

/* How many names of files the history holds of an import. */
#define NAMES_IN_HISTORY 5

/* What an item's index is about: the rest of it is a place among its kind. */
typedef enum
{
  INDEX_ROW,
  INDEX_CARD,
  INDEX_DOCUMENT,
  INDEX_OWN, /* never chosen */
  N_INDICES,
} IndexKind;

static void
free_document (gpointer data)
{
  RelancePlannedDocument *document = data;

  g_free (document->path);
  g_free (document->name);
  g_free (document->sha256);
  g_clear_pointer (&document->bytes, g_bytes_unref);
  g_free (document);
}

static guint
hash_row (gconstpointer data)
{
  const RelancePlannedRow *row = data;

  return g_str_hash (row->row->number) * 31 + g_direct_hash (row->client) +
         relance_planned_row_is_note (row);
}

static gboolean
is_same_document (gconstpointer a, gconstpointer b)
{
  const RelancePlannedRow *one = a, *other = b;

  return one->client == other->client &&
         relance_planned_row_is_note (one) == relance_planned_row_is_note (other) &&
         g_str_equal (one->row->number, other->row->number);
}

static RelanceImportItem *
finish_item (RelanceImport *self, RelanceImportItem *item, IndexKind kind, guint place)
{
  item->index = place * N_INDICES + kind;
  item->file = g_strdup (relance_import_get_file (self, item->file_index)->name);

  return item;
}

static gboolean
has_room (const GPtrArray *items, int limit)
{
  return limit < 0 || items->len < (guint) limit;
}

static int
count_late (RelanceImport *self)
{
  int late = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RelancePlannedRow *planned = self->rows->pdata[i];

      late += planned->fate == RELANCE_IMPORT_NEW && !planned->skipped &&
              !relance_planned_row_is_note (planned) && planned->due < self->today &&
              planned->row->paid < planned->row->total;
    }

  return self->own != NULL ? relance_import_own_get_counts (self->own)->late : late;
}

/* The first names, for the history to tell an import by. */
static char *
dup_names (RelanceImport *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n_names = 0;

  for (guint i = 0; i < self->files->len && n_names < NAMES_IN_HISTORY; i++)
    if (!relance_import_get_file (self, i)->refused)
      {
        g_strv_builder_add (names, relance_import_get_file (self, i)->name);
        n_names++;
      }
  if (self->files->len > NAMES_IN_HISTORY)
    g_strv_builder_add (names, "…");
  list = g_strv_builder_end (names);

  return g_strjoinv (", ", list);
}

/* Is there anything to write? */
static gboolean
has_work (RelanceImport *self)
{
  const RelanceImportCounts *counts = &self->counts;

  return counts->created + counts->updated + counts->kept + counts->clients_created +
           counts->contacts_created + counts->payments_created >
         0;
}

/**
 * relance_import_new:
 *
 * Returns: (transfer full): an import of no file yet
 */
RelanceImport *
relance_import_new (void)
{
  RelanceImport *self = g_new0 (RelanceImport, 1);

  self->choices = relance_import_choices_new ();
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_import_file_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_import_table_free);
  self->decks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->merged = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_planned_row_clear);
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_planned_card_free);
  self->documents = g_ptr_array_new_with_free_func (free_document);
  self->waiting = g_ptr_array_new ();
  self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_import_mapping_free);
  self->clients = relance_import_clients_new ();
  self->taken = g_hash_table_new (hash_row, is_same_document);
  self->usual_terms =
    (RelanceTerms) { .mode = RELANCE_TERMS_NET, .days = RELANCE_ROW_DEFAULT_DAYS };

  return self;
}

void
relance_import_free (RelanceImport *self)
{
  g_hash_table_unref (self->taken);
  g_clear_pointer (&self->own, relance_import_own_free);
  g_ptr_array_unref (self->mappings);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->blocks);
  relance_import_clients_free (self->clients);
  g_ptr_array_unref (self->merged);
  g_ptr_array_unref (self->decks);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->files);
  g_array_unref (self->choices);
  g_free (self->iban);
  g_free (self);
}

/**
 * relance_import_set_progress:
 * @progress: (nullable): called with the files that are read of a folder, then with the rows that
 *   are written, on the thread that does it
 */
void
relance_import_set_progress (RelanceImport *self, RelanceImportProgress progress, gpointer data)
{
  self->progress = progress;
  self->progress_data = data;
}

/**
 * relance_import_map:
 * @column: the name of a column, or its place from 1
 * @field: number, issued, due, client, email, label, total, net, vat, paid, paid_on,
 *   balance, currency, status, terms, or ignore
 * @error: %RELANCE_SERVICE_ERROR_INVALID when there is no such field
 *
 * Says what a column holds, for the tables that are read from now on; and, once the import is
 * written, for tables of the same columns in later imports.
 */
gboolean
relance_import_map (RelanceImport *self, const char *column, const char *field, GError **error)
{
  RelanceImportField known;

  if (!relance_import_field_from_name (field, &known))
    {
      g_autoptr (GError)
        unknown = g_error_new_literal (RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_FIELD, field);
      g_autofree char *sentence = relance_wording_refused_file (unknown);

      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
      return FALSE;
    }
  relance_import_choices_add (self->choices, column, known);

  return TRUE;
}

/**
 * relance_import_unmap:
 *
 * Forgets what relance_import_map() was told, for the tables that are read from now on.
 */
void
relance_import_unmap (RelanceImport *self)
{
  g_array_set_size (self->choices, 0);
}

/**
 * relance_import_get_files:
 *
 * Returns: (transfer none) (element-type RelanceImportFile): what became of each file
 */
GPtrArray *
relance_import_get_files (RelanceImport *self)
{
  return self->files;
}

RelanceImportFile *
relance_import_get_file (RelanceImport *self, guint index)
{
  return self->files->pdata[index];
}

/**
 * relance_import_get_counts:
 *
 * Returns: (transfer none): what the import would do, or did
 */
const RelanceImportCounts *
relance_import_get_counts (RelanceImport *self)
{
  return &self->counts;
}

/* Of an export only what does not fit is shown row by row: the rest is taken whole. */
static void
add_own_items (RelanceImport *self, GPtrArray *items, int limit)
{
  g_autoptr (GPtrArray) own = relance_import_own_list_refused (self->own);

  for (guint i = 0; i < own->len && has_room (items, limit); i++)
    g_ptr_array_add (items, finish_item (self, g_object_ref (own->pdata[i]), INDEX_OWN, i));
}

/**
 * relance_import_get_items:
 * @fate: only these, or 0 for all
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type RelanceImportItem): invoices and credit notes, then
 *   cards, then PDFs that are kept, each in the order of the files
 */
GPtrArray *
relance_import_get_items (RelanceImport *self, RelanceImportFate fate, int limit)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len && has_room (items, limit); i++)
    {
      const RelancePlannedRow *row = self->rows->pdata[i];

      if (fate == 0 || row->fate == fate)
        g_ptr_array_add (items,
                         finish_item (self, relance_import_item_new_row (row), INDEX_ROW, i));
    }
  for (guint i = 0; i < self->cards->len && has_room (items, limit); i++)
    {
      const RelancePlannedCard *card = self->cards->pdata[i];

      if (fate == 0 || card->fate == fate)
        g_ptr_array_add (items,
                         finish_item (self, relance_import_item_new_card (card), INDEX_CARD, i));
    }
  for (guint i = 0; i < self->waiting->len && has_room (items, limit); i++)
    {
      RelancePlannedDocument *document = self->waiting->pdata[i];
      RelanceImportFate own = document->known ? RELANCE_IMPORT_UNCHANGED : RELANCE_IMPORT_KEPT;

      if (fate == 0 || own == fate)
        g_ptr_array_add (items, finish_item (self, relance_import_item_new_document (document),
                                             INDEX_DOCUMENT, i));
    }
  if (self->own != NULL && (fate == 0 || fate == RELANCE_IMPORT_REJECTED))
    add_own_items (self, items, limit);

  return items;
}

/**
 * relance_import_get_file_items:
 * @file_index: of relance_import_get_files()
 *
 * Returns: (transfer full) (element-type RelanceImportItem): the invoices and credit notes of a
 *   file that could be read, whatever becomes of them
 */
GPtrArray *
relance_import_get_file_items (RelanceImport *self, guint file_index)
{
  const RelanceImportFile *file = relance_import_get_file (self, file_index);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = file->first_row; i < self->rows->len; i++)
    {
      const RelancePlannedRow *row = self->rows->pdata[i];

      if (row->file != file_index)
        break;
      if (row->row->reason == NULL)
        g_ptr_array_add (items,
                         finish_item (self, relance_import_item_new_row (row), INDEX_ROW, i));
    }

  return items;
}

/**
 * relance_import_set_chosen:
 * @index: of an item
 * @chosen: whether it is to be written
 *
 * Leaves a row out, or takes it again. All are chosen at first.
 */
void
relance_import_set_chosen (RelanceImport *self, guint index, gboolean chosen)
{
  guint place = index / N_INDICES;
  IndexKind kind = index % N_INDICES;

  if (kind == INDEX_ROW)
    {
      RelancePlannedRow *row = self->rows->pdata[place];

      relance_import_count_row (self, row, -1);
      row->skipped = !chosen;
      relance_import_count_row (self, row, 1);
    }
  else if (kind == INDEX_CARD)
    {
      RelancePlannedCard *card = self->cards->pdata[place];

      relance_import_count_card (self, card, -1);
      card->skipped = !chosen;
      relance_import_count_card (self, card, 1);
    }
  else if (kind == INDEX_DOCUMENT)
    {
      RelancePlannedDocument *document = self->waiting->pdata[place];

      relance_import_count_document (self, document, -1);
      document->skipped = !chosen;
      relance_import_count_document (self, document, 1);
    }
}

/**
 * relance_import_count_assumed:
 *
 * Returns: how many new invoices there are of which neither a file nor the client says when they
 *   are due, chosen or not
 */
guint
relance_import_count_assumed (RelanceImport *self)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    count += relance_planned_row_is_assumed (self->rows->pdata[i]);

  return count;
}

const RelanceTerms *
relance_import_get_usual_terms (RelanceImport *self)
{
  return &self->usual_terms;
}

/**
 * relance_import_set_usual_terms:
 * @terms: terms, not none; 30 days at first
 *
 * Says how long this import gives the invoices of relance_import_count_assumed(), those that were
 * read and those that are read from now on. The book keeps no such terms.
 */
void
relance_import_set_usual_terms (RelanceImport *self, const RelanceTerms *terms)
{
  g_return_if_fail (terms->mode != RELANCE_TERMS_NONE);

  self->usual_terms = *terms;
  for (guint i = 0; i < self->rows->len; i++)
    relance_planned_row_assume (self->rows->pdata[i], self->today);
}

/**
 * relance_import_refresh_item:
 * @item: of this import
 *
 * Brings an item up to date with what relance_import_set_usual_terms() changed.
 */
void
relance_import_refresh_item (RelanceImport *self, RelanceImportItem *item)
{
  const guint place = item->index / N_INDICES;

  if (item->index % N_INDICES == INDEX_ROW &&
      relance_planned_row_is_assumed (self->rows->pdata[place]))
    relance_import_item_take_due (item, self->rows->pdata[place]);
}

/* What there is to say where no invoice is new. */
static char *
dup_small_summary (const RelanceImportCounts *counts)
{
  if (counts->updated == 0 && counts->clients_created > 0)
    /* Translators: %d is a number of clients. */
    return g_strdup_printf (ngettext ("%d client.", "%d clients.", counts->clients_created),
                            counts->clients_created);
  if (counts->updated > 0)
    /* Translators: %d is a number of invoices. */
    return g_strdup_printf (
      ngettext ("%d invoice corrected.", "%d invoices corrected.", counts->updated),
      counts->updated);
  if (counts->kept > 0)
    /* Translators: %d is a number of PDF files. */
    return g_strdup_printf (ngettext ("%d PDF kept for an invoice that you type.",
                                      "%d PDFs kept for invoices that you type.", counts->kept),
                            counts->kept);

  return g_strdup (counts->unchanged > 0 ? _ ("Nothing new: the book has all of it already.")
                                         : _ ("Nothing that can be imported."));
}

/**
 * relance_import_dup_summary:
 *
 * Returns: (transfer full): the import in a sentence, in the user's language
 */
char *
relance_import_dup_summary (RelanceImport *self)
{
  const RelanceImportCounts *counts = &self->counts;
  g_autofree char *invoices = NULL;
  int late = count_late (self);
  int cards = 0;

  for (guint i = 0; i < self->cards->len; i++)
    cards += ((RelancePlannedCard *) self->cards->pdata[i])->fate == RELANCE_IMPORT_NEW &&
             !((RelancePlannedCard *) self->cards->pdata[i])->skipped;
  if (cards > 0 && cards == counts->created)
    /* Translators: %d is a number of clients and contacts. */
    return g_strdup_printf (ngettext ("%d contact.", "%d contacts.", cards), cards);
  if (counts->created == 0)
    return dup_small_summary (counts);

  /* Translators: %d is a number of invoices. */
  invoices =
    g_strdup_printf (ngettext ("%d invoice", "%d invoices", counts->created), counts->created);

  /* Translators: %s is "14 invoices", %d how many of them are late. */
  return g_strdup_printf (ngettext ("%s, %d late.", "%s, %d late.", late), invoices, late);
}

/**
 * relance_import_apply:
 * @change: (out): the change to undo, 0 when there was nothing to write
 * @error: %RELANCE_SERVICE_ERROR_TOO_LATE when the book, or a PDF, has changed since the files were
 *   read, a #RelanceStoreError, or that it was cancelled; nothing was written then
 *
 * Writes what was read and is chosen into the book, all of it or nothing.
 */
gboolean
relance_import_apply (RelanceImport *self,
                      RelanceBook *book,
                      GCancellable *cancellable,
                      gint64 *change,
                      GError **error)
{
  g_autofree char *detail = dup_names (self);
  const RelanceImportOrder order = {
    .rows = self->rows,
    .cards = self->cards,
    .documents = self->waiting,
    .mappings = self->mappings,
    .own = self->own,
    .detail = detail,
    .expected_change = self->last_change,
    .progress = self->progress,
    .progress_data = self->progress_data,
  };
  int n_payments = 0;

  *change = 0;
  if (!has_work (self))
    return TRUE;
  if (!relance_backups_before (book, RELANCE_BACKUP_BEFORE_IMPORT, error) ||
      !relance_import_write (book, &order, cancellable, change, &n_payments, error))
    return FALSE;
  if (self->own != NULL)
    n_payments += relance_import_own_get_counts (self->own)->payments;
  self->counts.payments_created = n_payments;

  return TRUE;
}
