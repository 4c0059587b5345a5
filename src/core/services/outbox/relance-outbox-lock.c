/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

/* A book that is opened by a link has the lock of the file it leads to, as it has its log. */
static char *
dup_lock_path (RelanceBook *book)
{
  const char *path = relance_store_get_path (relance_book_get_store (book));
  g_autofree char *target = realpath (path, NULL);

  return g_strconcat (target != NULL ? target : path, ".lock", NULL);
}

static void
set_error (int reason, GError **error)
{
  if (reason == EWOULDBLOCK)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BUSY,
                         _ ("Another Relance is sending from this book right now. Nothing was "
                            "done; try again in a moment."));
  else
    g_set_error_literal (error, RELANCE_STORE_ERROR,
                         reason == ENOSPC || reason == EDQUOT ? RELANCE_STORE_ERROR_FULL
                                                              : RELANCE_STORE_ERROR_READ_ONLY,
                         g_strerror (reason));
}

/**
 * relance_outbox_lock:
 * @error: %RELANCE_SERVICE_ERROR_BUSY; one of the store when no lock can be kept beside the book
 *
 * Makes this program the one that sends from @book. The system lets the lock go
 * when the program ends, however it ends; the file beside the book stays.
 *
 * Returns: what to close to let it go, or -1 with @error set
 */
int
relance_outbox_lock (RelanceBook *book, GError **error)
{
  g_autofree char *path = dup_lock_path (book);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int reason = errno;

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;

  if (fd >= 0)
    {
      reason = errno;
      close (fd);
    }
  set_error (reason, error);
  return -1;
}
