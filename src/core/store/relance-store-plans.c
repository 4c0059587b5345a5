/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-plans.h"

#include "relance-enum-types.h"
#include "relance-statement.h"
#include "relance-text.h"

static RelanceOwnPlan *
read_plan (RelanceStatement *statement)
{
  RelanceOwnPlan *plan = relance_own_plan_new (relance_statement_get_int (statement, 0),
                                               relance_statement_get_text (statement, 1),
                                               relance_statement_get_text (statement, 2));

  plan->n_clients = (guint) relance_statement_get_int (statement, 3);
  return plan;
}

/**
 * relance_store_list_plans:
 *
 * Returns: (transfer full) (element-type RelanceOwnPlan): the reminder plans of one's own, by name
 */
GPtrArray *
relance_store_list_plans (RelanceStore *self, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "plans", error);
  g_autoptr (GPtrArray)
    plans = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_own_plan_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (relance_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&plans);
      g_ptr_array_add (plans, read_plan (statement));
    }

  return NULL;
}

/**
 * relance_store_count_plan:
 * @n_clients: (out): how many clients have that plan of the program
 */
gboolean
relance_store_count_plan (RelanceStore *self, RelanceRhythm plan, guint *n_clients, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "plan-count", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_static (statement, 1, relance_enum_to_nick (RELANCE_TYPE_RHYTHM, plan));
  if (!relance_statement_step (statement, &row, error))
    return FALSE;
  *n_clients = (guint) relance_statement_get_int (statement, 0);

  return TRUE;
}

/**
 * relance_store_list_plan_clients:
 *
 * Returns: (transfer full) (element-type gint64): the ids of the clients that have the plan
 */
GArray *
relance_store_list_plan_clients (RelanceStore *self, gint64 plan_id, GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "plan-clients", error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 1, plan_id);
  return relance_statement_list_ids (statement, error);
}

/* @first: the plan or the change, as the query wants it. */
static gboolean
write_plan (RelanceStore *self,
            const char *query,
            gint64 first,
            const RelanceOwnPlan *plan,
            gint64 *id,
            GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
  g_autofree char *key = relance_text_fold (plan->name);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, first);
  relance_statement_bind_static (statement, 2, plan->name);
  relance_statement_bind_text (statement, 3, key);
  relance_statement_bind_static (statement, 4, plan->steps);
  return relance_statement_run (statement, id, error);
}

/**
 * relance_store_add_plan:
 * @change: the change that adds it
 * @id: (out): its id in the book
 * @error: %RELANCE_STORE_ERROR_CONSTRAINT when another plan has its name
 */
gboolean
relance_store_add_plan (RelanceStore *self,
                        const RelanceOwnPlan *plan,
                        gint64 change,
                        gint64 *id,
                        GError **error)
{
  return write_plan (self, "plan-add", change, plan, id, error);
}

/**
 * relance_store_update_plan:
 *
 * Stores what the plan holds now; relance_store_revise_plan() comes first.
 */
gboolean
relance_store_update_plan (RelanceStore *self, const RelanceOwnPlan *plan, GError **error)
{
  return write_plan (self, "plan-update", plan->id, plan, NULL, error);
}

/**
 * relance_store_remove_plan:
 *
 * Takes the plan out of the book; no client may have it any more.
 */
gboolean
relance_store_remove_plan (RelanceStore *self, gint64 plan_id, gint64 change, GError **error)
{
  return relance_store_run (self, "plan-remove", RELANCE_VALUES (plan_id, change), error);
}

/**
 * relance_store_replace_plan:
 * @plan_id: the plan of one's own that the client has from now on, or 0
 * @plan: where it is 0, that of the program
 *
 * Gives a client another plan; relance_store_revise_client() comes first.
 */
gboolean
relance_store_replace_plan (RelanceStore *self,
                            gint64 client_id,
                            gint64 plan_id,
                            RelanceRhythm plan,
                            GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, "plan-replace", error);

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 1, client_id);
  if (plan_id != 0)
    relance_statement_bind_int (statement, 2, plan_id);
  else
    relance_statement_bind_null (statement, 2);
  relance_statement_bind_static (statement, 3, relance_enum_to_nick (RELANCE_TYPE_RHYTHM, plan));
  return relance_statement_run (statement, NULL, error);
}
