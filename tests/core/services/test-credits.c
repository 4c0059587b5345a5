/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-credits.h"
#include "relance-payments.h"

static void
set_up (BookFixture *fixture, gconstpointer data)
{
  book_fixture_set_up (fixture, "2026-11-24");
}

static void
tear_down (BookFixture *fixture, gconstpointer data)
{
  book_fixture_tear_down (fixture);
}

/* @invoice: 0 to leave it with the client */
static void
add_credit_note (BookFixture *fixture,
                 gint64 client,
                 gint64 invoice,
                 const char *number,
                 gint64 amount,
                 const char *issued)
{
  g_autoptr (GError) error = NULL;
  RelanceCreditNote note = { .client_id = client,
                             .invoice_id = invoice,
                             .number = number,
                             .amount = amount,
                             .currency = "EUR",
                             .issued = relance_date_parse_iso (issued) };

  relance_credit_notes_add (fixture->book, &note, NULL, &error);
  g_assert_no_error (error);
}

static void
receive (BookFixture *fixture, gint64 client, gint64 amount, const char *currency, const char *date)
{
  g_autoptr (GError) error = NULL;
  RelanceReceipt receipt = { .client_id = client,
                             .amount = amount,
                             .currency = currency,
                             .date = relance_date_parse_iso (date) };

  relance_payments_receive (fixture->book, &receipt, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_credits (BookFixture *fixture,
                const char *as_of,
                const char *currency,
                RelanceTally notes,
                RelanceTally payments)
{
  g_autoptr (GError) error = NULL;
  RelanceDate day = as_of != NULL ? relance_date_parse_iso (as_of) : RELANCE_DATE_NONE;
  g_autoptr (GArray) all = relance_credits_load (fixture->book, day, &error);
  RelanceCredits credits;

  g_assert_no_error (error);
  credits = relance_credits_find (all, currency);
  g_assert_cmpint (credits.notes.count, ==, notes.count);
  g_assert_cmpint (credits.notes.amount, ==, notes.amount);
  g_assert_cmpint (credits.payments.count, ==, payments.count);
  g_assert_cmpint (credits.payments.amount, ==, payments.amount);
}

static const RelanceTally nothing = { 0, 0 };

static void
test_nothing (BookFixture *fixture, gconstpointer data)
{
  gint64 client = book_fixture_add_client (fixture, "Sample Studio");
  gint64 invoice =
    book_fixture_add_invoice (fixture, client, "F-1", 100000, "EUR", "2026-02-01", "2026-03-01");

  book_fixture_add_payment (fixture, invoice, 40000, "2026-03-01");
  assert_credits (fixture, NULL, "EUR", nothing, nothing);
}

/* 1,200 for a debt of 1,000: 200 are left, from the day they came. */
static void
test_over_payment (BookFixture *fixture, gconstpointer data)
{
  gint64 client = book_fixture_add_client (fixture, "Sample Studio");
  gint64 invoice =
    book_fixture_add_invoice (fixture, client, "F-1", 100000, "EUR", "2026-02-01", "2026-03-01");

  book_fixture_add_payment (fixture, invoice, 120000, "2026-03-10");
  assert_credits (fixture, NULL, "EUR", nothing, (RelanceTally) { 1, 20000 });
  assert_credits (fixture, "2026-03-10", "EUR", nothing, (RelanceTally) { 1, 20000 });
  assert_credits (fixture, "2026-03-09", "EUR", nothing, nothing);
}

/* What was paid before the invoice was written was a credit until then. */
static void
test_in_advance (BookFixture *fixture, gconstpointer data)
{
  gint64 client = book_fixture_add_client (fixture, "Sample Studio");
  gint64 invoice =
    book_fixture_add_invoice (fixture, client, "F-1", 100000, "EUR", "2026-04-01", "2026-05-01");

  book_fixture_add_payment (fixture, invoice, 100000, "2026-03-15");
  assert_credits (fixture, "2026-03-14", "EUR", nothing, nothing);
  assert_credits (fixture, "2026-03-15", "EUR", nothing, (RelanceTally) { 1, 100000 });
  assert_credits (fixture, "2026-03-31", "EUR", nothing, (RelanceTally) { 1, 100000 });
  assert_credits (fixture, "2026-04-01", "EUR", nothing, nothing);
  assert_credits (fixture, NULL, "EUR", nothing, nothing);
}

/* One of 300 lowers a debt of 250, so 50 are left; one of 80 waits. */
static void
test_credit_notes (BookFixture *fixture, gconstpointer data)
{
  gint64 client = book_fixture_add_client (fixture, "Sample Studio");
  gint64 invoice =
    book_fixture_add_invoice (fixture, client, "F-1", 25000, "EUR", "2026-02-01", "2026-03-01");

  add_credit_note (fixture, client, invoice, "A-1", 30000, "2026-02-10");
  add_credit_note (fixture, client, 0, "A-2", 8000, "2026-02-20");
  assert_credits (fixture, NULL, "EUR", (RelanceTally) { 2, 13000 }, nothing);
  assert_credits (fixture, "2026-02-19", "EUR", (RelanceTally) { 1, 5000 }, nothing);
}

static void
test_currencies_apart (BookFixture *fixture, gconstpointer data)
{
  gint64 client = book_fixture_add_client (fixture, "Sample Studio");

  receive (fixture, client, 1000, "EUR", "2026-02-10");
  receive (fixture, client, 5, "JPY", "2026-02-10");
  receive (fixture, client, 7, "JPY", "2026-02-11");
  assert_credits (fixture, NULL, "EUR", nothing, (RelanceTally) { 1, 1000 });
  assert_credits (fixture, NULL, "JPY", nothing, (RelanceTally) { 2, 12 });
  assert_credits (fixture, NULL, "TND", nothing, nothing);
}

/* A payment that was taken back is no credit. */
static void
test_removed (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 client = book_fixture_add_client (fixture, "Sample Studio");
  gint64 invoice =
    book_fixture_add_invoice (fixture, client, "F-1", 100000, "EUR", "2026-02-01", "2026-03-01");
  gint64 payment = book_fixture_add_payment (fixture, invoice, 120000, "2026-03-10");

  relance_payments_remove (fixture->book, payment, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_credits (fixture, NULL, "EUR", nothing, nothing);
}

static void
add (const char *path, void (*test) (BookFixture *, gconstpointer))
{
  g_test_add (path, BookFixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/credits/nothing", test_nothing);
  add ("/credits/over-payment", test_over_payment);
  add ("/credits/in-advance", test_in_advance);
  add ("/credits/credit-notes", test_credit_notes);
  add ("/credits/currencies-apart", test_currencies_apart);
  add ("/credits/removed", test_removed);

  return g_test_run ();
}
