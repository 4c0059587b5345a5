/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-payers.h"

#include "relance-blend.h"
#include "relance-order.h"
#include "relance-recent-days.h"

#include <math.h>

/* What everybody's delays together weigh beside each of the client's own: somebody is like himself
 * from the first one on. */
#define WEIGHT_OF_ALL 1.0

/* The same where the middle one is taken, so that a single own delay outweighs all others. */
#define WEIGHT_BESIDE_MEDIAN 0.5

/* How many of the last ones show what somebody does lately, and how many show a day of payment. */
#define N_LATELY 8
#define N_ENOUGH_DAYS 2

/* People count from the due date, or pay so long after the invoice whatever it says. */
typedef enum
{
  SINCE_DUE,
  SINCE_ISSUE,
  N_CLOCKS,
} Clock;

typedef struct
{
  RelanceRecentDays *delays[N_CLOCKS];
  RelanceRecentDays *days_of_month; /* on which something was settled */
  GArray *all_since_issue;          /* int, sorted */
} Client;

struct _RelancePayers
{
  GHashTable *clients; /* id → Client */
  RelanceTallyOfDays *delays[N_CLOCKS];
};

static void
free_client (gpointer data)
{
  Client *client = data;

  for (int clock = 0; clock < N_CLOCKS; clock++)
    relance_recent_days_free (client->delays[clock]);
  relance_recent_days_free (client->days_of_month);
  g_array_unref (client->all_since_issue);
  g_free (client);
}

static Client *
get_client (RelancePayers *self, gint64 id)
{
  Client *client = g_hash_table_lookup (self->clients, &id);

  if (client != NULL)
    return client;
  client = g_new0 (Client, 1);
  for (int clock = 0; clock < N_CLOCKS; clock++)
    client->delays[clock] = relance_recent_days_new ();
  client->days_of_month = relance_recent_days_new ();
  client->all_since_issue = g_array_new (FALSE, FALSE, sizeof (int));
  g_hash_table_insert (self->clients, g_memdup2 (&id, sizeof id), client);
  return client;
}

static RelanceDate
get_start (const RelanceClaim *claim, Clock clock)
{
  return clock == SINCE_DUE ? claim->due : claim->issued;
}

static RelanceBlend
blend (const RelanceRecentDays *own, RelanceTallyOfDays *all, double weight)
{
  RelanceBlend blend = { .all = all, .weight = weight };

  blend.own = relance_recent_days_get_sorted (own, &blend.n_own);
  return blend;
}

static double
foretell_usual (RelancePayers *self, const Client *client, const RelanceClaim *claim, Clock clock)
{
  RelanceBlend known = blend (client->delays[clock], self->delays[clock], WEIGHT_OF_ALL);

  return get_start (claim, clock) + relance_blend_get_middle_half (&known);
}

static double
foretell_same (RelancePayers *self, const Client *client, const RelanceClaim *claim, Clock clock)
{
  RelanceBlend known = blend (client->delays[clock], self->delays[clock], WEIGHT_BESIDE_MEDIAN);

  return get_start (claim, clock) + relance_blend_get_median (&known);
}

static double
foretell_lately (RelancePayers *self, const Client *client, const RelanceClaim *claim)
{
  int last[N_LATELY];
  RelanceBlend known = { .own = last, .all = self->delays[SINCE_DUE], .weight = WEIGHT_OF_ALL };

  known.n_own = relance_recent_days_copy_last (client->delays[SINCE_DUE], N_LATELY, last);
  return claim->due + relance_blend_get_middle_half (&known);
}

/* The day of the month that is nearest to @date; one that a month does not have is its last day. Beyond
 * the calendar there are no months. */
static double
move_to_day_of_month (double date, int day_of_month)
{
  int year, month, day;
  RelanceDate nearest, january;

  relance_date_get_ymd ((RelanceDate) floor (date + 0.5), &year, &month, &day);
  january = relance_date_new (year, 1, day_of_month);
  if (january == RELANCE_DATE_NONE)
    return date;
  nearest = relance_date_add_months (january, month - 2);
  for (int i = month - 1; i <= month; i++)
    {
      RelanceDate other = relance_date_add_months (january, i);

      if (fabs (other - date) < fabs (nearest - date))
        nearest = other;
    }
  return nearest;
}

/* @usual: what is expected of the client without it */
static double
foretell_day_of_month (const Client *client, double usual)
{
  int last[N_LATELY];
  guint n = relance_recent_days_copy_last (client->days_of_month, N_LATELY, last);

  return n >= N_ENOUGH_DAYS ? move_to_day_of_month (usual, last[n / 2]) : usual;
}

