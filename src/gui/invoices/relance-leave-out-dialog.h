/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_LEAVE_OUT_DIALOG (relance_leave_out_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceLeaveOutDialog, relance_leave_out_dialog, RELANCE, LEAVE_OUT_DIALOG, RelanceFormDialog)

/**
 * RelanceLeaveOutDialog:
 *
 * Leaves an invoice out of reminders, for a reason, until a day or for good.
 */
AdwDialog *relance_leave_out_dialog_new (RelanceDesk    *desk,
                                         RelanceInvoice *invoice);

G_END_DECLS
