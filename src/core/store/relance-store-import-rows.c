/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-import-rows.h"

#include "relance-statement.h"
#include "relance-store-private.h"
#include "relance-store-resources.h"

/*
 * A hundred thousand invoices are four hundred thousand rows. Stepping a
 * statement for each costs more than writing it, so an import is four statements
 * that read virtual tables whose rows are arrays in memory.
 */

#define CLIENT_DATA "relance-import-rows"

typedef enum
{
  TABLE_INVOICES,
  TABLE_INSTALMENTS,
  TABLE_PAYMENTS,
  TABLE_ALLOCATIONS,
  N_TABLES,
} TableKind;

/* @first: the id of the first row; allocations have none. */
typedef struct
{
  GArray *rows;
  gint64 first;
} Source;

struct _RelanceStoreImportRows
{
  RelanceStore *store;
  Source sources[N_TABLES];
  GArray *clients;     /* ids that come from outside; mostly one after the other */
  GArray *instalments; /* likewise */
};

typedef struct
{
  sqlite3_vtab base;
  sqlite3 *db;
  TableKind kind;
} Table;

typedef struct
{
  sqlite3_vtab_cursor base;
  const Source *source;
  TableKind kind;
  guint at;
} Cursor;

/* Tables by the name that SQL knows them by, and the file that declares their columns. */
static const struct
{
  const char *name;
  const char *declaration;
  gsize row_size;
} tables[N_TABLES] = {
  [TABLE_INVOICES] = { "import_invoice", "import-invoices.sql",
                       sizeof (RelanceStoreImportInvoice) },
  [TABLE_INSTALMENTS] = { "import_instalment", "import-instalments.sql",
                          sizeof (RelanceStoreImportInstalment) },
  [TABLE_PAYMENTS] = { "import_payment", "import-payments.sql",
                       sizeof (RelanceStoreImportPayment) },
  [TABLE_ALLOCATIONS] = { "import_allocation", "import-allocations.sql",
                          sizeof (RelanceStoreImportAllocation) },
};

static int
connect_cb (sqlite3 *db,
            void *kind,
            int n_words,
            const char *const *words,
            sqlite3_vtab **table,
            char **why)
{
  g_autofree char *path = g_strconcat (RELANCE_STORE_RESOURCE_ROOT, "/",
                                       tables[GPOINTER_TO_INT (kind)].declaration, NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (relance_store_get_resource (), path, 0, NULL);
  Table *self;
  int code = sqlite3_declare_vtab (db, g_bytes_get_data (sql, NULL));

  if (code != SQLITE_OK)
    return code;
  self = g_new0 (Table, 1);
  self->db = db;
  self->kind = GPOINTER_TO_INT (kind);
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
  const Table *owner = (Table *) table;
  const RelanceStoreImportRows *rows = sqlite3_get_clientdata (owner->db, CLIENT_DATA);
  Cursor *self = g_new0 (Cursor, 1);

  self->kind = owner->kind;
  self->source = rows != NULL ? &rows->sources[owner->kind] : NULL;
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

  return self->source == NULL || self->at >= self->source->rows->len;
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

/* 0 stands for what was not said. */
static void
answer_code (sqlite3_context *context, int code)
{
  if (code != 0)
    sqlite3_result_int (context, code);
}

static void
answer_invoice (sqlite3_context *context, const Source *source, guint at, int column)
{
  const RelanceStoreImportInvoice *row =
    &g_array_index (source->rows, RelanceStoreImportInvoice, at);

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, source->first + at);
      break;
    case 1:
      sqlite3_result_int64 (context, row->client_id);
      break;
    case 2:
      answer_text (context, row->number);
      break;
    case 3:
      answer_date (context, row->issued);
      break;
    case 4:
      answer_text (context, row->currency);
      break;
    case 5:
      sqlite3_result_int64 (context, row->total);
      break;
    case 6:
      answer_text (context, row->label);
      break;
    case 7:
      answer_code (context, row->type);
      break;
    case 8:
      answer_code (context, row->means);
      break;
    case 9:
      answer_text (context, row->due_source);
      break;
    case 10:
      answer_text (context, row->reference);
      break;
    default:
      answer_text (context, row->corrects);
      break;
    }
}

