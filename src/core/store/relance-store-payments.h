/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enums.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceStorePayment:
 * @kind: 0 stands for money
 * @date: when money arrived, when a credit note was issued, when a debt was given up or replaced
 * @amount: minor units, all of it
 * @means: (nullable): how money arrived
 * @number: (nullable): of the credit note, or of the invoice that replaces
 * @reference: (nullable): the number of the invoice that a credit note says it credits
 * @note: (nullable): what was said of it; why, for a write-off
 * @replaces: the payment whose place it takes, or 0
 * @invoice_id: the invoice it was recorded for, or 0
 *
 * What lowers a debt, as the book holds it.
 */
typedef struct
{
  gint64              id;
  gint64              client_id;
  RelancePaymentKind  kind;
  RelanceDate         date;
  gint64              amount;
  char                currency[4];
  char               *means;
  char               *number;
  char               *reference;
  char               *note;
  gint64              replaces;
  gint64              invoice_id;
} RelanceStorePayment;

/* A part of a payment, in minor units above 0, and the instalment it counts towards. The part of an
 * invoice that was removed is a credit until the invoice is brought back. */
typedef struct
{
  gint64    instalment_id;
  gint64    invoice_id;
  gint64    amount;
  gboolean  is_credit;
} RelanceAllocation;

gboolean relance_store_get_payment    (RelanceStore               *self,
                                       gint64                      id,
                                       RelanceStorePayment       **payment,
                                       GError                    **error);
gboolean relance_store_find_credit_note (RelanceStore             *self,
                                       gint64                      client_id,
                                       const char                 *number,
                                       gint64                     *id,
                                       GError                    **error);
gboolean relance_store_find_last_payment (RelanceStore            *self,
                                       gint64                      client_id,
                                       gint64                     *id,
                                       GError                    **error);
GArray  *relance_store_list_client_payments (RelanceStore         *self,
                                       gint64                      client_id,
                                       GError                    **error);
GArray  *relance_store_list_invoice_payments (RelanceStore        *self,
                                       gint64                      invoice_id,
                                       GError                    **error);
GArray  *relance_store_list_allocations (RelanceStore             *self,
                                       gint64                      payment_id,
                                       GError                    **error);
GArray  *relance_store_list_open      (RelanceStore               *self,
                                       gint64                      client_id,
                                       const char                 *currency,
                                       GError                    **error);
gboolean relance_store_add_payment    (RelanceStore               *self,
                                       const RelanceStorePayment  *payment,
                                       gint64                      change,
                                       gint64                     *id,
                                       GError                    **error);
gboolean relance_store_add_allocation (RelanceStore               *self,
                                       gint64                      instalment_id,
                                       gint64                      payment_id,
                                       gint64                      amount,
                                       GError                    **error);
gboolean relance_store_remove_payment (RelanceStore               *self,
                                       gint64                      id,
                                       gint64                      change,
                                       GError                    **error);
gboolean relance_store_hand_attachments_on (RelanceStore          *self,
                                       gint64                      from,
                                       gint64                      to,
                                       gint64                      change,
                                       GError                    **error);
void     relance_store_payment_free   (RelanceStorePayment        *self);

/**
 * RelanceStoreCredit:
 * @payment_id: the payment or credit note
 * @amount: the part of it that counts towards nothing, in minor units
 */
typedef struct
{
  gint64  payment_id;
  char   *client_name;
  char    currency[4];
  gint64  amount;
} RelanceStoreCredit;

GPtrArray           *relance_store_list_unused_credits (RelanceStore  *self,
                                                        gint64         client_id,
                                                        GError       **error);
gboolean             relance_store_get_last_entry      (RelanceStore  *self,
                                                        gint64        *at,
                                                        GError       **error);
void                 relance_store_credit_free         (RelanceStoreCredit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceStorePayment, relance_store_payment_free)

G_END_DECLS
