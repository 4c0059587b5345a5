/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "relance-invoices-many.h"
#include "relance-list-text.h"
#include "relance-listing.h"

#include <string.h>

#define TODAY "2026-11-22"
#define N_HISTORIES 12
#define N_DEEDS 60

static const char *const names[] = { "Atelier Durand", "Léa Martin", "Mairie de Saint-Étienne",
                                     "Œuvre Noire", "Studio Nord" };
static const char *const labels[] = { "Conseil", "Photographies d’été", "Rédaction", NULL };
static const char *const searches[] = { "dur",    "LEA",    "etienne f-1",    "été",      "2", "f-",
                                        "oeuvre", "nobody", "martin conseil", "\"quo\" x" };
static const char *const currencies[] = { "EUR", "EUR", "GBP" };

static RelanceDate
draw_date (GRand *rand)
{
  return relance_date_parse_iso (TODAY) + g_rand_int_range (rand, -120, 60);
}

static gint64
draw_client (BookFixture *fixture, GRand *rand)
{
  g_autoptr (GPtrArray) clients = relance_clients_list (fixture->book, NULL, -1, NULL);

  if (clients->len == 0)
    return book_fixture_add_client (fixture, names[0]);
  return ((RelanceClient *) clients->pdata[g_rand_int_range (rand, 0, (int) clients->len)])->id;
}

static RelanceInvoice *
draw_invoice (BookFixture *fixture, GRand *rand)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GPtrArray) invoices = relance_invoices_list (fixture->book, query, NULL);

  if (invoices->len == 0)
    return NULL;
  return g_object_ref (invoices->pdata[g_rand_int_range (rand, 0, (int) invoices->len)]);
}

static void
add_invoice (BookFixture *fixture, GRand *rand, int number)
{
  g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();

  invoice->client_id = draw_client (fixture, rand);
  invoice->number = g_strdup_printf ("F-%d", number);
  invoice->label = g_strdup (labels[g_rand_int_range (rand, 0, G_N_ELEMENTS (labels))]);
  invoice->total = 100 * g_rand_int_range (rand, 1, 30);
  g_strlcpy (invoice->currency, currencies[g_rand_int_range (rand, 0, G_N_ELEMENTS (currencies))],
             sizeof invoice->currency);
  invoice->issued = draw_date (rand);
  invoice->due = invoice->issued + 30;
  relance_invoices_save (fixture->book, invoice, NULL, NULL);
}

static void
add_credit_note (BookFixture *fixture, RelanceInvoice *invoice, GRand *rand, int number)
{
  g_autofree char *text = g_strdup_printf ("A-%d", number);
  RelanceCreditNote note = {
    .client_id = invoice->client_id,
    .invoice_id = g_rand_boolean (rand) ? invoice->id : 0,
    .number = text,
    .amount = 50 * g_rand_int_range (rand, 1, 20),
    .currency = invoice->currency,
    .issued = relance_date_parse_iso (TODAY) - 3,
  };

  relance_credit_notes_add (fixture->book, &note, NULL, NULL);
}

static void
set_instalments (BookFixture *fixture, RelanceInvoice *invoice)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
  RelanceInstalment first = { .due = invoice->issued + 10, .amount = invoice->total / 2 };
  RelanceInstalment second = { .due = invoice->issued + 90,
                               .amount = invoice->total - invoice->total / 2 };

  g_array_append_val (parts, first);
  g_array_append_val (parts, second);
  relance_instalments_set (fixture->book, invoice->id, parts, NULL, NULL);
}

