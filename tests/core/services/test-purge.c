/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "relance-check.h"
#include "relance-documents.h"
#include "relance-payments.h"
#include "relance-purge.h"

#include <sqlite3.h>
#include <string.h>

#define MARK "lea.martin@durand.example"

/* The same book on another day. */
static void
go_to (BookFixture *self, const char *today)
{
  g_clear_object (&self->book);
  self->book = book_fixture_open (self->path, today);
}

/* A day on which something was written. */
static void
work_on (BookFixture *self, const char *today)
{
  go_to (self, today);
  book_fixture_add_client (self, today);
}

static gint64
ask (BookFixture *self, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  answer = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : -1;
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return answer;
}

static void
tamper (BookFixture *self, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
assert_clean (BookFixture *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_check (self->book, findings, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", (char *) findings->pdata[i]);
}

/* Returns how many steps it took. */
static guint
purge (BookFixture *self)
{
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;
  guint n_steps;

  for (n_steps = 0; more; n_steps++)
    {
      g_assert_true (relance_purge_step (self->book, &more, &error));
      g_assert_no_error (error);
      assert_clean (self);
    }
  return n_steps;
}

/* The days after a removal on 1 September after which it is long ago, and certainly so. */
static void
let_time_pass (BookFixture *self)
{
  static const char *const days[] = { "2026-09-02", "2026-09-03", "2026-10-05", "2026-10-06" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    work_on (self, days[i]);
  go_to (self, "2026-10-07");
}

static gint64
attach (BookFixture *self, gint64 invoice, const char *words)
{
  g_autofree char *text = g_strconcat ("%PDF-1.7 ", words, NULL);
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  gint64 id =
    relance_documents_add (self->book, invoice, "a.pdf", "application/pdf", content, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static void
add_contact (BookFixture *self, gint64 client, const char *email)
{
  g_autoptr (RelanceContact) contact = relance_contact_new ();
  g_autoptr (GError) error = NULL;

  contact->email = g_strdup (email);
  contact->last_name = g_strdup ("Martin");
  g_assert_cmpint (relance_contacts_save (self->book, client, contact, TRUE, NULL, &error), !=, 0);
  g_set_str (&contact->role, "Accounts");
  contact->id = ask (self, "SELECT max(id) FROM contact");
  g_assert_cmpint (relance_contacts_save (self->book, client, contact, TRUE, NULL, &error), !=, 0);
  g_assert_no_error (error);
}

/* A client with all that one can have, and another one of which nothing must go. */
static gint64
fill (BookFixture *self)
{
  gint64 client, invoice;

  book_fixture_set_up (self, "2026-09-01");
  client = book_fixture_add_client (self, "Durand");
  invoice = book_fixture_add_invoice (self, client, "F-1", 1000, "EUR", "2026-08-01", "2026-08-31");
  add_contact (self, client, MARK);
  book_fixture_add_payment (self, invoice, 300, "2026-08-20");
  attach (self, invoice, MARK);
  g_assert_true (relance_invoices_write_off (
    self->book, invoice, relance_date_parse_iso ("2026-08-31"), "gone", NULL, NULL));
  client = book_fixture_add_client (self, "Martin");
  invoice = book_fixture_add_invoice (self, client, "F-2", 500, "EUR", "2026-08-01", "2026-08-31");
  add_contact (self, client, "m@martin.example");
  book_fixture_add_payment (self, invoice, 200, "2026-08-20");
  attach (self, invoice, "stays");
  return ask (self, "SELECT id FROM client WHERE name = 'Durand'");
}

static gboolean
file_holds (const char *path, const char *words)
{
  g_autofree char *content = NULL;
  gsize size;

  return g_file_get_contents (path, &content, &size, NULL) &&
         memmem (content, size, words, strlen (words)) != NULL;
}

static void
test_all_of_a_client_goes (void)
{
  BookFixture self = { 0 };
  gint64 client = fill (&self);
  gint64 change = 0;

  g_assert_true (relance_clients_remove (self.book, client, &change, NULL));
  let_time_pass (&self);
  g_assert_cmpuint (purge (&self), >, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM client WHERE name = 'Durand'"), ==, 0);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM contact"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM invoice"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM instalment"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM payment"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM attachment"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM document"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM revision WHERE entity_id = 1"), ==, 0);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM setting WHERE key = 'erasing'"), ==, 0);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM change WHERE kind = 'client-removed'"), ==, 1);
  g_clear_object (&self.book);
  g_assert_false (file_holds (self.path, MARK));
  book_fixture_tear_down (&self);
}

static void
test_nothing_is_taken_back_then (void)
{
  BookFixture self = { 0 };
  gint64 client = fill (&self);
  gint64 change = 0, last = 0;
  RelanceChangeKind kind;
  g_autofree char *detail = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (relance_clients_remove (self.book, client, &change, NULL));
  let_time_pass (&self);
  purge (&self);
  g_assert_false (relance_changes_undo (self.book, change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  while (relance_changes_get_last (self.book, &last, &kind, &detail, NULL) && last != 0)
    {
      g_assert_cmpint (last, >, change);
      g_assert_true (relance_changes_undo (self.book, last, NULL));
      g_clear_pointer (&detail, g_free);
    }
  assert_clean (&self);
  book_fixture_tear_down (&self);
}

static void
test_brought_back_in_time (void)
{
  BookFixture self = { 0 };
  gint64 client = fill (&self);
  gint64 change = 0;
  g_autoptr (RelanceClient) back = NULL;

  g_assert_true (relance_clients_remove (self.book, client, &change, NULL));
  work_on (&self, "2026-09-02");
  work_on (&self, "2026-09-30");
  g_assert_cmpuint (purge (&self), ==, 1);
  g_assert_true (relance_changes_undo (self.book, change, NULL));
  back = relance_clients_get (self.book, client, NULL);
  g_assert_cmpuint (back->contacts->len, ==, 1);
  book_fixture_tear_down (&self);
}

/* Something is removed on the first day; work is done on the others, and the book opened on the last. */
static void
test_clocks (void)
{
  static const struct
  {
    const char *days;
    gboolean purged;
  } tests[] = {
    { "2026-09-01 2026-09-02 2026-09-03 2026-10-05 2026-10-06 2026-10-07", TRUE },
    { "2026-09-01 2026-09-02 2026-09-03 2026-10-03 2026-10-04 2026-10-05", TRUE },
    { "2026-09-01 2026-09-02 2026-09-03 2026-10-02 2026-10-04 2026-10-05", FALSE },
    { "2026-09-01 2026-10-07", FALSE },
    { "2026-09-01 2026-10-05 2026-10-06 2026-10-07", FALSE },
    /* Ahead for a day, when it was removed, in between, or now. */
    { "2040-01-01 2026-09-02 2026-09-03 2026-09-04 2026-09-05 2026-09-06", FALSE },
    { "2026-09-01 2026-09-02 2026-09-03 2026-09-04 2040-01-01", FALSE },
    { "2026-09-01 2026-09-02 2026-09-03 2040-01-01 2026-09-04 2026-09-05", FALSE },
    /* Behind for a day, when it was removed, in between, or now. */
    { "1990-01-01 2026-09-02 2026-09-03 2026-09-04 2026-09-05 2026-09-06", FALSE },
    { "2026-09-01 1990-01-01 2026-09-02 2026-09-03 2026-09-04 2026-09-05", FALSE },
    { "2026-09-01 2026-09-02 2026-09-03 2026-10-05 2026-10-06 1990-01-01", FALSE },
    /* What a wrong day delayed goes in the end. */
    { "2026-09-01 2040-01-01 2026-09-02 2026-09-03 2026-09-04 2026-10-05 2026-10-06 2026-10-07",
      TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_auto (GStrv) days = g_strsplit (tests[i].days, " ", -1);
      guint n_days = g_strv_length (days);
      BookFixture self = { 0 };
      gint64 client;

      g_test_message ("%s", tests[i].days);
      book_fixture_set_up (&self, days[0]);
      client = book_fixture_add_client (&self, "Durand");
      g_assert_true (relance_clients_remove (self.book, client, NULL, NULL));
      for (guint day = 1; day < n_days - 1; day++)
        {
          work_on (&self, days[day]);
          purge (&self);
        }
      go_to (&self, days[n_days - 1]);
      purge (&self);
      g_assert_cmpint (ask (&self, "SELECT count(*) FROM client WHERE name = 'Durand'"), ==,
                       tests[i].purged ? 0 : 1);
      book_fixture_tear_down (&self);
    }
}

/* What a table is left with, and why. */
static void
assert_rows (BookFixture *self, const char *table, gint64 n)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

  g_assert_cmpint (ask (self, sql), ==, n);
}

/* A message that spoke of the invoice, with its try: never twice, and what was asked of whom. */
static void
test_what_was_written_stays (void)
{
  BookFixture self = { 0 };
  gint64 client = fill (&self);

  tamper (&self,
          "INSERT INTO message (id, client_id, client_name, to_address, to_name, from_address,"
          " from_name, subject, text, html, stage, tone, address, language, message_id, provider,"
          " request, approved_at, not_before, state, done_at)"
          " VALUES ('m', 1, 'Durand', 'a@b.example', '', 'c@d.example', '', 's', 't', '', 'first',"
          " 'formal', 'vous', 'fr', 'm@d.example', 'brevo', x'', 1, 1, 'accepted', 1);"
          "INSERT INTO message_debt VALUES ('m', 1, 1, 'F-1', 1000)");
  g_assert_true (relance_clients_remove (self.book, client, NULL, NULL));
  let_time_pass (&self);
  purge (&self);
  assert_rows (&self, "message", 1);
  assert_rows (&self, "message_debt", 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM invoice WHERE number = 'F-1'"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM client WHERE name = 'Durand'"), ==, 1);
  /* Nobody needs the file, nor the person. */
  assert_rows (&self, "document", 1);
  assert_rows (&self, "contact", 1);
  book_fixture_tear_down (&self);
}

static void
test_what_the_book_stands_on_stays (void)
{
  BookFixture self = { 0 };
  gint64 client = fill (&self), payment;

  g_assert_true (relance_clients_merge (self.book, client, client + 1, NULL, NULL));
  payment = ask (&self, "SELECT min(id) FROM payment");
  g_assert_cmpint (relance_payments_allocate (self.book, payment, NULL, NULL, NULL), >, payment);
  let_time_pass (&self);
  purge (&self);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM client WHERE merged_into = 2"), ==, 1);
  g_assert_cmpint (ask (&self, "SELECT count(*) FROM payment WHERE removed_by IS NOT NULL"), ==, 1);
  assert_rows (&self, "invoice", 2);
  book_fixture_tear_down (&self);
}

/* The highest ids would be given again, to something that has nothing to do with them. */
static void
test_no_id_is_given_again (void)
{
  BookFixture self = { 0 };
  gint64 client, invoice, again;

  book_fixture_set_up (&self, "2026-09-01");
  client = book_fixture_add_client (&self, "Durand");
  invoice = book_fixture_add_invoice (&self, client, "F-1", 10, "EUR", "2026-08-01", "2026-08-31");
  g_assert_true (relance_invoices_remove (self.book, invoice, NULL, NULL));
  let_time_pass (&self);
  purge (&self);
  again = book_fixture_add_invoice (&self, client, "F-1", 20, "EUR", "2026-08-01", "2026-08-31");
  g_assert_cmpint (again, >, invoice);
  book_fixture_tear_down (&self);
}

static void
test_small_transactions (void)
{
  BookFixture self = { 0 };
  gint64 client;

  book_fixture_set_up (&self, "2026-09-01");
  client = book_fixture_add_client (&self, "Durand");
  for (int i = 0; i < 450; i++)
    {
      g_autofree char *number = g_strdup_printf ("F-%d", i);

      book_fixture_add_invoice (&self, client, number, 10, "EUR", "2026-08-01", "2026-08-31");
    }
  g_assert_true (relance_clients_remove (self.book, client, NULL, NULL));
  let_time_pass (&self);
  g_assert_cmpuint (purge (&self), >=, 4);
  assert_rows (&self, "invoice", 1);
  g_assert_cmpuint (purge (&self), ==, 1);
  book_fixture_tear_down (&self);
}

/* A step that is not needed takes no lock: another program writes as it likes. */
static void
test_not_in_the_way (void)
{
  BookFixture self = { 0 };
  sqlite3 *other = NULL;
  gboolean more;

  fill (&self);
  let_time_pass (&self);
  purge (&self);
  g_assert_cmpint (sqlite3_open (self.path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (relance_purge_step (self.book, &more, NULL));
  g_assert_false (more);
  sqlite3_close (other);
  book_fixture_tear_down (&self);
}

/* The list of what happened goes on without what is gone. */
static void
test_history (void)
{
  BookFixture self = { 0 };
  gint64 client, invoice, payment;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) own = NULL;

  book_fixture_set_up (&self, "2026-09-01");
  client = book_fixture_add_client (&self, "Durand");
  invoice = book_fixture_add_invoice (&self, client, "F-1", 10, "EUR", "2026-08-01", "2026-08-31");
  payment = book_fixture_add_payment (&self, invoice, 5, "2026-08-20");
  g_assert_true (relance_payments_remove (self.book, payment, NULL, NULL, NULL));
  book_fixture_add_payment (&self, invoice, 6, "2026-08-20");
  let_time_pass (&self);
  purge (&self);
  assert_rows (&self, "payment", 1);
  events = relance_clients_timeline (self.book, client, -1, NULL);
  g_assert_cmpuint (events->len, ==, 3);
  own = relance_invoices_history (self.book, invoice, NULL);
  g_assert_cmpuint (own->len, ==, 2);
  book_fixture_tear_down (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/purge/all-of-a-client-goes", test_all_of_a_client_goes);
  g_test_add_func ("/services/purge/nothing-is-taken-back-then", test_nothing_is_taken_back_then);
  g_test_add_func ("/services/purge/brought-back-in-time", test_brought_back_in_time);
  g_test_add_func ("/services/purge/clocks", test_clocks);
  g_test_add_func ("/services/purge/what-was-written-stays", test_what_was_written_stays);
  g_test_add_func ("/services/purge/what-the-book-stands-on", test_what_the_book_stands_on_stays);
  g_test_add_func ("/services/purge/no-id-is-given-again", test_no_id_is_given_again);
  g_test_add_func ("/services/purge/small-transactions", test_small_transactions);
  g_test_add_func ("/services/purge/not-in-the-way", test_not_in_the_way);
  g_test_add_func ("/services/purge/history", test_history);

  return g_test_run ();
}
