/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import.h"

#include "relance-accounts.h"
#include "relance-backups.h"
#include "relance-import-error.h"
#include "relance-import-plan.h"
#include "relance-import-write.h"
#include "relance-invoice-table.h"
#include "relance-money.h"
#include "relance-wording-import.h"

#include <glib/gi18n-lib.h>

/* How often somebody who waits is listened to. */
#define ROWS_BETWEEN_LOOKS 1024

struct _RelanceImport
{
  GArray *choices;     /* RelanceColumnChoice */
  GPtrArray *tables;   /* RelanceInvoiceTable, one a file */
  GPtrArray *names;    /* of the files */
  GArray *rows;        /* RelancePlannedRow, in the order of the files */
  GHashTable *clients; /* by folded name */
  GHashTable *taken;   /* RelanceImportRow to its index in rows, plus one */
  guint n_indexed;     /* how many of rows are in taken */
  RelanceImportCounts counts;
  gint64 last_change; /* the book's, when it was first looked at */
  RelanceDate today;
};

G_DEFINE_FINAL_TYPE (RelanceImportItem, relance_import_item, G_TYPE_OBJECT)

static void
relance_import_item_finalize (GObject *object)
{
  RelanceImportItem *self = RELANCE_IMPORT_ITEM (object);

  g_free (self->file);
  g_free (self->number);
  g_free (self->client);
  g_free (self->email);
  g_free (self->note);

  G_OBJECT_CLASS (relance_import_item_parent_class)->finalize (object);
}

static void
relance_import_item_class_init (RelanceImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relance_import_item_finalize;
}

static void
relance_import_item_init (RelanceImportItem *self)
{
}

static void
clear_choice (RelanceColumnChoice *choice)
{
  g_free (choice->column);
}

static void
free_client (RelancePlannedClient *client)
{
  g_free (client->name);
  g_free (client->name_key);
  g_free (client->email);
  g_free (client);
}

static guint
hash_row (gconstpointer data)
{
  const RelanceImportRow *row = data;

  return g_str_hash (row->number) * 31 + g_str_hash (row->client_key);
}

static gboolean
is_same_invoice (gconstpointer a, gconstpointer b)
{
  const RelanceImportRow *one = a, *other = b;

  return g_str_equal (one->number, other->number) &&
         g_str_equal (one->client_key, other->client_key);
}

static RelancePlannedRow *
get_row (RelanceImport *self, guint index)
{
  return &g_array_index (self->rows, RelancePlannedRow, index);
}

static RelancePlannedClient *
find_client (RelanceImport *self, RelanceStore *store, const RelanceImportRow *row, GError **error)
{
  RelancePlannedClient *client = g_hash_table_lookup (self->clients, row->client_key);
  g_autofree char *email = NULL;
  gint64 id;

  if (client != NULL)
    return client;
  if (!relance_store_find_import_client (store, row->client_key, &id, &email, error))
    return NULL;

  client = g_new0 (RelancePlannedClient, 1);
  client->id = id;
  client->name = g_strdup (row->client);
  client->name_key = g_strdup (row->client_key);
  client->email = g_steal_pointer (&email);
  g_hash_table_insert (self->clients, client->name_key, client);

  return client;
}

/* The same invoice in an earlier file: the same again, or a contradiction. */
static void
meet_earlier_file (RelanceImport *self,
                   RelancePlannedRow *planned,
                   const RelancePlannedRow *earlier)
{
  const RelanceImportRow *one = planned->row, *other = earlier->row;

  if (one->total == other->total && one->paid == other->paid && one->issued == other->issued &&
      one->due == other->due && g_str_equal (one->currency, other->currency))
    {
      planned->fate = RELANCE_IMPORT_UNCHANGED;
      return;
    }
  planned->fate = RELANCE_IMPORT_REJECTED;
  planned->reason = "other-file";
  planned->reason_value = self->names->pdata[earlier->file];
}

static gboolean
plan_row (RelanceImport *self, RelanceStore *store, RelancePlannedRow *planned, GError **error)
{
  const RelanceImportRow *row = planned->row;
  gpointer earlier;

  if (row->reason != NULL)
    {
      planned->fate = RELANCE_IMPORT_REJECTED;
      planned->reason = row->reason;
      planned->reason_value = row->reason_value;
      return TRUE;
    }

  planned->client = find_client (self, store, row, error);
  if (planned->client == NULL)
    return FALSE;
  earlier = self->n_indexed > 0 ? g_hash_table_lookup (self->taken, row) : NULL;
  if (earlier != NULL)
    {
      meet_earlier_file (self, planned, get_row (self, GPOINTER_TO_UINT (earlier) - 1));
      return TRUE;
    }

  if (planned->client->id != 0 &&
      !relance_store_find_import_invoice (store, planned->client->id, row->number, &planned->before,
                                          error))
    return FALSE;
  relance_planned_row_compare (planned, self->today);

  return TRUE;
}

