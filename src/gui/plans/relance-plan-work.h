/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-plans.h"
#include "relance-reminder-outlook.h"

G_BEGIN_DECLS

/* What the pages of reminder plans need of the book, each a RelanceUseCase. */

/* A plan of one's own that is to go; @instead is what its clients get, or NULL where it has none. */
typedef struct
{
  gint64  id;
  char   *instead;
} RelancePlanRemoval;

/* As far as the preview of a plan looks ahead. */
#define RELANCE_PLAN_WORK_DAYS 180

/* Answers an array of RelanceReminderPlan. */
gpointer            relance_plan_work_list    (RelanceBook        *book,
                                               gpointer            nothing,
                                               GCancellable       *cancellable,
                                               GError            **error);
/* Takes a RelancePlanTrial of one client, answers an array of RelanceOutlookLetter. */
gpointer            relance_plan_work_try     (RelanceBook        *book,
                                               gpointer            trial,
                                               GCancellable       *cancellable,
                                               GError            **error);
/* Takes a RelanceReminderPlan, answers the change as a gint64, 0 when nothing had changed. */
gpointer            relance_plan_work_save    (RelanceBook        *book,
                                               gpointer            plan,
                                               GCancellable       *cancellable,
                                               GError            **error);
/* Takes a RelancePlanRemoval, answers the change as a gint64. */
gpointer            relance_plan_work_remove  (RelanceBook        *book,
                                               gpointer            removal,
                                               GCancellable       *cancellable,
                                               GError            **error);
RelancePlanTrial   *relance_plan_trial_new    (GArray             *steps,
                                               gint64              client_id);
void                relance_plan_trial_free   (RelancePlanTrial   *self);
RelancePlanRemoval *relance_plan_removal_new  (gint64              id,
                                               const char         *instead);
void                relance_plan_removal_free (RelancePlanRemoval *self);

G_END_DECLS
