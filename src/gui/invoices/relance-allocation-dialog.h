/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_ALLOCATION_DIALOG (relance_allocation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceAllocationDialog, relance_allocation_dialog, RELANCE, ALLOCATION_DIALOG, RelanceFormDialog)

/**
 * RelanceAllocationDialog:
 *
 * Says which invoices of a client a payment or a credit note is for; the rest is a credit.
 */
void relance_allocation_dialog_open (GtkWidget   *parent,
                                     RelanceDesk *desk,
                                     gint64       payment_id,
                                     gint64       invoice_id);

G_END_DECLS
