/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-reminder-facts.h"

G_BEGIN_DECLS

/* Why a reminder cannot leave now. */
typedef enum
{
  RELANCE_BLOCK_NONE,
  RELANCE_BLOCK_PENDING,
  RELANCE_BLOCK_EXCLUDED,
  RELANCE_BLOCK_NO_ADDRESS,
  RELANCE_BLOCK_NOT_DUE,
  RELANCE_BLOCK_EARLY,
  RELANCE_BLOCK_FINISHED,
  RELANCE_BLOCK_NO_PLAN,
  RELANCE_BLOCK_SMALL,
  RELANCE_BLOCK_ANSWER,
  RELANCE_BLOCK_SAME_DAY,
  RELANCE_BLOCK_SAME_WEEK,
  RELANCE_BLOCK_SAME_MONTH,
} RelanceBlock;

RelanceBlock relance_block_get           (const RelanceReminderFacts *facts,
                                          RelanceDate                 today,
                                          RelanceDate                *from);
RelanceBlock relance_block_get_for_stage (const RelanceReminderFacts *facts,
                                          RelanceStage                stage,
                                          RelanceDate                 today,
                                          RelanceDate                *from);

G_END_DECLS
