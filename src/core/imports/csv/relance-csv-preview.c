/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-csv-preview.h"

#include "relance-csv.h"
#include "relance-import-error.h"
#include "relance-text.h"

#include <string.h>

/* What is looked at of a file, and how much of it is shown. */
#define PREVIEW_BYTES (64 * 1024)
#define PREVIEW_RECORDS 30
#define PREVIEW_ROWS 5
#define CELL_MAX_CHARACTERS 80

#define CELL_SEPARATOR "\x1f"

typedef struct
{
  GPtrArray *records; /* GStrv */
  GArray *lines;
} Records;

/* The beginning of the file, not cut within a line unless it has but one. */
static GBytes *
take_start (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end;

  if (size <= PREVIEW_BYTES)
    return g_bytes_ref (bytes);
  end = memrchr (data, '\n', PREVIEW_BYTES);
  size = end != NULL ? (gsize) (end - data) + 1 : PREVIEW_BYTES;

  return g_bytes_new_from_bytes (bytes, 0, size - size % 2);
}

static char **
copy_cells (const RelanceCsv *csv)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  for (int i = 0; i < csv->n_fields; i++)
    {
      const char *text = csv->fields[i];
      glong length = MIN (g_utf8_strlen (text, -1), CELL_MAX_CHARACTERS);

      g_strv_builder_take (cells, g_strstrip (g_utf8_substring (text, 0, length)));
    }

  return g_strv_builder_end (cells);
}

static void
read_records (Records *records, char *text, char separator)
{
  g_auto (RelanceCsv) csv = { 0 };
  gboolean record = TRUE;

  relance_csv_init (&csv, text, strlen (text), separator);
  while (records->records->len < PREVIEW_RECORDS && relance_csv_next (&csv, &record, NULL) &&
         record)
    {
      g_ptr_array_add (records->records, copy_cells (&csv));
      g_array_append_val (records->lines, csv.line);
    }
}

static guint
get_width (const Records *records, guint index)
{
  return g_strv_length (records->records->pdata[index]);
}

/* A line without a word for any column may still name them: the first that is as wide as the one
 * below it. */
static guint
find_first (const Records *records, int header_line)
{
  for (guint i = 0; i < records->records->len; i++)
    if (header_line > 0 && g_array_index (records->lines, int, i) == header_line)
      return i;
  for (guint i = 0; i + 1 < records->records->len; i++)
    if (get_width (records, i) > 1 && get_width (records, i) == get_width (records, i + 1))
      return i;

  return 0;
}

/* Names do not begin with a figure; dates and amounts do. */
static gboolean
names_columns (char **record)
{
  for (int i = 0; record[i] != NULL; i++)
    if (g_ascii_isdigit (record[i][0]))
      return FALSE;

  return TRUE;
}

/* Two files are of one shape when their columns have the same names in the same order, or, without
 * names, when they have as many. */
static char *
make_shape (const RelanceCsvPreview *self, char separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%c%d", separator, self->n_columns);
  for (int i = 0; self->header != NULL && i < self->n_columns; i++)
    {
      g_autofree char *folded = relance_text_fold (self->header[i]);

      g_string_append_printf (text, CELL_SEPARATOR "%s", folded);
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
}

/* As many cells as there are columns. */
static char **
fit (char **record, int n_columns)
{
  char **row = g_new0 (char *, n_columns + 1);

  for (int i = 0, rest = (int) g_strv_length (record); i < n_columns; i++)
    row[i] = g_strdup (i < rest ? record[i] : "");

  return row;
}

static void
fill (RelanceCsvPreview *self, const Records *records, const RelanceCsvLayout *layout)
{
  guint first = find_first (records, layout->header_line);
  char **record = records->records->pdata[first];

  self->n_columns = MAX (layout->n_columns, 1);
  if (layout->n_columns == 0)
    self->n_columns = (int) g_strv_length (record);
  if (layout->header_line > 0 || names_columns (record))
    {
      self->header = fit (record, self->n_columns);
      first++;
    }
  for (guint i = first; i < records->records->len && self->rows->len < PREVIEW_ROWS; i++)
    g_ptr_array_add (self->rows, fit (records->records->pdata[i], self->n_columns));

  self->fields = g_new0 (RelanceImportField, (gsize) self->n_columns);
  for (int field = 0; field < RELANCE_N_FIELDS; field++)
    if (layout->columns[field] >= 0 && layout->columns[field] < self->n_columns &&
        relance_import_field_get_name (field) != NULL)
      self->fields[layout->columns[field]] = field;
  self->shape = make_shape (self, layout->separator);
}

/**
 * relance_csv_preview_new:
 * @bytes: a file's content, in any encoding that relance_text_decode() knows
 * @choices: (nullable) (element-type RelanceColumnChoice): what the user said of some columns
 * @error: %RELANCE_IMPORT_ERROR_NOT_A_TABLE or another #RelanceImportError, or
 *   %RELANCE_BASE_ERROR_ENCODING
 *
 * Returns: (transfer full) (nullable): the beginning of a table, whether or not its columns are
 *   known
 */
RelanceCsvPreview *
relance_csv_preview_new (GBytes *bytes, const GArray *choices, GError **error)
{
  g_autoptr (GBytes) start = take_start (bytes);
  g_autofree char *text = relance_text_decode (start, NULL, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) problem = NULL;
  g_auto (RelanceCsvLayout) layout = { 0 };
  Records records = { rows, lines };
  RelanceCsvPreview *self;

  if (text == NULL)
    return NULL;
  if (!relance_csv_guess (text, strlen (text), choices, &layout, &problem) && layout.separator == 0)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  read_records (&records, text, layout.separator);
  if (rows->len == 0)
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_EMPTY, "");
      return NULL;
    }

  self = g_new0 (RelanceCsvPreview, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  fill (self, &records, &layout);

  return self;
}

void
relance_csv_preview_free (RelanceCsvPreview *self)
{
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);
  g_free (self->fields);
  g_free (self->shape);
  g_free (self);
}
