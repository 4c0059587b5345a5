/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-private.h"

#include "relance-statement.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* The SQLite file format, https://www.sqlite.org/fileformat2.html section 1.3. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

static guint32
read_big_endian (const guchar *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static RelanceStoreHeader
judge_header (const guchar *header, gsize size, int *version)
{
  if (size == 0)
    return RELANCE_STORE_HEADER_EMPTY;
  if (size < HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0 ||
      read_big_endian (header + HEADER_APPLICATION_ID) != RELANCE_STORE_APPLICATION_ID)
    return RELANCE_STORE_HEADER_FOREIGN;

  if (version != NULL)
    *version = (int) read_big_endian (header + HEADER_USER_VERSION);
  return RELANCE_STORE_HEADER_BOOK;
}

/*
 * Opens the file by SQLite's layer for files and not by our own: when a process closes a
 * file it loses its locks on it, those of its other connections too, and another program
 * then throws their write-ahead log away. SQLite closes such a file later
 * (https://www.sqlite.org/howtocorrupt.html section 2.2). That layer follows no link.
 */
static int
read_start (const char *path, guchar *header, gsize *size)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  g_autofree char *target = realpath (path, NULL);
  const char *name = sqlite3_create_filename (target != NULL ? target : path, "", "", 0, NULL);
  sqlite3_int64 length = 0;
  int code = vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);

  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, &length);
  *size = (gsize) MIN (length, HEADER_SIZE);
  if (code == SQLITE_OK && *size > 0)
    code = file->pMethods->xRead (file, header, (int) *size, 0);

  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);
  return code;
}

/*
 * Looks at a file before SQLite opens it as a book, which would touch it: roll back a
 * journal, or leave a write-ahead log beside it. Returns 0 with an error when it cannot
 * be read.
 */
RelanceStoreHeader
relance_store_read_header (const char *path, int *version, GError **error)
{
  guchar header[HEADER_SIZE] = { 0 };
  GStatBuf about = { 0 };
  gboolean known = g_stat (path, &about) == 0;
  gsize size = 0;
  int code;

  if (!known && errno == ENOENT)
    return RELANCE_STORE_HEADER_ABSENT;
  if (known && !S_ISREG (about.st_mode))
    return RELANCE_STORE_HEADER_FOREIGN;

  code = read_start (path, header, &size);
  if (code != SQLITE_OK)
    {
      relance_store_set_error (NULL, code, error);
      return 0;
    }
  return judge_header (header, size, version);
}

/* Made by us rather than by SQLite, so that only its owner can read it. */
gboolean
relance_store_create_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int reason = errno;

  if (fd >= 0)
    return g_close (fd, error);

  g_set_error (error, RELANCE_STORE_ERROR,
               reason == ENOSPC || reason == EDQUOT ? RELANCE_STORE_ERROR_FULL
                                                    : RELANCE_STORE_ERROR_READ_ONLY,
               "%s", g_strerror (reason));
  return FALSE;
}

static gboolean
is_out_of_room (sqlite3 *db)
{
  int reason = db != NULL ? sqlite3_system_errno (db) : 0;

  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

static RelanceStoreError
translate_code (sqlite3 *db, int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return RELANCE_STORE_ERROR_LOCKED;
    case SQLITE_FULL:
      return RELANCE_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      return is_out_of_room (db) ? RELANCE_STORE_ERROR_FULL : RELANCE_STORE_ERROR_FAILED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return RELANCE_STORE_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      return RELANCE_STORE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
      return RELANCE_STORE_ERROR_CONSTRAINT;
    case SQLITE_INTERRUPT:
      return RELANCE_STORE_ERROR_INTERRUPTED;
    default:
      return RELANCE_STORE_ERROR_FAILED;
    }
}

/* Turns a result code of SQLite into an error of the store. */
void
relance_store_set_error (sqlite3 *db, int code, GError **error)
{
  g_set_error (error, RELANCE_STORE_ERROR, translate_code (db, code), "%s (SQLite %d)",
               db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code), code);
}

static gboolean
collect_column (RelanceStore *self,
                const char *query,
                const char *fine,
                GPtrArray *findings,
                GError **error)
{
  g_autoptr (RelanceStatement) statement = relance_store_prepare (self, query, error);
  g_autoptr (GError) problem = NULL;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (relance_statement_step (statement, &row, &problem))
    {
      const char *text;

      if (!row)
        return TRUE;
      text = relance_statement_get_text (statement, 0);
      if (g_strcmp0 (text, fine) != 0)
        g_ptr_array_add (findings, g_strdup_printf ("%s: %s", query, text));
    }

  /* A check that damage stops has found it. */
  if (g_error_matches (problem, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_DAMAGED))
    {
      g_ptr_array_add (findings, g_strdup_printf ("%s: %s", query, problem->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * relance_store_check_file:
 * @findings: (element-type utf8): what is wrong is added, in SQLite's words
 *
 * Asks SQLite whether the file is whole, and whether every row that names
 * another finds it.
 */
gboolean
relance_store_check_file (RelanceStore *self, GPtrArray *findings, GError **error)
{
  g_return_val_if_fail (RELANCE_IS_STORE (self), FALSE);

  return collect_column (self, "integrity-check", "ok", findings, error) &&
         collect_column (self, "foreign-key-check", NULL, findings, error);
}
