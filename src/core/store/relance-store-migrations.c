/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-private.h"

#include "relance-store-backup.h"
#include "relance-store-resources.h"

#include <stdlib.h>
#include <string.h>

/* The number of "0001-book.sql" is 1; of what is not a migration, 0. */
static int
read_number (const char *file)
{
  return g_ascii_isdigit (file[0]) ? atoi (file) : 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
list_migrations (GResource *resource, const char *folder)
{
  GStrv files = g_resource_enumerate_children (resource, folder, 0, NULL);

  g_assert (files != NULL);
  qsort (files, g_strv_length (files), sizeof *files, compare_names);
  return files;
}

/* Another program may have run the migration while we waited for the lock. */
static gboolean
migrate_locked (sqlite3 *db, GResource *resource, const char *path, int number, GError **error)
{
  gint64 version = 0;

  if (!relance_store_read_pragma (db, "user-version", &version, error))
    return FALSE;
  if (version >= number)
    return TRUE;
  if (!relance_store_exec_resource (db, resource, path, error) ||
      !relance_store_read_pragma (db, "user-version", &version, error))
    return FALSE;

  g_assert (version == number);
  return TRUE;
}

static gboolean
run_migration (sqlite3 *db, GResource *resource, const char *path, int number, GError **error)
{
  GResource *own = relance_store_get_resource ();

  if (!relance_store_exec_resource (db, own, RELANCE_STORE_RESOURCE_ROOT "/queries/begin.sql",
                                    error))
    return FALSE;
  if (migrate_locked (db, resource, path, number, error) &&
      relance_store_exec_resource (db, own, RELANCE_STORE_RESOURCE_ROOT "/queries/commit.sql",
                                   error))
    return TRUE;

  if (!sqlite3_get_autocommit (db))
    relance_store_exec_resource (db, own, RELANCE_STORE_RESOURCE_ROOT "/queries/rollback.sql",
                                 NULL);
  return FALSE;
}

/* Runs the statements of a file, whatever they answer. */
gboolean
relance_store_exec_resource (sqlite3 *db, GResource *resource, const char *path, GError **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (resource, path, 0, NULL);
  int code;

  g_assert (sql != NULL);
  code = sqlite3_exec (db, g_bytes_get_data (sql, NULL), NULL, NULL, NULL);
  if (code != SQLITE_OK)
    relance_store_set_error (db, code, error);
  return code == SQLITE_OK;
}

/* The one number that a query of the resource answers, while there is no store to keep it. */
gboolean
relance_store_read_pragma (sqlite3 *db, const char *name, gint64 *value, GError **error)
{
  g_autofree char *path = g_strconcat (RELANCE_STORE_RESOURCE_ROOT "/queries/", name, ".sql", NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (relance_store_get_resource (), path, 0, NULL);
  sqlite3_stmt *statement = NULL;
  int code;

  g_assert (sql != NULL);
  code = sqlite3_prepare_v2 (db, g_bytes_get_data (sql, NULL), -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  else
    relance_store_set_error (db, code, error);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW;
}

/* The version a book has once every migration of @folder has run. */
int
relance_store_last_migration (GResource *resource, const char *folder)
{
  g_auto (GStrv) files = list_migrations (resource, folder);
  int last = 0;

  for (gsize i = 0; files[i] != NULL; i++)
    last = MAX (last, read_number (files[i]));
  return last;
}

/*
 * Brings the book to the newest version: each migration in one transaction,
 * a snapshot of the book before the first of them when there is something to keep.
 * Without a @clock to date it, as for a book that is a copy itself, there is none.
 */
gboolean
relance_store_migrate (sqlite3 *db,
                       const char *path,
                       RelanceClock *clock,
                       GResource *resource,
                       const char *folder,
                       GError **error)
{
  g_auto (GStrv) files = list_migrations (resource, folder);
  gint64 version = 0;
  gboolean kept = clock == NULL;

  if (!relance_store_read_pragma (db, "user-version", &version, error))
    return FALSE;

  for (gsize i = 0; files[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (folder, "/", files[i], NULL);
      int number = read_number (files[i]);

      if (number == 0 || number <= version)
        continue;
      if (version > 0 && !kept &&
          !relance_backup_add (db, path, RELANCE_BACKUP_BEFORE_MIGRATION, clock, NULL, error))
        return FALSE;
      kept = TRUE;
      if (!run_migration (db, resource, file, number, error))
        return FALSE;
    }
  return TRUE;
}
