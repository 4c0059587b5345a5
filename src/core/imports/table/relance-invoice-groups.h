/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-csv-guess.h"
#include "relance-import-row.h"

G_BEGIN_DECLS

void relance_invoice_rows_join (GArray                 *rows,
                                const RelanceCsvLayout *layout,
                                GStringChunk           *strings);

G_END_DECLS
