/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-step-words.h"

#include "relance-contact.h"
#include "relance-wording.h"

#include <glib/gi18n-lib.h>

/* Translators: each %d is a number of days. */
static const char *
get_when_format (const RelanceStep *step)
{
  gulong days = (gulong) step->days;

  switch (step->anchor)
    {
    case RELANCE_ANCHOR_CONTACT:
      return ngettext ("%d day after the last reminder", "%d days after the last reminder", days);
    case RELANCE_ANCHOR_ISSUE:
      return ngettext ("%d day after the date of the invoice",
                       "%d days after the date of the invoice", days);
    case RELANCE_ANCHOR_DUE:
    default:
      return ngettext ("%d day after the due date", "%d days after the due date", days);
    }
}

/**
 * relance_step_words_when:
 *
 * Returns: (transfer full): such as "3 days after the due date"
 */
char *
relance_step_words_when (const RelanceStep *step)
{
  return g_strdup_printf (get_when_format (step), step->days);
}

/**
 * relance_step_words_summary:
 *
 * Returns: (transfer full): the steps of a plan, one line each
 */
char *
relance_step_words_summary (const RelancePlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_steps; i++)
    {
      g_autofree char *when = relance_step_words_when (&plan->steps[i]);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: a letter such as “First reminder”, then “3 days after the due date”. */
      g_string_append_printf (text, _ ("%s: %s"), relance_wording_stage (plan->steps[i].stage),
                              when);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * relance_step_words_fault:
 * @fault: what relance_plan_check() found
 * @place: in which step
 *
 * Returns: (transfer full): what is wrong, and what would be right, in a sentence
 */
char *
relance_step_words_fault (const RelancePlan *plan, RelancePlanFault fault, guint place)
{
  const RelanceStep *step = place < plan->n_steps ? &plan->steps[place] : NULL;
  const char *stage = step != NULL ? relance_wording_stage (step->stage) : "";

  switch (fault)
    {
    case RELANCE_PLAN_FAULT_ORDER:
      /* Translators: each %s is a letter such as “Second reminder”. */
      return g_strdup_printf (_ ("A plan climbs one letter at a time: “%2$s” stands where “%1$s” "
                                 "should."),
                              relance_wording_stage (relance_plan_get_stage (place)), stage);
    case RELANCE_PLAN_FAULT_ANCHOR:
      return g_strdup (_ ("The first reminder has none before it: it counts from the due date or "
                          "from the date of the invoice."));
    case RELANCE_PLAN_FAULT_DAYS:
      /* Translators: a letter such as “Second reminder”, and two numbers of days. */
      return g_strdup_printf (_ ("“%s” leaves %d to %d days."), stage,
                              relance_step_get_min_days (step), RELANCE_PLAN_MAX_DAYS);
    case RELANCE_PLAN_FAULT_CLOSE:
      /* Translators: a letter such as “Second reminder”, and a number of days. */
      return g_strdup_printf (ngettext ("“%s” comes too soon after the step before: leave %d day.",
                                        "“%s” comes too soon after the step before: leave %d days.",
                                        RELANCE_CONTACT_DAYS_BETWEEN),
                              stage, RELANCE_CONTACT_DAYS_BETWEEN);
    case RELANCE_PLAN_FAULT_EMPTY:
    case RELANCE_PLAN_FAULT_NONE:
    default:
      return g_strdup (_ ("A reminder plan has at least a first reminder."));
    }
}
