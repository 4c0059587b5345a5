/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-plan-words.h"

#include "relance-wording.h"

#include <glib/gi18n-lib.h>

/* A transfer is on its way no longer than this. */
#define TRANSFER_DAYS 7

/* An invoice this old that was never chased comes from before the book, as a rule. */
#define OLD_DAYS 60

static char *
describe_never_reminded (const RelancePlanStep *next, int days)
{
  if (next->state == RELANCE_PLAN_EARLY && days > TRANSFER_DAYS)
    /* Translators: %d is a number of days. */
    return g_strdup_printf (ngettext ("%d day late. The plan of this client leaves more time.",
                                      "%d days late. The plan of this client leaves more time.",
                                      days),
                            days);

  if (next->state == RELANCE_PLAN_EARLY)
    /* Translators: %d is a number of days. */
    return g_strdup_printf (ngettext ("%d day late. The transfer may be on its way.",
                                      "%d days late. The transfer may be on its way.", days),
                            days);

  if (next->stage == RELANCE_STAGE_INCIDENT)
    /* Translators: %d is a number of days. */
    return g_strdup_printf (
      ngettext ("%d day late, for a payment failed: a calm word comes first.",
                "%d days late, for a payment failed: a calm word comes first.", days),
      days);

  if (days > OLD_DAYS)
    /* Translators: %d is a number of days. */
    return g_strdup_printf (ngettext ("%d day late and never reminded: a kind word comes first.",
                                      "%d days late and never reminded: a kind word comes first.",
                                      days),
                            days);

  /* Translators: %d is a number of days. */
  return g_strdup_printf (ngettext ("%d day late. No reminder yet: this is usually a slip.",
                                    "%d days late. No reminder yet: this is usually a slip.", days),
                          days);
}

/* Translators: each %1$d is a number of days, each %2$s a date. */
static const char *
get_reminded_format (const RelancePlanStep *next, int days)
{
  gboolean is_repeated = next->step != NULL && relance_stage_get_level (next->stage) <=
                                                 relance_stage_get_level (next->last_stage);

  if (next->state == RELANCE_PLAN_FINISHED && next->last_stage == RELANCE_STAGE_SECOND)
    return ngettext ("%1$d day late. Both reminders have left, the last one on %2$s.",
                     "%1$d days late. Both reminders have left, the last one on %2$s.", days);
  if (next->state == RELANCE_PLAN_FINISHED)
    return ngettext ("%1$d day late. Every reminder of the plan has left, the last one on %2$s.",
                     "%1$d days late. Every reminder of the plan has left, the last one on %2$s.",
                     days);
  if (is_repeated)
    return ngettext (
      "%1$d day late. Another invoice has become overdue since the reminder of %2$s.",
      "%1$d days late. Another invoice has become overdue since the reminder of %2$s.", days);
  if (next->last_stage == RELANCE_STAGE_SECOND)
    return ngettext ("%1$d day late. Second reminder on %2$s, not settled since.",
                     "%1$d days late. Second reminder on %2$s, not settled since.", days);
  if (relance_stage_get_level (next->last_stage) > relance_stage_get_level (RELANCE_STAGE_SECOND))
    return ngettext ("%1$d day late. Last reminder on %2$s, not settled since.",
                     "%1$d days late. Last reminder on %2$s, not settled since.", days);
  return ngettext ("%1$d day late. First reminder on %2$s, not settled since.",
                   "%1$d days late. First reminder on %2$s, not settled since.", days);
}

static char *
describe_reminded (const RelancePlanStep *next, int days)
{
  g_autofree char *date = relance_date_format (next->last, NULL);

  return g_strdup_printf (get_reminded_format (next, days), days, date);
}

/* The invoice that sets the level, where there are several; NULL where it goes without saying. */
static const char *
find_leading_number (GPtrArray *debts)
{
  const RelanceDebt *oldest = relance_debts_find_oldest (debts);

  for (guint i = 0; i < debts->len; i++)
    if (((RelanceDebt *) g_ptr_array_index (debts, i))->invoice_id != oldest->invoice_id)
      return oldest->number;

  return NULL;
}

/**
 * relance_plan_words_why:
 * @verdict: what was judged of @facts on @today
 *
 * Returns: (transfer full): why now and why that stage, in a few short sentences
 */
char *
relance_plan_words_why (const RelancePlannerFacts *facts,
                        const RelanceVerdict *verdict,
                        RelanceDate today)
{
  const RelancePlanStep *next = &verdict->next;
  int days = relance_debt_get_days_late (relance_debts_find_oldest (facts->debts), today);
  const char *number = find_leading_number (facts->debts);
  g_autofree char *why = next->last == RELANCE_DATE_NONE ? describe_never_reminded (next, days)
                                                         : describe_reminded (next, days);
  g_autofree char *leading = NULL;

  if (number == NULL)
    return g_steal_pointer (&why);

  /* Translators: %s is the number of an invoice. */
  leading = g_strdup_printf (_ ("The oldest invoice, %s, sets the level."), number);
  return g_strjoin (" ", why, leading, NULL);
}

/**
 * relance_plan_words_situation:
 *
 * Returns: (transfer full): what the debts of @client are, and the rule that decided it, in a
 *   sentence
 */
char *
relance_plan_words_situation (const RelanceJudgement *judgement, RelanceClient *client)
{
  g_autofree char *date =
    judgement->on != RELANCE_DATE_NONE ? relance_date_format (judgement->on, NULL) : NULL;

  switch (judgement->rule)
    {
    case RELANCE_SITUATION_BY_HAND:
      /* Translators: a situation such as “Unpaid”, a date, and the reason that somebody typed. */
      return g_strdup_printf (_ ("%s, as you said on %s: %s"),
                              relance_wording_situation (judgement->situation), date,
                              client->situation_reason != NULL ? client->situation_reason : "");
    case RELANCE_SITUATION_BY_SILENCE:
      /* Translators: %1$u is a number of reminders, at least two, %2$s a date. */
      return g_strdup_printf (
        ngettext ("Unpaid: %1$u reminder and no payment since, the last one on %2$s.",
                  "Unpaid: %1$u reminders and no payment since, the last one on %2$s.",
                  judgement->n_reminders),
        judgement->n_reminders, date);
    case RELANCE_SITUATION_BY_DEFAULT:
    default:
      return g_strdup (_ ("Late: nothing says that it is more than a slip or a delay."));
    }
}
