/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-export.h"

#include "relance-export-rows.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What another thread needs of an order. */
typedef struct
{
  char *book;
  char *target;
  RelanceClock *clock;
  RelanceExportOrder order;
} Work;

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
starts_like_export (const char *path)
{
  static const char *const starts[] = { RELANCE_EXPORT_START,
                                        "\xEF\xBB\xBFnumber,client,issued,due,currency,total" };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char start[64] = "";
  gsize n = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start - 1, &n, NULL, NULL))
    return FALSE;
  return n == 0 || g_str_has_prefix (start, starts[0]) || g_str_has_prefix (start, starts[1]);
}

static gboolean
is_same_file (const char *one, const char *other)
{
  GStatBuf first, second;

  return g_stat (one, &first) == 0 && g_stat (other, &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static gboolean
check_file (RelanceBook *book, const RelanceExportOrder *order, GError **error)
{
  const char *path = order->path;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (is_same_file (path, relance_store_get_path (relance_book_get_store (book))))
    return refuse (error, _ ("This is the book itself. Nothing was exported; choose another "
                             "name."));
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) ||
      (!order->replace && !starts_like_export (path)))
    return refuse (error, _ ("Something else is there already, and was left as it was. Choose "
                             "another name for the export."));
  return TRUE;
}

static gboolean
check_place (RelanceBook *book, const RelanceExportOrder *order, GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (order->path, NULL);
  g_autofree char *parent = g_path_get_dirname (whole);

  if (!g_file_test (parent, G_FILE_TEST_IS_DIR))
    return refuse (error, _ ("There is no such folder. Nothing was exported; choose another one."));
  if (order->form != RELANCE_EXPORT_FOLDER)
    return check_file (book, order, error);
  if (!relance_export_output_is_folder_free (order->path))
    return refuse (error, _ ("There are other files in this folder, and they were left as they "
                             "were. Choose an empty folder or a new name."));
  return TRUE;
}

/**
 * relance_export_guess_form:
 *
 * Returns: what the name asks for: JSON or CSV by its ending, else a folder
 */
RelanceExportForm
relance_export_guess_form (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return RELANCE_EXPORT_FOLDER;
  if (g_str_has_suffix (lower, ".json"))
    return RELANCE_EXPORT_JSON;
  if (g_str_has_suffix (lower, ".csv"))
    return RELANCE_EXPORT_CSV;
  return RELANCE_EXPORT_FOLDER;
}

/**
 * relance_export_write:
 * @counts: (out): what was written
 * @error: %RELANCE_SERVICE_ERROR_INVALID with a sentence when it cannot be written there, an error
 *   of %RELANCE_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes everything the book holds, or everything it holds about one client, or its invoices as a
 * list. It is all there, or nothing is and what was there before stays. Keys of mail accounts are not
 * in the book, and so not in an export.
 */
gboolean
relance_export_write (RelanceBook *book,
                      const RelanceExportOrder *order,
                      RelanceExportCounts *counts,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (RelanceExportOutput) output = NULL;

  if (!check_place (book, order, error))
    return FALSE;
  output = order->form == RELANCE_EXPORT_FOLDER
             ? relance_export_output_new_folder (order->path, error)
             : relance_export_output_new_file (order->path, error);
  return output != NULL &&
         relance_export_write_rows (book, order, output, counts, cancellable, error) &&
         relance_export_output_finish (output, error);
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->book);
  g_free (work->target);
  g_clear_object (&work->clock);
  g_free (work);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBook) book = relance_book_open (work->book, FALSE, work->clock, &error);
  RelanceExportCounts counts;

  if (book != NULL && relance_export_write (book, &work->order, &counts, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * relance_export_write_async:
 * @path: the book
 * @order: copied; without a query. Its progress is called on the other thread
 *
 * relance_export_write() on a thread of its own, with a connection of its own: whoever works in the
 * book does not wait for it.
 */
void
relance_export_write_async (const char *path,
                            RelanceClock *clock,
                            const RelanceExportOrder *order,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->book = g_strdup (path);
  work->target = g_strdup (order->path);
  work->clock = g_object_ref (clock);
  work->order = *order;
  work->order.path = work->target;
  work->order.query = NULL;
  work->order.clients = NULL;
  g_task_set_source_tag (task, relance_export_write_async);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
relance_export_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
