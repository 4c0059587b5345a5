/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-csv-guess.h"

G_BEGIN_DECLS

/* What is read at once: a hundred times the invoices of a large business. */
#define RELANCE_CSV_MAX_ROWS 1000000

/**
 * RelanceCells:
 * @line: where the row starts in the file, from 1
 * @complete: whether it has as many fields as there are columns, or all but empty ones at the end
 * @cells: by field, trimmed; "" when the column is not there or says nothing
 *
 * The fields of one row that have a meaning.
 */
typedef struct
{
  int         line;
  gboolean    complete;
  const char *cells[RELANCE_N_FIELDS];
} RelanceCells;

GArray  *relance_csv_cells_read (char                    *text,
                                 gsize                    length,
                                 const RelanceCsvLayout  *layout,
                                 GCancellable            *cancellable,
                                 GError                 **error);
gboolean relance_cells_are_no_row (const RelanceCells    *self);

G_END_DECLS