static void
count_row (RelanceImportCounts *counts, const RelancePlannedRow *row)
{
  counts->created += row->fate == RELANCE_IMPORT_NEW;
  counts->updated += row->fate == RELANCE_IMPORT_CHANGED;
  counts->unchanged += row->fate == RELANCE_IMPORT_UNCHANGED;
  counts->rejected += row->fate == RELANCE_IMPORT_REJECTED;
  counts->payments_created += row->payment > 0 && row->fate != RELANCE_IMPORT_REJECTED;
}

static void
count_clients (RelanceImport *self)
{
  GHashTableIter iter;
  gpointer value;

  self->counts.clients_created = 0;
  g_hash_table_iter_init (&iter, self->clients);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const RelancePlannedClient *client = value;

      self->counts.clients_created += client->id == 0 && client->needed;
    }
}

static gboolean
plan_table (RelanceImport *self,
            RelanceStore *store,
            const GArray *rows,
            GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      RelancePlannedRow planned = {
        .row = &g_array_index (rows, RelanceImportRow, i),
        .file = (int) self->names->len,
      };

      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!plan_row (self, store, &planned, error))
        return FALSE;
      g_array_append_val (self->rows, planned);
    }

  return TRUE;
}

/* Only for a file that follows others: rows of one file were joined by its table. */
static void
index_earlier_files (RelanceImport *self)
{
  for (guint i = self->n_indexed; i < self->rows->len; i++)
    {
      RelancePlannedRow *planned = get_row (self, i);

      if (planned->fate != RELANCE_IMPORT_REJECTED &&
          !g_hash_table_contains (self->taken, planned->row))
        g_hash_table_insert (self->taken, (gpointer) planned->row, GUINT_TO_POINTER (i + 1));
    }
  self->n_indexed = self->rows->len;
}

static void
count_table (RelanceImport *self, guint first)
{
  for (guint i = first; i < self->rows->len; i++)
    count_row (&self->counts, get_row (self, i));
  count_clients (self);
}

/* All the files of an import are compared with one state of the book. */
static gboolean
look_at_book (RelanceImport *self, RelanceBook *book, GError **error)
{
  gint64 change;

  if (!relance_store_get_last_change (relance_book_get_store (book), &change, error))
    return FALSE;
  if (self->tables->len > 0 && change != self->last_change)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE,
                           _ ("The book has changed since the first file was read. Import the "
                              "files again."));
      return FALSE;
    }
  self->last_change = change;
  self->today = relance_book_get_today (book);

  return TRUE;
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

static RelanceInvoiceTable *
read_table (RelanceImport *self,
            GBytes *bytes,
            const char *currency,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autofree char *sentence = NULL;
  RelanceInvoiceTable *table =
    relance_invoice_table_read (bytes, self->choices, currency, cancellable, &refusal);

  if (table != NULL)
    return table;
  if (refusal->domain == G_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }

  sentence = relance_wording_refused_file (refusal);
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);

  return NULL;
}

/* A folder, or a pipe: opening one that nobody writes to would wait for ever. */
static gboolean
is_no_file (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
refuse_path (const char *path, const GError *reason, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                 /* Translators: %s is the name of a file. */
                 _ ("There is no file “%s”. Check its name and try again."), name);
  else
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                 /* Translators: the name of a file, and what the system says. */
                 _ ("The file “%s” cannot be read: %s"), name, reason->message);
}

static RelanceImportItem *
make_item (RelanceImport *self, const RelancePlannedRow *planned)
{
  RelanceImportItem *item = g_object_new (RELANCE_TYPE_IMPORT_ITEM, NULL);
  const RelanceImportRow *row = planned->row;

  item->file = g_strdup (self->names->pdata[planned->file]);
  item->line = row->line;
  item->fate = planned->fate;
  item->number = g_strdup (row->number);
  item->client = g_strdup (row->client);
  item->email = g_strdup (row->email);
  item->issued = row->issued;
  item->due = row->due;
  g_strlcpy (item->currency, row->currency, sizeof item->currency);
  item->total = row->total;
  item->paid = row->paid;
  item->note = relance_planned_row_dup_note (planned);

  return item;
}

static int
count_late (RelanceImport *self)
{
  int late = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RelancePlannedRow *planned = get_row (self, i);

      late += planned->fate == RELANCE_IMPORT_NEW && planned->row->due < self->today &&
              planned->row->paid < planned->row->total;
    }

  return late;
}

static char *
dup_names (RelanceImport *self)
{
  g_autoptr (GPtrArray)
    names = g_ptr_array_new_null_terminated ((guint) self->names->len, NULL, TRUE);

  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (names, self->names->pdata[i]);

  return g_strjoinv (", ", (char **) names->pdata);
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

  self->choices = g_array_new (FALSE, FALSE, sizeof (RelanceColumnChoice));
  g_array_set_clear_func (self->choices, (GDestroyNotify) clear_choice);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_invoice_table_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RelancePlannedRow));
  self->clients =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) free_client);
  self->taken = g_hash_table_new (hash_row, is_same_invoice);

  return self;
}

