/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-explanation.h"

#include "relance-money.h"

#include <glib/gi18n-lib.h>

static RelanceExplanation *
make_explanation (const char *title, const char *words)
{
  RelanceExplanation *self = g_new0 (RelanceExplanation, 1);

  self->title = g_strdup (title);
  self->words = g_strdup (words);
  return self;
}

static char *
dup_money (const RelanceComparison *comparison, gint64 amount)
{
  return relance_money_format (amount, comparison->now->currency, NULL);
}

static char *
dup_count (int count)
{
  /* Translators: %d is a number of invoices */
  return g_strdup_printf (ngettext ("%d invoice", "%d invoices", (gulong) count), count);
}

/* The days over which the months are counted; what is due on the last day is not late yet. */
static char *
describe_months (const RelanceComparison *comparison, int count)
{
  RelanceDate first = g_array_index (comparison->now->months, RelanceMonth, 0).month;
  g_autofree char *invoices = dup_count (count);
  g_autofree char *from = relance_date_format (first, NULL);
  g_autofree char *to = relance_date_format (comparison->day - 1, NULL);

  /* Translators: a number of invoices, two dates */
  return g_strdup_printf (_ ("%1$s, due from %2$s to %3$s."), invoices, from, to);
}

static char *
describe_open (RelanceDate day, int count)
{
  g_autofree char *invoices = dup_count (count);
  g_autofree char *date = relance_date_format (day, NULL);

  /* Translators: a number of invoices, a date */
  return g_strdup_printf (_ ("%1$s, as of %2$s."), invoices, date);
}

static char *
describe_before (const RelanceComparison *comparison, gint64 amount)
{
  g_autofree char *money = dup_money (comparison, amount);
  g_autofree char *day = relance_date_format (comparison->before_day, NULL);

  /* Translators: a date, an amount of money */
  return g_strdup_printf (_ ("On %1$s it was %2$s."), day, money);
}

static char *
add_sentence (const char *first, const char *second)
{
  return second != NULL ? g_strconcat (first, " ", second, NULL) : g_strdup (first);
}

/**
 * relance_explain_owed:
 *
 * Returns: (transfer full): how what is owed is computed
 */
RelanceExplanation *
relance_explain_owed (const RelanceComparison *comparison)
{
  const RelanceCurrencyFigures *figures = comparison->now;
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "Owed to You"),
    _ ("The total of every invoice, less what was paid, credited or given up. What is too much on "
       "one is not taken off another."));
  g_autofree char *not_due = dup_money (comparison, figures->owed.amount - figures->overdue.amount);
  g_autofree char *late = dup_money (comparison, figures->overdue.amount);
  g_autofree char *owed = dup_money (comparison, figures->owed.amount);
  g_autofree char *before = comparison->before != NULL
                              ? describe_before (comparison, comparison->before->owed.amount)
                              : NULL;

  /* Translators: three amounts of money; the third is the sum of the others */
  self->sum = g_strdup_printf (_ ("%1$s not late + %2$s late = %3$s"), not_due, late, owed);
  self->basis = describe_open (comparison->day, figures->owed.count);
  self->note = add_sentence (_ ("Each instalment of an invoice counts by itself."), before);
  return self;
}

/**
 * relance_explain_overdue:
 *
 * Returns: (transfer full): how what is late is computed
 */
RelanceExplanation *
relance_explain_overdue (const RelanceComparison *comparison)
{
  const RelanceCurrencyFigures *figures = comparison->now;
  RelanceExplanation *self =
    make_explanation (C_ ("explained", "Late"),
                      _ ("What remains due of every invoice whose due date is past. What is due on "
                         "the day itself is not late yet."));
  g_autofree char *not_due = dup_money (comparison, figures->owed.amount - figures->overdue.amount);
  g_autofree char *late = dup_money (comparison, figures->overdue.amount);
  g_autofree char *owed = dup_money (comparison, figures->owed.amount);

  /* Translators: three amounts of money; the third is what remains of the first */
  self->sum = g_strdup_printf (_ ("%1$s owed − %2$s not late = %3$s"), owed, not_due, late);
  self->basis = describe_open (comparison->day, figures->overdue.count);
  if (comparison->before != NULL)
    self->note = describe_before (comparison, comparison->before->overdue.amount);
  return self;
}

static char *
describe_rate (const RelanceComparison *comparison, int percent)
{
  const RelanceCurrencyFigures *figures = comparison->now;
  g_autofree char *settled = dup_money (comparison, figures->settled_amount);
  g_autofree char *due = dup_money (comparison, figures->due_amount);
  int of_amounts = relance_comparison_get_percent_of_amounts (figures);
  /* Translators: numbers of invoices, and the percentage they come to */
  g_autofree char *counts =
    g_strdup_printf (_ ("%1$d on time ÷ (%1$d on time + %2$d late + %3$d still open) = %4$d%%"),
                     figures->settled, figures->late, figures->open_overdue, percent);
  /* Translators: two amounts of money, and the percentage they come to */
  g_autofree char *amounts =
    g_strdup_printf (_ ("By amount: %1$s ÷ %2$s = %3$d%%"), settled, due, of_amounts);

  return g_strconcat (counts, "\n", amounts, NULL);
}

