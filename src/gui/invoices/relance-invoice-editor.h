/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-document.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_EDITOR (relance_invoice_editor_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceEditor, relance_invoice_editor, RELANCE, INVOICE_EDITOR, AdwDialog)

/**
 * RelanceInvoiceEditor:
 *
 * Adds an invoice to the book, or corrects one.
 */
AdwDialog *relance_invoice_editor_new               (RelanceDesk           *desk,
                                                     RelanceInvoice        *invoice);
AdwDialog *relance_invoice_editor_new_from_document (RelanceDesk           *desk,
                                                     const RelanceDocument *document);

G_END_DECLS
