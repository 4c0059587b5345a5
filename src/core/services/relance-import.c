/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import.h"

#include "relance-accounts.h"
#include "relance-backups.h"
#include "relance-document.h"
#include "relance-import-content.h"
#include "relance-import-error.h"
#include "relance-import-file.h"
#include "relance-import-item.h"
#include "relance-import-mapping.h"
#include "relance-import-source.h"
#include "relance-import-write.h"
#include "relance-money.h"
#include "relance-text.h"
#include "relance-wording-import.h"

#include <glib/gi18n-lib.h>

/* How often somebody who waits is listened to. */
#define ROWS_BETWEEN_LOOKS 1024

/* How many names of files the history holds of an import. */
#define NAMES_IN_HISTORY 5

/* A number, a client, an amount and a date: with fewer columns it is no table of invoices. */
#define FEWEST_COLUMNS 4

struct _RelanceImport
{
  GArray *choices; /* RelanceColumnChoice */
  RelanceImportProgress progress;
  gpointer progress_data;

  GPtrArray *files;     /* RelanceImportFile */
  GPtrArray *tables;    /* RelanceImportTable, that the rows are borrowed from */
  GPtrArray *decks;     /* of cards, likewise (GPtrArray of RelanceCard) */
  GPtrArray *merged;    /* RelanceImportRow that several files made */
  GPtrArray *blocks;    /* RelancePlannedRow, those of one table together */
  GPtrArray *rows;      /* RelancePlannedRow, in the order of the files */
  GPtrArray *cards;     /* RelancePlannedCard */
  GPtrArray *documents; /* RelancePlannedDocument */
  GPtrArray *waiting;   /* those of them without an invoice, borrowed */
  GPtrArray *mappings;  /* RelanceImportMapping, to be kept */
  RelanceImportClients *clients;
  GHashTable *taken; /* RelancePlannedRow, by client and number */
  guint n_indexed;   /* how many of rows are in taken, or need not be */
  RelanceImportCounts counts;
  gboolean looked; /* at the book */
  gint64 last_change;
  RelanceDate today;
};

/* What an item's index is about: the rest of it is a place among its kind. */
typedef enum
{
  INDEX_ROW,
  INDEX_CARD,
  INDEX_DOCUMENT,
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

static RelanceImportFile *
get_file (RelanceImport *self, guint index)
{
  return self->files->pdata[index];
}

static void
need_client (RelanceImport *self, RelancePlannedClient *client, int sign)
{
  gboolean before = client->needed > 0;

  client->needed += sign;
  if (client->id == 0)
    self->counts.clients_created += (client->needed > 0) - before;
}

static void
count_fate (RelanceImport *self, RelanceImportFate fate, int sign)
{
  self->counts.created += sign * (fate == RELANCE_IMPORT_NEW);
  self->counts.updated += sign * (fate == RELANCE_IMPORT_CHANGED);
  self->counts.unchanged += sign * (fate == RELANCE_IMPORT_UNCHANGED);
  self->counts.rejected += sign * (fate == RELANCE_IMPORT_REJECTED);
}

static int
count_payments (const RelancePlannedRow *row)
{
  g_autoptr (GArray) payments = NULL;

  if (row->payment == 0 || row->fate == RELANCE_IMPORT_REJECTED)
    return 0;
  if (row->row->n_payments == 0)
    return row->row->prepaid > 0 && row->row->prepaid < row->payment ? 2 : 1;
  payments = g_array_new (FALSE, FALSE, sizeof (RelanceImportPayment));
  relance_planned_row_list_payments (row, payments);

  return (int) payments->len;
}

/* Adds a row to what the import would do, or takes it away again. */
static void
count_row (RelanceImport *self, const RelancePlannedRow *row, int sign)
{
  if (row->skipped)
    return;
  count_fate (self, row->fate, sign);
  self->counts.payments_created += sign * count_payments (row);
  if (row->fate == RELANCE_IMPORT_NEW)
    need_client (self, row->client, sign);
}

static void
count_card (RelanceImport *self, const RelancePlannedCard *card, int sign)
{
  if (card->skipped)
    return;
  count_fate (self, card->fate, sign);
  if (card->fate != RELANCE_IMPORT_NEW)
    return;
  self->counts.contacts_created += sign * (card->contact != NULL);
  need_client (self, card->client, sign);
}

static void
count_document (RelanceImport *self, const RelancePlannedDocument *document, int sign)
{
  if (document->waiting && !document->known && !document->skipped)
    self->counts.kept += sign;
}

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
        planned->reason_value = get_file (self, earlier->file)->name;
      return TRUE;
    }
  count_row (self, earlier, -1);
  g_ptr_array_add (self->merged, g_memdup2 (&merged, sizeof merged));
  earlier->row = self->merged->pdata[self->merged->len - 1];
  earlier->reason = NULL;
  done = relance_planned_row_compare (earlier, store, self->today, error);
  count_row (self, earlier, 1);

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
      planned->document = document;
      g_ptr_array_add (self->rows, planned);
      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!plan_row (self, store, planned, error))
        {
          planned->fate = 0;
          return FALSE;
        }
      count_row (self, planned, 1);
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
      count_card (self, card, 1);
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
  count_document (self, document, 1);

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

