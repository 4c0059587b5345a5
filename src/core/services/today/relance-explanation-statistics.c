/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-explanation.h"

#include "relance-money.h"
#include "relance-survival.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A product of more factors than that is told by its first ones and its last. */
#define FACTORS_TOLD 6

static RelanceExplanation *
make_explanation (const char *title, const char *words)
{
  RelanceExplanation *self = g_new0 (RelanceExplanation, 1);

  self->title = g_strdup (title);
  self->words = g_strdup (words);
  return self;
}

static char *
dup_money (const RelanceCurrencyFigures *figures, double amount)
{
  return relance_money_format (llround (amount), figures->currency, NULL);
}

/**
 * relance_explanation_count_days:
 * @days: below zero for days before
 *
 * Returns: what ngettext() counts when @days are written with one decimal. French has no plural below 2,
 * where English has one for all but 1: so has 0.
 */
gulong
relance_explanation_count_days (double days)
{
  double written = round (fabs (days) * 10) / 10;

  if (written == 1)
    return 1;
  return written < 2 ? 0 : (gulong) written;
}

/**
 * relance_explanation_dup_days:
 *
 * Returns: (transfer full): a number of days in words, with a decimal where it needs one; "–" for NAN
 */
char *
relance_explanation_dup_days (double days)
{
  double rounded = round (days * 10) / 10;

  if (isnan (days))
    return g_strdup ("–");
  if (rounded == floor (rounded))
    /* Translators: %d is a number of days, which may be below zero */
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) fabs (rounded)), (int) rounded);
  /* Translators: %.1f is a number of days, which may be below zero */
  return g_strdup_printf (ngettext ("%.1f day", "%.1f days", relance_explanation_count_days (days)),
                          rounded);
}

/**
 * relance_explanation_dup_share:
 * @part: of @whole, which is at least 1
 *
 * Returns: (transfer full): a share in whole percents, or both numbers where they are too few for that
 */
char *
relance_explanation_dup_share (double share, int part, int whole)
{
  if (isnan (share))
    return g_strdup ("–");
  if (whole < RELANCE_FEWEST_FOR_A_RATE)
    /* Translators: in place of a percentage of a few invoices: how many, of how many */
    return g_strdup_printf (C_ ("share", "%1$d of %2$d"), part, whole);
  /* Translators: a percentage. */
  return g_strdup_printf (_ ("%d%%"), (int) floor (share * 100 + 1e-9));
}

static char *
describe_sales (const RelanceCurrencyFigures *figures, RelanceDate day)
{
  const RelanceDsoParts *parts = &figures->statistics.dso_parts;
  g_autofree char *from = relance_date_format (day - RELANCE_DSO_PERIOD + 1, NULL);
  g_autofree char *to = relance_date_format (day, NULL);
  /* Translators: %d is a number of invoices */
  g_autofree char *open = g_strdup_printf (
    ngettext ("%d open invoice", "%d open invoices", (gulong) parts->n_open), parts->n_open);

  return g_strdup_printf (
    /* Translators: a number of invoices as a word, how many were issued, two dates */
    ngettext ("%1$s; %2$d invoice issued from %3$s to %4$s.",
              "%1$s; %2$d invoices issued from %3$s to %4$s.", (gulong) parts->n_sold),
    open, parts->n_sold, from, to);
}

static char *
describe_settled (int settled)
{
  return g_strdup_printf (
    /* Translators: %d is a number of invoices */
    ngettext ("%d settled invoice.", "%d settled invoices.", (gulong) settled), settled);
}

/**
 * relance_explain_dso:
 *
 * Returns: (transfer full): how the days sales outstanding are counted back
 */
