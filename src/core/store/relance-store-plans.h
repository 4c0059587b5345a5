/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-own-plan.h"
#include "relance-store.h"

G_BEGIN_DECLS

GPtrArray *relance_store_list_plans        (RelanceStore         *self,
                                            GError              **error);
gboolean   relance_store_count_plan        (RelanceStore         *self,
                                            RelanceRhythm         plan,
                                            guint                *n_clients,
                                            GError              **error);
GArray    *relance_store_list_plan_clients (RelanceStore         *self,
                                            gint64                plan_id,
                                            GError              **error);
gboolean   relance_store_add_plan          (RelanceStore         *self,
                                            const RelanceOwnPlan *plan,
                                            gint64                change,
                                            gint64               *id,
                                            GError              **error);
gboolean   relance_store_update_plan       (RelanceStore         *self,
                                            const RelanceOwnPlan *plan,
                                            GError              **error);
gboolean   relance_store_remove_plan       (RelanceStore         *self,
                                            gint64                plan_id,
                                            gint64                change,
                                            GError              **error);
gboolean   relance_store_replace_plan      (RelanceStore         *self,
                                            gint64                client_id,
                                            gint64                plan_id,
                                            RelanceRhythm         plan,
                                            GError              **error);

G_END_DECLS
