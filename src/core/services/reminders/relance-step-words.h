/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-plan-text.h"

G_BEGIN_DECLS

char *relance_step_words_when    (const RelanceStep *step);
char *relance_step_words_summary (const RelancePlan *plan);
char *relance_step_words_fault   (const RelancePlan *plan,
                                  RelancePlanFault   fault,
                                  guint              place);

G_END_DECLS
