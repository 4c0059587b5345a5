/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-messages.h"

#include "relance-statement.h"
#include "relance-store-listing.h"

static int
read_nick (RelanceStatement *statement, int column, GType type)
{
  return relance_enum_from_nick (type, relance_statement_get_text (statement, column));
}

static char *
dup_text (RelanceStatement *statement, int column)
{
  return g_strdup (relance_statement_get_text (statement, column));
}

static void
read_progress (RelanceStatement *statement, RelanceMessage *message)
{
  message->approved_at = relance_statement_get_int (statement, 18);
  message->not_before = relance_statement_get_int (statement, 19);
  message->state = read_nick (statement, 20, RELANCE_TYPE_MESSAGE_STATE);
  message->reason = dup_text (statement, 21);
  message->detail = dup_text (statement, 22);
  message->tries = (int) relance_statement_get_int (statement, 23);
  message->next_try_at = relance_statement_get_int (statement, 24);
  message->done_at = relance_statement_get_int (statement, 25);
  message->provider_reference = dup_text (statement, 26);
  message->time_zone = dup_text (statement, 27);
}

static RelanceMessage *
read_message (RelanceStatement *statement)
{
  RelanceMessage *message = relance_message_new ();

  message->id = dup_text (statement, 0);
  message->client_id = relance_statement_get_int (statement, 1);
  message->client_name = dup_text (statement, 2);
  message->to = dup_text (statement, 3);
  message->to_name = dup_text (statement, 4);
  message->from = dup_text (statement, 5);
  message->from_name = dup_text (statement, 6);
  message->reply_to = dup_text (statement, 7);
  message->subject = dup_text (statement, 8);
  message->text = dup_text (statement, 9);
  message->html = dup_text (statement, 10);
  message->stage = read_nick (statement, 11, RELANCE_TYPE_STAGE);
  message->tone = read_nick (statement, 12, RELANCE_TYPE_TONE);
  message->address = read_nick (statement, 13, RELANCE_TYPE_ADDRESS);
  message->language = read_nick (statement, 14, RELANCE_TYPE_LANGUAGE);
  message->message_id = dup_text (statement, 15);
  message->provider = dup_text (statement, 16);
  message->account_id = dup_text (statement, 17);
  read_progress (statement, message);

  return message;
}

static gboolean
read_debts (RelanceStore *self, RelanceMessage *message, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-debts", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, message->id);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceMessageDebt debt = { 0 };

      if (!row)
        return TRUE;
      debt.invoice_id = relance_statement_get_int (statement, 0);
      debt.instalment_id = relance_statement_get_int (statement, 1);
      debt.number = dup_text (statement, 2);
      debt.balance = relance_statement_get_int (statement, 3);
      g_array_append_val (message->debts, debt);
    }

  return FALSE;
}

static gboolean
find_message (RelanceStore *self,
              const char *id,
              gboolean with_request,
              RelanceMessage **message,
              GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-message", error);
  g_autoptr (RelanceMessage) found = NULL;
  gboolean row;

  *message = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  found = read_message (statement);
  if (with_request)
    found->request = relance_statement_dup_bytes (statement, 28);
  if (!read_debts (self, found, error))
    return FALSE;
  *message = g_steal_pointer (&found);

  return TRUE;
}

/* The messages whose ids a statement answers, without their bytes. */
static GPtrArray *
read_messages (RelanceStore *self, RelanceStatement *ids, GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  while (relance_statement_step (ids, &row, error))
    {
      RelanceMessage *message;

      if (!row)
        return g_steal_pointer (&messages);
      if (!find_message (self, relance_statement_get_text (ids, 0), FALSE, &message, error))
        return NULL;
      g_ptr_array_add (messages, message);
    }

  return NULL;
}

static GPtrArray *
read_ids (RelanceStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&ids);
      g_ptr_array_add (ids, dup_text (statement, 0));
    }

  return NULL;
}