static void
rename_client (BookFixture *fixture, GRand *rand, gint64 id)
{
  g_autoptr (RelanceClient) client = relance_clients_get (fixture->book, id, NULL);

  g_set_str (&client->name, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
  relance_clients_save (fixture->book, client, NULL, NULL);
}

static void
undo_last (BookFixture *fixture)
{
  g_autofree char *detail = NULL;
  RelanceChangeKind kind;
  gint64 change = 0;

  g_assert_true (relance_changes_get_last (fixture->book, &change, &kind, &detail, NULL));
  if (change != 0)
    relance_changes_undo (fixture->book, change, NULL);
}

static void
act_on_many (BookFixture *fixture, GRand *rand, gboolean pay)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 change = 0;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (RelanceInvoice) invoice = draw_invoice (fixture, rand);

      if (invoice != NULL && (ids->len == 0 || g_array_index (ids, gint64, 0) != invoice->id))
        g_array_append_val (ids, invoice->id);
    }
  if (ids->len == 0)
    return;
  if (pay)
    relance_invoices_pay_many (fixture->book, ids, relance_date_parse_iso (TODAY), &change, NULL);
  else
    relance_invoices_remove_many (fixture->book, ids, &change, NULL);
}

/* Whatever a person may do; what the book refuses changes nothing. */
static void
do_something (BookFixture *fixture, GRand *rand, int number)
{
  g_autoptr (RelanceInvoice) invoice = draw_invoice (fixture, rand);
  int deed = invoice != NULL ? g_rand_int_range (rand, 0, 15) : 0;
  RelanceDate day = relance_date_parse_iso (TODAY) - g_rand_int_range (rand, 0, 60);

  switch (deed)
    {
    case 4:
    case 5:
      relance_payments_add (fixture->book, invoice->id, g_rand_int_range (rand, 1, 3000), day, "",
                            NULL, NULL);
      break;
    case 6:
      add_credit_note (fixture, invoice, rand, number);
      break;
    case 7:
      relance_invoices_write_off (fixture->book, invoice->id, day, "Bankrupt", NULL, NULL);
      break;
    case 8:
      set_instalments (fixture, invoice);
      break;
    case 9:
      relance_invoices_remove (fixture->book, invoice->id, NULL, NULL);
      break;
    case 10:
      rename_client (fixture, rand, invoice->client_id);
      break;
    case 11:
      undo_last (fixture);
      break;
    case 12:
      act_on_many (fixture, rand, g_rand_boolean (rand));
      break;
    case 13:
      book_fixture_add_client (fixture, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
      break;
    case 14:
      if (g_rand_int_range (rand, 0, 4) == 0)
        relance_clients_remove (fixture->book, invoice->client_id, NULL, NULL);
      break;
    default:
      add_invoice (fixture, rand, number);
      break;
    }
}

static RelanceInvoiceQuery *
draw_query (BookFixture *fixture, GRand *rand)
{
  RelanceInvoiceQuery *query = relance_invoice_query_new ();

  query->filter = (RelanceInvoiceFilter) g_rand_int_range (rand, RELANCE_INVOICES_ALL,
                                                           RELANCE_INVOICES_OPEN_LATE + 1);
  query->sort = (RelanceInvoiceSort) g_rand_int_range (rand, RELANCE_INVOICE_SORT_DUE,
                                                       RELANCE_INVOICE_SORT_STATE + 1);
  query->descending = g_rand_boolean (rand);
  if (g_rand_boolean (rand))
    query->states = (RelanceInvoiceStates) g_rand_int_range (rand, 1, 16);
  if (g_rand_boolean (rand))
    query->search = g_strdup (searches[g_rand_int_range (rand, 0, G_N_ELEMENTS (searches))]);
  if (g_rand_int_range (rand, 0, 5) == 0)
    query->client_id = draw_client (fixture, rand);
  if (g_rand_int_range (rand, 0, 5) == 0)
    strcpy (query->currency, "GBP");
  if (g_rand_int_range (rand, 0, 3) == 0)
    query->due_from = draw_date (rand);
  if (g_rand_int_range (rand, 0, 3) == 0)
    query->issued_to = draw_date (rand);
  if (g_rand_int_range (rand, 0, 3) == 0)
    query->amount_from = 100 * g_rand_int_range (rand, 0, 30);
  return query;
}

static void
assert_same_totals (GArray *totals, GArray *direct)
{
  g_assert_cmpuint (totals->len, ==, direct->len);
  for (guint i = 0; i < direct->len; i++)
    {
      const RelanceInvoiceTotal *one = &g_array_index (totals, RelanceInvoiceTotal, i);
      const RelanceInvoiceTotal *other = &g_array_index (direct, RelanceInvoiceTotal, i);

      g_assert_cmpstr (one->currency, ==, other->currency);
      g_assert_cmpint (one->count, ==, other->count);
      g_assert_cmpint (one->total, ==, other->total);
      g_assert_cmpint (one->balance, ==, other->balance);
    }
}

/* The listing answers what the views of the book do. */
static void
assert_same (BookFixture *fixture, const RelanceInvoiceQuery *query)
{
  const RelanceListReader *reader = &relance_invoices_reader;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) direct = relance_invoices_list (fixture->book, query, &error);
  g_autoptr (GArray) sums = relance_invoices_sum (fixture->book, query, &error);
  g_autoptr (GArray) first = reader->list_first (fixture->book, query, 5, &error);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) totals = NULL;

  g_assert_no_error (error);
  g_assert_true (reader->list_all (fixture->book, query, &all, &totals, &error));
  g_assert_cmpuint (all->len, ==, direct->len);
  g_assert_cmpuint (first->len, ==, MIN (5, direct->len));
  for (guint i = 0; i < direct->len; i++)
    {
      RelanceInvoice *invoice = direct->pdata[i];

      g_assert_cmpint (g_array_index (all, gint64, i), ==, invoice->id);
      if (i < first->len)
        g_assert_cmpint (g_array_index (first, gint64, i), ==, invoice->id);
    }
  assert_same_totals (totals, sums);
}

