/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-invoice-query.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_FILTERS (relance_invoice_filters_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceFilters, relance_invoice_filters, RELANCE, INVOICE_FILTERS, AdwDialog)

/**
 * RelanceInvoiceFilters:
 *
 * What a list of invoices may be narrowed to, beside the words that are searched. Emits "changed" at
 * each change, so that the list behind it follows, and "cleared".
 */
AdwDialog  *relance_invoice_filters_new             (RelanceDesk               *desk,
                                                     const RelanceInvoiceQuery *query,
                                                     const char                *client,
                                                     GStrv                      currencies);
void        relance_invoice_filters_apply           (RelanceInvoiceFilters     *self,
                                                     RelanceInvoiceQuery       *query);
const char *relance_invoice_filters_get_client_name (RelanceInvoiceFilters     *self);

G_END_DECLS
