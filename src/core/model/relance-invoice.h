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

/* What lowered the debt of one invoice. */
typedef struct
{
  gint64              id;
  RelancePaymentKind  kind;
  RelanceDate         date;
  gint64              amount;    /* the part allocated to this invoice */
  gint64              whole;     /* all of it; the rest is for other invoices, or a credit */
  gboolean            elsewhere; /* a part of it is for other invoices */
  char               *means;     /* "" when it was not said */
  char               *number;    /* of a credit note, or of the correction that replaces; else NULL */
  char               *note;      /* or NULL; why, for a write-off */
} RelancePayment;

/* A part of a payment as somebody wants it: of one instalment, or (0) of an invoice, oldest first. */
typedef struct
{
  gint64  invoice_id;
  gint64  instalment_id;
  gint64  amount;
} RelanceShare;

/* One line of history. @text is in the user's language. */
typedef struct
{
  gint64  at;           /* UTC seconds */
  char   *kind;         /* English word, for programs */
  char   *text;
  gint64  change;       /* the change it came from, or 0 */
  gint64  invoice;      /* the one invoice it is about, while the book has it, or 0 */
  char   *message;      /* the message it came from, or NULL */
} RelanceEvent;

/**
 * RelanceInvoice:
 * @due: of the earliest instalment that is not settled, else of the last one
 * @label: what it was for, or %NULL
 * @balance: what remains due, never below zero
 * @days_late: days since @due when overdue, counted from the day after; else 0
 * @written_off: what was given up of @total, in minor units
 * @type: UNTDID 1001 (380 invoice, 384 correction…), or 0 when it was not said
 * @means: UNTDID 4461, how it is paid (30 transfer, 49 direct debit…), or 0
 * @due_source: (nullable): where the due date came from, an English word for programs
 * @reference: (nullable): the client's order
 * @corrects: (nullable): the number of the invoice that this one replaces
 * @excluded: (nullable): why no reminder speaks of it
 * @excluded_until: the last day on which it is left out, %RELANCE_DATE_NONE for good
 * @instalments: (element-type RelanceInstalment): only from relance_invoices_get()
 * @payments: (element-type RelancePayment): likewise
 *
 * In lists a credit note is one too: @id is that of its payment, @state tells it, @due is its own date,
 * @total and @balance, what of it counts towards no invoice yet, are below zero.
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
  gint64               written_off;
  int                  type;
  int                  means;
  char                *due_source;
  char                *reference;
  char                *corrects;
  char                *excluded;
  RelanceDate          excluded_until;
  GArray              *instalments;
  GArray              *payments;
};

RelanceInvoice *relance_invoice_new     (void);
RelanceInvoice *relance_invoice_copy    (RelanceInvoice *self);
gboolean        relance_means_is_collected (int          means);
void            relance_payment_clear   (RelancePayment *payment);
RelanceEvent   *relance_event_new       (gint64          at,
                                         const char     *kind,
                                         char           *text);
void            relance_event_free      (RelanceEvent   *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceEvent, relance_event_free)

G_END_DECLS
