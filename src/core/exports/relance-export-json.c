/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-export-json.h"

#include "relance-clock.h"

#include <json-glib/json-glib.h>

static void
add_hour (JsonBuilder *json, gint64 minutes)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", (int) minutes / 60, (int) minutes % 60);

  json_builder_add_string_value (json, text);
}

static void
add_value (JsonBuilder *json, const RelanceColumn *column, const RelanceCell *cell)
{
  g_autofree char *instant = NULL;
  char date[RELANCE_DATE_ISO_SIZE];

  if (!cell->known)
    {
      json_builder_add_null_value (json);
      return;
    }
  switch (column->type)
    {
    case RELANCE_COLUMN_DATE:
      relance_date_write_iso ((RelanceDate) cell->number, date);
      json_builder_add_string_value (json, date);
      break;
    case RELANCE_COLUMN_HOUR:
      add_hour (json, cell->number);
      break;
    case RELANCE_COLUMN_INSTANT:
      instant = relance_clock_to_rfc3339 (cell->number);
      json_builder_add_string_value (json, instant);
      break;
    case RELANCE_COLUMN_FLAG:
      json_builder_add_boolean_value (json, cell->number != 0);
      break;
    case RELANCE_COLUMN_ID:
    case RELANCE_COLUMN_REFERENCE:
    case RELANCE_COLUMN_NUMBER:
    case RELANCE_COLUMN_AMOUNT:
      json_builder_add_int_value (json, cell->number);
      break;
    case RELANCE_COLUMN_TEXT:
    case RELANCE_COLUMN_WORD:
    case RELANCE_COLUMN_CURRENCY:
    case RELANCE_COLUMN_CONTENT:
    default:
      json_builder_add_string_value (json, cell->text);
      break;
    }
}

/**
 * relance_export_json_add_row:
 * @cells: one for each column
 *
 * Adds the row as one JSON object on one line: amounts in minor units, dates ISO, instants RFC 3339
 * in UTC, null for what is not known.
 */
void
relance_export_json_add_row (GString *out, const RelanceTable *table, const RelanceCell *cells)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  for (guint i = 0; i < table->n_columns; i++)
    {
      json_builder_set_member_name (json, table->columns[i].name);
      add_value (json, &table->columns[i], &cells[i]);
    }
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  g_string_append (out, text);
}
