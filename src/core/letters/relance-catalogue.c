/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-catalogue.h"

#include "relance-enum-types.h"
#include "relance-letters-resources.h"

#include <gio/gio.h>
#include <string.h>

#define ROOT "/org/example/Relance/letters"
#define SUFFIX ".mustache"

static char *
load (const char *name)
{
  g_autofree char *path = g_strconcat (ROOT "/", name, SUFFIX, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (relance_letters_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A language that says "you" in one way only has letters without an address. */
static char *
load_nearest (const char *cell, RelanceAddress address)
{
  const char *nick = relance_enum_to_nick (RELANCE_TYPE_ADDRESS, address);
  g_autofree char *exact = g_strdup_printf ("%s-%s", cell, nick);
  g_autofree char *vous = g_strdup_printf ("%s-vous", cell);
  char *letter = load (exact);

  if (letter == NULL)
    letter = load (cell);
  if (letter == NULL)
    letter = load (vous);

  return letter;
}

/**
 * relance_catalogue_find:
 * @address: left aside where the language or the tone has one form only
 * @error: %RELANCE_LETTERS_ERROR_MISSING
 *
 * Returns: (transfer full): the template of a letter, its subject first
 */
char *
relance_catalogue_find (RelanceLanguage language,
                        RelanceStage stage,
                        RelanceTone tone,
                        RelanceAddress address,
                        GError **error)
{
  g_autofree char *cell = g_strdup_printf ("%s/%s-%s",
                                           relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, language),
                                           relance_enum_to_nick (RELANCE_TYPE_STAGE, stage),
                                           relance_enum_to_nick (RELANCE_TYPE_TONE, tone));
  char *letter = load_nearest (cell, address);

  if (letter == NULL)
    g_set_error (error, RELANCE_LETTERS_ERROR, RELANCE_LETTERS_ERROR_MISSING, "no letter “%s”",
                 cell);

  return letter;
}

static void
add_language (GPtrArray *names, const char *folder)
{
  g_autofree char *path = g_strconcat (ROOT "/", folder, NULL);
  g_auto (GStrv) files = g_resource_enumerate_children (relance_letters_get_resource (), path,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

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
 * Returns: (transfer full): the letters there are, as LANGUAGE/STAGE-TONE or
 *   LANGUAGE/STAGE-TONE-ADDRESS, in alphabetical order
 */
GStrv
relance_catalogue_list (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) folders = g_resource_enumerate_children (relance_letters_get_resource (), ROOT,
                                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (int i = 0; folders != NULL && folders[i] != NULL; i++)
    add_language (names, folders[i]);

  g_ptr_array_sort (names, (GCompareFunc) compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
