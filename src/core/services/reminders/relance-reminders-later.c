/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-reminders.h"

#include "relance-clients.h"

#include <glib/gi18n-lib.h>

/* What keeps a client out already is neither shortened nor given another reason. */
static gboolean
check_reminded (RelanceClient *client, RelanceDate today, GError **error)
{
  if (!relance_client_is_excluded (client, today))
    return TRUE;

  g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED,
               /* Translators: %s is a client. */
               _ ("%s is left out of reminders already."), client->name);
  return FALSE;
}

static gboolean
leave_out (RelanceBook *book,
           gint64 client_id,
           RelanceDate until,
           const char *reason,
           gint64 *change,
           GError **error)
{
  g_autoptr (RelanceClient) client = relance_clients_get (book, client_id, error);

  if (client == NULL || !check_reminded (client, relance_book_get_today (book), error))
    return FALSE;

  g_set_str (&client->excluded, reason);
  client->excluded_until = until;
  return relance_clients_save (book, client, change, error) > 0;
}

/**
 * relance_reminders_read_tomorrow:
 * @change: (out): what Undo takes back
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, %RELANCE_SERVICE_ERROR_BLOCKED for a client who is left
 *   out already, or one of the store
 *
 * Leaves a client out of reminders for the rest of the day: a letter that was written in anger
 * waits for the next morning, when what was kept of it comes back.
 */
gboolean
relance_reminders_read_tomorrow (RelanceBook *book,
                                 gint64 client_id,
                                 gint64 *change,
                                 GError **error)
{
  return leave_out (book, client_id, relance_book_get_today (book),
                    _ ("you wanted to read the letter again tomorrow."), change, error);
}

/**
 * relance_reminders_put_off:
 * @back_on: the day on which the client is to be written to again, after today
 * @change: (out): what Undo takes back
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, %RELANCE_SERVICE_ERROR_BLOCKED for a client who is left
 *   out already, %RELANCE_SERVICE_ERROR_INVALID for a day that is not ahead, or one of the store
 *
 * Leaves a client out of reminders until a day; what was typed for them is kept.
 */
gboolean
relance_reminders_put_off (RelanceBook *book,
                           gint64 client_id,
                           RelanceDate back_on,
                           gint64 *change,
                           GError **error)
{
  if (back_on <= relance_book_get_today (book))
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                           _ ("A letter can only be put off to a day that is ahead."));
      return FALSE;
    }

  return leave_out (book, client_id, back_on - 1, _ ("you put the letter off."), change, error);
}
