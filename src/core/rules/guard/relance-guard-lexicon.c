/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-guard-lexicon.h"

#include "relance-guard-text.h"

#include <string.h>

/* A slip of the fingers is looked for in longer words only: short ones are too alike. */
#define MIN_FUZZY 7
#define MAX_FUZZY 20
#define MIN_STEM 3

/* Letters that may be left out of a word. */
#define MAX_BLANKS 2

struct _RelanceGuardLexicon
{
  GHashTable *words;   /* form → GArray of sets */
  GHashTable *stems;   /* beginning → GArray of sets */
  GHashTable *shorter; /* a word without one letter → the word */
  guint n_sets;
};

RelanceGuardLexicon *
relance_guard_lexicon_new (void)
{
  RelanceGuardLexicon *self = g_new0 (RelanceGuardLexicon, 1);

  self->words =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->stems =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->shorter = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
relance_guard_lexicon_free (RelanceGuardLexicon *self)
{
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->stems);
  g_hash_table_unref (self->shorter);
  g_free (self);
}

guint
relance_guard_lexicon_add_set (RelanceGuardLexicon *self)
{
  return self->n_sets++;
}

guint
relance_guard_lexicon_get_n_sets (const RelanceGuardLexicon *self)
{
  return self->n_sets;
}

static void
remove_letter (const char *word, gsize index, char *without)
{
  memcpy (without, word, index);
  strcpy (without + index, word + index + 1);
}

static gboolean
is_fuzzy (const char *form)
{
  gsize length = strlen (form);

  return length >= MIN_FUZZY && length <= MAX_FUZZY && g_str_is_ascii (form);
}

static void
add_shorter (RelanceGuardLexicon *self, const char *form)
{
  char without[MAX_FUZZY + 1];

  for (gsize i = 1; is_fuzzy (form) && form[i] != '\0'; i++)
    {
      remove_letter (form, i, without);
      g_hash_table_insert (self->shorter, g_strdup (without), g_strdup (form));
    }
}

static void
add_to (GHashTable *table, const char *form, guint set)
{
  GArray *sets = g_hash_table_lookup (table, form);

  if (sets == NULL)
    {
      sets = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, g_strdup (form), sets);
    }
  g_array_append_val (sets, set);
}

/**
 * relance_guard_lexicon_add:
 * @word: a word, or a beginning of words that ends with “*”
 */
void
relance_guard_lexicon_add (RelanceGuardLexicon *self, guint set, const char *word)
{
  gboolean stem = g_str_has_suffix (word, "*");
  g_autofree char *form = relance_guard_text_fold (word, (gssize) (strlen (word) - stem));

  add_to (stem ? self->stems : self->words, form, set);
  if (!stem)
    add_shorter (self, form);
}

static gboolean
take_sets (GHashTable *table, const char *form, GArray *sets)
{
  GArray *found = g_hash_table_lookup (table, form);

  if (found != NULL)
    g_array_append_vals (sets, found->data, found->len);
  return found != NULL;
}

static gboolean
take_stems (const RelanceGuardLexicon *self, const char *form, GArray *sets)
{
  char stem[64];
  gboolean found = FALSE;

  for (gsize i = 0; form[i] != '\0' && i < sizeof stem - 1; i++)
    {
      stem[i] = form[i];
      stem[i + 1] = '\0';
      if (i + 1 >= MIN_STEM && take_sets (self->stems, stem, sets))
        found = TRUE;
    }

  return found;
}

/* One letter too few, too many, or two swapped; not another letter, which makes another word. */
static const char *
find_alike (const RelanceGuardLexicon *self, const char *form)
{
  const char *found = g_hash_table_lookup (self->shorter, form);
  char other[MAX_FUZZY + 1];

  for (gsize i = 1; found == NULL && form[i] != '\0'; i++)
    {
      gpointer key = NULL;

      remove_letter (form, i, other);
      if (strlen (other) >= MIN_FUZZY &&
          g_hash_table_lookup_extended (self->words, other, &key, NULL))
        found = key;

      strcpy (other, form);
      other[i] = form[i + 1];
      other[i + 1] = form[i];
      if (found == NULL && form[i + 1] != '\0' &&
          g_hash_table_lookup_extended (self->words, other, &key, NULL))
        found = key;
    }

  return found;
}

/* "m*rde": each letter is tried in the place of the first that is left out. */
static gboolean
take_guesses (const RelanceGuardLexicon *self, const char *form, int blanks, GArray *sets)
{
  g_autofree char *guess = g_strdup (form);
  char *blank = strchr (guess, '*');
  gboolean found = FALSE;

  if (blank == NULL)
    return take_sets (self->words, form, sets) | take_stems (self, form, sets);
  if (blanks == 0)
    return FALSE;

  for (*blank = 'a'; *blank <= 'z'; ++*blank)
    found |= take_guesses (self, guess, blanks - 1, sets);
  return found;
}

/**
 * relance_guard_lexicon_find:
 * @form: a folded word
 * @sets: (element-type guint) (inout): the sets that it is in are added
 *
 * Returns: whether it is in any
 */
gboolean
relance_guard_lexicon_find (const RelanceGuardLexicon *self, const char *form, GArray *sets)
{
  gboolean exact = take_sets (self->words, form, sets);
  gboolean stem = take_stems (self, form, sets);
  const char *alike;

  if (strchr (form, '*') != NULL)
    return take_guesses (self, form, MAX_BLANKS, sets);
  if (exact || stem || !is_fuzzy (form))
    return exact || stem;

  alike = find_alike (self, form);
  return alike != NULL && take_sets (self->words, alike, sets);
}
