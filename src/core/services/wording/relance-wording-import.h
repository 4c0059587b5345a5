/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sentences on what an import cannot take, in the user's language. */
char *relance_wording_refused_file (const GError *error);
char *relance_wording_refused_row  (const char   *reason,
                                    const char   *value);
char *relance_wording_unknown_columns (const char *sentence,
                                       char      **columns);

const char *relance_wording_import_field (const char *field);
const char *relance_wording_due_source   (const char *source);
const char *relance_wording_ledger       (const char *ledger_case);

G_END_DECLS
