/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-loose-ends.h"

/* In 9999, wherever one is: a book that was tampered with may say anything. */
#define LATEST G_GINT64_CONSTANT (253402000000)

static RelanceDate
get_day (gint64 at)
{
  return at > 0 && at <= LATEST ? relance_clock_to_date (at, NULL) : RELANCE_DATE_NONE;
}

/**
 * relance_loose_ends_load:
 *
 * Returns: (transfer full): what was left lying, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceLooseEnds *
relance_loose_ends_load (RelanceBook *book, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceLooseEnds) self = g_new0 (RelanceLooseEnds, 1);
  gint64 at;

  self->credits = relance_store_list_unused_credits (store, error);
  if (self->credits == NULL || !relance_store_get_last_entry (store, &at, error))
    return NULL;
  self->last_entry = get_day (at);
  return g_steal_pointer (&self);
}

void
relance_loose_ends_free (RelanceLooseEnds *self)
{
  g_clear_pointer (&self->credits, g_ptr_array_unref);
  g_free (self);
}