static gboolean
plan_content (RelanceImport *self,
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

/* All the files of an import are compared with one state of the book. */
static gboolean
look_at_book (RelanceImport *self, RelanceBook *book, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  gint64 change;

  if (!relance_store_get_last_change (store, &change, error))
    return FALSE;
  if (self->looked && change != self->last_change)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE,
                           _ ("The book has changed since the first file was read. Import the "
                              "files again."));
      return FALSE;
    }
  if (self->looked)
    return TRUE;
  self->looked = TRUE;
  self->last_change = change;
  self->today = relance_book_get_today (book);

  return relance_import_clients_load (self->clients, store, error);
}

static char *
dup_currency (RelanceBook *book, GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);
  const char *currency;

  if (business == NULL)
    return NULL;
  currency = relance_business_get (business, RELANCE_BUSINESS_CURRENCY);

  return g_strdup (relance_money_is_currency (currency) ? currency : "EUR");
}

static char *
dup_shape (GBytes *bytes)
{
  g_autoptr (RelanceCsvPreview) preview = relance_csv_preview_new (bytes, NULL, NULL);

  return preview != NULL ? g_strdup (preview->shape) : NULL;
}

/* What somebody says now, which is kept for the next file of that shape; else what was kept. */
static gboolean
find_choices (RelanceImport *self,
              RelanceStore *store,
              GBytes *bytes,
              GArray **choices,
              GError **error)
{
  g_autofree char *shape = NULL;
  g_autofree char *columns = NULL;
  gboolean any = FALSE;

  *choices = g_array_ref (self->choices);
  if (!relance_import_content_is_csv (bytes))
    return TRUE;
  if (self->choices->len == 0 && !relance_store_has_mappings (store, &any, error))
    return FALSE;
  if (self->choices->len == 0 && !any)
    return TRUE;
  shape = dup_shape (bytes);
  if (shape == NULL)
    return TRUE;
  if (self->choices->len > 0)
    {
      g_ptr_array_add (self->mappings, relance_import_mapping_new (shape, self->choices));
      return TRUE;
    }
  if (!relance_store_get_mapping (store, shape, &columns, error))
    return FALSE;
  if (columns != NULL)
    {
      g_array_unref (*choices);
      *choices = relance_import_mapping_read (columns);
    }

  return TRUE;
}

static gboolean
is_about_columns (const GError *error)
{
  return error->domain == RELANCE_IMPORT_ERROR && ((error->code >= RELANCE_IMPORT_ERROR_NO_NUMBER &&
                                                    error->code <= RELANCE_IMPORT_ERROR_COLUMN) ||
                                                   error->code == RELANCE_IMPORT_ERROR_NO_HEADER);
}

