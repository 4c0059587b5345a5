/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-import-rows.h"

#include "relance-statement.h"
#include "relance-store-private.h"
#include "relance-store-resources.h"

/*
 * A hundred thousand invoices are four hundred thousand rows. Stepping a
 * statement for each costs more than writing it, so an import is four statements
 * that read a virtual table, import_row, whose rows are an array in memory.
 */

#define CLIENT_DATA "relance-import-rows"

/* The columns of import-row.sql, in order. */
enum
{
  COLUMN_INVOICE_ID,
  COLUMN_INSTALMENT_ID,
  COLUMN_PAYMENT_ID,
  COLUMN_CLIENT_ID,
  COLUMN_NUMBER,
  COLUMN_LABEL,
  COLUMN_ISSUED,
  COLUMN_DUE,
  COLUMN_CURRENCY,
  COLUMN_TOTAL,
  COLUMN_PAYMENT_DATE,
  COLUMN_PAYMENT,
  COLUMN_ALLOCATED,
};

typedef struct
{
  RelanceStoreImportRow *rows;
  guint n_rows;
  gint64 first_invoice;
  gint64 first_instalment;
} Source;

typedef struct
{
  sqlite3_vtab base;
  sqlite3 *db;
} Table;

typedef struct
{
  sqlite3_vtab_cursor base;
  const Source *source;
  guint at;
} Cursor;

static int
connect_cb (sqlite3 *db,
            void *data,
            int n_words,
            const char *const *words,
            sqlite3_vtab **table,
            char **why)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (
    relance_store_get_resource (), RELANCE_STORE_RESOURCE_ROOT "/import-row.sql", 0, NULL);
  Table *self;
  int code = sqlite3_declare_vtab (db, g_bytes_get_data (sql, NULL));

  if (code != SQLITE_OK)
    return code;
  self = g_new0 (Table, 1);
  self->db = db;
  *table = &self->base;

  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

static int
best_index_cb (sqlite3_vtab *table, sqlite3_index_info *info)
{
  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  self->source = sqlite3_get_clientdata (((Table *) table)->db, CLIENT_DATA);
  *cursor = &self->base;

  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor, int plan, const char *text, int n, sqlite3_value **values)
{
  ((Cursor *) cursor)->at = 0;
  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->at++;
  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  return self->source == NULL || self->at >= self->source->n_rows;
}

static int
row_id_cb (sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
  *id = ((Cursor *) cursor)->at;
  return SQLITE_OK;
}

static void
answer_text (sqlite3_context *context, const char *text)
{
  sqlite3_result_text (context, text, -1, SQLITE_STATIC);
}

static void
answer_date (sqlite3_context *context, RelanceDate date)
{
  char text[RELANCE_DATE_ISO_SIZE];

  relance_date_write_iso (date, text);
  sqlite3_result_text (context, text, RELANCE_DATE_ISO_SIZE - 1, SQLITE_TRANSIENT);
}

static int
column_cb (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  const Cursor *self = (const Cursor *) cursor;
  const RelanceStoreImportRow *row = &self->source->rows[self->at];

  switch (column)
    {
    case COLUMN_INVOICE_ID:
      sqlite3_result_int64 (context, self->source->first_invoice + self->at);
      break;
    case COLUMN_INSTALMENT_ID:
      sqlite3_result_int64 (context, self->source->first_instalment + self->at);
      break;
    case COLUMN_PAYMENT_ID:
      sqlite3_result_int64 (context, row->payment_id);
      break;
    case COLUMN_CLIENT_ID:
      sqlite3_result_int64 (context, row->client_id);
      break;
    case COLUMN_NUMBER:
      answer_text (context, row->number);
      break;
    case COLUMN_LABEL:
      answer_text (context, row->label);
      break;
    case COLUMN_ISSUED:
      answer_date (context, row->issued);
      break;
    case COLUMN_DUE:
      answer_date (context, row->due);
      break;
    case COLUMN_CURRENCY:
      answer_text (context, row->currency);
      break;
    case COLUMN_TOTAL:
      sqlite3_result_int64 (context, row->total);
      break;
    case COLUMN_PAYMENT_DATE:
      answer_date (context, row->payment_date);
      break;
    case COLUMN_PAYMENT:
      sqlite3_result_int64 (context, row->payment);
      break;
    case COLUMN_ALLOCATED:
      sqlite3_result_int64 (context, MIN (row->payment, row->total));
      break;
    default:
      g_assert_not_reached ();
    }

  return SQLITE_OK;
}

static const sqlite3_module module = {
  .xConnect = connect_cb,
  .xBestIndex = best_index_cb,
  .xDisconnect = disconnect_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_cb,
  .xNext = next_cb,
  .xEof = eof_cb,
  .xColumn = column_cb,
  .xRowid = row_id_cb,
};

/* The ids that the rows get: those after the last ones in use. */
static gboolean
give_ids (RelanceStore *self, Source *source, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-last-ids", error);
  gboolean row;
  gint64 payment;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  source->first_invoice = relance_statement_get_int (statement, 0) + 1;
  source->first_instalment = relance_statement_get_int (statement, 1) + 1;
  payment = relance_statement_get_int (statement, 2);
  for (guint i = 0; i < source->n_rows; i++)
    if (source->rows[i].payment > 0)
      source->rows[i].payment_id = ++payment;

  return TRUE;
}

static gboolean
run (RelanceStore *self, const char *query, gint64 change, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);

  if (statement == NULL)
    return FALSE;
  if (change != 0)
    relance_statement_bind_int (statement, 1, change);

  return relance_statement_run (statement, NULL, error);
}

/* The one reference that comes from outside: the rest of them are ids that we give. */
static gboolean
check_clients (RelanceStore *self, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "import-orphans", error);
  gboolean row;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  if (relance_statement_get_int (statement, 0) == 0)
    return TRUE;

  g_set_error_literal (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_CONSTRAINT,
                       "an invoice of the import names no client");
  return FALSE;
}

/* SQLite would look every reference up at every row, a quarter of the whole time:
 * they hold already. */
static gboolean
add_rows (RelanceStore *self, gint64 change, GError **error)
{
  gboolean done;

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  done = run (self, "import-add-invoices", change, error) &&
         run (self, "import-add-instalments", 0, error) &&
         run (self, "import-add-payments", change, error) &&
         run (self, "import-add-allocations", 0, error);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);

  return done;
}

/**
 * relance_store_register_import_rows:
 *
 * Makes import_row known to a connection. It has rows only within
 * relance_store_add_import_rows().
 *
 * Returns: an SQLite result code
 */
int
relance_store_register_import_rows (sqlite3 *db)
{
  return sqlite3_create_module_v2 (db, "import_row", &module, NULL, NULL);
}

/**
 * relance_store_add_import_rows:
 * @change: the change that adds them
 * @rows: (inout) (array length=n_rows): new invoices
 *
 * Adds the invoices of an import with their instalments and payments. Belongs in
 * the transaction of the import: a failure leaves some of them.
 */
gboolean
relance_store_add_import_rows (RelanceStore *self,
                               gint64 change,
                               RelanceStoreImportRow *rows,
                               guint n_rows,
                               GError **error)
{
  Source source = { .rows = rows, .n_rows = n_rows };
  gboolean done;

  if (!give_ids (self, &source, error))
    return FALSE;

  sqlite3_set_clientdata (self->db, CLIENT_DATA, &source, NULL);
  done = check_clients (self, error) && add_rows (self, change, error);
  sqlite3_set_clientdata (self->db, CLIENT_DATA, NULL, NULL);

  return done;
}
