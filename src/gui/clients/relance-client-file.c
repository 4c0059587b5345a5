/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-file.h"

#include "relance-invoices.h"
#include "relance-reminders.h"

/* More than anybody scrolls through; the book has the rest. */
#define MAX_EVENTS 200

static GPtrArray *
list_open (RelanceBook *book, gint64 client_id, GError **error)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->filter = RELANCE_INVOICES_OPEN;
  query->client_id = client_id;
  query->sort = RELANCE_INVOICE_SORT_DUE;
  query->limit = -1;
  return relance_invoices_list (book, query, error);
}

void
relance_client_file_free (RelanceClientFile *self)
{
  g_clear_object (&self->client);
  g_clear_pointer (&self->invoices, g_ptr_array_unref);
  g_clear_pointer (&self->last_payment, relance_received_free);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self->situation_why);
  g_free (self);
}

gpointer
relance_client_file_load (RelanceBook *book,
                          gpointer client_id,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (RelanceClientFile) file = g_new0 (RelanceClientFile, 1);
  gint64 id = *(gint64 *) client_id;

  file->client = relance_clients_get (book, id, error);
  if (file->client == NULL)
    return NULL;

  file->invoices = list_open (book, id, error);
  if (file->invoices == NULL)
    return NULL;

  if (!relance_payments_get_last (book, id, &file->last_payment, error))
    return NULL;

  if (!relance_client_habit_load (book, id, &file->habit, error))
    return NULL;

  if (!relance_reminders_explain_situation (book, id, &file->situation_why, error))
    return NULL;

  file->events = relance_clients_timeline (book, id, MAX_EVENTS, error);
  if (file->events == NULL)
    return NULL;

  return g_steal_pointer (&file);
}

/* A client to fill in, with what the book says of new ones. */
gpointer
relance_client_file_begin (RelanceBook *book,
                           gpointer name,
                           GCancellable *cancellable,
                           GError **error)
{
  return relance_client_new_for_book (book, name, error);
}

/* Returns what Undo takes back and the client's id, as two gint64. */
gpointer
relance_client_file_save (RelanceBook *book,
                          gpointer client,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree gint64 *answer = g_new0 (gint64, 2);

  answer[1] = relance_clients_save (book, client, &answer[0], error);
  return answer[1] > 0 ? g_steal_pointer (&answer) : NULL;
}
