/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-csv-cells.h"

#include "relance-csv.h"
#include "relance-import-error.h"
#include "relance-text.h"

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

/* ="00123" is how people keep a spreadsheet from making a number of a text. */
static const char *
unwrap (const char *cell, char *end)
{
  if (end - cell < 3 || cell[0] != '=' || cell[1] != '"' || end[-1] != '"')
    return cell;
  end[-1] = '\0';

  return cell + 2;
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
  cell = unwrap (cell, end);

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

/* How many fields a row has at least. Spreadsheets leave out those at the end of a row that are
 * empty, but no invoice is without these. */
static int
count_needed (const RelanceCsvLayout *layout)
{
  static const RelanceImportField needed[] = {
    RELANCE_FIELD_NUMBER, RELANCE_FIELD_CLIENT, RELANCE_FIELD_ISSUED, RELANCE_FIELD_DUE,
    RELANCE_FIELD_TOTAL,  RELANCE_FIELD_NET,    RELANCE_FIELD_VAT,    RELANCE_FIELD_VAT_RATE,
  };
  int n = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    n = MAX (n, layout->columns[needed[i]] + 1);

  return n;
}

/* Fields beyond the last column are nothing when they are empty: some tools
 * end every row with a separator. A row at which the file ends may have been cut. */
static gboolean
is_complete (const RelanceCsv *csv, const RelanceCsvLayout *layout)
{
  for (int i = layout->n_columns; i < csv->n_fields; i++)
    if (csv->fields[i][0] != '\0')
      return FALSE;

  return csv->n_fields >= layout->n_columns ||
         (csv->n_fields >= count_needed (layout) && csv->cursor < csv->end);
}

static void
add_row (GArray *rows, const RelanceCsv *csv, const RelanceCsvLayout *layout)
{
  RelanceCells row = { .line = csv->line, .complete = is_complete (csv, layout) };

  for (int i = 0; i < RELANCE_N_FIELDS; i++)
    {
      int column = layout->columns[i];

      row.cells[i] = column >= 0 && column < csv->n_fields ? trim (csv->fields[column]) : "";
    }
  g_array_append_val (rows, row);
}

/* "Total", "Sous-total HT", "Summe" */
static gboolean
is_sum_word (const char *text)
{
  static const char *const sums[] = {
    "total",       "totals",   "totaux",     "totale", "totaal",      "sum",
    "summe",       "somme",    "suma",       "gesamt", "gesamtsumme", "zwischensumme",
    "grand total", "subtotal", "sous total", NULL,
  };
  g_autofree char *folded = relance_text_fold_words (text);

  for (int i = 0; sums[i] != NULL; i++)
    {
      gsize length = strlen (sums[i]);

      if (strncmp (folded, sums[i], length) == 0 &&
          (folded[length] == '\0' || folded[length] == ' '))
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_column (const RelanceCells *self, RelanceImportField field)
{
  RelanceKnownWord known;

  return *self->cells[field] != '\0' &&
         relance_import_header_look_up (self->cells[field], &known) && known.field == field;
}

static gboolean
names_nobody (const char *text)
{
  return *text == '\0' || is_sum_word (text);
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

/**
 * relance_cells_are_no_row:
 * @self: of which no invoice can be made
 *
 * Returns: whether nobody meant it to be one: it is a sum of the rows above, or names the columns
 *   once more, as every page of a printed list does
 */
gboolean
relance_cells_are_no_row (const RelanceCells *self)
{
  if (names_column (self, RELANCE_FIELD_NUMBER) && names_column (self, RELANCE_FIELD_CLIENT))
    return TRUE;

  return *self->cells[RELANCE_FIELD_ISSUED] == '\0' && *self->cells[RELANCE_FIELD_DUE] == '\0' &&
         names_nobody (self->cells[RELANCE_FIELD_NUMBER]) &&
         names_nobody (self->cells[RELANCE_FIELD_CLIENT]);
}
