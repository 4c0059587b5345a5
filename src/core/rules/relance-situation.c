/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-situation.h"

/* The reminders about a debt that no payment followed. */
typedef struct
{
  guint n;
  RelanceDate last;
} Unanswered;

static Unanswered
count_unanswered (GPtrArray *past, const RelanceDebt *debt, RelanceDate last_payment)
{
  Unanswered unanswered = { 0, RELANCE_DATE_NONE };

  for (guint i = 0; i < past->len; i++)
    {
      const RelancePastReminder *reminder = g_ptr_array_index (past, i);

      if (relance_stage_get_level (reminder->stage) == 0 ||
          !relance_past_reminder_has (reminder, debt->instalment_id) ||
          (last_payment != RELANCE_DATE_NONE && reminder->date <= last_payment))
        continue;
      unanswered.n++;
      if (unanswered.last == RELANCE_DATE_NONE || reminder->date > unanswered.last)
        unanswered.last = reminder->date;
    }

  return unanswered;
}

/* What was said does not hold for an invoice that came later. */
static gboolean
is_stated_of (RelanceStated stated, const RelanceDebt *debt)
{
  RelanceDate begin = debt->issued != RELANCE_DATE_NONE ? debt->issued : debt->due;

  return stated.situation != 0 && begin <= stated.on;
}

/**
 * relance_situation_judge:
 * @debts: (element-type RelanceDebt): all that is overdue at one client, at least one
 * @past: (element-type RelancePastReminder): the messages that left for this client
 * @last_payment: when money last came from this client, or %RELANCE_DATE_NONE
 * @last_exchange: when we were last in touch by other means, or %RELANCE_DATE_NONE: silence counts
 *   from then at the earliest
 *
 * What the debts of a client are: what somebody said of them; else unpaid after
 * reminders that met with silence, whatever the dates say; else late.
 *
 * Returns: the situation, and the rule that decided it
 */
RelanceJudgement
relance_situation_judge (GPtrArray *debts,
                         GPtrArray *past,
                         RelanceStated stated,
                         RelanceDate last_payment,
                         RelanceDate last_exchange,
                         RelanceDate today)
{
  const RelanceDebt *oldest = relance_debts_find_oldest (debts);
  RelanceJudgement judgement = { RELANCE_SITUATION_LATE, RELANCE_SITUATION_BY_DEFAULT,
                                 RELANCE_DATE_NONE, 0 };
  Unanswered unanswered;

  if (is_stated_of (stated, oldest))
    return (RelanceJudgement) { stated.situation, RELANCE_SITUATION_BY_HAND, stated.on, 0 };

  unanswered = count_unanswered (past, oldest, last_payment);
  if (unanswered.n >= RELANCE_SITUATION_SILENT_REMINDERS &&
      today >= MAX (unanswered.last, last_exchange) + RELANCE_SITUATION_SILENT_DAYS)
    return (RelanceJudgement) { RELANCE_SITUATION_UNPAID, RELANCE_SITUATION_BY_SILENCE,
                                unanswered.last, unanswered.n };

  return judgement;
}