static void
complete (BookFixture *fixture)
{
  gboolean done = FALSE;

  while (!done)
    g_assert_true (relance_listing_complete (fixture->book, &done, NULL));
}

static void
test_histories (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (int i = 0; i < N_HISTORIES; i++)
    {
      BookFixture fixture = { 0 };

      book_fixture_set_up (&fixture, TODAY);
      for (int j = 0; j < N_DEEDS; j++)
        {
          g_autoptr (RelanceInvoiceQuery) query = draw_query (&fixture, rand);

          do_something (&fixture, rand, j);
          if (j == i * 3)
            complete (&fixture);
          assert_same (&fixture, query);
        }
      book_fixture_tear_down (&fixture);
    }
}

/* What another program did to the book is listed too. */
static void
test_other_connection (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  BookFixture other = { .path = fixture->path };
  gint64 client = book_fixture_add_client (fixture, "Atelier Durand");

  book_fixture_add_invoice (fixture, client, "F-1", 100, "EUR", "2026-10-01", "2026-11-01");
  assert_same (fixture, query);
  other.book = book_fixture_open (fixture->path, TODAY);
  book_fixture_add_invoice (&other, client, "F-2", 100, "EUR", "2026-10-01", "2026-11-01");
  g_clear_object (&other.book);
  assert_same (fixture, query);
}

static GArray *
list_ids (BookFixture *fixture, const RelanceInvoiceQuery *query)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = relance_invoices_reader.list_first (fixture->book, query, 100, &error);

  g_assert_no_error (error);
  return ids;
}

static void
test_credit_notes (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 client = book_fixture_add_client (fixture, "Atelier Durand");
  gint64 invoice =
    book_fixture_add_invoice (fixture, client, "F-1", 1000, "EUR", "2026-10-01", "2026-11-01");
  RelanceCreditNote note = { .client_id = client,
                             .invoice_id = invoice,
                             .number = "A-1",
                             .amount = 1500,
                             .currency = "EUR",
                             .issued = relance_date_parse_iso ("2026-11-02") };
  RelanceInvoice *row;

  g_assert_cmpint (relance_credit_notes_add (fixture->book, &note, NULL, NULL), >, 0);
  query->states = RELANCE_INVOICE_STATES_CREDIT_NOTES;
  query->search = g_strdup ("a-1 durand");
  ids = list_ids (fixture, query);
  g_assert_cmpuint (ids->len, ==, 1);
  rows = relance_invoices_reader.read_rows (fixture->book, (gint64 *) ids->data, 1, NULL);
  row = rows->pdata[0];
  g_assert_cmpint (row->state, ==, RELANCE_INVOICE_CREDIT_NOTE);
  g_assert_cmpstr (row->number, ==, "A-1");
  g_assert_cmpint (row->total, ==, -1500);
  g_assert_cmpint (row->balance, ==, -500);
}