static char *
word_refusal (RelanceImport *self, RelanceImportFile *file, GBytes *bytes, const GError *refusal)
{
  g_autofree char *sentence = relance_wording_refused_file (refusal);
  g_autoptr (RelanceCsvPreview) preview = NULL;

  if (!is_about_columns (refusal))
    return g_steal_pointer (&sentence);
  preview = relance_csv_preview_new (bytes, NULL, NULL);
  if (preview == NULL)
    return g_steal_pointer (&sentence);
  file->columns = relance_import_columns_new (preview);
  if (preview->n_columns < FEWEST_COLUMNS)
    return g_steal_pointer (&sentence);

  return relance_wording_unknown_columns (sentence, preview->header);
}

static gboolean
read_content (RelanceImport *self,
              RelanceBook *book,
              RelanceImportFile *file,
              GBytes *bytes,
              RelanceImportContent *content,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *currency = dup_currency (book, error);
  g_autoptr (GArray) choices = NULL;
  g_autoptr (GError) refusal = NULL;
  g_autofree char *sentence = NULL;
  guint n_mappings = self->mappings->len;

  if (currency == NULL ||
      !find_choices (self, relance_book_get_store (book), bytes, &choices, error))
    return FALSE;
  if (relance_import_content_read (content, bytes, choices, currency, cancellable, &refusal))
    return TRUE;
  g_ptr_array_set_size (self->mappings, (int) n_mappings);
  if (refusal->domain == G_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  sentence = word_refusal (self, file, bytes, refusal);
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);

  return FALSE;
}

/* Whether it is the file that cannot be taken, and not the import that cannot go on. */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID) ||
         g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
}

/* Takes back what was planned of a file that turned out to stop the import. */
static void
forget_last_file (RelanceImport *self, guint n_rows, guint n_cards)
{
  self->n_indexed = MIN (self->n_indexed, n_rows);
  while (self->rows->len > n_rows)
    {
      RelancePlannedRow *row = self->rows->pdata[self->rows->len - 1];

      if (g_hash_table_lookup (self->taken, row) == row)
        g_hash_table_remove (self->taken, row);
      if (row->fate != 0)
        count_row (self, row, -1);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->cards->len > n_cards)
    {
      count_card (self, self->cards->pdata[self->cards->len - 1], -1);
      g_ptr_array_set_size (self->cards, (int) self->cards->len - 1);
    }
  g_ptr_array_set_size (self->files, (int) self->files->len - 1);
}

static gboolean
read_file (RelanceImport *self,
           RelanceBook *book,
           RelanceImportFile *file,
           GBytes *bytes,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (RelanceImportContent) content = { 0 };
  guint n_rows = self->rows->len, n_cards = self->cards->len;
  GError *problem = NULL;

  g_ptr_array_add (self->files, file);
  if (read_content (self, book, file, bytes, &content, cancellable, &problem) &&
      plan_content (self, book, file, bytes, &content, cancellable, &problem))
    return TRUE;
  if (is_refusal (problem))
    relance_import_file_refuse (file, problem->message);
  else
    forget_last_file (self, n_rows, n_cards);
  g_propagate_error (error, problem);

  return FALSE;
}

