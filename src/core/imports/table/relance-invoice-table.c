/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-invoice-table.h"

#include "relance-import-error.h"
#include "relance-invoice-groups.h"
#include "relance-table-row.h"
#include "relance-text.h"

#include <string.h>

static RelanceImportRow
read_row (RelanceTableReader *reader, const RelanceCells *cells)
{
  RelanceImportRow row = {
    .line = cells->line,
    .issued = RELANCE_DATE_NONE,
    .due = RELANCE_DATE_NONE,
    .paid_on = RELANCE_DATE_NONE,
  };

  if (!cells->complete)
    {
      row.number = row.client = "";
      relance_table_refuse (&row, "columns", NULL);
      return row;
    }

  /* Each says in the row why it stops. */
  (void) (relance_table_read_names (reader, cells, &row) &&
          relance_table_read_standing (cells, &row) &&
          relance_table_read_label (reader, cells, &row) &&
          relance_table_read_dates (reader, cells, &row) &&
          relance_table_read_currency (reader, cells, &row) &&
          relance_table_read_total (reader, cells, &row) &&
          relance_table_read_paid (reader, cells, &row));
  relance_table_read_address (reader, cells, &row);

  return row;
}

static void
read_rows (RelanceImportTable *self,
           const GArray *cells,
           const RelanceCsvLayout *layout,
           const char *currency)
{
  g_autoptr (GHashTable) clients = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) addresses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) currencies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  RelanceTableReader reader = {
    .layout = layout,
    .currency = currency,
    .strings = self->strings,
    .clients = clients,
    .addresses = addresses,
    .currencies = currencies,
  };

  relance_csv_conventions_find (cells, layout, currency, &reader.conventions);
  for (guint i = 0; i < cells->len; i++)
    {
      const RelanceCells *one = &g_array_index (cells, RelanceCells, i);
      RelanceImportRow row = read_row (&reader, one);

      if (row.reason == NULL || !relance_cells_are_no_row (one))
        g_array_append_val (self->rows, row);
    }
  relance_invoice_rows_join (self->rows, layout, self->strings);
}

/* Kinds of file that people take for a CSV. */
static const char *
find_other_kind (const char *data, gsize size)
{
  static const struct
  {
    const char *start;
    const char *kind;
  } kinds[] = {
    { "%PDF-", "PDF" },
    { "PK\x03\x04", "XLSX" },
    { "\xD0\xCF\x11\xE0", "XLS" },
    { "SQLite format 3", "SQLite" },
    { "{\\rtf", "RTF" },
    { "<", "XML" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i].start);

      if (size >= length && memcmp (data, kinds[i].start, length) == 0)
        return kinds[i].kind;
    }

  return NULL;
}

static gboolean
refuse_file (GError **error, RelanceImportError code, const char *detail)
{
  g_set_error_literal (error, RELANCE_IMPORT_ERROR, code, detail);
  return FALSE;
}

static gboolean
check_bytes (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size), *kind;

  if (size == 0)
    return refuse_file (error, RELANCE_IMPORT_ERROR_EMPTY, "");
  if (size > RELANCE_IMPORT_MAX_BYTES)
    return refuse_file (error, RELANCE_IMPORT_ERROR_TOO_LARGE, "");
  kind = find_other_kind (data, size);

  return kind == NULL || refuse_file (error, RELANCE_IMPORT_ERROR_BINARY, kind);
}

/* Spreadsheets begin a file with "sep=;"; it is no row, and the guess needs no help. */
static void
blank_separator_line (char *text)
{
  gsize length = strcspn (text, "\r\n");

  if (length <= 6 && g_ascii_strncasecmp (text, "sep=", 4) == 0)
    memset (text, ' ', length);
}

static gboolean
read_text (RelanceImportTable *self,
           char *text,
           const GArray *choices,
           const char *currency,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (RelanceCsvLayout) layout = { 0 };
  g_autoptr (GArray) cells = NULL;
  gsize length;

  blank_separator_line (text);
  length = strlen (text);
  if (strspn (text, " \t\r\n") == length)
    return refuse_file (error, RELANCE_IMPORT_ERROR_EMPTY, "");
  if (!relance_csv_guess (text, length, choices, &layout, error))
    return FALSE;
  cells = relance_csv_cells_read (text, length, &layout, cancellable, error);
  if (cells == NULL)
    return FALSE;
  if (cells->len == 0)
    return refuse_file (error, RELANCE_IMPORT_ERROR_NO_ROWS, "");
  read_rows (self, cells, &layout, currency);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * relance_invoice_table_read:
 * @bytes: a file's content, in any encoding that relance_text_decode() knows
 * @choices: (nullable) (element-type RelanceColumnChoice): what the user said of some columns
 * @currency: that of the business, for amounts that say none
 * @error: a #RelanceImportError, %RELANCE_BASE_ERROR_ENCODING, or that it was cancelled
 *
 * Reads a table of invoices, whatever its encoding, separator, columns, decimal
 * sign and order of dates. A file that is no such table is refused whole; a row
 * that is wrong is kept with its reason.
 *
 * Returns: (transfer full) (nullable): a table "csv"
 */
RelanceImportTable *
relance_invoice_table_read (GBytes *bytes,
                            const GArray *choices,
                            const char *currency,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (RelanceImportTable) self = NULL;
  char *text;

  if (!check_bytes (bytes, error))
    return NULL;
  text = relance_text_decode (bytes, NULL, error);
  if (text == NULL)
    return NULL;

  self = relance_import_table_new ("csv");
  g_ptr_array_add (self->blocks, text);

  return read_text (self, text, choices, currency, cancellable, error) ? g_steal_pointer (&self)
                                                                       : NULL;
}
