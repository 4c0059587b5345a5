/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-invoices.h"

#include "relance-letter-values.h"
#include "relance-letter-words.h"
#include "relance-money.h"

#include <string.h>

/* A subject names this many invoices, and counts the others. */
#define MAX_NAMED 3

/* No consumer is asked for fees, whatever the facts hold. Of two instalments of an invoice the
 * first one shows them. */
static const RelanceFees *
find_fees (const RelanceLetterFacts *facts, guint index)
{
  const RelanceDebt *debt = g_ptr_array_index (facts->debts, index);

  if (facts->fees == NULL || facts->client->kind == RELANCE_KIND_CONSUMER)
    return NULL;

  for (guint i = 0; i < index; i++)
    if (((RelanceDebt *) g_ptr_array_index (facts->debts, i))->invoice_id == debt->invoice_id)
      return NULL;

  for (guint i = 0; i < facts->fees->len; i++)
    {
      const RelanceLetterFees *fees = &g_array_index (facts->fees, RelanceLetterFees, i);

      if (fees->invoice_id == debt->invoice_id)
        return fees->fees;
    }

  return NULL;
}

/* All that a letter says of fees is in one currency, and nothing is missing. */
static gboolean
is_sayable (const RelanceFees *fees, const char *currency)
{
  return fees->lines->len > 0 && fees->missing->len == 0 && fees->is_fixed_known &&
         strcmp (fees->fixed_currency, currency) == 0;
}

static int
count_days (const RelanceFees *fees)
{
  RelanceDate from = G_MAXINT32, to = G_MININT32;

  for (guint i = 0; i < fees->lines->len; i++)
    {
      const RelanceFeesLine *line = &g_array_index (fees->lines, RelanceFeesLine, i);

      from = MIN (from, line->from);
      to = MAX (to, line->to);
    }

  return to - from + 1;
}

static void
add_fees (RelanceLetterValue *dict,
          const RelanceFees *fees,
          const char *currency,
          RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) inner = relance_letter_value_new_dictionary ();
  g_autofree char *rates = relance_letter_words_rates (fees, language);

  relance_letter_values_add_money (inner, "interest", fees->interest, currency, language);
  relance_letter_values_add_text (inner, "rate", rates);
  relance_letter_values_add_number (inner, "days", count_days (fees));
  relance_letter_values_add_money (inner, "recovery", fees->fixed, currency, language);
  relance_letter_values_add_money (inner, "total", fees->interest + fees->fixed, currency,
                                   language);
  relance_letter_values_add (dict, "fees", g_steal_pointer (&inner));
}

/* A row hides what the letter says of all: an invoice without a label, or without fees, has none. */
static void
add_no_fees (RelanceLetterValue *dict)
{
  relance_letter_values_add_flag (dict, "fees", FALSE);
}

static RelanceLetterValue *
describe_debt (const RelanceLetterFacts *facts, guint index, RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) dict = relance_letter_value_new_dictionary ();
  const RelanceDebt *debt = g_ptr_array_index (facts->debts, index);
  const RelanceFees *fees = find_fees (facts, index);
  int days_late = relance_debt_get_days_late (debt, facts->today);
  int days_ahead = MAX (debt->due - facts->today, 0);

  relance_letter_values_add_text (dict, "number", debt->number);
  relance_letter_values_add_text (dict, "label", debt->label);
  relance_letter_values_add_money (dict, "balance", debt->balance, debt->currency, language);
  relance_letter_values_add_money (dict, "amount", debt->amount, debt->currency, language);
  relance_letter_values_add_money (dict, "paid_amount", debt->amount - debt->balance,
                                   debt->currency, language);
  relance_letter_values_add_flag (dict, "part_paid",
                                  debt->balance < debt->amount && debt->balance > 0);
  relance_letter_values_add_flag (dict, "attached", debt->attached);
  relance_letter_values_add_date (dict, "issued", debt->issued, language);
  relance_letter_values_add_date (dict, "due", debt->due, language);
  relance_letter_values_add_flag (dict, "late", days_late > 0);
  relance_letter_values_add_flag (dict, "one_day", days_late == 1);
  relance_letter_values_add_flag (dict, "many_days", days_late > 1);
  relance_letter_values_add_number (dict, "days_late", days_late);
  relance_letter_values_add_flag (dict, "due_soon", days_late == 0);
  relance_letter_values_add_flag (dict, "due_today", debt->due == facts->today);
  relance_letter_values_add_number (dict, "days_ahead", days_ahead);
  if (fees != NULL && is_sayable (fees, debt->currency))
    add_fees (dict, fees, debt->currency, language);
  else
    add_no_fees (dict);
  return g_steal_pointer (&dict);
}

