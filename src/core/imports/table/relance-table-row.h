/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-csv-cells.h"
#include "relance-csv-conventions.h"
#include "relance-import-row.h"

G_BEGIN_DECLS

/* The row of an invoice, made of the cells of a line: for the files of this folder only. Each of the
 * readers says in the row why it stops, and answers FALSE then. */

/* What one text of a client, an address or a currency column comes to, worked out once. */
typedef struct
{
  const char *reason;
  const char *clean;
  const char *key;
} RelanceTableKnown;

typedef struct
{
  const RelanceCsvLayout *layout;
  RelanceConventions conventions;
  const char *currency;
  GStringChunk *strings;
  GHashTable *clients;
  GHashTable *addresses;
  GHashTable *currencies;
} RelanceTableReader;

gboolean                 relance_table_refuse         (RelanceImportRow    *row,
                                                       const char          *reason,
                                                       const char          *value);
const char              *relance_table_clean_text     (RelanceTableReader  *reader,
                                                       const char          *text,
                                                       const char         **reason);
const RelanceTableKnown *relance_table_learn_client   (RelanceTableReader  *reader,
                                                       const char          *text);
const RelanceTableKnown *relance_table_learn_address  (RelanceTableReader  *reader,
                                                       const char          *text);
const RelanceTableKnown *relance_table_learn_currency (RelanceTableReader  *reader,
                                                       const char          *text);

gboolean                 relance_table_read_names     (RelanceTableReader  *reader,
                                                       const RelanceCells  *cells,
                                                       RelanceImportRow    *row);
gboolean                 relance_table_read_label     (RelanceTableReader  *reader,
                                                       const RelanceCells  *cells,
                                                       RelanceImportRow    *row);
gboolean                 relance_table_read_standing  (const RelanceCells  *cells,
                                                       RelanceImportRow    *row);
gboolean                 relance_table_read_date      (RelanceTableReader  *reader,
                                                       const RelanceCells  *cells,
                                                       RelanceImportField   field,
                                                       RelanceImportRow    *row,
                                                       RelanceDate         *date);
gboolean                 relance_table_read_dates     (RelanceTableReader  *reader,
                                                       const RelanceCells  *cells,
                                                       RelanceImportRow    *row);
gboolean                 relance_table_read_currency  (RelanceTableReader  *reader,
                                                       const RelanceCells  *cells,
                                                       RelanceImportRow    *row);
gboolean                 relance_table_read_total     (RelanceTableReader  *reader,
                                                       const RelanceCells  *cells,
                                                       RelanceImportRow    *row);
gboolean                 relance_table_read_paid      (RelanceTableReader  *reader,
                                                       const RelanceCells  *cells,
                                                       RelanceImportRow    *row);
void                     relance_table_read_address   (RelanceTableReader  *reader,
                                                       const RelanceCells  *cells,
                                                       RelanceImportRow    *row);

G_END_DECLS
