/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_WRITE_OFF_DIALOG (relance_write_off_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceWriteOffDialog, relance_write_off_dialog, RELANCE, WRITE_OFF_DIALOG, RelanceFormDialog)

/**
 * RelanceWriteOffDialog:
 *
 * Gives up what remains due on an invoice.
 */
AdwDialog *relance_write_off_dialog_new (RelanceDesk    *desk,
                                         RelanceInvoice *invoice);

G_END_DECLS
