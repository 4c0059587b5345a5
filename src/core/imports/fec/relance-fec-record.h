/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-fec-columns.h"

G_BEGIN_DECLS

/**
 * RelanceFecFit:
 * @RELANCE_FEC_FITS: every field is where it should be
 * @RELANCE_FEC_DOUBTFUL: a separator stands in a text, and it may be more than one of them; dates,
 *   account and amounts are certain
 * @RELANCE_FEC_UNFIT: the line does not have the columns of the first one
 */
typedef enum
{
  RELANCE_FEC_FITS,
  RELANCE_FEC_DOUBTFUL,
  RELANCE_FEC_UNFIT,
} RelanceFecFit;

/**
 * RelanceFecRecord:
 * @fields: trimmed; "" when the column is not there or says nothing
 * @line: of the file, from 1
 *
 * Reads the lines of an accounting export without copying: it writes an end of
 * string after every field, right in the text, which must outlive what was read.
 */
typedef struct
{
  const char    *fields[RELANCE_FEC_N_FIELDS];
  int            line;
  RelanceFecFit  fit;

  const RelanceFecColumns *columns;
  char                    *cursor;
  char                    *end;
  int                      next_line;
  int                      n_raw;
  char                    *starts[RELANCE_FEC_MAX_COLUMNS * 2 + 1];
} RelanceFecRecord;

void     relance_fec_record_init (RelanceFecRecord        *self,
                                  char                    *text,
                                  gsize                    length,
                                  const RelanceFecColumns *columns);
gboolean relance_fec_record_next (RelanceFecRecord        *self);

G_END_DECLS
