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
