/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include "relance-store-messages.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* What waited longer, offline, is shown to the user again instead of leaving out of the blue. */
#define STALE_SECONDS (3 * 24 * 3600)

/* A provider's log is a little behind its answers. */
#define LOOK_UP_AFTER_SECONDS 60

/* One transaction for one move, where nothing was asked of a provider. */
static gboolean
move (RelanceOutboxRun *run, RelanceMessage *message, RelanceMessageState from, GError **error)
{
  gboolean done;

  if (!relance_store_begin (run->store, error))
    return FALSE;
  done = relance_store_move_message (run->store, message, from, NULL, error);
  if (!relance_store_end (run->store, done, error))
    return FALSE;
  relance_outbox_run_report (run, message);

  return TRUE;
}

/* Whoever holds the lock knows that nobody else is sending: what is said to be leaving was
 * leaving when the program ended. */
static gboolean
recover_one (RelanceOutboxRun *run, const char *id, GError **error)
{
  g_autoptr (RelanceMessage) message = NULL;

  if (!relance_store_get_message (run->store, id, &message, error))
    return FALSE;
  relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "stopped",
                       relance_book_get_now (run->book));

  return relance_store_move_message (run->store, message, RELANCE_MESSAGE_SENDING, NULL, error);
}

static gboolean
recover (RelanceOutboxRun *run, GError **error)
{
  g_autoptr (GPtrArray)
    ids = relance_store_list_in_state (run->store, RELANCE_MESSAGE_SENDING, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!recover_one (run, g_ptr_array_index (ids, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
find_stop (RelanceOutboxRun *run,
           RelanceMessage *message,
           RelanceMessageState *state,
           const char **reason,
           GError **error)
{
  *state = RELANCE_MESSAGE_WITHDRAWN;
  if (!relance_outbox_find_change (run->book, message, reason, error))
    return FALSE;
  if (*reason == NULL && relance_book_get_now (run->book) > message->not_before + STALE_SECONDS)
    {
      *state = RELANCE_MESSAGE_REFUSED;
      *reason = "stale";
    }

  return TRUE;
}

/* Within one transaction: what it asks for is still owed, it is ours now, and the try is on
 * record. @claimed: (out): whether it may leave */
static gboolean
claim (RelanceOutboxRun *run,
       RelanceMessage *message,
       gint64 *attempt,
       gboolean *claimed,
       GError **error)
{
  RelanceMessageState from = message->state;
  RelanceMessageState state;
  const char *reason;

  *claimed = FALSE;
  if (!find_stop (run, message, &state, &reason, error))
    return FALSE;
  if (reason != NULL)
    {
      relance_outbox_move (message, state, reason, 0);
      return relance_store_move_message (run->store, message, from, NULL, error);
    }

  return relance_outbox_run_claim (run, message, attempt, claimed, error);
}

static void
apply_outcome (RelanceOutboxRun *run, RelanceMessage *message, const RelanceOutcome *outcome)
{
  gint64 now = relance_book_get_now (run->book);

  switch (outcome->kind)
    {
    case RELANCE_OUTCOME_ACCEPTED:
      relance_outbox_accept (message, outcome, now);
      break;
    case RELANCE_OUTCOME_RETRY:
      relance_outbox_move (message, RELANCE_MESSAGE_WAITING, outcome->reason,
                           relance_outbox_next_try (run->book, message, outcome));
      break;
    case RELANCE_OUTCOME_ACCOUNT:
      relance_outbox_move (message, RELANCE_MESSAGE_WAITING, outcome->reason, 0);
      break;
    case RELANCE_OUTCOME_REFUSED:
      relance_outbox_move (message, RELANCE_MESSAGE_REFUSED, outcome->reason, 0);
      break;
    default:
      relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, outcome->reason,
                           now + LOOK_UP_AFTER_SECONDS);
      break;
    }
  g_set_str (&message->detail, outcome->detail);
}

static gboolean
send_claimed (RelanceOutboxRun *run,
              const RelanceRoute *route,
              RelanceMessage *message,
              gint64 attempt,
              GError **error)
{
  g_autoptr (RelanceOutcome) outcome = NULL;

  relance_outbox_run_send (run, route, message, &outcome);
  apply_outcome (run, message, outcome);

  return relance_outbox_run_record (run, message, RELANCE_MESSAGE_SENDING, attempt, outcome, error);
}

/* A message that cannot even be tried, because of its account or the keyring. One that met the
 * account's trouble itself goes on saying which. */
static gboolean
hold (RelanceOutboxRun *run, RelanceMessage *message, const char *reason, GError **error)
{
  RelanceMessageState from = message->state;

  if (g_str_equal (reason, "account-removed"))
    relance_outbox_move (message, RELANCE_MESSAGE_REFUSED, reason, 0);
  else if (g_str_equal (reason, "keyring"))
    relance_outbox_move (message, RELANCE_MESSAGE_WAITING, reason,
                         relance_outbox_next_try (run->book, message, NULL));
  else if (message->state != RELANCE_MESSAGE_WAITING || message->next_try_at != 0)
    relance_outbox_move (message, RELANCE_MESSAGE_WAITING, reason, 0);

  return move (run, message, from, error);
}

static gboolean
is_due (RelanceOutboxRun *run, RelanceMessage *message)
{
  return MAX (message->not_before, message->next_try_at) <= relance_book_get_now (run->book);
}

/* What was paid is withdrawn at once, due or not. */
static gboolean
withdraw_if_changed (RelanceOutboxRun *run,
                     RelanceMessage *message,
                     gboolean *withdrawn,
                     GError **error)
{
  RelanceMessageState from = message->state;
  RelanceMessageState state;
  const char *reason;

  if (!find_stop (run, message, &state, &reason, error))
    return FALSE;
  *withdrawn = reason != NULL;
  if (!*withdrawn)
    return TRUE;
  relance_outbox_move (message, state, reason, 0);

  return move (run, message, from, error);
}

/* What comes due while the machine sleeps, or after a failure, may come due at night.
 * @waits: (out): whether it has to wait for the next working hour */
static gboolean
wait_for_opening (RelanceOutboxRun *run, RelanceMessage *message, gboolean *waits, GError **error)
{
  gint64 now = relance_book_get_now (run->book);
  const char *reason;
  gint64 opening = relance_outbox_next_opening (run->book, message, now, &reason, error);

  *waits = opening > now;
  if (!*waits)
    return opening >= 0;
  relance_outbox_move (message, message->state, reason, opening);

  return move (run, message, message->state, error);
}

static gboolean
send_due (RelanceOutboxRun *run, RelanceMessage *message, GError **error)
{
  const char *reason = NULL;
  RelanceRoute *route = relance_outbox_run_get_route (run, message, &reason, error);
  gint64 attempt = 0;
  gboolean waits;
  gboolean claimed;
  gboolean done;

  if (route == NULL)
    return reason != NULL && hold (run, message, reason, error);
  if (!wait_for_opening (run, message, &waits, error))
    return FALSE;
  if (waits)
    return TRUE;

  if (!relance_store_begin (run->store, error))
    return FALSE;
  done = claim (run, message, &attempt, &claimed, error);
  if (!relance_store_end (run->store, done, error))
    return FALSE;
  if (claimed)
    return send_claimed (run, route, message, attempt, error);
  if (message->state == RELANCE_MESSAGE_WITHDRAWN || message->state == RELANCE_MESSAGE_REFUSED)
    relance_outbox_run_report (run, message);

  return TRUE;
}

static gboolean
send_one (RelanceOutboxRun *run, const char *id, GError **error)
{
  g_autoptr (RelanceMessage) message = NULL;
  gboolean withdrawn;

  if (!relance_store_get_message (run->store, id, &message, error))
    return FALSE;
  if (!withdraw_if_changed (run, message, &withdrawn, error))
    return FALSE;
  if (withdrawn)
    return TRUE;
  if (is_due (run, message))
    return send_due (run, message, error);
  relance_outbox_run_report (run, message);

  return TRUE;
}

static gboolean
send_in_state (RelanceOutboxRun *run, RelanceMessageState state, GError **error)
{
  g_autoptr (GPtrArray) ids = relance_store_list_in_state (run->store, state, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len && !g_cancellable_is_cancelled (run->cancellable); i++)
    if (!send_one (run, g_ptr_array_index (ids, i), error))
      return FALSE;

  return TRUE;
}

/* What waits is tried before what was approved since: so nothing is looked at twice in a run. */
static gboolean
run_all (RelanceOutboxRun *run, GError **error)
{
  return recover (run, error) && relance_outbox_run_resolve_all (run, error) &&
         send_in_state (run, RELANCE_MESSAGE_WAITING, error) &&
         send_in_state (run, RELANCE_MESSAGE_APPROVED, error);
}

/**
 * relance_outbox_send:
 * @error: %RELANCE_SERVICE_ERROR_SAMPLE, %RELANCE_SERVICE_ERROR_BUSY or one of the store
 *
 * Sends what may leave now, one message after the other. First what was leaving when the
 * program last ended becomes unknown, and what is unknown is asked of the provider;
 * only then is anything new sent. Cancelling ends it between two messages.
 *
 * Returns: (transfer full): what became of each message that moved or still waits
 */
RelanceSendReport *
relance_outbox_send (RelanceBook *book, GCancellable *cancellable, GError **error)
{
  g_auto (RelanceOutboxRun) run = { NULL };
  gboolean done;
  int lock;

  if (relance_book_is_sample (book))
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_SAMPLE,
                           _ ("The sample book never sends."));
      return NULL;
    }
  lock = relance_outbox_lock (book, error);
  if (lock < 0)
    return NULL;

  relance_outbox_run_init (&run, book, cancellable);
  done = run_all (&run, error);
  close (lock);

  return done ? relance_outbox_run_end (&run) : NULL;
}

void
relance_send_report_free (RelanceSendReport *report)
{
  g_ptr_array_unref (report->messages);
  g_free (report);
}
