/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-private.h"

#include "relance-accounts.h"
#include "relance-import-error.h"
#include "relance-import-file.h"
#include "relance-import-mapping.h"
#include "relance-import-source.h"
#include "relance-identifiers.h"
#include "relance-money.h"
#include "relance-wording-import.h"

#include <glib/gi18n-lib.h>

/* A number, a client, an amount and a date: with fewer columns it is no table of invoices. */
#define FEWEST_COLUMNS 4

/* All the files of an import are compared with one state of the book. */
static gboolean
look_at_book (RelanceImport *self, RelanceBook *book, GError **error)
{
  g_autoptr (RelanceBusiness) business = NULL;
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
  business = relance_business_load (book, error);
  if (business == NULL)
    return FALSE;
  self->iban = relance_identifier_compact (relance_business_get (business, RELANCE_BUSINESS_IBAN));

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
              RelanceImportFile *file,
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
      g_set_str (&file->advice, _ ("Its columns are read as they were last time."));
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
      !find_choices (self, relance_book_get_store (book), file, bytes, &choices, error))
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

/* It was compared with the book alone, and another file may bring what it brings. */
static gboolean
check_alone (gboolean alone, GError **error)
{
  if (!alone)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                         _ ("An export of Relance is imported alone. Import the other files before "
                            "or after it."));
  return alone;
}

/* @bytes: (nullable): an export in one file; without them it is a folder */
static gboolean
read_own (RelanceImport *self,
          RelanceBook *book,
          RelanceImportFile *file,
          GBytes *bytes,
          GError **error)
{
  GError *problem = NULL;

  file->recognised = "relance";
  file->first_row = self->rows->len;
  g_ptr_array_add (self->files, file);
  if (check_alone (self->files->len == 1, &problem))
    self->own = bytes != NULL ? relance_import_own_new_json (book, bytes, &problem)
                              : relance_import_own_new_folder (book, file->path, &problem);
  if (problem == NULL)
    {
      relance_import_count_own (self);
      g_set_str (&file->advice, relance_import_own_get_summary (self->own));
      return TRUE;
    }
  if (is_refusal (problem))
    relance_import_file_refuse (file, problem->message);
  g_propagate_error (error, problem);

  return FALSE;
}

static gboolean
read_own_folder (RelanceImport *self, RelanceBook *book, const char *path, GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_path_get_basename (whole);
  g_autofree char *shown = g_filename_display_name (name);

  return read_own (self, book, relance_import_file_new (whole, shown), NULL, error);
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

  if (relance_own_export_is_json (bytes))
    return read_own (self, book, file, bytes, error);
  g_ptr_array_add (self->files, file);
  if (check_alone (self->own == NULL, &problem) &&
      read_content (self, book, file, bytes, &content, cancellable, &problem) &&
      relance_import_plan_content (self, book, file, bytes, &content, cancellable, &problem))
    return TRUE;
  if (is_refusal (problem))
    relance_import_file_refuse (file, problem->message);
  else
    relance_import_forget_last_file (self, n_rows, n_cards);
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
  if (relance_import_own_is_folder (path))
    return read_own_folder (self, book, path, error);
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
 * relance_import_get_columns:
 * @file_index: of relance_import_get_files(): a table, read or refused
 *
 * Returns: (transfer none) (nullable): its columns, for somebody to say what they hold
 */
const RelanceImportColumns *
relance_import_get_columns (RelanceImport *self, guint file_index, GError **error)
{
  RelanceImportFile *file = relance_import_get_file (self, file_index);
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
