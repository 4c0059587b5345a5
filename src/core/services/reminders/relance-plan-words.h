/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-planner.h"

G_BEGIN_DECLS

char *relance_plan_words_why       (const RelancePlannerFacts *facts,
                                    const RelanceVerdict      *verdict,
                                    RelanceDate                today);
char *relance_plan_words_situation (const RelanceJudgement    *judgement,
                                    RelanceClient             *client);

G_END_DECLS
