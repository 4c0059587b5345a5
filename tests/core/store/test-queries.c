/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-statement.h"
#include "relance-store-listing.h"

#include <gio/gio.h>

/* The .sql files of a folder of the sources, sorted, without their ending. */
static GPtrArray *
list_sources (const char *folder)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "src/core/store", folder, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".sql"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".sql")));
  g_assert_cmpuint (names->len, >, 0);
  return names;
}

static RelanceStore *
open_new_book (char **path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("relance-queries-XXXXXX", &error);
  RelanceStore *store;

  g_assert_no_error (error);
  *path = g_build_filename (folder, "book.db", NULL);
  store = relance_store_open (*path, TRUE, &error);
  g_assert_no_error (error);
  return store;
}

/* A query that is not in the bundle ends the test, as it would end the program. */
static void
test_every_query_prepares (void)
{
  g_autofree char *path = NULL;
  g_autoptr (RelanceStore) store = open_new_book (&path);
  g_autoptr (GPtrArray) names = list_sources ("sql/queries");

  /* Some are about what is derived from the book. */
  g_assert_true (relance_store_update_listing (store, NULL));
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceStatement)
        statement = relance_store_prepare (store, g_ptr_array_index (names, i), &error);

      g_test_message ("%s", (char *) g_ptr_array_index (names, i));
      g_assert_no_error (error);
      g_assert_nonnull (statement);
    }
}

static void
test_every_file_says_what_it_is (void)
{
  g_autoptr (GPtrArray) names = list_sources ("sql/queries");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_strconcat (g_ptr_array_index (names, i), ".sql", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"),
                                                "src/core/store/sql/queries", file, NULL);
      g_autofree char *sql = NULL;

      g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
      g_test_message ("%s", file);
      g_assert_true (g_str_has_prefix (sql, "-- SPDX-License-Identifier: GPL-3.0-or-later\n-- "));
    }
}

static void
test_same_query_inside_itself (void)
{
  g_autofree char *path = NULL;
  g_autoptr (RelanceStore) store = open_new_book (&path);
  g_autoptr (RelanceStatement) outer = relance_store_prepare (store, "user-version", NULL);
  g_autoptr (RelanceStatement) inner = relance_store_prepare (store, "user-version", NULL);
  gboolean row;

  g_assert_true (outer != inner);
  g_assert_true (relance_statement_step (outer, &row, NULL) && row);
  g_assert_true (relance_statement_step (inner, &row, NULL) && row);
  g_assert_cmpint (relance_statement_get_int (outer, 0), ==, relance_statement_get_int (inner, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/queries/every-query-prepares", test_every_query_prepares);
  g_test_add_func ("/store/queries/every-file-says-what-it-is", test_every_file_says_what_it_is);
  g_test_add_func ("/store/queries/same-query-inside-itself", test_same_query_inside_itself);

  return g_test_run ();
}
