/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-changes.h"

#include "relance-enum-types.h"
#include "relance-statement.h"

static void
bind_id (RelanceStatement *statement, int index, gint64 id)
{
  if (id != 0)
    relance_statement_bind_int (statement, index, id);
  else
    relance_statement_bind_null (statement, index);
}

static gboolean
insert_change (RelanceStore *self,
               const RelanceChange *change,
               gint64 undoes,
               gint64 *id,
               GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "change-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, change->at);
  relance_statement_bind_static (statement, 2,
                                 relance_enum_to_nick (RELANCE_TYPE_CHANGE_KIND, change->kind));
  relance_statement_bind_static (statement, 3, change->detail);
  bind_id (statement, 4, change->client_id);
  bind_id (statement, 5, change->invoice_id);
  bind_id (statement, 6, undoes);
  return relance_statement_run (statement, id, error);
}

/* Asks a query whether it finds anything; the first column tells when it always answers. */
static gboolean
has_row (RelanceStore *self, const char *query, gboolean *found, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);

  return statement != NULL && relance_statement_step (statement, found, error);
}

/* What a query says of a change, which it always answers. */
static gboolean
ask (RelanceStore *self, const char *query, gint64 change, gboolean *answer, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, change);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *answer = relance_statement_get_int (statement, 0) != 0;
  return TRUE;
}

/* Whether something that came later stands on what @change did. */
static gboolean
is_edited_since (RelanceStore *self, gint64 change, gboolean *edited, GError **error)
{
  return ask (self, "undo-edited-since", change, edited, error) &&
         (*edited || ask (self, "undo-replaced-since", change, edited, error));
}

static gboolean
run_each (RelanceStore *self,
          const char *const *queries,
          const gint64 *values,
          gsize n_values,
          GError **error)
{
  for (gsize i = 0; queries[i] != NULL; i++)
    if (!relance_store_run (self, queries[i], values, n_values, error))
      return FALSE;
  return TRUE;
}

static gboolean
restore_values (RelanceStore *self, gint64 undo, gint64 change, GError **error)
{
  static const char *const restored[] = {
    "undo-restored-plans",
    "undo-restored-clients",
    "undo-restored-contacts",
    "undo-restored-instalments",
    "undo-restored-invoices",
    "undo-restored-payments",
    NULL,
  };

  return relance_store_run (self, "undo-revisions", RELANCE_VALUES (undo, change), error) &&
         run_each (self, restored, RELANCE_VALUES (change), error);
}

/* What was added goes before what was removed returns, for numbers are unique. */
static gboolean
restore_rows (RelanceStore *self, gint64 undo, gint64 change, GError **error)
{
  static const char *const added[] = {
    "undo-added-attachments", "undo-added-exchanges", "undo-added-payments",
    "undo-added-instalments", "undo-added-invoices",  "undo-added-contacts",
    "undo-added-clients",     "undo-added-plans",     NULL,
  };
  static const char *const removed[] = {
    "undo-removed-plans",       "undo-removed-clients",
    "undo-removed-contacts",    "undo-removed-invoices",
    "undo-removed-instalments", "undo-removed-payments",
    "undo-removed-attachments", NULL,
  };

  return run_each (self, added, RELANCE_VALUES (undo, change), error) &&
         run_each (self, removed, RELANCE_VALUES (change), error);
}

/* Only a name or a number may collide: the name of a reminder plan, or the number of an invoice or of
 * a credit note, whose key is (client, number). */
static RelanceObstacle
get_collision (RelanceChangeKind kind)
{
  return kind == RELANCE_CHANGE_PLAN_EDITED || kind == RELANCE_CHANGE_PLAN_REMOVED
           ? RELANCE_OBSTACLE_NAME_TAKEN
           : RELANCE_OBSTACLE_NUMBER_TAKEN;
}

