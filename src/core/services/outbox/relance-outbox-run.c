/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include "relance-store-accounts.h"
#include "relance-store-attempts.h"
#include "relance-store-messages.h"

/* How often an answer is tried to be written, each time as long as the store waits for a lock. */
#define RECORD_TRIES 6

static RelanceOutboxStepHook step_hook;
static gpointer step_data;
static guint timeout_seconds;

static void
tell_step (const char *step)
{
  if (step_hook != NULL)
    step_hook (step, step_data);
}

static void
phase_cb (RelanceHttpPhase phase, gpointer data)
{
  tell_step (relance_http_phase_to_nick (phase));
}

static gboolean
note_account (RelanceOutboxRun *run,
              RelanceMessage *message,
              const RelanceOutcome *outcome,
              GError **error)
{
  g_autoptr (RelanceAccount) account = NULL;

  if (message->account_id == NULL)
    return TRUE;
  if (outcome->kind == RELANCE_OUTCOME_ACCOUNT)
    g_hash_table_insert (run->stopped, g_strdup (message->account_id), (gpointer) "account");
  if (!relance_store_get_account (run->store, message->account_id, &account, error))
    return FALSE;

  return account == NULL || relance_accounts_note (run->book, account, outcome, error);
}

/**
 * relance_outbox_run_init:
 *
 * Makes ready for a pass over the outbox of @book.
 */
void
relance_outbox_run_init (RelanceOutboxRun *run, RelanceBook *book, GCancellable *cancellable)
{
  run->book = book;
  run->store = relance_book_get_store (book);
  run->cancellable = cancellable;
  run->http = relance_http_new ();
  run->routes =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) relance_route_free);
  run->stopped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->report = g_new0 (RelanceSendReport, 1);
  run->report->messages = g_ptr_array_new_with_free_func (g_object_unref);
  relance_http_set_phase_func (run->http, phase_cb, NULL);
  if (timeout_seconds > 0)
    relance_http_set_timeout (run->http, timeout_seconds);
}

/**
 * relance_outbox_run_clear:
 *
 * Forgets everything of the run, its keys above all.
 */
void
relance_outbox_run_clear (RelanceOutboxRun *run)
{
  g_clear_pointer (&run->http, relance_http_free);
  g_clear_pointer (&run->routes, g_hash_table_unref);
  g_clear_pointer (&run->stopped, g_hash_table_unref);
  g_clear_pointer (&run->report, relance_send_report_free);
}

/**
 * relance_outbox_set_step_hook:
 * @hook: (nullable): for tests
 */
void
relance_outbox_set_step_hook (RelanceOutboxStepHook hook, gpointer user_data)
{
  step_hook = hook;
  step_data = user_data;
}

/**
 * relance_outbox_set_timeout:
 * @seconds: how long a provider may stay silent, for tests; 0 for the usual time
 */
void
relance_outbox_set_timeout (guint seconds)
{
  timeout_seconds = seconds;
}

/**
 * relance_outbox_move:
 * @reason: a nick
 * @next_try_at: UTC seconds, or 0
 *
 * Moves a message on in memory; the book follows in a transaction.
 */
void
relance_outbox_move (RelanceMessage *message,
                     RelanceMessageState state,
                     const char *reason,
                     gint64 next_try_at)
{
  message->state = state;
  g_set_str (&message->reason, reason);
  g_clear_pointer (&message->detail, g_free);
  message->next_try_at = next_try_at;
}

/**
 * relance_outbox_accept:
 * @outcome: one that says so
 */
void
relance_outbox_accept (RelanceMessage *message, const RelanceOutcome *outcome, gint64 now)
{
  relance_outbox_move (message, RELANCE_MESSAGE_ACCEPTED, outcome->reason, 0);
  g_set_str (&message->provider_reference, outcome->reference);
  message->done_at = now;
}

/**
 * relance_outbox_next_try:
 * @outcome: (nullable): what the provider asked for
 *
 * Returns: UTC seconds. It is kept as a moment and not as a length, so that a clock
 *   that jumps back makes a wait longer, never shorter.
 */
gint64
relance_outbox_next_try (RelanceBook *book, RelanceMessage *message, const RelanceOutcome *outcome)
{
  return relance_book_get_now (book) +
         relance_retry_delay (MAX (message->tries, 1), outcome != NULL ? outcome->retry_after : 0,
                              g_random_double_range (-1, 1));
}

/**
 * relance_outbox_run_get_route:
 * @reason: (out): set when @message cannot be tried: account, account-removed or keyring
 *
 * Returns: (transfer none): the way out of @message; %NULL with @reason, or with @error
 *   of the store
 */
RelanceRoute *
relance_outbox_run_get_route (RelanceOutboxRun *run,
                              RelanceMessage *message,
                              const char **reason,
                              GError **error)
{
  const char *id = message->account_id != NULL ? message->account_id : "";
  g_autoptr (RelanceAccount) account = NULL;
  RelanceRoute *route = g_hash_table_lookup (run->routes, id);

  *reason = NULL;
  if (message->account_id != NULL && !relance_store_get_account (run->store, id, &account, error))
    return NULL;
  if (message->account_id != NULL && account == NULL)
    *reason = "account-removed";
  else if (account != NULL && account->state == RELANCE_ACCOUNT_ATTENTION)
    *reason = "account";
  else
    *reason = g_hash_table_lookup (run->stopped, id);
  if (*reason != NULL || route != NULL)
    return *reason == NULL ? route : NULL;

  route = relance_accounts_open_route (run->book, account, run->cancellable, NULL);
  if (route != NULL)
    {
      g_hash_table_insert (run->routes, g_strdup (id), route);
      return route;
    }
  /* Who will not unlock the keyring is not asked again at every message. */
  *reason = "keyring";
  g_hash_table_insert (run->stopped, g_strdup (id), (gpointer) "keyring");

  return NULL;
}

