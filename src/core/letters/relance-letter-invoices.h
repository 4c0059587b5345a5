/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-letter-facts.h"
#include "relance-letter-values.h"

G_BEGIN_DECLS

void relance_letter_invoices_describe (RelanceLetterValue       *dict,
                                       const RelanceLetterFacts  *facts,
                                       RelanceLanguage            language);

G_END_DECLS
