/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include "relance-store-attempts.h"
#include "relance-store-messages.h"

/* How long the id of an accepted message is still asked for. */
#define REFERENCE_SECONDS (24 * 3600)

static gboolean
start_look_up (RelanceOutboxRun *run, RelanceMessage *message, gint64 *attempt, GError **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  gboolean done;

  if (!relance_store_begin (run->store, error))
    return FALSE;
  done = relance_store_start_attempt (run->store, message->id, "look-up",
                                      relance_book_get_now (run->book), nothing, attempt, error);

  return relance_store_end (run->store, done, error);
}

static RelanceOutcome *
look_up (RelanceOutboxRun *run, const RelanceRoute *route, RelanceMessage *message)
{
  return relance_mailer_look_up (run->http, route, message, relance_book_get_now (run->book),
                                 run->cancellable);
}

/* When the same bytes may be sent again, or 0 for never: not before the provider has had time
 * to know of the first try, and only while it still remembers it, so that they cannot become a
 * second mail. A clock that went back proves nothing. */
static gboolean
find_replay_time (RelanceOutboxRun *run,
                  const RelanceRoute *route,
                  RelanceMessage *message,
                  gint64 *at,
                  GError **error)
{
  gint64 now = relance_book_get_now (run->book);
  const char *change;
  gint64 since;

  if (!relance_store_get_unsure_since (run->store, message->id, &since, error) ||
      !relance_outbox_find_change (run->book, message, &change, error))
    return FALSE;
  *at = 0;
  if (change == NULL && since > 0 && since <= now && now - since < route->provider->replay_seconds)
    *at = since + route->provider->settle_seconds;

  return TRUE;
}

/* Only a yes moves the message on: whatever else the second try meets, the first one may have
 * been taken. */
static void
apply_replay (RelanceOutboxRun *run, RelanceMessage *message, const RelanceOutcome *outcome)
{
  gint64 next_try = relance_outbox_next_try (run->book, message, outcome);

  switch (outcome->kind)
    {
    case RELANCE_OUTCOME_ACCEPTED:
      relance_outbox_accept (message, outcome, relance_book_get_now (run->book));
      return;
    case RELANCE_OUTCOME_ACCOUNT:
      relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "account", 0);
      break;
    case RELANCE_OUTCOME_REFUSED:
      relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "not-found", 0);
      break;
    default:
      relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "no-answer", next_try);
      break;
    }
  g_set_str (&message->detail, outcome->detail);
}

static gboolean
replay (RelanceOutboxRun *run, const RelanceRoute *route, RelanceMessage *message, GError **error)
{
  g_autoptr (RelanceOutcome) outcome = NULL;
  gboolean claimed = FALSE;
  gboolean done;
  gint64 attempt;

  if (!relance_store_begin (run->store, error))
    return FALSE;
  done = relance_outbox_run_claim (run, message, &attempt, &claimed, error);
  if (!relance_store_end (run->store, done, error))
    return FALSE;
  if (!claimed)
    return TRUE;

  relance_outbox_run_send (run, route, message, &outcome);
  apply_replay (run, message, outcome);

  return relance_outbox_run_record (run, message, RELANCE_MESSAGE_SENDING, attempt, outcome, error);
}

/* What a look-up means while nobody knows. */
static void
apply_look_up (RelanceOutboxRun *run,
               const RelanceRoute *route,
               RelanceMessage *message,
               const RelanceOutcome *outcome)
{
  switch (outcome->kind)
    {
    case RELANCE_OUTCOME_ACCEPTED:
      relance_outbox_accept (message, outcome, relance_book_get_now (run->book));
      return;
    case RELANCE_OUTCOME_ACCOUNT:
      relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "account", 0);
      break;
    case RELANCE_OUTCOME_ABSENT:
      if (route->provider->absence_is_proof)
        relance_outbox_move (message, RELANCE_MESSAGE_WAITING, "again", 0);
      else
        relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "not-found", 0);
      break;
    default:
      relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "look-up-failed",
                           relance_outbox_next_try (run->book, message, outcome));
      break;
    }
  g_set_str (&message->detail, outcome->detail);
}