/**
 * relance_outbox_run_claim:
 * @message: as it was seen; becomes one that is being sent
 * @attempt: (out): the try that is now on record
 * @claimed: (out): whether it still was as it was seen
 *
 * Within a transaction: takes a message for sending and puts the try on record.
 */
gboolean
relance_outbox_run_claim (RelanceOutboxRun *run,
                          RelanceMessage *message,
                          gint64 *attempt,
                          gboolean *claimed,
                          GError **error)
{
  if (!relance_store_claim_message (run->store, message->id, message->state, claimed, error))
    return FALSE;
  if (!*claimed)
    return TRUE;
  message->state = RELANCE_MESSAGE_SENDING;
  message->tries++;

  return relance_store_start_attempt (run->store, message->id, "send",
                                      relance_book_get_now (run->book), message->request, attempt,
                                      error);
}

/**
 * relance_outbox_run_send:
 * @message: one that was claimed, and whose claim is on the disk
 * @outcome: (out) (transfer full): what became of it
 */
void
relance_outbox_run_send (RelanceOutboxRun *run,
                         const RelanceRoute *route,
                         RelanceMessage *message,
                         RelanceOutcome **outcome)
{
  tell_step ("claimed");
  *outcome = relance_mailer_send (run->http, route, message, relance_book_get_now (run->book),
                                  run->cancellable);
  tell_step ("answered");
}

static gboolean
write_answer (RelanceOutboxRun *run,
              RelanceMessage *message,
              RelanceMessageState from,
              gint64 attempt,
              const RelanceOutcome *outcome,
              GError **error)
{
  gboolean done;

  tell_step ("recording");
  if (!relance_store_begin (run->store, error))
    return FALSE;
  done = relance_store_finish_attempt (run->store, attempt, relance_book_get_now (run->book),
                                       relance_http_phase_to_nick (outcome->phase), outcome->status,
                                       relance_outcome_kind_to_nick (outcome->kind), error) &&
         relance_store_move_message (run->store, message, from, NULL, error) &&
         note_account (run, message, outcome, error);

  return relance_store_end (run->store, done, error);
}

static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_INTERRUPTED) ||
         g_error_matches (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_LOCKED);
}

/**
 * relance_outbox_run_record:
 * @message: with its new state
 * @from: the state it has in the book
 * @attempt: the try that is complete now
 *
 * Writes the answer and what follows from it, in one transaction. Until then nobody but
 * this run knows the answer, so it does not give up because the program is told to stop
 * or because another one writes for long.
 */
gboolean
relance_outbox_run_record (RelanceOutboxRun *run,
                           RelanceMessage *message,
                           RelanceMessageState from,
                           gint64 attempt,
                           const RelanceOutcome *outcome,
                           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean written = write_answer (run, message, from, attempt, outcome, &local_error);

  for (int i = 1; !written && is_passing (local_error) && i < RECORD_TRIES; i++)
    {
      g_clear_error (&local_error);
      written = write_answer (run, message, from, attempt, outcome, &local_error);
    }
  if (!written)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  tell_step ("recorded");
  relance_outbox_run_report (run, message);

  return TRUE;
}

/* A message may move twice in one run: what is told is where it ended. */
static void
forget_earlier (GPtrArray *messages, const char *id)
{
  for (guint i = 0; i < messages->len; i++)
    {
      RelanceMessage *earlier = g_ptr_array_index (messages, i);

      if (g_str_equal (earlier->id, id))
        {
          g_ptr_array_remove_index (messages, i);
          return;
        }
    }
}

/**
 * relance_outbox_run_report:
 *
 * Puts a message into the report, once, in the place of where it was before.
 */
void
relance_outbox_run_report (RelanceOutboxRun *run, RelanceMessage *message)
{
  g_autoptr (RelanceMessage) kept = g_object_ref (message);

  forget_earlier (run->report->messages, message->id);
  g_ptr_array_add (run->report->messages, g_steal_pointer (&kept));
}

static void
count_message (RelanceSendReport *report, RelanceMessage *message)
{
  report->accepted += message->state == RELANCE_MESSAGE_ACCEPTED;
  report->waiting += message->state == RELANCE_MESSAGE_WAITING ||
                     message->state == RELANCE_MESSAGE_APPROVED;
  report->refused += message->state == RELANCE_MESSAGE_REFUSED;
  report->unknown += message->state == RELANCE_MESSAGE_UNKNOWN;
  report->withdrawn += message->state == RELANCE_MESSAGE_WITHDRAWN;
}

/**
 * relance_outbox_run_end:
 *
 * Counts the messages by the state they ended in.
 *
 * Returns: (transfer full): the report
 */
RelanceSendReport *
relance_outbox_run_end (RelanceOutboxRun *run)
{
  for (guint i = 0; i < run->report->messages->len; i++)
    count_message (run->report, g_ptr_array_index (run->report->messages, i));

  return g_steal_pointer (&run->report);
}
