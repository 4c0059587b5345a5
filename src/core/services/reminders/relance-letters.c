/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-letters.h"

#include "relance-catalogue.h"
#include "relance-letter-notes.h"
#include "relance-own-letters.h"

#include <glib/gi18n-lib.h>

/* Returns: (nullable): %NULL where nothing is of that name */
static RelanceLetterEntry *
make_entry (const char *name)
{
  g_autofree char *template = relance_catalogue_load (name);
  RelanceLetterStyle style;
  RelanceLetterEntry *entry;

  if (template == NULL || !relance_catalogue_read_name (name, &style))
    return NULL;

  entry = g_new0 (RelanceLetterEntry, 1);
  entry->name = g_strdup (name);
  entry->language = style.language;
  entry->stage = style.stage;
  entry->tone = style.tone;
  entry->address = style.address;
  entry->variant = style.variant;
  return entry;
}

static void
add_own (RelanceLetterEntry *entry, GHashTable *own, GHashTable *typed)
{
  g_autoptr (GPtrArray) notes = NULL;

  entry->own = g_strdup (g_hash_table_lookup (own, entry->name));
  entry->typed = g_strdup (g_hash_table_lookup (typed, entry->name));
  if (entry->own == NULL)
    return;

  notes = relance_letters_check (entry->own, entry->language);
  if (notes->len > 0)
    entry->problem = g_strdup (((RelanceLetterNote *) g_ptr_array_index (notes, 0))->text);
}

static GPtrArray *
make_entries (void)
{
  g_auto (GStrv) names = relance_catalogue_list ();
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) relance_letter_entry_free);

  for (int i = 0; names[i] != NULL; i++)
    {
      RelanceLetterEntry *entry = make_entry (names[i]);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return entries;
}

/**
 * relance_letters_list:
 * @book: (nullable): whose own letters count
 * @error: one of the store
 *
 * Returns: (transfer full) (element-type RelanceLetterEntry): the letters there are, by name
 */
GPtrArray *
relance_letters_list (RelanceBook *book, GError **error)
{
  g_autoptr (GPtrArray) entries = make_entries ();
  g_autoptr (GHashTable) own = NULL;
  g_autoptr (GHashTable) typed = NULL;

  if (book == NULL)
    return g_steal_pointer (&entries);

  own = relance_own_letters_load (book, error);
  if (own == NULL)
    return NULL;
  typed = relance_own_letters_load_typed (book, error);
  if (typed == NULL)
    return NULL;

  for (guint i = 0; i < entries->len; i++)
    add_own (g_ptr_array_index (entries, i), own, typed);
  return g_steal_pointer (&entries);
}

/**
 * relance_letters_find:
 * @book: (nullable): whose own letters count
 * @error: %RELANCE_SERVICE_ERROR_NOT_FOUND, or one of the store
 *
 * Returns: (transfer full): the letter of that name
 */
RelanceLetterEntry *
relance_letters_find (RelanceBook *book, const char *name, GError **error)
{
  g_autoptr (RelanceLetterEntry) entry = make_entry (name);
  g_autoptr (GHashTable) own = NULL;
  g_autoptr (GHashTable) typed = NULL;

  if (entry == NULL)
    {
      /* Translators: %s is what was typed for the name of a letter, as “letters list” names them */
      g_set_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND,
                   _ ("There is no letter “%s”."), name);
      return NULL;
    }
  if (book == NULL)
    return g_steal_pointer (&entry);

  own = relance_own_letters_load (book, error);
  if (own == NULL)
    return NULL;
  typed = relance_own_letters_load_typed (book, error);
  if (typed == NULL)
    return NULL;

  add_own (entry, own, typed);
  return g_steal_pointer (&entry);
}

/**
 * relance_letters_load:
 * @name: one of relance_letters_list()
 *
 * Returns: (transfer full) (nullable): the letter as the program has it, with its variables
 */
char *
relance_letters_load (const char *name)
{
  return relance_catalogue_load (name);
}

void
relance_letter_entry_free (RelanceLetterEntry *self)
{
  g_free (self->name);
  g_free (self->own);
  g_free (self->problem);
  g_free (self->typed);
  g_free (self);
}
