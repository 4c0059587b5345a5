/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-dashboard.h"
#include "relance-store-figures.h"
#include "relance-store-invoices.h"

#include <string.h>

/*
 * The independent computation keeps its own list of what it put in the book,
 * counts days with GLib's calendar, and shares no code with the program.
 */
typedef struct
{
  gint64 client;
  char currency[4];
  GDate issued;
  GDate due;
  gint64 total;
  gint64 paid;
  GDate last_payment;
  gboolean gone;
} Expected;

typedef struct
{
  int count;
  gint64 amount;
} Pair;

typedef struct
{
  Pair owed, overdue, bands[5], on_time[24], late[24], open_late[24];
  int settled, n_late, open_overdue, clients;
} Sums;

static const char *const currencies[] = { "EUR", "USD", "JPY", "TND" };

static char *
to_iso (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

static int
count_days (const GDate *from, const GDate *to)
{
  return g_date_days_between (from, to);
}

static void
put (Pair *pair, gint64 amount)
{
  pair->count += 1;
  pair->amount += amount;
}

/* 0 is the oldest of the months, or -1 when it is none of them. */
static int
find_month (const GDate *due, const GDate *today, int n_months)
{
  int back = (g_date_get_year (today) * 12 + g_date_get_month (today)) -
             (g_date_get_year (due) * 12 + g_date_get_month (due));

  return back >= 0 && back < n_months ? n_months - 1 - back : -1;
}

static void
sum_balance (Sums *sums, const Expected *row, const GDate *today)
{
  gint64 balance = row->total - row->paid;
  int late = count_days (&row->due, today);
  int band = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4;

  put (&sums->owed, balance);
  put (&sums->bands[band], balance);
  if (late > 0)
    put (&sums->overdue, balance);
}

static void
sum_month (Sums *sums, const Expected *row, int month)
{
  if (row->paid < row->total)
    {
      put (&sums->open_late[month], row->total - row->paid);
      sums->open_overdue++;
    }
  else if (g_date_compare (&row->last_payment, &row->due) <= 0)
    {
      put (&sums->on_time[month], row->total);
      sums->settled++;
    }
  else
    {
      put (&sums->late[month], row->total);
      sums->n_late++;
    }
}

static Sums
compute (GArray *rows, const char *currency, const GDate *today, int n_months)
{
  g_autoptr (GHashTable) clients = g_hash_table_new (NULL, NULL);
  Sums sums = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const Expected *row = &g_array_index (rows, Expected, i);
      int month = find_month (&row->due, today, n_months);

      if (row->gone || strcmp (row->currency, currency) != 0)
        continue;
      if (row->paid < row->total)
        sum_balance (&sums, row, today);
      if (row->paid < row->total && g_date_compare (&row->due, today) < 0)
        g_hash_table_add (clients, GSIZE_TO_POINTER (row->client));
      if (month >= 0 && g_date_compare (&row->due, today) < 0)
        sum_month (&sums, row, month);
    }
  sums.clients = (int) g_hash_table_size (clients);
  return sums;
}

static void
assert_pair (const RelanceTally *tally, const Pair *pair)
{
  g_assert_cmpint (tally->count, ==, pair->count);
  g_assert_cmpint (tally->amount, ==, pair->amount);
}

static const RelanceCurrencyFigures *
find_currency (RelanceDashboard *dashboard, const char *currency)
{
  for (guint i = 0; i < dashboard->currencies->len; i++)
    {
      const RelanceCurrencyFigures *figures = g_ptr_array_index (dashboard->currencies, i);

      if (strcmp (figures->currency, currency) == 0)
        return figures;
    }
  return NULL;
}