void
relance_import_free (RelanceImport *self)
{
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->clients);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->tables);
  g_array_unref (self->choices);
  g_free (self);
}

/**
 * relance_import_map:
 * @column: the name of a column, or its place from 1
 * @field: number, issued, due, client, email, label, total, net, vat, paid, paid_on,
 *   balance, currency, status, terms, or ignore
 * @error: %RELANCE_SERVICE_ERROR_INVALID when there is no such field
 *
 * Says what a column holds, for the files that are read from now on.
 */
gboolean
relance_import_map (RelanceImport *self, const char *column, const char *field, GError **error)
{
  RelanceColumnChoice choice = { 0 };

  if (!relance_import_field_from_name (field, &choice.field))
    {
      g_autoptr (GError)
        unknown = g_error_new_literal (RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_FIELD, field);
      g_autofree char *sentence = relance_wording_refused_file (unknown);

      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
      return FALSE;
    }
  choice.column = g_strdup (column);
  g_array_append_val (self->choices, choice);

  return TRUE;
}

/**
 * relance_import_read:
 * @path: a file
 * @error: %RELANCE_SERVICE_ERROR with a sentence when the file is refused whole, a
 *   #RelanceStoreError, or that it was cancelled; files read before stay read
 *
 * Reads one more file and compares it with the book. Nothing is written.
 */
gboolean
relance_import_read (RelanceImport *self,
                     RelanceBook *book,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (is_no_file (path))
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                           _ ("This file is not text. Choose a CSV file."));
      return FALSE;
    }
  file = g_mapped_file_new (path, FALSE, &reason);
  if (file == NULL)
    {
      refuse_path (path, reason, error);
      return FALSE;
    }
  bytes = g_mapped_file_get_bytes (file);

  return relance_import_read_bytes (self, book, name, bytes, cancellable, error);
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
  g_autofree char *currency = NULL;
  g_autoptr (RelanceInvoiceTable) table = NULL;
  guint first = self->rows->len;

  if (!look_at_book (self, book, error) || (currency = dup_currency (book, error)) == NULL)
    return FALSE;
  table = read_table (self, bytes, currency, cancellable, error);
  if (table == NULL)
    return FALSE;

  index_earlier_files (self);
  if (!plan_table (self, relance_book_get_store (book), relance_invoice_table_get_rows (table),
                   cancellable, error))
    {
      g_array_set_size (self->rows, first);
      return FALSE;
    }

  count_table (self, first);
  g_ptr_array_add (self->tables, g_steal_pointer (&table));
  g_ptr_array_add (self->names, g_strdup (name));

  return TRUE;
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
 * Returns: (transfer full) (element-type RelanceImportItem): in the order of the files
 */
GPtrArray *
relance_import_get_items (RelanceImport *self, RelanceImportFate fate, int limit)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len && (limit < 0 || items->len < (guint) limit); i++)
    {
      const RelancePlannedRow *planned = get_row (self, i);

      if (fate == 0 || planned->fate == fate)
        g_ptr_array_add (items, make_item (self, planned));
    }

  return items;
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

  if (counts->created == 0 && counts->updated == 0)
    return g_strdup (counts->unchanged > 0 ? _ ("Nothing new: the book has all of it already.")
                                           : _ ("Nothing that can be imported."));
  if (counts->created == 0)
    /* Translators: %d is a number of invoices. */
    return g_strdup_printf (
      ngettext ("%d invoice corrected.", "%d invoices corrected.", counts->updated),
      counts->updated);

  /* Translators: %d is a number of invoices. */
  invoices =
    g_strdup_printf (ngettext ("%d invoice", "%d invoices", counts->created), counts->created);

  /* Translators: %s is "14 invoices", %d how many of them are late. */
  return g_strdup_printf (ngettext ("%s, %d late.", "%s, %d late.", late), invoices, late);
}

/**
 * relance_import_apply:
 * @change: (out): the change to undo, 0 when there was nothing to write
 * @error: %RELANCE_SERVICE_ERROR_TOO_LATE when the book has changed since the files were
 *   read, a #RelanceStoreError, or that it was cancelled; nothing was written then
 *
 * Writes what was read into the book, all of it or nothing.
 */
gboolean
relance_import_apply (RelanceImport *self,
                      RelanceBook *book,
                      GCancellable *cancellable,
                      gint64 *change,
                      GError **error)
{
  g_autofree char *detail = NULL;

  *change = 0;
  if (self->counts.created == 0 && self->counts.updated == 0)
    return TRUE;
  detail = dup_names (self);

  if (!relance_backups_before (book, RELANCE_BACKUP_BEFORE_IMPORT, error))
    return FALSE;
  return relance_import_write (book, self->rows, detail, self->last_change, cancellable, change,
                               error);
}
