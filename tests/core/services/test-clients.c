/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-client.h"

static void
test_keys (void)
{
  static const struct
  {
    const char *key;
    const char *value;
    gboolean fine;
  } cases[] = {
    { "name", "Atelier Beaulieu", TRUE },
    { "name", "", FALSE },
    { "name", " \t ", FALSE },
    { "name", "Bell \x07", FALSE },
    { "kind", "public", TRUE },
    { "kind", "Public", FALSE },
    { "tone", "emoji", TRUE },
    { "tone", "harsh", FALSE },
    { "address", "tu", TRUE },
    { "address", "toi", FALSE },
    { "language", "en", TRUE },
    { "language", "de", FALSE },
    { "title", "madame", TRUE },
    { "title", "docteur", FALSE },
    { "first_name", "Zoé", TRUE },
    { "last_name", "", TRUE },
    { "email", "zoe@example.org", TRUE },
    { "email", "", TRUE },
    { "email", "zoe@example.org, eve@example.org", FALSE },
    { "email", "zoe@example.org\nBcc: eve@example.org", FALSE },
    { "phone", "01 99 00 12 34", TRUE },
    { "colour", "blue", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceClient) client = relance_client_new ("Before");
      g_autoptr (GError) error = NULL;
      gboolean done = relance_clients_set (client, cases[i].key, cases[i].value, &error);

      g_test_message ("%s=%s", cases[i].key, cases[i].value);
      g_assert_cmpint (done, ==, cases[i].fine);
      if (!done)
        g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
    }
}

static void
test_saved_and_read_again (void)
{
  g_autoptr (RelanceClient) client = relance_client_new ("  Société\tÉlan ");
  g_autoptr (RelanceClient) stored = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 change = -1;

  book_fixture_set_up (&fixture, "2026-11-24");
  g_assert_true (relance_clients_set (client, "kind", "consumer", &error));
  g_assert_true (relance_clients_set (client, "tone", "formal", &error));
  g_assert_true (relance_clients_set (client, "address", "tu", &error));
  g_assert_true (relance_clients_set (client, "title", "madame", &error));
  g_assert_true (relance_clients_set (client, "last_name", "Martin", &error));
  g_assert_true (relance_clients_set (client, "email", "a.martin@example.org", &error));
  client->id = relance_clients_save (fixture.book, client, &change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (change, >, 0);

  stored = relance_clients_get (fixture.book, client->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->name, ==, "Société Élan");
  g_assert_cmpint (stored->kind, ==, RELANCE_KIND_CONSUMER);
  g_assert_cmpint (stored->tone, ==, RELANCE_TONE_FORMAL);
  g_assert_cmpint (stored->address, ==, RELANCE_ADDRESS_TU);
  g_assert_cmpint (stored->title, ==, RELANCE_TITLE_MADAME);
  g_assert_null (stored->first_name);
  g_assert_cmpstr (stored->last_name, ==, "Martin");
  g_assert_cmpstr (stored->email, ==, "a.martin@example.org");
  g_assert_null (stored->phone);

  g_assert_cmpint (relance_clients_save (fixture.book, stored, &change, &error), ==, stored->id);
  g_assert_cmpint (change, ==, 0);
  book_fixture_tear_down (&fixture);
}

static void
test_a_bad_address_is_never_stored (void)
{
  g_autoptr (RelanceClient) client = relance_client_new ("Client");
  g_autoptr (GError) error = NULL;
  gboolean empty = FALSE;
  BookFixture fixture;

  book_fixture_set_up (&fixture, "2026-11-24");
  client->email = g_strdup ("a@example.org\r\nBcc: b@example.org");
  g_assert_cmpint (relance_clients_save (fixture.book, client, NULL, &error), ==, 0);
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_assert_true (relance_book_is_empty (fixture.book, &empty, NULL));
  g_assert_true (empty);
  book_fixture_tear_down (&fixture);
}

static void
assert_found (BookFixture *fixture, const char *reference, gint64 id, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_clients_find (fixture->book, reference, &error);

  g_test_message ("%s", reference);
  if (id == 0)
    g_assert_error (error, RELANCE_SERVICE_ERROR, code);
  else
    {
      g_assert_no_error (error);
      g_assert_cmpint (client->id, ==, id);
    }
}

static void
test_find (void)
{
  g_autofree char *id = NULL;
  BookFixture fixture;
  gint64 elan, elan_capitals;

  book_fixture_set_up (&fixture, "2026-11-24");
  elan = book_fixture_add_client (&fixture, "Élan");
  elan_capitals = book_fixture_add_client (&fixture, "ÉLAN");
  book_fixture_add_client (&fixture, "Twin");
  book_fixture_add_client (&fixture, "Twin");
  id = g_strdup_printf ("%" G_GINT64_FORMAT, elan);

  assert_found (&fixture, id, elan, 0);
  assert_found (&fixture, "Élan", elan, 0);
  assert_found (&fixture, "ÉLAN", elan_capitals, 0);
  assert_found (&fixture, "elan", 0, RELANCE_SERVICE_ERROR_AMBIGUOUS);
  assert_found (&fixture, "Twin", 0, RELANCE_SERVICE_ERROR_AMBIGUOUS);
  assert_found (&fixture, "Nobody", 0, RELANCE_SERVICE_ERROR_NOT_FOUND);
  assert_found (&fixture, "99999999999999999999", 0, RELANCE_SERVICE_ERROR_NOT_FOUND);
  book_fixture_tear_down (&fixture);
}

static void
test_search (void)
{
  static const struct
  {
    const char *search;
    guint n_found;
  } cases[] = {
    { NULL, 3 },          { "", 3 },
    { "ATELIER", 2 },     { "élan", 1 },
    { "elan", 1 },        { "%", 0 },
    { "_", 0 },           { "zoe", 1 },
    { "example.org", 1 }, { "'; DROP TABLE client; --", 0 },
  };
  g_autoptr (RelanceClient) client = relance_client_new ("Atelier Élan");
  BookFixture fixture;

  book_fixture_set_up (&fixture, "2026-11-24");
  client->first_name = g_strdup ("Zoé");
  client->email = g_strdup ("someone@example.org");
  g_assert_cmpint (relance_clients_save (fixture.book, client, NULL, NULL), >, 0);
  book_fixture_add_client (&fixture, "Atelier Beaulieu");
  book_fixture_add_client (&fixture, "Zénith");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray)
        found = relance_clients_list (fixture.book, cases[i].search, -1, &error);

      g_test_message ("%s", cases[i].search);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, cases[i].n_found);
    }
  book_fixture_tear_down (&fixture);
}

