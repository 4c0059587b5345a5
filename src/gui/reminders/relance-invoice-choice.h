/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-invoice.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_CHOICE (relance_invoice_choice_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceChoice,
                      relance_invoice_choice,
                      RELANCE,
                      INVOICE_CHOICE,
                      GObject)

/**
 * RelanceInvoiceChoice:
 *
 * An invoice that a letter may speak of: its property "included" says whether it does, and "free"
 * whether that may be changed: a letter speaks of one at least.
 */
RelanceInvoiceChoice *relance_invoice_choice_new         (RelanceInvoice       *invoice,
                                                          gboolean              included);
RelanceInvoice       *relance_invoice_choice_get_invoice (RelanceInvoiceChoice *self);
gboolean              relance_invoice_choice_is_included (RelanceInvoiceChoice *self);
void                  relance_invoice_choice_include     (RelanceInvoiceChoice *self,
                                                          gboolean              included);
guint                 relance_invoice_choices_count      (GListModel           *choices);
void                  relance_invoice_choices_hold_last  (GListModel           *choices);

G_END_DECLS
