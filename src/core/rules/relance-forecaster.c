/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-forecaster.h"

#include "relance-blend.h"
#include "relance-payers.h"
#include "relance-recent-days.h"

#include <math.h>

/* What all errors together weigh beside each of the client's own. */
#define WEIGHT_OF_ERRORS 3.0

/* By how many standard errors of the difference a way must beat the usual one: less than that is
 * chance. While so few were judged nobody knows how much the difference varies: as much as the error
 * itself, then. */
#define CHANCE 0.5
#define FEW 50
#define HAIR 1e-6

/* The share that may fall outside the interval, and how fast its width follows what does. It starts
 * wider, for little is known. */
#define OUTSIDE 0.2
#define FIRST_OUTSIDE 0.1
#define LEAST_OUTSIDE 0.001
#define MOST_OUTSIDE 0.6
#define MOST_PACE 0.4
#define PACE 4.0

/* What was said of a claim on the day it was issued. */
typedef struct
{
  gboolean said;
  double dates[RELANCE_N_WAYS];
  RelanceExpectation expectation;
} Prophecy;

typedef struct
{
  double error;
  double due_error;
  double median_error;
  int n;
  int within_3;
  int within_7;
  int covered;
} Score;

struct _RelanceForecaster
{
  RelancePayers *payers;
  GHashTable *own_errors; /* client's id → RelanceRecentDays */
  RelanceTallyOfDays *errors;
  double gains[RELANCE_N_WAYS];   /* days by which each way erred less than the usual one */
  double squares[RELANCE_N_WAYS]; /* of how much that varies, added up */
  double outside;
  int waiting; /* foretold, and not settled yet */
  Score score;
};

static RelanceDate
round_day (double date)
{
  return (RelanceDate) floor (date + 0.5);
}

static RelanceRecentDays *
get_own_errors (RelanceForecaster *self, gint64 client_id)
{
  RelanceRecentDays *errors = g_hash_table_lookup (self->own_errors, &client_id);

  if (errors != NULL)
    return errors;
  errors = relance_recent_days_new ();
  g_hash_table_insert (self->own_errors, g_memdup2 (&client_id, sizeof client_id), errors);
  return errors;
}

/* The errors to expect with a client. */
static RelanceBlend
blend_errors (RelanceForecaster *self, gint64 client_id)
{
  RelanceBlend errors = { .all = self->errors, .weight = WEIGHT_OF_ERRORS };

  errors.own = relance_recent_days_get_sorted (get_own_errors (self, client_id), &errors.n_own);
  return errors;
}

/* Of the ways that erred less than the usual one by more than chance, the one that erred least, else the
 * usual one. A hair: rounding must not tell ways apart that say the same. */
static RelanceWay
find_way (RelanceForecaster *self)
{
  RelanceWay best = RELANCE_WAY_USUAL;

  for (RelanceWay way = RELANCE_WAY_USUAL + 1; way < RELANCE_N_WAYS; way++)
    if (self->gains[way] > CHANCE * sqrt (self->squares[way]) + HAIR &&
        self->gains[way] > self->gains[best] + HAIR)
      best = way;
  return best;
}

static void
set_interval (RelanceForecaster *self, gint64 client_id, RelanceExpectation *expectation)
{
  RelanceDate day = round_day (expectation->date);
  RelanceBlend errors = blend_errors (self, client_id);

  expectation->earliest = day;
  expectation->latest = day;
  if (relance_tally_of_days_get_n (self->errors) == 0)
    return;
  expectation->earliest += relance_blend_get_quantile (&errors, self->outside / 2);
  expectation->latest += relance_blend_get_quantile (&errors, 1 - self->outside / 2);
}

static void
prophesy (RelanceForecaster *self, const RelanceClaim *claim, Prophecy *prophecy)
{
  RelanceExpectation *expectation = &prophecy->expectation;

  if (relance_payers_is_empty (self->payers))
    return;
  prophecy->said = TRUE;
  relance_payers_foretell_all (self->payers, claim, prophecy->dates);
  expectation->date = prophecy->dates[find_way (self)];
  expectation->median_date = relance_payers_foretell_by_median (self->payers, claim);
  set_interval (self, claim->client_id, expectation);
}

/* One that falls outside widens it as much as four inside narrow it. The more was foretold since, the
 * later an answer comes; steps as large would overshoot. */
static void
follow_coverage (RelanceForecaster *self, gboolean covered)
{
  double pace = MIN (MOST_PACE, PACE / (self->waiting + 1));

  self->outside =
    CLAMP (self->outside * exp (pace * (OUTSIDE - !covered)), LEAST_OUTSIDE, MOST_OUTSIDE);
}

