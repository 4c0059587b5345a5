/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_PAGE (relance_invoice_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoicePage, relance_invoice_page, RELANCE, INVOICE_PAGE, AdwNavigationPage)

/**
 * RelanceInvoicePage:
 *
 * One invoice: what is due, what was received, what happened. Follows the book,
 * and goes when the invoice does.
 */
AdwNavigationPage *relance_invoice_page_new (RelanceDesk *desk,
                                             gint64       invoice_id);

gboolean           relance_invoice_page_take_files (RelanceInvoicePage *self,
                                                    GListModel         *files);

G_END_DECLS
