/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

typedef enum
{
  RELANCE_INVOICE_SORT_DUE = 1,
  RELANCE_INVOICE_SORT_NUMBER,
  RELANCE_INVOICE_SORT_CLIENT,
  RELANCE_INVOICE_SORT_ISSUED,
  RELANCE_INVOICE_SORT_TOTAL,
  RELANCE_INVOICE_SORT_BALANCE,
  RELANCE_INVOICE_SORT_STATE,
} RelanceInvoiceSort;

/* Which invoices: what a figure of Today stands for, among others. */
typedef enum
{
  RELANCE_INVOICES_ALL = 1,
  RELANCE_INVOICES_OPEN,          /* with a balance, overdue or not */
  RELANCE_INVOICES_OVERDUE,
  RELANCE_INVOICES_PAID,
  RELANCE_INVOICES_SETTLED_ON_TIME, /* the three of the on-time rate, in due_from..due_to */
  RELANCE_INVOICES_SETTLED_LATE,
  RELANCE_INVOICES_OPEN_LATE,
} RelanceInvoiceFilter;

/**
 * RelanceInvoiceQuery:
 * @search: (nullable): folded and looked for in number, client and label
 * @client_id: 0 for all
 * @currency: "" for all
 * @due_from: first due date, or %RELANCE_DATE_NONE
 * @due_to: last due date, or %RELANCE_DATE_NONE
 * @limit: -1 for all
 */
typedef struct
{
  RelanceInvoiceFilter  filter;
  char                 *search;
  gint64                client_id;
  char                  currency[4];
  RelanceDate           due_from;
  RelanceDate           due_to;
  RelanceInvoiceSort    sort;
  gboolean              descending;
  int                   limit;
  int                   offset;
} RelanceInvoiceQuery;

/* What the invoices of a query come to in one currency, in minor units. */
typedef struct
{
  char   currency[4];
  int    count;
  gint64 total;
  gint64 balance;
} RelanceInvoiceTotal;

RelanceInvoiceQuery *relance_invoice_query_new   (void);
RelanceInvoiceQuery *relance_invoice_query_copy  (const RelanceInvoiceQuery *self);
void                 relance_invoice_query_free  (RelanceInvoiceQuery       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceInvoiceQuery, relance_invoice_query_free)

G_END_DECLS
