/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_EXCLUSION_DIALOG (relance_exclusion_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceExclusionDialog, relance_exclusion_dialog, RELANCE, EXCLUSION_DIALOG, RelanceFormDialog)

/**
 * RelanceExclusionDialog:
 *
 * Leaves an invoice out of reminders, for a reason, until a day or for good.
 */
AdwDialog *relance_exclusion_dialog_new (RelanceDesk    *desk,
                                         RelanceInvoice *invoice);

G_END_DECLS
