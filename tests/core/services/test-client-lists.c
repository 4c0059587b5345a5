/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "relance-clients-many.h"
#include "relance-export.h"
#include "relance-list-text.h"
#include "relance-listing.h"

#include <string.h>

#define TODAY "2026-11-22"

/* Four clients, by name: late, owing, settled, and one that never had an invoice. */
typedef struct
{
  BookFixture book;
  gint64 late;
  gint64 owing;
  gint64 settled;
  gint64 without;
} Fixture;

static gint64
add_client (Fixture *fixture, const char *name, const char *const *pairs)
{
  g_autoptr (RelanceClient) client = relance_client_new (name);
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (guint i = 0; pairs[i] != NULL; i += 2)
    relance_clients_set (client, pairs[i], pairs[i + 1], &error);
  g_assert_no_error (error);
  id = relance_clients_save (fixture->book.book, client, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  BookFixture *book = &fixture->book;
  gint64 paid;

  book_fixture_set_up (book, TODAY);
  fixture->late =
    add_client (fixture, "Atelier Durand",
                (const char *[]) { "city", "Nantes", "email", "zoe@x.example", NULL });
  fixture->owing = add_client (
    fixture, "Léa Martin",
    (const char *[]) { "kind", "consumer", "city", "évian", "email", "a@x.example", NULL });
  fixture->settled =
    add_client (fixture, "Mairie de Brest",
                (const char *[]) { "kind", "public", "city", "Brest", "excluded", "By contract",
                                   "excluded_until", "2026-12-31", NULL });
  fixture->without =
    add_client (fixture, "Studio Nord",
                (const char *[]) { "excluded", "Old", "excluded_until", "2026-11-21", NULL });
  book_fixture_add_invoice (book, fixture->late, "F-1", 1000, "EUR", "2026-10-01", "2026-11-01");
  book_fixture_add_invoice (book, fixture->owing, "F-2", 2000, "EUR", "2026-11-01", "2026-12-01");
  book_fixture_add_invoice (book, fixture->owing, "F-3", 500, "GBP", "2026-11-01", "2026-12-01");
  paid = book_fixture_add_invoice (book, fixture->settled, "F-4", 700, "EUR", "2026-10-01",
                                   "2026-11-01");
  book_fixture_add_payment (book, paid, 700, "2026-11-02");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  book_fixture_tear_down (&fixture->book);
}

/* One letter a client, in the order of the list: l, o, s, w. */
static char *
list (Fixture *fixture, const RelanceClientQuery *query)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) totals = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  relance_clients_reader.list_all (fixture->book.book, query, &ids, &totals, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_string_append_c (text, id == fixture->late      ? 'l'
                               : id == fixture->owing   ? 'o'
                               : id == fixture->settled ? 's'
                                                        : 'w');
    }
  return g_string_free_and_steal (text);
}

static void
assert_list (Fixture *fixture, const RelanceClientQuery *query, const char *expected)
{
  g_autofree char *found = list (fixture, query);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    RelanceClientQuery query;
    const char *expected;
  } cases[] = {
    { { .filter = RELANCE_CLIENTS_ALL }, "losw" },
    { { .filter = RELANCE_CLIENTS_OWING }, "lo" },
    { { .filter = RELANCE_CLIENTS_OVERDUE }, "l" },
    { { .filter = RELANCE_CLIENTS_SETTLED }, "sw" },
    { { .filter = RELANCE_CLIENTS_ALL, .kind = RELANCE_KIND_BUSINESS }, "lw" },
    { { .filter = RELANCE_CLIENTS_ALL, .kind = RELANCE_KIND_PUBLIC }, "s" },
    { { .filter = RELANCE_CLIENTS_ALL, .reach = RELANCE_CLIENTS_LEFT_OUT }, "s" },
    { { .filter = RELANCE_CLIENTS_ALL, .reach = RELANCE_CLIENTS_NO_ADDRESS }, "sw" },
    { { .filter = RELANCE_CLIENTS_ALL, .currency = "GBP" }, "o" },
    { { .filter = RELANCE_CLIENTS_SETTLED, .currency = "GBP" }, "lsw" },
    { { .filter = RELANCE_CLIENTS_ALL, .archived = TRUE }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_list (fixture, &cases[i].query, cases[i].expected);
      g_assert_cmpint (relance_client_query_is_narrow (&cases[i].query), ==, i != 0);
    }
}