static RelanceLetterValue *
describe_debts (const RelanceLetterFacts *facts, RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) list = relance_letter_value_new_list ();

  for (guint i = 0; i < facts->debts->len; i++)
    relance_letter_value_append (list, describe_debt (facts, i, language));

  return g_steal_pointer (&list);
}

static GStrv
format_totals (GPtrArray *debts, RelanceLanguage language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) totals = relance_debts_sum (debts);

  for (guint i = 0; i < totals->len; i++)
    {
      const RelanceDebtTotal *total = &g_array_index (totals, RelanceDebtTotal, i);

      g_strv_builder_take (builder, relance_money_format (total->amount, total->currency,
                                                          relance_letter_get_locale (language)));
    }

  return g_strv_builder_end (builder);
}

static RelanceLetterValue *
list_texts (char **texts)
{
  RelanceLetterValue *list = relance_letter_value_new_list ();

  for (int i = 0; texts[i] != NULL; i++)
    relance_letter_value_append (list, relance_letter_value_new_text (texts[i]));

  return list;
}

/* The numbers that a subject names, each with what joins it to the next. */
static RelanceLetterValue *
describe_named (GPtrArray *numbers)
{
  g_autoptr (RelanceLetterValue) list = relance_letter_value_new_list ();
  guint named = MIN (numbers->len, MAX_NAMED);
  gboolean complete = named == numbers->len;

  for (guint i = 0; i < named; i++)
    {
      g_autoptr (RelanceLetterValue) dict = relance_letter_value_new_dictionary ();
      gboolean before_last = complete && i + 2 == named;

      relance_letter_values_add_text (dict, "number", g_ptr_array_index (numbers, i));
      relance_letter_values_add_flag (dict, "and", before_last);
      relance_letter_values_add_flag (dict, "comma", i + 1 < named && !before_last);
      relance_letter_value_append (list, g_steal_pointer (&dict));
    }

  return g_steal_pointer (&list);
}

static void
add_named (RelanceLetterValue *dict, GPtrArray *numbers)
{
  int others = (int) numbers->len - MAX_NAMED;

  relance_letter_values_add (dict, "named", describe_named (numbers));
  relance_letter_values_add_number (dict, "others", MAX (others, 0));
  relance_letter_values_add_flag (dict, "one_other", others == 1);
  relance_letter_values_add_flag (dict, "many_others", others > 1);
}

/* Borrowed from @debts. */
static GPtrArray *
list_numbers (GPtrArray *debts)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < debts->len; i++)
    g_ptr_array_add (numbers, ((RelanceDebt *) g_ptr_array_index (debts, i))->number);

  return numbers;
}

/* A file goes along once, however many instalments its invoice has. */
static GPtrArray *
list_attached_numbers (GPtrArray *debts)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (debts, i);

      if (debt->attached &&
          !g_ptr_array_find_with_equal_func (numbers, debt->number, g_str_equal, NULL))
        g_ptr_array_add (numbers, debt->number);
    }

  return numbers;
}

static gboolean
are_all_attached (GPtrArray *debts)
{
  for (guint i = 0; i < debts->len; i++)
    if (!((RelanceDebt *) g_ptr_array_index (debts, i))->attached)
      return FALSE;

  return TRUE;
}

/* Who reads that “the invoices are attached” looks for every one of them: where some are missing, a
 * letter says which ones there are. */
static void
add_attached (RelanceLetterValue *dict, GPtrArray *debts)
{
  g_autoptr (GPtrArray) numbers = list_attached_numbers (debts);
  g_autoptr (RelanceLetterValue) part = NULL;

  relance_letter_values_add_flag (dict, "attached", are_all_attached (debts));
  if (numbers->len == 0 || are_all_attached (debts))
    return;

  part = relance_letter_value_new_dictionary ();
  add_named (part, numbers);
  relance_letter_values_add_flag (part, "one_attached", numbers->len == 1);
  relance_letter_values_add_flag (part, "many_attached", numbers->len > 1);
  relance_letter_values_add (dict, "part_attached", g_steal_pointer (&part));
}

static gboolean
are_all_settled (GPtrArray *debts)
{
  for (guint i = 0; i < debts->len; i++)
    if (((RelanceDebt *) g_ptr_array_index (debts, i))->balance > 0)
      return FALSE;

  return TRUE;
}

