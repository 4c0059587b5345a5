/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-check.h"

#include <sqlite3.h>

static guint
count_findings (BookFixture *fixture)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_check (fixture->book, findings, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  return findings->len;
}

/* What only a fault, or another program, could do to a book. */
static void
tamper (BookFixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
fill (BookFixture *fixture)
{
  gint64 client, invoice;

  book_fixture_set_up (fixture, "2026-11-24");
  client = book_fixture_add_client (fixture, "Client");
  invoice = book_fixture_add_invoice (fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");
  book_fixture_add_payment (fixture, invoice, 300, "2026-11-20");
}

static void
test_a_good_book (void)
{
  BookFixture fixture;

  fill (&fixture);
  g_assert_cmpuint (count_findings (&fixture), ==, 0);
  book_fixture_tear_down (&fixture);
}

static void
test_faults_are_found (void)
{
  static const char *const faults[] = {
    "UPDATE instalment SET amount = 499",
    "UPDATE allocation SET amount = 501; UPDATE payment SET amount = 501",
    "UPDATE payment SET amount = 200",
    "UPDATE payment SET currency = 'USD'",
    "UPDATE invoice SET issued = '2026-02-31'",
    "UPDATE instalment SET due = '2026-02-31'",
    "UPDATE payment SET date = '2026-02-31'",
    "UPDATE client SET removed_by = 1",
    "PRAGMA foreign_keys = OFF; UPDATE allocation SET payment_id = 77",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      BookFixture fixture;

      g_test_message ("%s", faults[i]);
      fill (&fixture);
      tamper (&fixture, faults[i]);
      g_assert_cmpuint (count_findings (&fixture), >, 0);
      book_fixture_tear_down (&fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/check/a-good-book", test_a_good_book);
  g_test_add_func ("/services/check/faults-are-found", test_faults_are_found);

  return g_test_run ();
}
