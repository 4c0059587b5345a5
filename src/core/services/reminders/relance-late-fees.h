/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-client.h"
#include "relance-fees.h"

G_BEGIN_DECLS

/**
 * RelanceLateFeesRequest:
 * @invoice_id: an invoice of the client, or 0 for all that were late
 * @until: the last day that counts
 * @agreed: the rate that the contract says, or %RELANCE_RATE_NONE
 * @rates: (element-type RelanceRate): what the user knows of rates beyond the tables
 */
typedef struct
{
  gint64       client_id;
  gint64       invoice_id;
  RelanceDate  until;
  int          agreed;
  GPtrArray   *rates;
} RelanceLateFeesRequest;

typedef struct
{
  gint64       id;
  char        *number;
  char         currency[4];
  RelanceFees *fees;
} RelanceInvoiceFees;

/* In minor units: at least that, where it is not known whole. */
typedef struct
{
  char     currency[4];
  gint64   interest;
  gint64   fixed;
  gboolean is_interest_known;
  gboolean is_fixed_known;
} RelanceFeesTotal;

/**
 * RelanceLateFees:
 * @country: whose law it is, an ISO 3166 code
 * @is_country_guessed: whether neither the business nor the client has one
 * @agreed: as it was asked
 * @rates: (element-type RelanceRate): what the lines refer to
 * @invoices: (element-type RelanceInvoiceFees): by day of issue
 * @totals: (element-type RelanceFeesTotal): by currency; empty when nothing is owed
 *
 * What a client owes for paying late.
 */
typedef struct
{
  RelanceClient   *client;
  RelanceFeesRule  rule;
  char            *country;
  gboolean         is_country_guessed;
  int              agreed;
  RelanceDate      until;
  GPtrArray       *rates;
  GPtrArray       *invoices;
  GArray          *totals;
} RelanceLateFees;

RelanceLateFees *relance_late_fees_load        (RelanceBook                   *book,
                                                const RelanceLateFeesRequest  *request,
                                                GError                       **error);
void             relance_late_fees_free        (RelanceLateFees               *self);
gboolean         relance_late_fees_is_complete (const RelanceLateFees         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLateFees, relance_late_fees_free)

G_END_DECLS
