/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "failing-vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* A file of ours; the one of the system's layer follows it in the same piece of memory. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} File;

static sqlite3_vfs *below;
static guint seen;
static guint chosen; /* 0: nothing fails */
static FailingVfsMode how;

static gboolean
fails (void)
{
  if (chosen == 0 || ++seen < chosen)
    return FALSE;
  if (how == FAILING_VFS_KILL)
    kill (getpid (), SIGKILL);
  return how == FAILING_VFS_FULL || seen == chosen;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((File *) file)->real;
}

static int
close_file (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
read_file (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

static int
write_file (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  if (fails ())
    return how == FAILING_VFS_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  return get_real (file)->pMethods->xWrite (get_real (file), data, size, offset);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  return fails () ? SQLITE_IOERR_TRUNCATE
                  : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  return fails () ? SQLITE_IOERR_FSYNC : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
get_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
check_reserved (sqlite3_file *file, int *reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), reserved);
}

static int
control_file (sqlite3_file *file, int operation, void *data)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, data);
}

static int
get_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
map_shared (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, memory);
}

static int
lock_shared (sqlite3_file *file, int offset, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
order_shared (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
unmap_shared (sqlite3_file *file, int remove)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), remove);
}

static const sqlite3_io_methods methods = {
  2,
  close_file,
  read_file,
  write_file,
  truncate_file,
  sync_file,
  get_file_size,
  lock_file,
  unlock_file,
  check_reserved,
  control_file,
  get_sector_size,
  get_characteristics,
  map_shared,
  lock_shared,
  order_shared,
  unmap_shared,
  NULL,
  NULL,
};

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  memset (self->real, 0, (size_t) below->szOsFile);
  code = below->xOpen (below, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return code;
}

static int
remove_file (sqlite3_vfs *vfs, const char *name, int sync)
{
  return fails () ? SQLITE_IOERR_DELETE : below->xDelete (below, name, sync);
}

/**
 * failing_vfs_install:
 *
 * Puts a layer between SQLite and the files of the system, for every file that is opened from
 * now on. It does nothing until it is armed.
 */
void
failing_vfs_install (void)
{
  static sqlite3_vfs vfs;

  below = sqlite3_vfs_find (NULL);
  vfs = *below;
  vfs.zName = "failing";
  vfs.pNext = NULL;
  vfs.szOsFile = (int) sizeof (File) + below->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = remove_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

/**
 * failing_vfs_arm:
 * @nth: which write from now on, from 1
 */
void
failing_vfs_arm (guint nth, FailingVfsMode mode)
{
  seen = 0;
  chosen = nth;
  how = mode;
}

/**
 * failing_vfs_disarm:
 *
 * Returns: how many writes there were since it was armed
 */
guint
failing_vfs_disarm (void)
{
  chosen = 0;
  return seen;
}

/**
 * failing_vfs_next:
 * @n_writes: how many there are in all
 *
 * Returns: the write to choose after @nth: each of the first and of the last ones, where files
 *   are made and transactions end, and a sample of the many pages between them
 */
guint
failing_vfs_next (guint nth, guint n_writes)
{
  return nth < 16 || nth + 16 > n_writes ? nth + 1 : MIN (nth + 9, n_writes - 15);
}
