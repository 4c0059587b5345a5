/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox.h"

#include "relance-store-messages.h"

#include <glib/gi18n-lib.h>

/* Translators: %s is the id of a message. */
static const char *
get_format (RelanceOutboxCheck check)
{
  switch (check)
    {
    case RELANCE_OUTBOX_SENDING:
      return _ ("Message %s is said to be leaving, but no try is under way.");
    case RELANCE_OUTBOX_ACCEPTED:
      return _ ("Message %s has left, but nobody knows when.");
    case RELANCE_OUTBOX_TRIES:
      return _ ("Message %s has other tries than were counted.");
    case RELANCE_OUTBOX_TWICE:
      return _ ("Message %s was accepted in two tries.");
    case RELANCE_OUTBOX_REASON:
      return _ ("Message %s is held up without a reason.");
    case RELANCE_OUTBOX_BYTES:
      return _ ("Message %s left with other bytes than were approved.");
    case RELANCE_OUTBOX_N_CHECKS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * relance_outbox_check:
 * @findings: (element-type utf8): a sentence is added for each thing that is wrong
 *
 * Looks whether messages and their tries agree. Changes nothing.
 */
gboolean
relance_outbox_check (RelanceBook *book, GPtrArray *findings, GError **error)
{
  for (int check = 0; check < RELANCE_OUTBOX_N_CHECKS; check++)
    {
      g_autoptr (GPtrArray)
        ids = relance_store_check_messages (relance_book_get_store (book), check, error);

      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        g_ptr_array_add (findings,
                         g_strdup_printf (get_format (check), (char *) g_ptr_array_index (ids, i)));
    }

  return TRUE;
}