/* Whatever cannot be read is told of, with its reason. */
static gboolean
read_path (RelanceImport *self,
           RelanceBook *book,
           const RelanceImportPath *path,
           GCancellable *cancellable,
           GError **error)
{
  RelanceImportFile *file = relance_import_file_new (path->path, path->name);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (path->problem != NULL)
    g_set_error_literal (&problem, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                         path->problem);
  else
    bytes = relance_import_source_load (path->path, &problem);
  if (bytes != NULL)
    return read_file (self, book, file, bytes, cancellable, error);

  relance_import_file_refuse (file, problem->message);
  g_ptr_array_add (self->files, file);
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

static gboolean
read_paths (RelanceImport *self,
            RelanceBook *book,
            const GPtrArray *paths,
            GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!read_path (self, book, paths->pdata[i], cancellable, &problem) && !is_refusal (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (self->progress != NULL)
        self->progress (i + 1, paths->len, self->progress_data);
    }

  return TRUE;
}

static RelanceImportItem *
finish_item (RelanceImport *self, RelanceImportItem *item, IndexKind kind, guint place)
{
  item->index = place * N_INDICES + kind;
  item->file = g_strdup (get_file (self, item->file_index)->name);

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

  return late;
}

/* The first names, for the history to tell an import by. */
static char *
dup_names (RelanceImport *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n_names = 0;

  for (guint i = 0; i < self->files->len && n_names < NAMES_IN_HISTORY; i++)
    if (!get_file (self, i)->refused)
      {
        g_strv_builder_add (names, get_file (self, i)->name);
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
  return self->counts.created + self->counts.updated + self->counts.kept > 0;
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

  return self;
}

void
relance_import_free (RelanceImport *self)
{
  g_hash_table_unref (self->taken);
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
 * relance_import_read:
 * @path: a file, or a folder: then every file in it, see relance_import_source_list()
 * @error: %RELANCE_SERVICE_ERROR with a sentence when the one file is refused whole, which
 *   relance_import_get_files() tells too, a #RelanceStoreError, or that it was cancelled; files
 *   read before stay read
 *
 * Reads one more file or folder, whatever it holds, and compares it with the book. Nothing is
 * written. A file of a folder that is refused keeps no other out.
 */
gboolean
relance_import_read (RelanceImport *self,
                     RelanceBook *book,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) paths = NULL;

  if (!look_at_book (self, book, error))
    return FALSE;
  paths = relance_import_source_list (path, cancellable, error);
  if (paths == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      if (paths->len > 0)
        return read_paths (self, book, paths, cancellable, error);
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                           _ ("There is no file in this folder."));
      return FALSE;
    }

  return read_path (self, book, paths->pdata[0], cancellable, error);
}

/**
 * relance_import_read_bytes:
 * @name: what the report calls the file
 * @bytes: its content
 *
 * relance_import_read() of what is already in memory.
 */
gboolean
relance_import_read_bytes (RelanceImport *self,
                           RelanceBook *book,
                           const char *name,
                           GBytes *bytes,
                           GCancellable *cancellable,
                           GError **error)
{
  return look_at_book (self, book, error) &&
         read_file (self, book, relance_import_file_new (NULL, name), bytes, cancellable, error);
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

/**
 * relance_import_get_columns:
 * @file_index: of relance_import_get_files(): a table, read or refused
 *
 * Returns: (transfer none) (nullable): its columns, for somebody to say what they hold
 */
const RelanceImportColumns *
relance_import_get_columns (RelanceImport *self, guint file_index, GError **error)
{
  RelanceImportFile *file = get_file (self, file_index);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RelanceCsvPreview) preview = NULL;

  if (file->columns != NULL || file->path == NULL)
    return file->columns;
  bytes = relance_import_source_load (file->path, error);
  preview = bytes != NULL ? relance_csv_preview_new (bytes, NULL, error) : NULL;
  if (preview != NULL)
    file->columns = relance_import_columns_new (preview);

  return file->columns;
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
  const RelanceImportFile *file = get_file (self, file_index);
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

      count_row (self, row, -1);
      row->skipped = !chosen;
      count_row (self, row, 1);
    }
  else if (kind == INDEX_CARD)
    {
      RelancePlannedCard *card = self->cards->pdata[place];

      count_card (self, card, -1);
      card->skipped = !chosen;
      count_card (self, card, 1);
    }
  else
    {
      RelancePlannedDocument *document = self->waiting->pdata[place];

      count_document (self, document, -1);
      document->skipped = !chosen;
      count_document (self, document, 1);
    }
}

/* What there is to say where no invoice is new. */
static char *
dup_small_summary (const RelanceImportCounts *counts)
{
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
  self->counts.payments_created = n_payments;

  return TRUE;
}
