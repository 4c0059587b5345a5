/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-private.h"

#include "relance-store-resources.h"

#include <glib/gstdio.h>
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

static gboolean
copy_pages (sqlite3 *from, sqlite3 *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code;

  if (backup == NULL)
    {
      relance_store_set_error (to, sqlite3_errcode (to), error);
      return FALSE;
    }
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  if (code != SQLITE_OK)
    relance_store_set_error (to, code, error);
  return code == SQLITE_OK;
}

/* Keeps the book as it was beside itself, as "book.db.v1" for version 1. */
static gboolean
copy_book (sqlite3 *db, const char *path, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.v%d", path, version);
  sqlite3 *to = NULL;
  gboolean done;
  int code;

  g_unlink (copy);
  if (!relance_store_create_file (copy, error))
    return FALSE;
  code = sqlite3_open_v2 (copy, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    relance_store_set_error (to, code, error);
  done = code == SQLITE_OK && copy_pages (db, to, error);
  sqlite3_close_v2 (to);
  /* Half a copy would pass for a whole one. */
  if (!done)
    g_unlink (copy);
  return done;
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
 * a copy of the book before the first of them when there is something to keep.
 */
gboolean
relance_store_migrate (sqlite3 *db,
                       const char *path,
                       GResource *resource,
                       const char *folder,
                       GError **error)
{
  g_auto (GStrv) files = list_migrations (resource, folder);
  gint64 version = 0;
  gboolean copied = FALSE;

  if (!relance_store_read_pragma (db, "user-version", &version, error))
    return FALSE;

  for (gsize i = 0; files[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (folder, "/", files[i], NULL);
      int number = read_number (files[i]);

      if (number == 0 || number <= version)
        continue;
      if (version > 0 && !copied && !copy_book (db, path, (int) version, error))
        return FALSE;
      copied = TRUE;
      if (!run_migration (db, resource, file, number, error))
        return FALSE;
    }
  return TRUE;
}
