/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-explanation.h"
#include "relance-outlook.h"

G_BEGIN_DECLS

RelanceExplanation *relance_explain_expected (RelanceOutlook         *outlook,
                                              const char             *currency);
RelanceExplanation *relance_explain_slowest  (const RelanceHabitPick *pick);
RelanceExplanation *relance_explain_reliable (const RelanceHabitPick *pick);

G_END_DECLS
