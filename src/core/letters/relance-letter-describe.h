/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-catalogue.h"
#include "relance-letter-facts.h"

G_BEGIN_DECLS

GVariant *relance_letter_describe (const RelanceLetterFacts *facts,
                                   const RelanceLetterStyle *style);

G_END_DECLS
