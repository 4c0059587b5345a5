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

/* A RelanceUseCase. */
gpointer
relance_overview_load (RelanceBook *book,
                       gpointer request,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (RelanceOverview) self = g_new0 (RelanceOverview, 1);
  g_autoptr (GPtrArray) accounts = NULL;

  if (!relance_book_is_empty (book, &self->empty, error))
    return NULL;

  accounts = relance_accounts_list (book, error);
  if (!accounts)
    return NULL;

  self->attention = describe_attention (accounts);
  return g_steal_pointer (&self);
}

void
relance_overview_free (RelanceOverview *self)
{
  g_free (self->attention);
  g_free (self);
}
