/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-store.h"

G_BEGIN_DECLS

/**
 * RelanceStorePayment:
 * @amount: minor units, all that was received
 * @invoice_id: the invoice it was recorded for, or 0
 *
 * A payment as the book holds it.
 */
typedef struct
{
  gint64       id;
  gint64       client_id;
  RelanceDate  date;
  gint64       amount;
  char         currency[4];
  char        *means;
  gint64       invoice_id;
} RelanceStorePayment;

gboolean relance_store_get_payment    (RelanceStore               *self,
                                       gint64                      id,
                                       RelanceStorePayment       **payment,
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
void     relance_store_payment_free   (RelanceStorePayment        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceStorePayment, relance_store_payment_free)

G_END_DECLS
