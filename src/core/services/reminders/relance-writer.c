/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-writer.h"

#include "relance-accounts.h"

void
relance_writer_clear (RelanceWriter *writer)
{
  g_clear_pointer (&writer->business, relance_business_free);
  g_clear_object (&writer->sender);
}

static RelanceSender *
make_sender_of_business (const RelanceBusiness *business)
{
  const char *email = relance_business_get (business, RELANCE_BUSINESS_EMAIL);

  if (*email == '\0')
    return NULL;

  return relance_sender_new (email, relance_business_get (business, RELANCE_BUSINESS_NAME));
}

/**
 * relance_writer_load:
 * @writer: zeroed; to be cleared with relance_writer_clear()
 * @error: one of the store
 *
 * Reads who writes the letters of @book.
 */
gboolean
relance_writer_load (RelanceWriter *writer, RelanceBook *book, GError **error)
{
  g_autoptr (GPtrArray) senders = NULL;

  writer->business = relance_business_load (book, error);
  if (writer->business == NULL)
    return FALSE;

  senders = relance_senders_list (book, error);
  if (senders == NULL)
    return FALSE;

  writer->sender = senders->len > 0 ? g_object_ref (g_ptr_array_index (senders, 0))
                                    : make_sender_of_business (writer->business);
  return TRUE;
}
