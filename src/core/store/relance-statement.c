/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-statement.h"

#include "relance-store-private.h"
#include "relance-store-resources.h"

#include <string.h>

struct _RelanceStatement
{
  RelanceStore *store;
  sqlite3 *db;
  sqlite3_stmt *handle;
  gboolean in_use;
  gboolean kept;
};

static void
free_statement (gpointer data)
{
  RelanceStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

/* Whoever meets damage stops all writing; whoever would write then is told of the damage. */
static void
set_error (RelanceStore *store, int code, GError **error)
{
  int primary = code & 0xff;

  if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB)
    relance_store_mark_damaged (store);
  if (primary == SQLITE_READONLY && relance_store_is_damaged (store))
    relance_store_set_error (NULL, SQLITE_CORRUPT, error);
  else
    relance_store_set_error (store->db, code, error);
}

static GBytes *
find_query (const char *name)
{
  g_autofree char *path = g_strconcat (RELANCE_STORE_RESOURCE_ROOT "/queries/", name, ".sql", NULL);
  GBytes *sql = g_resource_lookup_data (relance_store_get_resource (), path, 0, NULL);

  if (sql == NULL)
    g_error ("no query is named “%s”", name);
  return sql;
}

static RelanceStatement *
compile_sql (RelanceStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *handle = NULL;
  RelanceStatement *self;
  int code;

  code = sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      set_error (store, code, error);
      return NULL;
    }

  self = g_new0 (RelanceStatement, 1);
  self->store = store;
  self->db = store->db;
  self->handle = handle;
  return self;
}

/* A value that does not fit its query is our mistake, not the world's. */
static void
check_bound (int code)
{
  g_assert (code == SQLITE_OK);
}

GHashTable *
relance_statement_new_cache (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_statement);
}

/* The name is free when the statement of before is in use, or there is none. */
static RelanceStatement *
find_free (RelanceStore *self, const char *name)
{
  RelanceStatement *statement = g_hash_table_lookup (self->statements, name);

  return statement != NULL && !statement->in_use ? statement : NULL;
}

static RelanceStatement *
keep_statement (RelanceStore *self, const char *name, RelanceStatement *statement)
{
  statement->kept = !g_hash_table_contains (self->statements, name);
  if (statement->kept)
    g_hash_table_insert (self->statements, g_strdup (name), statement);
  return statement;
}

/* Every “l.… ASC, l.id ASC” of a query, by another column. A plus keeps SQLite from its index. */
static char *
sort_sql (const char *sql, const char *column, gboolean descending, gboolean looking)
{
  g_autoptr (GRegex) written = g_regex_new ("l\\.\\w+ ASC, l\\.id ASC", 0, 0, NULL);
  const char *direction = descending ? "DESC" : "ASC";
  g_autofree char *wanted =
    g_strdup_printf ("%sl.%s %s, l.id %s", looking ? "+" : "", column, direction, direction);

  return g_regex_replace_literal (written, sql, -1, 0, wanted, 0, NULL);
}

/* The rows of another query instead of the whole listing. */
static char *
narrow_sql (const char *sql, const char *among)
{
  g_autoptr (GRegex) written = g_regex_new ("FROM listing( l)?\\b", 0, 0, NULL);
  g_autoptr (GBytes) query = find_query (among);
  g_auto (GStrv) parts = g_strsplit (g_bytes_get_data (query, NULL), ";", 2);
  g_autofree char *rows = g_strconcat ("FROM (", parts[0], ") a", NULL);
  g_autofree char *joined = g_strconcat (rows, " CROSS JOIN listing l ON l.id = a.id", NULL);
  gboolean read = strstr (sql, "FROM listing l") != NULL;

  return g_regex_replace_literal (written, sql, -1, 0, read ? joined : rows, 0, NULL);
}

