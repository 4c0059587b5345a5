/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-own-private.h"

#include "relance-document.h"
#include "relance-import-differences.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The largest file of a table that is read. */
#define TABLE_MAX (512 * 1024 * 1024)

#define DOCUMENTS "documents/"

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
word_error (const GError *problem, GError **error)
{
  switch (problem->code)
    {
    case RELANCE_OWN_EXPORT_ERROR_NEWER:
      return refuse (error, _ ("A newer Relance wrote this export. Update Relance to read it."));
    case RELANCE_OWN_EXPORT_ERROR_TABLE:
      if (*problem->message == '\0')
        return refuse (error, _ ("This export of Relance cannot be read: it is cut short or was "
                                 "changed."));
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   /* Translators: %s is the name of a table, such as "clients" */
                   _ ("This export of Relance cannot be read: its table “%s” is missing, cut short "
                      "or was changed."),
                   problem->message);
      return FALSE;
    case RELANCE_OWN_EXPORT_ERROR_COLUMN:
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   /* Translators: %s is a table and a column, such as "clients.name" */
                   _ ("This export of Relance cannot be read: the column %s is missing."),
                   problem->message);
      return FALSE;
    case RELANCE_OWN_EXPORT_ERROR_VALUE:
    default:
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   /* Translators: %s is a table, a line of it and a column, as "clients:12 kind" */
                   _ ("This export of Relance cannot be read: it holds a value that Relance does "
                      "not write, at %s."),
                   problem->message);
      return FALSE;
    }
}

/* Only a plain file of a bounded size; a link could lead anywhere. */
static GBytes *
load_file (const char *folder, const char *name, goffset most, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0);
  g_autofree char *data = NULL;
  GStatBuf about;
  gssize n, length = 0;

  if (fd < 0 || fstat (fd, &about) != 0 || !S_ISREG (about.st_mode) || about.st_size > most)
    {
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                   /* Translators: %s is the name of a file, such as "clients.csv" */
                   _ ("This export of Relance cannot be read: its file “%s” is missing or cannot "
                      "be opened."),
                   name);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  data = g_malloc ((gsize) about.st_size + 1);
  while (length < about.st_size &&
         (n = read (fd, data + length, (gsize) (about.st_size - length))) != 0)
    if (n > 0)
      length += n;
    else if (errno != EINTR)
      break;
  close (fd);
  return g_bytes_new_take (g_steal_pointer (&data), (gsize) length);
}