static void
test_sorts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    RelanceClientSort sort;
    const char *up;
  } cases[] = {
    { RELANCE_CLIENT_SORT_NAME, "losw" },         { RELANCE_CLIENT_SORT_KIND, "lwos" },
    { RELANCE_CLIENT_SORT_CITY, "wsol" },         { RELANCE_CLIENT_SORT_EMAIL, "swol" },
    { RELANCE_CLIENT_SORT_OWED, "swlo" },         { RELANCE_CLIENT_SORT_OVERDUE, "oswl" },
    { RELANCE_CLIENT_SORT_LAST_PAYMENT, "lows" }, { RELANCE_CLIENT_SORT_REMINDERS, "lows" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceClientQuery query = { .filter = RELANCE_CLIENTS_ALL, .sort = cases[i].sort };
      g_autofree char *down = g_strreverse (g_strdup (cases[i].up));

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_list (fixture, &query, cases[i].up);
      query.descending = TRUE;
      assert_list (fixture, &query, down);
    }
}

static void
test_totals (Fixture *fixture, gconstpointer data)
{
  RelanceClientQuery query = { .filter = RELANCE_CLIENTS_ALL };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) same_ids = NULL;
  g_autoptr (GArray) pounds = NULL;

  g_assert_true (relance_clients_reader.list_all (fixture->book.book, &query, &ids, &all, NULL));
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (g_array_index (all, RelanceClientTotal, 0).currency, ==, "EUR");
  g_assert_cmpint (g_array_index (all, RelanceClientTotal, 0).owed, ==, 3000);
  g_assert_cmpint (g_array_index (all, RelanceClientTotal, 0).overdue, ==, 1000);
  g_assert_cmpint (g_array_index (all, RelanceClientTotal, 0).n_open, ==, 2);

  g_strlcpy (query.currency, "GBP", sizeof query.currency);
  g_assert_true (
    relance_clients_reader.list_all (fixture->book.book, &query, &same_ids, &pounds, NULL));
  g_assert_cmpuint (pounds->len, ==, 1);
  g_assert_cmpint (g_array_index (pounds, RelanceClientTotal, 0).owed, ==, 500);
}

static GArray *
take_ids (gint64 one, gint64 other)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, one);
  g_array_append_val (ids, other);
  return ids;
}

static RelanceClient *
get (Fixture *fixture, gint64 id)
{
  RelanceClient *client = relance_clients_get (fixture->book.book, id, NULL);

  g_assert_nonnull (client);
  return client;
}

/* The newest deed of a client. */
static char *
dup_last_deed (Fixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) events = relance_clients_timeline (fixture->book.book, id, 1, NULL);

  g_assert_cmpuint (events->len, ==, 1);
  return g_strdup (((RelanceEvent *) events->pdata[0])->text);
}

static void
test_exclude (Fixture *fixture, gconstpointer data)
{
  RelanceBook *book = fixture->book.book;
  g_autoptr (GArray) ids = take_ids (fixture->late, fixture->owing);
  g_autoptr (RelanceClient) excluded = NULL;
  g_autoptr (RelanceClient) before = NULL;
  g_autofree char *deed = NULL;
  g_autofree char *undone = NULL;
  gint64 change = 0;

  g_assert_cmpint (relance_clients_exclude_many (
                     book, ids, " Moving ", relance_date_parse_iso ("2026-12-24"), &change, NULL),
                   ==, 2);
  excluded = get (fixture, fixture->owing);
  g_assert_cmpstr (excluded->excluded, ==, "Moving");
  g_assert_cmpint (excluded->excluded_until, ==, relance_date_parse_iso ("2026-12-24"));
  deed = dup_last_deed (fixture, fixture->late);
  g_assert_nonnull (strstr (deed, "Moving"));

  g_assert_true (relance_changes_undo (book, change, NULL));
  before = get (fixture, fixture->owing);
  g_assert_null (before->excluded);
  undone = dup_last_deed (fixture, fixture->owing);
  g_assert_cmpstr (undone, !=, deed);
}

