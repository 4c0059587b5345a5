/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RelanceOwnPlan:
 * @id: 0 while it is not in the book
 * @steps: as rules/relance-plan-text.h writes them
 * @n_clients: how many have it
 *
 * A reminder plan that the user made.
 */
typedef struct
{
  gint64  id;
  char   *name;
  char   *steps;
  guint   n_clients;
} RelanceOwnPlan;

RelanceOwnPlan *relance_own_plan_new  (gint64                id,
                                       const char           *name,
                                       const char           *steps);
void            relance_own_plan_free (RelanceOwnPlan       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceOwnPlan, relance_own_plan_free)

G_END_DECLS
