/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-habit-pick.h"

#include <math.h>

/* The days of claims are counted from it. */
#define DAY 20000
#define OPEN G_MAXINT

/* Issued thirty days before it was due. @end: when it was settled, or OPEN */
static void
add (GArray *claims, gint64 client, int due, int end)
{
  RelanceClaim claim = { .client_id = client,
                         .issued = DAY + due - 30,
                         .due = DAY + due,
                         .sold = 100,
                         .balance = end == OPEN ? 100 : 0,
                         .end = end == OPEN ? RELANCE_DATE_NONE : DAY + end };

  g_array_append_val (claims, claim);
}

/* So many of a client, each settled so many days after it was due, the last ones newest. */
static void
add_late (GArray *claims, gint64 client, int count, int days)
{
  for (int i = 0; i < count; i++)
    add (claims, client, -400 + 5 * i, -400 + 5 * i + days);
}

static GArray *
new_claims (void)
{
  return g_array_new (FALSE, FALSE, sizeof (RelanceClaim));
}

static void
assert_clients (GArray *habits, const char *expected)
{
  g_autoptr (GString) clients = g_string_new (NULL);

  for (guint i = 0; i < habits->len; i++)
    g_string_append_printf (clients, "%s%d", i > 0 ? " " : "",
                            (int) g_array_index (habits, RelanceHabit, i).client_id);
  g_assert_cmpstr (clients->str, ==, expected);
}

static void
assert_pick (GArray *claims,
             guint most,
             const char *slowest,
             const char *reliable,
             int known,
             int too_few)
{
  g_autoptr (GArray) habits = relance_habits_new (claims, DAY);
  RelanceHabitPick pick;

  relance_habit_pick (&pick, habits, DAY, most);
  assert_clients (pick.slowest, slowest);
  assert_clients (pick.reliable, reliable);
  g_assert_cmpint (pick.known, ==, known);
  g_assert_cmpint (pick.too_few, ==, too_few);
  relance_habit_pick_clear (&pick);
}

static void
test_order (void)
{
  g_autoptr (GArray) claims = new_claims ();

  add_late (claims, 1, 4, 12);
  add_late (claims, 2, 3, 40);
  add_late (claims, 3, 3, 0);
  add_late (claims, 4, 20, 0);
  add_late (claims, 5, 2, 90);
  g_test_message ("40 days before 12; 20 out of 20 before 3 out of 3, (20 + 1) / 22 and 4 / 5; two "
                  "settled ones are too few");
  assert_pick (claims, 5, "2 1", "4 3", 4, 1);
  assert_pick (claims, 1, "2", "4", 4, 1);
}

/* What is still open tells as well, and a client is never in both lists. */
static void
test_silence (void)
{
  g_autoptr (GArray) claims = new_claims ();
  g_autoptr (GArray) habits = NULL;

  add_late (claims, 1, 3, 0);
  for (int i = 0; i < 4; i++)
    add (claims, 1, -60 - i, OPEN);
  add_late (claims, 2, 3, 40);
  for (int i = 0; i < 4; i++)
    add (claims, 2, -2, OPEN);
  g_test_message (
    "1 settled three on the day, and leaves four open for 60 to 63 days: 4 of 7 are open "
    "after the last settled one, so it will be more than 63. 2 settled three after 40 "
    "days: four that are open for 2 days do not make it faster");
  habits = relance_habits_new (claims, DAY);
  g_assert_cmpint (g_array_index (habits, RelanceHabit, 0).client_id, ==, 2);
  g_assert_cmpfloat (g_array_index (habits, RelanceHabit, 0).median_with_open, ==, 40);
  g_assert_cmpfloat (g_array_index (habits, RelanceHabit, 1).median, ==, 0);
  g_assert_cmpfloat (g_array_index (habits, RelanceHabit, 1).median_with_open, ==, 63);
  assert_pick (claims, 5, "1 2", "", 2, 0);
}

/* Usually on time, but too often late to be called reliable. */
static void
test_neither (void)
{
  g_autoptr (GArray) claims = new_claims ();

  add_late (claims, 1, 5, 0);
  add_late (claims, 1, 2, 9);
  add_late (claims, 2, 6, 0);
  add_late (claims, 2, 2, 9);
  g_test_message ("2 of 7 late is more than one in four, 2 of 8 is not");
  assert_pick (claims, 5, "", "2", 2, 0);
}

/* Whom nobody bills any more is nobody to think of today. */
static void
test_gone (void)
{
  g_autoptr (GArray) claims = new_claims ();

  for (int i = 0; i < 3; i++)
    {
      add (claims, 1, -701, -600);
      add (claims, 2, -700, -600);
    }
  g_test_message ("issued 731 and 730 days ago");
  assert_pick (claims, 5, "2", "", 1, 0);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) claims = new_claims ();

  assert_pick (claims, 5, "", "", 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/habits/order", test_order);
  g_test_add_func ("/rules/habits/silence", test_silence);
  g_test_add_func ("/rules/habits/neither", test_neither);
  g_test_add_func ("/rules/habits/gone", test_gone);
  g_test_add_func ("/rules/habits/nothing", test_nothing);

  return g_test_run ();
}
