/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-own-export.h"

#include "relance-csv.h"
#include "relance-own-export-cell.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT_NAME "relance-export"
#define FORMAT_VERSION 1

/* How an export in JSON begins: that it is one is known without reading it. */
#define START "{\"format\": \"" FORMAT_NAME "\""

/* An export nests objects in an array in an object; deeper ones are none of ours, and the parser
 * would follow them until it has no stack left. */
#define MAX_DEPTH 4

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

G_DEFINE_QUARK (relance - own - export - error - quark, relance_own_export_error)

static gboolean
refuse (GError **error, RelanceOwnExportError code, const char *what)
{
  g_set_error_literal (error, RELANCE_OWN_EXPORT_ERROR, code, what);
  return FALSE;
}

static gboolean
refuse_value (GError **error, const RelanceTable *table, int line, const char *column)
{
  g_set_error (error, RELANCE_OWN_EXPORT_ERROR, RELANCE_OWN_EXPORT_ERROR_VALUE, "%s:%d %s",
               table->name, line, column);
  return FALSE;
}

static RelanceRecords *
start_table (RelanceOwnExport *self, RelanceTableId table)
{
  g_clear_pointer (&self->tables[table], relance_records_free);
  self->tables[table] = relance_records_new (table);
  return self->tables[table];
}

/* Which of the file’s fields holds each column, or -1. */
static gboolean
read_header (const RelanceTable *table, const RelanceCsv *csv, int *places, GError **error)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *name = g_strconcat (table->name, ".", table->columns[i].name, NULL);

      places[i] = -1;
      for (int field = 0; field < csv->n_fields; field++)
        if (g_str_equal (csv->fields[field], table->columns[i].name))
          places[i] = field;
      if (places[i] < 0 && table->columns[i].required)
        return refuse (error, RELANCE_OWN_EXPORT_ERROR_COLUMN, name);
    }
  return TRUE;
}

static const char *
get_field (const RelanceCsv *csv, int place)
{
  return place >= 0 && place < csv->n_fields ? csv->fields[place] : "";
}

static gboolean
read_field (const RelanceTable *table,
            guint index,
            const RelanceCsv *csv,
            const int *places,
            RelanceCell *cell)
{
  const RelanceColumn *column = &table->columns[index];
  const char *field = get_field (csv, places[index]);

  if (column->type == RELANCE_COLUMN_AMOUNT)
    return relance_own_export_read_amount (field, get_field (csv, places[table->currency]), cell);
  if (relance_column_is_text (column))
    field = relance_own_export_strip_apostrophe (field);
  return relance_own_export_read_text (column, field, cell);
}

/* The currency stands before the amount in every table, and was judged by then. */
static gboolean
read_record (RelanceRecords *records, const RelanceCsv *csv, const int *places, GError **error)
{
  const RelanceTable *table = relance_records_get_table (records);
  RelanceCell cells[RELANCE_RECORD_MAX_COLUMNS];

  for (guint i = 0; i < table->n_columns; i++)
    if (!read_field (table, i, csv, places, &cells[i]))
      return refuse_value (error, table, csv->line, table->columns[i].name);
  relance_records_add (records, cells, csv->line);
  return TRUE;
}

/* A spreadsheet that saves the file may put another one there. */
static char
find_separator (const char *text)
{
  const char *at = strpbrk (text, ",;\t\r\n");

  return at != NULL && (*at == ';' || *at == '\t') ? *at : ',';
}

static gboolean
read_records (RelanceRecords *records, RelanceCsv *csv, GError **error)
{
  const RelanceTable *table = relance_records_get_table (records);
  int places[RELANCE_RECORD_MAX_COLUMNS];
  gboolean more;

  if (!relance_csv_next (csv, &more, NULL) || !more)
    return refuse (error, RELANCE_OWN_EXPORT_ERROR_TABLE, table->name);
  if (!read_header (table, csv, places, error))
    return FALSE;
  while (relance_csv_next (csv, &more, NULL))
    {
      if (!more)
        return TRUE;
      if (!read_record (records, csv, places, error))
        return FALSE;
    }
  return refuse (error, RELANCE_OWN_EXPORT_ERROR_TABLE, table->name);
}

static gboolean
is_shallow (const char *text, gsize length)
{
  int depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\\' && quoted)
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!quoted && (text[i] == '}' || text[i] == ']'))
        depth--;
      if (depth > MAX_DEPTH)
        return FALSE;
    }
  return TRUE;
}

static JsonObject *
parse (JsonParser *parser, GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonNode *root;

  if (length == 0 || !g_utf8_validate_len (text, length, NULL) || !is_shallow (text, length) ||
      !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

static gboolean
check_format (JsonObject *object, GError **error)
{
  if (object == NULL)
    return refuse (error, RELANCE_OWN_EXPORT_ERROR_TABLE, "");
  if (g_strcmp0 (json_object_get_string_member_with_default (object, "format", ""), FORMAT_NAME) !=
      0)
    return refuse (error, RELANCE_OWN_EXPORT_ERROR_TABLE, "");
  if (json_object_get_int_member_with_default (object, "version", 0) > FORMAT_VERSION)
    return refuse (error, RELANCE_OWN_EXPORT_ERROR_NEWER, "");
  return TRUE;
}

static gboolean
read_member (const RelanceColumn *column, JsonNode *node, RelanceCell *cell)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;
  gboolean is_number = column->type >= RELANCE_COLUMN_ID && column->type <= RELANCE_COLUMN_AMOUNT;

  *cell = (RelanceCell) { 0 };
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return !column->required;
  if (column->type == RELANCE_COLUMN_FLAG)
    return type == G_TYPE_BOOLEAN &&
           relance_own_export_read_number (column, json_node_get_boolean (node), cell);
  if (is_number)
    return type == G_TYPE_INT64 &&
           relance_own_export_read_number (column, json_node_get_int (node), cell);
  return type == G_TYPE_STRING &&
         relance_own_export_read_text (column, json_node_get_string (node), cell);
}

static gboolean
read_object (RelanceRecords *records, JsonNode *node, int place, GError **error)
{
  const RelanceTable *table = relance_records_get_table (records);
  RelanceCell cells[RELANCE_RECORD_MAX_COLUMNS];
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_value (error, table, place, "");
  object = json_node_get_object (node);
  for (guint i = 0; i < table->n_columns; i++)
    if (!read_member (&table->columns[i], json_object_get_member (object, table->columns[i].name),
                      &cells[i]))
      return refuse_value (error, table, place, table->columns[i].name);
  relance_records_add (records, cells, place);
  return TRUE;
}

static gboolean
read_array (RelanceRecords *records, JsonNode *node, GError **error)
{
  const RelanceTable *table = relance_records_get_table (records);
  JsonArray *array;

  if (table->is_single)
    return read_object (records, node, 1, error);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, RELANCE_OWN_EXPORT_ERROR_TABLE, table->name);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_object (records, json_array_get_element (array, i), (int) i + 1, error))
      return FALSE;
  return TRUE;
}

