/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-recent-days.h"

#include "relance-order.h"

struct _RelanceRecentDays
{
  GArray *sorted; /* int */
  GArray *ring;   /* int, as they came: the next one takes the place of the oldest */
  guint next;
};

RelanceRecentDays *
relance_recent_days_new (void)
{
  RelanceRecentDays *self = g_new0 (RelanceRecentDays, 1);

  self->sorted = g_array_new (FALSE, FALSE, sizeof (int));
  self->ring = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
relance_recent_days_free (RelanceRecentDays *self)
{
  g_array_unref (self->sorted);
  g_array_unref (self->ring);
  g_free (self);
}

static void
forget (RelanceRecentDays *self, int days)
{
  guint n;
  const int *sorted = relance_recent_days_get_sorted (self, &n);

  g_array_remove_index (self->sorted, relance_order_count (sorted, n, days) - 1);
}

/**
 * relance_recent_days_add:
 *
 * Remembers one more, and of more than %RELANCE_RECENT_MOST no longer the oldest.
 */
void
relance_recent_days_add (RelanceRecentDays *self, int days)
{
  if (self->ring->len < RELANCE_RECENT_MOST)
    g_array_append_val (self->ring, days);
  else
    {
      forget (self, g_array_index (self->ring, int, self->next));
      g_array_index (self->ring, int, self->next) = days;
    }
  self->next = (self->next + 1) % RELANCE_RECENT_MOST;
  relance_order_insert (self->sorted, days);
}

/**
 * relance_recent_days_get_sorted:
 * @n: (out): how many there are
 *
 * Returns: (array length=n): all that are remembered, smallest first
 */
const int *
relance_recent_days_get_sorted (const RelanceRecentDays *self, guint *n)
{
  *n = self->sorted->len;
  return (const int *) self->sorted->data;
}

/* The last one, or one that came so many before it. */
static int
look_back (const RelanceRecentDays *self, guint back)
{
  guint place = (self->next + RELANCE_RECENT_MOST - 1 - back) % RELANCE_RECENT_MOST;

  return g_array_index (self->ring, int, place);
}

/**
 * relance_recent_days_copy_last:
 * @most: how many, at most
 * @sorted: (out caller-allocates) (array length=most): the last ones, smallest first
 *
 * Returns: how many there were
 */
guint
relance_recent_days_copy_last (const RelanceRecentDays *self, guint most, int *sorted)
{
  guint n = MIN (most, self->ring->len);

  for (guint i = 0; i < n; i++)
    {
      int days = look_back (self, i);
      guint place = i;

      for (; place > 0 && sorted[place - 1] > days; place--)
        sorted[place] = sorted[place - 1];
      sorted[place] = days;
    }
  return n;
}
