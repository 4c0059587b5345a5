/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-csv-guess.h"

#include "relance-csv.h"
#include "relance-import-error.h"

#include <string.h>

/* Enough to tell; a table of a million rows is told as fast as one of ten. */
#define SAMPLE_BYTES (256 * 1024)
#define SAMPLE_RECORDS 100
#define HEADER_RECORDS 25

/* Three words make a header; two do when no other line has more, so that the
 * file can be refused for what it lacks. */
#define ENOUGH_WORDS 3
#define FEWEST_WORDS 2

/* The beginning of the file, cut with one separator. */
typedef struct
{
  char separator;
  char *text;
  GPtrArray *records; /* GStrv-like, borrowed strings of @text */
  GArray *lines;
  int n_stable; /* records that have the commonest width, when it is 2 or more */
  int header;   /* index of the record that names the columns, or -1 */
  int n_known;
} Sample;

static void
sample_free (Sample *sample)
{
  g_free (sample->text);
  g_ptr_array_unref (sample->records);
  g_array_unref (sample->lines);
  g_free (sample);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

static const char **
copy_record (const RelanceCsv *csv)
{
  const char **record = g_new0 (const char *, csv->n_fields + 1);

  memcpy (record, csv->fields, csv->n_fields * sizeof *record);

  return record;
}

static int
get_width (const Sample *sample, guint index)
{
  const char **record = sample->records->pdata[index];

  return (int) g_strv_length ((char **) record);
}

static void
measure_stability (Sample *sample)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sample->records->len; i++)
    {
      gpointer width = GINT_TO_POINTER (get_width (sample, i));
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, width)) + 1;

      g_hash_table_insert (counts, width, GINT_TO_POINTER (count));
      if (GPOINTER_TO_INT (width) >= 2)
        sample->n_stable = MAX (sample->n_stable, count);
    }
}

static int
count_known (const char **record)
{
  guint64 fields = 0;
  int known_fields = 0;

  for (int i = 0; record[i] != NULL; i++)
    {
      RelanceKnownWord known;

      if (!relance_import_header_look_up (record[i], &known))
        continue;
      if ((fields & (G_GUINT64_CONSTANT (1) << known.field)) == 0)
        known_fields++;
      fields |= G_GUINT64_CONSTANT (1) << known.field;
    }

  return known_fields;
}

/* The first record with enough words, else the one with most of them. */
static void
find_header (Sample *sample)
{
  sample->header = -1;

  for (guint i = 0; i < MIN (sample->records->len, HEADER_RECORDS); i++)
    {
      int known = count_known (sample->records->pdata[i]);

      if (known < FEWEST_WORDS || known <= sample->n_known)
        continue;
      sample->header = (int) i;
      sample->n_known = known;
      if (known >= ENOUGH_WORDS)
        return;
    }
}

/* Only the sample's own end may cut a quoted field short. */
static Sample *
take_sample (const char *text, gsize length, char separator, GError **error)
{
  g_autoptr (Sample) sample = g_new0 (Sample, 1);
  g_autoptr (GError) failure = NULL;
  g_auto (RelanceCsv) csv = { 0 };
  gsize size = MIN (length, SAMPLE_BYTES);
  gboolean record = TRUE;

  sample->separator = separator;
  sample->text = g_strndup (text, size);
  sample->records = g_ptr_array_new_with_free_func (g_free);
  sample->lines = g_array_new (FALSE, FALSE, sizeof (int));
  relance_csv_init (&csv, sample->text, size, separator);

  while (record && sample->records->len < SAMPLE_RECORDS)
    {
      if (!relance_csv_next (&csv, &record, &failure))
        break;
      if (!record)
        continue;
      g_ptr_array_add (sample->records, copy_record (&csv));
      g_array_append_val (sample->lines, csv.line);
    }
  if (sample->records->len == 0)
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  measure_stability (sample);
  find_header (sample);

  return g_steal_pointer (&sample);
}

static gboolean
is_better (const Sample *one, const Sample *other)
{
  if (other == NULL)
    return TRUE;
  if (one->n_known != other->n_known)
    return one->n_known > other->n_known;

  return one->n_stable > other->n_stable;
}