static void
keep_score (RelanceForecaster *self, const RelanceClaim *claim, const RelanceExpectation *said)
{
  double error = fabs (claim->end - said->date);
  gboolean covered = claim->end >= said->earliest && claim->end <= said->latest;
  Score *score = &self->score;

  score->n++;
  score->error += error;
  score->due_error += abs (claim->end - claim->due);
  score->median_error += fabs (claim->end - said->median_date);
  score->within_3 += error <= 3;
  score->within_7 += error <= 7;
  score->covered += covered;
  self->waiting--;
  follow_coverage (self, covered);
}

static void
judge_ways (RelanceForecaster *self, const RelanceClaim *claim, const Prophecy *prophecy)
{
  int error = CLAMP (claim->end - round_day (prophecy->expectation.date), -RELANCE_MOST_DAYS,
                     RELANCE_MOST_DAYS);
  double usual = fabs (claim->end - prophecy->dates[RELANCE_WAY_USUAL]);
  gboolean few = relance_tally_of_days_get_n (self->errors) < FEW;

  for (RelanceWay way = RELANCE_WAY_USUAL + 1; way < RELANCE_N_WAYS; way++)
    {
      double gain = usual - fabs (claim->end - prophecy->dates[way]);

      self->gains[way] += gain;
      self->squares[way] += few ? usual * usual : gain * gain;
    }
  relance_recent_days_add (get_own_errors (self, claim->client_id), error);
  relance_tally_of_days_add (self->errors, error);
}

/* What was issued before anything was known is judged as if it had been foretold on the day it was
 * settled: so that there is a best way and an interval from the start. */
static void
learn (RelanceForecaster *self, const RelanceClaim *claim, Prophecy *prophecy)
{
  if (prophecy->said)
    keep_score (self, claim, &prophecy->expectation);
  else
    prophesy (self, claim, prophecy);
  if (prophecy->said)
    judge_ways (self, claim, prophecy);
  relance_payers_learn (self->payers, claim);
}

static int
compare_issued (gconstpointer a, gconstpointer b)
{
  const RelanceClaim *first = a;
  const RelanceClaim *second = b;

  return (first->issued > second->issued) - (first->issued < second->issued);
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const RelanceClaim *claims = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  if (claims[first].end != claims[second].end)
    return claims[first].end < claims[second].end ? -1 : 1;
  return (first > second) - (first < second);
}

/* The places of @claims that came to an end, in the order in which they did: what was paid before
 * it was issued, on that day. */
static GArray *
list_ended (GArray *claims)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < claims->len; i++)
    {
      RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (claim->balance > 0)
        continue;
      claim->end = MAX (claim->end, claim->issued);
      g_array_append_val (places, i);
    }
  g_array_sort_with_data (places, compare_ends, claims->data);
  return places;
}

/* Learns from what ended before @day, from place @next of @ended on; returns the next one. */
static guint
learn_until (RelanceForecaster *self,
             GArray *claims,
             GArray *ended,
             guint next,
             RelanceDate day,
             Prophecy *prophecies)
{
  for (; next < ended->len; next++)
    {
      guint place = g_array_index (ended, guint, next);
      const RelanceClaim *past = &g_array_index (claims, RelanceClaim, place);

      if (past->end >= day)
        break;
      if (relance_claim_is_settled (past))
        learn (self, past, &prophecies[place]);
      else
        self->waiting -= prophecies[place].said;
    }
  return next;
}

/* Lives through the claims day by day: each is foretold from what was settled before its issue. What
 * never was settled is only waited for, for nothing can be held against it. */
static void
live_through (RelanceForecaster *self, GArray *claims)
{
  g_autoptr (GArray) ended = list_ended (claims);
  g_autofree Prophecy *prophecies = g_new0 (Prophecy, claims->len);
  guint next = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      next = learn_until (self, claims, ended, next, claim->issued, prophecies);
      if (relance_claim_is_settled (claim))
        prophesy (self, claim, &prophecies[i]);
      else
        prophecies[i].said = !relance_payers_is_empty (self->payers);
      self->waiting += prophecies[i].said;
    }
  learn_until (self, claims, ended, next, G_MAXINT32, prophecies);
}

