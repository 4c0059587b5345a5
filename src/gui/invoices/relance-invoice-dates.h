/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-date.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE_DATES (relance_invoice_dates_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoiceDates, relance_invoice_dates, RELANCE, INVOICE_DATES, AdwPreferencesGroup)

/**
 * RelanceInvoiceDates:
 *
 * When an invoice is issued, and when it is due: a day, a number of days or terms that were typed,
 * else what the terms of the client make of the day of issue, else 30 days. Says below what was
 * understood. Emits "changed", and "activated" when Enter goes on from the last row.
 */
void        relance_invoice_dates_set_today  (RelanceInvoiceDates *self,
                                              RelanceDate          today);
void        relance_invoice_dates_set_terms  (RelanceInvoiceDates *self,
                                              const char          *terms);
void        relance_invoice_dates_begin      (RelanceInvoiceDates *self,
                                              RelanceDate          issued);
void        relance_invoice_dates_set        (RelanceInvoiceDates *self,
                                              RelanceDate          issued,
                                              RelanceDate          due,
                                              const char          *source);
gboolean    relance_invoice_dates_are_good   (RelanceInvoiceDates *self);
RelanceDate relance_invoice_dates_get_issued (RelanceInvoiceDates *self);
RelanceDate relance_invoice_dates_get_due    (RelanceInvoiceDates *self);
const char *relance_invoice_dates_get_source (RelanceInvoiceDates *self);

G_END_DECLS