static void
test_exclude_refuses (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *reason;
    const char *until;
  } cases[] = { { " ", NULL }, { NULL, NULL }, { "Moving", "2026-11-21" } };
  g_autoptr (GArray) ids = take_ids (fixture->late, fixture->owing);
  g_autoptr (RelanceClient) client = NULL;
  gint64 change = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      RelanceDate until = cases[i].until != NULL ? relance_date_parse_iso (cases[i].until)
                                                 : RELANCE_DATE_NONE;

      g_assert_cmpint (relance_clients_exclude_many (fixture->book.book, ids, cases[i].reason,
                                                     until, &change, &error),
                       ==, 0);
      g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
    }
  client = get (fixture, fixture->late);
  g_assert_null (client->excluded);
}

static void
test_include (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = take_ids (fixture->late, fixture->settled);
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (GError) error = NULL;
  gint64 change = 0;

  g_assert_cmpint (relance_clients_include_many (fixture->book.book, ids, &change, &error), ==, 1);
  client = get (fixture, fixture->settled);
  g_assert_null (client->excluded);
  g_assert_cmpint (client->excluded_until, ==, RELANCE_DATE_NONE);
  g_assert_cmpint (relance_clients_include_many (fixture->book.book, ids, &change, &error), ==, 0);
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  RelanceBook *book = fixture->book.book;
  RelanceClientQuery in_use = { .filter = RELANCE_CLIENTS_ALL };
  RelanceClientQuery archived = { .filter = RELANCE_CLIENTS_ALL, .archived = TRUE };
  RelanceClientQuery found = { .filter = RELANCE_CLIENTS_ALL, .search = (char *) "brest" };
  g_autoptr (GArray) ids = take_ids (fixture->late, fixture->settled);
  g_autoptr (GArray) owing = take_ids (fixture->late, fixture->owing);
  g_autoptr (GError) error = NULL;
  gint64 change = 0;

  g_assert_cmpint (relance_clients_archive_many (book, ids, TRUE, &change, NULL), ==, 1);
  assert_list (fixture, &in_use, "low");
  assert_list (fixture, &archived, "s");
  assert_list (fixture, &found, "s");
  g_assert_cmpint (relance_clients_archive_many (book, ids, FALSE, &change, NULL), ==, 1);
  assert_list (fixture, &in_use, "losw");
  g_assert_cmpint (relance_clients_archive_many (book, owing, TRUE, &change, &error), ==, 0);
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = take_ids (fixture->owing, fixture->settled);
  g_autofree char *text = relance_clients_dup_text (fixture->book.book, ids, NULL);

  g_assert_cmpstr (text, ==,
                   "Client\tKind\tCity\tE-Mail\tOwed\tLate\tCurrency\tLast Payment\n"
                   "Léa Martin\tConsumer\tévian\ta@x.example\t20.00\t0.00\tEUR\t\n"
                   "Léa Martin\tConsumer\tévian\ta@x.example\t5.00\t0.00\tGBP\t\n"
                   "Mairie de Brest\tPublic body\tBrest\t\t\t\t\t2026-11-02\n");
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  RelanceClientQuery query = { .filter = RELANCE_CLIENTS_ALL,
                               .sort = RELANCE_CLIENT_SORT_NAME,
                               .descending = TRUE,
                               .search = (char *) "m" };
  g_autofree char *path = g_build_filename (fixture->book.folder, "clients.csv", NULL);
  RelanceExportOrder order = { .path = path, .form = RELANCE_EXPORT_CSV, .clients = &query };
  RelanceExportCounts counts;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  relance_export_write (fixture->book.book, &order, &counts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.clients, ==, 3);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (
    text, ==,
    "\xef\xbb\xbfname,kind,email,city,currency,owed,overdue,last_payment,excluded,excluded_until,"
    "archived\r\n"
    "Mairie de Brest,public,,Brest,,,,2026-11-02,By contract,2026-12-31,0\r\n"
    "Léa Martin,consumer,a@x.example,évian,EUR,20.00,0.00,,,,0\r\n"
    "Léa Martin,consumer,a@x.example,évian,GBP,5.00,0.00,,,,0\r\n"
    "Atelier Durand,business,zoe@x.example,Nantes,EUR,10.00,10.00,,,,0\r\n");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/client-lists/filters", test_filters },
    { "/client-lists/sorts", test_sorts },
    { "/client-lists/totals", test_totals },
    { "/client-lists/exclude", test_exclude },
    { "/client-lists/exclude-refuses", test_exclude_refuses },
    { "/client-lists/include", test_include },
    { "/client-lists/archive", test_archive },
    { "/client-lists/text", test_text },
    { "/client-lists/csv", test_csv },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
