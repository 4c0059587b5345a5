/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-book.h"
#include "relance-invoice.h"
#include "relance-payments.h"

G_BEGIN_DECLS

/* What the pages of invoices ask of the book: RelanceUseCase functions, their
 * requests and their results. */

/**
 * RelanceInvoiceFacts:
 * @events: (element-type RelanceEvent): newest first
 * @documents: (element-type RelanceDocument): the files that are kept with it
 * @credits: (element-type RelanceReceived): what the client gave in the currency of the invoice
 *   and that counts towards nothing yet
 *
 * All that the page of an invoice shows.
 */
typedef struct
{
  RelanceInvoice *invoice;
  GPtrArray      *events;
  GPtrArray      *documents;
  GPtrArray      *credits;
  RelanceDate     today;
} RelanceInvoiceFacts;

typedef struct
{
  gint64      invoice_id;
  gint64      amount;
  RelanceDate date;
  char       *means;
  char       *note;
} RelancePaymentRequest;

/* @document_id: what waited for the invoice. */
typedef struct
{
  RelanceInvoice *invoice;
  gint64          document_id;
} RelanceTypedRequest;

/* @reason: NULL when reminders may speak of it again. */
typedef struct
{
  gint64      invoice_id;
  char       *reason;
  RelanceDate until;
} RelanceExclusionRequest;

typedef struct
{
  gint64      invoice_id;
  char       *reason;
  RelanceDate date;
} RelanceWriteOffRequest;

/* @correction: the number or the id of the invoice that takes its place. */
typedef struct
{
  gint64  invoice_id;
  char   *correction;
} RelanceReplaceRequest;

/* @netted: whether it lowers the invoice, or stays a credit of the client. */
typedef struct
{
  RelanceInvoice *invoice;
  gboolean        netted;
  char           *number;
  gint64          amount;
  RelanceDate     issued;
  char           *note;
} RelanceCreditNoteRequest;

typedef struct
{
  gint64  invoice_id;
  GArray *instalments; /* RelanceInstalment */
} RelanceInstalmentsRequest;

/* What was done: to which invoice or other thing, and what to give to Undo, 0 when nothing changed. */
typedef struct
{
  gint64 id;
  gint64 change;
} RelanceInvoiceDeed;

RelanceInvoiceDeed *
         relance_invoice_deed_new            (gint64                 id,
                                              gint64                 change);
gpointer relance_invoice_work_load           (RelanceBook           *book,
                                              gpointer               id,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_save           (RelanceBook           *book,
                                              gpointer               invoice,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_type           (RelanceBook           *book,
                                              gpointer               request,
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
gpointer relance_invoice_work_exclude (RelanceBook           *book,
                                              gpointer               request,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_write_off (RelanceBook           *book,
                                              gpointer               request,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_replace (RelanceBook           *book,
                                              gpointer               request,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_credit (RelanceBook           *book,
                                              gpointer               request,
                                              GCancellable          *cancellable,
                                              GError               **error);
gpointer relance_invoice_work_set_instalments (RelanceBook           *book,
                                              gpointer               request,
                                              GCancellable          *cancellable,
                                              GError               **error);
void     relance_invoice_facts_free          (RelanceInvoiceFacts   *self);
void     relance_payment_request_free        (RelancePaymentRequest *self);
void     relance_typed_request_free          (RelanceTypedRequest   *self);
void     relance_exclusion_request_free      (RelanceExclusionRequest *self);
void     relance_replace_request_free        (RelanceReplaceRequest *self);
void     relance_write_off_request_free      (RelanceWriteOffRequest *self);
void     relance_credit_note_request_free    (RelanceCreditNoteRequest *self);
void     relance_instalments_request_free    (RelanceInstalmentsRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceInvoiceFacts, relance_invoice_facts_free)

G_END_DECLS
