/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-terms.h"

G_BEGIN_DECLS

char *relance_terms_words_name    (const RelanceTerms *terms);
char *relance_terms_words_explain (const RelanceTerms *terms,
                                   RelanceDate         issued);

G_END_DECLS
