/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli-text.h"

#include <glib/gi18n.h>

#include "relance-money.h"

/* Between two columns. */
#define GUTTER 2

struct _CliTable
{
  int n_columns;
  const char *alignment; /* a letter each: l or r */
  GPtrArray *cells;
};

/* How many cells of a terminal @text takes. */
static int
measure_text (const char *text)
{
  int width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static int
measure_column (CliTable *self, int column)
{
  int width = 0;

  for (guint i = (guint) column; i < self->cells->len; i += (guint) self->n_columns)
    width = MAX (width, measure_text (g_ptr_array_index (self->cells, i)));
  return width;
}

static void
append_spaces (GString *text, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

static void
append_row (CliTable *self, const int *widths, guint first, GString *text)
{
  for (int i = 0; i < self->n_columns; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, first + (guint) i);
      int room = widths[i] - measure_text (cell);

      if (self->alignment[i] == 'r')
        append_spaces (text, room);
      g_string_append (text, cell);
      if (i + 1 == self->n_columns)
        break;
      append_spaces (text, GUTTER + (self->alignment[i] == 'r' ? 0 : room));
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

/* @alignment: a static string with a letter for each column, l(eft) or r(ight) */
CliTable *
cli_table_new (int n_columns, const char *alignment)
{
  CliTable *self = g_new0 (CliTable, 1);

  self->n_columns = n_columns;
  self->alignment = alignment;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cli_table_free (CliTable *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
cli_table_take (CliTable *self, char *cell)
{
  g_autofree char *given = cell;

  g_ptr_array_add (self->cells, cli_dup_clean (given ? given : ""));
}

void
cli_table_add (CliTable *self, const char *cell)
{
  g_ptr_array_add (self->cells, cli_dup_clean (cell ? cell : ""));
}

/* Appends every row to @text; the table must be full. */
void
cli_table_write (CliTable *self, GString *text)
{
  g_autofree int *widths = g_new (int, self->n_columns);

  g_assert (self->cells->len % (guint) self->n_columns == 0);
  for (int i = 0; i < self->n_columns; i++)
    widths[i] = measure_column (self, i);
  for (guint i = 0; i < self->cells->len; i += (guint) self->n_columns)
    append_row (self, widths, i, text);
}

/* One line of a two-column table; nothing at all when the value is not known. */
void
cli_fact (CliTable *table, const char *label, const char *value)
{
  if (!value || !*value)
    return;
  cli_table_add (table, label);
  cli_table_add (table, value);
}

char *
cli_dup_money (gint64 minor, const char *currency)
{
  return relance_money_format (minor, currency, NULL);
}

char *
cli_dup_date (RelanceDate date)
{
  return date == RELANCE_DATE_NONE ? g_strdup ("") : relance_date_format_short (date, NULL);
}

char *
cli_dup_month (RelanceDate month)
{
  return relance_date_format_month (month, NULL);
}

/* A date and an hour here; "" for no instant. */
char *
cli_dup_instant (gint64 utc)
{
  g_autofree char *day = NULL;
  int minutes = 0;

  if (utc == 0)
    return g_strdup ("");
  day = cli_dup_date (relance_clock_to_date (utc, &minutes));
  /* Translators: a date, then hours and minutes */
  return g_strdup_printf (C_ ("instant", "%s %02d:%02d"), day, minutes / 60, minutes % 60);
}

/* @rate: 0 to 1, or below 0 when it is not known */
char *
cli_dup_percent (double rate)
{
  if (rate < 0)
    /* Translators: a rate that cannot be told, because nothing was due */
    return g_strdup (C_ ("rate", "—"));
  /* Translators: a percentage; French has a no-break space before the sign */
  return g_strdup_printf (C_ ("rate", "%.0f%%"), rate * 100);
}

/* What others wrote must not drive the terminal: control characters become a mark. */
char *
cli_dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_string_append_unichar (clean, g_unichar_iscntrl (c) && c != '\n' ? 0xfffd : c);
    }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}
