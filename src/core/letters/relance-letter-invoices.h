/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-letter-facts.h"

G_BEGIN_DECLS

void relance_letter_invoices_describe (GVariantBuilder              *dict,
                                       const RelanceLetterFacts  *facts,
                                       RelanceLanguage            language);

G_END_DECLS
