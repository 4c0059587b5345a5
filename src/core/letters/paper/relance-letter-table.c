/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-table.h"

#include "relance-letter-lines.h"

#include <math.h>

#define SIZE 9.5
#define GAP 14
#define WIDEST_GAP 40
#define PADDING 3
#define MAX_COLUMNS 6

/* A column that is narrower, or a row that is higher, had better be read as a paragraph. */
#define LEAST_WIDTH 100
#define MAX_HEIGHT 160

typedef struct
{
  double width;
  double x;
  gboolean is_money;
} Column;

typedef struct
{
  const RelanceLetterSetting *setting;
  Column columns[MAX_COLUMNS];
  guint n_columns;
  double width;
} Table;

static gboolean
has_currency_sign (const char *cell)
{
  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_CURRENCY_SYMBOL)
      return TRUE;
  return FALSE;
}

/* On one line. */
static double
measure (const RelanceLetterSetting *setting, const char *cell)
{
  g_autoptr (PangoLayout) layout = relance_letter_setting_lay_out (setting, cell, SIZE, 0);
  PangoRectangle extents;

  pango_layout_set_width (layout, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  return ceil ((double) extents.width / PANGO_SCALE);
}

static guint
count_columns (char **rows)
{
  guint n_columns = 0;

  for (char **row = rows; *row != NULL; row++)
    n_columns = MAX (n_columns, relance_letter_line_count_cells (*row));
  return n_columns;
}

/* In a row with fewer cells, the first one spans what is missing: the amounts stay aligned. */
static void
measure_row (Table *table, const char *row)
{
  g_auto (GStrv) cells = relance_letter_line_split_cells (row);
  guint spanned = table->n_columns - g_strv_length (cells);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      Column *column = &table->columns[i + spanned];

      if (i == 0 && spanned > 0)
        continue;
      column->width = fmax (column->width, measure (table->setting, cells[i]));
      column->is_money &= has_currency_sign (cells[i]);
    }
}

/* Where there is too little room, the widest column has its text on several lines.
 *
 * Returns: whether that is enough */
static gboolean
share_width (Table *table)
{
  double room = table->setting->width - GAP * (table->n_columns - 1.0);
  Column *widest = &table->columns[0];

  for (guint i = 0; i < table->n_columns; i++)
    {
      room -= table->columns[i].width;
      if (table->columns[i].width > widest->width)
        widest = &table->columns[i];
    }
  if (room >= 0)
    return TRUE;

  widest->width += room;
  return widest->width >= LEAST_WIDTH && !widest->is_money;
}

static void
place_columns (Table *table)
{
  guint gaps = table->n_columns - 1;
  double sum = 0, x = 0, gap = GAP;

  for (guint i = 0; i < table->n_columns; i++)
    sum += table->columns[i].width;
  if (gaps > 0)
    gap = CLAMP ((table->setting->width - sum) / gaps, GAP, WIDEST_GAP);

  for (guint i = 0; i < table->n_columns; i++)
    {
      table->columns[i].x = x;
      x += table->columns[i].width + gap;
    }
  table->width = x - gap;
}

static RelanceLetterStrip *
make_row (const Table *table, const char *row)
{
  g_auto (GStrv) cells = relance_letter_line_split_cells (row);
  guint spanned = table->n_columns - g_strv_length (cells);
  RelanceLetterStrip *strip = relance_letter_strip_new (table->width, 0);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const Column *column = &table->columns[i + spanned];
      double x = i == 0 ? 0 : column->x;
      gboolean at_end = column->is_money && i > 0;
      g_autoptr (PangoLayout) layout = relance_letter_setting_lay_out (
        table->setting, cells[i], SIZE, column->x + column->width - x);

      relance_letter_strip_add (strip, layout, at_end ? x + column->width : x, PADDING,
                                at_end ? RELANCE_LETTER_END : RELANCE_LETTER_START);
    }
  strip->height += PADDING;
  strip->ruled = TRUE;
  return strip;
}

/* The first two and the last two stay together. */
static void
keep_ends (GPtrArray *rows)
{
  for (guint i = 0; i + 1 < rows->len; i++)
    ((RelanceLetterStrip *) g_ptr_array_index (rows, i))->keeps_next = i == 0 || i + 2 == rows->len;
}

/**
 * relance_letter_table_add:
 * @strips: (element-type RelanceLetterStrip): gets a strip for each row
 * @rows: rows as relance_letter_line_is_row() knows them, one at least
 * @before: the room above the first
 *
 * Returns: whether that is a table: rows of too many cells, or of too much in each, are none, and
 *   nothing is added
 */
gboolean
relance_letter_table_add (GPtrArray *strips,
                          const RelanceLetterSetting *setting,
                          char **rows,
                          double before)
{
  g_autoptr (GPtrArray)
    made = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_letter_strip_free);
  Table table = { .setting = setting, .n_columns = count_columns (rows) };

  if (table.n_columns > MAX_COLUMNS)
    return FALSE;

  for (guint i = 0; i < table.n_columns; i++)
    table.columns[i].is_money = TRUE;
  for (char **row = rows; *row != NULL; row++)
    measure_row (&table, *row);
  if (!share_width (&table))
    return FALSE;

  place_columns (&table);

  for (char **row = rows; *row != NULL; row++)
    {
      RelanceLetterStrip *strip = make_row (&table, *row);

      g_ptr_array_add (made, strip);
      if (strip->height > MAX_HEIGHT)
        return FALSE;
    }
  keep_ends (made);
  ((RelanceLetterStrip *) g_ptr_array_index (made, 0))->before = before;
  g_ptr_array_extend_and_steal (strips, g_steal_pointer (&made));
  return TRUE;
}
