/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-invoice-work.h"

#include "relance-clients.h"
#include "relance-invoices.h"
#include "relance-text.h"

static gpointer
make_deed (gint64 id, gint64 change)
{
  RelanceInvoiceDeed *deed = g_new (RelanceInvoiceDeed, 1);

  deed->id = id;
  deed->change = change;
  return deed;
}

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
  return g_steal_pointer (&facts);
}

/* @invoice: with a client's id, or 0 and a name: of a client we know, else of a new one.
 * Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_save (RelanceBook *book,
                           gpointer invoice,
                           GCancellable *cancellable,
                           GError **error)
{
  gint64 id, change = 0, client_change = 0;

  if (!resolve_client (book, invoice, &client_change, error))
    return NULL;
  id = relance_invoices_save (book, invoice, &change, error);
  if (id != 0)
    return make_deed (id, change);

  /* A client that nothing was saved for is no one. */
  if (client_change != 0)
    relance_changes_undo (book, client_change, NULL);
  return NULL;
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
  return make_deed (*(gint64 *) id, change);
}

/* @request: a RelancePaymentRequest. Returns: (transfer full): RelanceInvoiceDeed. */
gpointer
relance_invoice_work_pay (RelanceBook *book,
                          gpointer request,
                          GCancellable *cancellable,
                          GError **error)
{
  RelancePaymentRequest *payment = request;
  gint64 change = 0;

  if (relance_payments_add (book, payment->invoice_id, payment->amount, payment->date,
                            payment->means, &change, error) == 0)
    return NULL;
  return make_deed (payment->invoice_id, change);
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
  return make_deed (invoice_id, change);
}

void
relance_invoice_facts_free (RelanceInvoiceFacts *self)
{
  g_clear_object (&self->invoice);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

void
relance_payment_request_free (RelancePaymentRequest *self)
{
  g_free (self->means);
  g_free (self);
}
