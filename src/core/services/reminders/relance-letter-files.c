/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letter-files.h"

#include "relance-letters.h"
#include "relance-own-letters.h"
#include "relance-wording.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".mustache"

/* A letter is a few thousand characters, and a folder holds some hundred of them; what is far more
 * is something else. */
#define MAX_LETTER (256 * 1024)
#define MAX_FILES 1000

/**
 * relance_letter_files_write:
 * @path: a file, which is replaced when it is there
 * @error: a #GIOErrorEnum
 *
 * Writes one letter to a file, whole or not at all.
 */
gboolean
relance_letter_files_write (const char *text, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}

/**
 * relance_letter_files_read:
 * @error: %RELANCE_SERVICE_ERROR_INVALID for what is no text or too long, or a #GIOErrorEnum
 *
 * Returns: (transfer full): the letter in a file, as the book would keep it
 */
char *
relance_letter_files_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  gsize size;

  if (stream == NULL)
    return NULL;

  bytes = g_input_stream_read_bytes (stream, MAX_LETTER + 1, NULL, error);
  if (bytes == NULL)
    return NULL;

  size = g_bytes_get_size (bytes);
  if (size > MAX_LETTER ||
      (size > 0 && !g_utf8_validate (g_bytes_get_data (bytes, NULL), (gssize) size, NULL)))
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID,
                           _ ("This is no letter: it is too long, or no text."));
      return NULL;
    }

  text = size > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), size) : g_strdup ("");
  return relance_own_letters_tidy (text);
}

/* A new folder of today in @parent; never one that is there already. */
static char *
make_folder (RelanceBook *book, const char *parent, GError **error)
{
  g_autofree char *day = relance_date_to_iso (relance_book_get_today (book));
  /* Translators: the name of a folder; %s is a date. */
  g_autofree char *name = g_strdup_printf (_ ("Relance letters %s"), day);

  for (int number = 1;; number++)
    {
      g_autofree char *numbered = number > 1 ? g_strdup_printf ("%s (%d)", name, number)
                                             : g_strdup (name);
      g_autofree char *path = g_build_filename (parent, numbered, NULL);
      g_autoptr (GFile) folder = g_file_new_for_path (path);
      g_autoptr (GError) problem = NULL;

      if (g_file_make_directory (folder, NULL, &problem))
        return g_steal_pointer (&path);
      if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS) || number == MAX_FILES)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }
}

static gboolean
write_letter (const char *folder, const char *name, const char *text, GError **error)
{
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *language = g_path_get_dirname (path);
  g_autoptr (GFile) parent = g_file_new_for_path (language);
  g_autoptr (GError) problem = NULL;

  if (!g_file_make_directory (parent, NULL, &problem) &&
      !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return relance_letter_files_write (text, path, error);
}

/**
 * relance_letter_files_export:
 * @folder: where to make a new folder with the letters
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND when there are none, a #GIOErrorEnum, or one of the store
 *
 * Writes each of the user's own letters to a file, as data/letters has those of the program.
 *
 * Returns: (transfer full): the new folder
 */
char *
relance_letter_files_export (RelanceBook *book, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) entries = relance_letters_list (book, error);
  g_autofree char *made = NULL;

  if (entries == NULL)
    return NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const RelanceLetterEntry *entry = g_ptr_array_index (entries, i);

      if (entry->own == NULL)
        continue;
      if (made == NULL)
        made = make_folder (book, folder, error);
      if (made == NULL || !write_letter (made, entry->name, entry->own, error))
        return NULL;
    }

  if (made == NULL)
    g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                         _ ("There is no letter of your own yet."));
  return g_steal_pointer (&made);
}

static void
free_file (RelanceLetterFile *file)
{
  g_free (file->name);
  g_free (file->reason);
  g_free (file);
}

static void
import_file (RelanceBook *book, const char *path, const char *name, GPtrArray *files)
{
  RelanceLetterFile *file = g_new0 (RelanceLetterFile, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = relance_letter_files_read (path, &error);

  file->name = g_strdup (name);
  if (text == NULL || !relance_own_letters_set (book, name, text, &error))
    file->reason = relance_wording_error (error);
  g_ptr_array_add (files, file);
}

/* The files of one language. */
static void
import_language (RelanceBook *book, const char *folder, const char *language, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && files->len < MAX_FILES && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *valid = g_filename_display_name (file);
      g_autofree char *name = NULL;

      if (!g_str_has_suffix (valid, SUFFIX))
        continue;
      name = g_strdup_printf ("%s/%.*s", language, (int) (strlen (valid) - strlen (SUFFIX)), valid);
      import_file (book, path, name, files);
    }
}

static int
compare_files (const RelanceLetterFile *const *a, const RelanceLetterFile *const *b)
{
  return g_strcmp0 ((*a)->name, (*b)->name);
}

/**
 * relance_letter_files_import:
 * @folder: with a folder for each language, as relance_letter_files_export() makes it; or one of
 *   these
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND when there is no letter in it
 *
 * Takes each letter that can be used for the user's own; one that cannot stops no other.
 *
 * Returns: (transfer full) (element-type RelanceLetterFile): the letters found, by name
 */
GPtrArray *
relance_letter_files_import (RelanceBook *book, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) free_file);
  g_autofree char *base = g_path_get_basename (folder);

  for (int language = RELANCE_LANGUAGE_FR; language <= RELANCE_LANGUAGE_EN; language++)
    {
      const char *nick = relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, language);
      g_autofree char *inner = g_build_filename (folder, nick, NULL);

      import_language (book, inner, nick, files);
      if (g_str_equal (base, nick))
        import_language (book, folder, nick, files);
    }

  if (files->len == 0)
    {
      g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                           _ ("There are no letters in this folder."));
      return NULL;
    }

  g_ptr_array_sort (files, (GCompareFunc) compare_files);
  return g_steal_pointer (&files);
}
