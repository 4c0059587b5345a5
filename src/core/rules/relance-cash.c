/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-cash.h"

#include "relance-survival.h"

#include <math.h>

/* Any number would do, as long as it stays: the same book then has the same forecast. */
#define SEED G_GUINT64_CONSTANT (20261124)

/* An open claim: up to which number, of 2^32, a draw falls into each week or one before it. */
typedef struct
{
  gint64 balance;
  guint32 *limits;
} Wait;

typedef struct
{
  RelanceForecaster *forecaster;
  GArray *survival; /* RelanceSurvivalStep: days late */
  RelanceDate day;
  RelanceDate monday;
  int n_weeks;
} Outlook;

/* The next of a row of numbers that look like chance (SplitMix64). */
static guint32
draw (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint32) (z >> 32);
}

static RelanceDate
get_sunday (const Outlook *outlook, int week)
{
  return outlook->monday + 7 * week + 6;
}

static guint32
to_limit (double share)
{
  return (guint32) (CLAMP (share, 0, 1) * G_MAXUINT32);
}

/* What is still open today can only come later: shares of what is beyond today. */
static gboolean
wait_as_expected (const Outlook *outlook, const RelanceClaim *claim, guint32 *limits)
{
  RelanceExpectation expectation;
  double before, after;

  if (!relance_forecaster_expect_date (outlook->forecaster, claim, &expectation))
    return FALSE;
  before = relance_forecaster_get_settled (outlook->forecaster, claim, &expectation, outlook->day);
  after = 1 - before;
  if (isnan (before) || after < 1e-9)
    return FALSE;
  for (int week = 0; week < outlook->n_weeks; week++)
    limits[week] =
      to_limit ((relance_forecaster_get_settled (outlook->forecaster, claim, &expectation,
                                                 get_sunday (outlook, week)) -
                 before) /
                after);
  return TRUE;
}

/* Later than this client ever was: as everybody's whose debt is as old. */
static gboolean
wait_as_others (const Outlook *outlook, const RelanceClaim *claim, guint32 *limits)
{
  double open, last;

  if (outlook->survival->len == 0)
    return FALSE;
  open = relance_survival_get_open (outlook->survival, outlook->day - claim->due);
  last = g_array_index (outlook->survival, RelanceSurvivalStep, outlook->survival->len - 1).open;
  if (open - last < 1e-9)
    return FALSE;
  for (int week = 0; week < outlook->n_weeks; week++)
    limits[week] = to_limit (
      1 - relance_survival_get_open (outlook->survival, get_sunday (outlook, week) - claim->due) /
            open);
  return TRUE;
}

static GArray *
list_waits (RelanceCash *self, const Outlook *outlook, GArray *claims, guint32 *limits)
{
  GArray *waits = g_array_new (FALSE, FALSE, sizeof (Wait));

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);
      Wait wait = { claim->balance, limits + (gsize) waits->len * outlook->n_weeks };

      if (claim->balance <= 0)
        continue;
      if (wait_as_expected (outlook, claim, wait.limits) ||
          wait_as_others (outlook, claim, wait.limits))
        {
          g_array_append_val (waits, wait);
          continue;
        }
      self->unknown_count++;
      self->unknown_amount += claim->balance;
    }
  return waits;
}

static void
draw_once (GArray *waits, guint64 *state, int n_weeks, gint64 *sums)
{
  for (guint i = 0; i < waits->len; i++)
    {
      const Wait *wait = &g_array_index (waits, Wait, i);
      guint32 number = draw (state);

      for (int week = 0; week < n_weeks; week++)
        if (number < wait->limits[week])
          {
            sums[week] += wait->balance;
            break;
          }
    }
}

static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* @draws: by draw, then week */
static RelanceCashWeek
close_week (const Outlook *outlook, const gint64 *draws, int week)
{
  gint64 sorted[RELANCE_CASH_DRAWS];

  for (int i = 0; i < RELANCE_CASH_DRAWS; i++)
    sorted[i] = draws[(gsize) i * outlook->n_weeks + week];
  qsort (sorted, RELANCE_CASH_DRAWS, sizeof (gint64), compare_amounts);
  return (RelanceCashWeek) { outlook->monday + 7 * week, sorted[RELANCE_CASH_DRAWS / 10 - 1],
                             sorted[RELANCE_CASH_DRAWS / 2 - 1],
                             sorted[RELANCE_CASH_DRAWS * 9 / 10 - 1] };
}

static GArray *
learn_survival (GArray *claims, RelanceDate day)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (RelanceSpan));

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);
      RelanceDate seen = claim->balance > 0 ? day : claim->end;

      if (claim->sold > 0)
        g_array_append_vals (
          spans, &((RelanceSpan) { seen - claim->due, relance_claim_is_settled (claim) }), 1);
    }
  return relance_survival_new (spans);
}

/**
 * relance_cash_compute:
 * @self: (out): cleared by relance_cash_clear()
 * @claims: (element-type RelanceClaim): of one currency
 * @n_weeks: from Monday to Sunday, that of @day first
 *
 * Draws %RELANCE_CASH_DRAWS futures, always the same ones for the same book. Each open claim is settled
 * after @day, as @forecaster expects it of the client; one that waits for longer than that, as
 * the debts of this currency did that were as late (Kaplan and Meier's tail); one that waits for
 * longer than all of these has no precedent and is in no week.
 */
void
relance_cash_compute (RelanceCash *self,
                      RelanceForecaster *forecaster,
                      GArray *claims,
                      RelanceDate day,
                      int n_weeks)
{
  g_autoptr (GArray) survival = learn_survival (claims, day);
  g_autofree guint32 *limits = g_new0 (guint32, (gsize) MAX (claims->len, 1) * n_weeks);
  g_autofree gint64 *draws = g_new0 (gint64, (gsize) RELANCE_CASH_DRAWS * n_weeks);
  Outlook outlook = { forecaster, survival, day, day - (relance_date_get_weekday (day) - 1),
                      n_weeks };
  g_autoptr (GArray) waits = NULL;
  guint64 state = SEED;

  *self = (RelanceCash) { g_array_new (FALSE, FALSE, sizeof (RelanceCashWeek)), 0, 0 };
  waits = list_waits (self, &outlook, claims, limits);
  for (int i = 0; i < RELANCE_CASH_DRAWS; i++)
    draw_once (waits, &state, n_weeks, draws + (gsize) i * n_weeks);
  for (int week = 0; week < n_weeks; week++)
    g_array_append_vals (self->weeks, &((RelanceCashWeek[]) { close_week (&outlook, draws, week) }),
                         1);
}

void
relance_cash_clear (RelanceCash *self)
{
  g_clear_pointer (&self->weeks, g_array_unref);
}