/* A credit note sorts by what it was given for, among what the invoices were for. */
static void
test_label_of_credit_note (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  gint64 client = book_fixture_add_client (fixture, "Atelier Durand");
  RelanceCreditNote note = { .client_id = client,
                             .number = "A-1",
                             .amount = 1500,
                             .currency = "EUR",
                             .note = "Échange",
                             .issued = relance_date_parse_iso ("2026-11-02") };
  gint64 invoice =
    book_fixture_add_invoice (fixture, client, "F-1", 1000, "EUR", "2026-10-01", "2026-11-01");
  g_autoptr (GArray) ids = NULL;

  g_assert_cmpint (relance_credit_notes_add (fixture->book, &note, NULL, NULL), >, 0);
  query->states = RELANCE_INVOICE_STATES_EVERY;
  query->sort = RELANCE_INVOICE_SORT_LABEL;
  query->descending = TRUE;
  ids = list_ids (fixture, query);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), <, 0);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, invoice);
}

static GArray *
list_clients (BookFixture *fixture,
              RelanceClientFilter filter,
              RelanceClientSort sort,
              const char *search)
{
  g_autoptr (RelanceClientQuery) query = relance_client_query_new ();
  g_autoptr (GError) error = NULL;
  GArray *ids;

  query->filter = filter;
  query->sort = sort;
  query->descending = sort == RELANCE_CLIENT_SORT_OWED;
  query->search = g_strdup (search);
  ids = relance_clients_reader.list_first (fixture->book, query, 100, &error);
  g_assert_no_error (error);
  return ids;
}

static void
assert_ids (GArray *ids, gint64 first, gint64 second)
{
  g_assert_cmpuint (ids->len, ==, second != 0 ? 2 : 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, first);
  if (second != 0)
    g_assert_cmpint (g_array_index (ids, gint64, 1), ==, second);
  g_array_unref (ids);
}

static void
test_clients (BookFixture *fixture, gconstpointer data)
{
  gint64 durand = book_fixture_add_client (fixture, "Atelier Durand");
  gint64 lea = book_fixture_add_client (fixture, "Léa Martin");
  gint64 paid =
    book_fixture_add_invoice (fixture, durand, "F-0", 700, "EUR", "2026-10-01", "2026-11-01");

  book_fixture_add_payment (fixture, paid, 700, "2026-11-02");
  book_fixture_add_invoice (fixture, durand, "F-1", 1000, "EUR", "2026-10-01", "2026-11-01");
  book_fixture_add_invoice (fixture, lea, "F-2", 2000, "EUR", "2026-11-01", "2026-12-01");

  assert_ids (list_clients (fixture, RELANCE_CLIENTS_ALL, RELANCE_CLIENT_SORT_NAME, NULL), durand,
              lea);
  assert_ids (list_clients (fixture, RELANCE_CLIENTS_ALL, RELANCE_CLIENT_SORT_OWED, NULL), lea,
              durand);
  assert_ids (list_clients (fixture, RELANCE_CLIENTS_OVERDUE, RELANCE_CLIENT_SORT_NAME, NULL),
              durand, 0);
  assert_ids (list_clients (fixture, RELANCE_CLIENTS_ALL, RELANCE_CLIENT_SORT_NAME, "LEA"), lea, 0);
}

