/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-field.h"

G_BEGIN_DECLS

/* A column that the user says the meaning of: a header's name, or its place from 1. */
typedef struct
{
  char               *column;
  RelanceImportField  field;
} RelanceColumnChoice;

/**
 * RelanceCsvLayout:
 * @header_line: the line of the file that names the columns, 0 when none does
 * @n_columns: how many fields a row has
 * @columns: the column of each field, -1 when there is none
 * @by_line: the total is that of one line of an invoice, to be added up
 * @has_lines: some column speaks of one line of an invoice
 * @family: the client's column holds a family name, and that of the first name belongs to it
 * @english: more headers are English than in another language
 * @currency: (nullable): that the header of the total names
 *
 * How a file is laid out.
 */
typedef struct
{
  char      separator;
  int       header_line;
  int       n_columns;
  int       columns[RELANCE_N_FIELDS];
  gboolean  by_line;
  gboolean  has_lines;
  gboolean  family;
  gboolean  english;
  char     *currency;
} RelanceCsvLayout;

gboolean relance_csv_guess        (const char        *text,
                                   gsize              length,
                                   const GArray      *choices,
                                   RelanceCsvLayout  *layout,
                                   GError           **error);
void     relance_csv_layout_clear (RelanceCsvLayout  *layout);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelanceCsvLayout, relance_csv_layout_clear)

G_END_DECLS
