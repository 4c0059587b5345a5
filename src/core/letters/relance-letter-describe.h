/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-catalogue.h"
#include "relance-letter-facts.h"
#include "relance-letter-values.h"

G_BEGIN_DECLS

RelanceLetterValue *relance_letter_describe (const RelanceLetterFacts *facts,
                                             const RelanceLetterStyle *style);

G_END_DECLS
