/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-fees.h"
#include "relance-terms.h"

G_BEGIN_DECLS

/* The few words that stand in values: in the letter's language, not the user's. */

const char *relance_letter_words_means (const char          *means,
                                        RelanceLanguage      language);
char       *relance_letter_words_terms (const RelanceTerms  *terms,
                                        RelanceLanguage      language);
char       *relance_letter_words_rates (const RelanceFees   *fees,
                                        RelanceLanguage      language);

G_END_DECLS
