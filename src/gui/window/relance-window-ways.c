/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways from one page to what another one shows. */

#include "config.h"

#include "relance-window.h"

#include "clients/relance-clients-page.h"
#include "invoices/relance-invoices-page.h"
#include "reminders/relance-reminders-page.h"

void
relance_window_show_invoices (RelanceWindow *self,
                              const RelanceInvoiceQuery *query,
                              const char *title)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = relance_window_open_page (self, "invoices");
  if (page)
    relance_invoices_page_show (RELANCE_INVOICES_PAGE (page), query, title);
}

void
relance_window_show_invoice (RelanceWindow *self, gint64 invoice_id)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = relance_window_open_page (self, "invoices");
  if (page)
    relance_invoices_page_open (RELANCE_INVOICES_PAGE (page), invoice_id);
}

void
relance_window_show_client (RelanceWindow *self, gint64 client_id)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = relance_window_open_page (self, "clients");
  if (page)
    relance_clients_page_open (RELANCE_CLIENTS_PAGE (page), client_id);
}

/* The clients that hold some words. */
void
relance_window_search_clients (RelanceWindow *self, const char *words)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = relance_window_open_page (self, "clients");
  if (page)
    relance_list_page_search (RELANCE_LIST_PAGE (page), words);
}

/* The invoices that hold some words. */
void
relance_window_search_invoices (RelanceWindow *self, const char *words)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = relance_window_open_page (self, "invoices");
  if (page)
    relance_list_page_search (RELANCE_LIST_PAGE (page), words);
}

/**
 * relance_window_show_reminders:
 * @client_id: whose reminder to show, or 0 for the first in the queue
 */
void
relance_window_show_reminders (RelanceWindow *self, gint64 client_id)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = relance_window_open_page (self, "reminders");
  if (page && client_id != 0)
    relance_reminders_page_select (RELANCE_REMINDERS_PAGE (page), client_id);
}

void
relance_window_show_outbox (RelanceWindow *self)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  relance_window_open_page (self, "outbox");
}
