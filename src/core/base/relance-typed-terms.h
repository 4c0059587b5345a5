/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-terms.h"

G_BEGIN_DECLS

gboolean relance_typed_terms_parse (const char   *text,
                                    RelanceTerms *terms);

G_END_DECLS
