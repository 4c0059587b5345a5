/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "relance-client-habit.h"
#include "relance-wording.h"

#include <locale.h>
#include <math.h>

#define TODAY "2026-11-24"

typedef struct
{
  RelanceHabit habit;
  const char *english;
  const char *french;
} Case;

/* settled, late, open late, median, trend */
#define HABIT(settled_, late_, open_late_, median_, trend_)                                        \
  { .settled = settled_,                                                                           \
    .late = late_,                                                                                 \
    .open_late = open_late_,                                                                       \
    .median = median_,                                                                             \
    .trend = trend_ }

static const Case cases[] = {
  { HABIT (9, 7, 0, 12, -4), "Usually pays 12 days late, 7 of 9 late, lately faster.",
    "Paie en général avec 12 jours de retard, 7 en retard sur 9, plus vite ces derniers temps." },
  { HABIT (9, 7, 0, 12, 3), "Usually pays 12 days late, 7 of 9 late, lately slower.",
    "Paie en général avec 12 jours de retard, 7 en retard sur 9, plus lentement ces derniers "
    "temps." },
  { HABIT (9, 7, 0, 12, -2.5), "Usually pays 12 days late, 7 of 9 late.",
    "Paie en général avec 12 jours de retard, 7 en retard sur 9." },
  { HABIT (3, 2, 0, 1, NAN), "Usually pays 1 day late, 2 of 3 late.",
    "Paie en général avec 1 jour de retard, 2 en retard sur 3." },
  { HABIT (3, 2, 1, 0.5, NAN), "Usually pays 1 day late, 3 of 4 late (1 still open).",
    "Paie en général avec 1 jour de retard, 3 en retard sur 4 (dont 1 encore due)." },
  { HABIT (5, 0, 4, 0, 0), "Usually pays on the due date, 4 of 9 late (4 still open).",
    "Paie en général le jour de l’échéance, 4 en retard sur 9 (dont 4 encore dues)." },
  { HABIT (5, 2, 2, -1, NAN), "Late more often than not, 4 of 7 late (2 still open).",
    "Plus souvent en retard qu’à l’heure, 4 en retard sur 7 (dont 2 encore dues)." },
  { HABIT (5, 1, 0, -1, NAN), "Usually pays 1 day early, 1 of 5 late.",
    "Paie en général avec 1 jour d’avance, 1 en retard sur 5." },
  { HABIT (6, 1, 0, -20, 8), "Usually pays 20 days early, 1 of 6 late, lately slower.",
    "Paie en général avec 20 jours d’avance, 1 en retard sur 6, plus lentement ces derniers "
    "temps." },
  { HABIT (3, 0, 0, -2, NAN), "Always pays on time.", "Paie toujours à l’heure." },
  { HABIT (8, 0, 0, -9, 5), "Always on time, usually 9 days early, lately slower.",
    "Toujours à l’heure, en général avec 9 jours d’avance, plus lentement ces derniers temps." },
  { HABIT (2, 2, 3, NAN, NAN), "2 invoices are settled: too few to tell.",
    "2 factures réglées : trop peu pour conclure." },
  { HABIT (1, 0, 0, NAN, NAN), "1 invoice is settled: too few to tell.",
    "1 facture réglée : trop peu pour conclure." },
  { HABIT (0, 0, 1, NAN, NAN), "Nothing is settled yet: too few to tell.",
    "Rien n’est encore réglé : trop peu pour conclure." },
};

static void
test_english (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = relance_client_habit_describe (&cases[i].habit);

      g_assert_cmpstr (sentence, ==, cases[i].english);
    }
}

/* The words come from the translations that were built; a system may know no French. */
static void
test_french (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RELANCE_BUILD_ROOT"), "po", NULL);
  g_autofree char *words =
    g_build_filename (folder, "fr", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (!g_file_test (words, G_FILE_TEST_EXISTS) || setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("there are no French words here");
      return;
    }
  g_setenv ("LC_ALL", "fr_FR.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "fr", TRUE);
  g_setenv ("RELANCE_LOCALEDIR", folder, TRUE);
  relance_wording_start ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = relance_client_habit_describe (&cases[i].habit);

      g_assert_cmpstr (sentence, ==, cases[i].french);
    }
}

static void
add (BookFixture *fixture,
     gint64 client,
     const char *number,
     const char *currency,
     const char *due,
     const char *paid)
{
  gint64 id = book_fixture_add_invoice (fixture, client, number, 1000, currency, "2026-01-01", due);

  if (paid != NULL)
    book_fixture_add_payment (fixture, id, 1000, paid);
}

/* Of one client, in all currencies, part payments and all. */
static void
test_load (void)
{
  BookFixture fixture;
  g_autoptr (GError) error = NULL;
  RelanceHabit habit;
  gint64 client, other, newcomer;

  book_fixture_set_up (&fixture, TODAY);
  client = book_fixture_add_client (&fixture, "Sample Studio");
  other = book_fixture_add_client (&fixture, "Sample Bakery");
  newcomer = book_fixture_add_client (&fixture, "Sample Workshop");
  add (&fixture, client, "1", "EUR", "2026-02-01", "2026-02-11");
  add (&fixture, client, "2", "EUR", "2026-03-01", "2026-03-01");
  add (&fixture, client, "3", "USD", "2026-04-01", "2026-04-05");
  add (&fixture, client, "4", "EUR", "2026-11-01", NULL);
  add (&fixture, client, "5", "EUR", "2026-12-01", NULL);
  add (&fixture, other, "1", "EUR", "2026-02-01", "2026-10-11");

  g_assert_true (relance_client_habit_load (fixture.book, client, &habit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (habit.client_id, ==, client);
  g_assert_cmpint (habit.settled, ==, 3);
  g_assert_cmpint (habit.late, ==, 2);
  g_assert_cmpint (habit.open_late, ==, 1);
  g_assert_cmpfloat (habit.median, ==, 4);

  g_assert_true (relance_client_habit_load (fixture.book, newcomer, &habit, &error));
  g_assert_cmpint (habit.client_id, ==, newcomer);
  g_assert_cmpint (habit.settled + habit.late + habit.open_late, ==, 0);
  book_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client-habit/english", test_english);
  g_test_add_func ("/client-habit/load", test_load);
  g_test_add_func ("/client-habit/french", test_french);

  return g_test_run ();
}
