/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/* What a row leaves out, and what is taken instead. */
typedef enum
{
  RELANCE_ROW_ISSUED_ASSUMED = 1 << 0, /* no issue date: the due date */
  RELANCE_ROW_DUE_FROM_TERMS = 1 << 1, /* no due date: the issue date and the terms */
  RELANCE_ROW_DUE_ASSUMED = 1 << 2,    /* no due date, no terms: RELANCE_ROW_DEFAULT_DAYS */
  RELANCE_ROW_NET_AMOUNT = 1 << 3,     /* neither a total nor VAT: the net amount */
  RELANCE_ROW_ADDED_UP = 1 << 4,       /* the lines of one invoice */
} RelanceRowFlags;

#define RELANCE_ROW_DEFAULT_DAYS 30

/**
 * RelanceImportRow:
 * @line: where it starts in the file, from 1
 * @reason: (nullable): why the row is refused: an English word, see
 *   services/relance-wording-import.h
 * @reason_value: (nullable): the very text that was refused
 * @client_key: the folded name; within a table one pointer for one client
 * @email: (nullable): exactly one mail address
 * @refused_email: (nullable): what stood for an address and is not exactly one
 * @paid: minor units; 0 when nothing or nothing known
 * @paid_on: %RELANCE_DATE_NONE when not said
 *
 * One invoice as a file says it. Strings belong to the table that made it.
 */
typedef struct
{
  int              line;
  const char      *reason;
  const char      *reason_value;
  const char      *number;
  const char      *client;
  const char      *client_key;
  const char      *email;
  const char      *refused_email;
  const char      *label;
  RelanceDate      issued;
  RelanceDate      due;
  char             currency[4];
  gint64           total;
  gint64           paid;
  RelanceDate      paid_on;
  RelanceRowFlags  flags;
} RelanceImportRow;

G_END_DECLS
