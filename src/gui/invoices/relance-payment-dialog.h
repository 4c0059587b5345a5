/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_PAYMENT_DIALOG (relance_payment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelancePaymentDialog, relance_payment_dialog, RELANCE, PAYMENT_DIALOG, AdwDialog)

/**
 * RelancePaymentDialog:
 *
 * Records what was received for an invoice.
 */
AdwDialog *relance_payment_dialog_new (RelanceDesk    *desk,
                                       RelanceInvoice *invoice);

G_END_DECLS