/**
 * relance_explain_rate:
 *
 * Returns: (transfer full): how the on-time rate is computed
 */
RelanceExplanation *
relance_explain_rate (const RelanceComparison *comparison)
{
  const RelanceCurrencyFigures *figures = comparison->now;
  int percent = relance_comparison_get_percent (figures);
  int before = comparison->before != NULL ? relance_comparison_get_percent (comparison->before)
                                          : -1;
  g_autofree char *earlier = NULL;
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "Paid on Time"),
    _ (
      "Of the invoices that fell due, the share that was settled by the due date. What is late and "
      "still open counts as late; what is due on the day itself does not count yet."));

  self->basis =
    describe_months (comparison, figures->settled + figures->late + figures->open_overdue);
  if (percent < 0)
    {
      /* Translators: %d is a number of invoices */
      self->note = g_strdup_printf (_ ("Under %d invoices a percentage would tell nothing."),
                                    RELANCE_FEWEST_FOR_A_RATE);
      return self;
    }
  self->sum = describe_rate (comparison, percent);
  if (before >= 0)
    {
      g_autofree char *day = relance_date_format (comparison->before_day, NULL);

      /* Translators: a date, a percentage */
      earlier = g_strdup_printf (_ ("On %1$s it was %2$d%%."), day, before);
    }
  self->note = add_sentence (_ ("Rounded down, so that 100% is all of them."), earlier);
  return self;
}

/**
 * relance_explain_months:
 *
 * Returns: (transfer full): what the bars of the months stand for
 */
RelanceExplanation *
relance_explain_months (const RelanceComparison *comparison)
{
  const RelanceCurrencyFigures *figures = comparison->now;
  int counted = figures->settled + figures->late + figures->open_overdue;
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "Paid on Time, Paid Late"),
    _ ("Every invoice stands in the month it fell due: on time when it was settled by then, late "
       "when it was settled later or given up, and else still open. Of what is still open, amounts "
       "are what remains due."));

  /* Translators: numbers of invoices; the last one is the sum of the others */
  self->sum = g_strdup_printf (_ ("%1$d on time + %2$d late + %3$d still open = %4$d"),
                               figures->settled, figures->late, figures->open_overdue, counted);
  self->basis = describe_months (comparison, counted);
  return self;
}

/**
 * relance_explain_ageing:
 * @bands: %RELANCE_N_BANDS of them
 *
 * Returns: (transfer full): what the age bands stand for
 */
RelanceExplanation *
relance_explain_ageing (const char *currency, RelanceDate day, const RelanceTally *bands)
{
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "How Old It Is"),
    _ ("What remains due of every invoice, by the days since its due date. Days late are counted "
       "from the day after; what is due on the day itself is not late."));
  g_autoptr (GString) sum = g_string_new (NULL);
  g_autofree char *owed = NULL;
  RelanceTally whole = { 0 };

  for (int i = 0; i < RELANCE_N_BANDS; i++)
    {
      g_autofree char *band = relance_money_format (bands[i].amount, currency, NULL);

      g_string_append_printf (sum, "%s%s", i > 0 ? " + " : "", band);
      whole.count += bands[i].count;
      whole.amount += bands[i].amount;
    }
  owed = relance_money_format (whole.amount, currency, NULL);
  g_string_append_printf (sum, " = %s", owed);
  self->sum = g_string_free (g_steal_pointer (&sum), FALSE);
  self->basis = describe_open (day, whole.count);
  self->note = g_strdup (_ ("What clients have to their credit lowers no band until somebody says "
                            "which invoice it is for."));
  return self;
}

/**
 * relance_explanation_dup_text:
 *
 * Returns: (transfer full): the whole explanation without its title, as one is told it
 */
char *
relance_explanation_dup_text (const RelanceExplanation *self)
{
  const char *parts[] = { self->words, self->sum, self->basis, self->note };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", parts[i]);
  return g_string_free (text, FALSE);
}

RelanceExplanation *
relance_explanation_copy (const RelanceExplanation *self)
{
  RelanceExplanation *copy = g_new0 (RelanceExplanation, 1);

  copy->title = g_strdup (self->title);
  copy->words = g_strdup (self->words);
  copy->sum = g_strdup (self->sum);
  copy->basis = g_strdup (self->basis);
  copy->note = g_strdup (self->note);
  return copy;
}

void
relance_explanation_free (RelanceExplanation *self)
{
  g_free (self->title);
  g_free (self->words);
  g_free (self->sum);
  g_free (self->basis);
  g_free (self->note);
  g_free (self);
}
