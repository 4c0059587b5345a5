/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-forecaster.h"

#include "relance-order.h"
#include "relance-tally-of-days.h"

#include <math.h>

/* What all errors together weigh beside each of the client's own. */
#define WEIGHT_OF_ALL 3.0

/* So many own delays that they never count: clients do not differ. */
#define ALL_ALIKE 1e9

/* The share that may fall outside the interval, and how fast its width follows what does. The
 * first ones are wider, for little is known. */
#define OUTSIDE 0.2
#define FIRST_OUTSIDE 0.1
#define PACE 0.02
#define LEAST_OUTSIDE 0.02
#define MOST_OUTSIDE 0.6

/* People count from the due date, or pay so long after the invoice whatever it says. */
typedef enum
{
  SINCE_DUE,
  SINCE_ISSUE,
  N_CLOCKS,
} Clock;

/* The middle of a client's delays: one that far ones do not move, or one that is less jumpy. */
typedef enum
{
  MEDIAN,
  MIDDLE_HALF,
} Centre;

/* A way to foretell. @shrinkage: how many own delays weigh as much as everybody's. */
typedef struct
{
  Clock clock;
  Centre centre;
  double shrinkage;
} Way;

/* The first one is taken until another has erred less: from others' books, a client is like
 * itself from the first delay on. */
static const Way ways[] = {
  { SINCE_DUE, MEDIAN, 0.5 },        { SINCE_DUE, MIDDLE_HALF, 0.5 },
  { SINCE_DUE, MEDIAN, 0 },          { SINCE_DUE, MIDDLE_HALF, 0 },
  { SINCE_DUE, MEDIAN, 3 },          { SINCE_DUE, MIDDLE_HALF, 3 },
  { SINCE_DUE, MEDIAN, ALL_ALIKE },  { SINCE_ISSUE, MEDIAN, 0.5 },
  { SINCE_ISSUE, MIDDLE_HALF, 0.5 }, { SINCE_ISSUE, MEDIAN, 0 },
  { SINCE_ISSUE, MIDDLE_HALF, 0 },   { SINCE_ISSUE, MEDIAN, 3 },
  { SINCE_ISSUE, MIDDLE_HALF, 3 },   { SINCE_ISSUE, MEDIAN, ALL_ALIKE },
};

#define N_WAYS G_N_ELEMENTS (ways)

typedef struct
{
  GArray *delays[N_CLOCKS]; /* int, sorted */
  GArray *errors;           /* int, sorted */
} Client;

/* What was said of a claim on the day it was issued. */
typedef struct
{
  gboolean said;
  double dates[N_WAYS];
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
  GHashTable *clients; /* id → Client */
  RelanceTallyOfDays *delays[N_CLOCKS];
  RelanceTallyOfDays *errors;
  double errors_of_ways[N_WAYS];
  double outside;
  int waiting; /* foretold, and not settled yet */
  Score score;
};

static void
free_client (gpointer data)
{
  Client *client = data;

  for (int clock = 0; clock < N_CLOCKS; clock++)
    g_array_unref (client->delays[clock]);
  g_array_unref (client->errors);
  g_free (client);
}

static Client *
get_client (RelanceForecaster *self, gint64 id)
{
  Client *client = g_hash_table_lookup (self->clients, &id);

  if (client != NULL)
    return client;
  client = g_new0 (Client, 1);
  for (int clock = 0; clock < N_CLOCKS; clock++)
    client->delays[clock] = g_array_new (FALSE, FALSE, sizeof (int));
  client->errors = g_array_new (FALSE, FALSE, sizeof (int));
  g_hash_table_insert (self->clients, g_memdup2 (&id, sizeof id), client);
  return client;
}

/* How many of @sorted are @most or less. */
static guint
count_up_to (GArray *sorted, int most)
{
  guint low = 0;
  guint high = sorted->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sorted, int, middle) <= most)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
insert_sorted (GArray *sorted, int days)
{
  g_array_insert_val (sorted, count_up_to (sorted, days), days);
}

static RelanceDate
get_start (const RelanceClaim *claim, Clock clock)
{
  return clock == SINCE_DUE ? claim->due : claim->issued;
}

/* The mean of the half in the middle. */
static double
get_middle_half (GArray *delays)
{
  guint outer = delays->len / 4;
  double sum = 0;

  for (guint i = outer; i < delays->len - outer; i++)
    sum += g_array_index (delays, int, i);
  return sum / (delays->len - 2 * outer);
}

