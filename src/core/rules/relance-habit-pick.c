/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-habit-pick.h"

#include <math.h>

/* Who is late more often than that is not called reliable, however early the others were. */
#define MOST_LATE 0.25

static int
count_due (const RelanceHabit *habit)
{
  return habit->settled + habit->open_late;
}

/* Of those that fell due and one more of each kind, so that three out of three do not stand before
 * sixty out of sixty-one. */
static double
get_shrunk_share (const RelanceHabit *habit)
{
  int on_time = habit->settled - habit->late;

  return (on_time + 1.0) / (count_due (habit) + 2.0);
}

static int
compare_ids (const RelanceHabit *first, const RelanceHabit *second)
{
  return (first->client_id > second->client_id) - (first->client_id < second->client_id);
}

static int
compare_slowness (gconstpointer a, gconstpointer b)
{
  const RelanceHabit *first = a;
  const RelanceHabit *second = b;

  if (first->median_with_open != second->median_with_open)
    return first->median_with_open > second->median_with_open ? -1 : 1;
  if (first->late_share != second->late_share)
    return first->late_share > second->late_share ? -1 : 1;
  return compare_ids (first, second);
}

static int
compare_reliability (gconstpointer a, gconstpointer b)
{
  const RelanceHabit *first = a;
  const RelanceHabit *second = b;
  double first_share = get_shrunk_share (first);
  double second_share = get_shrunk_share (second);

  if (first_share != second_share)
    return first_share > second_share ? -1 : 1;
  if (first->median != second->median)
    return first->median < second->median ? -1 : 1;
  return compare_ids (first, second);
}

static void
add_habit (RelanceHabitPick *self, const RelanceHabit *habit)
{
  if (isnan (habit->median_with_open))
    {
      self->too_few++;
      return;
    }
  self->known++;
  if (habit->median_with_open > 0)
    g_array_append_vals (self->slowest, habit, 1);
  else if (habit->late_share <= MOST_LATE)
    g_array_append_vals (self->reliable, habit, 1);
}

static void
keep_first (GArray *habits, GCompareFunc compare, guint most)
{
  g_array_sort (habits, compare);
  g_array_set_size (habits, MIN (habits->len, most));
}

/**
 * relance_habit_pick:
 * @self: (out): cleared by relance_habit_pick_clear()
 * @habits: (element-type RelanceHabit): as relance_habits_new() gives them
 * @most: how many clients of each kind
 *
 * Chooses whom to show as slow, and whom as reliable, among those who were billed within
 * %RELANCE_HABIT_DAYS_OF_INTEREST of @day and of whom enough is known.
 *
 * Slow is who usually pays after the due date, what is still open taken into account; the slowest are
 * those whose usual delay is longest. Reliable is who does not, and had no more
 * than one in four late; the most reliable are those with the largest share on time, shrunk so that
 * a long good record stands before a short perfect one. Whoever is neither is in neither list,
 * and nobody can be in both.
 */
void
relance_habit_pick (RelanceHabitPick *self, GArray *habits, RelanceDate day, guint most)
{
  *self = (RelanceHabitPick) { .slowest = g_array_new (FALSE, FALSE, sizeof (RelanceHabit)),
                               .reliable = g_array_new (FALSE, FALSE, sizeof (RelanceHabit)) };
  for (guint i = 0; i < habits->len; i++)
    {
      const RelanceHabit *habit = &g_array_index (habits, RelanceHabit, i);

      if (habit->last_issued >= day - RELANCE_HABIT_DAYS_OF_INTEREST)
        add_habit (self, habit);
    }
  keep_first (self->slowest, compare_slowness, most);
  keep_first (self->reliable, compare_reliability, most);
}

void
relance_habit_pick_clear (RelanceHabitPick *self)
{
  g_clear_pointer (&self->slowest, g_array_unref);
  g_clear_pointer (&self->reliable, g_array_unref);
}
