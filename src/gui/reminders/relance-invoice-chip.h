/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-invoice-choice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_CHIP (relance_invoice_chip_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceChip, relance_invoice_chip, RELANCE, INVOICE_CHIP, GtkBox)

/**
 * RelanceInvoiceChip:
 *
 * An invoice in a few words, which opens it, behind a box that says whether the letter speaks of
 * it.
 */
GtkWidget *relance_invoice_chip_new        (void);
void       relance_invoice_chip_set_choice (RelanceInvoiceChip   *self,
                                            RelanceInvoiceChoice *choice);
void       relance_invoice_chip_hide_check (RelanceInvoiceChip   *self);

G_END_DECLS
