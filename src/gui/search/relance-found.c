/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "search/relance-found.h"

#include "invoices/relance-invoice-state.h"
#include "relance-words.h"

#include <glib/gi18n.h>

static gpointer
make_client_query (const char *words)
{
  RelanceClientQuery *query = relance_client_query_new ();

  query->search = g_strdup (words);
  return query;
}

static const char *
get_client_title (gpointer record)
{
  return ((RelanceClient *) record)->name;
}

static char *
dup_client_details (gpointer record, RelanceDate today)
{
  RelanceClient *client = record;

  if (client->archived)
    return g_strdup (C_ ("client", "archived"));
  if (client->city != NULL)
    return g_strdup (client->city);
  return g_strdup (client->email != NULL ? client->email : "");
}

static char *
dup_client_amount (gpointer record)
{
  return relance_words_owed (record);
}

static char *
dup_client_count (guint count, gpointer first)
{
  if (count == 1)
    /* Translators: %s is the name of a client that was found beside the invoices. */
    return g_strdup_printf (_ ("Client: %s"), ((RelanceClient *) first)->name);
  /* Translators: %d is how many clients were found beside the invoices. */
  return g_strdup_printf (ngettext ("%d client", "%d clients", count), (int) count);
}

static void
open_client (RelanceWindow *window, gpointer record)
{
  relance_window_show_client (window, ((RelanceClient *) record)->id);
}

const RelanceFound relance_found_clients = {
  .reader = &relance_clients_reader,
  .make_query = make_client_query,
  .title = get_client_title,
  .dup_details = dup_client_details,
  .dup_amount = dup_client_amount,
  .dup_count = dup_client_count,
  .open = open_client,
  .list = relance_window_search_clients,
};

static gpointer
make_invoice_query (const char *words)
{
  RelanceInvoiceQuery *query = relance_invoice_query_new ();

  query->search = g_strdup (words);
  query->states = RELANCE_INVOICE_STATES_EVERY;
  query->filter = RELANCE_INVOICES_ALL;
  query->sort = RELANCE_INVOICE_SORT_ISSUED;
  query->descending = TRUE;
  return query;
}

static const char *
get_invoice_title (gpointer record)
{
  return ((RelanceInvoice *) record)->number;
}

static char *
dup_invoice_details (gpointer record, RelanceDate today)
{
  RelanceInvoice *invoice = record;
  g_autofree char *state = relance_invoice_state_words (invoice, today);

  /* Translators: of an invoice that was found: its client, and whether it is late or paid. */
  return g_strdup_printf (C_ ("found", "%1$s · %2$s"), invoice->client_name, state);
}

static char *
dup_invoice_amount (gpointer record)
{
  RelanceInvoice *invoice = record;

  return relance_words_amount (invoice->balance != 0 ? invoice->balance : invoice->total,
                               invoice->currency);
}

static char *
dup_invoice_count (guint count, gpointer first)
{
  if (count == 1)
    /* Translators: %s is the number of an invoice that was found beside the clients. */
    return g_strdup_printf (_ ("Invoice: %s"), ((RelanceInvoice *) first)->number);
  /* Translators: %d is how many invoices were found beside the clients. */
  return g_strdup_printf (ngettext ("%d invoice", "%d invoices", count), (int) count);
}

static void
open_invoice (RelanceWindow *window, gpointer record)
{
  RelanceInvoice *invoice = record;

  /* A credit note is seen among what its client gave. */
  if (invoice->state == RELANCE_INVOICE_CREDIT_NOTE)
    relance_window_show_client (window, invoice->client_id);
  else
    relance_window_show_invoice (window, invoice->id);
}

const RelanceFound relance_found_invoices = {
  .reader = &relance_invoices_reader,
  .make_query = make_invoice_query,
  .title = get_invoice_title,
  .dup_details = dup_invoice_details,
  .dup_amount = dup_invoice_amount,
  .dup_count = dup_invoice_count,
  .open = open_invoice,
  .list = relance_window_search_invoices,
};