static GPtrArray *
read_ids_of_changed_bytes (RelanceStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  while (relance_statement_step (statement, &row, error))
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *sha256 = NULL;

      if (!row)
        return g_steal_pointer (&ids);
      bytes = relance_statement_dup_bytes (statement, 2);
      sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (!g_str_equal (sha256, relance_statement_get_text (statement, 1)))
        g_ptr_array_add (ids, dup_text (statement, 0));
    }

  return NULL;
}

static void
bind_envelope (RelanceStatement *statement, RelanceMessage *message)
{
  relance_statement_bind_static (statement, 1, message->id);
  relance_statement_bind_int (statement, 2, message->client_id);
  relance_statement_bind_static (statement, 3, message->client_name);
  relance_statement_bind_static (statement, 4, message->to);
  relance_statement_bind_static (statement, 5, message->to_name);
  relance_statement_bind_static (statement, 6, message->from);
  relance_statement_bind_static (statement, 7, message->from_name);
  relance_statement_bind_static (statement, 8, message->reply_to);
  relance_statement_bind_static (statement, 9, message->subject);
  relance_statement_bind_static (statement, 10, message->text);
  relance_statement_bind_static (statement, 11, message->html);
}

static void
bind_rest (RelanceStatement *statement, RelanceMessage *message)
{
  relance_statement_bind_static (statement, 12,
                                 relance_enum_to_nick (RELANCE_TYPE_STAGE, message->stage));
  relance_statement_bind_static (statement, 13,
                                 relance_enum_to_nick (RELANCE_TYPE_TONE, message->tone));
  relance_statement_bind_static (statement, 14,
                                 relance_enum_to_nick (RELANCE_TYPE_ADDRESS, message->address));
  relance_statement_bind_static (statement, 15,
                                 relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, message->language));
  relance_statement_bind_static (statement, 16, message->message_id);
  relance_statement_bind_static (statement, 17, message->provider);
  relance_statement_bind_static (statement, 18, message->account_id);
  relance_statement_bind_bytes (statement, 19, message->request);
  relance_statement_bind_int (statement, 20, message->approved_at);
  relance_statement_bind_int (statement, 21, message->not_before);
  relance_statement_bind_static (statement, 22,
                                 relance_enum_to_nick (RELANCE_TYPE_MESSAGE_STATE, message->state));
  relance_statement_bind_static (statement, 23, message->reason);
}

