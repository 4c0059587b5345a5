/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-csv-guess.h"

G_BEGIN_DECLS

/**
 * RelanceCsvPreview:
 * @header: (nullable): the names of the columns, %NULL where no line names them
 * @rows: (element-type GStrv): the first rows, each of @n_columns cells
 * @fields: (array length=n_columns): what each column is taken for
 * @shape: what tells files of the same columns
 *
 * The beginning of a table, for somebody to say what its columns hold.
 */
typedef struct
{
  int                  n_columns;
  char               **header;
  GPtrArray           *rows;
  RelanceImportField  *fields;
  char                *shape;
} RelanceCsvPreview;

RelanceCsvPreview *relance_csv_preview_new  (GBytes             *bytes,
                                             const GArray       *choices,
                                             GError            **error);
void               relance_csv_preview_free (RelanceCsvPreview  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceCsvPreview, relance_csv_preview_free)

G_END_DECLS
