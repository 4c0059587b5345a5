/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-invoice.h"

G_BEGIN_DECLS

char       *relance_invoice_state_words (RelanceInvoice *invoice,
                                         RelanceDate     today);
const char *relance_invoice_state_style (RelanceInvoice *invoice);

char       *relance_invoice_state_headline  (RelanceInvoice *invoice);
char       *relance_invoice_state_due       (RelanceInvoice *invoice);
gboolean    relance_invoice_state_is_excluded (RelanceInvoice *invoice,
                                             RelanceDate     today);
char       *relance_invoice_state_exclusion (RelanceInvoice *invoice,
                                             RelanceDate     today);

G_END_DECLS