/**
 * relance_store_prepare:
 * @name: a file of sql/queries, without its ".sql"
 *
 * The statement is prepared once and kept by the store. While it is in use,
 * the same name gives another one, so that a query may run inside itself.
 *
 * Returns: the statement, to be released; %NULL with an error when SQLite
 *   cannot prepare it, as on a damaged or locked file
 */
RelanceStatement *
relance_store_prepare (RelanceStore *self, const char *name, GError **error)
{
  RelanceStatement *statement;

  g_return_val_if_fail (RELANCE_IS_STORE (self), NULL);

  statement = find_free (self, name);
  if (statement == NULL)
    {
      g_autoptr (GBytes) sql = find_query (name);

      statement = compile_sql (self, g_bytes_get_data (sql, NULL), error);
      if (statement == NULL)
        return NULL;
      keep_statement (self, name, statement);
    }
  statement->in_use = TRUE;
  return statement;
}

/**
 * relance_store_prepare_sorted:
 * @name: a query that is ordered by “l.… ASC, l.id ASC”
 * @among: (nullable): a query of ids that stands for the listing it reads
 * @column: one of ours that it has in l, to order by instead
 * @looking: whether to look at all rows even where an index has that order
 *
 * relance_store_prepare() for a query that answers in any order: SQLite takes the name of a column,
 * and no value, for what to sort by.
 */
RelanceStatement *
relance_store_prepare_sorted (RelanceStore *self,
                              const char *name,
                              const char *among,
                              const char *column,
                              gboolean descending,
                              gboolean looking,
                              GError **error)
{
  g_autofree char *key = g_strconcat (name, " ", column, descending ? " down " : " up ",
                                      looking ? "by looking " : "", among, NULL);
  RelanceStatement *statement;

  g_return_val_if_fail (RELANCE_IS_STORE (self), NULL);

  statement = find_free (self, key);
  if (statement == NULL)
    {
      g_autoptr (GBytes) written = find_query (name);
      g_autofree char *narrow = among != NULL ? narrow_sql (g_bytes_get_data (written, NULL), among)
                                              : NULL;
      g_autofree char *sql = sort_sql (narrow != NULL ? narrow : g_bytes_get_data (written, NULL),
                                       column, descending, looking);

      statement = compile_sql (self, sql, error);
      if (statement == NULL)
        return NULL;
      keep_statement (self, key, statement);
    }
  statement->in_use = TRUE;
  return statement;
}

/**
 * relance_statement_release:
 * @self: (nullable)
 *
 * Lets the statement go: it no longer holds the book open, nor its values.
 */
void
relance_statement_release (RelanceStatement *self)
{
  if (self == NULL)
    return;
  if (!self->kept)
    {
      free_statement (self);
      return;
    }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->in_use = FALSE;
}

/**
 * relance_statement_count_values:
 *
 * Returns: how many parameters the query has
 */
int
relance_statement_count_values (RelanceStatement *self)
{
  return sqlite3_bind_parameter_count (self->handle);
}

/**
 * relance_statement_bind_int:
 * @index: of the parameter, from 1
 */
void
relance_statement_bind_int (RelanceStatement *self, int index, gint64 value)
{
  check_bound (sqlite3_bind_int64 (self->handle, index, value));
}

/**
 * relance_statement_bind_text:
 * @index: of the parameter, from 1
 * @text: (nullable): copied; %NULL is SQL's NULL
 */
void
relance_statement_bind_text (RelanceStatement *self, int index, const char *text)
{
  check_bound (sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT));
}

/**
 * relance_statement_bind_static:
 * @index: of the parameter, from 1
 * @text: (nullable): not copied; it must live until the statement is released or bound anew
 */
void
relance_statement_bind_static (RelanceStatement *self, int index, const char *text)
{
  check_bound (sqlite3_bind_text (self->handle, index, text, -1, SQLITE_STATIC));
}

/**
 * relance_statement_bind_date:
 * @index: of the parameter, from 1
 * @date: bound as YYYY-MM-DD; %RELANCE_DATE_NONE is SQL's NULL
 */
