/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-client-query.h"

/**
 * relance_client_query_new:
 *
 * Returns: (transfer full): every client that is not archived, by name
 */
RelanceClientQuery *
relance_client_query_new (void)
{
  RelanceClientQuery *self = g_new0 (RelanceClientQuery, 1);

  self->filter = RELANCE_CLIENTS_ALL;
  self->sort = RELANCE_CLIENT_SORT_NAME;

  return self;
}

/**
 * relance_client_query_copy:
 *
 * Returns: (transfer full): a query of its own that asks the same
 */
RelanceClientQuery *
relance_client_query_copy (const RelanceClientQuery *self)
{
  RelanceClientQuery *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);

  return copy;
}

void
relance_client_query_free (RelanceClientQuery *self)
{
  g_free (self->search);
  g_free (self);
}

/**
 * relance_client_query_is_narrow:
 *
 * Returns: whether it leaves out some clients that are in use
 */
gboolean
relance_client_query_is_narrow (const RelanceClientQuery *self)
{
  return self->filter != RELANCE_CLIENTS_ALL || self->search != NULL || self->kind != 0 ||
         self->reach != RELANCE_CLIENTS_ANY_REACH || self->archived || self->currency[0] != '\0';
}
