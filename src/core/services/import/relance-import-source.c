/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-import-source.h"

#include "relance-book.h"
#include "relance-invoice-table.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How deep folders are searched, and for how many files. */
#define MAX_DEPTH 8
#define MAX_FILES 5000

#define CHUNK_BYTES (64 * 1024)

typedef struct
{
  GPtrArray *found;    /* RelanceImportPath */
  GHashTable *visited; /* folders, by device and number, so that links cannot go round in circles */
  GCancellable *cancellable;
  guint n_files;
} Walk;

static void
free_path (gpointer data)
{
  RelanceImportPath *path = data;

  g_free (path->path);
  g_free (path->name);
  g_free (path->problem);
  g_free (path);
}

static void
add_path (GPtrArray *found, const char *path, const char *name, const char *problem)
{
  RelanceImportPath *one = g_new0 (RelanceImportPath, 1);

  one->path = g_strdup (path);
  one->name = g_filename_display_name (name);
  one->problem = g_strdup (problem);
  g_ptr_array_add (found, one);
}

static gboolean
is_folder (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
is_new_folder (Walk *walk, const char *path)
{
  GStatBuf about;

  if (g_stat (path, &about) != 0)
    return FALSE;

  return g_hash_table_add (walk->visited,
                           g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                            (guint64) about.st_dev, (guint64) about.st_ino));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The names in a folder that are not hidden, in order. */
static GPtrArray *
list_names (const char *path, GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  GPtrArray *names;
  const char *name;

  if (folder == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void walk_folder (Walk *walk, const char *path, const char *name, int depth);

static void
walk_entry (Walk *walk, const char *path, const char *name, int depth)
{
  if (!is_folder (path))
    {
      add_path (walk->found, path, name, NULL);
      walk->n_files++;
    }
  else if (depth > MAX_DEPTH)
    add_path (walk->found, path, name,
              _ ("This folder is too deep to be searched. Choose it itself."));
  else
    walk_folder (walk, path, name, depth);
}

static void
walk_folder (Walk *walk, const char *path, const char *name, int depth)
{
  g_autoptr (GPtrArray) names = NULL;

  if (!is_new_folder (walk, path))
    return;
  names = list_names (path, NULL);
  if (names == NULL)
    add_path (walk->found, path, name, _ ("This folder cannot be opened."));

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);
      g_autofree char *child_name = *name != '\0' ? g_build_filename (name, names->pdata[i], NULL)
                                                  : g_strdup (names->pdata[i]);

      if (walk->n_files == MAX_FILES)
        {
          add_path (walk->found, child, child_name,
                    _ ("Up to 5,000 files are read at once. This one and those after it were left "
                       "out; choose a smaller folder."));
          walk->n_files++;
        }
      if (walk->n_files > MAX_FILES || g_cancellable_is_cancelled (walk->cancellable))
        return;
      walk_entry (walk, child, child_name, depth + 1);
    }
}

static void
refuse_path (const char *path, int code, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  if (code == ENOENT)
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                 /* Translators: %s is the name of a file. */
                 _ ("There is no file “%s”. Check its name and try again."), shown);
  else
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                 /* Translators: the name of a file, and what the system says. */
                 _ ("The file “%s” cannot be read: %s. Check that you may open it, and try again."),
                 shown, g_strerror (code));
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, sentence);

  return FALSE;
}

/* Only a plain file: a pipe or a device may have no end. */
static gboolean
check_kind (int fd, GStatBuf *about, GError **error)
{
  if (fstat (fd, about) != 0)
    return refuse (error, g_strerror (errno));
  if (!S_ISREG (about->st_mode))
    return refuse (error, _ ("This is not a file that can be read, but a pipe or a device."));
  if (about->st_size > RELANCE_IMPORT_MAX_BYTES)
    return refuse (error, _ ("The file is too large: up to 512 MB are read. Split it and try "
                             "again."));

  return TRUE;
}

static GBytes *
read_all (int fd, gsize size, const char *path, GError **error)
{
  gsize room = size + 1, length = 0;
  g_autofree char *data = g_try_malloc (room);

  while (data != NULL && length <= RELANCE_IMPORT_MAX_BYTES)
    {
      gssize n;

      if (length == room)
        {
          room += MAX (room / 2, CHUNK_BYTES);
          data = g_realloc (g_steal_pointer (&data), room);
        }
      n = read (fd, data + length, room - length);
      if (n == 0)
        return g_bytes_new_take (g_steal_pointer (&data), length);
      if (n > 0)
        length += (gsize) n;
      else if (errno != EINTR)
        {
          refuse_path (path, errno, error);
          return NULL;
        }
    }
  refuse_path (path, data == NULL ? ENOMEM : EFBIG, error);

  return NULL;
}

/**
 * relance_import_source_list:
 * @path: a file, or a folder: then all the files in it that are not hidden, up to 8 folders deep and
 *   5,000 of them, in the order of their names
 * @error: that it was cancelled
 *
 * Returns: (transfer full) (element-type RelanceImportPath) (nullable): what is to be read
 */
GPtrArray *
relance_import_source_list (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_path);
  g_autoptr (GHashTable) visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { .found = found, .visited = visited, .cancellable = cancellable };

  if (is_folder (path))
    walk_folder (&walk, path, "", 0);
  else
    {
      g_autofree char *name = g_path_get_basename (path);

      add_path (found, path, name, NULL);
    }

  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL
                                                                   : g_steal_pointer (&found);
}

/**
 * relance_import_source_load:
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or %RELANCE_SERVICE_ERROR_INVALID with a sentence
 *
 * Reads a file into memory, up to %RELANCE_IMPORT_MAX_BYTES. It is not mapped: a mapped file that
 * somebody cuts short would end the program.
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *
relance_import_source_load (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  GBytes *bytes = NULL;
  GStatBuf about;

  if (fd < 0)
    {
      refuse_path (path, errno, error);
      return NULL;
    }
  if (check_kind (fd, &about, error))
    bytes = read_all (fd, (gsize) about.st_size, path, error);
  close (fd);

  return bytes;
}