void
relance_statement_bind_date (RelanceStatement *self, int index, RelanceDate date)
{
  if (date == RELANCE_DATE_NONE)
    relance_statement_bind_null (self, index);
  else
    check_bound (sqlite3_bind_text (self->handle, index, relance_date_to_iso (date), -1, g_free));
}

/**
 * relance_statement_bind_bytes:
 * @index: of the parameter, from 1
 * @bytes: copied
 */
void
relance_statement_bind_bytes (RelanceStatement *self, int index, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  check_bound (
    sqlite3_bind_blob64 (self->handle, index, size > 0 ? data : "", size, SQLITE_TRANSIENT));
}

/**
 * relance_statement_bind_null:
 * @index: of the parameter, from 1
 */
void
relance_statement_bind_null (RelanceStatement *self, int index)
{
  check_bound (sqlite3_bind_null (self->handle, index));
}

/**
 * relance_statement_step:
 * @row: (out): whether there is one more row to read
 *
 * Goes to the next row.
 *
 * Returns: %FALSE with an error of %RELANCE_STORE_ERROR
 */
gboolean
relance_statement_step (RelanceStatement *self, gboolean *row, GError **error)
{
  int code = sqlite3_step (self->handle);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  set_error (self->store, code, error);
  return FALSE;
}

/**
 * relance_statement_run:
 * @last_id: (out) (optional): the id of the row that was inserted last
 *
 * Runs the statement to its end and makes it ready to be bound and run again.
 * Values that are not bound anew stay.
 */
gboolean
relance_statement_run (RelanceStatement *self, gint64 *last_id, GError **error)
{
  gboolean row = TRUE;
  gboolean done = TRUE;

  while (done && row)
    done = relance_statement_step (self, &row, error);
  if (done && last_id != NULL)
    *last_id = sqlite3_last_insert_rowid (self->db);
  sqlite3_reset (self->handle);
  return done;
}

/**
 * relance_statement_get_changes:
 *
 * Returns: how many rows the last statement that wrote has changed
 */
int
relance_statement_get_changes (RelanceStatement *self)
{
  return sqlite3_changes (self->db);
}

/**
 * relance_statement_get_int:
 * @column: from 0
 *
 * Returns: the number there, 0 for NULL
 */
gint64
relance_statement_get_int (RelanceStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * relance_statement_get_text:
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text there, until the next step
 */
const char *
relance_statement_get_text (RelanceStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * relance_statement_get_date:
 * @column: from 0
 *
 * Returns: the date there; %RELANCE_DATE_NONE for NULL, or for a text that is none
 */
RelanceDate
relance_statement_get_date (RelanceStatement *self, int column)
{
  const char *text = relance_statement_get_text (self, column);

  return text != NULL ? relance_date_parse_iso (text) : RELANCE_DATE_NONE;
}

/**
 * relance_statement_dup_bytes:
 * @column: from 0
 *
 * Returns: (transfer full): the bytes there, none for NULL
 */
GBytes *
relance_statement_dup_bytes (RelanceStatement *self, int column)
{
  const void *data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}

/**
 * relance_statement_is_null:
 * @column: from 0
 */
gboolean
relance_statement_is_null (RelanceStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * relance_store_run:
 * @name: of a query whose values are all whole numbers, and whose answer does not count
 * @values: (array length=n_values): the first one is parameter 1
 */
gboolean
relance_store_run (RelanceStore *self,
                   const char *name,
                   const gint64 *values,
                   gsize n_values,
                   GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, name, error);

  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < n_values; i++)
    relance_statement_bind_int (statement, (int) i + 1, values[i]);

  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_statement_list_ids:
 *
 * Returns: (transfer full) (element-type gint64): the first column of every row that is left
 */
GArray *
relance_statement_list_ids (RelanceStatement *self, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  while (relance_statement_step (self, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&ids);
      id = relance_statement_get_int (self, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}