static void
assert_figures (const RelanceCurrencyFigures *figures, const Sums *sums, int n_months)
{
  int counted = sums->settled + sums->n_late + sums->open_overdue;

  assert_pair (&figures->owed, &sums->owed);
  assert_pair (&figures->overdue, &sums->overdue);
  for (int i = 0; i < RELANCE_N_BANDS; i++)
    assert_pair (&figures->bands[i], &sums->bands[i]);
  g_assert_cmpint (figures->clients_overdue, ==, sums->clients);
  g_assert_cmpint (figures->settled, ==, sums->settled);
  g_assert_cmpint (figures->late, ==, sums->n_late);
  g_assert_cmpint (figures->open_overdue, ==, sums->open_overdue);
  g_assert_cmpfloat (figures->rate, ==, counted > 0 ? (double) sums->settled / counted : -1);
  g_assert_cmpuint (figures->months->len, ==, n_months);
  for (int i = 0; i < n_months; i++)
    {
      const RelanceMonth *month = &g_array_index (figures->months, RelanceMonth, i);

      assert_pair (&month->on_time, &sums->on_time[i]);
      assert_pair (&month->late, &sums->late[i]);
      assert_pair (&month->open_late, &sums->open_late[i]);
    }
}

static GDate
pick_day (GRand *random, const GDate *today)
{
  GDate day = *today;
  GDate leap;

  g_date_set_dmy (&leap, 29, 2, 2028);
  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      return day;
    case 1:
      return g_date_compare (&leap, today) <= 0 ? leap : day;
    default:
      g_date_subtract_days (&day, g_rand_int_range (random, 0, 500));
      if (g_rand_boolean (random))
        g_date_add_days (&day, g_rand_int_range (random, 0, 120));
      return day;
    }
}

static void
pay (BookFixture *fixture, GRand *random, Expected *row, gint64 invoice, const GDate *today)
{
  int n_payments = g_rand_int_range (random, 0, 4);

  for (int i = 0; i < n_payments; i++)
    {
      gint64 balance = row->total - row->paid;
      gint64 amount = g_rand_int_range (random, 0, 3) > 0 ? balance : balance / 2;
      GDate day = pick_day (random, today);
      g_autofree char *iso = NULL;
      gint64 payment;

      if (g_date_compare (&day, today) > 0)
        day = *today;
      if (amount <= 0)
        return;
      if (g_rand_int_range (random, 0, 9) == 0)
        amount *= 2;
      iso = to_iso (&day);
      payment = book_fixture_add_payment (fixture, invoice, amount, iso);
      if (g_rand_int_range (random, 0, 8) == 0)
        {
          g_assert_true (relance_payments_remove (fixture->book, payment, NULL, NULL, NULL));
          continue;
        }
      row->paid = MIN (row->total, row->paid + amount);
      if (!g_date_valid (&row->last_payment) || g_date_compare (&day, &row->last_payment) > 0)
        row->last_payment = day;
    }
}

static void
add_random_invoice (BookFixture *fixture,
                    GRand *random,
                    GArray *rows,
                    const GDate *today,
                    gint64 client)
{
  g_autofree char *number = g_strdup_printf ("R-%u", rows->len);
  g_autofree char *issued = NULL;
  g_autofree char *due = NULL;
  Expected row = { .client = client, .total = g_rand_int_range (random, 1, 2000000) };
  gint64 invoice;

  g_date_clear (&row.last_payment, 1);
  strcpy (row.currency, currencies[g_rand_int_range (random, 0, G_N_ELEMENTS (currencies))]);
  row.due = pick_day (random, today);
  row.issued = row.due;
  g_date_subtract_days (&row.issued, 30);
  issued = to_iso (&row.issued);
  due = to_iso (&row.due);
  invoice =
    book_fixture_add_invoice (fixture, client, number, row.total, row.currency, issued, due);
  pay (fixture, random, &row, invoice, today);
  if (g_rand_int_range (random, 0, 15) == 0)
    {
      g_assert_true (relance_invoices_remove (fixture->book, invoice, NULL, NULL));
      row.gone = TRUE;
    }
  g_array_append_val (rows, row);
}

static void
remove_client (BookFixture *fixture, GArray *rows, gint64 client)
{
  g_assert_true (relance_clients_remove (fixture->book, client, NULL, NULL));
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, Expected, i).client == client)
      g_array_index (rows, Expected, i).gone = TRUE;
}

static GArray *
fill_at_random (BookFixture *fixture, GRand *random, const GDate *today)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Expected));
  gint64 clients[8];

  for (gsize i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      g_autofree char *name = g_strdup_printf ("Client %zu", i);

      clients[i] = book_fixture_add_client (fixture, name);
    }
  for (int i = 0; i < 120; i++)
    add_random_invoice (fixture, random, rows, today,
                        clients[g_rand_int_range (random, 0, G_N_ELEMENTS (clients))]);
  remove_client (fixture, rows, clients[0]);
  return rows;
}

