/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"
#include "relance-paged-list.h"

#define N_INVOICES 450 /* three pages, the last one not full */

typedef struct
{
  BookFixture book;
  RelanceClock *clock;
  RelanceDesk *desk;
  RelancePagedList *list;
  int n_answers;
  RelancePlace *first;

  /* The last "items-changed" */
  int n_changes;
  guint position;
  guint removed;
  guint added;

  gboolean done; /* of what was last waited for */
} Fixture;

static void
add_invoices (RelanceBook *book, int first, int n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_clients_find (book, "Atelier Durand", NULL);
  gint64 client_id = client != NULL ? client->id : 0;

  if (client_id == 0)
    {
      g_autoptr (RelanceClient)
        added = relance_client_new_for_book (book, "Atelier Durand", &error);

      client_id = relance_clients_save (book, added, NULL, &error);
      g_assert_no_error (error);
    }
  for (int i = first; i < first + n; i++)
    {
      g_autoptr (RelanceInvoice) invoice = relance_invoice_new ();

      invoice->client_id = client_id;
      invoice->number = g_strdup_printf ("F-%04d", i);
      invoice->issued = relance_date_new (2026, 1, 1);
      invoice->due = relance_date_new (2026, 2, 1);
      g_strlcpy (invoice->currency, "EUR", sizeof invoice->currency);
      invoice->total = 100 * (i + 1);
      relance_invoices_save (book, invoice, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
wait_for (const gboolean *condition)
{
  while (!*condition)
    g_main_context_iteration (NULL, TRUE);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  fixture->done = relance_desk_open_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
}

static void
counted_cb (Fixture *fixture)
{
  fixture->n_answers++;
  fixture->done = TRUE;
}

static void
items_changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  fixture->n_changes++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  book_fixture_set_up (&fixture->book, "2026-11-22");
  add_invoices (fixture->book.book, 0, N_INVOICES);
  g_clear_object (&fixture->book.book);

  fixture->clock = relance_clock_new_fixed (relance_date_new (2026, 11, 22), 600);
  fixture->desk = relance_desk_new (fixture->clock);
  relance_desk_open_async (fixture->desk, fixture->book.path, NULL, opened_cb, fixture);
  wait_for (&fixture->done);

  fixture->list = relance_paged_list_new (fixture->desk, &relance_invoices_reader);
  g_signal_connect_swapped (fixture->list, "counted", G_CALLBACK (counted_cb), fixture);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->list);
  relance_desk_close (fixture->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->desk);
  g_clear_object (&fixture->clock);
  book_fixture_tear_down (&fixture->book);
}

static void
ask (Fixture *fixture, const char *search, gboolean descending)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->search = g_strdup (search);
  query->sort = RELANCE_INVOICE_SORT_NUMBER;
  query->descending = descending;
  fixture->done = FALSE;
  relance_paged_list_set_query (fixture->list, query);
}

static RelancePlace *
get_item (Fixture *fixture, guint position)
{
  g_autoptr (RelancePlace) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  g_assert_nonnull (item);
  return item; /* the list keeps it */
}

