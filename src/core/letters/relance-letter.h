/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-account.h"
#include "relance-business.h"
#include "relance-client.h"
#include "relance-debt.h"
#include "relance-letters-error.h"

G_BEGIN_DECLS

#define RELANCE_LETTER_MAX_SUBJECT 150

/**
 * RelanceLetterFacts:
 * @debts: (element-type RelanceDebt): what the letter asks for, oldest first; at least one
 * @sender: (nullable): who writes; without one the business speaks
 * @previous: when the last message about these debts left, or %RELANCE_DATE_NONE
 *
 * All that a letter may say. Borrowed.
 */
typedef struct
{
  RelanceClient          *client;
  GPtrArray              *debts;
  const RelanceBusiness  *business;
  RelanceSender          *sender;
  RelanceDate             previous;
  RelanceDate             today;
} RelanceLetterFacts;

/* Which letter. Formal French is always *vous*. */
typedef struct
{
  RelanceStage     stage;
  RelanceTone      tone;
  RelanceAddress   address;
  RelanceLanguage  language;
} RelanceLetterStyle;

gboolean    relance_letter_write          (const RelanceLetterFacts  *facts,
                                           const RelanceLetterStyle  *style,
                                           char                     **subject,
                                           char                     **text,
                                           GError                   **error);
const char *relance_letter_get_locale     (RelanceLanguage            language);

G_END_DECLS
