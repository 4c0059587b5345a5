/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-invoice.h"

G_BEGIN_DECLS

char       *relance_invoice_state_words (RelanceInvoice *invoice,
                                         RelanceDate     today);
const char *relance_invoice_state_style (RelanceInvoice *invoice);

G_END_DECLS