RelanceExplanation *
relance_explain_dso (const RelanceCurrencyFigures *figures, RelanceDate day)
{
  const RelanceDsoParts *parts = &figures->statistics.dso_parts;
  g_autofree char *result = relance_explanation_dup_days (figures->statistics.dso);
  g_autofree char *owed = dup_money (figures, parts->owed);
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "Days Sales Outstanding (DSO)"),
    _ (
      "How many days of your latest sales are still owed. What is owed is set against the sales of "
      "the day, then of the day before, and so on until nothing is left of it. Day by day, so that "
      "months without sales distort nothing."));

  self->basis = describe_sales (figures, day);
  if (isnan (figures->statistics.dso))
    return self;
  if (parts->last_sales > 0)
    {
      g_autofree char *rest = dup_money (figures, parts->rest);
      g_autofree char *sales = dup_money (figures, parts->last_sales);

      /* Translators: a number of days, two amounts of money, and the days they come to */
      self->sum =
        g_strdup_printf (_ ("%1$d + %2$s ÷ %3$s = %4$s"), parts->whole_days, rest, sales, result);
    }
  else
    self->sum = g_strdup (result);
  /* Translators: %s is an amount of money */
  self->note = g_strdup_printf (
    _ ("%s is owed: it covers the sales of the first number of days, and of one more day the part "
       "that is divided."),
    owed);
  return self;
}

static char *
divide_by_sales (const RelanceCurrencyFigures *figures, double amount, double days)
{
  g_autofree char *part = dup_money (figures, amount);
  g_autofree char *sales = dup_money (figures, figures->statistics.dso_parts.sales);
  g_autofree char *result = relance_explanation_dup_days (days);

  if (isnan (days))
    return NULL;
  /* Translators: two amounts of money, a number of days, and the days they come to */
  return g_strdup_printf (_ ("%1$s ÷ %2$s × %3$d = %4$s"), part, sales, RELANCE_DSO_PERIOD, result);
}

/**
 * relance_explain_dso_simple:
 *
 * Returns: (transfer full): how the plain days sales outstanding are computed
 */
RelanceExplanation *
relance_explain_dso_simple (const RelanceCurrencyFigures *figures, RelanceDate day)
{
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "DSO, Plainly Divided"),
    _ ("What is owed, divided by the sales of a year, times the days of that year. "
       "Both with taxes. It moves with your sales as much as with your clients."));

  self->sum =
    divide_by_sales (figures, figures->statistics.dso_parts.owed, figures->statistics.dso_simple);
  self->basis = describe_sales (figures, day);
  return self;
}

/**
 * relance_explain_dso_best:
 *
 * Returns: (transfer full): how the best possible days sales outstanding are computed
 */
RelanceExplanation *
relance_explain_dso_best (const RelanceCurrencyFigures *figures, RelanceDate day)
{
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "Best Possible DSO"),
    _ ("What the plainly divided DSO would be if nobody were late: only what is not "
       "late, divided by the sales of a year, times the days of that year."));

  self->sum =
    divide_by_sales (figures, figures->statistics.dso_parts.not_due, figures->statistics.dso_best);
  self->basis = describe_sales (figures, day);
  return self;
}

/**
 * relance_explain_median_late:
 *
 * Returns: (transfer full): how the median of the days late is found
 */
RelanceExplanation *
relance_explain_median_late (const RelanceCurrencyFigures *figures)
{
  const RelanceLatenessParts *parts = &figures->statistics.lateness_parts;
  g_autofree char *result = relance_explanation_dup_days (figures->statistics.median_late);
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "Days Late, the Median"),
    _ ("From the due date to the day it was settled, the one in the middle: half of the invoices "
       "came earlier, half later. Below zero is before the due date."));

  self->basis = describe_settled (parts->n_settled);
  if (isnan (figures->statistics.median_late))
    return self;
  if (parts->n_settled % 2 == 0)
    /* Translators: the two numbers of days in the middle, and their mean in days */
    self->sum = g_strdup_printf (_ ("(%1$d + %2$d) ÷ 2 = %3$s"), parts->low, parts->high, result);
  else
    self->sum = g_strdup (result);
  return self;
}

/* What is overdue is at least so late. */
static char *
describe_bound (const RelanceCurrencyFigures *figures)
{
  const RelanceLatenessParts *parts = &figures->statistics.lateness_parts;
  g_autofree char *weight = dup_money (figures, parts->weight);
  g_autofree char *open_weight = dup_money (figures, parts->open_weight);
  g_autofree char *amount = dup_money (figures, parts->amount);
  g_autofree char *open_amount = dup_money (figures, parts->open_amount);
  g_autofree char *result =
    relance_explanation_dup_days (figures->statistics.weighted_late_with_open);

  return g_strdup_printf (
    /* Translators: %1$d is a number of invoices; then four amounts of money and a number of days */
    ngettext ("With %1$d that is late and still open, at least: (%2$s + %3$s) ÷ (%4$s + %5$s) = "
              "%6$s",
              "With %1$d that are late and still open, at least: (%2$s + %3$s) ÷ (%4$s + %5$s) = "
              "%6$s",
              (gulong) parts->n_open),
    parts->n_open, weight, open_weight, amount, open_amount, result);
}

