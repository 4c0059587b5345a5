/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-client.h"
#include "relance-plan-text.h"

G_BEGIN_DECLS

/**
 * RelanceReminderPlan:
 * @id: of a plan that the user made; 0 for one of the program, or while it is not in the book
 * @shipped: which plan of the program it is; 0 for one that the user made
 * @name: of one that the user made, else %NULL
 * @steps: (element-type RelanceStep):
 * @n_clients: how many have it
 *
 * When a client hears from us, and what: a plan that can be chosen.
 */
typedef struct
{
  gint64         id;
  RelanceRhythm  shipped;
  char          *name;
  GArray        *steps;
  guint          n_clients;
} RelanceReminderPlan;

RelanceReminderPlan *relance_reminder_plan_copy        (const RelanceReminderPlan *self);
void                 relance_reminder_plan_free        (RelanceReminderPlan       *self);
const char          *relance_reminder_plan_get_word    (const RelanceReminderPlan *self);
const char          *relance_reminder_plan_get_label   (const RelanceReminderPlan *self);
gboolean             relance_reminder_plan_set         (RelanceReminderPlan       *self,
                                                        const char                *key,
                                                        const char                *value,
                                                        GError                   **error);
gboolean             relance_reminder_plan_check       (const RelanceReminderPlan *self,
                                                        GError                   **error);

const char          *relance_plans_get_word_of         (RelanceClient             *client);
const char          *relance_plans_get_label_of        (RelanceClient             *client);
GPtrArray           *relance_plans_list                (RelanceBook               *book,
                                                        GError                   **error);
RelanceReminderPlan *relance_plans_find                (RelanceBook               *book,
                                                        const char                *reference,
                                                        GError                   **error);
gboolean             relance_plans_give                (RelanceBook               *book,
                                                        RelanceClient             *client,
                                                        const char                *reference,
                                                        GError                   **error);
gint64               relance_plans_save                (RelanceBook               *book,
                                                        const RelanceReminderPlan *plan,
                                                        gint64                    *change,
                                                        GError                   **error);
gboolean             relance_plans_remove              (RelanceBook               *book,
                                                        gint64                     id,
                                                        const char                *instead,
                                                        gint64                    *change,
                                                        GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceReminderPlan, relance_reminder_plan_free)

G_END_DECLS