static void
check_random_book (guint32 seed, const char *today_text, int n_months)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (RelanceDashboard) dashboard = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  GDate today;

  g_date_set_parse (&today, today_text);
  book_fixture_set_up (&fixture, today_text);
  rows = fill_at_random (&fixture, random, &today);

  dashboard = relance_dashboard_load (fixture.book, n_months, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      Sums sums = compute (rows, currencies[i], &today, n_months);

      g_test_message ("seed %u, %s", seed, currencies[i]);
      assert_figures (find_currency (dashboard, currencies[i]), &sums, n_months);
    }
  book_fixture_tear_down (&fixture);
}

static void
test_random_books (void)
{
  static const struct
  {
    guint32 seed;
    const char *today;
    int n_months;
  } cases[] = {
    { 1, "2026-11-24", 12 },
    { 2, "2028-02-29", 12 },
    { 3, "2028-03-01", 24 },
    { 4, "2027-01-01", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_random_book (cases[i].seed, cases[i].today, cases[i].n_months);
}

static void
test_bands (void)
{
  static const struct
  {
    const char *due;
    int band;
  } cases[] = {
    { "2026-11-25", 0 }, { "2026-11-24", 0 }, { "2026-11-23", 1 }, { "2026-10-25", 1 },
    { "2026-10-24", 2 }, { "2026-09-25", 2 }, { "2026-09-24", 3 }, { "2026-08-26", 3 },
    { "2026-08-25", 4 }, { "2019-08-25", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceDashboard) dashboard = NULL;
      const RelanceCurrencyFigures *figures;
      BookFixture fixture;
      gint64 client;

      book_fixture_set_up (&fixture, "2026-11-24");
      client = book_fixture_add_client (&fixture, "Client");
      book_fixture_add_invoice (&fixture, client, "1", 100, "EUR", "2019-01-01", cases[i].due);
      dashboard = relance_dashboard_load (fixture.book, 12, NULL);
      figures = g_ptr_array_index (dashboard->currencies, 0);
      for (int band = 0; band < RELANCE_N_BANDS; band++)
        g_assert_cmpint (figures->bands[band].count, ==, band == cases[i].band);
      g_assert_cmpint (figures->overdue.count, ==, cases[i].band > 0);
      book_fixture_tear_down (&fixture);
    }
}

static void
test_empty_book (void)
{
  g_autoptr (RelanceDashboard) dashboard = NULL;
  BookFixture fixture;

  book_fixture_set_up (&fixture, "2026-11-24");
  dashboard = relance_dashboard_load (fixture.book, 12, NULL);
  g_assert_cmpuint (dashboard->currencies->len, ==, 0);
  g_assert_cmpint (dashboard->today, ==, relance_date_parse_iso ("2026-11-24"));
  book_fixture_tear_down (&fixture);
}

/* A book whose every invoice was paid long ago has figures, each nothing. */
static void
test_all_settled_long_ago (void)
{
  BookFixture fixture;
  gint64 client, invoice;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  invoice =
    book_fixture_add_invoice (&fixture, client, "1", 100, "USD", "2012-01-01", "2012-02-01");
  book_fixture_add_payment (&fixture, invoice, 100, "2012-01-20");
  for (int whole = 0; whole <= 1; whole++)
    {
      g_autoptr (RelanceDashboard)
        dashboard = whole ? relance_dashboard_load_whole (fixture.book, RELANCE_DATE_NONE, 12, NULL)
                          : relance_dashboard_load (fixture.book, 12, NULL);
      const RelanceCurrencyFigures *figures = find_currency (dashboard, "USD");

      g_assert_nonnull (figures);
      g_assert_cmpuint (dashboard->currencies->len, ==, 1);
      g_assert_cmpint (figures->owed.count, ==, 0);
      g_assert_cmpint (figures->settled, ==, 0);
      g_assert_cmpuint (figures->months->len, ==, 12);
      g_assert_cmpfloat (figures->rate, ==, -1);
    }
  book_fixture_tear_down (&fixture);
}

static void
test_most_owed_first (void)
{
  g_autoptr (RelanceDashboard) dashboard = NULL;
  const RelanceCurrencyFigures *first, *second;
  BookFixture fixture;
  gint64 client;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  book_fixture_add_invoice (&fixture, client, "1", 100, "EUR", "2026-01-01", "2026-12-01");
  book_fixture_add_invoice (&fixture, client, "2", 300, "USD", "2026-01-01", "2026-12-01");
  dashboard = relance_dashboard_load (fixture.book, 3, NULL);
  first = g_ptr_array_index (dashboard->currencies, 0);
  second = g_ptr_array_index (dashboard->currencies, 1);
  g_assert_cmpstr (first->currency, ==, "USD");
  g_assert_cmpstr (second->currency, ==, "EUR");
  g_assert_cmpfloat (first->rate, ==, -1);
  g_assert_cmpint (g_array_index (first->months, RelanceMonth, 0).month, ==,
                   relance_date_parse_iso ("2026-09-01"));
  book_fixture_tear_down (&fixture);
}

static gint64
count_balance (RelanceStore *store, GArray **facts)
{
  gint64 balance = 0;

  *facts = relance_store_list_figures (store, RELANCE_DATE_NONE, NULL);
  g_assert_nonnull (*facts);
  for (guint i = 0; i < (*facts)->len; i++)
    balance += g_array_index (*facts, RelanceInstalmentFact, i).balance;
  return balance;
}

/* Two lanes that read the same book hold its figures once, and neither tells old ones. */
static void
test_shared_figures (void)
{
  g_autoptr (RelanceBook) other = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (GArray) third = NULL;
  RelanceStore *store;
  BookFixture fixture;
  gint64 client;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  book_fixture_add_invoice (&fixture, client, "1", 100, "EUR", "2026-01-01", "2026-12-01");
  other = book_fixture_open (fixture.path, "2026-11-24");
  store = relance_book_get_store (fixture.book);
  g_assert_cmpint (count_balance (store, &first), ==, 100);
  g_assert_cmpint (count_balance (relance_book_get_store (other), &second), ==, 100);
  g_assert_true (first == second);

  book_fixture_add_invoice (&fixture, client, "2", 30, "EUR", "2026-01-01", "2026-12-01");
  g_assert_cmpint (count_balance (relance_book_get_store (other), &third), ==, 130);
  g_assert_cmpuint (first->len, ==, 1);
  book_fixture_tear_down (&fixture);
}

/* What may yet be rolled back is nobody else's. */
static void
test_figures_in_transaction (void)
{
  g_autoptr (RelanceBook) other = NULL;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) meanwhile = NULL;
  g_autoptr (GArray) after = NULL;
  RelanceStore *store;
  BookFixture fixture;
  gint64 client;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  book_fixture_add_invoice (&fixture, client, "1", 100, "EUR", "2026-01-01", "2026-12-01");
  other = book_fixture_open (fixture.path, "2026-11-24");
  store = relance_book_get_store (fixture.book);
  g_assert_true (relance_store_begin (store, NULL));
  g_assert_cmpint (count_balance (store, &before), ==, 100);
  g_assert_true (
    relance_store_update_instalment (store, 1, relance_date_parse_iso ("2026-12-01"), 60, NULL));
  g_assert_cmpint (count_balance (store, &meanwhile), ==, 60);
  relance_store_rollback (store);
  g_assert_cmpint (count_balance (relance_book_get_store (other), &after), ==, 100);
  book_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/dashboard/random-books", test_random_books);
  g_test_add_func ("/services/dashboard/bands", test_bands);
  g_test_add_func ("/services/dashboard/empty-book", test_empty_book);
  g_test_add_func ("/services/dashboard/all-settled-long-ago", test_all_settled_long_ago);
  g_test_add_func ("/services/dashboard/most-owed-first", test_most_owed_first);
  g_test_add_func ("/services/dashboard/shared-figures", test_shared_figures);
  g_test_add_func ("/services/dashboard/figures-in-transaction", test_figures_in_transaction);

  return g_test_run ();
}
