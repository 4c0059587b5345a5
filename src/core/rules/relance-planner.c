/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-planner.h"

#include "relance-money.h"

static gint64
count_units (gint64 amount, int digits)
{
  for (int i = 0; i < digits; i++)
    amount /= 10;
  return amount;
}

/* Whether too little is owed in every currency. */
static gboolean
is_small (GPtrArray *debts, gint64 threshold)
{
  g_autoptr (GArray) totals = NULL;

  if (threshold <= 0)
    return FALSE;

  totals = relance_debts_sum (debts);
  for (guint i = 0; i < totals->len; i++)
    {
      const RelanceDebtTotal *total = &g_array_index (totals, RelanceDebtTotal, i);

      if (count_units (total->amount, relance_money_get_digits (total->currency)) >= threshold)
        return FALSE;
    }

  return TRUE;
}

/**
 * relance_planner_judge:
 *
 * What the debts of a client are, which letter comes next, and whether the client has heard enough
 * for now. A pure function of the facts and the day.
 *
 * Returns: the verdict
 */
RelanceVerdict
relance_planner_judge (const RelancePlannerFacts *facts, RelanceDate today)
{
  RelanceVerdict verdict = { 0 };
  RelancePlan plan;

  verdict.judgement = relance_situation_judge (facts->debts, facts->past, facts->stated,
                                               facts->last_payment, facts->last_exchange, today);
  plan = relance_plan_suit (facts->plan, verdict.judgement.situation);
  verdict.next = relance_plan_next (&plan, facts->debts, facts->past, today);
  if (verdict.next.state == RELANCE_PLAN_READY && is_small (facts->debts, facts->threshold))
    verdict.next.state = RELANCE_PLAN_SMALL;
  verdict.cap = relance_contact_get_cap (facts->contacts, &facts->limits, today, &verdict.cap_from);

  return verdict;
}

/**
 * relance_verdict_is_ready:
 *
 * Returns: whether the letter may be proposed: its step has come, and no cap holds. Whether the day
 *   is a working day is for whoever sends.
 */
gboolean
relance_verdict_is_ready (const RelanceVerdict *self)
{
  return self->next.state == RELANCE_PLAN_READY && self->cap == RELANCE_CONTACT_FREE;
}
