/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

/**
 * RelanceReceipt:
 * @client_id: who paid; does not count when there is an invoice
 * @invoice_id: what it is for, or 0 for whatever the client owes, oldest due first
 * @amount: minor units, above 0; what exceeds the debt is a credit of the client
 * @currency: does not count when there is an invoice
 * @date: when it was received, not after today
 * @means: (nullable): how, as it was typed
 * @note: (nullable): what there is to say of it
 *
 * Money that arrived.
 */
typedef struct
{
  gint64       client_id;
  gint64       invoice_id;
  gint64       amount;
  const char  *currency;
  RelanceDate  date;
  const char  *means;
  const char  *note;
} RelanceReceipt;

/**
 * RelanceCreditNote:
 * @client_id: whose it is
 * @invoice_id: the invoice it is netted against, oldest due first, or 0 to leave it with the client
 * @number: its own number, which the client has once
 * @amount: minor units, above 0, taxes included
 * @issued: not after today
 * @reference: (nullable): the number of the invoice it says it credits; of @invoice_id when not said
 * @note: (nullable): what there is to say of it
 */
typedef struct
{
  gint64       client_id;
  gint64       invoice_id;
  const char  *number;
  gint64       amount;
  const char  *currency;
  RelanceDate  issued;
  const char  *reference;
  const char  *note;
} RelanceCreditNote;

/**
 * RelanceReceived:
 * @kind: money or a credit note
 * @credit: what counts towards nothing yet, in minor units
 * @shares: (element-type RelanceShare): the invoices it counts towards
 *
 * What a client gave, and what it is for.
 */
typedef struct
{
  gint64              id;
  gint64              client_id;
  RelancePaymentKind  kind;
  RelanceDate         date;
  gint64              amount;
  char                currency[4];
  gint64              credit;
  char               *means;
  char               *number;
  char               *note;
  GArray             *shares;
} RelanceReceived;

gint64           relance_payments_receive (RelanceBook             *book,
                                           const RelanceReceipt    *receipt,
                                           gint64                  *change,
                                           GError                 **error);
gint64           relance_payments_add     (RelanceBook             *book,
                                           gint64                   invoice_id,
                                           gint64                   amount,
                                           RelanceDate              date,
                                           const char              *means,
                                           gint64                  *change,
                                           GError                 **error);
gint64           relance_payments_allocate (RelanceBook            *book,
                                           gint64                   id,
                                           GArray                  *shares,
                                           gint64                  *change,
                                           GError                 **error);
gboolean         relance_payments_get     (RelanceBook             *book,
                                           gint64                   id,
                                           gint64                  *invoice_id,
                                           gint64                  *amount,
                                           GError                 **error);
RelanceReceived *relance_payments_load    (RelanceBook             *book,
                                           gint64                   id,
                                           GError                 **error);
GPtrArray       *relance_payments_list    (RelanceBook             *book,
                                           gint64                   client_id,
                                           GError                 **error);
gboolean         relance_payments_get_last (RelanceBook            *book,
                                           gint64                   client_id,
                                           RelanceReceived        **received,
                                           GError                 **error);
gboolean         relance_payments_remove  (RelanceBook             *book,
                                           gint64                   id,
                                           gint64                  *invoice_id,
                                           gint64                  *change,
                                           GError                 **error);
void             relance_received_free    (RelanceReceived         *self);

gint64           relance_credit_notes_add (RelanceBook             *book,
                                           const RelanceCreditNote *note,
                                           gint64                  *change,
                                           GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceReceived, relance_received_free)

G_END_DECLS
