/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What build-aux/bench measures of long lists, without a window:
 *   bench-lists BOOK TODAY
 * prints as JSON, in milliseconds, what a first reading takes, and the 95th percentile of a page (the
 * first one of every sort and filter, then one anywhere), of what is typed letter by letter, of counting
 * and adding up all rows, and of listing the client whose payment was recorded. */

#include "config.h"

#include "relance-invoices.h"
#include "relance-listing.h"

#include <stdlib.h>

#define PAGE_SIZE 200
#define PLACES_TRIED 3

static const char *const typed[] = { "client 0042",      "f-0123", "traduction 7",   "maintenance",
                                     "redaction client", "xyz",    "client1@example" };

static double
measure (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static void
note (GArray *times, gint64 since)
{
  double time = measure (since);

  g_array_append_val (times, time);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_percentile (GArray *times, double share)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, (guint) ((times->len - 1) * share));
}

static void
fail (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

static void
read_page (RelanceBook *book, const RelanceListReader *reader, GArray *ids, guint start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = reader->read_rows (book, (gint64 *) ids->data + start,
                                                  MIN (PAGE_SIZE, ids->len - start), &error);

  fail (error);
}

static void
measure_first (RelanceBook *book,
               const RelanceListReader *reader,
               gconstpointer query,
               GArray *pages)
{
  gint64 since = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = reader->list_first (book, query, PAGE_SIZE, &error);

  fail (error);
  read_page (book, reader, ids, 0);
  note (pages, since);
}

static void
measure_anywhere (RelanceBook *book,
                  const RelanceListReader *reader,
                  gconstpointer query,
                  GArray *pages,
                  GArray *counts)
{
  gint64 since = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) totals = NULL;

  reader->list_all (book, query, &ids, &totals, &error);
  fail (error);
  note (counts, since);
  for (int i = 0; i < PLACES_TRIED && ids->len > 0; i++)
    {
      since = g_get_monotonic_time ();
      read_page (book, reader, ids, (guint) g_random_int_range (0, (int) ids->len));
      note (pages, since);
    }
}

/* What the window can filter by. */
static RelanceInvoiceQuery *
make_query (int filter, RelanceDate today)
{
  RelanceInvoiceQuery *query = relance_invoice_query_new ();

  query->states = RELANCE_INVOICE_STATES_EVERY;
  switch (filter)
    {
    case 1:
      query->states = RELANCE_INVOICE_STATES_OPEN;
      break;
    case 2:
      query->states = RELANCE_INVOICE_STATES_OVERDUE;
      break;
    case 3:
      query->states = RELANCE_INVOICE_STATES_PAID;
      break;
    case 4:
      query->states = RELANCE_INVOICE_STATES_WRITTEN_OFF | RELANCE_INVOICE_STATES_CREDIT_NOTES;
      break;
    case 5:
      g_strlcpy (query->currency, "GBP", sizeof query->currency);
      break;
    case 6:
      query->client_id = 42;
      break;
    case 7:
      query->amount_from = 490000;
      break;
    case 8:
      query->issued_from = today - 90;
      query->issued_to = today - 60;
      break;
    case 9:
      query->filter = RELANCE_INVOICES_SETTLED_ON_TIME;
      query->due_from = today - 365;
      break;
    case 10:
      query->filter = RELANCE_INVOICES_OPEN_LATE;
      query->due_from = today - 60;
      break;
    case 11:
      query->states = RELANCE_INVOICE_STATES_OVERDUE;
      query->search = g_strdup ("conseil");
      break;
    case 12: /* from here on, what is rare only together */
      query->states = RELANCE_INVOICE_STATES_OVERDUE;
      g_strlcpy (query->currency, "GBP", sizeof query->currency);
      query->amount_from = 490000;
      break;
    case 13:
      query->states = RELANCE_INVOICE_STATES_OPEN;
      query->issued_to = today - 365;
      query->amount_to = 20000;
      break;
    case 14:
      query->client_id = 42;
      query->states = RELANCE_INVOICE_STATES_OVERDUE;
      query->issued_from = today - 365;
      query->issued_to = today - 335;
      break;
    default:
      break;
    }
  return query;
}

#define N_FILTERS 15

