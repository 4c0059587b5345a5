/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-own-letters.h"

#include "relance-letter-notes.h"
#include "relance-letters.h"
#include "relance-store-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAVED "letter."
#define TYPED "letter-typed."

static GHashTable *
load (RelanceBook *book, const char *prefix, GError **error)
{
  GHashTable *letters = relance_store_list_settings (relance_book_get_store (book), prefix, error);
  GHashTableIter iter;
  gpointer text;

  if (letters == NULL)
    return NULL;

  /* Another program may have written in the book. */
  g_hash_table_iter_init (&iter, letters);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    if (!g_utf8_validate (text, -1, NULL))
      g_hash_table_iter_replace (&iter, g_utf8_make_valid (text, -1));

  return letters;
}

/**
 * relance_own_letters_load:
 * @error: one of the store
 *
 * Returns: (transfer full) (element-type utf8 utf8): the user's own letters, by the name of the
 *   letter of the program that each one stands for
 */
GHashTable *
relance_own_letters_load (RelanceBook *book, GError **error)
{
  return load (book, SAVED, error);
}

/**
 * relance_own_letters_load_typed:
 * @error: one of the store
 *
 * Returns: (transfer full) (element-type utf8 utf8): what was typed and is not saved yet, by name
 */
GHashTable *
relance_own_letters_load_typed (RelanceBook *book, GError **error)
{
  return load (book, TYPED, error);
}

/**
 * relance_own_letters_tidy:
 * @text: a letter, as a file or a person brings it
 *
 * Returns: (transfer full): the same without a byte order mark, its lines ended as everywhere here
 */
char *
relance_own_letters_tidy (const char *text)
{
  static const char mark[] = "\xef\xbb\xbf";
  GString *tidy = g_string_new (g_str_has_prefix (text, mark) ? text + strlen (mark) : text);

  g_string_replace (tidy, "\r\n", "\n", 0);
  g_string_replace (tidy, "\r", "\n", 0);
  if (tidy->len > 0 && tidy->str[tidy->len - 1] != '\n')
    g_string_append_c (tidy, '\n');

  return g_string_free_and_steal (tidy);
}

static gboolean
refuse (GPtrArray *notes, GError **error)
{
  g_autoptr (GString) why = g_string_new (_ ("This letter was not taken."));

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (why, " %s", ((RelanceLetterNote *) g_ptr_array_index (notes, i))->text);

  g_set_error_literal (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID, why->str);
  return FALSE;
}

static gboolean
forget (RelanceBook *book, const char *prefix, const char *name, GError **error)
{
  g_autofree char *key = g_strconcat (prefix, name, NULL);

  return relance_store_remove_setting (relance_book_get_store (book), key, error);
}

static gboolean
keep (RelanceBook *book, const char *prefix, const char *name, const char *text, GError **error)
{
  g_autofree char *key = g_strconcat (prefix, name, NULL);

  return relance_store_set_setting (relance_book_get_store (book), key, text, error);
}

/**
 * relance_own_letters_set:
 * @name: a letter of the program
 * @text: what stands for it from now on
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND for the name, %RELANCE_SERVICE_ERROR_INVALID with the
 *   lines for the text, or one of the store; then nothing is changed
 *
 * Keeps a letter of the user's own, and forgets what was typed for it. One with the very words of
 * the program is none.
 */
gboolean
relance_own_letters_set (RelanceBook *book, const char *name, const char *text, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceLetterEntry) entry = relance_letters_find (NULL, name, error);
  g_autofree char *tidy = relance_own_letters_tidy (text);
  g_autofree char *original = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  if (entry == NULL)
    return FALSE;

  notes = relance_letters_check (tidy, entry->language);
  if (notes->len > 0)
    return refuse (notes, error);

  original = relance_letters_load (name);
  if (strcmp (tidy, original) == 0)
    return relance_own_letters_reset (book, name, error);

  return relance_store_begin (store, error) &&
         relance_store_end (
           store, keep (book, SAVED, name, tidy, error) && forget (book, TYPED, name, error),
           error);
}

/**
 * relance_own_letters_reset:
 * @name: a letter of the program
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Goes back to the letter of the program; forgets what was typed for it too.
 */
gboolean
relance_own_letters_reset (RelanceBook *book, const char *name, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceLetterEntry) entry = relance_letters_find (NULL, name, error);

  return entry != NULL && relance_store_begin (store, error) &&
         relance_store_end (
           store, forget (book, SAVED, name, error) && forget (book, TYPED, name, error), error);
}

/**
 * relance_own_letters_keep_typed:
 * @text: words that may not be a letter yet
 * @error: one of the store
 *
 * Keeps what is being typed until it is saved or forgotten.
 */
gboolean
relance_own_letters_keep_typed (RelanceBook *book,
                                const char *name,
                                const char *text,
                                GError **error)
{
  return keep (book, TYPED, name, text, error);
}

/**
 * relance_own_letters_forget_typed:
 * @error: one of the store
 */
gboolean
relance_own_letters_forget_typed (RelanceBook *book, const char *name, GError **error)
{
  return forget (book, TYPED, name, error);
}
