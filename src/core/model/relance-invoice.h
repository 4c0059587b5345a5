/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enum-types.h"
#include "relance-enums.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_INVOICE (relance_invoice_get_type ())
G_DECLARE_FINAL_TYPE (RelanceInvoice, relance_invoice, RELANCE, INVOICE, GObject)

/* A part of an invoice with its own due date; amounts in minor units. */
typedef struct
{
  gint64      id;
  RelanceDate due;
  gint64      amount;
  gint64      balance;
} RelanceInstalment;

/* What was received for one invoice. */
typedef struct
{
  gint64      id;
  RelanceDate date;
  gint64      amount;   /* the part allocated to this invoice */
  char       *means;    /* "" when it was not said */
} RelancePayment;

/* One line of history. @text is in the user's language. */
typedef struct
{
  gint64  at;           /* UTC seconds */
  char   *kind;         /* English word, for programs */
  char   *text;
  gint64  change;       /* the change it came from, or 0 */
  char   *message;      /* the message it came from, or NULL */
} RelanceEvent;

/**
 * RelanceInvoice:
 * @due: of the earliest instalment that is not settled, else of the last one
 * @label: what it was for, or %NULL
 * @balance: what remains due, never below zero
 * @days_late: days since @due when overdue, counted from the day after; else 0
 * @instalments: (element-type RelanceInstalment): only from relance_invoices_get()
 * @payments: (element-type RelancePayment): likewise
 *
 * A document issued elsewhere. A record: filled by whoever makes it, then only
 * read. @balance, @state and @days_late are derived for the clock's today.
 */
struct _RelanceInvoice
{
  GObject              parent_instance;

  gint64               id;
  gint64               client_id;
  char                *client_name;
  char                *number;
  RelanceDate          issued;
  RelanceDate          due;
  char                 currency[4];
  gint64               total;
  gint64               balance;
  char                *label;
  RelanceInvoiceState  state;
  int                  days_late;
  GArray              *instalments;
  GArray              *payments;
};

RelanceInvoice *relance_invoice_new     (void);
RelanceInvoice *relance_invoice_copy    (RelanceInvoice *self);
void            relance_payment_clear   (RelancePayment *payment);
RelanceEvent   *relance_event_new       (gint64          at,
                                         const char     *kind,
                                         char           *text);
void            relance_event_free      (RelanceEvent   *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceEvent, relance_event_free)

G_END_DECLS
