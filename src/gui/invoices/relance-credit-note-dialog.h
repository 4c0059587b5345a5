/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CREDIT_NOTE_DIALOG (relance_credit_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceCreditNoteDialog, relance_credit_note_dialog, RELANCE, CREDIT_NOTE_DIALOG, RelanceFormDialog)

/**
 * RelanceCreditNoteDialog:
 *
 * Records a credit note for an invoice: it lowers what is due, or stays with the client.
 */
AdwDialog *relance_credit_note_dialog_new (RelanceDesk    *desk,
                                           RelanceInvoice *invoice);

G_END_DECLS