static void
answer_instalment (sqlite3_context *context, const Source *source, guint at, int column)
{
  const RelanceStoreImportInstalment *row =
    &g_array_index (source->rows, RelanceStoreImportInstalment, at);

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, source->first + at);
      break;
    case 1:
      sqlite3_result_int64 (context, row->invoice_id);
      break;
    case 2:
      answer_date (context, row->due);
      break;
    default:
      sqlite3_result_int64 (context, row->amount);
      break;
    }
}

static void
answer_payment (sqlite3_context *context, const Source *source, guint at, int column)
{
  const RelanceStoreImportPayment *row =
    &g_array_index (source->rows, RelanceStoreImportPayment, at);

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, source->first + at);
      break;
    case 1:
      sqlite3_result_int64 (context, row->client_id);
      break;
    case 2:
      answer_date (context, row->date);
      break;
    case 3:
      sqlite3_result_int64 (context, row->amount);
      break;
    case 4:
      answer_text (context, row->currency);
      break;
    case 5:
      answer_text (context, row->means != NULL ? row->means : "");
      break;
    case 6:
      answer_text (context, row->kind == RELANCE_PAYMENT_CREDIT_NOTE ? "credit-note" : "payment");
      break;
    case 7:
      answer_text (context, row->number);
      break;
    default:
      answer_text (context, row->reference);
      break;
    }
}

static void
answer_allocation (sqlite3_context *context, const Source *source, guint at, int column)
{
  const RelanceStoreImportAllocation *row =
    &g_array_index (source->rows, RelanceStoreImportAllocation, at);

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, row->instalment_id);
      break;
    case 1:
      sqlite3_result_int64 (context, row->payment_id);
      break;
    default:
      sqlite3_result_int64 (context, row->amount);
      break;
    }
}

/* Columns are numbered as the table's declaration lists them. */
static int
column_cb (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  static void (*const answer[N_TABLES]) (sqlite3_context *, const Source *, guint, int) = {
    [TABLE_INVOICES] = answer_invoice,
    [TABLE_INSTALMENTS] = answer_instalment,
    [TABLE_PAYMENTS] = answer_payment,
    [TABLE_ALLOCATIONS] = answer_allocation,
  };
  const Cursor *self = (const Cursor *) cursor;

  answer[self->kind](context, self->source, self->at, column);

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

static gint64
add (RelanceStoreImportRows *self, TableKind kind, gconstpointer row)
{
  Source *source = &self->sources[kind];

  g_array_append_vals (source->rows, row, 1);

  return source->first + source->rows->len - 1;
}

static void
note_reference (GArray *ids, gint64 id)
{
  if (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != id)
    g_array_append_val (ids, id);
}

static gboolean
check_ids (RelanceStore *self, const char *query, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
      gboolean row;

      if (statement == NULL)
        return FALSE;
      relance_statement_bind_int (statement, 1, g_array_index (ids, gint64, i));
      if (!relance_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        continue;
      g_set_error_literal (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_CONSTRAINT,
                           "a row of the import names no client or no instalment");
      return FALSE;
    }

  return TRUE;
}

/* The references that come from outside: the rest of them are ids that we gave. */
static gboolean
check_references (RelanceStoreImportRows *self, GError **error)
{
  return check_ids (self->store, "import-has-client", self->clients, error) &&
         check_ids (self->store, "import-has-instalment", self->instalments, error);
}

/* SQLite would look every reference up at every row, a quarter of the whole time:
 * they hold already. */
static gboolean
add_rows (RelanceStoreImportRows *self, gint64 change, GError **error)
{
  RelanceStore *store = self->store;
  gboolean done;

  sqlite3_db_config (store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  done = relance_store_run (store, "import-add-invoices", RELANCE_VALUES (change), error) &&
         relance_store_run (store, "import-add-instalments", NULL, 0, error) &&
         relance_store_run (store, "import-add-payments", RELANCE_VALUES (change), error) &&
         relance_store_run (store, "import-add-allocations", NULL, 0, error);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);

  return done;
}

/**
 * relance_store_register_import_rows:
 *
 * Makes the tables of an import known to a connection. They have rows only within
 * relance_store_import_rows_write().
 *
 * Returns: an SQLite result code
 */
int
relance_store_register_import_rows (sqlite3 *db)
{
  int code = SQLITE_OK;

  for (int kind = 0; kind < N_TABLES && code == SQLITE_OK; kind++)
    code = sqlite3_create_module_v2 (db, tables[kind].name, &module, GINT_TO_POINTER (kind), NULL);

  return code;
}

/**
 * relance_store_import_rows_new:
 * @n_expected: about how many invoices there will be
 *
 * Belongs in the transaction of the import.
 *
 * Returns: (transfer full): no rows yet
 */
RelanceStoreImportRows *
relance_store_import_rows_new (RelanceStore *store, guint n_expected, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (store, "import-last-ids", error);
  RelanceStoreImportRows *self;
  gboolean row;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return NULL;

  self = g_new0 (RelanceStoreImportRows, 1);
  self->store = store;
  for (int kind = 0; kind < N_TABLES; kind++)
    self->sources[kind].rows =
      g_array_sized_new (FALSE, FALSE, (guint) tables[kind].row_size, n_expected);
  self->clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->instalments = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int kind = TABLE_INVOICES; kind <= TABLE_PAYMENTS; kind++)
    self->sources[kind].first = relance_statement_get_int (statement, kind) + 1;

  return self;
}

