/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-today-facts.h"

#include "relance-invoices.h"
#include "relance-outbox.h"
#include "relance-reminders.h"

static gboolean
load_reminders (RelanceTodayFacts *self, RelanceBook *book, GError **error)
{
  g_autoptr (GPtrArray) due = relance_reminders_due (book, error);

  if (due == NULL)
    return FALSE;
  for (guint i = 0; i < due->len; i++)
    {
      RelanceDue *item = due->pdata[i];

      if (item->client->email == NULL)
        g_ptr_array_add (self->without_address, g_object_ref (item->client));
      else if (item->blocked == NULL)
        self->ready++;
    }
  return TRUE;
}

static gboolean
load_outbox (RelanceTodayFacts *self, RelanceBook *book, GError **error)
{
  g_autoptr (GPtrArray) messages = relance_outbox_list (book, FALSE, error);

  if (messages == NULL)
    return FALSE;
  for (guint i = 0; i < messages->len; i++)
    {
      RelanceMessage *message = messages->pdata[i];

      self->failed += message->state == RELANCE_MESSAGE_REFUSED;
      self->unknown += message->state == RELANCE_MESSAGE_UNKNOWN;
    }
  return TRUE;
}

static gboolean
load_next (RelanceTodayFacts *self, RelanceBook *book, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GPtrArray) invoices = NULL;

  query->filter = RELANCE_INVOICES_OPEN;
  query->due_from = relance_book_get_today (book);
  query->sort = RELANCE_INVOICE_SORT_DUE;
  query->limit = 1;
  invoices = relance_invoices_list (book, query, error);
  if (invoices == NULL)
    return FALSE;
  if (invoices->len > 0)
    self->next = g_object_ref (invoices->pdata[0]);
  return TRUE;
}

RelanceTodayFacts *
relance_today_facts_load (RelanceBook *book, int months, GError **error)
{
  g_autoptr (RelanceTodayFacts) self = g_new0 (RelanceTodayFacts, 1);

  self->without_address = g_ptr_array_new_with_free_func (g_object_unref);
  self->dashboard = relance_dashboard_load (book, months, error);
  if (self->dashboard == NULL)
    return NULL;
  if (!load_reminders (self, book, error) || !load_outbox (self, book, error) ||
      !load_next (self, book, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
relance_today_facts_free (RelanceTodayFacts *self)
{
  g_clear_pointer (&self->dashboard, relance_dashboard_free);
  g_clear_pointer (&self->without_address, g_ptr_array_unref);
  g_clear_object (&self->next);
  g_free (self);
}