static double
foretell (RelancePayers *self, const Client *client, const RelanceClaim *claim, RelanceWay way)
{
  switch (way)
    {
    case RELANCE_WAY_USUAL:
      return foretell_usual (self, client, claim, SINCE_DUE);
    case RELANCE_WAY_USUAL_FROM_ISSUE:
      return foretell_usual (self, client, claim, SINCE_ISSUE);
    case RELANCE_WAY_SAME:
      return foretell_same (self, client, claim, SINCE_DUE);
    case RELANCE_WAY_SAME_FROM_ISSUE:
      return foretell_same (self, client, claim, SINCE_ISSUE);
    case RELANCE_WAY_ALL_ALIKE:
      return claim->due + relance_tally_of_days_get_median (self->delays[SINCE_DUE]);
    case RELANCE_WAY_LATELY:
      return foretell_lately (self, client, claim);
    case RELANCE_WAY_DAY_OF_MONTH:
      return foretell_day_of_month (client, foretell_usual (self, client, claim, SINCE_DUE));
    case RELANCE_N_WAYS:
    default:
      g_assert_not_reached ();
    }
}

RelancePayers *
relance_payers_new (void)
{
  RelancePayers *self = g_new0 (RelancePayers, 1);

  self->clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_client);
  for (int clock = 0; clock < N_CLOCKS; clock++)
    self->delays[clock] = relance_tally_of_days_new ();
  return self;
}

void
relance_payers_free (RelancePayers *self)
{
  g_hash_table_unref (self->clients);
  for (int clock = 0; clock < N_CLOCKS; clock++)
    relance_tally_of_days_free (self->delays[clock]);
  g_free (self);
}

/**
 * relance_payers_is_empty:
 *
 * Returns: whether nothing was learned yet, so that nothing can be foretold
 */
gboolean
relance_payers_is_empty (RelancePayers *self)
{
  return relance_tally_of_days_get_n (self->delays[SINCE_DUE]) == 0;
}

/**
 * relance_payers_learn:
 * @claim: settled
 */
void
relance_payers_learn (RelancePayers *self, const RelanceClaim *claim)
{
  Client *client = get_client (self, claim->client_id);
  int year, month, day;

  for (int clock = 0; clock < N_CLOCKS; clock++)
    {
      int delay =
        CLAMP (claim->end - get_start (claim, clock), -RELANCE_MOST_DAYS, RELANCE_MOST_DAYS);

      relance_recent_days_add (client->delays[clock], delay);
      relance_tally_of_days_add (self->delays[clock], delay);
    }
  relance_date_get_ymd (claim->end, &year, &month, &day);
  relance_recent_days_add (client->days_of_month, day);
  relance_order_insert (client->all_since_issue, claim->end - claim->issued);
}

/**
 * relance_payers_foretell:
 * @self: not empty
 *
 * Returns: the day on which @claim would be settled if its client pays in that way, in days since the
 *   epoch and parts of one
 */
double
relance_payers_foretell (RelancePayers *self, const RelanceClaim *claim, RelanceWay way)
{
  return foretell (self, get_client (self, claim->client_id), claim, way);
}

/**
 * relance_payers_foretell_all:
 * @self: not empty
 * @dates: (out caller-allocates) (array fixed-size=RELANCE_N_WAYS): what relance_payers_foretell()
 *   says of each way
 */
void
relance_payers_foretell_all (RelancePayers *self, const RelanceClaim *claim, double *dates)
{
  const Client *client = get_client (self, claim->client_id);

  for (RelanceWay way = RELANCE_WAY_USUAL; way < RELANCE_WAY_DAY_OF_MONTH; way++)
    dates[way] = foretell (self, client, claim, way);
  dates[RELANCE_WAY_DAY_OF_MONTH] = foretell_day_of_month (client, dates[RELANCE_WAY_USUAL]);
}

/**
 * relance_payers_foretell_by_median:
 * @self: not empty
 *
 * Returns: the day that the median of the days from issue to settled says, of the client's own, all
 *   there ever were, else of everybody's
 */
double
relance_payers_foretell_by_median (RelancePayers *self, const RelanceClaim *claim)
{
  const Client *client = get_client (self, claim->client_id);
  const GArray *own = client->all_since_issue;

  return claim->issued + (own->len > 0
                            ? relance_order_median ((const int *) own->data, own->len)
                            : relance_tally_of_days_get_median (self->delays[SINCE_ISSUE]));
}