static void
measure_invoices (RelanceBook *book, GArray *pages, GArray *counts)
{
  for (int sort = RELANCE_INVOICE_SORT_DUE; sort <= RELANCE_INVOICE_SORT_STATE; sort++)
    for (int filter = 0; filter < N_FILTERS; filter++)
      for (int descending = 0; descending < 2; descending++)
        {
          g_autoptr (RelanceInvoiceQuery)
            query = make_query (filter, relance_book_get_today (book));

          query->sort = (RelanceInvoiceSort) sort;
          query->descending = descending;
          measure_first (book, &relance_invoices_reader, query, pages);
          measure_anywhere (book, &relance_invoices_reader, query, pages, counts);
        }
}

static void
measure_clients (RelanceBook *book, GArray *pages, GArray *counts)
{
  for (int sort = RELANCE_CLIENT_SORT_NAME; sort <= RELANCE_CLIENT_SORT_REMINDERS; sort++)
    for (int filter = RELANCE_CLIENTS_ALL; filter <= RELANCE_CLIENTS_SETTLED; filter++)
      {
        g_autoptr (RelanceClientQuery) query = relance_client_query_new ();

        query->sort = (RelanceClientSort) sort;
        query->filter = (RelanceClientFilter) filter;
        measure_first (book, &relance_clients_reader, query, pages);
        measure_anywhere (book, &relance_clients_reader, query, pages, counts);
      }
}

static void
measure_typing (RelanceBook *book, GArray *searches)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    for (gsize n = 1; typed[i][n - 1] != '\0'; n++)
      {
        g_autoptr (RelanceInvoiceQuery) query = make_query (0, relance_book_get_today (book));
        g_autoptr (RelanceClientQuery) clients = relance_client_query_new ();

        query->search = g_strndup (typed[i], n);
        query->sort = RELANCE_INVOICE_SORT_ISSUED;
        query->descending = TRUE;
        measure_first (book, &relance_invoices_reader, query, searches);
        clients->search = g_strndup (typed[i], n);
        measure_first (book, &relance_clients_reader, clients, searches);
      }
}

/* A payment that is recorded and taken back, so that the book is as it was. */
static void
measure_changes (RelanceBook *book, GArray *changes)
{
  g_autoptr (RelanceInvoiceQuery) query = make_query (2, relance_book_get_today (book));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = relance_invoices_reader.list_first (book, query, 10, &error);

  fail (error);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 change = 0, since;

      relance_payments_add (book, g_array_index (ids, gint64, i), 1, relance_book_get_today (book),
                            "", &change, &error);
      fail (error);
      relance_changes_undo (book, change, &error);
      fail (error);
      since = g_get_monotonic_time ();
      relance_listing_update (book, &error);
      fail (error);
      note (changes, since);
    }
}

static double
measure_completing (RelanceBook *book, double *longest)
{
  gint64 since = g_get_monotonic_time ();
  gboolean complete = FALSE;

  while (!complete)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;

      relance_listing_complete (book, &complete, &error);
      fail (error);
      *longest = MAX (*longest, measure (start));
    }
  return measure (since);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClock) clock = NULL;
  g_autoptr (RelanceBook) book = NULL;
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) searches = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (RelanceInvoiceQuery) query = NULL;
  double completing, longest = 0;

  g_assert (argc == 3);
  clock = relance_clock_new_fixed (relance_date_parse_iso (argv[2]), 600);
  book = relance_book_open (argv[1], FALSE, clock, &error);
  fail (error);

  query = make_query (0, relance_book_get_today (book));
  measure_first (book, &relance_invoices_reader, query, first);
  completing = measure_completing (book, &longest);
  measure_invoices (book, pages, counts);
  measure_clients (book, pages, counts);
  measure_typing (book, searches);
  measure_changes (book, changes);
  g_print ("{\"first\": %.1f, \"completing\": %.1f, \"step\": %.1f, \"page\": %.2f, "
           "\"page_median\": %.2f, \"search\": %.2f, \"search_median\": %.2f, \"count\": %.1f, "
           "\"change\": %.1f}\n",
           g_array_index (first, double, 0), completing, longest, get_percentile (pages, 0.95),
           get_percentile (pages, 0.5), get_percentile (searches, 0.95),
           get_percentile (searches, 0.5), get_percentile (counts, 0.95),
           get_percentile (changes, 0.95));
  return EXIT_SUCCESS;
}
