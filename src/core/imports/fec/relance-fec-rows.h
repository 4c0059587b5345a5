/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-fec-matching.h"

G_BEGIN_DECLS

void relance_fec_rows_write (RelanceFecLedger          *ledger,
                             const RelanceFecDocuments *documents,
                             GArray                    *settlements);

G_END_DECLS
