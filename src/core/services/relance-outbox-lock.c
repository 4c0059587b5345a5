/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-outbox-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

/**
 * relance_outbox_lock:
 * @error: %RELANCE_SERVICE_ERROR_BUSY
 *
 * Makes this program the one that sends from @book. The system lets the lock go
 * when the program ends, however it ends; the file beside the book stays.
 *
 * Returns: what to close to let it go, or -1 with @error set
 */
int
relance_outbox_lock (RelanceBook *book, GError **error)
{
  g_autofree char *path =
    g_strconcat (relance_store_get_path (relance_book_get_store (book)), ".lock", NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_READ_ONLY, "%s",
                   g_strerror (errno));
      return -1;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;

  close (fd);
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BUSY,
                       _ ("Another Relance is sending from this book right now. Nothing was done; "
                          "try again in a moment."));
  return -1;
}
