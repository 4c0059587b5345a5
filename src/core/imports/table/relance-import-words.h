/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import-field.h"

G_BEGIN_DECLS

/**
 * RelanceImportWords:
 * @words: folded headers without spaces, one space between them, the surest first
 *
 * How people call a column.
 */
typedef struct
{
  RelanceImportField  field;
  RelanceWordFlags    flags;
  const char         *words;
} RelanceImportWords;

const RelanceImportWords *relance_import_words_get (gsize *n_words);

G_END_DECLS
