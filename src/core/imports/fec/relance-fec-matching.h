/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-fec-documents.h"

G_BEGIN_DECLS

/**
 * RelanceFecSettlement:
 * @document: index of the invoice
 * @line: index of the payment's line
 * @amount: minor units of the ledger
 */
typedef struct
{
  int    document;
  int    line;
  gint64 amount;
} RelanceFecSettlement;

GArray *relance_fec_match (RelanceFecLedger    *ledger,
                           RelanceFecDocuments *documents);

G_END_DECLS