/* The separator that makes the known words appear, else the steadiest one. */
static Sample *
find_separator (const char *text, gsize length, GError **error)
{
  static const char separators[] = { ';', ',', '\t', '|' };
  g_autoptr (Sample) best = NULL;
  g_autoptr (GError) failure = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (Sample) sample = take_sample (text, length, separators[i], &local);

      if (local != NULL && failure == NULL)
        failure = g_steal_pointer (&local);
      if (sample != NULL && is_better (sample, best))
        {
          g_clear_pointer (&best, sample_free);
          best = g_steal_pointer (&sample);
        }
    }

  if (best == NULL || (best->n_stable == 0 && best->n_known == 0))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (
          error, RELANCE_IMPORT_ERROR,
          best == NULL ? RELANCE_IMPORT_ERROR_EMPTY : RELANCE_IMPORT_ERROR_NOT_A_TABLE, "");
      return NULL;
    }

  return g_steal_pointer (&best);
}

static int
find_named_column (const char **record, const char *name)
{
  g_autofree char *wanted = relance_import_header_fold (name);

  for (int i = 0; record[i] != NULL; i++)
    {
      g_autofree char *folded = relance_import_header_fold (record[i]);

      if (*wanted != '\0' && g_str_equal (folded, wanted))
        return i;
    }

  return -1;
}

static gboolean
is_place (const char *column)
{
  return *column != '\0' && strspn (column, "0123456789") == strlen (column);
}

static int
find_column (const char **record, const char *column)
{
  int named = find_named_column (record, column);

  if (named >= 0 || !is_place (column) || strlen (column) > 4)
    return named;

  named = (int) g_ascii_strtoull (column, NULL, 10) - 1;

  return named < (int) g_strv_length ((char **) record) ? named : -1;
}

/* Choices by name find their header even where no word is known; choices by
 * place alone mean that the rows start at once, unless a header was recognised. */
static void
find_chosen_header (Sample *sample, const GArray *choices)
{
  for (guint i = 0; sample->header < 0 && i < MIN (sample->records->len, HEADER_RECORDS); i++)
    {
      gboolean named = FALSE, all = TRUE;

      for (guint j = 0; j < choices->len; j++)
        {
          const RelanceColumnChoice *choice = &g_array_index (choices, RelanceColumnChoice, j);

          named |= !is_place (choice->column);
          all &= find_column (sample->records->pdata[i], choice->column) >= 0;
        }
      if (named && all)
        sample->header = (int) i;
    }
}

static int
trim_width (const char **record)
{
  int width = (int) g_strv_length ((char **) record);

  while (width > 1 && record[width - 1][strspn (record[width - 1], " ")] == '\0')
    width--;

  return width;
}

/* Whether it is paid is the only status that some tools write. */
static void
settle_status (RelanceCsvLayout *layout)
{
  if (layout->columns[RELANCE_FIELD_STATUS] >= 0)
    return;
  layout->columns[RELANCE_FIELD_STATUS] = layout->columns[RELANCE_FIELD_PAYMENT_STATE];
  layout->columns[RELANCE_FIELD_PAYMENT_STATE] = -1;
}

/* Of lists of what is still owed, what remains is all that is said. */
static void
settle_total (RelanceCsvLayout *layout, int to_pay)
{
  int *columns = layout->columns;

  if (to_pay >= 0 && columns[RELANCE_FIELD_TOTAL] != to_pay && columns[RELANCE_FIELD_BALANCE] < 0)
    columns[RELANCE_FIELD_BALANCE] = to_pay;
  if (columns[RELANCE_FIELD_TOTAL] >= 0 || columns[RELANCE_FIELD_NET] >= 0)
    return;
  columns[RELANCE_FIELD_TOTAL] = columns[RELANCE_FIELD_BALANCE];
  columns[RELANCE_FIELD_BALANCE] = -1;
}

static void
assign_columns (const char **record, RelanceCsvLayout *layout)
{
  int ranks[RELANCE_N_FIELDS];
  int continental = 0, english = 0, to_pay = -1;

  for (int i = 0; i < RELANCE_N_FIELDS; i++)
    ranks[i] = G_MAXINT;

  for (int i = 0; i < layout->n_columns; i++)
    {
      RelanceKnownWord known;

      if (!relance_import_header_look_up (record[i], &known))
        continue;
      continental += (known.flags & RELANCE_WORD_CONTINENTAL) != 0;
      english += (known.flags & RELANCE_WORD_ENGLISH) != 0;
      layout->has_lines |= (known.flags & RELANCE_WORD_OF_A_LINE) != 0;
      if (known.flags & RELANCE_WORD_TO_PAY)
        to_pay = i;
      if (known.rank >= ranks[known.field])
        continue;
      ranks[known.field] = known.rank;
      layout->columns[known.field] = i;
      if (known.field == RELANCE_FIELD_TOTAL)
        layout->by_line = (known.flags & RELANCE_WORD_OF_A_LINE) != 0;
      if (known.field == RELANCE_FIELD_CLIENT)
        layout->family = (known.flags & RELANCE_WORD_FAMILY) != 0;
    }
  layout->english = english > continental;
  settle_total (layout, to_pay);
  settle_status (layout);
}

