/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-invoice-work.h"
#include "widgets/relance-row-group.h"

G_BEGIN_DECLS

/* What lowered an invoice, and what the client gave that lowers nothing yet: rows with what can be
 * done about each, as actions of the page ("invoice.take-back", "invoice.allocate",
 * "invoice.use-credit"). */
void relance_invoice_settlements_show (RelanceRowGroup           *group,
                                       const RelanceInvoiceFacts *facts);
void relance_invoice_credits_show     (RelanceRowGroup           *group,
                                       const RelanceInvoiceFacts *facts);

G_END_DECLS
