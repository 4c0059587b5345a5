/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-work.h"

#include "relance-clients.h"
#include "relance-documents.h"
#include "relance-invoices.h"
#include "relance-text.h"

/* @found: a client of that very name, or 0. */
static gboolean
find_client (RelanceBook *book, const char *name, gint64 *found, GError **error)
{
  g_autoptr (GPtrArray) clients = relance_clients_list (book, name, -1, error);
  g_autofree char *wanted = relance_text_fold (name);

  *found = 0;
  if (clients == NULL)
    return FALSE;
  for (guint i = 0; i < clients->len && *found == 0; i++)
    {
      RelanceClient *client = clients->pdata[i];
      g_autofree char *folded = relance_text_fold (client->name);

      if (g_str_equal (folded, wanted))
        *found = client->id;
    }
  return TRUE;
}

/* @change: of a client that was added, else 0. */
static gboolean
resolve_client (RelanceBook *book, RelanceInvoice *invoice, gint64 *change, GError **error)
{
  g_autoptr (RelanceClient) client = NULL;

  if (invoice->client_id == 0 &&
      !find_client (book, invoice->client_name, &invoice->client_id, error))
    return FALSE;
  if (invoice->client_id != 0)
    return TRUE;

  client = relance_client_new_for_book (book, invoice->client_name, error);
  if (client == NULL)
    return FALSE;
  invoice->client_id = relance_clients_save (book, client, change, error);
  return invoice->client_id != 0;
}

static gint64
sum_credit (RelanceClient *client, const char *currency)
{
  for (guint i = 0; i < client->totals->len; i++)
    {
      const RelanceClientTotal *total = &g_array_index (client->totals, RelanceClientTotal, i);

      if (g_str_equal (total->currency, currency))
        return total->credit;
    }
  return 0;
}

/* Reads all that the client ever gave only when some of it is left. */
static gboolean
load_credits (RelanceBook *book, RelanceInvoiceFacts *facts, GError **error)
{
  RelanceInvoice *invoice = facts->invoice;
  g_autoptr (RelanceClient) client = relance_clients_get (book, invoice->client_id, error);
  g_autoptr (GPtrArray) all = NULL;

  if (client == NULL)
    return FALSE;
  facts->credits = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_received_free);
  if (sum_credit (client, invoice->currency) == 0)
    return TRUE;
  all = relance_payments_list (book, invoice->client_id, error);
  if (all == NULL)
    return FALSE;
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      RelanceReceived *received = all->pdata[i];

      if (received->credit > 0 && g_str_equal (received->currency, invoice->currency))
        g_ptr_array_add (facts->credits, received);
      else
        relance_received_free (received);
    }
  return TRUE;
}

/* @id: a gint64 *. Returns: (transfer full): RelanceInvoiceFacts. */
gpointer
relance_invoice_work_load (RelanceBook *book,
                           gpointer id,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (RelanceInvoiceFacts) facts = g_new0 (RelanceInvoiceFacts, 1);

  facts->today = relance_book_get_today (book);
  facts->invoice = relance_invoices_get (book, *(gint64 *) id, error);
  if (facts->invoice == NULL)
    return NULL;
  facts->events = relance_invoices_history (book, *(gint64 *) id, error);
  if (facts->events == NULL)
    return NULL;
  facts->documents = relance_documents_list (book, *(gint64 *) id, error);
  if (facts->documents == NULL || !load_credits (book, facts, error))
    return NULL;
  return g_steal_pointer (&facts);
}

static RelanceInvoiceDeed *
save (RelanceBook *book, RelanceInvoice *invoice, gint64 document_id, GError **error)
{
  gint64 id, change = 0, client_change = 0;

  if (!resolve_client (book, invoice, &client_change, error))
    return NULL;
  id = document_id != 0 ? relance_invoices_type (book, invoice, document_id, &change, error)
                        : relance_invoices_save (book, invoice, &change, error);
  if (id != 0)
    return relance_invoice_deed_new (id, change);

  /* A client that nothing was saved for is no one. */
  if (client_change != 0)
    relance_changes_undo (book, client_change, NULL);
  return NULL;
}

