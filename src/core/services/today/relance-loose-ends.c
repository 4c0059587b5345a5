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
 * relance_loose_ends_load_last_entry:
 * @day: (out): when a payment was last entered, or anything imported; %RELANCE_DATE_NONE for never
 */
gboolean
relance_loose_ends_load_last_entry (RelanceBook *book, RelanceDate *day, GError **error)
{
  gint64 at;

  if (!relance_store_get_last_entry (relance_book_get_store (book), &at, error))
    return FALSE;
  *day = get_day (at);
  return TRUE;
}

/**
 * relance_loose_ends_load:
 *
 * Returns: (transfer full): what was left lying, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceLooseEnds *
relance_loose_ends_load (RelanceBook *book, GError **error)
{
  g_autoptr (RelanceLooseEnds) self = g_new0 (RelanceLooseEnds, 1);

  self->credits = relance_store_list_unused_credits (relance_book_get_store (book), 0, error);
  if (self->credits == NULL || !relance_loose_ends_load_last_entry (book, &self->last_entry, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
relance_loose_ends_free (RelanceLooseEnds *self)
{
  g_clear_pointer (&self->credits, g_ptr_array_unref);
  g_free (self);
}
