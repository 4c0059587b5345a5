/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-attempts.h"

#include "relance-statement.h"

static char *
dup_text (RelanceStatement *statement, int column)
{
  return g_strdup (relance_statement_get_text (statement, column));
}

/**
 * relance_store_start_attempt:
 * @purpose: "send" or "look-up"
 * @bytes: what is about to leave
 * @attempt: (out): its id
 */
gboolean
relance_store_start_attempt (RelanceStore *self,
                             const char *id,
                             const char *purpose,
                             gint64 now,
                             GBytes *bytes,
                             gint64 *attempt,
                             GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "outbox-attempt-start", error);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, id);
  relance_statement_bind_static (statement, 2, purpose);
  relance_statement_bind_int (statement, 3, now);
  relance_statement_bind_static (statement, 4, sha256);

  return relance_statement_run (statement, attempt, error);
}

/**
 * relance_store_finish_attempt:
 * @now: UTC seconds
 * @phase: the word for how far the request came
 * @status: of HTTP, or 0
 * @outcome: the word for what became of it
 *
 * Completes the record of @attempt. It can be done once.
 */
gboolean
relance_store_finish_attempt (RelanceStore *self,
                              gint64 attempt,
                              gint64 now,
                              const char *phase,
                              int status,
                              const char *outcome,
                              GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "outbox-attempt-finish", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, attempt);
  relance_statement_bind_int (statement, 2, now);
  relance_statement_bind_static (statement, 3, phase);
  relance_statement_bind_int (statement, 4, status);
  relance_statement_bind_static (statement, 5, outcome);

  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_list_attempts:
 *
 * Returns: (transfer full) (element-type RelanceStoredAttempt): oldest first
 */
GPtrArray *
relance_store_list_attempts (RelanceStore *self, const char *id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-attempts", error);
  g_autoptr (GPtrArray)
    attempts = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_stored_attempt_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  relance_statement_bind_static (statement, 1, id);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceStoredAttempt *attempt;

      if (!row)
        return g_steal_pointer (&attempts);
      attempt = g_new0 (RelanceStoredAttempt, 1);
      attempt->started_at = relance_statement_get_int (statement, 0);
      attempt->finished_at = relance_statement_get_int (statement, 1);
      attempt->purpose = dup_text (statement, 2);
      attempt->phase = dup_text (statement, 3);
      attempt->http_status = (int) relance_statement_get_int (statement, 4);
      attempt->outcome = dup_text (statement, 5);
      g_ptr_array_add (attempts, attempt);
    }

  return NULL;
}

/**
 * relance_store_get_unsure_since:
 * @since: (out): UTC seconds of the first try that may have been taken, or 0
 */
gboolean
relance_store_get_unsure_since (RelanceStore *self, const char *id, gint64 *since, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "outbox-unsure-since", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *since = relance_statement_get_int (statement, 0);

  return TRUE;
}

void
relance_stored_attempt_free (RelanceStoredAttempt *self)
{
  g_free (self->purpose);
  g_free (self->phase);
  g_free (self->outcome);
  g_free (self);
}
