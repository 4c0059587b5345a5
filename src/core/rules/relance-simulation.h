/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-planner.h"

G_BEGIN_DECLS

/**
 * RelanceSimulationVisit:
 * @facts: as they would be on @date, before the letter leaves
 *
 * Is told of a letter that would leave.
 */
typedef void (*RelanceSimulationVisit) (const RelancePlannerFacts *facts,
                                        const RelanceVerdict      *verdict,
                                        RelanceDate                date,
                                        gpointer                   data);

void relance_simulation_run (const RelancePlannerFacts *facts,
                             RelanceHolidays            holidays,
                             RelanceDate                first,
                             RelanceDate                last,
                             RelanceSimulationVisit     visit,
                             gpointer                   data);

G_END_DECLS
