/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than any accounting export has, the law's columns and the software's own. */
#define RELANCE_FEC_MAX_COLUMNS 64

/* The columns of LPF A47 A-1, those of the cash basis and both ways of writing amounts. */
typedef enum
{
  RELANCE_FEC_JOURNAL_CODE,
  RELANCE_FEC_JOURNAL_LIB,
  RELANCE_FEC_ECRITURE_NUM,
  RELANCE_FEC_ECRITURE_DATE,
  RELANCE_FEC_COMPTE_NUM,
  RELANCE_FEC_COMPTE_LIB,
  RELANCE_FEC_COMP_AUX_NUM,
  RELANCE_FEC_COMP_AUX_LIB,
  RELANCE_FEC_PIECE_REF,
  RELANCE_FEC_PIECE_DATE,
  RELANCE_FEC_ECRITURE_LIB,
  RELANCE_FEC_DEBIT,
  RELANCE_FEC_CREDIT,
  RELANCE_FEC_MONTANT,
  RELANCE_FEC_SENS,
  RELANCE_FEC_ECRITURE_LET,
  RELANCE_FEC_DATE_LET,
  RELANCE_FEC_VALID_DATE,
  RELANCE_FEC_MONTANT_DEVISE,
  RELANCE_FEC_IDEVISE,
  RELANCE_FEC_DATE_RGLT,
  RELANCE_FEC_MODE_RGLT,
  RELANCE_FEC_ID_CLIENT,
  RELANCE_FEC_N_FIELDS,
} RelanceFecField;

/**
 * RelanceFecColumns:
 * @quoted: the names stand between quotation marks, so the fields may too, and hold separators
 * @trailing: a separator ends the first line, so it does the others
 * @unnamed: there is no such line: the columns are those of the article, in its order
 * @columns: the column of each field, -1 when there is none
 *
 * How an accounting export is laid out, as its first line says.
 */
typedef struct
{
  char     separator;
  gboolean quoted;
  gboolean trailing;
  gboolean unnamed;
  int      n_columns;
  int      columns[RELANCE_FEC_N_FIELDS];
} RelanceFecColumns;

gboolean relance_fec_columns_read  (const char         *text,
                                    RelanceFecColumns  *columns);
gboolean relance_fec_columns_guess (const char         *text,
                                    RelanceFecColumns  *columns);

G_END_DECLS
