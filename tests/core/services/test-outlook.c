/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "relance-outlook.h"

#define TODAY "2026-11-24"

static void
add (BookFixture *fixture, gint64 client, const char *currency, const char *due, const char *paid)
{
  static int number;
  g_autofree char *text = g_strdup_printf ("F-%d", ++number);
  gint64 id = book_fixture_add_invoice (fixture, client, text, 1000, currency, "2026-01-01", due);

  if (paid != NULL)
    book_fixture_add_payment (fixture, id, 1000, paid);
}

static RelanceOutlook *
load (BookFixture *fixture, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  RelanceDate day = as_of != NULL ? relance_date_parse_iso (as_of) : RELANCE_DATE_NONE;
  RelanceOutlook *outlook = relance_outlook_load (fixture->book, day, 8, &error);

  g_assert_no_error (error);
  return outlook;
}

static void
test_outlook (void)
{
  BookFixture fixture;
  g_autoptr (RelanceOutlook) outlook = NULL;
  const RelanceHabitPick *pick;
  const RelanceCash *cash;
  gint64 slow, punctual;

  book_fixture_set_up (&fixture, TODAY);
  slow = book_fixture_add_client (&fixture, "Sample Studio");
  punctual = book_fixture_add_client (&fixture, "Sample Bakery");
  for (int i = 0; i < 3; i++)
    {
      add (&fixture, slow, "EUR", "2026-02-01", "2026-02-15");
      add (&fixture, punctual, "EUR", "2026-02-01", "2026-02-01");
    }
  add (&fixture, slow, "EUR", "2026-11-26", NULL);
  add (&fixture, punctual, "USD", "2026-02-01", "2026-02-01");

  outlook = load (&fixture, NULL);
  g_assert_cmpint (outlook->day, ==, relance_date_parse_iso (TODAY));
  g_assert_cmpint (outlook->settled, ==, 7);
  cash = relance_outlook_get_cash (outlook, "EUR");
  g_assert_nonnull (cash);
  g_assert_cmpuint (cash->weeks->len, ==, 8);
  g_assert_cmpint (cash->all.p50, ==, 1000);
  g_assert_null (relance_outlook_get_cash (outlook, "USD"));
  pick = relance_outlook_get_pick (outlook, "EUR");
  g_assert_cmpuint (pick->slowest->len, ==, 1);
  g_assert_cmpint (g_array_index (pick->slowest, RelanceHabit, 0).client_id, ==, slow);
  g_assert_cmpuint (pick->reliable->len, ==, 1);
  g_assert_cmpint (g_array_index (pick->reliable, RelanceHabit, 0).client_id, ==, punctual);
  g_assert_cmpint (relance_outlook_get_pick (outlook, "USD")->too_few, ==, 1);
  g_assert_null (relance_outlook_get_pick (outlook, "GBP"));
  g_assert_cmpstr (relance_outlook_get_client_name (outlook, slow), ==, "Sample Studio");
  book_fixture_tear_down (&fixture);
}

/* On a day in the past, with what was known on it. */
static void
test_as_of (void)
{
  BookFixture fixture;
  g_autoptr (RelanceOutlook) outlook = NULL;
  gint64 client;

  book_fixture_set_up (&fixture, TODAY);
  client = book_fixture_add_client (&fixture, "Sample Studio");
  add (&fixture, client, "EUR", "2026-02-01", "2026-02-15");
  add (&fixture, client, "EUR", "2026-02-01", "2026-03-15");

  outlook = load (&fixture, "2026-03-01");
  g_assert_cmpint (outlook->day, ==, relance_date_parse_iso ("2026-03-01"));
  g_assert_cmpint (outlook->settled, ==, 1);
  g_assert_nonnull (relance_outlook_get_cash (outlook, "EUR"));
  book_fixture_tear_down (&fixture);
}

static void
test_empty (void)
{
  BookFixture fixture;
  g_autoptr (RelanceOutlook) outlook = NULL;

  book_fixture_set_up (&fixture, TODAY);
  outlook = load (&fixture, NULL);
  g_assert_cmpint (outlook->settled, ==, 0);
  g_assert_null (relance_outlook_get_cash (outlook, "EUR"));
  g_assert_null (relance_outlook_get_pick (outlook, "EUR"));
  book_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outlook/outlook", test_outlook);
  g_test_add_func ("/outlook/as-of", test_as_of);
  g_test_add_func ("/outlook/empty", test_empty);

  return g_test_run ();
}