/**
 * relance_explain_weighted_late:
 *
 * Returns: (transfer full): how the mean of the days late by amount is computed
 */
RelanceExplanation *
relance_explain_weighted_late (const RelanceCurrencyFigures *figures)
{
  const RelanceLatenessParts *parts = &figures->statistics.lateness_parts;
  g_autofree char *weight = dup_money (figures, parts->weight);
  g_autofree char *amount = dup_money (figures, parts->amount);
  g_autofree char *result = relance_explanation_dup_days (figures->statistics.weighted_late);
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "Days Late, by Amount"),
    _ ("The amount of every settled invoice times its days late, added up, and divided by the "
       "amounts: a large invoice weighs more. Before the due date is 0 days late."));

  self->basis = describe_settled (parts->n_settled);
  if (!isnan (figures->statistics.weighted_late))
    /* Translators: two amounts of money, and the days they come to */
    self->sum = g_strdup_printf (_ ("%1$s ÷ %2$s = %3$s"), weight, amount, result);
  if (parts->n_open > 0)
    self->note = describe_bound (figures);
  return self;
}

static void
append_factor (GString *product, const RelanceSurvivalStep *step)
{
  g_string_append_printf (product, "%s(1 − %u ÷ %u)", product->len > 0 ? " × " : "", step->ended,
                          step->watched);
}

static char *
describe_product (const RelanceStatistics *statistics)
{
  GArray *steps = statistics->survival;
  g_autoptr (GString) product = g_string_new (NULL);
  g_autofree char *result =
    relance_explanation_dup_share (statistics->open_at_90_survival, 0, G_MAXINT);

  for (guint i = 0; i < steps->len; i++)
    {
      if (steps->len <= FACTORS_TOLD || i < FACTORS_TOLD - 1 || i == steps->len - 1)
        append_factor (product, &g_array_index (steps, RelanceSurvivalStep, i));
      else if (i == steps->len - 2)
        g_string_append (product, " × …");
    }
  return g_strdup_printf ("%s = %s", product->len > 0 ? product->str : "1", result);
}

/**
 * relance_explain_open_at_90:
 *
 * Returns: (transfer full): how the share that is still open at %RELANCE_OPEN_AGE days is computed
 */
RelanceExplanation *
relance_explain_open_at_90 (const RelanceCurrencyFigures *figures)
{
  const RelanceStatistics *statistics = &figures->statistics;
  g_autofree char *share = relance_explanation_dup_share (
    statistics->open_at_90, statistics->n_settled_after, statistics->n_settled);
  g_autofree char *product = NULL;
  RelanceExplanation *self = make_explanation (
    C_ ("explained", "Still Open After 90 Days"),
    _ (
      "Of the settled invoices, the share that took more than 90 days since they were issued. That "
      "forgets those which are still open, and they are the slow ones."));

  self->basis = describe_settled (statistics->n_settled);
  if (isnan (statistics->open_at_90))
    return self;
  if (statistics->n_settled >= RELANCE_FEWEST_FOR_A_RATE)
    self->sum =
      g_strdup_printf ("%d ÷ %d = %s", statistics->n_settled_after, statistics->n_settled, share);
  else
    self->sum = g_strdup (share);
  product = describe_product (statistics);
  self->note = g_strdup_printf (
    /* Translators: how many invoices, then a product such as “(1 − 1 ÷ 5) × (1 − 2 ÷ 4) = 40%” */
    ngettext (
      "With the open ones (Kaplan and Meier), %1$d invoice in all: for each day on which some "
      "were settled, 1 less their share of those that had lasted so long: %2$s",
      "With the open ones (Kaplan and Meier), %1$d invoices in all: for each day on which some "
      "were settled, 1 less their share of those that had lasted so long: %2$s",
      (gulong) statistics->n_watched),
    statistics->n_watched, product);
  return self;
}
