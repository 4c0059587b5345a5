/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mailbag.h"

void
relance_mailbag_item_free (RelanceMailbagItem *self)
{
  g_clear_object (&self->message);
  g_clear_pointer (&self->attempts, g_ptr_array_unref);
  g_free (self);
}

RelanceMailbagVerdict *
relance_mailbag_verdict_new (const char *id, RelanceResolve resolve)
{
  RelanceMailbagVerdict *self = g_new0 (RelanceMailbagVerdict, 1);

  self->id = g_strdup (id);
  self->resolve = resolve;
  return self;
}

void
relance_mailbag_verdict_free (RelanceMailbagVerdict *self)
{
  g_free (self->id);
  g_free (self);
}

gpointer
relance_mailbag_get (RelanceBook *book, gpointer id, GCancellable *cancellable, GError **error)
{
  g_autoptr (RelanceMailbagItem) item = g_new0 (RelanceMailbagItem, 1);

  item->message = relance_outbox_get (book, id, error);
  if (item->message == NULL)
    return NULL;

  item->attempts = relance_outbox_attempts (book, id, error);
  if (item->attempts == NULL)
    return NULL;

  return g_steal_pointer (&item);
}

gpointer
relance_mailbag_take_back (RelanceBook *book,
                           gpointer id,
                           GCancellable *cancellable,
                           GError **error)
{
  return GINT_TO_POINTER (relance_outbox_take_back (book, id, error));
}

gpointer
relance_mailbag_resolve (RelanceBook *book,
                         gpointer verdict,
                         GCancellable *cancellable,
                         GError **error)
{
  const RelanceMailbagVerdict *given = verdict;

  return GINT_TO_POINTER (relance_outbox_resolve (book, given->id, given->resolve, error));
}
