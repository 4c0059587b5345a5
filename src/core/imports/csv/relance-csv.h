/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What no file of invoices comes near, and what keeps a hostile one cheap. */
#define RELANCE_CSV_MAX_FIELD (64 * 1024)
#define RELANCE_CSV_MAX_RECORD (1024 * 1024)
#define RELANCE_CSV_MAX_COLUMNS 1024

/**
 * RelanceCsv:
 * @fields: the record's fields, %NULL beyond @n_fields
 * @line: the line of the file where the record starts, from 1
 *
 * Reads RFC 4180 records out of a text, whatever the separator and the line
 * ends, without copying: it writes an end of string after every field, right
 * in the text, which must outlive what was read.
 */
typedef struct
{
  const char **fields;
  int          n_fields;
  int          line;

  char        *cursor;
  char        *end;
  char         separator;
  int          next_line;
  int          allocated;
  gboolean     ends_field[256]; /* by byte: the separator and the line ends */
} RelanceCsv;

void     relance_csv_init  (RelanceCsv  *self,
                            char        *text,
                            gsize        length,
                            char         separator);
gboolean relance_csv_next  (RelanceCsv  *self,
                            gboolean    *record,
                            GError     **error);
void     relance_csv_clear (RelanceCsv  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelanceCsv, relance_csv_clear)

G_END_DECLS