/* Waits until the invoice at @position has been read. */
static void
assert_number (Fixture *fixture, guint position, const char *number)
{
  RelancePlace *item = get_item (fixture, position);

  while (relance_place_get_record (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (((RelanceInvoice *) relance_place_get_record (item))->number, ==, number);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static void
add_one (gpointer data)
{
  int *count = data;

  (*count)++;
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  int n_seen = 0;
  RelancePlaceWatch watch = { .changed = add_one, .data = &n_seen };
  GArray *totals;

  g_assert_cmpuint (count (fixture), ==, 0);
  ask (fixture, NULL, FALSE);
  wait_for (&fixture->done);

  g_assert_cmpuint (count (fixture), ==, N_INVOICES);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), N_INVOICES));
  assert_number (fixture, 0, "F-0000");
  assert_number (fixture, 199, "F-0199");

  /* Not read before it is looked at; then filled where it stands. */
  g_assert_null (relance_place_get_record (get_item (fixture, 449)));
  relance_place_watch (get_item (fixture, 449), &watch);
  assert_number (fixture, 449, "F-0449");
  g_assert_cmpint (n_seen, ==, 1);
  relance_place_unwatch (get_item (fixture, 449), &watch);
  assert_number (fixture, 200, "F-0200");
  g_assert_cmpint (fixture->n_changes, ==, 2); /* the first page, then all the others */
  g_assert_true (get_item (fixture, 300) == get_item (fixture, 300));

  totals = relance_paged_list_get_totals (fixture->list);
  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_cmpint (g_array_index (totals, RelanceInvoiceTotal, 0).count, ==, N_INVOICES);
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  ask (fixture, NULL, TRUE);
  wait_for (&fixture->done);
  assert_number (fixture, 0, "F-0449");

  ask (fixture, "f-044", FALSE);
  wait_for (&fixture->done);
  g_assert_cmpuint (count (fixture), ==, 10);
  g_assert_cmpuint (fixture->removed, ==, N_INVOICES);
  g_assert_cmpuint (fixture->added, ==, 10);
  assert_number (fixture, 9, "F-0449");

  ask (fixture, "nobody", FALSE);
  wait_for (&fixture->done);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* What is typed faster than it is answered: only the last one counts. */
static void
test_last_query_wins (Fixture *fixture, gconstpointer data)
{
  ask (fixture, NULL, FALSE);
  ask (fixture, "f-04", FALSE);
  ask (fixture, "f-0440", FALSE);
  wait_for (&fixture->done);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpint (fixture->n_answers, ==, 1);
  g_assert_cmpuint (count (fixture), ==, 1);
  assert_number (fixture, 0, "F-0440");
}

static gpointer
add_more (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  add_invoices (book, N_INVOICES, 3);
  return NULL;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_assert_no_error (error);
}

/* After a change of the book the places stay, so that the reader keeps theirs. */
static void
test_follows_the_book (Fixture *fixture, gconstpointer data)
{
  RelancePlace *first;

  ask (fixture, NULL, TRUE);
  wait_for (&fixture->done);
  assert_number (fixture, 0, "F-0449");
  first = get_item (fixture, 0);

  fixture->done = FALSE;
  relance_desk_run_async (fixture->desk, RELANCE_LANE_BOOK, add_more, NULL, NULL, NULL, NULL,
                          added_cb, fixture);
  while (count (fixture) != N_INVOICES + 3)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (get_item (fixture, 0) == first);
  assert_number (fixture, 0, "F-0452");
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->position + fixture->added, ==, N_INVOICES + 3);
  assert_number (fixture, N_INVOICES + 2, "F-0000");
}

/* As soon as the first rows are there, and before they are counted. */
static void
change_cb (Fixture *fixture)
{
  if (fixture->first != NULL)
    return;
  g_assert_null (relance_paged_list_get_ids (fixture->list));
  fixture->first = get_item (fixture, 0);
  g_object_ref (fixture->first);
  g_signal_emit_by_name (fixture->desk, "changed");
}

static void
test_changed_before_counted (Fixture *fixture, gconstpointer data)
{
  g_signal_connect_swapped (fixture->list, "answered", G_CALLBACK (change_cb), fixture);
  ask (fixture, NULL, FALSE);
  wait_for (&fixture->done);
  g_assert_nonnull (fixture->first);
  g_assert_true (get_item (fixture, 0) == fixture->first);
  g_assert_cmpuint (count (fixture), ==, N_INVOICES);
  g_clear_object (&fixture->first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/paged-list/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/paged-list/query", Fixture, NULL, set_up, test_query, tear_down);
  g_test_add ("/paged-list/last-query-wins", Fixture, NULL, set_up, test_last_query_wins,
              tear_down);
  g_test_add ("/paged-list/changed-before-counted", Fixture, NULL, set_up,
              test_changed_before_counted, tear_down);
  g_test_add ("/paged-list/follows-the-book", Fixture, NULL, set_up, test_follows_the_book,
              tear_down);

  return g_test_run ();
}
