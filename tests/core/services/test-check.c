/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-check.h"
#include "relance-outbox.h"
#include "relance-store-check.h"
#include "relance-store-messages.h"

#include <sqlite3.h>
#include <string.h>

#define MESSAGE                                                                                    \
  "INSERT INTO message (id, client_id, client_name, to_address, to_name, from_address, from_name," \
  " subject, text, html, stage, tone, address, language, message_id, provider, request,"           \
  " approved_at, not_before, state, reason, tries, done_at)"                                       \
  " VALUES ('m', 1, 'Client', 'a@example.org', '', 'b@example.org', '', '', '', '', 'first',"      \
  " 'formal', 'vous', 'fr', 'm@example.org', 'brevo', x'', 1, 1, "

#define ATTEMPT                                                                                    \
  "INSERT INTO attempt (message_id, purpose, started_at, sha256, finished_at, outcome) VALUES"     \
  " ('m', 'send', 1, "

/* The checksum of no bytes. */
#define NOTHING "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'"

static GPtrArray *
list_findings (BookFixture *fixture)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_check (fixture->book, findings, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  return findings;
}

static gboolean
has_finding (GPtrArray *findings, const char *words)
{
  for (guint i = 0; i < findings->len; i++)
    if (strstr (findings->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
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
  g_autoptr (GPtrArray) findings = NULL;

  fill (&fixture);
  tamper (&fixture, MESSAGE "'accepted', NULL, 1, 2); " ATTEMPT NOTHING ", 2, 'accepted')");
  findings = list_findings (&fixture);
  g_assert_cmpuint (findings->len, ==, 0);
  book_fixture_tear_down (&fixture);
}

/* Each thing that may be said of a book, and what makes it true; some by two ways, one after the other. */
static const struct
{
  const char *words;
  const char *sql;
} faults[] = {
  { "Client 1 was removed, but", "UPDATE client SET removed_by = 1" },
  { "Invoice 1 has received more",
    "UPDATE allocation SET amount = 501; UPDATE payment SET amount = 501" },
  { "Payment 1 is spread over more", "UPDATE payment SET amount = 200" },
  { "Payment 1 is spread over more", "UPDATE payment SET currency = 'USD'" },
  { "The total of invoice 1", "UPDATE instalment SET amount = 499" },
  { "Invoice 1 holds a date", "UPDATE invoice SET issued = '2026-02-31'" },
  { "Invoice 1 holds a date", "UPDATE instalment SET due = '2026-02-31'" },
  { "Payment 1 holds a date", "UPDATE payment SET date = '2026-02-31'" },
  { "Payment 1 counts towards",
    "INSERT INTO instalment (invoice_id, due, amount, added_by) VALUES (1, '2026-12-01', 500, 1);"
    "UPDATE instalment SET removed_by = 1 WHERE id = 1" },
  { "Payment 2 does not fit",
    "INSERT INTO payment (id, client_id, date, amount, currency, added_by, replaces)"
    " VALUES (2, 1, '2026-11-20', 300, 'EUR', 1, 1)" },
  { "Credit note or write-off 2 lacks",
    "INSERT INTO payment (id, client_id, date, amount, currency, added_by, kind)"
    " VALUES (2, 1, '2026-11-20', 300, 'EUR', 1, 'credit-note')" },
  { "Credit note or write-off 2 lacks",
    "INSERT INTO payment (id, client_id, date, amount, currency, added_by, kind)"
    " VALUES (2, 1, '2026-11-20', 300, 'EUR', 1, 'write-off')" },
  { "Document 1 belongs to nothing",
    "INSERT INTO document (sha256, name, media_type, content) VALUES ('', 'a', 'a/b', x'')" },
  { "Message m is said to be leaving", MESSAGE "'sending', NULL, 0, 0)" },
  { "Message m has left, but nobody knows when", MESSAGE "'accepted', NULL, 0, 0)" },
  { "Message m has other tries", MESSAGE "'approved', NULL, 1, 0)" },
  { "Message m was accepted in two tries",
    MESSAGE "'accepted', NULL, 2, 2); " ATTEMPT NOTHING ", 2, 'accepted');" ATTEMPT NOTHING
            ", 3, 'accepted')" },
  { "Message m is held up without a reason", MESSAGE "'waiting', NULL, 0, 0)" },
  { "Message m left with other bytes",
    MESSAGE "'accepted', NULL, 1, 2); " ATTEMPT "'00', 2, 'accepted')" },
  { "foreign-key-check: allocation", "UPDATE allocation SET payment_id = 77" },
  { "integrity-check: CHECK constraint failed",
    "PRAGMA ignore_check_constraints = ON; UPDATE payment SET amount = -1, removed_by = 1" },
};

static void
test_faults_are_found (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      BookFixture fixture;
      g_autoptr (GPtrArray) findings = NULL;

      g_test_message ("%s", faults[i].sql);
      fill (&fixture);
      tamper (&fixture, faults[i].sql);
      findings = list_findings (&fixture);
      g_assert_true (has_finding (findings, faults[i].words));
      book_fixture_tear_down (&fixture);
    }
}

/* A rule without its fault above would be a rule that nobody tried. */
static void
test_every_rule_has_a_fault (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_hash_table_add (words, (gpointer) faults[i].words);
  /* Those of the file are two. */
  g_assert_cmpuint (g_hash_table_size (words), ==,
                    RELANCE_SUM_DOCUMENT + RELANCE_OUTBOX_N_CHECKS + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/check/a-good-book", test_a_good_book);
  g_test_add_func ("/services/check/faults-are-found", test_faults_are_found);
  g_test_add_func ("/services/check/every-rule-has-a-fault", test_every_rule_has_a_fault);

  return g_test_run ();
}
