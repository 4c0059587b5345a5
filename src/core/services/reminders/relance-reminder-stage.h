/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-reminder-facts.h"

G_BEGIN_DECLS

gboolean              relance_reminder_stage_asks  (RelanceStage    stage);
gboolean              relance_reminder_stage_is_by_hand (RelanceStage stage);
gboolean              relance_reminder_stage_names_invoices (RelanceStage stage);
RelanceReminderFacts *relance_reminder_stage_load  (RelanceBook    *book,
                                                    gint64          client_id,
                                                    gint64          invoice_id,
                                                    RelanceStage    stage,
                                                    GError        **error);
RelanceReminderFacts *relance_reminder_stage_load_several (RelanceBook *book,
                                                    GArray         *invoice_ids,
                                                    RelanceStage    stage,
                                                    GError        **error);

G_END_DECLS
