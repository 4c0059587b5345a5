/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-simulation.h"

/* The debts that a reminder may speak of on a day. */
static GPtrArray *
list_late (GPtrArray *debts, RelanceDate today)
{
  GPtrArray *late = g_ptr_array_new ();

  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (debt->due < today &&
          (debt->silent_until == RELANCE_DATE_NONE || debt->silent_until < today))
        g_ptr_array_add (late, (gpointer) debt);
    }

  return late;
}

static RelancePastReminder *
copy_past (const RelancePastReminder *reminder)
{
  RelancePastReminder *copy = relance_past_reminder_new (reminder->date, reminder->stage);

  g_array_append_vals (copy->instalments, reminder->instalments->data, reminder->instalments->len);
  return copy;
}

static GPtrArray *
copy_all_past (GPtrArray *past)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_past_reminder_free);

  for (guint i = 0; i < past->len; i++)
    g_ptr_array_add (copy, copy_past (g_ptr_array_index (past, i)));
  return copy;
}

/* As if the letter had left and were met with silence. */
static void
record (RelancePlannerFacts *facts, RelanceStage stage, RelanceDate date)
{
  RelancePastReminder *reminder = relance_past_reminder_new (date, stage);

  for (guint i = 0; i < facts->debts->len; i++)
    g_array_append_val (reminder->instalments,
                        ((RelanceDebt *) g_ptr_array_index (facts->debts, i))->instalment_id);
  g_ptr_array_add (facts->past, reminder);
  g_array_append_val (facts->contacts, date);
}

static void
run_day (RelancePlannerFacts *facts,
         GPtrArray *debts,
         RelanceDate date,
         RelanceSimulationVisit visit,
         gpointer data)
{
  g_autoptr (GPtrArray) late = list_late (debts, date);
  RelanceVerdict verdict;

  if (late->len == 0)
    return;

  facts->debts = late;
  verdict = relance_planner_judge (facts, date);
  if (!relance_verdict_is_ready (&verdict))
    return;

  visit (facts, &verdict, date, data);
  record (facts, verdict.next.stage, date);
}

/**
 * relance_simulation_run:
 * @facts: what is known today; @debts may hold what is not due yet
 * @holidays: those that the client keeps
 * @first: the first day
 * @last: the last day
 *
 * What one client would hear on which day if nothing were paid, every letter left on the day on which
 * it may, and nobody answered. A pure function of what it is given.
 */
void
relance_simulation_run (const RelancePlannerFacts *facts,
                        RelanceHolidays holidays,
                        RelanceDate first,
                        RelanceDate last,
                        RelanceSimulationVisit visit,
                        gpointer data)
{
  g_autoptr (GPtrArray) past = copy_all_past (facts->past);
  g_autoptr (GArray) contacts = g_array_copy (facts->contacts);
  RelancePlannerFacts own = *facts;

  own.past = past;
  own.contacts = contacts;
  for (RelanceDate date = first; date <= last; date++)
    if (relance_holidays_is_working (holidays, date))
      run_day (&own, facts->debts, date, visit, data);
}
