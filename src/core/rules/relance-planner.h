/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-contact.h"
#include "relance-situation.h"

G_BEGIN_DECLS

/**
 * RelancePlannerFacts:
 * @plan: the client's own or one of the program's; without steps where there is none
 * @stated: what somebody said the debts are
 * @debts: (element-type RelanceDebt): all that is overdue, at least one
 * @past: (element-type RelancePastReminder): the messages that left
 * @contacts: (element-type RelanceDate): the days on which something left or we were in touch by
 *   other means, in any order
 * @last_payment: when money last came, or %RELANCE_DATE_NONE
 * @last_exchange: when we were last in touch by other means, or %RELANCE_DATE_NONE
 * @threshold: what owes less than this waits, in whole units of each currency
 *
 * What decides whether and how a client hears from us. Owns nothing.
 */
typedef struct
{
  RelancePlan           plan;
  RelanceStated         stated;
  GPtrArray            *debts;
  GPtrArray            *past;
  GArray               *contacts;
  RelanceDate           last_payment;
  RelanceDate           last_exchange;
  RelanceContactLimits  limits;
  gint64                threshold;
} RelancePlannerFacts;

/**
 * RelanceVerdict:
 * @cap: whether the client has heard enough for now
 * @cap_from: the first day on which no cap holds any more
 */
typedef struct
{
  RelanceJudgement  judgement;
  RelancePlanStep   next;
  RelanceContactCap cap;
  RelanceDate       cap_from;
} RelanceVerdict;

RelanceVerdict relance_planner_judge     (const RelancePlannerFacts *facts,
                                          RelanceDate                today);
gboolean       relance_verdict_is_ready  (const RelanceVerdict      *self);

G_END_DECLS
