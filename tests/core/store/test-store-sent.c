/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-message.h"
#include "relance-store-listing.h"
#include "relance-store-private.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  RelanceStore *store;
} Place;

static void
run_sql (Place *place, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (place->store->db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static void
add_message (Place *place,
             const char *id,
             int client,
             const char *subject,
             int at,
             const char *state)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO message (id, client_id, client_name, to_address, to_name, from_address, from_name,"
    "  subject, text, html, stage, tone, address, language, message_id, provider, request, "
    "approved_at,"
    "  not_before, state)"
    "SELECT '%s', id, name, email, '', '', '', '%s', 'The letter', '<p>', 'first', 'formal', "
    "'vous',"
    "  'en', '%s', 'folder', x'', %d, 0, '%s' FROM client WHERE id = %d;",
    id, subject, id, at, state, client);

  run_sql (place, sql);
}

static void
place_set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("relance-sent-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "book.db", NULL);
  place->store = relance_store_open (place->path, TRUE, &error);
  g_assert_no_error (error);
  run_sql (
    place,
    "INSERT INTO change (id, at, kind) VALUES (1, 0, 'import');"
    "INSERT INTO client (id, name, name_key, kind, tone, address, language, email, added_by) VALUES"
    "  (1, 'Café Crème', 'cafe creme', 'business', 'formal', 'vous', 'fr', 'a@cafe.example', 1),"
    "  (2, 'Studio', 'studio', 'business', 'formal', 'vous', 'fr', 'b@studio.example', 1);"
    "INSERT INTO invoice (id, client_id, number, issued, currency, total, added_by)"
    "  VALUES (1, 1, 'F-042', '2026-01-01', 'EUR', 100, 1);"
    "INSERT INTO instalment (id, invoice_id, due, amount) VALUES (1, 1, '2026-02-01', 100);");
  add_message (place, "a", 1, "Facture échue", 100, "accepted");
  add_message (place, "b", 2, "Rappel", 300, "withdrawn");
  add_message (place, "c", 2, "Rappel", 200, "handed-over");
  add_message (place, "d", 2, "Rappel", 400, "approved");
  run_sql (place, "INSERT INTO message_debt VALUES ('a', 1, 1, 'F-042', 100)");
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

/* The ids of the messages that are listed, in their order. */
static void
assert_sent (Place *place, const char *search, int limit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  relance_store_update_listing (place->store, &error);
  g_assert_no_error (error);
  relance_store_update_listed_messages (place->store, &error);
  g_assert_no_error (error);
  ids = relance_store_list_sent (place->store, search, limit, &error);
  g_assert_no_error (error);
  messages = relance_store_read_listed_messages (place->store, (gint64 *) (void *) ids->data,
                                                 ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < messages->len; i++)
    {
      RelanceMessage *message = messages->pdata[i];

      g_string_append (found, message->id);
      g_assert_cmpstr (message->text, ==, "");
      g_assert_nonnull (message->client_name);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_newest_first (Place *place, gconstpointer data)
{
  assert_sent (place, NULL, -1, "bca");
  assert_sent (place, NULL, 2, "bc");
  run_sql (place, "UPDATE message SET state = 'accepted' WHERE id = 'd'");
  assert_sent (place, NULL, -1, "dbca");
  add_message (place, "e", 1, "Rappel", 50, "accepted");
  assert_sent (place, NULL, -1, "dbcae");
}

static void
test_search (Place *place, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *expected;
  } searches[] = {
    { "creme", "a" },   { "echue cafe", "a" },  { "f-042", "a" }, { "studio.example", "bc" },
    { "rappel", "bc" }, { "rappel creme", "" }, { "letter", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    assert_sent (place, searches[i].words, -1, searches[i].expected);
}

static char *
list_unsent (Place *place, int limit)
{
  g_autoptr (GError) error = NULL;
  GString *found = g_string_new (NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  g_assert_true (relance_store_update_listing (place->store, NULL));
  g_assert_true (relance_store_update_listed_messages (place->store, NULL));
  ids = relance_store_list_unsent (place->store, limit, &error);
  g_assert_no_error (error);
  messages = relance_store_read_listed_messages (place->store, (gint64 *) (void *) ids->data,
                                                 ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < messages->len; i++)
    g_string_append (found, ((RelanceMessage *) messages->pdata[i])->id);
  return g_string_free_and_steal (found);
}

/* The outbox, page by page, is what the whole of it is. */
static void
test_unsent (Place *place, gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *page = NULL;
  g_autofree char *left = NULL;

  add_message (place, "e", 1, "Rappel", 500, "waiting");
  add_message (place, "f", 1, "Rappel", 500, "unknown");
  add_message (place, "g", 1, "Rappel", 50, "refused");
  all = list_unsent (place, -1);
  g_assert_cmpstr (all, ==, "efdcg");
  page = list_unsent (place, 2);
  g_assert_cmpstr (page, ==, "ef");
  run_sql (place, "UPDATE message SET state = 'accepted' WHERE id = 'f'");
  left = list_unsent (place, -1);
  g_assert_cmpstr (left, ==, "edcg");
}

/* What was erased is not found any more. */
static void
test_erased (Place *place, gconstpointer data)
{
  assert_sent (place, "echue", -1, "a");
  run_sql (place, "INSERT INTO setting (key, value) VALUES ('erasing', '1');"
                  "UPDATE message SET subject = '', to_address = '' WHERE id = 'a';"
                  "DELETE FROM setting WHERE key = 'erasing';"
                  "INSERT INTO change (at, kind, client_id) VALUES (0, 'client-erased', 1);");
  assert_sent (place, "echue", -1, "");
  assert_sent (place, NULL, -1, "bca");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/sent/newest-first", Place, NULL, place_set_up, test_newest_first,
              place_tear_down);
  g_test_add ("/store/sent/search", Place, NULL, place_set_up, test_search, place_tear_down);
  g_test_add ("/store/sent/unsent", Place, NULL, place_set_up, test_unsent, place_tear_down);
  g_test_add ("/store/sent/erased", Place, NULL, place_set_up, test_erased, place_tear_down);

  return g_test_run ();
}
