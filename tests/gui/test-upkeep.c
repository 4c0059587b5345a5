/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done for a book without being asked, and what is said when it fails. */

#include "config.h"

#include "page-fixture.h"
#include "window/relance-upkeep.h"

typedef struct
{
  PageFixture book;
  RelanceUpkeep *upkeep;
  char *snapshots;
  char *told;
  int times;
} Fixture;

static void
fill (RelanceBook *book)
{
  page_fixture_add (book, "Atelier Durand", "F-042", 120000, "2026-10-22");
}

static void
failed_cb (Fixture *fixture, const char *text)
{
  g_set_str (&fixture->told, text);
  fixture->times++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_set_up (&fixture->book, fill);
  fixture->snapshots = g_strconcat (fixture->book.path, ".backups", NULL);
  fixture->upkeep = relance_upkeep_new (fixture->book.desk);
  g_signal_connect_swapped (fixture->upkeep, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->upkeep);
  g_clear_pointer (&fixture->snapshots, g_free);
  g_clear_pointer (&fixture->told, g_free);
  page_fixture_tear_down (&fixture->book);
}

static gpointer
do_nothing (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
idle_cb (GObject *source, GAsyncResult *result, gpointer idle)
{
  relance_desk_run_finish (RELANCE_DESK (source), result, NULL);
  *(gboolean *) idle = TRUE;
}

/* What was asked of the book before has been answered then. */
static void
wait_for_lane (Fixture *fixture)
{
  gboolean idle = FALSE;

  relance_desk_run_async (fixture->book.desk, RELANCE_LANE_BOOK, do_nothing, NULL, NULL, NULL, NULL,
                          idle_cb, &idle);
  while (!idle)
    g_main_context_iteration (NULL, TRUE);
}

/* A file stands where the folder of the snapshots would be. */
static void
stand_in_the_way (Fixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->snapshots, "", 0, NULL));
}

/* How many snapshots there were; the lock of their folder is none. */
static int
remove_snapshots (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->snapshots, 0, NULL);
  const char *name;
  int count = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (fixture->snapshots, name, NULL);

      count += *name != '.';
      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->snapshots), ==, 0);
  return count;
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  relance_upkeep_run (fixture->upkeep);
  wait_for_lane (fixture);
  wait_for_lane (fixture);

  g_assert_cmpint (remove_snapshots (fixture), ==, 1);
  g_assert_cmpint (fixture->times, ==, 0);
}

/* At every change it is tried again, but told once. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  stand_in_the_way (fixture);
  relance_upkeep_run (fixture->upkeep);
  relance_upkeep_run (fixture->upkeep);
  wait_for_lane (fixture);

  g_assert_cmpint (fixture->times, ==, 1);
  g_assert_true (
    g_str_has_prefix (fixture->told, "Today’s snapshot of the book could not be kept"));
  g_assert_cmpint (g_unlink (fixture->snapshots), ==, 0);
}

/* Of a book that is no longer shown nothing is said. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  stand_in_the_way (fixture);
  relance_upkeep_run (fixture->upkeep);
  relance_upkeep_stop (fixture->upkeep);
  wait_for_lane (fixture);

  g_assert_cmpint (fixture->times, ==, 0);
  g_assert_cmpint (g_unlink (fixture->snapshots), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/upkeep/snapshot", Fixture, NULL, set_up, test_snapshot, tear_down);
  g_test_add ("/upkeep/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/upkeep/stopped", Fixture, NULL, set_up, test_stopped, tear_down);

  return g_test_run ();
}
