/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-guard.h"
#include "relance-reminder-block.h"

G_BEGIN_DECLS

char       *relance_reminder_words_block      (const RelanceReminderFacts *facts,
                                               RelanceBlock                block,
                                               RelanceDate                 from);
const char *relance_reminder_words_block_kind (RelanceBlock                block);
char       *relance_reminder_words_finding    (const RelanceGuardFinding  *finding);

G_END_DECLS
