/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-row.h"

#include "plans/relance-plan-work.h"
#include "relance-plans.h"
#include "relance-wording.h"

/* The reminder plan of a client: those of the program, none, then one's own. */
struct _RelancePlanRow
{
  AdwComboRow parent_instance;

  /* Owned */
  GtkStringList *names;
  GPtrArray *own; /* RelanceReminderPlan: after the names of the program’s */
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (RelancePlanRow, relance_plan_row, ADW_TYPE_COMBO_ROW)

static gboolean
has_plan (RelancePlanRow *self, gint64 id)
{
  for (guint i = 0; i < self->own->len; i++)
    if (((RelanceReminderPlan *) g_ptr_array_index (self->own, i))->id == id)
      return TRUE;

  return FALSE;
}

/* What is chosen stays where it is: more choices come after it. */
static void
add_plan (RelancePlanRow *self, const RelanceReminderPlan *plan)
{
  if (plan->shipped != 0 || has_plan (self, plan->id))
    return;

  g_ptr_array_add (self->own, relance_reminder_plan_copy (plan));
  gtk_string_list_append (self->names, plan->name);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelancePlanRow *self = data;
  g_autoptr (GPtrArray) plans = relance_desk_run_finish (RELANCE_DESK (source), result, NULL);

  /* Without them, what the client has can be kept, or one of the program’s chosen. */
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    add_plan (self, g_ptr_array_index (plans, i));
}

static void
relance_plan_row_dispose (GObject *object)
{
  RelancePlanRow *self = RELANCE_PLAN_ROW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->names);
  g_clear_pointer (&self->own, g_ptr_array_unref);

  G_OBJECT_CLASS (relance_plan_row_parent_class)->dispose (object);
}

static void
relance_plan_row_class_init (RelancePlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_plan_row_dispose;
}

static void
relance_plan_row_init (RelancePlanRow *self)
{
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_reminder_plan_free);
  self->names = gtk_string_list_new (NULL);
  for (int plan = RELANCE_RHYTHM_GENTLE; plan <= RELANCE_RHYTHM_NONE; plan++)
    gtk_string_list_append (self->names, relance_wording_plan (plan));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->names));
}

/**
 * relance_plan_row_load:
 *
 * Offers one's own plans too, as soon as they are known.
 */
void
relance_plan_row_load (RelancePlanRow *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_PLAN_ROW (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (desk, RELANCE_LANE_BOOK, relance_plan_work_list, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, self->loading, loaded_cb, self);
}

/* The plan that a client has, as far as its record says it. */
static RelanceReminderPlan *
make_plan (RelanceClient *client)
{
  RelanceReminderPlan *plan = g_new0 (RelanceReminderPlan, 1);

  plan->id = client->own_plan_id;
  plan->name = g_strdup (client->own_plan_name);
  plan->steps = relance_plan_parse (client->own_plan_steps);
  if (plan->steps == NULL)
    plan->steps = g_array_new (FALSE, FALSE, sizeof (RelanceStep));
  return plan;
}

/**
 * relance_plan_row_show:
 *
 * Chooses the plan that the client has.
 */
void
relance_plan_row_show (RelancePlanRow *self, RelanceClient *client)
{
  g_autoptr (RelanceReminderPlan) plan = NULL;

  g_return_if_fail (RELANCE_IS_PLAN_ROW (self));

  if (client->own_plan_id == 0)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), client->plan - 1);
      return;
    }

  plan = make_plan (client);
  add_plan (self, plan);
  for (guint i = 0; i < self->own->len; i++)
    if (((RelanceReminderPlan *) g_ptr_array_index (self->own, i))->id == plan->id)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), RELANCE_RHYTHM_NONE + i);
}

/**
 * relance_plan_row_read:
 * @client: gets the plan that is chosen
 */
void
relance_plan_row_read (RelancePlanRow *self, RelanceClient *client)
{
  guint selected;
  const RelanceReminderPlan *own;

  g_return_if_fail (RELANCE_IS_PLAN_ROW (self));

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  if (selected < RELANCE_RHYTHM_NONE)
    {
      relance_client_set_plan (client, selected + 1);
      return;
    }

  own = g_ptr_array_index (self->own, selected - RELANCE_RHYTHM_NONE);
  if (own->id != client->own_plan_id)
    relance_client_set_own_plan (client, own->id, own->name, NULL);
}
