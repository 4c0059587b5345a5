/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INSTALMENTS_DIALOG (relance_instalments_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInstalmentsDialog, relance_instalments_dialog, RELANCE, INSTALMENTS_DIALOG, RelanceFormDialog)

/**
 * RelanceInstalmentsDialog:
 *
 * Parts an invoice into instalments, each with its day and its amount.
 */
AdwDialog *relance_instalments_dialog_new (RelanceDesk    *desk,
                                           RelanceInvoice *invoice);

G_END_DECLS
