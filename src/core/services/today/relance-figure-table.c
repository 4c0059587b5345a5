/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-figure-table.h"

#include "relance-export-csv.h"
#include "relance-money.h"
#include "relance-wording.h"

#include <string.h>

typedef struct
{
  char *title;
  char *unit; /* (nullable) */
  gboolean is_number;
} Column;

typedef struct
{
  char *text;
  char *raw; /* (nullable): a text that a program reads as it is */
} Cell;

struct _RelanceFigureTable
{
  GArray *columns; /* Column */
  GArray *cells;   /* Cell, row after row */
};

G_DEFINE_BOXED_TYPE (RelanceFigureTable,
                     relance_figure_table,
                     relance_figure_table_ref,
                     relance_figure_table_unref)

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->title);
  g_free (column->unit);
}

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->raw);
}

static Column *
get_column (RelanceFigureTable *self, guint column)
{
  return &g_array_index (self->columns, Column, column);
}

static Cell *
get_cell (RelanceFigureTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, Cell, row * self->columns->len + column);
}

/* Takes both texts. */
static void
add_cell (RelanceFigureTable *self, char *text, char *raw)
{
  const Cell cell = { .text = text, .raw = raw };

  g_array_append_val (self->cells, cell);
}

static void
add_number (RelanceFigureTable *self, char *text, char *raw)
{
  get_column (self, self->cells->len % self->columns->len)->is_number = TRUE;
  add_cell (self, text, raw);
}

/* Tabs and ends of lines part the cells, so no cell has any. */
static void
append_cell (GString *out, guint column, const char *text)
{
  if (column > 0)
    g_string_append_c (out, '\t');
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (out, strchr ("\t\n\r", *c) != NULL ? ' ' : *c);
}

static void
add_csv_title (GString *out, guint index, const Column *column)
{
  g_autofree char *title = column->unit != NULL
                             ? g_strdup_printf ("%s (%s)", column->title, column->unit)
                             : g_strdup (column->title);

  relance_export_csv_add_text (out, index == 0, title);
}

/* Numbers are written as they are: a minus sign in front makes no formula of them. */
static void
add_csv_cell (GString *out, guint column, const Cell *cell)
{
  if (cell->raw == NULL)
    {
      relance_export_csv_add_text (out, column == 0, cell->text);
      return;
    }
  g_string_append (out, column > 0 ? "," : "");
  g_string_append (out, cell->raw);
}

static void
free_table (gpointer data)
{
  RelanceFigureTable *self = data;

  g_array_unref (self->columns);
  g_array_unref (self->cells);
}

RelanceFigureTable *
relance_figure_table_new (void)
{
  RelanceFigureTable *self = g_atomic_rc_box_new0 (RelanceFigureTable);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

RelanceFigureTable *
relance_figure_table_ref (RelanceFigureTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
relance_figure_table_unref (RelanceFigureTable *self)
{
  g_atomic_rc_box_release_full (self, free_table);
}

/**
 * relance_figure_table_add_column:
 * @unit: (nullable): what its numbers are in ("EUR", "%"); in CSV the title says so, for there
 *   the cells do not
 *
 * All columns come before the first cell.
 */
void
relance_figure_table_add_column (RelanceFigureTable *self, const char *title, const char *unit)
{
  const Column column = { .title = g_strdup (title), .unit = g_strdup (unit) };

  g_assert (self->cells->len == 0);
  g_array_append_val (self->columns, column);
}

void
relance_figure_table_add_text (RelanceFigureTable *self, const char *text)
{
  add_cell (self, g_strdup (text), NULL);
}

/**
 * relance_figure_table_add_month:
 * @month: any day of it; programs read "2026-11"
 */
void
relance_figure_table_add_month (RelanceFigureTable *self, RelanceDate month)
{
  char *iso = relance_date_to_iso (month);

  iso[strlen ("2026-11")] = '\0';
  add_cell (self, relance_date_format_month (month, NULL), iso);
}

void
relance_figure_table_add_date (RelanceFigureTable *self, RelanceDate date)
{
  add_cell (self, relance_date_format (date, NULL), relance_date_to_iso (date));
}

void
relance_figure_table_add_count (RelanceFigureTable *self, gint64 count)
{
  add_number (self, g_strdup_printf ("%" G_GINT64_FORMAT, count),
              g_strdup_printf ("%" G_GINT64_FORMAT, count));
}

/**
 * relance_figure_table_add_amount:
 * @minor: minor units
 */
void
relance_figure_table_add_amount (RelanceFigureTable *self, gint64 minor, const char *currency)
{
  add_number (self, relance_money_format (minor, currency, NULL),
              relance_money_format_plain (minor, currency));
}

/**
 * relance_figure_table_add_share:
 *
 * Adds a percentage, as relance_wording_share() has it. Programs read nothing where @whole is 0.
 */
void
relance_figure_table_add_share (RelanceFigureTable *self, gint64 part, gint64 whole)
{
  add_number (self, relance_wording_share (part, whole),
              whole > 0 ? g_strdup_printf ("%d", relance_money_get_percent (part, whole))
                        : g_strdup (""));
}

/**
 * relance_figure_table_add_missing:
 * @reason: what people read in place of a number; programs read nothing
 */
void
relance_figure_table_add_missing (RelanceFigureTable *self, const char *reason)
{
  add_number (self, g_strdup (reason), g_strdup (""));
}

guint
relance_figure_table_count_columns (RelanceFigureTable *self)
{
  return self->columns->len;
}

/* A row that is not full yet does not count. */
guint
relance_figure_table_count_rows (RelanceFigureTable *self)
{
  return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

const char *
relance_figure_table_get_title (RelanceFigureTable *self, guint column)
{
  return get_column (self, column)->title;
}

/* What people read. */
const char *
relance_figure_table_get_text (RelanceFigureTable *self, guint row, guint column)
{
  return get_cell (self, row, column)->text;
}

/* Whether a column has numbers, which stand at its end. */
gboolean
relance_figure_table_is_number (RelanceFigureTable *self, guint column)
{
  return get_column (self, column)->is_number;
}

/**
 * relance_figure_table_to_text:
 *
 * Returns: (transfer full): what people read, titles first, with tabs between the cells
 */
char *
relance_figure_table_to_text (RelanceFigureTable *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    append_cell (out, i, get_column (self, i)->title);
  g_string_append_c (out, '\n');
  for (guint row = 0; row < relance_figure_table_count_rows (self); row++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        append_cell (out, i, get_cell (self, row, i)->text);
      g_string_append_c (out, '\n');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * relance_figure_table_to_csv:
 *
 * Returns: (transfer full): what programs read, in the CSV of the export
 */
char *
relance_figure_table_to_csv (RelanceFigureTable *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  relance_export_csv_begin (out);
  for (guint i = 0; i < self->columns->len; i++)
    add_csv_title (out, i, get_column (self, i));
  relance_export_csv_end_line (out);
  for (guint row = 0; row < relance_figure_table_count_rows (self); row++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        add_csv_cell (out, i, get_cell (self, row, i));
      relance_export_csv_end_line (out);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
