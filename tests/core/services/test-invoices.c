/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include <sqlite3.h>
#include <string.h>

static void
assert_refused (BookFixture *fixture, RelanceInvoice *invoice, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (relance_invoices_save (fixture->book, invoice, NULL, &error), ==, 0);
  g_assert_error (error, RELANCE_SERVICE_ERROR, code);
}

static RelanceInvoice *
make_invoice (gint64 client_id)
{
  RelanceInvoice *invoice = relance_invoice_new ();

  invoice->client_id = client_id;
  invoice->number = g_strdup ("F-1");
  invoice->issued = relance_date_parse_iso ("2026-10-01");
  invoice->due = relance_date_parse_iso ("2026-10-31");
  invoice->total = 12000;
  memcpy (invoice->currency, "EUR", 4);
  return invoice;
}

static void
test_refusals (void)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  BookFixture fixture;
  gint64 client;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  invoice = make_invoice (client);

  g_set_str (&invoice->number, " ");
  assert_refused (&fixture, invoice, RELANCE_SERVICE_ERROR_INVALID);
  g_set_str (&invoice->number, "F\x01");
  assert_refused (&fixture, invoice, RELANCE_SERVICE_ERROR_INVALID);
  g_set_str (&invoice->number, "F-1");
  for (int i = 0; i < 3; i++)
    {
      static const gint64 totals[] = { 0, -1, G_MAXINT64 };

      invoice->total = totals[i];
      assert_refused (&fixture, invoice, RELANCE_SERVICE_ERROR_INVALID);
    }
  invoice->total = 100;
  memcpy (invoice->currency, "ZZZ", 4);
  assert_refused (&fixture, invoice, RELANCE_SERVICE_ERROR_INVALID);
  memcpy (invoice->currency, "EUR", 4);
  invoice->due = RELANCE_DATE_NONE;
  assert_refused (&fixture, invoice, RELANCE_SERVICE_ERROR_INVALID);
  invoice->due = invoice->issued;
  invoice->client_id = client + 1;
  assert_refused (&fixture, invoice, RELANCE_SERVICE_ERROR_NOT_FOUND);
  invoice->client_id = client;
  g_assert_cmpint (relance_invoices_save (fixture.book, invoice, NULL, NULL), >, 0);
  assert_refused (&fixture, invoice, RELANCE_SERVICE_ERROR_EXISTS);
  book_fixture_tear_down (&fixture);
}

static void
assert_state (BookFixture *fixture,
              gint64 id,
              RelanceInvoiceState state,
              gint64 balance,
              int days_late)
{
  g_autoptr (RelanceInvoice) invoice = book_fixture_get_invoice (fixture, id);

  g_assert_cmpint (invoice->state, ==, state);
  g_assert_cmpint (invoice->balance, ==, balance);
  g_assert_cmpint (invoice->days_late, ==, days_late);
}

static void
test_states (void)
{
  BookFixture fixture;
  gint64 client, yesterday, today, payment;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  yesterday =
    book_fixture_add_invoice (&fixture, client, "1", 5, "JPY", "2026-10-24", "2026-11-23");
  today =
    book_fixture_add_invoice (&fixture, client, "2", 12345, "TND", "2026-10-25", "2026-11-24");

  assert_state (&fixture, yesterday, RELANCE_INVOICE_OVERDUE, 5, 1);
  assert_state (&fixture, today, RELANCE_INVOICE_OPEN, 12345, 0);
  book_fixture_add_payment (&fixture, today, 12344, "2026-11-24");
  assert_state (&fixture, today, RELANCE_INVOICE_OPEN, 1, 0);
  payment = book_fixture_add_payment (&fixture, yesterday, 6, "2026-11-24");
  assert_state (&fixture, yesterday, RELANCE_INVOICE_PAID, 0, 0);
  g_assert_true (relance_payments_remove (fixture.book, payment, NULL, NULL, NULL));
  assert_state (&fixture, yesterday, RELANCE_INVOICE_OVERDUE, 5, 1);
  book_fixture_tear_down (&fixture);
}

