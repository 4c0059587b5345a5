/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-todo-facts.h"

#include "relance-invoices.h"
#include "relance-outbox.h"
#include "relance-reminders.h"

static gboolean
load_reminders (RelanceTodoFacts *self, RelanceBook *book, GError **error)
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
load_outbox (RelanceTodoFacts *self, RelanceBook *book, GError **error)
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
load_next (RelanceTodoFacts *self, RelanceBook *book, GError **error)
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

RelanceTodoFacts *
relance_todo_facts_load (RelanceBook *book, GError **error)
{
  g_autoptr (RelanceTodoFacts) self = g_new0 (RelanceTodoFacts, 1);

  self->without_address = g_ptr_array_new_with_free_func (g_object_unref);
  if (!load_reminders (self, book, error) || !load_outbox (self, book, error) ||
      !load_next (self, book, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
relance_todo_facts_free (RelanceTodoFacts *self)
{
  g_clear_pointer (&self->without_address, g_ptr_array_unref);
  g_clear_object (&self->next);
  g_free (self);
}