static gboolean
add_debts (RelanceStore *self, RelanceMessage *message, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-add-debt", error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < message->debts->len; i++)
    {
      RelanceMessageDebt *debt = &g_array_index (message->debts, RelanceMessageDebt, i);

      relance_statement_bind_static (statement, 1, message->id);
      relance_statement_bind_int (statement, 2, debt->instalment_id);
      relance_statement_bind_int (statement, 3, debt->invoice_id);
      relance_statement_bind_static (statement, 4, debt->number);
      relance_statement_bind_int (statement, 5, debt->balance);
      if (!relance_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * relance_store_add_message:
 * @message: whole, with its request and its debts
 *
 * Within a transaction.
 */
gboolean
relance_store_add_message (RelanceStore *self, RelanceMessage *message, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-add", error);

  if (statement == NULL)
    return FALSE;
  bind_envelope (statement, message);
  bind_rest (statement, message);

  return relance_statement_run (statement, NULL, error) && add_debts (self, message, error);
}

/**
 * relance_store_get_message:
 * @message: (out) (nullable) (transfer full): with its request; %NULL when there is none
 */
gboolean
relance_store_get_message (RelanceStore *self,
                           const char *id,
                           RelanceMessage **message,
                           GError **error)
{
  return find_message (self, id, TRUE, message, error);
}

/**
 * relance_store_list_messages:
 * @all: also what left or was withdrawn
 *
 * Returns: (transfer full) (element-type RelanceMessage): newest first, without their requests
 */
GPtrArray *
relance_store_list_messages (RelanceStore *self, gboolean all, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-ids", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, all);

  return read_messages (self, statement, error);
}

/**
 * relance_store_list_sent:
 * @search: (nullable): folded words
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type gint64): the messages that left or never will, newest first, as
 *   the listing numbers them; relance_store_update_listed_messages() comes before
 */
GArray *
relance_store_list_sent (RelanceStore *self, const char *search, int limit, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "listing-sent", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_static (statement, 1, search);
  relance_statement_bind_int (statement, 2, limit);

  return relance_statement_list_ids (statement, error);
}

/**
 * relance_store_list_unsent:
 * @limit: how many at most, -1 for all
 *
 * Returns: (transfer full) (element-type gint64): the messages of the outbox, newest first, as the listing
 *   numbers them; relance_store_update_listed_messages() comes before
 */
GArray *
relance_store_list_unsent (RelanceStore *self, int limit, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "listing-unsent", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, limit);

  return relance_statement_list_ids (statement, error);
}

static gboolean
add_listed (RelanceStore *self, GPtrArray *messages, gint64 id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "listing-message", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    g_ptr_array_add (messages, read_message (statement));

  return TRUE;
}

/**
 * relance_store_read_listed_messages:
 * @ids: as relance_store_list_sent() and relance_store_list_unsent() answer them
 *
 * Returns: (transfer full) (element-type RelanceMessage): as many as there are still, in that order,
 *   without their letters, requests and debts
 */
GPtrArray *
relance_store_read_listed_messages (RelanceStore *self,
                                    const gint64 *ids,
                                    guint n_ids,
                                    GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_full (n_ids, g_object_unref);

  for (guint i = 0; i < n_ids; i++)
    if (!add_listed (self, messages, ids[i], error))
      return NULL;

  return g_steal_pointer (&messages);
}

/**
 * relance_store_list_in_state:
 *
 * Returns: (transfer full) (element-type utf8): ids, in the order in which they may leave
 */
GPtrArray *
relance_store_list_in_state (RelanceStore *self, RelanceMessageState state, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "outbox-ids-in-state", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_static (statement, 1,
                                 relance_enum_to_nick (RELANCE_TYPE_MESSAGE_STATE, state));

  return read_ids (statement, error);
}

/**
 * relance_store_list_without_reference:
 * @since: UTC seconds
 *
 * Returns: (transfer full) (element-type utf8): ids of what was accepted since, but whose
 *   provider did not tell its own id
 */
GPtrArray *
relance_store_list_without_reference (RelanceStore *self, gint64 since, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "outbox-ids-without-reference", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, since);

  return read_ids (statement, error);
}

/**
 * relance_store_has_pending:
 * @pending: (out): whether the client has a message that may still leave, or may have left
 */
gboolean
relance_store_has_pending (RelanceStore *self, gint64 client_id, gboolean *pending, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-pending", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *pending = relance_statement_get_int (statement, 0) != 0;

  return TRUE;
}

/**
 * relance_store_get_failed_last:
 * @message: (out) (nullable) (transfer full): the last message to the client, without its request,
 *   when it was refused or nobody knows what became of it; else %NULL
 */
gboolean
relance_store_get_failed_last (RelanceStore *self,
                               gint64 client_id,
                               RelanceMessage **message,
                               GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self, "reminders-last-message", error);
  g_autofree char *id = NULL;
  gboolean row;

  *message = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  id = row ? g_strdup (relance_statement_get_text (statement, 0)) : NULL;

  return id == NULL || find_message (self, id, FALSE, message, error);
}

/**
 * relance_store_claim_message:
 * @from: the state it was seen in
 * @claimed: (out): whether it still was, and is now being sent by us
 */
gboolean
relance_store_claim_message (RelanceStore *self,
                             const char *id,
                             RelanceMessageState from,
                             gboolean *claimed,
                             GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-claim", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, id);
  relance_statement_bind_static (statement, 2,
                                 relance_enum_to_nick (RELANCE_TYPE_MESSAGE_STATE, from));
  if (!relance_statement_run (statement, NULL, error))
    return FALSE;
  *claimed = relance_statement_get_changes (statement) == 1;

  return TRUE;
}

