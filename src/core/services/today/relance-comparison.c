/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-comparison.h"

#include "relance-money.h"

#include <glib/gi18n-lib.h>

static int
count_due (const RelanceCurrencyFigures *figures)
{
  return figures->settled + figures->late + figures->open_overdue;
}

/* Whole percents rounded down, so that 100 are all of them. */
static int
get_percent (gint64 part, gint64 whole)
{
  return whole > 0 ? (int) (part * 100 / whole) : -1;
}

/* Nothing that stays nothing is no news. */
static char *
describe_amount (const RelanceComparison *self, gint64 now, gint64 before, int *direction)
{
  gint64 difference = now - before;
  g_autofree char *amount =
    relance_money_format_short (ABS (difference), self->now->currency, NULL);

  *direction = (difference > 0) - (difference < 0);
  if (now == 0 && before == 0)
    return NULL;
  if (difference == 0)
    return g_strdup (self->is_today ? C_ ("amount", "As much as a month ago")
                                    : C_ ("amount", "As much as a month before"));
  if (difference > 0)
    /* Translators: %s is an amount of money */
    return g_strdup_printf (
      self->is_today ? _ ("%s more than a month ago") : _ ("%s more than a month before"), amount);
  /* Translators: %s is an amount of money */
  return g_strdup_printf (
    self->is_today ? _ ("%s less than a month ago") : _ ("%s less than a month before"), amount);
}

/**
 * relance_comparison_get_day_before:
 *
 * Returns: the same day one month before, or the last of that month where it is shorter
 */
RelanceDate
relance_comparison_get_day_before (RelanceDate day)
{
  return relance_date_add_months (day, -1);
}

/**
 * relance_comparison_get_percent:
 *
 * Returns: the on-time rate by count, in whole percents rounded down, so that 100 are all of them; -1
 *   below %RELANCE_FEWEST_FOR_A_RATE
 */
int
relance_comparison_get_percent (const RelanceCurrencyFigures *figures)
{
  int counted = count_due (figures);

  return counted >= RELANCE_FEWEST_FOR_A_RATE ? get_percent (figures->settled, counted) : -1;
}

/**
 * relance_comparison_get_percent_of_amounts:
 *
 * Returns: as relance_comparison_get_percent(), each invoice weighing its amount
 */
int
relance_comparison_get_percent_of_amounts (const RelanceCurrencyFigures *figures)
{
  return count_due (figures) >= RELANCE_FEWEST_FOR_A_RATE
           ? get_percent (figures->settled_amount, figures->due_amount)
           : -1;
}

/**
 * relance_comparison_describe_owed:
 * @direction: (out): 1 for more, -1 for less, 0 for as much
 *
 * Returns: (transfer full) (nullable): how what is owed moved, in words; %NULL without history,
 *   and where nothing was owed and nothing is
 */
char *
relance_comparison_describe_owed (const RelanceComparison *self, int *direction)
{
  *direction = 0;
  if (self->before == NULL)
    return NULL;
  return describe_amount (self, self->now->owed.amount, self->before->owed.amount, direction);
}

/**
 * relance_comparison_describe_overdue:
 * @direction: (out): 1 for more, -1 for less, 0 for as much
 *
 * Returns: (transfer full) (nullable): how what is late moved, in words; %NULL without history,
 *   and where nothing was late and nothing is
 */
char *
relance_comparison_describe_overdue (const RelanceComparison *self, int *direction)
{
  *direction = 0;
  if (self->before == NULL)
    return NULL;
  return describe_amount (self, self->now->overdue.amount, self->before->overdue.amount, direction);
}

/**
 * relance_comparison_describe_rate:
 * @direction: (out): 1 for up, -1 for down, 0 for neither
 *
 * Returns: (transfer full) (nullable): how the on-time rate moved, in points between what is shown;
 *   %NULL where one of the two is too small a sample
 */
char *
relance_comparison_describe_rate (const RelanceComparison *self, int *direction)
{
  int now = relance_comparison_get_percent (self->now);
  int before = self->before != NULL ? relance_comparison_get_percent (self->before) : -1;
  int points = ABS (now - before);

  *direction = 0;
  if (now < 0 || before < 0)
    return NULL;
  *direction = (now > before) - (now < before);
  if (points == 0)
    return g_strdup (self->is_today ? C_ ("rate", "The same as a month ago")
                                    : C_ ("rate", "The same as a month before"));
  if (now > before)
    return g_strdup_printf (self->is_today
                              /* Translators: %d is a number of percentage points */
                              ? ngettext ("%d point more than a month ago",
                                          "%d points more than a month ago", (gulong) points)
                              /* Translators: %d is a number of percentage points */
                              : ngettext ("%d point more than a month before",
                                          "%d points more than a month before", (gulong) points),
                            points);
  return g_strdup_printf (self->is_today
                            /* Translators: %d is a number of percentage points */
                            ? ngettext ("%d point less than a month ago",
                                        "%d points less than a month ago", (gulong) points)
                            /* Translators: %d is a number of percentage points */
                            : ngettext ("%d point less than a month before",
                                        "%d points less than a month before", (gulong) points),
                          points);
}
