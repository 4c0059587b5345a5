/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-export-csv.h"

#include "relance-clock.h"
#include "relance-money.h"

#include <string.h>

/* What makes a spreadsheet take a cell for a formula, or for a command to another program. */
#define STARTS_FORMULA "=+-@\t\r\n"

static gboolean
needs_quotes (const char *text)
{
  return strpbrk (text, ",\"\r\n") != NULL || *text == ' ' ||
         (*text != '\0' && text[strlen (text) - 1] == ' ');
}

/* An apostrophe in front makes it a text. One that stands there already gets another, so that
 * reading takes off no more than was added. */
static gboolean
needs_apostrophe (const char *text)
{
  while (*text == '\'')
    text++;

  return *text != '\0' && strchr (STARTS_FORMULA, *text) != NULL;
}

static void
add_separator (GString *out, gboolean first)
{
  if (!first)
    g_string_append_c (out, ',');
}

static void
add_plain (GString *out, gboolean first, const char *text)
{
  add_separator (out, first);
  g_string_append (out, text);
}

static void
add_hour (GString *out, gboolean first, gint64 minutes)
{
  add_separator (out, first);
  g_string_append_printf (out, "%02d:%02d", (int) minutes / 60, (int) minutes % 60);
}

static void
add_cell (GString *out,
          gboolean first,
          const RelanceColumn *column,
          const RelanceCell *cell,
          const char *currency)
{
  g_autofree char *instant = NULL;
  char date[RELANCE_DATE_ISO_SIZE];

  if (!cell->known)
    {
      add_separator (out, first);
      return;
    }
  switch (column->type)
    {
    case RELANCE_COLUMN_AMOUNT:
      relance_export_csv_add_amount (out, first, cell->number, currency);
      break;
    case RELANCE_COLUMN_DATE:
      relance_date_write_iso ((RelanceDate) cell->number, date);
      add_plain (out, first, date);
      break;
    case RELANCE_COLUMN_HOUR:
      add_hour (out, first, cell->number);
      break;
    case RELANCE_COLUMN_INSTANT:
      instant = relance_clock_to_rfc3339 (cell->number);
      add_plain (out, first, instant);
      break;
    case RELANCE_COLUMN_ID:
    case RELANCE_COLUMN_REFERENCE:
    case RELANCE_COLUMN_NUMBER:
    case RELANCE_COLUMN_FLAG:
      add_separator (out, first);
      g_string_append_printf (out, "%" G_GINT64_FORMAT, cell->number);
      break;
    case RELANCE_COLUMN_TEXT:
    case RELANCE_COLUMN_WORD:
    case RELANCE_COLUMN_CURRENCY:
    case RELANCE_COLUMN_CONTENT:
    default:
      relance_export_csv_add_text (out, first, cell->text);
      break;
    }
}

/**
 * relance_export_csv_begin:
 *
 * Says that what follows is UTF-8.
 */
void
relance_export_csv_begin (GString *out)
{
  g_string_append (out, "\xEF\xBB\xBF");
}

/**
 * relance_export_csv_add_text:
 * @first: whether it is the first cell of its line
 * @text: (nullable): valid UTF-8
 *
 * Adds a text that no spreadsheet takes for a formula.
 */
void
relance_export_csv_add_text (GString *out, gboolean first, const char *text)
{
  add_separator (out, first);
  if (text == NULL)
    return;
  if (!needs_quotes (text))
    {
      g_string_append_printf (out, "%s%s", needs_apostrophe (text) ? "'" : "", text);
      return;
    }
  g_string_append (out, needs_apostrophe (text) ? "\"'" : "\"");
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

/**
 * relance_export_csv_add_amount:
 * @minor: minor units
 * @currency: (nullable): its ISO 4217 code; without one the minor units are written
 */
void
relance_export_csv_add_amount (GString *out, gboolean first, gint64 minor, const char *currency)
{
  g_autofree char *plain = currency != NULL ? relance_money_format_plain (minor, currency)
                                            : g_strdup_printf ("%" G_GINT64_FORMAT, minor);

  add_plain (out, first, plain);
}

void
relance_export_csv_end_line (GString *out)
{
  g_string_append (out, "\r\n");
}

/**
 * relance_export_csv_add_header:
 *
 * Starts a file: the names of the columns.
 */
void
relance_export_csv_add_header (GString *out, const RelanceTable *table)
{
  relance_export_csv_begin (out);
  for (guint i = 0; i < table->n_columns; i++)
    relance_export_csv_add_text (out, i == 0, table->columns[i].name);
  relance_export_csv_end_line (out);
}

/**
 * relance_export_csv_add_row:
 * @cells: one for each column
 */
void
relance_export_csv_add_row (GString *out, const RelanceTable *table, const RelanceCell *cells)
{
  const char *currency = table->currency >= 0 ? cells[table->currency].text : NULL;

  for (guint i = 0; i < table->n_columns; i++)
    add_cell (out, i == 0, &table->columns[i], &cells[i], currency);
  relance_export_csv_end_line (out);
}