/**
 * relance_store_move_message:
 * @message: with its new state and what goes with it
 * @from: the state it was seen in
 * @moved: (out) (optional): whether it still was
 */
gboolean
relance_store_move_message (RelanceStore *self,
                            RelanceMessage *message,
                            RelanceMessageState from,
                            gboolean *moved,
                            GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-move", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, message->id);
  relance_statement_bind_static (statement, 2,
                                 relance_enum_to_nick (RELANCE_TYPE_MESSAGE_STATE, from));
  relance_statement_bind_static (statement, 3,
                                 relance_enum_to_nick (RELANCE_TYPE_MESSAGE_STATE, message->state));
  relance_statement_bind_static (statement, 4, message->reason);
  relance_statement_bind_static (statement, 5, message->detail);
  relance_statement_bind_int (statement, 6, message->next_try_at);
  relance_statement_bind_int (statement, 7, message->done_at);
  relance_statement_bind_static (statement, 8, message->provider_reference);
  relance_statement_bind_int (statement, 9, message->not_before);
  if (!relance_statement_run (statement, NULL, error))
    return FALSE;
  if (moved != NULL)
    *moved = relance_statement_get_changes (statement) == 1;

  return TRUE;
}

static void
clear_debt_fact (gpointer data)
{
  RelanceDebtFact *fact = data;

  g_free (fact->email);
}

/**
 * relance_store_list_debt_facts:
 *
 * Returns: (transfer full) (element-type RelanceDebtFact): for each debt of message @id
 */
GArray *
relance_store_list_debt_facts (RelanceStore *self,
                               const char *id,
                               RelanceDate today,
                               GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-facts", error);
  g_autoptr (GArray) facts = g_array_new (FALSE, TRUE, sizeof (RelanceDebtFact));
  gboolean row;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (facts, clear_debt_fact);
  relance_statement_bind_static (statement, 1, id);
  relance_statement_bind_date (statement, 2, today);
  while (relance_statement_step (statement, &row, error))
    {
      RelanceDebtFact fact = { 0 };

      if (!row)
        return g_steal_pointer (&facts);
      fact.approved_balance = relance_statement_get_int (statement, 0);
      fact.balance =
        relance_statement_is_null (statement, 1) ? -1 : relance_statement_get_int (statement, 1);
      fact.same_number = relance_statement_get_int (statement, 2) != 0;
      fact.due = relance_statement_get_date (statement, 3);
      fact.email = dup_text (statement, 4);
      fact.removed = relance_statement_get_int (statement, 5) != 0;
      fact.excluded = relance_statement_get_int (statement, 6) != 0;
      fact.means = (int) relance_statement_get_int (statement, 7);
      fact.in_touch = relance_statement_get_int (statement, 8) != 0;
      g_array_append_val (facts, fact);
    }

  return NULL;
}

/**
 * relance_store_get_next_time:
 * @time: (out): UTC seconds of the earliest moment at which something may leave, or 0
 */
gboolean
relance_store_get_next_time (RelanceStore *self, gint64 *time, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "outbox-next-time", error);
  gboolean row;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  *time = relance_statement_get_int (statement, 0);

  return TRUE;
}

/**
 * relance_store_check_messages:
 *
 * Returns: (transfer full) (element-type utf8): ids of the messages that fail @check
 */
GPtrArray *
relance_store_check_messages (RelanceStore *self, RelanceOutboxCheck check, GError **error)
{
  static const char *const queries[] = {
    "outbox-check-sending", "outbox-check-accepted", "outbox-check-tries",
    "outbox-check-twice",   "outbox-check-reasons",  "outbox-check-bytes",
  };
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, queries[check], error);

  if (statement == NULL)
    return NULL;
  if (check == RELANCE_OUTBOX_BYTES)
    return read_ids_of_changed_bytes (statement, error);

  return read_ids (statement, error);
}
