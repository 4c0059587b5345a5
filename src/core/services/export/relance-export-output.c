/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-export-output.h"

#include "relance-book.h"
#include "relance-record.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* How much waits in memory for its place on the disk. */
#define CHUNK_BYTES (256 * 1024)

struct _RelanceExportOutput
{
  char *path;  /* where it is to be */
  char *draft; /* where it grows */
  gboolean is_folder;
  gboolean finished;
  int fd;
  GString *text;
};

static gboolean
refuse (int reason, GError **error)
{
  if (reason == ENOSPC || reason == EDQUOT)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                         _ ("The disk is full. Nothing was exported; make some room, or choose "
                            "another place."));
  else
    g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                 /* Translators: %s is what the system says, such as "Permission denied" */
                 _ ("Nothing can be written there: %s. Nothing was exported; choose another "
                    "place."),
                 g_strerror (reason));
  return FALSE;
}

/* A folder of ours beside the place: renaming within one file system is one step. */
static char *
dup_draft (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_build_filename (parent, ".relance-export-XXXXXX", NULL);
}

static RelanceExportOutput *
new_output (const char *path, gboolean is_folder)
{
  RelanceExportOutput *self = g_new0 (RelanceExportOutput, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->draft = dup_draft (self->path);
  self->is_folder = is_folder;
  self->fd = -1;
  self->text = g_string_new (NULL);
  return self;
}

static gboolean
write_all (int fd, const char *data, gsize size, GError **error)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno != EINTR)
        return refuse (errno, error);
      if (n > 0)
        {
          data += n;
          size -= (gsize) n;
        }
    }
  return TRUE;
}

static gboolean
flush (RelanceExportOutput *self, GError **error)
{
  gboolean done = write_all (self->fd, self->text->str, self->text->len, error);

  g_string_truncate (self->text, 0);
  return done;
}

/* A full disk may tell no earlier than here. */
static gboolean
close_file (RelanceExportOutput *self, GError **error)
{
  gboolean done;
  int fd = self->fd;

  if (fd < 0)
    return TRUE;
  done = flush (self, error) && (fsync (fd) == 0 || refuse (errno, error));
  self->fd = -1;
  return close (fd) == 0 || !done ? done : refuse (errno, error);
}

static gboolean
sync_folder (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean done;

  if (fd < 0)
    return refuse (errno, error);
  /* Some file systems cannot, and say so. */
  done = fsync (fd) == 0 || errno == EINVAL || refuse (errno, error);
  close (fd);
  return done;
}

static gboolean
is_table_file (const char *name)
{
  for (int table = 0; table < RELANCE_N_TABLES; table++)
    {
      g_autofree char *file = g_strconcat (relance_table_get (table)->name, ".csv", NULL);

      if (g_str_equal (file, name))
        return TRUE;
    }
  return FALSE;
}

/* As relance-export.c calls them: the start of a checksum, then the name. */
static gboolean
is_document_file (const char *name)
{
  gsize n = strspn (name, "0123456789abcdef");

  return n >= 12 && name[12] == '-';
}

static gboolean
is_ours (const char *folder, const char *name, gboolean in_documents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gboolean known = in_documents ? is_document_file (name)
                                : is_table_file (name) || g_str_equal (name, RELANCE_EXPORT_MARK);

  return known && g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
         !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

/* Whether it holds nothing that an export of ours does not. */
static gboolean
holds_ours_only (const char *folder, gboolean in_documents)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean documents = !in_documents && g_str_equal (name, RELANCE_EXPORT_DOCUMENTS) &&
                           !g_file_test (path, G_FILE_TEST_IS_SYMLINK);

      if (documents ? !holds_ours_only (path, TRUE) : !is_ours (folder, name, in_documents))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/* Takes away what an export made, and no other thing. */
static void
remove_export (const char *folder, gboolean in_documents)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!in_documents && g_str_equal (name, RELANCE_EXPORT_DOCUMENTS))
        remove_export (path, TRUE);
      else if (is_ours (folder, name, in_documents))
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Where the file system cannot exchange two names, the earlier one steps aside first. */
static gboolean
step_aside (RelanceExportOutput *self, GError **error)
{
  g_autofree char *aside = dup_draft (self->path);
  int reason;

  if (g_mkdtemp_full (aside, 0700) == NULL)
    return refuse (errno, error);
  if (g_rename (self->path, aside) != 0)
    {
      reason = errno;
      g_rmdir (aside);
      return refuse (reason, error);
    }
  if (g_rename (self->draft, self->path) == 0)
    {
      g_free (self->draft);
      self->draft = g_steal_pointer (&aside);
      return TRUE;
    }
  reason = errno;
  g_rename (aside, self->path);
  return refuse (reason, error);
}

