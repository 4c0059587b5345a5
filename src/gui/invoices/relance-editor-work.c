/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "invoices/relance-editor-work.h"

#include "relance-accounts.h"
#include "relance-clients.h"
#include "relance-invoices.h"
#include "relance-number-series.h"

/* As many as may be issued on one day, in whatever order they were added. */
#define NEWEST 50

/* Returns: (transfer full) (nullable): the code of the currency of the business. */
gpointer
relance_editor_work_get_currency (RelanceBook *book,
                                  gpointer nothing,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (RelanceBusiness) business = relance_business_load (book, error);

  return business != NULL ? g_strdup (relance_business_get (business, RELANCE_BUSINESS_CURRENCY))
                          : NULL;
}

/* @client_id: a gint64 *. Returns: (transfer full) (nullable): the terms of the client. */
gpointer
relance_editor_work_get_terms (RelanceBook *book,
                               gpointer client_id,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (RelanceClient) client = relance_clients_get (book, *(gint64 *) client_id, error);

  return client != NULL ? g_strdup (client->terms) : NULL;
}

/* Returns: (transfer full) (nullable): the number after that of the newest invoice. */
gpointer
relance_editor_work_get_next_number (RelanceBook *book,
                                     gpointer nothing,
                                     GCancellable *cancellable,
                                     GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GPtrArray) invoices = NULL;
  const char *numbers[NEWEST + 1] = { NULL };

  query->sort = RELANCE_INVOICE_SORT_ISSUED;
  query->descending = TRUE;
  query->limit = NEWEST;
  invoices = relance_invoices_list (book, query, error);
  for (guint i = 0; invoices != NULL && i < invoices->len && i < NEWEST; i++)
    numbers[i] = ((RelanceInvoice *) invoices->pdata[i])->number;
  return relance_number_series_continue (numbers);
}
