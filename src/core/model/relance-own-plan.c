/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-own-plan.h"

/**
 * relance_own_plan_new:
 *
 * Returns: (transfer full): a plan that no client has yet
 */
RelanceOwnPlan *
relance_own_plan_new (gint64 id, const char *name, const char *steps)
{
  RelanceOwnPlan *self = g_new0 (RelanceOwnPlan, 1);

  self->id = id;
  self->name = g_strdup (name);
  self->steps = g_strdup (steps);
  return self;
}

void
relance_own_plan_free (RelanceOwnPlan *self)
{
  g_free (self->name);
  g_free (self->steps);
  g_free (self);
}