static void
test_totals (void)
{
  g_autoptr (RelanceClient) client = NULL;
  const RelanceClientTotal *total;
  BookFixture fixture;
  gint64 id, late, paid;

  book_fixture_set_up (&fixture, "2026-11-24");
  id = book_fixture_add_client (&fixture, "Client");
  late = book_fixture_add_invoice (&fixture, id, "1", 10000, "EUR", "2026-10-01", "2026-10-31");
  book_fixture_add_invoice (&fixture, id, "2", 5000, "EUR", "2026-10-25", "2026-11-24");
  paid = book_fixture_add_invoice (&fixture, id, "3", 700, "JPY", "2026-10-01", "2026-10-31");
  book_fixture_add_payment (&fixture, late, 4000, "2026-11-01");
  book_fixture_add_payment (&fixture, paid, 1000, "2026-11-01");

  client = relance_clients_get (fixture.book, id, NULL);
  g_assert_cmpuint (client->totals->len, ==, 2);
  total = &g_array_index (client->totals, RelanceClientTotal, 0);
  g_assert_cmpstr (total->currency, ==, "EUR");
  g_assert_cmpint (total->owed, ==, 11000);
  g_assert_cmpint (total->overdue, ==, 6000);
  g_assert_cmpint (total->credit, ==, 0);
  g_assert_cmpint (total->n_open, ==, 2);
  total = &g_array_index (client->totals, RelanceClientTotal, 1);
  g_assert_cmpstr (total->currency, ==, "JPY");
  g_assert_cmpint (total->owed, ==, 0);
  g_assert_cmpint (total->credit, ==, 300);
  book_fixture_tear_down (&fixture);
}

/* Enough clients for the totals of all to be read at once. */
#define MANY 600

static void
test_totals_of_many (void)
{
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 id, late, taken, removed;

  book_fixture_set_up (&fixture, "2026-11-24");
  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Client %d", i);

      id = book_fixture_add_client (&fixture, name);
    }
  late = book_fixture_add_invoice (&fixture, id, "1", 10000, "EUR", "2026-10-01", "2026-10-31");
  book_fixture_add_invoice (&fixture, id, "2", 5000, "EUR", "2026-10-25", "2026-11-24");
  removed = book_fixture_add_invoice (&fixture, id, "3", 700, "JPY", "2026-10-01", "2026-10-31");
  book_fixture_add_payment (&fixture, late, 4000, "2026-11-01");
  taken = book_fixture_add_payment (&fixture, late, 1000, "2026-11-02");
  book_fixture_add_payment (&fixture, removed, 300, "2026-11-01");
  g_assert_true (relance_payments_remove (fixture.book, taken, NULL, NULL, &error));
  g_assert_true (relance_invoices_remove (fixture.book, removed, NULL, &error));

  clients = relance_clients_list (fixture.book, NULL, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clients->len, ==, MANY);
  for (guint i = 0; i < clients->len; i++)
    {
      RelanceClient *listed = clients->pdata[i];
      g_autoptr (RelanceClient) alone = relance_clients_get (fixture.book, listed->id, &error);

      g_assert_cmpuint (listed->totals->len, ==, listed->id == id ? 2 : 0);
      g_assert_cmpmem (listed->totals->data, listed->totals->len * sizeof (RelanceClientTotal),
                       alone->totals->data, alone->totals->len * sizeof (RelanceClientTotal));
    }
  book_fixture_tear_down (&fixture);
}

