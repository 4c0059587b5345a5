/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_REPLACE_DIALOG (relance_replace_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceReplaceDialog, relance_replace_dialog, RELANCE, REPLACE_DIALOG, RelanceFormDialog)

/**
 * RelanceReplaceDialog:
 *
 * Asks which invoice, the correction, takes the place of this one.
 */
AdwDialog *relance_replace_dialog_new (RelanceDesk    *desk,
                                       RelanceInvoice *invoice);

G_END_DECLS
