/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-draft.h"
#include "relance-letter-content.h"
#include "relance-reminder-facts.h"
#include "relance-writer.h"

G_BEGIN_DECLS

void relance_draft_judge (RelanceDraft               *draft,
                          const RelanceReminderFacts *facts,
                          const RelanceLetterContent *content,
                          const RelanceWriter        *writer,
                          RelanceDate                 today);

G_END_DECLS