static void
test_payment_refusals (void)
{
  static const struct
  {
    gint64 amount;
    const char *date;
    const char *means;
  } cases[] = {
    { 0, "2026-11-24", "" }, { -1, "2026-11-24", "" }, { G_MAXINT64, "2026-11-24", "" },
    { 1, "2026-11-25", "" }, { 1, "not a date", "" },  { 1, "2026-11-24", "che\x02que" },
  };
  g_autoptr (GError) not_found = NULL;
  BookFixture fixture;
  gint64 client, invoice;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  invoice =
    book_fixture_add_invoice (&fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (relance_payments_add (fixture.book, invoice, cases[i].amount,
                                             relance_date_parse_iso (cases[i].date), cases[i].means,
                                             NULL, &error),
                       ==, 0);
      g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
    }
  g_assert_false (relance_payments_remove (fixture.book, 1, NULL, NULL, &not_found));
  g_assert_error (not_found, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
  assert_state (&fixture, invoice, RELANCE_INVOICE_OVERDUE, 500, 1);
  book_fixture_tear_down (&fixture);
}

static void
test_edit (void)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (RelanceInvoice) edited = NULL;
  g_autoptr (RelanceInvoice) after = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  const RelanceEvent *event;
  BookFixture fixture;
  gint64 client, id, change = 0;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  id = book_fixture_add_invoice (&fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");
  book_fixture_add_payment (&fixture, id, 200, "2026-11-01");
  invoice = book_fixture_get_invoice (&fixture, id);
  edited = relance_invoice_copy (invoice);

  edited->total = 199;
  assert_refused (&fixture, edited, RELANCE_SERVICE_ERROR_INVALID);
  edited->total = 600;
  memcpy (edited->currency, "USD", 4);
  assert_refused (&fixture, edited, RELANCE_SERVICE_ERROR_INVALID);
  memcpy (edited->currency, "EUR", 4);
  edited->due = relance_date_parse_iso ("2026-12-01");
  g_assert_cmpint (relance_invoices_save (fixture.book, edited, &change, &error), ==, id);
  assert_state (&fixture, id, RELANCE_INVOICE_OPEN, 400, 0);

  history = relance_invoices_history (fixture.book, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 3);
  event = g_ptr_array_index (history, 0);
  g_assert_cmpstr (event->kind, ==, "edited");
  g_assert_nonnull (strstr (event->text, "due date: "));
  g_assert_nonnull (strstr (event->text, "total: "));
  event = g_ptr_array_index (history, 1);
  g_assert_cmpstr (event->kind, ==, "payment");
  event = g_ptr_array_index (history, 2);
  g_assert_cmpstr (event->kind, ==, "added");

  g_assert_true (relance_changes_undo (fixture.book, change, &error));
  after = book_fixture_get_invoice (&fixture, id);
  g_assert_cmpint (after->total, ==, 500);
  g_assert_cmpint (after->due, ==, invoice->due);
  assert_state (&fixture, id, RELANCE_INVOICE_OVERDUE, 300, 1);
  book_fixture_tear_down (&fixture);
}

static void
test_edit_that_was_paid_on_stays (void)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 client, id, change = 0;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  id = book_fixture_add_invoice (&fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");
  invoice = book_fixture_get_invoice (&fixture, id);
  invoice->total = 900;
  g_assert_cmpint (relance_invoices_save (fixture.book, invoice, &change, &error), ==, id);
  book_fixture_add_payment (&fixture, id, 800, "2026-11-24");

  g_assert_false (relance_changes_undo (fixture.book, change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  assert_state (&fixture, id, RELANCE_INVOICE_OVERDUE, 100, 1);
  book_fixture_tear_down (&fixture);
}

static void
test_removal (void)
{
  g_autoptr (RelanceClient) owner = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 client, id, other, change = 0;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  id = book_fixture_add_invoice (&fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");
  book_fixture_add_payment (&fixture, id, 200, "2026-11-01");
  g_assert_true (relance_invoices_remove (fixture.book, id, &change, &error));
  owner = relance_clients_get (fixture.book, client, NULL);
  g_assert_cmpint (g_array_index (owner->totals, RelanceClientTotal, 0).owed, ==, 0);
  g_assert_cmpint (g_array_index (owner->totals, RelanceClientTotal, 0).credit, ==, 200);

  other = book_fixture_add_invoice (&fixture, client, "1", 900, "EUR", "2026-10-24", "2026-11-23");
  g_assert_false (relance_changes_undo (fixture.book, change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (relance_invoices_remove (fixture.book, other, NULL, &error));
  g_assert_true (relance_changes_undo (fixture.book, change, &error));
  assert_state (&fixture, id, RELANCE_INVOICE_OVERDUE, 300, 1);
  book_fixture_tear_down (&fixture);
}

static void
test_payments_undone (void)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const kinds[] = { "restored",        "payment-removed", "payment",
                                       "payment-removed", "payment",         "added" };
  BookFixture fixture;
  gint64 client, id, payment, invoice = 0, change = 0;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  id = book_fixture_add_invoice (&fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");

  g_assert_cmpint (relance_payments_add (fixture.book, id, 500,
                                         relance_date_parse_iso ("2026-11-20"), "virement", &change,
                                         &error),
                   >, 0);
  assert_state (&fixture, id, RELANCE_INVOICE_PAID, 0, 0);
  g_assert_true (relance_changes_undo (fixture.book, change, &error));
  assert_state (&fixture, id, RELANCE_INVOICE_OVERDUE, 500, 1);

  payment = book_fixture_add_payment (&fixture, id, 300, "2026-11-21");
  g_assert_true (relance_payments_remove (fixture.book, payment, &invoice, &change, &error));
  g_assert_cmpint (invoice, ==, id);
  assert_state (&fixture, id, RELANCE_INVOICE_OVERDUE, 500, 1);
  g_assert_true (relance_changes_undo (fixture.book, change, &error));
  assert_state (&fixture, id, RELANCE_INVOICE_OVERDUE, 200, 1);

  history = relance_invoices_history (fixture.book, id, &error);
  g_assert_cmpuint (history->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < history->len; i++)
    g_assert_cmpstr (((RelanceEvent *) g_ptr_array_index (history, i))->kind, ==, kinds[i]);
  book_fixture_tear_down (&fixture);
}

/* A message as the outbox leaves it in the book. */
static void
add_message (BookFixture *fixture, const char *state, const char *reason)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO message (id, client_id, client_name, to_address, to_name, from_address, from_name,"
    "  subject, text, html, stage, tone, address, language, message_id, provider, request,"
    "  approved_at, not_before, state, reason)"
    "VALUES ('%s', 1, 'Client', 'c@example.org', '', 'me@example.org', '', '', '', '', 'second',"
    "  'formal', 'vous', 'fr', '%s', 'folder', x'00', 4000000000, 0, '%s', nullif ('%s', ''));"
    "INSERT INTO message_debt VALUES ('%s', 1, 1, '1', 500);",
    state, state, state, reason, state);
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
test_messages_in_the_history (void)
{
  static const struct
  {
    const char *state;
    const char *reason;
    const char *text;
  } cases[] = {
    { "accepted", "", "Second reminder sent to c@example.org" },
    { "accepted", "saved-as-file", "Second reminder to c@example.org saved as a file" },
    { "refused", "", "Second reminder to c@example.org refused" },
    { "withdrawn", "", "Second reminder to c@example.org withdrawn" },
    { "unknown", "", "It is not known whether the second reminder reached c@example.org" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) history = NULL;
      g_autoptr (GPtrArray) timeline = NULL;
      const RelanceEvent *event;
      BookFixture fixture;
      gint64 client, id;

      book_fixture_set_up (&fixture, "2026-11-24");
      client = book_fixture_add_client (&fixture, "Client");
      id = book_fixture_add_invoice (&fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");
      add_message (&fixture, cases[i].state, cases[i].reason);
      history = relance_invoices_history (fixture.book, id, NULL);
      timeline = relance_clients_timeline (fixture.book, client, 1, NULL);
      g_assert_cmpuint (history->len, ==, 2);
      g_assert_cmpuint (timeline->len, ==, 1);
      event = g_ptr_array_index (history, 0);
      g_assert_cmpstr (event->kind, ==, "message");
      g_assert_cmpstr (event->message, ==, cases[i].state);
      g_assert_cmpstr (event->text, ==, cases[i].text);
      event = g_ptr_array_index (timeline, 0);
      g_assert_cmpstr (event->text, ==, cases[i].text);
      book_fixture_tear_down (&fixture);
    }
}

static void
test_removed_payment_paid_again (void)
{
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 client, id, payment, change = 0;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  id = book_fixture_add_invoice (&fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");
  payment = book_fixture_add_payment (&fixture, id, 500, "2026-11-21");
  g_assert_true (relance_payments_remove (fixture.book, payment, NULL, &change, &error));
  book_fixture_add_payment (&fixture, id, 500, "2026-11-22");
  g_assert_false (relance_changes_undo (fixture.book, change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  book_fixture_tear_down (&fixture);
}

/* What exceeds the debt is the client's. */
static void
test_payment_for_a_paid_invoice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) owner = NULL;
  BookFixture fixture;
  gint64 client, id;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  id = book_fixture_add_invoice (&fixture, client, "1", 500, "EUR", "2026-10-24", "2026-11-23");
  book_fixture_add_payment (&fixture, id, 500, "2026-11-21");
  g_assert_cmpint (relance_payments_add (fixture.book, id, 70,
                                         relance_date_parse_iso ("2026-11-22"), "", NULL, &error),
                   >, 0);
  g_assert_no_error (error);
  assert_state (&fixture, id, RELANCE_INVOICE_PAID, 0, 0);
  owner = relance_clients_get (fixture.book, client, NULL);
  g_assert_cmpuint (owner->totals->len, ==, 1);
  g_assert_cmpint (g_array_index (owner->totals, RelanceClientTotal, 0).credit, ==, 70);
  book_fixture_tear_down (&fixture);
}

static void
add_some (BookFixture *fixture)
{
  gint64 a = book_fixture_add_client (fixture, "Émile & fils");
  gint64 b = book_fixture_add_client (fixture, "Zed");
  gint64 id;

  book_fixture_add_invoice (fixture, a, "A-1", 100, "EUR", "2026-09-01",
                            "2026-10-01"); /* overdue */
  id = book_fixture_add_invoice (fixture, a, "A-2", 200, "EUR", "2026-09-01", "2026-10-10");
  book_fixture_add_payment (fixture, id, 200, "2026-10-10"); /* on time */
  id = book_fixture_add_invoice (fixture, b, "B-1", 300, "EUR", "2026-09-01", "2026-10-20");
  book_fixture_add_payment (fixture, id, 300, "2026-10-21"); /* late */
  book_fixture_add_invoice (fixture, b, "B-2", 400, "USD", "2026-11-01",
                            "2026-11-24"); /* due today */
  id = book_fixture_add_invoice (fixture, b, "100%", 500, "EUR", "2026-11-01", "2026-12-24");
  book_fixture_add_payment (fixture, id, 500, "2026-11-02"); /* paid early */
}

static char *
list_numbers (BookFixture *fixture, const RelanceInvoiceQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) invoices = relance_invoices_list (fixture->book, query, &error);
  g_autoptr (GArray) totals = relance_invoices_sum (fixture->book, query, &error);
  GString *numbers = g_string_new (NULL);
  guint count = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < invoices->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "",
                            ((RelanceInvoice *) g_ptr_array_index (invoices, i))->number);
  for (guint i = 0; i < totals->len; i++)
    count += g_array_index (totals, RelanceInvoiceTotal, i).count;
  if (query->limit == -1)
    g_assert_cmpuint (count, ==, invoices->len);
  return g_string_free_and_steal (numbers);
}

static void
test_filters (void)
{
  static const struct
  {
    RelanceInvoiceFilter filter;
    const char *from;
    const char *to;
    const char *currency;
    const char *search;
    const char *numbers;
  } cases[] = {
    { RELANCE_INVOICES_ALL, NULL, NULL, "", NULL, "A-1 A-2 B-1 B-2 100%" },
    { RELANCE_INVOICES_OPEN, NULL, NULL, "", NULL, "A-1 B-2" },
    { RELANCE_INVOICES_OVERDUE, NULL, NULL, "", NULL, "A-1" },
    { RELANCE_INVOICES_PAID, NULL, NULL, "", NULL, "A-2 B-1 100%" },
    { RELANCE_INVOICES_SETTLED_ON_TIME, NULL, NULL, "", NULL, "A-2" },
    { RELANCE_INVOICES_SETTLED_LATE, NULL, NULL, "", NULL, "B-1" },
    { RELANCE_INVOICES_OPEN_LATE, NULL, NULL, "", NULL, "A-1" },
    { RELANCE_INVOICES_OPEN_LATE, "2026-10-02", NULL, "", NULL, "" },
    { RELANCE_INVOICES_ALL, "2026-10-10", "2026-10-20", "", NULL, "A-2 B-1" },
    { RELANCE_INVOICES_OPEN, "2026-11-01", NULL, "", NULL, "B-2" },
    { RELANCE_INVOICES_ALL, NULL, NULL, "USD", NULL, "B-2" },
    { RELANCE_INVOICES_ALL, NULL, NULL, "", "EMILE", "A-1 A-2" },
    { RELANCE_INVOICES_ALL, NULL, NULL, "", "b-", "B-1 B-2" },
    { RELANCE_INVOICES_ALL, NULL, NULL, "", "%", "100%" },
    { RELANCE_INVOICES_ALL, NULL, NULL, "", "_", "" },
    { RELANCE_INVOICES_ALL, NULL, NULL, "", " ", "A-1 A-2 B-1 B-2 100%" },
  };
  BookFixture fixture;

  book_fixture_set_up (&fixture, "2026-11-24");
  add_some (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
      g_autofree char *numbers = NULL;

      query->filter = cases[i].filter;
      if (cases[i].from != NULL)
        query->due_from = relance_date_parse_iso (cases[i].from);
      if (cases[i].to != NULL)
        query->due_to = relance_date_parse_iso (cases[i].to);
      g_strlcpy (query->currency, cases[i].currency, sizeof query->currency);
      query->search = g_strdup (cases[i].search);
      numbers = list_numbers (&fixture, query);
      g_assert_cmpstr (numbers, ==, cases[i].numbers);
    }
  book_fixture_tear_down (&fixture);
}

static void
test_sorts_and_pages (void)
{
  static const struct
  {
    RelanceInvoiceSort sort;
    gboolean descending;
    int limit;
    int offset;
    const char *numbers;
  } cases[] = {
    { RELANCE_INVOICE_SORT_DUE, FALSE, -1, 0, "A-1 A-2 B-1 B-2 100%" },
    { RELANCE_INVOICE_SORT_DUE, TRUE, -1, 0, "100% B-2 B-1 A-2 A-1" },
    { RELANCE_INVOICE_SORT_NUMBER, FALSE, -1, 0, "100% A-1 A-2 B-1 B-2" },
    { RELANCE_INVOICE_SORT_CLIENT, FALSE, -1, 0, "A-1 A-2 B-1 B-2 100%" },
    { RELANCE_INVOICE_SORT_CLIENT, TRUE, -1, 0, "100% B-2 B-1 A-2 A-1" },
    { RELANCE_INVOICE_SORT_ISSUED, TRUE, -1, 0, "100% B-2 B-1 A-2 A-1" },
    { RELANCE_INVOICE_SORT_TOTAL, TRUE, -1, 0, "100% B-2 B-1 A-2 A-1" },
    { RELANCE_INVOICE_SORT_BALANCE, TRUE, -1, 0, "B-2 A-1 100% B-1 A-2" },
    { RELANCE_INVOICE_SORT_STATE, FALSE, -1, 0, "A-1 B-2 A-2 B-1 100%" },
    { RELANCE_INVOICE_SORT_DUE, FALSE, 2, 0, "A-1 A-2" },
    { RELANCE_INVOICE_SORT_DUE, FALSE, 2, 2, "B-1 B-2" },
    { RELANCE_INVOICE_SORT_DUE, FALSE, 2, 4, "100%" },
    { RELANCE_INVOICE_SORT_DUE, FALSE, 2, 6, "" },
  };
  BookFixture fixture;

  book_fixture_set_up (&fixture, "2026-11-24");
  add_some (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
      g_autofree char *numbers = NULL;

      query->sort = cases[i].sort;
      query->descending = cases[i].descending;
      query->limit = cases[i].limit;
      query->offset = cases[i].offset;
      numbers = list_numbers (&fixture, query);
      g_assert_cmpstr (numbers, ==, cases[i].numbers);
    }
  book_fixture_tear_down (&fixture);
}

/* By what they were for, as it is searched: without its accents and capitals, and none at all first. */
static void
test_sorts_by_label (void)
{
  static const char *const labels[] = { "zinc", "Étude", NULL, "atelier", "Façade" };
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  BookFixture fixture;
  gint64 client;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "First");
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();

      invoice->client_id = client;
      invoice->number = g_strdup (labels[i] != NULL ? labels[i] : "none");
      invoice->label = g_strdup (labels[i]);
      invoice->total = 100;
      strcpy (invoice->currency, "EUR");
      invoice->issued = invoice->due = relance_date_parse_iso ("2026-09-01");
      g_assert_true (relance_invoices_save (fixture.book, invoice, NULL, NULL));
    }
  query->sort = RELANCE_INVOICE_SORT_LABEL;
  for (int descending = 0; descending < 2; descending++)
    {
      g_autofree char *numbers = NULL;

      query->descending = descending;
      numbers = list_numbers (&fixture, query);
      g_assert_cmpstr (numbers, ==,
                       descending ? "zinc Façade Étude atelier none"
                                  : "none atelier Étude Façade zinc");
    }
  book_fixture_tear_down (&fixture);
}

static void
test_find (void)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 a, b;

  book_fixture_set_up (&fixture, "2026-11-24");
  a = book_fixture_add_client (&fixture, "First");
  b = book_fixture_add_client (&fixture, "Other");
  book_fixture_add_invoice (&fixture, a, "X", 1, "EUR", "2026-09-01", "2026-10-01");
  book_fixture_add_invoice (&fixture, b, "X", 1, "EUR", "2026-09-01", "2026-10-01");
  book_fixture_add_invoice (&fixture, b, "2026-7", 1, "EUR", "2026-09-01", "2026-10-01");

  invoice = relance_invoices_find (fixture.book, "2026-7", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (invoice->client_name, ==, "Other");
  g_assert_null (relance_invoices_find (fixture.book, "X", &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "Other"));
  g_clear_error (&error);
  g_assert_null (relance_invoices_find (fixture.book, "Y", &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
  book_fixture_tear_down (&fixture);
}

static gint64
get_credit (BookFixture *fixture, gint64 client_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_clients_get (fixture->book, client_id, &error);
  gint64 credit = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < client->totals->len; i++)
    credit += g_array_index (client->totals, RelanceClientTotal, i).credit;
  return credit;
}

/* A credit note came first: the invoice that it names is typed, or gets its number, later. */
static void
test_waiting_credit_notes (void)
{
  static const struct
  {
    const char *what;
    const char *reference;
    const char *currency;
    gint64 amount;
    gint64 balance;
    gint64 credit;
  } cases[] = {
    { "lowers its invoice", "F-1", "EUR", 5000, 7000, 0 },
    { "what exceeds it stays", "F-1", "EUR", 15000, 0, 3000 },
    { "speaks of another one", "F-2", "EUR", 5000, 12000, 5000 },
    { "speaks of none", NULL, "EUR", 5000, 12000, 5000 },
    { "is in another currency", "F-1", "USD", 5000, 12000, 5000 },
  };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      const gsize which = i / 2;
      const gboolean renumbered = i % 2 == 1;
      BookFixture fixture;
      g_autoptr (RelanceInvoice) invoice = NULL;
      g_autoptr (GError) error = NULL;
      RelanceCreditNote note = {
        .number = "A-1",
        .amount = cases[which].amount,
        .currency = cases[which].currency,
        .reference = cases[which].reference,
      };
      gint64 change;

      g_test_message ("%s, %s", cases[which].what, renumbered ? "renumbered" : "typed");
      book_fixture_set_up (&fixture, "2026-11-24");
      note.client_id = book_fixture_add_client (&fixture, "Client");
      note.issued = relance_date_parse_iso ("2026-10-02");
      g_assert_cmpint (relance_credit_notes_add (fixture.book, &note, NULL, &error), >, 0);
      g_assert_no_error (error);
      invoice = make_invoice (note.client_id);
      if (renumbered)
        {
          g_set_str (&invoice->number, "F-0");
          invoice->id = relance_invoices_save (fixture.book, invoice, NULL, &error);
          g_assert_cmpint (get_credit (&fixture, note.client_id), ==, note.amount);
          g_set_str (&invoice->number, "F-1");
        }
      invoice->id = relance_invoices_save (fixture.book, invoice, &change, &error);
      g_assert_no_error (error);
      assert_state (&fixture, invoice->id,
                    cases[which].balance == 0 ? RELANCE_INVOICE_PAID : RELANCE_INVOICE_OVERDUE,
                    cases[which].balance, cases[which].balance == 0 ? 0 : 24);
      g_assert_cmpint (get_credit (&fixture, note.client_id), ==, cases[which].credit);

      g_assert_true (relance_changes_undo (fixture.book, change, &error));
      g_assert_no_error (error);
      g_assert_cmpint (get_credit (&fixture, note.client_id), ==, note.amount);
      book_fixture_tear_down (&fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/invoices/refusals", test_refusals);
  g_test_add_func ("/services/invoices/states", test_states);
  g_test_add_func ("/services/invoices/payment-refusals", test_payment_refusals);
  g_test_add_func ("/services/invoices/edit", test_edit);
  g_test_add_func ("/services/invoices/edit-that-was-paid-on-stays",
                   test_edit_that_was_paid_on_stays);
  g_test_add_func ("/services/invoices/removal", test_removal);
  g_test_add_func ("/services/invoices/payments-undone", test_payments_undone);
  g_test_add_func ("/services/invoices/messages-in-the-history", test_messages_in_the_history);
  g_test_add_func ("/services/invoices/removed-payment-paid-again",
                   test_removed_payment_paid_again);
  g_test_add_func ("/services/invoices/payment-for-a-paid-invoice",
                   test_payment_for_a_paid_invoice);
  g_test_add_func ("/services/invoices/filters", test_filters);
  g_test_add_func ("/services/invoices/sorts-and-pages", test_sorts_and_pages);
  g_test_add_func ("/services/invoices/sorts-by-label", test_sorts_by_label);
  g_test_add_func ("/services/invoices/find", test_find);
  g_test_add_func ("/services/invoices/waiting-credit-notes", test_waiting_credit_notes);

  return g_test_run ();
}
