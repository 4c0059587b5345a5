/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-todo-facts.h"

#include "relance-documents.h"
#include "relance-invoices.h"
#include "relance-outbox.h"
#include "relance-reminders.h"

/* @late: (out): whether anybody should hear from us. */
static gboolean
load_reminders (RelanceTodoFacts *self, RelanceBook *book, gboolean *late, GError **error)
{
  g_autoptr (GPtrArray) due = relance_reminders_due (book, error);

  if (due == NULL)
    return FALSE;
  *late = due->len > 0;
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

static gboolean
load_documents (RelanceTodoFacts *self, RelanceBook *book, GError **error)
{
  g_autoptr (GPtrArray) documents = relance_documents_list (book, 0, error);

  if (documents == NULL)
    return FALSE;
  self->documents = (int) documents->len;
  return TRUE;
}

/* Whether somebody paid is not known when nobody looked. */
static gboolean
load_loose_ends (RelanceTodoFacts *self, RelanceBook *book, gboolean late, GError **error)
{
  self->loose_ends = relance_loose_ends_load (book, error);
  if (self->loose_ends == NULL)
    return FALSE;
  if (late && self->loose_ends->last_entry != RELANCE_DATE_NONE)
    self->days_without_news = MAX (0, relance_book_get_today (book) - self->loose_ends->last_entry);
  return TRUE;
}

/* Only where nothing is to come due is it asked whether there is anything. */
static gboolean
load_empty (RelanceTodoFacts *self, RelanceBook *book, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GPtrArray) invoices = NULL;

  if (self->next != NULL)
    return TRUE;
  query->filter = RELANCE_INVOICES_ALL;
  query->limit = 1;
  invoices = relance_invoices_list (book, query, error);
  if (invoices == NULL)
    return FALSE;
  self->empty = invoices->len == 0;
  return TRUE;
}

RelanceTodoFacts *
relance_todo_facts_load (RelanceBook *book, GError **error)
{
  g_autoptr (RelanceTodoFacts) self = g_new0 (RelanceTodoFacts, 1);
  gboolean late;

  self->without_address = g_ptr_array_new_with_free_func (g_object_unref);
  if (!load_reminders (self, book, &late, error) || !load_outbox (self, book, error) ||
      !load_documents (self, book, error) || !load_loose_ends (self, book, late, error) ||
      !load_next (self, book, error) || !load_empty (self, book, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
relance_todo_facts_free (RelanceTodoFacts *self)
{
  g_clear_pointer (&self->without_address, g_ptr_array_unref);
  g_clear_pointer (&self->loose_ends, relance_loose_ends_free);
  g_clear_object (&self->next);
  g_free (self);
}
