/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-payments.h"

G_BEGIN_DECLS

/* What the choice of invoices for a payment asks of the book: RelanceUseCase functions, their
 * requests and their results. */

typedef struct
{
  gint64 payment_id;
  gint64 invoice_id; /* proposed first, or 0 */
} RelanceAllocationQuestion;

/* An invoice that a payment may count towards; amounts in minor units. */
typedef struct
{
  gint64       invoice_id;
  char        *number;
  RelanceDate  due;
  gint64       room; /* the most that it takes */
  gint64       part; /* what it has, or is proposed */
} RelanceAllocationLine;

/* @lines: those with a part already, and the oldest ones that are open, by due date. */
typedef struct
{
  RelanceReceived *received;
  GArray          *lines;
  gint64           preferred; /* the invoice that was asked for */
} RelanceAllocationFacts;

typedef struct
{
  gint64  payment_id;
  GArray *shares; /* RelanceShare */
} RelanceAllocationRequest;

gpointer relance_allocation_work_load    (RelanceBook               *book,
                                          gpointer                   question,
                                          GCancellable              *cancellable,
                                          GError                   **error);
gpointer relance_allocation_work_save    (RelanceBook               *book,
                                          gpointer                   request,
                                          GCancellable              *cancellable,
                                          GError                   **error);
void     relance_allocation_facts_free   (RelanceAllocationFacts    *self);
void     relance_allocation_request_free (RelanceAllocationRequest  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceAllocationFacts, relance_allocation_facts_free)

G_END_DECLS
