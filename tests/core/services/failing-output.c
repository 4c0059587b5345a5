/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands before the functions of the C library of the same names. SQLite writes by others: see
 * failing-vfs.c for those. */

#include "config.h"

#include "failing-output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static guint seen;
static guint chosen; /* 0: nothing fails */
static FailingOutputMode how;

static gboolean
fails (void)
{
  if (chosen == 0 || ++seen < chosen)
    return FALSE;
  if (how == FAILING_OUTPUT_KILL)
    kill (getpid (), SIGKILL);
  errno = how == FAILING_OUTPUT_FULL ? ENOSPC : EIO;
  return how == FAILING_OUTPUT_FULL || seen == chosen;
}

ssize_t
write (int fd, const void *data, size_t size)
{
  return fails () ? -1 : (ssize_t) syscall (SYS_write, fd, data, size);
}

int
fsync (int fd)
{
  return fails () ? -1 : (int) syscall (SYS_fsync, fd);
}

int
rename (const char *from, const char *to)
{
  return fails () ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  return fails () ? -1 : (int) syscall (SYS_renameat2, from_folder, from, to_folder, to, flags);
}

/**
 * failing_output_arm:
 * @nth: which step from now on, from 1
 */
void
failing_output_arm (guint nth, FailingOutputMode mode)
{
  seen = 0;
  chosen = nth;
  how = mode;
}

/**
 * failing_output_disarm:
 *
 * Returns: how many steps there were since it was armed
 */
guint
failing_output_disarm (void)
{
  chosen = 0;
  return seen;
}