static RelanceLetterValue *
describe_several (const RelanceLetterFacts *facts, RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) dict = relance_letter_value_new_dictionary ();
  const RelanceDebt *oldest = g_ptr_array_index (facts->debts, 0);
  g_auto (GStrv) totals = format_totals (facts->debts, language);
  g_autofree char *sum = g_strjoinv (" + ", totals);
  g_autoptr (GPtrArray) numbers = list_numbers (facts->debts);

  relance_letter_values_add (dict, "invoices", describe_debts (facts, language));
  relance_letter_values_add (dict, "totals", list_texts (totals));
  relance_letter_values_add_number (dict, "count", (int) facts->debts->len);
  add_named (dict, numbers);
  add_attached (dict, facts->debts);
  relance_letter_values_add_text (dict, "sum", sum);
  relance_letter_values_add_date (dict, "oldest_due", oldest->due, language);
  return g_steal_pointer (&dict);
}

static gboolean
has_earlier_part (const RelanceLetterFacts *facts, guint index)
{
  const RelanceDebt *debt = g_ptr_array_index (facts->debts, index);

  for (guint i = 0; i < index; i++)
    if (((RelanceDebt *) g_ptr_array_index (facts->debts, i))->invoice_id == debt->invoice_id)
      return TRUE;

  return FALSE;
}

/* Only what is whole may be added up. */
static gboolean
sum_fees (const RelanceLetterFacts *facts, gint64 *balance, gint64 *interest, gint64 *fixed)
{
  const RelanceDebt *first = g_ptr_array_index (facts->debts, 0);

  for (guint i = 0; i < facts->debts->len; i++)
    {
      const RelanceDebt *debt = g_ptr_array_index (facts->debts, i);
      const RelanceFees *fees = find_fees (facts, i);

      if (strcmp (debt->currency, first->currency) != 0)
        return FALSE;
      *balance += debt->balance;
      if (has_earlier_part (facts, i))
        continue;
      if (fees == NULL || !is_sayable (fees, debt->currency))
        return FALSE;
      *interest += fees->interest;
      *fixed += fees->fixed;
    }

  return TRUE;
}

static void
add_fees_of_all (RelanceLetterValue *dict,
                 const RelanceLetterFacts *facts,
                 RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) inner = relance_letter_value_new_dictionary ();
  const char *currency = ((RelanceDebt *) g_ptr_array_index (facts->debts, 0))->currency;
  gint64 balance = 0, interest = 0, fixed = 0;

  if (!sum_fees (facts, &balance, &interest, &fixed))
    return;

  relance_letter_values_add_money (inner, "interest", interest, currency, language);
  relance_letter_values_add_money (inner, "recovery", fixed, currency, language);
  relance_letter_values_add_money (inner, "total", interest + fixed, currency, language);
  relance_letter_values_add_money (inner, "grand_total", balance + interest + fixed, currency,
                                   language);
  relance_letter_values_add (dict, "fees", g_steal_pointer (&inner));
}

static void
add_plan (RelanceLetterValue *dict, GPtrArray *plan, RelanceLanguage language)
{
  g_autoptr (RelanceLetterValue) inner = relance_letter_value_new_dictionary ();
  g_autoptr (RelanceLetterValue) parts = relance_letter_value_new_list ();
  g_auto (GStrv) totals = format_totals (plan, language);
  g_autofree char *total = g_strjoinv (" + ", totals);

  for (guint i = 0; i < plan->len; i++)
    {
      g_autoptr (RelanceLetterValue) part = relance_letter_value_new_dictionary ();
      const RelanceDebt *debt = g_ptr_array_index (plan, i);

      relance_letter_values_add_date (part, "date", debt->due, language);
      relance_letter_values_add_money (part, "amount", debt->balance, debt->currency, language);
      relance_letter_value_append (parts, g_steal_pointer (&part));
    }

  relance_letter_values_add (inner, "parts", g_steal_pointer (&parts));
  relance_letter_values_add_text (inner, "total", total);
  relance_letter_values_add_number (inner, "count", (int) plan->len);
  relance_letter_values_add (dict, "plan", g_steal_pointer (&inner));
}

/**
 * relance_letter_invoices_describe:
 *
 * Adds all that @facts hold of invoices to the names that a letter knows.
 */
void
relance_letter_invoices_describe (RelanceLetterValue *dict,
                                  const RelanceLetterFacts *facts,
                                  RelanceLanguage language)
{
  if (facts->plan != NULL && facts->plan->len > 0)
    add_plan (dict, facts->plan, language);

  if (facts->debts->len == 0)
    return;

  add_attached (dict, facts->debts);
  relance_letter_values_add_flag (dict, "settled", are_all_settled (facts->debts));
  add_fees_of_all (dict, facts, language);
  if (facts->debts->len == 1)
    relance_letter_values_add (dict, "one", describe_debt (facts, 0, language));
  else
    relance_letter_values_add (dict, "several", describe_several (facts, language));
}
