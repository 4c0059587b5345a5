/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-pdf-syntax.h"

G_BEGIN_DECLS

GByteArray *relance_pdf_filter_run (RelancePdfSpan filter,
                                    RelancePdfSpan data,
                                    gsize          limit);
void        relance_pdf_filter_unpredict (GByteArray     *data,
                                          RelancePdfSpan  parameters);

G_END_DECLS
