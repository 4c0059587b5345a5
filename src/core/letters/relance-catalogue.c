/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-catalogue.h"

#include "relance-enum-types.h"
#include "relance-letters-resources.h"

#include <gio/gio.h>
#include <string.h>

#define ROOT "/org/example/Relance/letters"
#define SUFFIX ".mustache"

/* Ours must be named to be linked in. Looking through all resources lets G_RESOURCE_OVERLAYS add
 * or replace letters from a folder. */
static GBytes *
look_up (const char *path)
{
  relance_letters_get_resource ();
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static GStrv
list_folder (const char *path)
{
  relance_letters_get_resource ();
  return g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * relance_catalogue_load:
 * @name: a letter, as relance_catalogue_list() names it
 *
 * Returns: (transfer full) (nullable): its template; %NULL when there is none of that name
 */
char *
relance_catalogue_load (const char *name)
{
  g_autofree char *path = g_strconcat (ROOT "/", name, SUFFIX, NULL);
  g_autoptr (GBytes) bytes = look_up (path);

  if (bytes == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
name_cell (const RelanceLetterStyle *style)
{
  RelanceTone tone = style->stage == RELANCE_STAGE_FORMAL_NOTICE ? RELANCE_TONE_FORMAL
                                                                 : style->tone;

  return g_strdup_printf ("%s/%s-%s", relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, style->language),
                          relance_enum_to_nick (RELANCE_TYPE_STAGE, (int) style->stage),
                          relance_enum_to_nick (RELANCE_TYPE_TONE, tone));
}

static gboolean
has_letter (const char *name)
{
  g_autofree char *path = g_strconcat (ROOT "/", name, SUFFIX, NULL);

  relance_letters_get_resource ();
  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

/* The first variant bears no number. */
static char *
find_variant (const char *cell, guint variant)
{
  g_autofree char *name = variant > 1 ? g_strdup_printf ("%s-%u", cell, variant) : g_strdup (cell);

  return has_letter (name) ? g_steal_pointer (&name) : NULL;
}

/* A language or a tone that says "you" in one way only has letters without an address. */
static char *
find_nearest (const char *cell, RelanceAddress address, guint variant)
{
  const char *nick = address != 0 ? relance_enum_to_nick (RELANCE_TYPE_ADDRESS, address) : "vous";
  g_autofree char *exact = g_strdup_printf ("%s-%s", cell, nick);
  g_autofree char *vous = g_strdup_printf ("%s-vous", cell);
  char *letter = find_variant (exact, variant);

  if (letter == NULL)
    letter = find_variant (cell, variant);
  if (letter == NULL)
    letter = find_variant (vous, variant);

  return letter;
}

/**
 * relance_catalogue_find:
 * @error: %RELANCE_LETTERS_ERROR_MISSING
 *
 * Returns: (transfer full): the name of the letter of that style
 */
char *
relance_catalogue_find (const RelanceLetterStyle *style, GError **error)
{
  g_autofree char *cell = name_cell (style);
  char *letter = find_nearest (cell, style->address, style->variant);

  if (letter == NULL)
    g_set_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_MISSING,
                 "no letter “%s”, variant %u", cell, MAX (style->variant, 1));

  return letter;
}

/**
 * relance_catalogue_count_variants:
 * @style: its variant is left aside
 *
 * Returns: how many letters there are of that stage, tone, address and language; 0 for none
 */
guint
relance_catalogue_count_variants (const RelanceLetterStyle *style)
{
  g_autofree char *cell = name_cell (style);

  for (guint count = 0;; count++)
    {
      g_autofree char *letter = find_nearest (cell, style->address, count + 1);

      if (letter == NULL)
        return count;
    }
}

static char *
find_part (const char *name, gpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/parts/%s", (const char *) data, name);

  return relance_catalogue_load (path);
}

/**
 * relance_catalogue_parse:
 * @template: a letter of that language, ours or one of the user's
 * @error: %RELANCE_LETTERS_ERROR
 *
 * Returns: (transfer full): the letter with the parts it asks for
 */
RelanceMustache *
relance_catalogue_parse (const char *template, RelanceLanguage language, GError **error)
{
  const char *folder = relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, language);

  return relance_mustache_parse (template, find_part, (gpointer) folder, error);
}

static RelanceMustache *
parse_letter (const char *name, GError **error)
{
  g_autofree char *template = relance_catalogue_load (name);
  RelanceLetterStyle style;

  if (template == NULL || !relance_catalogue_read_name (name, &style))
    {
      g_set_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_MISSING, "no letter “%s”",
                   name);
      return NULL;
    }

  return relance_catalogue_parse (template, style.language, error);
}

/**
 * relance_catalogue_get:
 * @name: a letter, as relance_catalogue_list() names it
 * @error: %RELANCE_LETTERS_ERROR
 *
 * The letters of the program never change while it runs: each is read once, for all threads.
 *
 * Returns: (transfer none): the letter with the parts it asks for, for good
 */
RelanceMustache *
relance_catalogue_get (const char *name, GError **error)
{
  static GMutex lock;
  static GHashTable *letters;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  RelanceMustache *letter;

  if (letters == NULL)
    letters = g_hash_table_new (g_str_hash, g_str_equal);

  letter = g_hash_table_lookup (letters, name);
  if (letter != NULL)
    return letter;

  letter = parse_letter (name, error);
  if (letter != NULL)
    g_hash_table_insert (letters, g_strdup (name), letter);
  return letter;
}

/* Takes the last word of a name such as "formal-notice-formal-vous-2" away, when it is one of
 * @type. */
static void
take_nick (char *name, GType type, int *value)
{
  char *last = strrchr (name, '-');

  if (last == NULL || relance_enum_from_nick (type, last + 1) == 0)
    return;

  *value = relance_enum_from_nick (type, last + 1);
  *last = '\0';
}

static void
take_variant (char *name, guint *variant)
{
  char *last = strrchr (name, '-');
  guint64 number;

  if (last == NULL || !g_ascii_string_to_unsigned (last + 1, 10, 2, 99, &number, NULL))
    return;

  *variant = (guint) number;
  *last = '\0';
}

/**
 * relance_catalogue_read_name:
 * @name: a letter, as relance_catalogue_list() names it
 * @style: (out): which one it is
 *
 * Returns: whether @name has the form of such a name
 */
gboolean
relance_catalogue_read_name (const char *name, RelanceLetterStyle *style)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  int tone = 0, address = RELANCE_ADDRESS_VOUS;

  *style = (RelanceLetterStyle) { .variant = 1 };
  if (g_strv_length (parts) != 2)
    return FALSE;

  take_variant (parts[1], &style->variant);
  take_nick (parts[1], RELANCE_TYPE_ADDRESS, &address);
  take_nick (parts[1], RELANCE_TYPE_TONE, &tone);
  style->tone = (RelanceTone) tone;
  style->address = (RelanceAddress) address;
  style->language = (RelanceLanguage) relance_enum_from_nick (RELANCE_TYPE_LANGUAGE, parts[0]);
  style->stage = (RelanceStage) relance_enum_from_nick (RELANCE_TYPE_STAGE, parts[1]);
  return style->language != 0 && style->stage != 0 && style->tone != 0;
}

static void
add_language (GPtrArray *names, const char *folder)
{
  g_autofree char *path = g_strconcat (ROOT "/", folder, NULL);
  g_auto (GStrv) files = list_folder (path);

  for (int i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], SUFFIX))
      g_ptr_array_add (
        names,
        g_strdup_printf ("%s%.*s", folder, (int) (strlen (files[i]) - strlen (SUFFIX)), files[i]));
}

static int
compare_names (const char *const *a, const char *const *b)
{
  return g_strcmp0 (*a, *b);
}

/**
 * relance_catalogue_list:
 *
 * Returns: (transfer full): the letters there are, as LANGUAGE/STAGE-TONE with
 *   -ADDRESS and -VARIANT where they have one, in alphabetical order
 */
GStrv
relance_catalogue_list (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) folders = list_folder (ROOT);

  for (int i = 0; folders != NULL && folders[i] != NULL; i++)
    add_language (names, folders[i]);

  g_ptr_array_sort (names, (GCompareFunc) compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