static void
test_removal_undone (void)
{
  g_autoptr (RelanceInvoice) invoice = NULL;
  g_autoptr (RelanceInvoice) before = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 id, invoice_id, change = 0;

  book_fixture_set_up (&fixture, "2026-11-24");
  id = book_fixture_add_client (&fixture, "Client");
  invoice_id =
    book_fixture_add_invoice (&fixture, id, "1", 10000, "EUR", "2026-10-01", "2026-10-31");
  book_fixture_add_payment (&fixture, invoice_id, 4000, "2026-11-01");
  before = book_fixture_get_invoice (&fixture, invoice_id);

  g_assert_true (relance_clients_remove (fixture.book, id, &change, &error));
  g_assert_null (relance_clients_get (fixture.book, id, NULL));
  g_assert_null (relance_invoices_get (fixture.book, invoice_id, NULL));

  g_assert_true (relance_changes_undo (fixture.book, change, &error));
  g_assert_no_error (error);
  invoice = book_fixture_get_invoice (&fixture, invoice_id);
  g_assert_cmpint (invoice->balance, ==, before->balance);
  g_assert_cmpuint (invoice->payments->len, ==, 1);

  g_assert_false (relance_changes_undo (fixture.book, change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  book_fixture_tear_down (&fixture);
}

static void
test_edit_undone (void)
{
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceClient) edited = NULL;
  g_autoptr (RelanceClient) after = NULL;
  g_autoptr (GPtrArray) timeline = NULL;
  g_autoptr (GError) error = NULL;
  const RelanceEvent *event;
  BookFixture fixture;
  gint64 first = 0, second = 0, id;

  book_fixture_set_up (&fixture, "2026-11-24");
  id = book_fixture_add_client (&fixture, "Client");
  client = relance_clients_get (fixture.book, id, NULL);
  edited = relance_client_copy (client);
  g_assert_true (relance_clients_set (edited, "name", "Cliënt 2", NULL));
  g_assert_true (relance_clients_set (edited, "email", "c@example.org", NULL));
  g_assert_cmpint (relance_clients_save (fixture.book, edited, &first, &error), ==, id);
  g_assert_true (relance_clients_set (edited, "tone", "formal", NULL));
  g_assert_cmpint (relance_clients_save (fixture.book, edited, &second, &error), ==, id);

  g_assert_false (relance_changes_undo (fixture.book, first, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  g_clear_error (&error);
  g_assert_true (relance_changes_undo (fixture.book, second, &error));
  g_assert_true (relance_changes_undo (fixture.book, first, &error));
  g_assert_no_error (error);

  after = relance_clients_get (fixture.book, id, NULL);
  g_assert_cmpstr (after->name, ==, "Client");
  g_assert_null (after->email);
  g_assert_cmpint (after->tone, ==, client->tone);

  timeline = relance_clients_timeline (fixture.book, id, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (timeline->len, ==, 5);
  event = g_ptr_array_index (timeline, 0);
  g_assert_cmpstr (event->kind, ==, "restored");
  event = g_ptr_array_index (timeline, 3);
  g_assert_cmpstr (event->kind, ==, "edited");
  g_assert_cmpint (event->change, ==, first);
  g_assert_cmpstr (event->text, ==,
                   "Corrected. name: Client → Cliënt 2; mail address: none → c@example.org");
  event = g_ptr_array_index (timeline, 4);
  g_assert_cmpstr (event->kind, ==, "added");
  book_fixture_tear_down (&fixture);
}

static void
test_addition_undone (void)
{
  g_autoptr (RelanceClient) client = relance_client_new ("Client");
  g_autoptr (RelanceClient) kept = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 change = 0, id, invoice_change = 0;

  book_fixture_set_up (&fixture, "2026-11-24");
  id = relance_clients_save (fixture.book, client, &change, &error);
  book_fixture_add_invoice (&fixture, id, "1", 10000, "EUR", "2026-10-01", "2026-10-31");

  g_assert_false (relance_changes_undo (fixture.book, change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  g_clear_error (&error);
  kept = relance_clients_get (fixture.book, id, NULL);
  g_assert_nonnull (kept);

  g_assert_true (relance_invoices_remove (fixture.book, 1, &invoice_change, &error));
  g_assert_true (relance_changes_undo (fixture.book, change, &error));
  g_assert_null (relance_clients_get (fixture.book, id, NULL));

  g_assert_false (relance_changes_undo (fixture.book, invoice_change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  g_clear_error (&error);
  g_assert_false (relance_changes_undo (fixture.book, 12345, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
  book_fixture_tear_down (&fixture);
}

static void
test_merge_planned (void)
{
  g_autoptr (GError) error = NULL;
  RelanceMergePlan plan = { 0 };
  BookFixture fixture;
  gint64 from, into, invoice;

  book_fixture_set_up (&fixture, "2026-11-24");
  from = book_fixture_add_client (&fixture, "From");
  into = book_fixture_add_client (&fixture, "Into");
  invoice = book_fixture_add_invoice (&fixture, from, "1", 9000, "EUR", "2026-10-01", "2026-10-31");
  book_fixture_add_invoice (&fixture, from, "2", 9000, "EUR", "2026-10-01", "2026-10-31");
  book_fixture_add_payment (&fixture, invoice, 1000, "2026-11-01");

  g_assert_true (relance_clients_plan_merge (fixture.book, from, into, &plan, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plan.n_invoices, ==, 2);
  g_assert_cmpint (plan.n_payments, ==, 1);
  g_assert_cmpint (plan.n_contacts, ==, 0);

  g_assert_false (relance_clients_plan_merge (fixture.book, from, from, &plan, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_clear_error (&error);
  book_fixture_add_invoice (&fixture, into, "1", 500, "EUR", "2026-10-01", "2026-10-31");
  g_assert_false (relance_clients_plan_merge (fixture.book, from, into, &plan, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_EXISTS);
  book_fixture_tear_down (&fixture);
}

static void
test_last_payment (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceReceived) none = NULL;
  g_autoptr (RelanceReceived) last = NULL;
  BookFixture fixture;
  gint64 client, invoice;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  invoice =
    book_fixture_add_invoice (&fixture, client, "1", 9000, "EUR", "2026-10-01", "2026-10-31");
  g_assert_true (relance_payments_get_last (fixture.book, client, &none, &error));
  g_assert_null (none);

  book_fixture_add_payment (&fixture, invoice, 2000, "2026-11-09");
  book_fixture_add_payment (&fixture, invoice, 1000, "2026-11-01");
  g_assert_true (relance_payments_get_last (fixture.book, client, &last, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last->amount, ==, 2000);
  book_fixture_tear_down (&fixture);
}

/* What happened to one invoice leads to it, for as long as it is in the book. */
static void
test_timeline_knows_the_invoice (void)
{
  g_autoptr (GPtrArray) timeline = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  gint64 client, invoice;

  book_fixture_set_up (&fixture, "2026-11-24");
  client = book_fixture_add_client (&fixture, "Client");
  invoice =
    book_fixture_add_invoice (&fixture, client, "1", 9000, "EUR", "2026-10-01", "2026-10-31");
  book_fixture_add_payment (&fixture, invoice, 2000, "2026-11-09");

  timeline = relance_clients_timeline (fixture.book, client, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (timeline->len, ==, 3);
  g_assert_cmpint (((RelanceEvent *) timeline->pdata[0])->invoice, ==, invoice);
  g_assert_cmpint (((RelanceEvent *) timeline->pdata[1])->invoice, ==, invoice);
  g_assert_cmpint (((RelanceEvent *) timeline->pdata[2])->invoice, ==, 0);

  g_assert_true (relance_invoices_remove (fixture.book, invoice, NULL, &error));
  after = relance_clients_timeline (fixture.book, client, 2, &error);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpint (((RelanceEvent *) after->pdata[0])->invoice, ==, 0);
  g_assert_cmpint (((RelanceEvent *) after->pdata[1])->invoice, ==, 0);
  book_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/clients/keys", test_keys);
  g_test_add_func ("/services/clients/saved-and-read-again", test_saved_and_read_again);
  g_test_add_func ("/services/clients/a-bad-address-is-never-stored",
                   test_a_bad_address_is_never_stored);
  g_test_add_func ("/services/clients/find", test_find);
  g_test_add_func ("/services/clients/search", test_search);
  g_test_add_func ("/services/clients/totals", test_totals);
  g_test_add_func ("/services/clients/totals-of-many", test_totals_of_many);
  g_test_add_func ("/services/clients/removal-undone", test_removal_undone);
  g_test_add_func ("/services/clients/edit-undone", test_edit_undone);
  g_test_add_func ("/services/clients/addition-undone", test_addition_undone);
  g_test_add_func ("/services/clients/merge-planned", test_merge_planned);
  g_test_add_func ("/services/clients/last-payment", test_last_payment);
  g_test_add_func ("/services/clients/timeline-knows-the-invoice", test_timeline_knows_the_invoice);

  return g_test_run ();
}
