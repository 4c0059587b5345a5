/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * The book as plain tables: what an export writes and what reading one back takes. One description
 * serves CSV, JSON and the store, so that the three cannot disagree about a column.
 */

/* What a cell holds, and in which of its members. */
typedef enum
{
  RELANCE_COLUMN_TEXT = 1,  /* text */
  RELANCE_COLUMN_WORD,      /* text: a nick of the enumeration in @words */
  RELANCE_COLUMN_CURRENCY,  /* text: an ISO 4217 code */
  RELANCE_COLUMN_CONTENT,   /* text: a file's name in a folder, its bytes as base64 in JSON */
  RELANCE_COLUMN_ID,        /* number, above 0 */
  RELANCE_COLUMN_REFERENCE, /* number: the id of a row of @table */
  RELANCE_COLUMN_NUMBER,    /* number, not negative */
  RELANCE_COLUMN_AMOUNT,    /* number: minor units of the row's currency */
  RELANCE_COLUMN_DATE,      /* number: a RelanceDate */
  RELANCE_COLUMN_HOUR,      /* number: minutes after midnight, to 1440 */
  RELANCE_COLUMN_INSTANT,   /* number: UTC seconds */
  RELANCE_COLUMN_FLAG,      /* number: 0 or 1 */
} RelanceColumnType;

/* In the order in which they are written: what a row refers to stands before it, but for the
 * contact that a client’s reminders go to. */
typedef enum
{
  RELANCE_TABLE_BUSINESS,
  RELANCE_TABLE_CLIENTS,
  RELANCE_TABLE_CONTACTS,
  RELANCE_TABLE_INVOICES,
  RELANCE_TABLE_INSTALMENTS,
  RELANCE_TABLE_PAYMENTS,
  RELANCE_TABLE_ALLOCATIONS,
  RELANCE_TABLE_DOCUMENTS,
  RELANCE_TABLE_DRAFTS,   /* this one and those below are to be read, not to be read back */
  RELANCE_TABLE_MESSAGES,
  RELANCE_TABLE_EXCHANGES,
  RELANCE_TABLE_HISTORY,
  RELANCE_N_TABLES,
} RelanceTableId;

#define RELANCE_N_TABLES_READ_BACK RELANCE_TABLE_DRAFTS

/**
 * RelanceColumn:
 * @required: whether every row has a value
 * @table: of a reference
 * @words: (nullable): the enumeration of a word
 */
typedef struct
{
  const char        *name;
  RelanceColumnType  type;
  gboolean           required;
  RelanceTableId     table;
  GType            (*words) (void);
} RelanceColumn;

/**
 * RelanceTable:
 * @name: of the CSV file without its ending, and of the member of the JSON object
 * @is_single: whether it has one row and no more
 * @currency: which column says the currency of the amounts, or -1
 */
typedef struct
{
  const char          *name;
  const RelanceColumn *columns;
  guint                n_columns;
  gboolean             is_single;
  int                  currency;
} RelanceTable;

#define RELANCE_RECORD_MAX_COLUMNS 40

/**
 * RelanceCell:
 * @known: whether there is a value; of a text that is not %NULL always
 *
 * One value of a row, in @text or in @number as its column says.
 */
typedef struct
{
  gboolean    known;
  gint64      number;
  const char *text;
} RelanceCell;

const RelanceTable  *relance_table_get         (RelanceTableId       id);
int                  relance_table_find_column (const RelanceTable  *self,
                                                const char          *name);
gboolean             relance_column_is_text    (const RelanceColumn *self);
RelanceCell          relance_cell_new_text     (const char          *text);
RelanceCell          relance_cell_new_number   (gint64               number);

/**
 * RelanceRecords:
 *
 * Rows of one table, with their texts.
 */
typedef struct _RelanceRecords RelanceRecords;

RelanceRecords      *relance_records_new       (RelanceTableId         table);
void                 relance_records_free      (RelanceRecords        *self);
void                 relance_records_add       (RelanceRecords        *self,
                                                const RelanceCell     *cells,
                                                int                    line);
guint                relance_records_get_n     (const RelanceRecords  *self);
RelanceCell         *relance_records_get       (const RelanceRecords  *self,
                                                guint                  row);
int                  relance_records_get_line  (const RelanceRecords  *self,
                                                guint                  row);
const RelanceTable  *relance_records_get_table (const RelanceRecords  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceRecords, relance_records_free)

G_END_DECLS