static gboolean
restore_all (RelanceStore *self,
             gint64 undo,
             const RelanceChange *change,
             RelanceObstacle *obstacle,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (restore_rows (self, undo, change->id, &local_error) &&
      restore_values (self, undo, change->id, &local_error))
    return TRUE;
  if (g_error_matches (local_error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_CONSTRAINT))
    {
      *obstacle = get_collision (change->kind);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The rules of the book, looked at once the change is taken back. */
static gboolean
find_obstacle (RelanceStore *self, RelanceObstacle *obstacle, GError **error)
{
  static const struct
  {
    const char *query;
    RelanceObstacle obstacle;
  } rules[] = {
    { "check-orphans", RELANCE_OBSTACLE_NEEDED_SINCE },
    { "check-plans", RELANCE_OBSTACLE_PLAN_NEEDED },
    { "check-allocations", RELANCE_OBSTACLE_PAID_SINCE },
    { "check-loose", RELANCE_OBSTACLE_ALLOCATED_SINCE },
    { "check-totals", RELANCE_OBSTACLE_EDITED_SINCE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gboolean found;

      if (!has_row (self, rules[i].query, &found, error))
        return FALSE;
      if (found)
        {
          *obstacle = rules[i].obstacle;
          return TRUE;
        }
    }
  return TRUE;
}

static gboolean
revise (RelanceStore *self, gint64 change, const char *entity, gint64 id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "revision-add", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, change);
  relance_statement_bind_static (statement, 2, entity);
  relance_statement_bind_int (statement, 3, id);

  return relance_statement_run (statement, NULL, error);
}

/**
 * relance_store_add_change:
 * @at: UTC seconds
 * @detail: a file, a name, a number; for a payment that is removed its id
 * @client_id: the client it is about, or 0
 * @invoice_id: the invoice it is about, or 0
 * @change: (out): its id, for the rows it adds, removes or corrects
 *
 * Notes a thing the user does. Belongs in the transaction that does it.
 */
gboolean
relance_store_add_change (RelanceStore *self,
                          gint64 at,
                          RelanceChangeKind kind,
                          const char *detail,
                          gint64 client_id,
                          gint64 invoice_id,
                          gint64 *change,
                          GError **error)
{
  RelanceChange values = { .at = at,
                           .kind = kind,
                           .detail = (char *) detail,
                           .client_id = client_id,
                           .invoice_id = invoice_id };

  return insert_change (self, &values, 0, change, error);
}

/**
 * relance_store_get_change:
 * @change: (out) (nullable) (transfer full): the change, %NULL when there is none of that id
 */
gboolean
relance_store_get_change (RelanceStore *self, gint64 id, RelanceChange **change, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "change", error);
  gboolean row;

  *change = NULL;
  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, id);
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  *change = g_new0 (RelanceChange, 1);
  (*change)->id = id;
  (*change)->at = relance_statement_get_int (statement, 1);
  (*change)->kind =
    relance_enum_from_nick (RELANCE_TYPE_CHANGE_KIND, relance_statement_get_text (statement, 2));
  (*change)->detail = g_strdup (relance_statement_get_text (statement, 3));
  (*change)->client_id = relance_statement_get_int (statement, 4);
  (*change)->invoice_id = relance_statement_get_int (statement, 5);
  (*change)->undone_by = relance_statement_get_int (statement, 6);
  return TRUE;
}

/**
 * relance_store_get_standing_change:
 * @change: (out) (nullable) (transfer full): the newest change that stands and that is
 *   not itself an undo, %NULL when there is none
 */
gboolean
relance_store_get_standing_change (RelanceStore *self, RelanceChange **change, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "change-last", error);
  gboolean row;

  *change = NULL;
  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  return !row ||
         relance_store_get_change (self, relance_statement_get_int (statement, 0), change, error);
}

/**
 * relance_store_revise_client:
 *
 * Keeps what the client holds, for undo and for the history, before @change
 * corrects it.
 */
gboolean
relance_store_revise_client (RelanceStore *self, gint64 change, gint64 client_id, GError **error)
{
  return revise (self, change, "client", client_id, error);
}

/**
 * relance_store_revise_contact:
 *
 * Keeps what the contact holds, as relance_store_revise_client() does.
 */
gboolean
relance_store_revise_contact (RelanceStore *self, gint64 change, gint64 contact_id, GError **error)
{
  return revise (self, change, "contact", contact_id, error);
}

/**
 * relance_store_revise_plan:
 *
 * Keeps what the reminder plan holds, as relance_store_revise_client() does.
 */
gboolean
relance_store_revise_plan (RelanceStore *self, gint64 change, gint64 plan_id, GError **error)
{
  return revise (self, change, "plan", plan_id, error);
}

/**
 * relance_store_revise_invoice:
 *
 * Keeps what the invoice and its instalments hold, for undo and for the
 * history, before @change corrects them.
 */
gboolean
relance_store_revise_invoice (RelanceStore *self, gint64 change, gint64 invoice_id, GError **error)
{
  return revise (self, change, "invoice", invoice_id, error) &&
         relance_store_run (self, "revision-add-instalments", RELANCE_VALUES (change, invoice_id),
                            error);
}

/**
 * relance_store_undo_change:
 * @at: UTC seconds
 * @change: what to take back; it was not yet, and is no undo itself
 * @obstacle: (out): why it could not be taken back; then the transaction is to be rolled back
 *
 * Takes back all that a change did: rows that it added go, rows that it
 * removed return, values that it corrected are what they were.
 */
gboolean
relance_store_undo_change (RelanceStore *self,
                           gint64 at,
                           const RelanceChange *change,
                           RelanceObstacle *obstacle,
                           GError **error)
{
  RelanceChange undo = { .at = at,
                         .kind = RELANCE_CHANGE_UNDO,
                         .detail = change->detail,
                         .client_id = change->client_id,
                         .invoice_id = change->invoice_id };
  gboolean edited = FALSE;

  g_assert (change->undone_by == 0 && change->kind != RELANCE_CHANGE_UNDO);

  *obstacle = RELANCE_OBSTACLE_NONE;
  if (!is_edited_since (self, change->id, &edited, error))
    return FALSE;
  if (edited)
    {
      *obstacle = RELANCE_OBSTACLE_EDITED_SINCE;
      return TRUE;
    }
  if (!insert_change (self, &undo, change->id, &undo.id, error) ||
      !restore_all (self, undo.id, change, obstacle, error))
    return FALSE;

  return *obstacle != RELANCE_OBSTACLE_NONE || find_obstacle (self, obstacle, error);
}

void
relance_change_free (RelanceChange *self)
{
  g_free (self->detail);
  g_free (self);
}
