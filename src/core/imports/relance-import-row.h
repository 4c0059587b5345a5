/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/**
 * RelanceImportRow:
 * @line: where it starts in the file, from 1
 * @reason: (nullable): why the row is refused: an English word, see services/relance-wording.h
 * @reason_value: (nullable): the very text that was refused
 * @email: (nullable): exactly one mail address
 * @paid: minor units; 0 when nothing or nothing known
 * @paid_on: %RELANCE_DATE_NONE when not said
 *
 * One invoice as a file says it. Strings belong to the import that made it.
 */
typedef struct
{
  int          line;
  const char  *reason;
  const char  *reason_value;
  const char  *number;
  const char  *client;
  const char  *email;
  const char  *label;
  RelanceDate  issued;
  RelanceDate  due;
  char         currency[4];
  gint64       total;
  gint64       paid;
  RelanceDate  paid_on;
} RelanceImportRow;

G_END_DECLS