static void
release_column (RelanceCsvLayout *layout, int column)
{
  for (int i = 0; i < RELANCE_N_FIELDS; i++)
    if (layout->columns[i] == column)
      layout->columns[i] = -1;
}

static gboolean
apply_choices (const char **record, const GArray *choices, RelanceCsvLayout *layout, GError **error)
{
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const RelanceColumnChoice *choice = &g_array_index (choices, RelanceColumnChoice, i);
      int column = find_column (record, choice->column);

      if (column < 0)
        {
          g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_COLUMN,
                               choice->column);
          return FALSE;
        }
      release_column (layout, column);
      if (choice->field != RELANCE_FIELD_IGNORE)
        layout->columns[choice->field] = column;
      if (choice->field == RELANCE_FIELD_TOTAL)
        layout->by_line = FALSE;
      if (choice->field == RELANCE_FIELD_CLIENT)
        layout->family = FALSE;
    }

  return TRUE;
}

static gboolean
lacks (const RelanceCsvLayout *layout, RelanceImportField field)
{
  return layout->columns[field] < 0;
}

static gboolean
has_amount (const RelanceCsvLayout *layout)
{
  return !lacks (layout, RELANCE_FIELD_TOTAL) || !lacks (layout, RELANCE_FIELD_NET);
}

static gboolean
check_columns (const RelanceCsvLayout *layout, GError **error)
{
  RelanceImportError code;

  if (lacks (layout, RELANCE_FIELD_NUMBER))
    code = RELANCE_IMPORT_ERROR_NO_NUMBER;
  else if (!has_amount (layout))
    code = RELANCE_IMPORT_ERROR_NO_AMOUNT;
  else if (lacks (layout, RELANCE_FIELD_CLIENT))
    code = RELANCE_IMPORT_ERROR_NO_CLIENT;
  else if (lacks (layout, RELANCE_FIELD_ISSUED) && lacks (layout, RELANCE_FIELD_DUE))
    code = RELANCE_IMPORT_ERROR_NO_DATE;
  else
    return TRUE;

  g_set_error_literal (error, RELANCE_IMPORT_ERROR, code, "");

  return FALSE;
}

/**
 * relance_csv_guess:
 * @text: a whole file in UTF-8; left as it is
 * @choices: (nullable) (element-type RelanceColumnChoice): what the user said of some columns
 * @layout: (out caller-allocates): how the file is laid out; of a file that is refused, as much
 *   of it as is known: no separator when nothing is
 * @error: a #RelanceImportError
 *
 * Only the first 25 lines are searched for the names of the columns, and only
 * the first 256 KiB are looked at.
 *
 * Returns: whether the file can be read as a table of invoices
 */
gboolean
relance_csv_guess (const char *text,
                   gsize length,
                   const GArray *choices,
                   RelanceCsvLayout *layout,
                   GError **error)
{
  g_autoptr (Sample) sample = find_separator (text, length, error);
  const char **record;
  gboolean chosen = choices != NULL && choices->len > 0;

  *layout = (RelanceCsvLayout) { 0 };
  if (sample == NULL)
    return FALSE;
  if (chosen)
    find_chosen_header (sample, choices);
  *layout = (RelanceCsvLayout) { .separator = sample->separator };
  for (int i = 0; i < RELANCE_N_FIELDS; i++)
    layout->columns[i] = -1;
  if (sample->header < 0 && !chosen)
    {
      g_set_error_literal (error, RELANCE_IMPORT_ERROR, RELANCE_IMPORT_ERROR_NO_HEADER, "");
      return FALSE;
    }

  record = sample->records->pdata[MAX (sample->header, 0)];
  layout->n_columns = trim_width (record);
  if (sample->header >= 0)
    {
      layout->header_line = g_array_index (sample->lines, int, sample->header);
      assign_columns (record, layout);
    }
  if (!apply_choices (record, choices, layout, error) || !check_columns (layout, error))
    return FALSE;

  if (sample->header >= 0)
    for (int field = RELANCE_FIELD_TOTAL; field <= RELANCE_FIELD_BALANCE; field++)
      if (layout->currency == NULL && layout->columns[field] >= 0)
        layout->currency = relance_import_header_currency (record[layout->columns[field]]);

  return TRUE;
}

void
relance_csv_layout_clear (RelanceCsvLayout *layout)
{
  g_clear_pointer (&layout->currency, g_free);
}
