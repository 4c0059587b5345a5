/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-row.h"

G_BEGIN_DECLS

/* How much of an accounting export can be used. */
typedef enum
{
  RELANCE_LEDGER_NONE,       /* not an accounting export */
  RELANCE_LEDGER_LETTERED,   /* payments are matched with invoices */
  RELANCE_LEDGER_UNLETTERED, /* invoices and payments, not matched by the accountant */
  RELANCE_LEDGER_USELESS,    /* no sale to a client in it */
} RelanceLedgerCase;

/**
 * RelanceImportTable:
 * @format: "csv", "cii", "ubl" or "fec"
 * @rows: (element-type RelanceImportRow): in the order of the file
 *
 * What a reader found in one file. It owns every string, buyer and payment of its rows.
 */
typedef struct
{
  const char        *format;
  RelanceLedgerCase  ledger_case;
  GArray            *rows;

  GStringChunk      *strings; /* for the reader's use */
  GPtrArray         *blocks;  /* likewise: what is freed with g_free() */
} RelanceImportTable;

RelanceImportTable *relance_import_table_new         (const char          *format);
const char         *relance_import_table_keep        (RelanceImportTable  *self,
                                                      const char          *text);
gpointer            relance_import_table_keep_memory (RelanceImportTable  *self,
                                                      gconstpointer        memory,
                                                      gsize                size);
void                relance_import_table_free        (RelanceImportTable  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportTable, relance_import_table_free)

G_END_DECLS