/* @invoice: with a client's id, or 0 and a name: of a client we know, else of a new one.
 * Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_save (RelanceBook *book,
                           gpointer invoice,
                           GCancellable *cancellable,
                           GError **error)
{
  return save (book, invoice, 0, error);
}

/* Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_type (RelanceBook *book,
                           gpointer request,
                           GCancellable *cancellable,
                           GError **error)
{
  RelanceTypedRequest *typed = request;

  return save (book, typed->invoice, typed->document_id, error);
}

/* @id: a gint64 *. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_remove (RelanceBook *book,
                             gpointer id,
                             GCancellable *cancellable,
                             GError **error)
{
  gint64 change = 0;

  if (!relance_invoices_remove (book, *(gint64 *) id, &change, error))
    return NULL;
  return relance_invoice_deed_new (*(gint64 *) id, change);
}

/* @request: a RelancePaymentRequest. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_pay (RelanceBook *book,
                          gpointer request,
                          GCancellable *cancellable,
                          GError **error)
{
  RelancePaymentRequest *payment = request;
  RelanceReceipt receipt = {
    .invoice_id = payment->invoice_id,
    .amount = payment->amount,
    .date = payment->date,
    .means = payment->means,
    .note = payment->note,
  };
  gint64 change = 0;

  if (relance_payments_receive (book, &receipt, &change, error) == 0)
    return NULL;
  return relance_invoice_deed_new (payment->invoice_id, change);
}

/* @id: a gint64 *, of the payment. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_remove_payment (RelanceBook *book,
                                     gpointer id,
                                     GCancellable *cancellable,
                                     GError **error)
{
  gint64 invoice_id = 0, change = 0;

  if (!relance_payments_remove (book, *(gint64 *) id, &invoice_id, &change, error))
    return NULL;
  return relance_invoice_deed_new (invoice_id, change);
}

/* @request: a RelanceExclusionRequest. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_exclude (RelanceBook *book,
                              gpointer request,
                              GCancellable *cancellable,
                              GError **error)
{
  RelanceExclusionRequest *wanted = request;
  gint64 change = 0;

  if (!relance_invoices_exclude (book, wanted->invoice_id, wanted->reason, wanted->until, &change,
                                 error))
    return NULL;
  return relance_invoice_deed_new (wanted->invoice_id, change);
}

/* @request: a RelanceWriteOffRequest. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_write_off (RelanceBook *book,
                                gpointer request,
                                GCancellable *cancellable,
                                GError **error)
{
  RelanceWriteOffRequest *wanted = request;
  gint64 change = 0;

  if (!relance_invoices_write_off (book, wanted->invoice_id, wanted->date, wanted->reason, &change,
                                   error))
    return NULL;
  return relance_invoice_deed_new (wanted->invoice_id, change);
}

/* @request: a RelanceCreditNoteRequest. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_credit (RelanceBook *book,
                             gpointer request,
                             GCancellable *cancellable,
                             GError **error)
{
  RelanceCreditNoteRequest *wanted = request;
  RelanceCreditNote note = {
    .client_id = wanted->invoice->client_id,
    .invoice_id = wanted->netted ? wanted->invoice->id : 0,
    .number = wanted->number,
    .amount = wanted->amount,
    .currency = wanted->invoice->currency,
    .issued = wanted->issued,
    .reference = wanted->invoice->number,
    .note = wanted->note,
  };
  gint64 change = 0;

  if (relance_credit_notes_add (book, &note, &change, error) == 0)
    return NULL;
  return relance_invoice_deed_new (wanted->invoice->id, change);
}

/* @request: a RelanceInstalmentsRequest. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_set_instalments (RelanceBook *book,
                                      gpointer request,
                                      GCancellable *cancellable,
                                      GError **error)
{
  RelanceInstalmentsRequest *wanted = request;
  gint64 change = 0;

  if (!relance_instalments_set (book, wanted->invoice_id, wanted->instalments, &change, error))
    return NULL;
  return relance_invoice_deed_new (wanted->invoice_id, change);
}

/* @change: 0 when nothing changed. */
RelanceInvoiceDeed *
relance_invoice_deed_new (gint64 id, gint64 change)
{
  RelanceInvoiceDeed *deed = g_new (RelanceInvoiceDeed, 1);

  deed->id = id;
  deed->change = change;
  return deed;
}

void
relance_invoice_facts_free (RelanceInvoiceFacts *self)
{
  g_clear_object (&self->invoice);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->credits, g_ptr_array_unref);
  g_free (self);
}

void
relance_payment_request_free (RelancePaymentRequest *self)
{
  g_free (self->means);
  g_free (self->note);
  g_free (self);
}

void
relance_exclusion_request_free (RelanceExclusionRequest *self)
{
  g_free (self->reason);
  g_free (self);
}

void
relance_write_off_request_free (RelanceWriteOffRequest *self)
{
  g_free (self->reason);
  g_free (self);
}

void
relance_credit_note_request_free (RelanceCreditNoteRequest *self)
{
  g_object_unref (self->invoice);
  g_free (self->number);
  g_free (self->note);
  g_free (self);
}

void
relance_instalments_request_free (RelanceInstalmentsRequest *self)
{
  g_array_unref (self->instalments);
  g_free (self);
}

void
relance_typed_request_free (RelanceTypedRequest *self)
{
  g_object_unref (self->invoice);
  g_free (self);
}

/* Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_replace (RelanceBook *book,
                              gpointer request,
                              GCancellable *cancellable,
                              GError **error)
{
  RelanceReplaceRequest *wanted = request;
  g_autoptr (RelanceInvoice) correction = relance_invoices_find (book, wanted->correction, error);
  gint64 change = 0;

  if (correction == NULL ||
      !relance_invoices_replace (book, wanted->invoice_id, correction->id, &change, error))
    return NULL;
  return relance_invoice_deed_new (wanted->invoice_id, change);
}

void
relance_replace_request_free (RelanceReplaceRequest *self)
{
  g_free (self->correction);
  g_free (self);
}