static gboolean
read_table (RelanceImportOwn *self, RelanceTableId table, GError **error)
{
  g_autofree char *name = g_strconcat (relance_table_get (table)->name, ".csv", NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;

  /* An export of one client has no business. */
  if (table == RELANCE_TABLE_BUSINESS && !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  bytes = load_file (self->folder, name, TABLE_MAX, error);
  if (bytes == NULL)
    return FALSE;
  return relance_own_export_read_csv (self->export, table, bytes, &problem) ||
         word_error (problem, error);
}

static gboolean
read_folder (RelanceImportOwn *self, GError **error)
{
  g_autoptr (GBytes) mark = load_file (self->folder, RELANCE_OWN_EXPORT_MARK, TABLE_MAX, error);
  g_autoptr (GError) problem = NULL;

  if (mark == NULL)
    return FALSE;
  if (!relance_own_export_read_mark (self->export, mark, &problem))
    return word_error (problem, error);
  for (int table = 0; table < RELANCE_N_TABLES_READ_BACK; table++)
    if (!read_table (self, table, error))
      return FALSE;
  return TRUE;
}

static void
set_up_rows (RelanceImportOwn *self, RelanceTableId table)
{
  gboolean has_id = relance_table_get (table)->columns[0].type == RELANCE_COLUMN_ID;

  self->rows[table] = g_array_new (FALSE, TRUE, sizeof (RelanceOwnRow));
  self->places[table] = g_hash_table_new (g_int64_hash, g_int64_equal);
  if (self->export->tables[table] == NULL)
    self->export->tables[table] = relance_records_new (table);
  g_array_set_size (self->rows[table], relance_import_own_get_n (self, table));
  for (guint i = 0; has_id && i < self->rows[table]->len; i++)
    g_hash_table_insert (self->places[table], &relance_import_own_cells (self, table, i)[0].number,
                         GUINT_TO_POINTER (i));
}

static gboolean
check_documents (RelanceImportOwn *self, GError **error)
{
  for (guint i = 0; i < relance_import_own_get_n (self, RELANCE_TABLE_DOCUMENTS); i++)
    {
      g_autoptr (GBytes) content = relance_import_own_content (self, i, error);

      if (content == NULL)
        return FALSE;
    }
  return TRUE;
}

static char *
dup_summary (const RelanceImportOwnCounts *counts)
{
  g_autofree char *clients = NULL;
  g_autofree char *invoices = NULL;
  g_autofree char *payments = NULL;

  if (counts->clients + counts->invoices + counts->credit_notes + counts->payments == 0)
    return g_strdup (_ ("An export of Relance."));
  clients = g_strdup_printf (
    /* Translators: %d is a number of clients that are new; part of the list below */
    ngettext ("%d client", "%d clients", counts->clients), counts->clients);
  invoices = g_strdup_printf (
    /* Translators: %d is a number of invoices and credit notes that are new; likewise */
    ngettext ("%d document", "%d documents", counts->invoices + counts->credit_notes),
    counts->invoices + counts->credit_notes);
  payments = g_strdup_printf (
    /* Translators: %d is a number of payments that are new; likewise */
    ngettext ("%d payment", "%d payments", counts->payments), counts->payments);
  /* Translators: "12 clients", "40 documents" and "30 payments" */
  return g_strdup_printf (_ ("An export of Relance. New: %s, %s, %s."), clients, invoices,
                          payments);
}

static RelanceImportOwn *
prepare (RelanceImportOwn *self, RelanceBook *book, GError **error)
{
  g_autoptr (RelanceImportOwn) own = self;
  g_autoptr (GError) problem = NULL;

  if (!relance_own_export_check (own->export, &problem))
    {
      word_error (problem, error);
      return NULL;
    }
  for (int table = 0; table < RELANCE_N_TABLES_READ_BACK; table++)
    set_up_rows (own, table);
  if (!check_documents (own, error) ||
      !relance_import_own_plan (own, relance_book_get_store (book), relance_book_get_today (book),
                                error))
    return NULL;
  own->summary = dup_summary (&own->counts);
  return g_steal_pointer (&own);
}

static RelanceImportOwn *
new_own (void)
{
  RelanceImportOwn *self = g_new0 (RelanceImportOwn, 1);

  self->export = relance_own_export_new ();
  return self;
}

static void
refuse_place (GError **error)
{
  refuse (error, _ ("This export of Relance names a document outside of its folder. Nothing of it "
                    "is read."));
}

/* A document's file is in the folder of documents, whatever its name says. */
static GBytes *
load_content (RelanceImportOwn *self, const char *content, GError **error)
{
  gsize size;
  guchar *data;

  if (self->folder == NULL)
    {
      data = g_base64_decode (content, &size);
      return g_bytes_new_take (data, size);
    }
  if (!g_str_has_prefix (content, DOCUMENTS) || strchr (content + strlen (DOCUMENTS), '/') != NULL)
    {
      refuse_place (error);
      return NULL;
    }
  return load_file (self->folder, content, RELANCE_DOCUMENT_MAX, error);
}

/**
 * relance_import_own_is_folder:
 *
 * Returns: whether the folder is an export of Relance
 */
gboolean
relance_import_own_is_folder (const char *path)
{
  g_autofree char *mark = g_build_filename (path, RELANCE_OWN_EXPORT_MARK, NULL);

  return g_file_test (mark, G_FILE_TEST_IS_REGULAR);
}

/**
 * relance_import_own_new_folder:
 * @error: %RELANCE_SERVICE_ERROR_INVALID with a sentence when it is not as Relance wrote it, or an
 *   error of the store
 *
 * Reads an export and compares it with the book. Nothing is written.
 */
RelanceImportOwn *
relance_import_own_new_folder (RelanceBook *book, const char *path, GError **error)
{
  g_autoptr (RelanceImportOwn) self = new_own ();

  self->folder = g_strdup (path);
  return read_folder (self, error) ? prepare (g_steal_pointer (&self), book, error) : NULL;
}

/**
 * relance_import_own_new_json:
 * @bytes: for which relance_own_export_is_json()
 *
 * relance_import_own_new_folder() for an export in one file.
 */
RelanceImportOwn *
relance_import_own_new_json (RelanceBook *book, GBytes *bytes, GError **error)
{
  g_autoptr (RelanceImportOwn) self = new_own ();
  g_autoptr (GError) problem = NULL;

  if (relance_own_export_read_json (self->export, bytes, &problem))
    return prepare (g_steal_pointer (&self), book, error);
  word_error (problem, error);
  return NULL;
}

void
relance_import_own_free (RelanceImportOwn *self)
{
  for (int table = 0; table < RELANCE_N_TABLES_READ_BACK; table++)
    {
      g_clear_pointer (&self->rows[table], g_array_unref);
      g_clear_pointer (&self->places[table], g_hash_table_unref);
    }
  g_clear_pointer (&self->export, relance_own_export_free);
  g_free (self->summary);
  g_free (self->folder);
  g_free (self);
}

const RelanceImportOwnCounts *
relance_import_own_get_counts (RelanceImportOwn *self)
{
  return &self->counts;
}

static char *
dup_refusal (RelanceImportOwn *self, RelanceTableId table, guint row)
{
  const RelanceCell *number = relance_import_own_cell (self, table, row, "number");
  char day[RELANCE_DATE_ISO_SIZE];

  if (table == RELANCE_TABLE_INVOICES || number->known)
    /* Translators: %s is the number of an invoice or a credit note */
    return g_strdup_printf (_ ("The book has %s with other values, and keeps them."), number->text);
  relance_date_write_iso ((RelanceDate) relance_import_own_cell (self, table, row, "date")->number,
                          day);
  /* Translators: %s is a date, as 2026-11-24 */
  return g_strdup_printf (_ ("The payment of %s does not fit what the book has, and is left out."),
                          day);
}

static RelanceImportItem *
new_item (RelanceImportOwn *self, RelanceTableId table, guint row)
{
  gboolean is_invoice = table == RELANCE_TABLE_INVOICES;
  const RelanceCell *client = relance_import_own_cell (self, table, row, "client");
  guint place =
    GPOINTER_TO_UINT (g_hash_table_lookup (self->places[RELANCE_TABLE_CLIENTS], &client->number));
  RelanceImportItem *item = g_object_new (RELANCE_TYPE_IMPORT_ITEM, NULL);

  item->what = is_invoice ? RELANCE_IMPORT_INVOICE : RELANCE_IMPORT_CREDIT_NOTE;
  item->fate = RELANCE_IMPORT_REJECTED;
  item->line = relance_records_get_line (self->export->tables[table], row);
  item->number = g_strdup (relance_import_own_cell (self, table, row, "number")->text);
  item->client =
    g_strdup (relance_import_own_cell (self, RELANCE_TABLE_CLIENTS, place, "name")->text);
  item->issued =
    (RelanceDate) relance_import_own_cell (self, table, row, is_invoice ? "issued" : "date")
      ->number;
  item->total = relance_import_own_cell (self, table, row, is_invoice ? "total" : "amount")->number;
  g_strlcpy (item->currency, relance_import_own_cell (self, table, row, "currency")->text,
             sizeof item->currency);
  item->note = dup_refusal (self, table, row);
  item->differences = relance_import_differences_new ();
  return item;
}

static void
list_refused (RelanceImportOwn *self, RelanceTableId table, GPtrArray *items)
{
  for (guint i = 0; i < relance_import_own_get_n (self, table); i++)
    if (relance_import_own_row (self, table, i)->fate == RELANCE_OWN_REFUSED)
      g_ptr_array_add (items, new_item (self, table, i));
}

/**
 * relance_import_own_get_summary:
 *
 * Returns: (transfer none): what it would bring, as a sentence
 */
const char *
relance_import_own_get_summary (RelanceImportOwn *self)
{
  return self->summary;
}

/**
 * relance_import_own_list_refused:
 *
 * Returns: (transfer full) (element-type RelanceImportItem): the invoices and payments that are left
 *   out, because the book has them otherwise
 */
GPtrArray *
relance_import_own_list_refused (RelanceImportOwn *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  list_refused (self, RELANCE_TABLE_INVOICES, items);
  list_refused (self, RELANCE_TABLE_PAYMENTS, items);
  return items;
}

guint
relance_import_own_get_n (RelanceImportOwn *self, RelanceTableId table)
{
  return relance_records_get_n (self->export->tables[table]);
}

RelanceCell *
relance_import_own_cells (RelanceImportOwn *self, RelanceTableId table, guint row)
{
  return relance_records_get (self->export->tables[table], row);
}

RelanceCell *
relance_import_own_cell (RelanceImportOwn *self,
                         RelanceTableId table,
                         guint row,
                         const char *column)
{
  int place = relance_table_find_column (relance_table_get (table), column);

  return &relance_import_own_cells (self, table, row)[place];
}

RelanceOwnRow *
relance_import_own_row (RelanceImportOwn *self, RelanceTableId table, guint row)
{
  return &g_array_index (self->rows[table], RelanceOwnRow, row);
}

/**
 * relance_import_own_of:
 * @table: of the row that is referred to
 * @reference: one that relance_own_export_check() found good
 */
RelanceOwnRow *
relance_import_own_of (RelanceImportOwn *self, RelanceTableId table, const RelanceCell *reference)
{
  return relance_import_own_row (
    self, table, GPOINTER_TO_UINT (g_hash_table_lookup (self->places[table], &reference->number)));
}

/**
 * relance_import_own_content:
 * @document: its place
 *
 * Returns: (transfer full): the bytes, which are those that the export speaks of
 */
GBytes *
relance_import_own_content (RelanceImportOwn *self, guint document, GError **error)
{
  const char *name =
    relance_import_own_cell (self, RELANCE_TABLE_DOCUMENTS, document, "name")->text;
  const char *sum =
    relance_import_own_cell (self, RELANCE_TABLE_DOCUMENTS, document, "sha256")->text;
  g_autoptr (GBytes) bytes = load_content (
    self, relance_import_own_cell (self, RELANCE_TABLE_DOCUMENTS, document, "content")->text,
    error);
  g_autofree char *real = NULL;

  if (bytes == NULL)
    return NULL;
  if (strchr (name, '/') != NULL || g_str_equal (name, ".") || g_str_equal (name, ".."))
    {
      refuse_place (error);
      return NULL;
    }
  real = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (real, sum) && g_bytes_get_size (bytes) <= RELANCE_DOCUMENT_MAX)
    return g_steal_pointer (&bytes);
  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
               /* Translators: %s is the name of a file */
               _ ("The document “%s” of this export was changed since. Nothing of the export is "
                  "read."),
               name);
  return NULL;
}
