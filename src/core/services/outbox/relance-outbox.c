/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include "relance-store-attempts.h"
#include "relance-store-messages.h"
#include "relance-store-reminders.h"

#include <glib/gi18n-lib.h>

static void
free_attempt (RelanceAttempt *attempt)
{
  g_free (attempt->purpose);
  g_free (attempt->phase);
  g_free (attempt->outcome);
  g_free (attempt);
}

static RelanceAttempt *
read_attempt (RelanceStoredAttempt *stored)
{
  RelanceAttempt *attempt = g_new0 (RelanceAttempt, 1);

  attempt->started_at = stored->started_at;
  attempt->finished_at = stored->finished_at;
  attempt->purpose = g_strdup (stored->purpose);
  attempt->phase = g_strdup (stored->phase);
  attempt->http_status = stored->http_status;
  attempt->outcome = g_strdup (stored->outcome);

  return attempt;
}

static gboolean
set_too_late (GError **error)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE,
                       _ ("It is too late: the message has moved on. Look at it again."));
  return FALSE;
}

static gboolean
keep_text (RelanceBook *book, RelanceMessage *message, GError **error)
{
  RelanceStoredDraft draft = {
    .client_id = message->client_id,
    .stage = message->stage,
    .tone = message->tone,
    .address = message->address,
    .language = message->language,
    .subject = message->subject,
    .text = message->text,
  };

  return relance_store_keep_draft (relance_book_get_store (book), &draft,
                                   relance_book_get_now (book), error);
}

static gboolean
move (RelanceBook *book, RelanceMessage *message, RelanceMessageState from, GError **error)
{
  gboolean moved;

  if (!relance_store_move_message (relance_book_get_store (book), message, from, &moved, error))
    return FALSE;

  return moved || set_too_late (error);
}

static gboolean
take_back (RelanceBook *book, const char *id, GError **error)
{
  g_autoptr (RelanceMessage) message = relance_outbox_get (book, id, error);
  RelanceMessageState from;

  if (message == NULL)
    return FALSE;
  from = message->state;
  if (from != RELANCE_MESSAGE_APPROVED && from != RELANCE_MESSAGE_WAITING)
    return set_too_late (error);
  relance_outbox_move (message, RELANCE_MESSAGE_WITHDRAWN, "taken-back", 0);

  return move (book, message, from, error) && keep_text (book, message, error);
}

/* A second message to the client may have been approved since the first was refused. */
static gboolean
queue_again (RelanceBook *book, RelanceMessage *message, GError **error)
{
  const char *reason;
  gboolean pending = FALSE;

  if (message->state == RELANCE_MESSAGE_REFUSED &&
      !relance_store_has_pending (relance_book_get_store (book), message->client_id, &pending,
                                  error))
    return FALSE;
  if (pending)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED,
                           _ ("A message to this client is already on its way."));
      return FALSE;
    }
  message->not_before =
    relance_outbox_next_opening (book, message, relance_book_get_now (book), &reason, error);
  if (message->not_before < 0)
    return FALSE;
  relance_outbox_move (message, RELANCE_MESSAGE_WAITING, "again", 0);

  return TRUE;
}

static gboolean
resolve (RelanceBook *book, const char *id, RelanceResolve answer, GError **error)
{
  g_autoptr (RelanceMessage) message = relance_outbox_get (book, id, error);
  RelanceMessageState from;

  if (message == NULL)
    return FALSE;
  from = message->state;
  if (from != RELANCE_MESSAGE_UNKNOWN &&
      (from != RELANCE_MESSAGE_REFUSED || answer == RELANCE_RESOLVE_SENT))
    return set_too_late (error);

  if (answer == RELANCE_RESOLVE_SENT)
    {
      relance_outbox_move (message, RELANCE_MESSAGE_ACCEPTED, "user-says-sent", 0);
      message->done_at = relance_book_get_now (book);
    }
  else if (answer == RELANCE_RESOLVE_NOT_SENT)
    relance_outbox_move (message, RELANCE_MESSAGE_WITHDRAWN, "user-says-not-sent", 0);
  else if (!queue_again (book, message, error))
    return FALSE;

  return move (book, message, from, error);
}

/**
 * relance_outbox_take_back:
 * @error: %RELANCE_SERVICE_ERROR_TOO_LATE once it is leaving or has left
 *
 * Withdraws a message that has not left and keeps its text as a draft.
 */
gboolean
relance_outbox_take_back (RelanceBook *book, const char *id, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  if (!relance_store_begin (store, error))
    return FALSE;

  return relance_store_end (store, take_back (book, id, error), error);
}

/**
 * relance_outbox_next_time:
 *
 * Returns: UTC seconds of the earliest moment at which something may leave or may be
 *   asked for, which may be past; 0 when nothing is waiting, or with @error set
 */
gint64
relance_outbox_next_time (RelanceBook *book, GError **error)
{
  gint64 time = 0;

  if (!relance_store_get_next_time (relance_book_get_store (book), &time, error))
    return 0;

  return time;
}

/**
 * relance_outbox_list:
 * @all: also what left or was withdrawn
 *
 * Returns: (transfer full) (element-type RelanceMessage): newest first, without their bytes
 */
GPtrArray *
relance_outbox_list (RelanceBook *book, gboolean all, GError **error)
{
  return relance_store_list_messages (relance_book_get_store (book), all, error);
}

/**
 * relance_outbox_get:
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND or one of the store
 *
 * Returns: (transfer full): the whole message
 */
RelanceMessage *
relance_outbox_get (RelanceBook *book, const char *id, GError **error)
{
  RelanceMessage *message;

  if (!relance_store_get_message (relance_book_get_store (book), id, &message, error))
    return NULL;
  if (message == NULL)
    /* Translators: %s is what was typed for the id of a message. */
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                 _ ("There is no message “%s”."), id);

  return message;
}

/**
 * relance_outbox_attempts:
 *
 * Returns: (transfer full) (element-type RelanceAttempt): every try, oldest first
 */
GPtrArray *
relance_outbox_attempts (RelanceBook *book, const char *id, GError **error)
{
  g_autoptr (GPtrArray)
    stored = relance_store_list_attempts (relance_book_get_store (book), id, error);
  GPtrArray *attempts;

  if (stored == NULL)
    return NULL;
  attempts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_attempt);
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (attempts, read_attempt (g_ptr_array_index (stored, i)));

  return attempts;
}

/**
 * relance_outbox_resolve:
 * @answer: what the user says of it
 * @error: %RELANCE_SERVICE_ERROR_TOO_LATE when its fate is known,
 *   %RELANCE_SERVICE_ERROR_BLOCKED when another message to the client is on its way
 *
 * Lets the user decide on a message whose fate is unknown, or send one again that was
 * refused, once what stood against it is put right.
 */
gboolean
relance_outbox_resolve (RelanceBook *book, const char *id, RelanceResolve answer, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  if (!relance_store_begin (store, error))
    return FALSE;

  return relance_store_end (store, resolve (book, id, answer, error), error);
}