/**
 * relance_store_import_rows_add_invoice:
 *
 * Returns: the id that the invoice will have
 */
gint64
relance_store_import_rows_add_invoice (RelanceStoreImportRows *self,
                                       const RelanceStoreImportInvoice *invoice)
{
  note_reference (self->clients, invoice->client_id);

  return add (self, TABLE_INVOICES, invoice);
}

/**
 * relance_store_import_rows_add_instalment:
 *
 * Returns: the id that the instalment will have
 */
gint64
relance_store_import_rows_add_instalment (RelanceStoreImportRows *self,
                                          const RelanceStoreImportInstalment *instalment)
{
  return add (self, TABLE_INSTALMENTS, instalment);
}

/**
 * relance_store_import_rows_add_payment:
 *
 * Returns: the id that the payment or credit note will have
 */
gint64
relance_store_import_rows_add_payment (RelanceStoreImportRows *self,
                                       const RelanceStoreImportPayment *payment)
{
  note_reference (self->clients, payment->client_id);

  return add (self, TABLE_PAYMENTS, payment);
}

void
relance_store_import_rows_add_allocation (RelanceStoreImportRows *self,
                                          const RelanceStoreImportAllocation *allocation)
{
  if (allocation->instalment_id < self->sources[TABLE_INSTALMENTS].first)
    note_reference (self->instalments, allocation->instalment_id);
  add (self, TABLE_ALLOCATIONS, allocation);
}

/**
 * relance_store_import_rows_write:
 * @change: the change that adds them
 *
 * Adds what was collected. Belongs in the transaction of the import: a failure leaves some of it.
 */
gboolean
relance_store_import_rows_write (RelanceStoreImportRows *self, gint64 change, GError **error)
{
  gboolean done;

  sqlite3_set_clientdata (self->store->db, CLIENT_DATA, self, NULL);
  done = check_references (self, error) && add_rows (self, change, error);
  sqlite3_set_clientdata (self->store->db, CLIENT_DATA, NULL, NULL);

  return done;
}

void
relance_store_import_rows_free (RelanceStoreImportRows *self)
{
  for (int kind = 0; kind < N_TABLES; kind++)
    g_array_unref (self->sources[kind].rows);
  g_array_unref (self->clients);
  g_array_unref (self->instalments);
  g_free (self);
}
