/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every letter as a reader gets it, against tests/golden/letters. After a change
 * of the letters, read them again and keep them with
 *
 *   RELANCE_UPDATE_GOLDEN=1 ./build-aux/shell meson test -C BUILD letters-golden
 */

#include "config.h"

#include "letter-fixture.h"
#include "relance-catalogue.h"
#include "relance-letter-html.h"

#include <string.h>

static gboolean updating;

static char *
get_golden_path (const char *letter, const char *suffix)
{
  g_autofree char *name = g_strconcat (letter, suffix, NULL);

  g_strdelimit (name, "/", '-');
  return g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests", "golden", "letters", name,
                           NULL);
}

static void
compare (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *golden = NULL;

  if (updating)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, golden);
}

typedef struct
{
  const char *letter;
  GString *text;
} Collection;

static void
collect_cell (const LetterCell *cell, gpointer data)
{
  Collection *collection = data;
  g_autofree char *letter = NULL;

  if (strcmp (cell->letter, collection->letter) != 0)
    return;

  letter = letter_cell_write (cell);
  g_string_append_printf (collection->text, "=== %s, %s, %s\n%s\n",
                          cell->several ? "several" : "one", cell->neutral ? "neutral" : "personal",
                          cell->bare ? "little known" : "all known", letter);
}

static void
test_text (gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Collection collection = { .letter = data, .text = text };
  g_autofree char *path = get_golden_path (data, ".txt");

  letter_cells_foreach (collect_cell, &collection);
  compare (path, text->str);
}

static void
compare_html (const LetterCell *cell, gpointer data)
{
  g_autofree char *letter = NULL;
  g_autofree char *html = NULL;
  g_autofree char *path = NULL;

  if (strcmp (cell->letter, data) != 0 || !cell->several || cell->neutral || cell->bare)
    return;

  letter = letter_cell_write (cell);
  html =
    relance_letter_to_html (strstr (letter, "\n\n") + 2,
                            relance_enum_to_nick (RELANCE_TYPE_LANGUAGE, cell->style.language));
  path = get_golden_path (data, ".html");
  compare (path, html);
}

static void
test_html (gconstpointer data)
{
  letter_cells_foreach (compare_html, (gpointer) data);
}

/* What the letter of @cell says that it would not say if nothing went with it. */
static char *
list_attached_lines (const LetterCell *cell)
{
  g_autoptr (GString) said = g_string_new (NULL);
  g_auto (LetterFixture) fixture = { 0 };
  g_autofree char *letter = letter_cell_write (cell);
  g_auto (GStrv) lines = g_strsplit (letter, "\n", -1);
  g_autofree char *without = NULL;
  g_auto (GStrv) known = NULL;

  letter_fixture_set_up (&fixture, cell);
  for (guint i = 0; i < fixture.facts.debts->len; i++)
    ((RelanceDebt *) g_ptr_array_index (fixture.facts.debts, i))->attached = FALSE;
  without = letter_fixture_write (&fixture, cell);
  known = g_strsplit (without, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) known, lines[i]))
      g_string_append_printf (said, "%s\n", lines[i]);
  return g_string_free_and_steal (g_steal_pointer (&said));
}

static void
collect_attached (const LetterCell *cell, gpointer data)
{
  static const char *const words[] = { [LETTER_ATTACHED_ALL] = "all",
                                       [LETTER_ATTACHED_ONE] = "one of two",
                                       [LETTER_ATTACHED_SOME] = "two of three" };
  Collection *collection = data;
  g_autofree char *lines = NULL;

  if (!g_str_has_prefix (cell->letter, collection->letter))
    return;

  lines = list_attached_lines (cell);
  g_string_append_printf (collection->text, "=== %s, %s, %s\n%s\n", cell->letter,
                          cell->neutral ? "neutral" : "personal",
                          cell->several ? words[cell->attached] : "one", lines);
}

static void
test_attached (gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Collection collection = { .letter = data, .text = text };
  g_autofree char *path = get_golden_path (data, "attached.txt");

  letter_cells_foreach_attached (collect_attached, &collection);
  compare (path, text->str);
}

int
main (int argc, char **argv)
{
  static const char *const with_html[] = { "fr/first-formal-vous", "fr/second-friendly-tu",
                                           "en/first-emoji" };
  g_auto (GStrv) letters = relance_catalogue_list ();

  g_test_init (&argc, &argv, NULL);
  updating = g_getenv ("RELANCE_UPDATE_GOLDEN") != NULL;

  for (int i = 0; letters[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/letters/golden/", letters[i], NULL);

      g_test_add_data_func_full (path, g_strdup (letters[i]), test_text, g_free);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (with_html); i++)
    {
      g_autofree char *path = g_strconcat ("/letters/golden-html/", with_html[i], NULL);

      g_test_add_data_func (path, with_html[i], test_html);
    }

  g_test_add_data_func ("/letters/golden-attached/en", "en/", test_attached);
  g_test_add_data_func ("/letters/golden-attached/fr", "fr/", test_attached);

  return g_test_run ();
}