static void
test_client_rows (BookFixture *fixture, gconstpointer data)
{
  gint64 durand = book_fixture_add_client (fixture, "Atelier Durand");
  gint64 invoice =
    book_fixture_add_invoice (fixture, durand, "F-0", 700, "EUR", "2026-10-01", "2026-11-01");
  g_autoptr (RelanceClientQuery) query = relance_client_query_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) totals = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  RelanceClient *client;

  book_fixture_add_payment (fixture, invoice, 300, "2026-11-02");
  g_assert_true (relance_clients_reader.list_all (fixture->book, query, &ids, &totals, NULL));
  rows = relance_clients_reader.read_rows (fixture->book, (gint64 *) ids->data, ids->len, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  client = rows->pdata[0];
  g_assert_cmpint (client->last_payment, ==, relance_date_parse_iso ("2026-11-02"));
  g_assert_cmpint (g_array_index (client->totals, RelanceClientTotal, 0).overdue, ==, 400);
  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_cmpint (g_array_index (totals, RelanceClientTotal, 0).owed, ==, 400);
  g_assert_cmpint (g_array_index (totals, RelanceClientTotal, 0).n_open, ==, 1);
}

static void
test_many (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 client = book_fixture_add_client (fixture, "Atelier Durand");
  gint64 first =
    book_fixture_add_invoice (fixture, client, "F-1", 1000, "EUR", "2026-10-01", "2026-11-01");
  gint64 second =
    book_fixture_add_invoice (fixture, client, "F-2", 2000, "EUR", "2026-10-01", "2026-11-01");
  g_autoptr (RelanceInvoice) paid = NULL;
  g_autoptr (RelanceInvoice) unpaid = NULL;
  gint64 change = 0;

  g_array_append_val (ids, first);
  g_array_append_val (ids, second);
  g_assert_cmpint (
    relance_invoices_pay_many (fixture->book, ids, relance_date_parse_iso (TODAY), &change, &error),
    ==, 2);
  paid = book_fixture_get_invoice (fixture, second);
  g_assert_cmpint (paid->balance, ==, 0);
  g_assert_true (relance_changes_undo (fixture->book, change, &error));
  unpaid = book_fixture_get_invoice (fixture, first);
  g_assert_cmpint (unpaid->balance, ==, 1000);

  g_assert_true (relance_invoices_remove_many (fixture->book, ids, &change, &error));
  g_assert_null (relance_invoices_get (fixture->book, first, NULL));
  g_assert_true (relance_changes_undo (fixture->book, change, &error));
  g_object_unref (book_fixture_get_invoice (fixture, first));
  g_object_unref (book_fixture_get_invoice (fixture, second));
}

static void
test_text (BookFixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *text = NULL;
  gint64 client = book_fixture_add_client (fixture, "=Durand, \"Fils\"");

  book_fixture_add_invoice (fixture, client, "F-1", 123456, "EUR", "2026-10-01", "2026-11-01");
  ids = list_ids (fixture, query);
  text = relance_invoices_dup_text (fixture->book, ids, NULL);
  g_assert_cmpstr (
    text, ==,
    "Number\tClient\tIssued\tDue\tTotal\tRemains Due\tCurrency\tState\tWhat It Was For\n"
    "F-1\t=Durand, \"Fils\"\t2026-10-01\t2026-11-01\t1234.56\t1234.56\tEUR\tlate\t\n");
}

static void
set_up (BookFixture *fixture, gconstpointer data)
{
  book_fixture_set_up (fixture, TODAY);
}

static void
tear_down (BookFixture *fixture, gconstpointer data)
{
  book_fixture_tear_down (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/listing/histories", test_histories);
  g_test_add ("/listing/other-connection", BookFixture, NULL, set_up, test_other_connection,
              tear_down);
  g_test_add ("/listing/credit-notes", BookFixture, NULL, set_up, test_credit_notes, tear_down);
  g_test_add ("/listing/label-of-credit-note", BookFixture, NULL, set_up, test_label_of_credit_note,
              tear_down);
  g_test_add ("/listing/clients", BookFixture, NULL, set_up, test_clients, tear_down);
  g_test_add ("/listing/client-rows", BookFixture, NULL, set_up, test_client_rows, tear_down);
  g_test_add ("/listing/many", BookFixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/listing/text", BookFixture, NULL, set_up, test_text, tear_down);

  return g_test_run ();
}
