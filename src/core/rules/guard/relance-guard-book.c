/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-book.h"

#include "relance-guard-finding.h"
#include "relance-guard-words.h"
#include "relance-money-words.h"

#include <string.h>

static const char **
collect_numbers (GPtrArray *debts)
{
  const char **numbers = g_new0 (const char *, debts->len + 1);

  for (guint i = 0; i < debts->len; i++)
    numbers[i] = ((RelanceDebt *) g_ptr_array_index (debts, i))->number;

  return numbers;
}

/* Every invoice must be named, and no other one. */
static void
check_numbers (const RelanceGuardFacts *facts, const char *masked, GPtrArray *findings)
{
  g_autofree const char **numbers = collect_numbers (facts->debts);
  g_autofree char *whole = g_strconcat (facts->subject, "\n", facts->text, NULL);
  g_autofree char *other = relance_guard_words_find_other_number (masked, numbers);

  for (int i = 0; numbers[i] != NULL; i++)
    if (!relance_guard_words_hold (whole, numbers[i]))
      relance_guard_findings_add (findings, RELANCE_GUARD_NUMBER, numbers[i]);

  if (other != NULL)
    relance_guard_findings_add (findings, RELANCE_GUARD_NUMBER, other);
}

static gboolean
is_written (GPtrArray *amounts, gint64 minor)
{
  for (guint i = 0; i < amounts->len; i++)
    if (relance_quoted_amount_means (g_ptr_array_index (amounts, i), minor))
      return TRUE;

  return FALSE;
}

static gboolean
is_known_sum (const RelanceQuotedAmount *amount, GArray *sums, const char *currency)
{
  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const RelanceDebtTotal *sum = &g_array_index (sums, RelanceDebtTotal, i);

      if (strcmp (sum->currency, currency) == 0 &&
          relance_quoted_amount_means (amount, sum->amount))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_of_book (const RelanceQuotedAmount *amount,
            const RelanceGuardFacts *facts,
            const RelanceDebtTotal *total)
{
  if (relance_quoted_amount_means (amount, total->amount) ||
      is_known_sum (amount, facts->sums, total->currency))
    return TRUE;

  for (guint i = 0; i < facts->debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (facts->debts, i);

      if (strcmp (debt->currency, total->currency) == 0 &&
          (relance_quoted_amount_means (amount, debt->balance) ||
           relance_quoted_amount_means (amount, debt->amount)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
are_balances_written (GPtrArray *amounts, GPtrArray *debts, const RelanceDebtTotal *total)
{
  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (strcmp (debt->currency, total->currency) == 0 && !is_written (amounts, debt->balance))
        return FALSE;
    }

  return TRUE;
}

/* More than all that is owed is never right; less may be the half of it, to be paid in two. */
static gboolean
is_too_much (GPtrArray *amounts, const RelanceDebtTotal *total, const char **quote)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      const RelanceQuotedAmount *amount = g_ptr_array_index (amounts, i);

      *quote = amount->quote;
      if (amount->readings->len > 0 && g_array_index (amount->readings, gint64, 0) > total->amount)
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
keep_strangers (GPtrArray *amounts, const RelanceGuardFacts *facts, const RelanceDebtTotal *total)
{
  GPtrArray *strangers = g_ptr_array_new ();

  for (guint i = 0; i < amounts->len; i++)
    if (!is_of_book (g_ptr_array_index (amounts, i), facts, total))
      g_ptr_array_add (strangers, g_ptr_array_index (amounts, i));

  return strangers;
}

static const char *
get_quote (GPtrArray *amounts, guint index)
{
  return ((RelanceQuotedAmount *) g_ptr_array_index (amounts, index))->quote;
}

/* The text must say the total or each balance. An amount that the book does not
 * know is a stop in the subject, in the place of one that is missing, or above the total. */
static void
check_amounts (const RelanceGuardFacts *facts, const RelanceDebtTotal *total, GPtrArray *findings)
{
  g_autoptr (GPtrArray) in_text = relance_money_words_find (facts->text, total->currency);
  g_autoptr (GPtrArray) in_subject = relance_money_words_find (facts->subject, total->currency);
  g_autoptr (GPtrArray) strangers = keep_strangers (in_text, facts, total);
  g_autoptr (GPtrArray) odd = keep_strangers (in_subject, facts, total);
  gboolean balances = are_balances_written (in_text, facts->debts, total);
  gboolean sum = is_written (in_text, total->amount);
  const char *quote = NULL;

  if (odd->len > 0)
    relance_guard_findings_add (findings, RELANCE_GUARD_AMOUNT, get_quote (odd, 0));

  if (is_too_much (strangers, total, &quote))
    relance_guard_findings_add (findings, RELANCE_GUARD_AMOUNT, quote);
  else if (strangers->len > 0 && (!balances || !sum))
    relance_guard_findings_add (findings, RELANCE_GUARD_AMOUNT, get_quote (strangers, 0));
  else if (!balances && !sum)
    relance_guard_findings_add (findings, RELANCE_GUARD_AMOUNT, NULL);
}

/**
 * relance_guard_book_check:
 * @masked: subject and text, with spaces where they hold what the book knows
 * @findings: (element-type RelanceGuardFinding) (inout): numbers and amounts that are missing, or
 *   that differ from the book, are added
 */
void
relance_guard_book_check (const RelanceGuardFacts *facts, const char *masked, GPtrArray *findings)
{
  g_autoptr (GArray) totals = relance_debts_sum (facts->debts);

  check_numbers (facts, masked, findings);
  for (guint i = 0; i < totals->len; i++)
    check_amounts (facts, &g_array_index (totals, RelanceDebtTotal, i), findings);
}