static GHashTable *
list_ids (const RelanceRecords *records, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; records != NULL && i < relance_records_get_n (records); i++)
    if (!g_hash_table_add (ids, &relance_records_get (records, i)->number))
      {
        refuse_value (error, relance_records_get_table (records),
                      relance_records_get_line (records, i), "id");
        return NULL;
      }
  return g_steal_pointer (&ids);
}

static gboolean
check_references (const RelanceRecords *records, GHashTable **ids, GError **error)
{
  const RelanceTable *table = relance_records_get_table (records);

  for (guint row = 0; row < relance_records_get_n (records); row++)
    for (guint i = 0; i < table->n_columns; i++)
      {
        const RelanceColumn *column = &table->columns[i];
        const RelanceCell *cell = &relance_records_get (records, row)[i];

        if (column->type == RELANCE_COLUMN_REFERENCE && cell->known &&
            !g_hash_table_contains (ids[column->table], &cell->number))
          return refuse_value (error, table, relance_records_get_line (records, row), column->name);
      }
  return TRUE;
}

/**
 * relance_own_export_new:
 *
 * Returns: (transfer full): without a table yet
 */
RelanceOwnExport *
relance_own_export_new (void)
{
  return g_new0 (RelanceOwnExport, 1);
}

void
relance_own_export_free (RelanceOwnExport *self)
{
  for (int table = 0; table < RELANCE_N_TABLES_READ_BACK; table++)
    g_clear_pointer (&self->tables[table], relance_records_free);
  g_free (self);
}

/**
 * relance_own_export_is_json:
 *
 * Returns: whether a file begins as an export in JSON does
 */
gboolean
relance_own_export_is_json (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return length > strlen (START) && strncmp (text, START, strlen (START)) == 0;
}

/**
 * relance_own_export_read_mark:
 * @bytes: the file %RELANCE_OWN_EXPORT_MARK of a folder
 *
 * Judges whether this version of the program can read the folder.
 */
gboolean
relance_own_export_read_mark (RelanceOwnExport *self, GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  return check_format (parse (parser, bytes), error);
}

/**
 * relance_own_export_read_json:
 * @bytes: all of an export in JSON
 */
gboolean
relance_own_export_read_json (RelanceOwnExport *self, GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = parse (parser, bytes);

  if (!check_format (object, error))
    return FALSE;
  for (int table = 0; table < RELANCE_N_TABLES_READ_BACK; table++)
    {
      JsonNode *node = json_object_get_member (object, relance_table_get (table)->name);

      if (node != NULL && !read_array (start_table (self, table), node, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * relance_own_export_read_csv:
 * @bytes: the table's file of a folder
 *
 * Reads one table. Columns are known by their names, in any order; those of nobody are passed over.
 */
gboolean
relance_own_export_read_csv (RelanceOwnExport *self,
                             RelanceTableId table,
                             GBytes *bytes,
                             GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;
  g_auto (RelanceCsv) csv = { 0 };
  gsize start;

  if (length == 0 || !g_utf8_validate_len (data, length, NULL))
    return refuse (error, RELANCE_OWN_EXPORT_ERROR_TABLE, relance_table_get (table)->name);
  text = g_strndup (data, length);
  start = g_str_has_prefix (text, BYTE_ORDER_MARK) ? strlen (BYTE_ORDER_MARK) : 0;
  relance_csv_init (&csv, text + start, length - start, find_separator (text + start));
  return read_records (start_table (self, table), &csv, error);
}

/**
 * relance_own_export_check:
 *
 * Judges the tables together: every row has an id of its own, and what it refers to is there.
 */
gboolean
relance_own_export_check (RelanceOwnExport *self, GError **error)
{
  GHashTable *ids[RELANCE_N_TABLES_READ_BACK] = { NULL };
  gboolean done = TRUE;

  for (int table = 0; done && table < RELANCE_N_TABLES_READ_BACK; table++)
    {
      const RelanceColumn *first = &relance_table_get (table)->columns[0];

      if (first->type != RELANCE_COLUMN_ID)
        continue;
      ids[table] = list_ids (self->tables[table], error);
      done = ids[table] != NULL;
    }
  for (int table = 0; done && table < RELANCE_N_TABLES_READ_BACK; table++)
    done = self->tables[table] == NULL || check_references (self->tables[table], ids, error);
  for (int table = 0; table < RELANCE_N_TABLES_READ_BACK; table++)
    g_clear_pointer (&ids[table], g_hash_table_unref);
  return done;
}
