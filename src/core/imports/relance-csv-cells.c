/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-csv-cells.h"

#include "relance-csv.h"
#include "relance-import-error.h"

#include <string.h>

/* How often somebody who waits is listened to. */
#define ROWS_BETWEEN_LOOKS 4096

static gsize
measure_space (const char *at)
{
  if (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')
    return 1;
  if (strncmp (at, "\xC2\xA0", 2) == 0)
    return 2;
  if (strncmp (at, "\xE2\x80\xAF", 3) == 0)
    return 3;

  return 0;
}

static gsize
measure_space_before (const char *start, const char *end)
{
  if (end > start && g_ascii_isalnum (end[-1]))
    return 0;
  if (end > start && measure_space (end - 1) == 1)
    return 1;
  if (end - start >= 2 && measure_space (end - 2) == 2)
    return 2;
  if (end - start >= 3 && measure_space (end - 3) == 3)
    return 3;

  return 0;
}

/* A dash alone is how people write "nothing". */
static gboolean
says_nothing (const char *cell)
{
  if (strchr ("-\xE2nN", cell[0]) == NULL || strlen (cell) > 4)
    return FALSE;

  return g_str_equal (cell, "-") || g_str_equal (cell, "–") || g_str_equal (cell, "—") ||
         g_ascii_strcasecmp (cell, "n/a") == 0 || g_ascii_strcasecmp (cell, "null") == 0;
}

/* In the text that was read, which is ours to cut. */
static const char *
trim (const char *cell)
{
  char *end = (char *) cell + strlen (cell);
  gsize space;

  while ((space = measure_space_before (cell, end)) > 0)
    *(end -= space) = '\0';
  while ((space = measure_space (cell)) > 0)
    cell += space;

  return says_nothing (cell) ? "" : cell;
}

static gboolean
is_blank (const RelanceCsv *csv)
{
  for (int i = 0; i < csv->n_fields; i++)
    if (csv->fields[i][strspn (csv->fields[i], " \t")] != '\0')
      return FALSE;

  return TRUE;
}

/* Fields beyond the last column are nothing when they are empty: some tools
 * end every row with a separator. */
static gboolean
is_complete (const RelanceCsv *csv, int n_columns)
{
  for (int i = n_columns; i < csv->n_fields; i++)
    if (csv->fields[i][0] != '\0')
      return FALSE;

  return csv->n_fields >= n_columns;
}

static void
add_row (GArray *rows, const RelanceCsv *csv, const RelanceCsvLayout *layout)
{
  RelanceCells row = { .line = csv->line, .complete = is_complete (csv, layout->n_columns) };

  for (int i = 0; i < RELANCE_N_FIELDS; i++)
    {
      int column = layout->columns[i];

      row.cells[i] = column >= 0 && column < csv->n_fields ? trim (csv->fields[column]) : "";
    }
  g_array_append_val (rows, row);
}

/**
 * relance_csv_cells_read:
 * @text: the whole file, changed while it is read; the cells point into it
 * @error: a #RelanceImportError, or that it was cancelled
 *
 * Returns: (transfer full) (element-type RelanceCells): the rows below the names
 *   of the columns, but those without a word
 */
GArray *
relance_csv_cells_read (char *text,
                        gsize length,
                        const RelanceCsvLayout *layout,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (RelanceCells));
  g_auto (RelanceCsv) csv = { 0 };
  gboolean record = TRUE;

  relance_csv_init (&csv, text, length, layout->separator);
  while (record)
    {
      if (!relance_csv_next (&csv, &record, error))
        return NULL;
      if (rows->len % ROWS_BETWEEN_LOOKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!record || csv.line <= layout->header_line || is_blank (&csv))
        continue;
      if (rows->len == RELANCE_CSV_MAX_ROWS)
        {
          g_set_error (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_TOO_LARGE, "%d",
                       RELANCE_CSV_MAX_ROWS);
          return NULL;
        }
      add_row (rows, &csv, layout);
    }

  return g_steal_pointer (&rows);
}
