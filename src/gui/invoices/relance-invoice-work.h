/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-book.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

/* What the pages of invoices ask of the book: RelanceUseCase functions, their
 * requests and their results. */

/* An invoice and its history, newest first. */
typedef struct
{
  RelanceInvoice *invoice;
  GPtrArray      *events; /* RelanceEvent */
  RelanceDate     today;
} RelanceInvoiceFacts;

typedef struct
{
  gint64      invoice_id;
  gint64      amount;
  RelanceDate date;
  char       *means;
} RelancePaymentRequest;

/* What was done: which invoice, and what to give to Undo. */
typedef struct
{
  gint64 id;
  gint64 change;
} RelanceInvoiceDeed;

gpointer relance_invoice_work_load           (RelanceBook           *book,
                                              gpointer               id,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_save           (RelanceBook           *book,
                                              gpointer               invoice,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_remove         (RelanceBook           *book,
                                              gpointer               id,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_pay            (RelanceBook           *book,
                                              gpointer               request,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_remove_payment (RelanceBook           *book,
                                              gpointer               id,
                                              GCancellable          *cancellable,
                                              GError               **error);
void     relance_invoice_facts_free          (RelanceInvoiceFacts   *self);
void     relance_payment_request_free        (RelancePaymentRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceInvoiceFacts, relance_invoice_facts_free)

G_END_DECLS