/**
 * relance_forecaster_new:
 * @claims: (element-type RelanceClaim): of all currencies, for habits have none; they are sorted,
 *   and what was paid before its issue becomes paid on that day
 *
 * Learns from what was settled, day by day. What is foretold of a claim knows all that was settled
 * on a day before its issue, and nothing else:
 *
 * - The client's own delays (the last %RELANCE_RECENT_MOST) weigh 1 each and everybody's together 1.
 *   The expected day is the mean of the middle half of these, from the due date on.
 * - Six other ways are held against it: the same from the issue; the median, everybody's weighing 0.5,
 *   from the due date, and from the issue; everybody's median; the middle half with the last 8 alone; the
 *   usual day, moved to the nearest day of the month that is the middle of the client's last 8 payments,
 *   of two at least. What a way gained on the first is the days by which it erred less, added up over
 *   all that was settled so far. Of the ways that gained more than half the root of the sum of the squares
 *   of these days (for the first 50 settled ones, of the days by which the first way erred), the one that
 *   gained most takes its place.
 * - The interval of 80 % lies between the quantiles of the errors made until then, each as whole days, the
 *   client's own weighing 1 each and everybody's together 3. The share outside, half of it at either
 *   end, starts as 0.1 and is multiplied by exp (p × 0.2) when one is settled inside and by
 *   exp (-p × 0.8) when one is outside; p is 4 / (1 + those still awaited), at most 0.4.
 *
 * What was given up or credited away teaches nothing. Why so: a client is like itself from the first
 * delay on, but few delays say little; a book whose clients count or pay otherwise shows it by errors.
 *
 * Returns: (transfer full): what was learned
 */
RelanceForecaster *
relance_forecaster_new (GArray *claims)
{
  RelanceForecaster *self = g_new0 (RelanceForecaster, 1);

  self->payers = relance_payers_new ();
  self->own_errors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                            (GDestroyNotify) relance_recent_days_free);
  self->errors = relance_tally_of_days_new ();
  self->outside = FIRST_OUTSIDE;
  g_array_sort (claims, compare_issued);
  live_through (self, claims);
  return self;
}

void
relance_forecaster_free (RelanceForecaster *self)
{
  relance_payers_free (self->payers);
  g_hash_table_unref (self->own_errors);
  relance_tally_of_days_free (self->errors);
  g_free (self);
}

/**
 * relance_forecaster_get_backtest:
 *
 * Returns: how far from the truth it was, each settled claim foretold from what was settled before it
 *   was issued
 */
RelanceBacktest
relance_forecaster_get_backtest (RelanceForecaster *self)
{
  const Score *score = &self->score;
  double n = score->n;

  if (score->n == 0)
    return (RelanceBacktest) { 0, NAN, NAN, NAN, NAN, NAN, NAN };
  return (RelanceBacktest) {
    .n = score->n,
    .mae = score->error / n,
    .within_3 = score->within_3 / n,
    .within_7 = score->within_7 / n,
    .coverage = score->covered / n,
    .due_mae = score->due_error / n,
    .median_mae = score->median_error / n,
  };
}

/**
 * relance_forecaster_expect:
 * @claim: open
 * @expectation: (out): from all that is known
 *
 * Returns: whether anything was ever settled, from which to tell
 */
gboolean
relance_forecaster_expect (RelanceForecaster *self,
                           const RelanceClaim *claim,
                           RelanceExpectation *expectation)
{
  Prophecy prophecy = { 0 };

  prophesy (self, claim, &prophecy);
  *expectation = prophecy.expectation;
  return prophecy.said;
}

/**
 * relance_forecaster_expect_date:
 * @claim: open
 * @expectation: (out): of which only the date is told, in a fraction of the time
 *
 * Returns: whether anything was ever settled, from which to tell
 */
gboolean
relance_forecaster_expect_date (RelanceForecaster *self,
                                const RelanceClaim *claim,
                                RelanceExpectation *expectation)
{
  *expectation = (RelanceExpectation) { 0 };
  if (relance_payers_is_empty (self->payers))
    return FALSE;
  expectation->date = relance_payers_foretell (self->payers, claim, find_way (self));
  return TRUE;
}

/**
 * relance_forecaster_get_settled:
 * @expectation: what relance_forecaster_expect() said of @claim, or relance_forecaster_expect_date()
 *
 * Returns: the share of cases, 0 to 1, in which it is settled on @day or before; NAN while no
 *   error is known
 */
double
relance_forecaster_get_settled (RelanceForecaster *self,
                                const RelanceClaim *claim,
                                const RelanceExpectation *expectation,
                                RelanceDate day)
{
  RelanceBlend errors;

  if (relance_tally_of_days_get_n (self->errors) == 0)
    return NAN;
  errors = blend_errors (self, claim->client_id);
  return relance_blend_get_share (&errors, day - round_day (expectation->date));
}
