/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_PICKER (relance_invoice_picker_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoicePicker,
                      relance_invoice_picker,
                      RELANCE,
                      INVOICE_PICKER,
                      GtkBox)

/**
 * RelanceInvoicePicker:
 *
 * The invoices that a letter speaks of, chosen from a list of any length. Emits "all-chosen" with
 * whether the user wants all of them.
 */
void relance_invoice_picker_set_choices (RelanceInvoicePicker *self,
                                         GListModel           *choices);
void relance_invoice_picker_update      (RelanceInvoicePicker *self);

G_END_DECLS
