/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

typedef enum
{
  RELANCE_INVOICE_SORT_DUE = 1,
  RELANCE_INVOICE_SORT_NUMBER,
  RELANCE_INVOICE_SORT_CLIENT,
  RELANCE_INVOICE_SORT_LABEL,
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

/* Kinds of rows, to be added up. */
typedef enum
{
  RELANCE_INVOICE_STATES_OPEN = 1 << 0, /* due today or later */
  RELANCE_INVOICE_STATES_OVERDUE = 1 << 1,
  RELANCE_INVOICE_STATES_PAID = 1 << 2,
  RELANCE_INVOICE_STATES_WRITTEN_OFF = 1 << 3,
  RELANCE_INVOICE_STATES_CREDIT_NOTES = 1 << 4,
} RelanceInvoiceStates;

#define RELANCE_INVOICE_STATES_EVERY 31

/* An end of a range of amounts that is not there. */
#define RELANCE_AMOUNT_ANY (-1)

/**
 * RelanceInvoiceQuery:
 * @states: of those that @filter lets through; 0 for all of them, but no credit notes
 * @search: (nullable): words, each looked for in number, label, and what finds the client
 * @client_id: 0 for all
 * @currency: "" for all
 * @due_from: first due date, or %RELANCE_DATE_NONE
 * @due_to: last due date, or %RELANCE_DATE_NONE
 * @issued_from: first date of issue, or %RELANCE_DATE_NONE
 * @issued_to: last date of issue, or %RELANCE_DATE_NONE
 * @amount_from: least total in minor units, or %RELANCE_AMOUNT_ANY
 * @amount_to: largest total in minor units, or %RELANCE_AMOUNT_ANY
 * @limit: -1 for all
 */
typedef struct
{
  RelanceInvoiceFilter  filter;
  RelanceInvoiceStates  states;
  char                 *search;
  gint64                client_id;
  char                  currency[4];
  RelanceDate           due_from;
  RelanceDate           due_to;
  RelanceDate           issued_from;
  RelanceDate           issued_to;
  gint64                amount_from;
  gint64                amount_to;
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

RelanceInvoiceQuery  *relance_invoice_query_new        (void);
RelanceInvoiceQuery  *relance_invoice_query_copy       (const RelanceInvoiceQuery *self);
RelanceInvoiceStates  relance_invoice_query_get_states (const RelanceInvoiceQuery *self);
gboolean              relance_invoice_query_is_narrow  (const RelanceInvoiceQuery *self);
void                  relance_invoice_query_free       (RelanceInvoiceQuery       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceInvoiceQuery, relance_invoice_query_free)

G_END_DECLS
