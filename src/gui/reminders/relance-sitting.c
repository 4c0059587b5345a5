/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sitting.h"

#include "relance-accounts.h"
#include "relance-invoices.h"
#include "relance-outbox.h"

static int
compare_blocked (gconstpointer a, gconstpointer b)
{
  RelanceDue *one = *(RelanceDue *const *) a;
  RelanceDue *other = *(RelanceDue *const *) b;

  return (one->blocked != NULL) - (other->blocked != NULL);
}

static gboolean
find_next_invoice (RelanceBook *book, RelanceInvoice **invoice, GError **error)
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
    *invoice = g_object_ref (invoices->pdata[0]);
  return TRUE;
}

static gboolean
find_out_to_files (RelanceBook *book, gboolean *to_files, GError **error)
{
  g_autoptr (GPtrArray) accounts = relance_accounts_list (book, error);

  if (accounts == NULL)
    return FALSE;

  *to_files = !relance_book_is_sample (book);
  for (guint i = 0; i < accounts->len; i++)
    if (!g_str_equal (((RelanceAccount *) accounts->pdata[i])->provider, "folder"))
      *to_files = FALSE;
  return TRUE;
}

void
relance_queue_free (RelanceQueue *self)
{
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_object (&self->next);
  g_free (self);
}

gpointer
relance_sitting_queue (RelanceBook *book,
                       gpointer nothing,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (RelanceQueue) queue = g_new0 (RelanceQueue, 1);

  queue->due = relance_reminders_due (book, error);
  if (queue->due == NULL)
    return NULL;

  /* Stable: those who wait keep the order of the rules among themselves. */
  g_ptr_array_sort (queue->due, compare_blocked);

  if (!find_next_invoice (book, &queue->next, error) ||
      !find_out_to_files (book, &queue->to_files, error))
    return NULL;

  return g_steal_pointer (&queue);
}

/* The user's own words when they were kept, else a draft. */
gpointer
relance_sitting_open (RelanceBook *book,
                      gpointer request,
                      GCancellable *cancellable,
                      GError **error)
{
  const RelanceDraftRequest *wanted = request;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (RelanceDraft) kept = NULL;

  kept = relance_reminders_kept_draft (book, wanted->client_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (kept == NULL)
    return relance_reminders_draft (book, wanted, error);

  return g_steal_pointer (&kept);
}

gpointer
relance_sitting_draw_up (RelanceBook *book,
                         gpointer request,
                         GCancellable *cancellable,
                         GError **error)
{
  return relance_reminders_draft (book, request, error);
}

gpointer
relance_sitting_read_again (RelanceBook *book,
                            gpointer draft,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (RelanceDraft) copy = relance_draft_copy (draft);

  if (!relance_reminders_read_again (book, copy, error))
    return NULL;
  return g_steal_pointer (&copy);
}

gpointer
relance_sitting_keep (RelanceBook *book, gpointer draft, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (relance_reminders_keep_draft (book, draft, error));
}

gpointer
relance_sitting_forget (RelanceBook *book,
                        gpointer client_id,
                        GCancellable *cancellable,
                        GError **error)
{
  return GINT_TO_POINTER (relance_reminders_forget_draft (book, *(gint64 *) client_id, error));
}

gpointer
relance_sitting_approve (RelanceBook *book,
                         gpointer draft,
                         GCancellable *cancellable,
                         GError **error)
{
  const RelanceDraft *approved = draft;
  g_autoptr (RelanceMessage) message = NULL;
  g_autoptr (GError) forget_error = NULL;

  message = relance_outbox_approve (book, approved, RELANCE_UNDO_SECONDS, error);
  if (message == NULL)
    return NULL;

  /* The message is approved whatever happens here: saying that it failed would invite a second. */
  if (!relance_reminders_forget_draft (book, approved->client_id, &forget_error))
    g_warning ("A draft that was sent is still kept: %s", forget_error->message);

  return g_steal_pointer (&message);
}

gpointer
relance_sitting_take_back (RelanceBook *book,
                           gpointer message_id,
                           GCancellable *cancellable,
                           GError **error)
{
  return GINT_TO_POINTER (relance_outbox_take_back (book, message_id, error));
}

gpointer
relance_sitting_read_tomorrow (RelanceBook *book,
                               gpointer delay,
                               GCancellable *cancellable,
                               GError **error)
{
  gint64 client_id = ((RelanceDelay *) delay)->client_id;
  gint64 change = 0;

  if (!relance_reminders_read_tomorrow (book, client_id, &change, error))
    return NULL;
  return g_memdup2 (&change, sizeof change);
}

gpointer
relance_sitting_put_off (RelanceBook *book,
                         gpointer delay,
                         GCancellable *cancellable,
                         GError **error)
{
  const RelanceDelay *wanted = delay;
  gint64 change = 0;

  if (!relance_reminders_put_off (book, wanted->client_id, wanted->back_on, &change, error))
    return NULL;
  return g_memdup2 (&change, sizeof change);
}
