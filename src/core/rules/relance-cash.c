/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-cash.h"

#include "relance-survival.h"

#include <math.h>
#include <string.h>

/* Any number would do, as long as it stays: the same book then has the same forecast. */
#define SEED G_GUINT64_CONSTANT (20261124)

/* A number begins with eight bits, of which all weeks are fewer. */
#define BEGINNING_SHIFT 24
#define N_BEGINNINGS 256
#define UNDECIDED 255

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

/* The number at @place of a row that looks like chance (SplitMix64): two of 32 bits. */
static guint64
draw (guint64 place)
{
  guint64 z = SEED + place * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z;
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

/* How many limits @number is not below: its week, or behind the last one what comes later. */
static int
find_week (const guint32 *limits, int n_weeks, guint32 number)
{
  int week = 0;

  while (week < n_weeks && number >= limits[week])
    week++;
  return week;
}

/* The week of all numbers that begin with the same bits, for each such beginning; %UNDECIDED where a
 * limit lies among them. Chance decides between a few weeks a thousand times for each claim, and
 * this leaves little to decide each time. */
static void
sort_beginnings (const guint32 *limits, int n_weeks, guint8 weeks[N_BEGINNINGS])
{
  guint32 next = 0;

  for (int week = 0; week < n_weeks; week++)
    {
      guint32 last = limits[week] >> BEGINNING_SHIFT;

      if (last < next)
        continue;
      memset (weeks + next, week, last - next);
      weeks[last] = UNDECIDED;
      next = last + 1;
    }
  memset (weeks + next, n_weeks, N_BEGINNINGS - next);
}

/* Spreads one of @n_waits over all draws. @sums: by week, then draw; what comes later is behind the
 * last week. */
static void
draw_wait (const Wait *wait, guint index, guint n_waits, int n_weeks, gint64 *sums)
{
  guint8 weeks[N_BEGINNINGS];

  sort_beginnings (wait->limits, n_weeks, weeks);
  for (guint i = 0; i < RELANCE_CASH_DRAWS; i += 2)
    {
      guint64 numbers = draw ((guint64) i * n_waits + index + 1);

      for (guint half = 0; half < 2; half++, numbers >>= 32)
        {
          guint32 number = (guint32) numbers;
          int week = weeks[number >> BEGINNING_SHIFT];

          if (G_UNLIKELY (week == UNDECIDED))
            week = find_week (wait->limits, n_weeks, number);
          sums[(gsize) week * RELANCE_CASH_DRAWS + i + half] += wait->balance;
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

/* @draws: what each of them brought; they are sorted */
static RelanceCashWeek
close_week (RelanceDate monday, gint64 *draws)
{
  qsort (draws, RELANCE_CASH_DRAWS, sizeof (gint64), compare_amounts);
  return (RelanceCashWeek) { monday, draws[RELANCE_CASH_DRAWS / 10 - 1],
                             draws[RELANCE_CASH_DRAWS / 2 - 1],
                             draws[RELANCE_CASH_DRAWS * 9 / 10 - 1] };
}

/* The weeks of one draw belong together: their sum is taken before each week is sorted. */
static RelanceCashWeek
close_all (RelanceDate monday, const gint64 *sums, int n_weeks)
{
  gint64 draws[RELANCE_CASH_DRAWS] = { 0 };

  for (int week = 0; week < n_weeks; week++)
    for (int i = 0; i < RELANCE_CASH_DRAWS; i++)
      draws[i] += sums[(gsize) week * RELANCE_CASH_DRAWS + i];
  return close_week (monday, draws);
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
 * @n_weeks: from Monday to Sunday, that of @day first; at most 200
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
  g_autofree gint64 *sums = g_new0 (gint64, (gsize) RELANCE_CASH_DRAWS * (n_weeks + 1));
  Outlook outlook = { forecaster, survival, day, day - (relance_date_get_weekday (day) - 1),
                      n_weeks };
  g_autoptr (GArray) waits = NULL;

  *self = (RelanceCash) { .weeks = g_array_new (FALSE, FALSE, sizeof (RelanceCashWeek)) };
  waits = list_waits (self, &outlook, claims, limits);
  self->known_count = (int) waits->len;
  for (guint i = 0; i < waits->len; i++)
    draw_wait (&g_array_index (waits, Wait, i), i, waits->len, n_weeks, sums);
  self->all = close_all (outlook.monday, sums, n_weeks);
  for (int week = 0; week < n_weeks; week++)
    {
      RelanceCashWeek closed =
        close_week (outlook.monday + 7 * week, sums + (gsize) week * RELANCE_CASH_DRAWS);

      g_array_append_val (self->weeks, closed);
    }
}

void
relance_cash_clear (RelanceCash *self)
{
  g_clear_pointer (&self->weeks, g_array_unref);
}