static double
get_own_median (const Client *client, Clock clock)
{
  GArray *delays = client->delays[clock];

  return relance_order_median ((const int *) delays->data, delays->len);
}

static double
predict (RelanceForecaster *self, const Client *client, const RelanceClaim *claim, const Way *way)
{
  RelanceDate start = get_start (claim, way->clock);
  double all = relance_tally_of_days_get_median (self->delays[way->clock]);
  guint n = client->delays[way->clock]->len;
  double weight = n / (n + way->shrinkage);
  double own;

  if (n == 0)
    return start + all;
  own = way->centre == MEDIAN ? get_own_median (client, way->clock)
                              : get_middle_half (client->delays[way->clock]);
  return start + weight * own + (1 - weight) * all;
}

static guint
find_best_way (RelanceForecaster *self)
{
  guint best = 0;

  for (guint i = 1; i < N_WAYS; i++)
    if (self->errors_of_ways[i] < self->errors_of_ways[best])
      best = i;
  return best;
}

static double
predict_by_median (RelanceForecaster *self, const Client *client, const RelanceClaim *claim)
{
  if (client->delays[SINCE_ISSUE]->len > 0)
    return claim->issued + get_own_median (client, SINCE_ISSUE);
  return claim->issued + relance_tally_of_days_get_median (self->delays[SINCE_ISSUE]);
}

/* The share of errors that are @most or less, the client's own weighing most. */
static double
get_share (RelanceForecaster *self, const Client *client, int most)
{
  double all = relance_tally_of_days_count (self->errors, most);
  double n = relance_tally_of_days_get_n (self->errors);

  return (count_up_to (client->errors, most) + WEIGHT_OF_ALL * all / n) /
         (client->errors->len + WEIGHT_OF_ALL);
}

/* The least error that is not exceeded in @share of the cases: a weighted quantile. */
static int
find_error (RelanceForecaster *self, const Client *client, double share)
{
  int low = -RELANCE_MOST_DAYS;
  int high = RELANCE_MOST_DAYS;

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (get_share (self, client, middle) >= share - 1e-9)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static RelanceDate
round_day (double date)
{
  return (RelanceDate) floor (date + 0.5);
}

static void
set_interval (RelanceForecaster *self, const Client *client, RelanceExpectation *expectation)
{
  RelanceDate day = round_day (expectation->date);

  expectation->earliest = day;
  expectation->latest = day;
  if (relance_tally_of_days_get_n (self->errors) == 0)
    return;
  expectation->earliest += find_error (self, client, self->outside / 2);
  expectation->latest += find_error (self, client, 1 - self->outside / 2);
}

static void
prophesy (RelanceForecaster *self, const RelanceClaim *claim, Prophecy *prophecy)
{
  const Client *client = get_client (self, claim->client_id);
  RelanceExpectation *expectation = &prophecy->expectation;

  if (relance_tally_of_days_get_n (self->delays[SINCE_DUE]) == 0)
    return;
  prophecy->said = TRUE;
  for (guint i = 0; i < N_WAYS; i++)
    prophecy->dates[i] = predict (self, client, claim, &ways[i]);
  expectation->date = prophecy->dates[find_best_way (self)];
  expectation->median_date = predict_by_median (self, client, claim);
  set_interval (self, client, expectation);
}

/* The more was foretold since, the later an answer comes; steps as large would overshoot. */
static double
get_pace (RelanceForecaster *self)
{
  return MIN (PACE, 0.5 / (self->waiting + 1));
}

static void
keep_score (RelanceForecaster *self, const RelanceClaim *claim, const Prophecy *prophecy)
{
  const RelanceExpectation *said = &prophecy->expectation;
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
  for (guint i = 0; i < N_WAYS; i++)
    self->errors_of_ways[i] += fabs (claim->end - prophecy->dates[i]);
  self->waiting--;
  self->outside =
    CLAMP (self->outside + get_pace (self) * (OUTSIDE - !covered), LEAST_OUTSIDE, MOST_OUTSIDE);
}

static void
learn_error (RelanceForecaster *self, Client *client, int error)
{
  insert_sorted (client->errors, error);
  relance_tally_of_days_add (self->errors, error);
}

/* What was issued before anything was known is judged as if it had been expected now, like
 * everybody's: so that there is a best way and an interval from the start. */
static void
learn_first (RelanceForecaster *self, Client *client, const RelanceClaim *claim)
{
  double dates[N_CLOCKS];

  for (int clock = 0; clock < N_CLOCKS; clock++)
    dates[clock] = get_start (claim, clock) +
                   relance_tally_of_days_get_median (self->delays[clock]);
  for (guint i = 0; i < N_WAYS; i++)
    self->errors_of_ways[i] += fabs (claim->end - dates[ways[i].clock]);
  learn_error (self, client, claim->end - round_day (dates[ways[find_best_way (self)].clock]));
}

static void
learn (RelanceForecaster *self, const RelanceClaim *claim, const Prophecy *prophecy)
{
  Client *client = get_client (self, claim->client_id);

  if (prophecy->said)
    {
      keep_score (self, claim, prophecy);
      learn_error (self, client, claim->end - round_day (prophecy->expectation.date));
    }
  else if (relance_tally_of_days_get_n (self->delays[SINCE_DUE]) > 0)
    learn_first (self, client, claim);
  for (int clock = 0; clock < N_CLOCKS; clock++)
    {
      int delay = claim->end - get_start (claim, clock);

      insert_sorted (client->delays[clock], delay);
      relance_tally_of_days_add (self->delays[clock], delay);
    }
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

/* The places of @claims that are settled, in the order in which they were: what was paid before
 * it was issued, on that day. */
static GArray *
list_settled (GArray *claims)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < claims->len; i++)
    {
      RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (!relance_claim_is_settled (claim))
        continue;
      claim->end = MAX (claim->end, claim->issued);
      g_array_append_val (places, i);
    }
  g_array_sort_with_data (places, compare_ends, claims->data);
  return places;
}

