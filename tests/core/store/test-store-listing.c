/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-listing.h"
#include "relance-store-private.h"

#include <glib/gstdio.h>

/* Enough that a page is looked for step by step before all rows are looked at. */
#define N_INVOICES 40000

#define PAGE 50

typedef struct
{
  char *folder;
  char *path;
  RelanceStore *store;
  RelanceDate today;
} Place;

static void
run_sql (Place *place, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (place->store->db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* One invoice a day and client in turn, the last of them far ahead; what is rare is where no order begins. */
static void
fill (Place *place)
{
  g_autofree char *invoices = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
    "INSERT INTO invoice (id, client_id, number, issued, currency, total, label, added_by)"
    "  SELECT i, 1 + i %% 40, printf ('F-%%05d', i), date ('2000-01-01', (i / 4) || ' days'),"
    "         iif (i / 100 = 250, 'GBP', 'EUR'), 100 + i * 7919 %% 40000, 'Conseil ' || (i %% 97), "
    "1 "
    "FROM n",
    N_INVOICES);

  run_sql (place,
           "INSERT INTO change (id, at, kind) VALUES (1, 0, 'import');"
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
           "INSERT INTO client (id, name, name_key, kind, tone, address, language, added_by)"
           "  SELECT i, 'Client ' || i, 'client ' || i, 'business', 'formal', 'vous', 'fr', 1 "
           "FROM n;");
  run_sql (place, invoices);
  run_sql (place, "INSERT INTO instalment (id, invoice_id, due, amount)"
                  "  SELECT id, id, date (issued, '30 days'), total FROM invoice;");
}

static void
complete (Place *place)
{
  gboolean done = FALSE;

  while (!done)
    g_assert_true (relance_store_complete_listing (place->store, &done, NULL));
}

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->today = relance_date_parse_iso ("2024-11-24");
  place->folder = g_dir_make_tmp ("relance-listing-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "book.db", NULL);
  place->store = relance_store_open (place->path, TRUE, &error);
  g_assert_no_error (error);
  fill (place);
  g_assert_true (relance_store_update_listing (place->store, &error));
  g_assert_no_error (error);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_clear_object (&place->store);
  g_unlink (place->path);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

/* Some of what is asked for, and how many fit at least. */
static guint
ask (RelanceInvoiceQuery *query, int which)
{
  switch (which)
    {
    case 0:
      return N_INVOICES;
    case 1: /* many, but not where most orders end */
      query->filter = RELANCE_INVOICES_OVERDUE;
      return 30000;
    case 2: /* a few, together, in the middle */
      g_strlcpy (query->currency, "GBP", sizeof query->currency);
      return 100;
    case 3: /* fewer than a page */
      g_strlcpy (query->currency, "GBP", sizeof query->currency);
      query->client_id = 3;
      return 1;
    case 4: /* rare only together */
      query->filter = RELANCE_INVOICES_OVERDUE;
      query->amount_from = 30000;
      query->issued_from = relance_date_parse_iso ("2010-01-01");
      query->issued_to = relance_date_parse_iso ("2010-06-01");
      return 50;
    case 5:
      query->search = g_strdup ("conseil 42");
      query->amount_to = 20000;
      return 50;
    default:
      query->currency[0] = 'X';
      return 0;
    }
}

#define N_QUERIES 7

static void
assert_same_page (Place *place, RelanceInvoiceQuery *query, guint n_least)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) totals = NULL;
  g_autoptr (GArray) first = NULL;

  query->limit = PAGE;
  first = relance_store_list_first (place->store, query, place->today, &error);
  g_assert_no_error (error);
  g_assert_true (relance_store_list_all (place->store, query, place->today, &all, &totals, &error));
  g_assert_cmpuint (all->len, >=, n_least);
  g_assert_cmpuint (first->len, ==, MIN (PAGE, all->len));
  for (guint i = 0; i < first->len; i++)
    g_assert_cmpint (g_array_index (first, gint64, i), ==, g_array_index (all, gint64, i));
}

/* Wherever a first page is found, it is the first of all rows. */
static void
test_first_page (Place *place, gconstpointer data)
{
  static const RelanceInvoiceSort sorts[] = { RELANCE_INVOICE_SORT_DUE, RELANCE_INVOICE_SORT_LABEL,
                                              RELANCE_INVOICE_SORT_TOTAL };

  complete (place);
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    for (int which = 0; which < 2 * N_QUERIES; which++)
      {
        g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
        guint n_least = ask (query, which / 2);

        query->sort = sorts[i];
        query->descending = which % 2 == 1;
        assert_same_page (place, query, n_least);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/listing/first-page", Place, NULL, set_up, test_first_page, tear_down);

  return g_test_run ();
}
