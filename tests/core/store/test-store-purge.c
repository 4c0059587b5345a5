/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-private.h"
#include "relance-store-purge.h"

#include <glib/gstdio.h>

/* Clients, contacts, invoices and payments up to this id were removed by change 2. */
#define N_REMOVED 20

typedef struct
{
  char *folder;
  char *path;
  RelanceStore *store;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("relance-purge-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "book.db", NULL);
  place->store = relance_store_open (place->path, TRUE, &error);
  g_assert_no_error (error);
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  g_clear_object (&place->store);
  g_unlink (place->path);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
run_sql (Place *place, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (place->store->db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* Clients @first to @last, each with a contact, an invoice, a payment of it and a message about it where
 * they stay. */
static void
add_clients (Place *place, int first, int last)
{
  static const char *const format =
    "WITH RECURSIVE n (i) AS (VALUES (%1$d) UNION ALL SELECT i + 1 FROM n WHERE i < %2$d)"
    "INSERT INTO client (id, name, name_key, kind, tone, address, language, added_by, removed_by)"
    "SELECT i, 'C' || i, 'c' || i, 'business', 'formal', 'vous', 'en', 1, iif (i > %3$d, NULL, 2) "
    "FROM n;"
    "INSERT INTO contact (id, client_id, added_by, removed_by)"
    "SELECT id, id, 1, removed_by FROM client WHERE id BETWEEN %1$d AND %2$d;"
    "UPDATE client SET reminder_contact_id = id WHERE id BETWEEN %1$d AND %2$d;"
    "INSERT INTO invoice (id, client_id, number, issued, currency, total, added_by, removed_by)"
    "SELECT id, id, 'F1', '2026-01-01', 'EUR', 100, 1, removed_by FROM client WHERE id BETWEEN "
    "%1$d AND %2$d;"
    "INSERT INTO instalment (id, invoice_id, due, amount)"
    "SELECT id, id, '2026-02-01', 100 FROM client WHERE id BETWEEN %1$d AND %2$d;"
    "INSERT INTO payment (id, client_id, date, amount, currency, added_by, removed_by)"
    "SELECT id, id, '2026-02-01', 100, 'EUR', 1, removed_by FROM client WHERE id BETWEEN %1$d AND "
    "%2$d;"
    "INSERT INTO allocation (instalment_id, payment_id, amount)"
    "SELECT id, id, 100 FROM client WHERE id BETWEEN %1$d AND %2$d;"
    "INSERT INTO message (id, client_id, client_name, to_address, to_name, from_address, "
    "from_name, subject,"
    "  text, html, stage, tone, address, language, message_id, provider, request, approved_at, "
    "not_before,"
    "  state)"
    "SELECT 'm' || id, id, name, '', '', '', '', '', '', '', 'first', 'formal', 'vous', 'en', 'm' "
    "|| id,"
    "  'folder', x'', 0, 0, 'accepted' FROM client WHERE id BETWEEN %1$d AND %2$d AND removed_by "
    "IS NULL;"
    "INSERT INTO message_debt (message_id, instalment_id, invoice_id, number, balance)"
    "SELECT id, client_id, client_id, 'F1', 100 FROM message WHERE client_id BETWEEN %1$d AND "
    "%2$d;";
  g_autofree char *sql = g_strdup_printf (format, first, last, N_REMOVED);

  run_sql (place, sql);
}

static void
fill_book (Place *place, int n_clients)
{
  run_sql (place, "INSERT INTO change (id, at, kind) VALUES (1, 0, 'import'), (2, 0, 'undo')");
  add_clients (place, 1, n_clients);
}

static int
count_step_cb (gpointer n_steps)
{
  (*(gint64 *) n_steps)++;
  return 0;
}

/* Deletes for good all that was removed: how many jumps SQLite's machine makes for it. */
static gint64
purge (Place *place)
{
  g_autoptr (GError) error = NULL;
  gint64 n_steps = 0;

  sqlite3_progress_handler (place->store->db, 1, count_step_cb, &n_steps);
  g_assert_true (relance_store_begin (place->store, &error));
  for (RelanceTombstone what = RELANCE_TOMBSTONE_ATTACHMENT; what <= RELANCE_TOMBSTONE_CLIENT;
       what++)
    {
      g_autoptr (GArray) ids = relance_store_list_purgeable (place->store, what, 2, 1000, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, what == RELANCE_TOMBSTONE_ATTACHMENT ? 0 : N_REMOVED);
      relance_store_purge (place->store, what, ids, &error);
      g_assert_no_error (error);
    }
  g_assert_true (relance_store_commit (place->store, &error));
  sqlite3_progress_handler (place->store->db, 0, NULL, NULL);
  return n_steps;
}

/* Removed rows are found and deleted, and looked for in what refers to them, by keys. */
static void
test_others_cost_nothing (Place *place, gconstpointer data)
{
  Place larger;
  gint64 n_steps;

  place_set_up (&larger, NULL);
  fill_book (place, N_REMOVED + 10);
  fill_book (&larger, N_REMOVED + 1000);
  n_steps = purge (place);
  g_assert_cmpint (n_steps, >, 0);
  g_assert_cmpint (purge (&larger), ==, n_steps);
  place_tear_down (&larger, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/purge/others-cost-nothing", Place, NULL, place_set_up,
              test_others_cost_nothing, place_tear_down);

  return g_test_run ();
}