/* The look-up comes first: it proves without sending. Only when it was answered, not too early
 * and in time, are the same bytes sent again under the same idempotency key. */
static gboolean
ask (RelanceOutboxRun *run, const RelanceRoute *route, RelanceMessage *message, GError **error)
{
  g_autoptr (RelanceOutcome) outcome = NULL;
  gint64 now = relance_book_get_now (run->book);
  gint64 replay_at = 0;
  gint64 attempt;

  if (!start_look_up (run, message, &attempt, error))
    return FALSE;
  outcome = look_up (run, route, message);
  if (outcome->kind == RELANCE_OUTCOME_ABSENT &&
      !find_replay_time (run, route, message, &replay_at, error))
    return FALSE;
  apply_look_up (run, route, message, outcome);
  if (replay_at > now)
    relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN, "no-answer", replay_at);
  if (!relance_outbox_run_record (run, message, RELANCE_MESSAGE_UNKNOWN, attempt, outcome, error))
    return FALSE;

  return replay_at == 0 || replay_at > now || replay (run, route, message, error);
}

static gboolean
hold (RelanceOutboxRun *run, RelanceMessage *message, const char *reason, GError **error)
{
  relance_outbox_move (message, RELANCE_MESSAGE_UNKNOWN,
                       g_str_equal (reason, "account-removed") ? "not-found" : reason, 0);
  if (!relance_store_move_message (run->store, message, RELANCE_MESSAGE_UNKNOWN, NULL, error))
    return FALSE;
  relance_outbox_run_report (run, message);

  return TRUE;
}

static gboolean
resolve_one (RelanceOutboxRun *run, const char *id, GError **error)
{
  g_autoptr (RelanceMessage) message = NULL;
  const RelanceRoute *route;
  const char *reason;

  if (!relance_store_get_message (run->store, id, &message, error))
    return FALSE;
  route = relance_outbox_run_get_route (run, message, &reason, error);
  if (route != NULL)
    return ask (run, route, message, error);

  return reason != NULL && hold (run, message, reason, error);
}

/* Only its id is missing; the message itself stays accepted whatever the answer. */
static gboolean
complete_one (RelanceOutboxRun *run, const char *id, GError **error)
{
  g_autoptr (RelanceMessage) message = NULL;
  g_autoptr (RelanceOutcome) outcome = NULL;
  const RelanceRoute *route;
  const char *reason;

  if (!relance_store_get_message (run->store, id, &message, error))
    return FALSE;
  route = relance_outbox_run_get_route (run, message, &reason, error);
  if (route == NULL)
    return reason != NULL;

  outcome = look_up (run, route, message);
  if (outcome->kind != RELANCE_OUTCOME_ACCEPTED || outcome->reference == NULL)
    return TRUE;
  g_set_str (&message->reason, outcome->reason);
  g_set_str (&message->provider_reference, outcome->reference);

  return relance_store_move_message (run->store, message, RELANCE_MESSAGE_ACCEPTED, NULL, error);
}

/**
 * relance_outbox_run_resolve_all:
 *
 * Asks the provider about every message whose fate is unknown, and for the ids that
 * were cut off. Nothing is sent again unless the provider is sure to drop a second one.
 */
gboolean
relance_outbox_run_resolve_all (RelanceOutboxRun *run, GError **error)
{
  gint64 since = relance_book_get_now (run->book) - REFERENCE_SECONDS;
  g_autoptr (GPtrArray)
    unknown = relance_store_list_in_state (run->store, RELANCE_MESSAGE_UNKNOWN, error);
  g_autoptr (GPtrArray) nameless = NULL;

  if (unknown == NULL)
    return FALSE;
  for (guint i = 0; i < unknown->len && !g_cancellable_is_cancelled (run->cancellable); i++)
    if (!resolve_one (run, g_ptr_array_index (unknown, i), error))
      return FALSE;

  nameless = relance_store_list_without_reference (run->store, since, error);
  if (nameless == NULL)
    return FALSE;
  for (guint i = 0; i < nameless->len && !g_cancellable_is_cancelled (run->cancellable); i++)
    if (!complete_one (run, g_ptr_array_index (nameless, i), error))
      return FALSE;

  return TRUE;
}
