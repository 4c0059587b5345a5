/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-work.h"

gpointer
relance_plan_work_list (RelanceBook *book,
                        gpointer nothing,
                        GCancellable *cancellable,
                        GError **error)
{
  return relance_plans_list (book, error);
}

gpointer
relance_plan_work_try (RelanceBook *book, gpointer trial, GCancellable *cancellable, GError **error)
{
  return relance_reminder_outlook_try (book, trial, RELANCE_PLAN_WORK_DAYS, error);
}

gpointer
relance_plan_work_save (RelanceBook *book, gpointer plan, GCancellable *cancellable, GError **error)
{
  gint64 change;

  return relance_plans_save (book, plan, &change, error) != 0 ? g_memdup2 (&change, sizeof change)
                                                              : NULL;
}

gpointer
relance_plan_work_remove (RelanceBook *book,
                          gpointer removal,
                          GCancellable *cancellable,
                          GError **error)
{
  const RelancePlanRemoval *what = removal;
  gint64 change;

  return relance_plans_remove (book, what->id, what->instead, &change, error)
           ? g_memdup2 (&change, sizeof change)
           : NULL;
}

/**
 * relance_plan_trial_new:
 * @steps: (element-type RelanceStep): copied, for they go on being edited
 */
RelancePlanTrial *
relance_plan_trial_new (GArray *steps, gint64 client_id)
{
  RelancePlanTrial *self = g_new0 (RelancePlanTrial, 1);

  self->steps = g_array_copy (steps);
  self->client_id = client_id;
  return self;
}

void
relance_plan_trial_free (RelancePlanTrial *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

RelancePlanRemoval *
relance_plan_removal_new (gint64 id, const char *instead)
{
  RelancePlanRemoval *self = g_new0 (RelancePlanRemoval, 1);

  self->id = id;
  self->instead = g_strdup (instead);
  return self;
}

void
relance_plan_removal_free (RelancePlanRemoval *self)
{
  g_free (self->instead);
  g_free (self);
}
