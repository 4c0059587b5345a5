/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-terms.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_IMPORT_TERMS (relance_import_terms_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportTerms, relance_import_terms, RELANCE, IMPORT_TERMS,
                      AdwPreferencesGroup)

void                relance_import_terms_show       (RelanceImportTerms *self,
                                                     guint               n_invoices);
const RelanceTerms *relance_import_terms_get_chosen (RelanceImportTerms *self);

G_END_DECLS
