/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-plans.h"

G_BEGIN_DECLS

/* What the pages of reminder plans need of the book, each a RelanceUseCase. */

/* Answers an array of RelanceReminderPlan. */
gpointer relance_plan_work_list (RelanceBook   *book,
                                 gpointer       nothing,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
