/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column can hold. The names of all but the last five are the FIELD
 * words of `relance-cli import --map`. */
typedef enum
{
  RELANCE_FIELD_IGNORE,
  RELANCE_FIELD_NUMBER,
  RELANCE_FIELD_ISSUED,
  RELANCE_FIELD_DUE,
  RELANCE_FIELD_CLIENT,
  RELANCE_FIELD_EMAIL,
  RELANCE_FIELD_LABEL,
  RELANCE_FIELD_TOTAL,
  RELANCE_FIELD_NET,
  RELANCE_FIELD_VAT,
  RELANCE_FIELD_PAID,
  RELANCE_FIELD_PAID_ON,
  RELANCE_FIELD_BALANCE,
  RELANCE_FIELD_CURRENCY,
  RELANCE_FIELD_STATUS,
  RELANCE_FIELD_TERMS,
  RELANCE_FIELD_TYPE,     /* what kind of document it is */
  RELANCE_FIELD_VAT_RATE, /* what to add to a net amount where the VAT itself is not said */
  RELANCE_FIELD_PAYMENT_STATE, /* beside a status of the document */
  RELANCE_FIELD_LINE,     /* only says that a row may be one line of an invoice */
  RELANCE_FIELD_FIRST_NAME, /* of a client whose family name stands beside it */
  RELANCE_N_FIELDS,
} RelanceImportField;

/* How the language of a header writes amounts and dates; neither when it is the same word in all. */
typedef enum
{
  RELANCE_WORD_CONTINENTAL = 1 << 0, /* "1.234,50", the day first */
  RELANCE_WORD_ENGLISH = 1 << 1,
  RELANCE_WORD_OF_A_LINE = 1 << 2, /* said of one line of an invoice */
  RELANCE_WORD_FAMILY = 1 << 3,    /* a family name, where a first name stands beside it */
  RELANCE_WORD_TO_PAY = 1 << 4,    /* what remains to be paid, where the total stands beside it */
} RelanceWordFlags;

/**
 * RelanceKnownWord:
 * @rank: among the words of one field, the lower the surer
 */
typedef struct
{
  const char         *word;
  RelanceImportField  field;
  RelanceWordFlags    flags;
  int                 rank;
} RelanceKnownWord;

gboolean  relance_import_field_from_name (const char         *name,
                                          RelanceImportField *field);
const char *relance_import_field_get_name (RelanceImportField field);
char     *relance_import_header_fold     (const char         *header);
gboolean  relance_import_header_look_up  (const char         *header,
                                          RelanceKnownWord   *known);
char     *relance_import_header_currency (const char         *header);

G_END_DECLS