/* Afterwards the draft is the earlier export, to be taken away. */
static gboolean
take_place (RelanceExportOutput *self, GError **error)
{
  if (g_rename (self->draft, self->path) == 0)
    {
      self->finished = TRUE;
      return TRUE;
    }
  if (!self->is_folder || (errno != ENOTEMPTY && errno != EEXIST))
    return refuse (errno, error);
  return renameat2 (AT_FDCWD, self->draft, AT_FDCWD, self->path, RENAME_EXCHANGE) == 0 ||
         step_aside (self, error);
}

/**
 * relance_export_output_new_file:
 * @path: replaced when it is there
 */
RelanceExportOutput *
relance_export_output_new_file (const char *path, GError **error)
{
  g_autoptr (RelanceExportOutput) self = new_output (path, FALSE);

  self->fd = g_mkstemp_full (self->draft, O_WRONLY | O_CLOEXEC, 0600);
  if (self->fd >= 0)
    return g_steal_pointer (&self);
  refuse (errno, error);
  return NULL;
}

/**
 * relance_export_output_new_folder:
 * @path: absent, or as relance_export_output_is_folder_free() says
 */
RelanceExportOutput *
relance_export_output_new_folder (const char *path, GError **error)
{
  g_autoptr (RelanceExportOutput) self = new_output (path, TRUE);

  if (g_mkdtemp_full (self->draft, 0700) != NULL)
    return g_steal_pointer (&self);
  refuse (errno, error);
  return NULL;
}

void
relance_export_output_free (RelanceExportOutput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (!self->finished && self->is_folder)
    remove_export (self->draft, FALSE);
  else if (!self->finished)
    g_unlink (self->draft);
  g_string_free (self->text, TRUE);
  g_free (self->draft);
  g_free (self->path);
  g_free (self);
}

/**
 * relance_export_output_start_file:
 * @name: within the folder
 *
 * What is added from now on goes into another file.
 */
gboolean
relance_export_output_start_file (RelanceExportOutput *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->draft, name, NULL);

  if (!close_file (self, error))
    return FALSE;
  self->fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  return self->fd >= 0 || refuse (errno, error);
}

/**
 * relance_export_output_add_file:
 * @name: in the folder of documents
 *
 * Adds a whole file, beside the one that is being written.
 */
gboolean
relance_export_output_add_file (RelanceExportOutput *self,
                                const char *name,
                                GBytes *content,
                                GError **error)
{
  g_autofree char *folder = g_build_filename (self->draft, RELANCE_EXPORT_DOCUMENTS, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  gboolean done;
  int fd;

  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    return refuse (errno, error);
  fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0)
    return refuse (errno, error);
  done = write_all (fd, data, size, error) && (fsync (fd) == 0 || refuse (errno, error));
  return close (fd) == 0 || !done ? done : refuse (errno, error);
}

/**
 * relance_export_output_get_text:
 *
 * Returns: (transfer none): where the next words of the file are put
 */
GString *
relance_export_output_get_text (RelanceExportOutput *self)
{
  return self->text;
}

/**
 * relance_export_output_drain:
 *
 * Writes what was put, once it is worth a visit to the disk: never much is held in memory.
 */
gboolean
relance_export_output_drain (RelanceExportOutput *self, GError **error)
{
  return self->text->len < CHUNK_BYTES || flush (self, error);
}

/**
 * relance_export_output_finish:
 *
 * All of it is on the disk, and in its place.
 */
gboolean
relance_export_output_finish (RelanceExportOutput *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->path);

  if (!close_file (self, error) || (self->is_folder && !sync_folder (self->draft, error)) ||
      !take_place (self, error))
    return FALSE;
  /* It is there for everybody to see; that a crash could still hide it is no failure. */
  sync_folder (parent, NULL);
  return TRUE;
}

/**
 * relance_export_output_is_folder_free:
 *
 * Returns: whether an export may take the place of @path: there is nothing, an empty folder, or an
 *   earlier export and no other thing
 */
gboolean
relance_export_output_is_folder_free (const char *path)
{
  g_autofree char *mark = g_build_filename (path, RELANCE_EXPORT_MARK, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return FALSE;
  return is_empty (path) ||
         (g_file_test (mark, G_FILE_TEST_IS_REGULAR) && holds_ours_only (path, FALSE));
}