/* Lives through the claims day by day: each is foretold from what was settled before its issue. */
static void
live_through (RelanceForecaster *self, GArray *claims)
{
  g_autoptr (GArray) settled = list_settled (claims);
  g_autofree Prophecy *prophecies = g_new0 (Prophecy, claims->len);
  guint next = 0;

  for (guint i = 0; i <= claims->len; i++)
    {
      const RelanceClaim *claim = i < claims->len ? &g_array_index (claims, RelanceClaim, i) : NULL;

      for (; next < settled->len; next++)
        {
          guint place = g_array_index (settled, guint, next);
          const RelanceClaim *past = &g_array_index (claims, RelanceClaim, place);

          if (claim != NULL && past->end >= claim->issued)
            break;
          learn (self, past, &prophecies[place]);
        }
      if (claim != NULL)
        {
          prophesy (self, claim, &prophecies[i]);
          self->waiting += prophecies[i].said;
        }
    }
}

/**
 * relance_forecaster_new:
 * @claims: (element-type RelanceClaim): of all currencies, for habits have none; they are sorted,
 *   and what was paid before its issue becomes paid on that day
 *
 * Learns from what was settled when the next will be. The expected day is the middle of the
 * client's own delays, weighing n / (n + k) after n settled ones, and everybody's median the rest.
 * Whether delays count from the due date or from the issue, which middle it is and which k are
 * those that have erred least in this book so far, each settled one foretold before. Around it lie
 * the errors made until then, own ones weighing 1 each and all together 3: their weighted quantiles
 * bound the interval of 80 %, which widens or narrows a little at each that falls outside or inside.
 * What was given up or credited away teaches nothing.
 *
 * Returns: (transfer full): what was learned
 */
RelanceForecaster *
relance_forecaster_new (GArray *claims)
{
  RelanceForecaster *self = g_new0 (RelanceForecaster, 1);

  self->clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_client);
  for (int clock = 0; clock < N_CLOCKS; clock++)
    self->delays[clock] = relance_tally_of_days_new ();
  self->errors = relance_tally_of_days_new ();
  self->outside = FIRST_OUTSIDE;
  g_array_sort (claims, compare_issued);
  live_through (self, claims);
  return self;
}

void
relance_forecaster_free (RelanceForecaster *self)
{
  g_hash_table_unref (self->clients);
  for (int clock = 0; clock < N_CLOCKS; clock++)
    relance_tally_of_days_free (self->delays[clock]);
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
 * relance_forecaster_get_settled:
 * @expectation: what relance_forecaster_expect() said of @claim
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
  if (relance_tally_of_days_get_n (self->errors) == 0)
    return NAN;
  return get_share (self, get_client (self, claim->client_id), day - round_day (expectation->date));
}
