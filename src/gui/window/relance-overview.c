/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-overview.h"

#include "relance-accounts.h"

#include <glib/gi18n.h>

static char *
describe_attention (GPtrArray *accounts)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      RelanceAccount *account = g_ptr_array_index (accounts, i);

      if (account->state == RELANCE_ACCOUNT_ATTENTION)
        return g_strdup (account->reason ? account->reason
                                         : _ ("The mail account needs your attention"));
    }
  return NULL;
}

static gboolean
load (RelanceOverview *self, RelanceBook *book, GError **error)
{
  g_autoptr (GPtrArray) accounts = NULL;

  if (!relance_book_is_empty (book, &self->empty, error))
    return FALSE;

  accounts = relance_accounts_list (book, error);
  if (!accounts)
    return FALSE;

  self->attention = describe_attention (accounts);
  return TRUE;
}

/* A RelanceUseCase. Of a damaged book each page shows what it can. */
gpointer
relance_overview_load (RelanceBook *book,
                       gpointer request,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (RelanceOverview) self = g_new0 (RelanceOverview, 1);
  g_autoptr (GError) problem = NULL;
  gboolean done = load (self, book, &problem);

  self->damaged = relance_book_is_damaged (book);
  if (done || self->damaged)
    return g_steal_pointer (&self);

  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

void
relance_overview_free (RelanceOverview *self)
{
  g_free (self->attention);
  g_free (self);
}
