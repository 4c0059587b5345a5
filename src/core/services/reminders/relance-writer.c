/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-writer.h"

#include "relance-accounts.h"
#include "relance-own-letters.h"

void
relance_writer_clear (RelanceWriter *writer)
{
  g_clear_pointer (&writer->business, relance_business_free);
  g_clear_object (&writer->sender);
  g_clear_pointer (&writer->letters, g_hash_table_unref);
}

static RelanceSender *
make_sender_of_business (const RelanceBusiness *business)
{
  const char *email = relance_business_get (business, RELANCE_BUSINESS_EMAIL);

  if (*email == '\0')
    return NULL;

  return relance_sender_new (email, relance_business_get (business, RELANCE_BUSINESS_NAME));
}

/* The first of the senders who speaks so; the first of all when none does. */
static RelanceSender *
choose_sender (GPtrArray *senders, RelanceVoice voice)
{
  for (guint i = 0; i < senders->len; i++)
    if (((RelanceSender *) g_ptr_array_index (senders, i))->voice == voice)
      return g_ptr_array_index (senders, i);

  return g_ptr_array_index (senders, 0);
}

/**
 * relance_writer_load:
 * @writer: zeroed; to be cleared with relance_writer_clear()
 * @voice: who is to speak; 0 for the first sender, whoever that is
 * @error: one of the store
 *
 * Reads who writes the letters of @book.
 */
gboolean
relance_writer_load (RelanceWriter *writer, RelanceBook *book, RelanceVoice voice, GError **error)
{
  g_autoptr (GPtrArray) senders = NULL;

  writer->business = relance_business_load (book, error);
  if (writer->business == NULL)
    return FALSE;

  senders = relance_senders_list (book, error);
  if (senders == NULL)
    return FALSE;

  writer->sender = senders->len > 0 ? g_object_ref (choose_sender (senders, voice))
                                    : make_sender_of_business (writer->business);
  writer->letters = relance_own_letters_load (book, error);
  return writer->letters != NULL;
}
