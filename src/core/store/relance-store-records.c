/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-records.h"

#include "relance-statement.h"
#include "relance-text.h"

static RelanceStatement *
prepare (RelanceStore *self, const char *prefix, RelanceTableId table, GError **error)
{
  g_autofree char *query = g_strconcat (prefix, relance_table_get (table)->name, NULL);

  return relance_store_prepare (self, query, error);
}

static RelanceCell
read_cell (RelanceStatement *statement, int index, const RelanceColumn *column)
{
  if (column->type == RELANCE_COLUMN_CONTENT || relance_statement_is_null (statement, index))
    return (RelanceCell) { 0 };
  if (column->type == RELANCE_COLUMN_DATE)
    return relance_cell_new_number (relance_statement_get_date (statement, index));
  if (relance_column_is_text (column))
    return relance_cell_new_text (relance_statement_get_text (statement, index));
  return relance_cell_new_number (relance_statement_get_int (statement, index));
}

static void
bind_cell (RelanceStatement *statement,
           int index,
           const RelanceColumn *column,
           const RelanceCell *cell)
{
  if (!cell->known)
    relance_statement_bind_null (statement, index);
  else if (relance_column_is_text (column))
    relance_statement_bind_text (statement, index, cell->text);
  else if (column->type == RELANCE_COLUMN_DATE)
    relance_statement_bind_date (statement, index, (RelanceDate) cell->number);
  else
    relance_statement_bind_int (statement, index, cell->number);
}

/**
 * relance_store_begin_reading:
 *
 * From now on the book is read as it is at the first look, whatever is written meanwhile; until
 * relance_store_rollback().
 */
gboolean
relance_store_begin_reading (RelanceStore *self, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "begin-reading", error);

  return statement != NULL && relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_count_records:
 * @count: (out): about how many rows relance_store_each_record() reads in all
 */
gboolean
relance_store_count_records (RelanceStore *self, gint64 *count, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "record-count", error);
  gboolean row;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  *count = row ? relance_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * relance_store_each_record:
 * @table: any but %RELANCE_TABLE_BUSINESS, which is settings
 * @client_id: whose rows, or 0 for all
 * @func: called with each row that is in the book, one after the other: no more than one is held
 */
gboolean
relance_store_each_record (RelanceStore *self,
                           RelanceTableId table,
                           gint64 client_id,
                           RelanceRecordFunc func,
                           gpointer data,
                           GError **error)
{
  const RelanceTable *description = relance_table_get (table);
  g_autoptr (RelanceStatement) statement = prepare (self, "record-", table, error);
  RelanceCell cells[RELANCE_RECORD_MAX_COLUMNS];
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      for (guint i = 0; i < description->n_columns; i++)
        cells[i] = read_cell (statement, (int) i, &description->columns[i]);
      if (!func (cells, data, error))
        return FALSE;
    }
  return FALSE;
}

/**
 * relance_store_add_record:
 * @table: clients, contacts, invoices, instalments or payments
 * @cells: valid ones; their references are ids of this book. The reminder contact of a client is
 *   left out: see relance_store_set_reminder_contact()
 * @change: the change that adds the row
 * @id: (out): its own id in this book
 */
gboolean
relance_store_add_record (RelanceStore *self,
                          RelanceTableId table,
                          const RelanceCell *cells,
                          gint64 change,
                          gint64 *id,
                          GError **error)
{
  const RelanceTable *description = relance_table_get (table);
  g_autoptr (RelanceStatement) statement = prepare (self, "record-add-", table, error);
  g_autofree char *key = NULL;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, change);
  for (guint i = 1; i < description->n_columns; i++)
    bind_cell (statement, (int) i + 1, &description->columns[i], &cells[i]);
  if (table == RELANCE_TABLE_CLIENTS)
    {
      key = relance_text_fold (cells[relance_table_find_column (description, "name")].text);
      relance_statement_bind_static (statement, (int) description->n_columns, key);
    }
  return relance_statement_run (statement, id, error);
}

/**
 * relance_store_set_reminder_contact:
 *
 * Says which contact the reminders of a client go to, without a change of its own.
 */
gboolean
relance_store_set_reminder_contact (RelanceStore *self,
                                    gint64 client_id,
                                    gint64 contact_id,
                                    GError **error)
{
  return relance_store_run (self, "record-reminder-contact", RELANCE_VALUES (client_id, contact_id),
                            error);
}
